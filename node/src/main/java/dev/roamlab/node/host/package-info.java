/** The HTTP server of a node: start, health, graceful stop. */
@NullMarked
package dev.roamlab.node.host;

import org.jspecify.annotations.NullMarked;
