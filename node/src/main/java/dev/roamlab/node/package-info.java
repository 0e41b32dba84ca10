/** What any OCPI platform needs, wired together once: the {@link dev.roamlab.node.Platform}. */
@NullMarked
package dev.roamlab.node;

import org.jspecify.annotations.NullMarked;
