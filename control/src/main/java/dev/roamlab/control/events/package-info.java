/** What goes on in a fleet, told as it happens: a bounded ring of events, and streams that read from it. */
@NullMarked
package dev.roamlab.control.events;

import org.jspecify.annotations.NullMarked;
