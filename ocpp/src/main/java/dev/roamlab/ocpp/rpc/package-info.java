/** Calls and answers over one connection: OCPP-J frames, one outstanding call per direction, errors, recording. */
@NullMarked
package dev.roamlab.ocpp.rpc;

import org.jspecify.annotations.NullMarked;
