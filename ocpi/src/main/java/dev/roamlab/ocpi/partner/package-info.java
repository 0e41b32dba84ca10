/** The relation with another platform: who it is, what it offers, and how both sides authenticate. */
@NullMarked
package dev.roamlab.ocpi.partner;

import org.jspecify.annotations.NullMarked;
