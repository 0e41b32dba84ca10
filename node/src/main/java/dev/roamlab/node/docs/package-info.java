/** What a node serves, as a page that people read and try out. */
@NullMarked
package dev.roamlab.node.docs;

import org.jspecify.annotations.NullMarked;
