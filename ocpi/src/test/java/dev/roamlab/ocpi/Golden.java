package dev.roamlab.ocpi;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import dev.roamlab.ocpi.cdrs.Cdr;
import dev.roamlab.ocpi.commands.CancelReservation;
import dev.roamlab.ocpi.commands.CommandResponse;
import dev.roamlab.ocpi.commands.CommandResult;
import dev.roamlab.ocpi.commands.ReserveNow;
import dev.roamlab.ocpi.commands.StartSession;
import dev.roamlab.ocpi.commands.StopSession;
import dev.roamlab.ocpi.commands.UnlockConnector;
import dev.roamlab.ocpi.credentials.Credentials;
import dev.roamlab.ocpi.json.Json;
import dev.roamlab.ocpi.json.MalformedJson;
import dev.roamlab.ocpi.locations.Connector;
import dev.roamlab.ocpi.locations.Evse;
import dev.roamlab.ocpi.locations.Location;
import dev.roamlab.ocpi.sessions.ChargingPreferences;
import dev.roamlab.ocpi.sessions.Session;
import dev.roamlab.ocpi.tariffs.Tariff;
import dev.roamlab.ocpi.tokens.AuthorizationInfo;
import dev.roamlab.ocpi.tokens.LocationReferences;
import dev.roamlab.ocpi.tokens.Token;
import dev.roamlab.ocpi.types.OcpiVersion;
import dev.roamlab.ocpi.versions.Version;
import dev.roamlab.ocpi.versions.VersionDetails;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Objects;

/** The golden JSON files: every object that crosses a wire, with every field at least once, in both versions. */
public enum Golden {
    VERSION(Version.class),
    VERSION_DETAILS(VersionDetails.class),
    CREDENTIALS(Credentials.class),
    /** A hub's, which the versions describe so differently that one is not the other's translation. */
    HUB_CREDENTIALS(Credentials.class),
    LOCATION(Location.class),
    EVSE(Evse.class),
    CONNECTOR(Connector.class),
    TARIFF(Tariff.class),
    TOKEN(Token.class),
    LOCATION_REFERENCES(LocationReferences.class),
    AUTHORIZATION_INFO(AuthorizationInfo.class),
    SESSION(Session.class),
    CHARGING_PREFERENCES(ChargingPreferences.class),
    CDR(Cdr.class),
    CREDIT_CDR(Cdr.class),
    CANCEL_RESERVATION(CancelReservation.class),
    RESERVE_NOW(ReserveNow.class),
    START_SESSION(StartSession.class),
    STOP_SESSION(StopSession.class),
    UNLOCK_CONNECTOR(UnlockConnector.class),
    COMMAND_RESPONSE(CommandResponse.class),
    COMMAND_RESULT(CommandResult.class);

    private final Class<? extends Record> type;

    Golden(Class<? extends Record> type) {
        this.type = type;
    }

    /** The record that the file holds. */
    public Class<? extends Record> type() {
        return type;
    }

    /** The file's content in one version. */
    public JsonNode json(OcpiVersion version) {
        String file = "/golden/" + name().toLowerCase(Locale.ROOT).replace('_', '-') + ".v" + version + ".json";
        try (InputStream in = Golden.class.getResourceAsStream(file)) {
            return Json.parse(new String(Objects.requireNonNull(in, file).readAllBytes(), UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (MalformedJson malformed) {
            throw new IllegalStateException(file, malformed);
        }
    }
}
