/** The real thing behind a story: two nodes and a fleet in one process, joined by HTTP and WebSockets only. */
@NullMarked
package dev.roamlab.scenarios.lab;

import org.jspecify.annotations.NullMarked;
