/** Connections between stations and CSMS over WebSocket: the client, the server, and calls in neutral messages. */
@NullMarked
package dev.roamlab.ocpp.link;

import org.jspecify.annotations.NullMarked;
