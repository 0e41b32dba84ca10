/** Stored OCPI objects: what we own and list, and what partners push to us. */
@NullMarked
package dev.roamlab.node.objects;

import org.jspecify.annotations.NullMarked;
