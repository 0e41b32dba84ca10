/** What has to be right about a machine for a lab to run on it. */
@NullMarked
package dev.roamlab.cli.doctor;

import org.jspecify.annotations.NullMarked;
