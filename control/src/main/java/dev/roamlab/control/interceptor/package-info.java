/** The interceptor of the chargers' connections, by hand: its rules, and the messages that it holds. */
@NullMarked
package dev.roamlab.control.interceptor;

import org.jspecify.annotations.NullMarked;
