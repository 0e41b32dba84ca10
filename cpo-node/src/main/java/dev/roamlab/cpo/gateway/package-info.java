/**
 * The central system in several processes. A gateway holds connections: it speaks WebSocket, knows the versions of OCPP, checks
 * payloads and answers heartbeats. The core holds all state. In between runs Vert.x's event bus, clustered where the two are
 * different processes, and carries neutral messages as JSON.
 */
@NullMarked
package dev.roamlab.cpo.gateway;

import org.jspecify.annotations.NullMarked;
