/** Plans a run, performs its checks, and turns their judgements into one verdict per requirement. */
package dev.roamlab.conformance.engine;
