/** What a check is written with: which requirements it proves, its access to the system under test, and how it states findings. */
package dev.roamlab.conformance.check;
