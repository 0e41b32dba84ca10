/** The suite on the JUnit Platform: an engine that reports each requirement as a test, for the command and for anybody's build. */
package dev.roamlab.conformance.junit;
