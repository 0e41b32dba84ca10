/** Tests of the exchange of credentials. */
package dev.roamlab.node.registration;
