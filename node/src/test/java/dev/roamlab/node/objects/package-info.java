/** Tests of stored objects and of the lists that show them. */
package dev.roamlab.node.objects;
