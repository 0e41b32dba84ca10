/** House rules that the operator of a system under test declared. Layer {@code profile}. */
package dev.roamlab.conformance.checks.profile;
