@org.jspecify.annotations.NullMarked
package dev.roamlab.node.docs;
