/**
 * The API's HTTP: one table of operations, from which requests are routed and checked and the document is made; keys, limits,
 * and problems (RFC 9457). Its timers are for silent networks, and run in wall time.
 */
@NullMarked
package dev.roamlab.control.http;

import org.jspecify.annotations.NullMarked;
