/** What station and CSMS say to each other, in the words of OCPP 2.0.1, whatever version is on the wire. */
@NullMarked
package dev.roamlab.ocpp.messages;

import org.jspecify.annotations.NullMarked;
