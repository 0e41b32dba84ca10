package dev.roamlab.ocpi.commands;

import dev.roamlab.ocpi.types.CiString;
import dev.roamlab.ocpi.types.Require;
import dev.roamlab.ocpi.types.Url;

/** Stops a running session. Spec: mod_commands_stopsession_object. */
public record StopSession(Url responseUrl, CiString sessionId) {
    public StopSession {
        Require.present("response_url", responseUrl);
        Require.length("session_id", sessionId, 36);
    }
}
