package dev.roamlab.cpo.sessions;

import dev.roamlab.ocpi.json.Document;
import dev.roamlab.ocpi.sessions.Session;
import dev.roamlab.ocpi.sessions.SessionBuilder;
import dev.roamlab.ocpi.sessions.SessionStatus;
import dev.roamlab.ocpi.types.Price;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What OCPI shows of a charge. Spec: mod_sessions_session_object. */
final class SessionView {
    private static final int KWH_DECIMALS = 4;

    private final Pricing pricing;
    private final Duration periodsEvery;

    SessionView(Pricing pricing, Duration periodsEvery) {
        this.pricing = pricing;
        this.periodsEvery = periodsEvery;
    }

    /** The charge with its periods continued up to the last reading. */
    Charge updated(Charge charge) {
        if (charge.meter().isEmpty()) {
            return charge;
        }
        boolean over = charge.status() == SessionStatus.COMPLETED || charge.status() == SessionStatus.INVALID;
        boolean due = !charge.meter().readAt().isBefore(charge.periodsUntil().plus(periodsEvery));
        return Progress.continued(charge, pricing.bill(charge).periods(), over || due);
    }

    /** A session as it stands. */
    Document<Session> of(Charge charge, Optional<Instant> end) {
        return Document.of(SessionBuilder.builder()
                .countryCode(charge.place().owner().countryCode())
                .partyId(charge.place().owner().partyId())
                .id(charge.id())
                .startDateTime(charge.start())
                .endDateTime(end)
                .kwh(charge.meter().kwh().setScale(KWH_DECIMALS, RoundingMode.HALF_UP))
                .cdrToken(charge.driver().token())
                .authMethod(charge.driver().method())
                .authorizationReference(charge.driver().authorizationReference())
                .locationId(charge.place().location().id())
                .evseUid(charge.place().location().evseUid())
                .connectorId(charge.place().location().connectorId())
                .currency(pricing.currency(charge.place()))
                .chargingPeriods(charge.periods())
                .totalCost(cost(charge))
                .status(charge.status())
                .lastUpdated(charge.lastUpdated())
                .build());
    }

    private Optional<Price> cost(Charge charge) {
        return charge.meter().isEmpty() || charge.status() == SessionStatus.INVALID
                ? Optional.empty()
                : Optional.of(pricing.bill(charge).totalCost());
    }
}
