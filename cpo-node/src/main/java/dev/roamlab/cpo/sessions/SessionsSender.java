package dev.roamlab.cpo.sessions;

import dev.roamlab.cpo.locations.LocationBook;
import dev.roamlab.lab.LabClock;
import dev.roamlab.node.Platform;
import dev.roamlab.node.objects.ListEndpoint;
import dev.roamlab.ocpi.http.Answer;
import dev.roamlab.ocpi.http.Call;
import dev.roamlab.ocpi.http.OcpiException;
import dev.roamlab.ocpi.locations.Capability;
import dev.roamlab.ocpi.locations.Connector;
import dev.roamlab.ocpi.locations.Evse;
import dev.roamlab.ocpi.locations.PowerType;
import dev.roamlab.ocpi.operations.Operation.Nothing;
import dev.roamlab.ocpi.sessions.ChargingPreferences;
import dev.roamlab.ocpi.sessions.ChargingPreferencesResponse;
import dev.roamlab.ocpi.sessions.ProfileType;
import dev.roamlab.ocpi.sessions.Sessions;
import dev.roamlab.ocpi.tariffs.Tariff;
import dev.roamlab.ocpi.tariffs.TariffType;
import io.vertx.core.Future;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;

/** Sessions as their owner serves them: to each eMSP its own. Spec: mod_sessions_cpo_interface. */
public final class SessionsSender {
    private static final BigDecimal WATT_SECONDS_PER_KWH = BigDecimal.valueOf(3_600_000);

    private final Charges charges;
    private final LocationBook locations;
    private final LabClock clock;

    private SessionsSender(Charges charges, LocationBook locations, LabClock clock) {
        this.clock = clock;
        this.charges = charges;
        this.locations = locations;
    }

    /** Puts the interface on the platform's server. */
    public static void serve(Platform platform, Charges charges, LocationBook locations) {
        SessionsSender sender =
                new SessionsSender(charges, locations, platform.lab().clock());
        platform.serveList(
                Sessions.LIST,
                ListEndpoint.toEachItsOwn(
                                charges.sessions(), platform.settings().pageLimit())
                        .requiringDateFrom());
        platform.server().serve(Sessions.PUT_PREFERENCES, sender::prefer);
    }

    private Future<Answer<Nothing>> prefer(Call<ChargingPreferences> call) {
        String id = call.segment("session_id");
        Charge charge = charges.find(id)
                .filter(known -> known.partnerId().equals(call.partner().id()))
                .orElseThrow(() -> OcpiException.notFound("no session " + id + " of yours is under way"));
        ChargingPreferences wishes = call.object().value();
        return requireCapable(charge)
                .compose(capable -> {
                    ChargingPreferencesResponse answer = judge(charge, capable, wishes);
                    return answer == ChargingPreferencesResponse.ACCEPTED
                            ? apply(charges.find(id).orElse(charge), wishes).map(answer)
                            : Future.succeededFuture(answer);
                })
                .map(answer -> Answer.text(answer.name()));
    }

    /** Spec: mod_sessions_charging_preferences_response_enum. */
    private Future<Evse> requireCapable(Charge charge) {
        return locations
                .find(charge.place().location().id())
                .map(location -> location.flatMap(found ->
                                found.value().evse(charge.place().location().evseUid()))
                        .filter(evse -> evse.capabilities().contains(Capability.CHARGING_PREFERENCES_CAPABLE))
                        .orElseThrow(() -> OcpiException.notFound("the EVSE takes no charging preferences")));
    }

    private ChargingPreferencesResponse judge(Charge charge, Evse evse, ChargingPreferences wishes) {
        if (wishes.profileType() != ProfileType.REGULAR
                && tariff(charge, wishes.profileType()).isEmpty()) {
            return ChargingPreferencesResponse.PROFILE_TYPE_NOT_SUPPORTED;
        }
        boolean patient = wishes.profileType() == ProfileType.CHEAP || wishes.profileType() == ProfileType.GREEN;
        if (patient && wishes.departureTime().isEmpty()) {
            return ChargingPreferencesResponse.DEPARTURE_REQUIRED;
        }
        if (patient && wishes.energyNeed().isEmpty()) {
            return ChargingPreferencesResponse.ENERGY_NEED_REQUIRED;
        }
        return evse.connectors().stream()
                        .filter(connector ->
                                connector.id().equals(charge.place().location().connectorId()))
                        .anyMatch(connector -> exceeds(connector, wishes))
                ? ChargingPreferencesResponse.NOT_POSSIBLE
                : ChargingPreferencesResponse.ACCEPTED;
    }

    /** Whether the connector surely cannot deliver that much until then. */
    private boolean exceeds(Connector connector, ChargingPreferences wishes) {
        if (wishes.energyNeed().isEmpty() || wishes.departureTime().isEmpty()) {
            return false;
        }
        long phases = phases(connector.powerType());
        long watts = connector
                .maxElectricPower()
                .map(Integer::longValue)
                .orElse(phases * connector.maxVoltage() * connector.maxAmperage());
        long seconds = Math.max(
                0,
                Duration.between(clock.instant(), wishes.departureTime().get()).toSeconds());
        BigDecimal most = BigDecimal.valueOf(watts).multiply(BigDecimal.valueOf(seconds));
        return wishes.energyNeed().get().multiply(WATT_SECONDS_PER_KWH).compareTo(most) > 0;
    }

    private static long phases(PowerType power) {
        return switch (power) {
            case AC_3_PHASE -> 3;
            case AC_2_PHASE, AC_2_PHASE_SPLIT -> 2;
            case AC_1_PHASE, DC -> 1;
        };
    }

    private Future<Charge> apply(Charge charge, ChargingPreferences wishes) {
        if (charges.find(charge.sessionId()).isEmpty()) {
            throw OcpiException.notFound("session " + charge.sessionId() + " has just ended");
        }
        return tariff(charge, wishes.profileType())
                .map(tariff -> charges.keep(
                        charge.copy().meter(charge.meter().tariff(tariff.id())).build()))
                .orElseGet(() -> Future.succeededFuture(charge));
    }

    private static Optional<Tariff> tariff(Charge charge, ProfileType profile) {
        TariffType type = switch (profile) {
            case CHEAP -> TariffType.PROFILE_CHEAP;
            case FAST -> TariffType.PROFILE_FAST;
            case GREEN -> TariffType.PROFILE_GREEN;
            case REGULAR -> TariffType.REGULAR;
        };
        return charge.place().tariffs().stream()
                .filter(tariff -> tariff.type().equals(Optional.of(type)))
                .findFirst();
    }
}
