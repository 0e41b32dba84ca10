package dev.roamlab.scenarios.fuzz;

import dev.roamlab.ocpi.cdrs.Cdrs;
import dev.roamlab.ocpi.commands.Commands;
import dev.roamlab.ocpi.credentials.CredentialsModule;
import dev.roamlab.ocpi.locations.Locations;
import dev.roamlab.ocpi.operations.Operation;
import dev.roamlab.ocpi.sessions.Sessions;
import dev.roamlab.ocpi.tariffs.Tariffs;
import dev.roamlab.ocpi.tokens.Tokens;
import java.util.List;

/** What the two nodes serve. */
final class Interfaces {
    static final List<Operation<?, ?>> EMSP = List.of(
            CredentialsModule.GET,
            CredentialsModule.POST,
            CredentialsModule.PUT,
            CredentialsModule.DELETE,
            Tokens.LIST,
            Tokens.AUTHORIZE,
            Locations.GET,
            Locations.GET_EVSE,
            Locations.GET_CONNECTOR,
            Locations.PUT,
            Locations.PUT_EVSE,
            Locations.PUT_CONNECTOR,
            Locations.PATCH,
            Locations.PATCH_EVSE,
            Locations.PATCH_CONNECTOR,
            Tariffs.GET,
            Tariffs.PUT,
            Tariffs.DELETE,
            Sessions.GET,
            Sessions.PUT,
            Sessions.PATCH,
            Cdrs.POST,
            Cdrs.GET,
            Commands.RESULT);

    static final List<Operation<?, ?>> CPO = List.of(
            CredentialsModule.GET,
            CredentialsModule.POST,
            CredentialsModule.PUT,
            CredentialsModule.DELETE,
            Locations.LIST,
            Locations.FETCH,
            Locations.FETCH_EVSE,
            Locations.FETCH_CONNECTOR,
            Tariffs.LIST,
            Sessions.LIST,
            Sessions.PUT_PREFERENCES,
            Cdrs.LIST,
            Tokens.GET,
            Tokens.PUT,
            Tokens.PATCH,
            Commands.START_SESSION,
            Commands.STOP_SESSION,
            Commands.UNLOCK_CONNECTOR,
            Commands.RESERVE_NOW,
            Commands.CANCEL_RESERVATION);

    private Interfaces() {}
}
