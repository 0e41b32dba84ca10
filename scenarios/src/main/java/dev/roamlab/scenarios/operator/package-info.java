/**
 * What a node's own operator can cause, behind a small HTTP port: so that a test of the node from outside can ask for it. And
 * our own nodes made ready to be tested like a stranger's.
 */
@NullMarked
package dev.roamlab.scenarios.operator;

import org.jspecify.annotations.NullMarked;
