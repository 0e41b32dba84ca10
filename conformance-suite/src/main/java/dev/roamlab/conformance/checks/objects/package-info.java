/** Every object that the system writes, held against the schemas. */
package dev.roamlab.conformance.checks.objects;
