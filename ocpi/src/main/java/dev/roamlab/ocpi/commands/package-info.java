/** Commands: what an eMSP asks of a CPO's stations, and the two answers to it. */
@NullMarked
package dev.roamlab.ocpi.commands;

import org.jspecify.annotations.NullMarked;
