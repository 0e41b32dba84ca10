package dev.roamlab.cpo.sessions;

import dev.roamlab.ocpi.cdrs.Cdr;
import dev.roamlab.ocpi.cdrs.CdrBuilder;
import dev.roamlab.ocpi.types.CiString;
import java.time.Instant;
import java.util.Optional;

/**
 * Makes the bill of a session. It covers everything from the start of the session, or of the reservation before it, to the
 * station's end of the transaction: the time between the end of charging and that is parking, what comes after it is not
 * billed. Spec: mod_cdrs_cdr_object.
 */
final class CdrMaker {
    private final Pricing pricing;

    CdrMaker(Pricing pricing) {
        this.pricing = pricing;
    }

    Cdr make(Charge charge, String id, Instant end, Instant now) {
        return pricing.bill(charge)
                .onto(CdrBuilder.builder())
                .countryCode(charge.place().owner().countryCode())
                .partyId(charge.place().owner().partyId())
                .id(new CiString(id))
                .startDateTime(charge.begin())
                .endDateTime(end)
                .sessionId(Optional.of(charge.id()))
                .cdrToken(charge.driver().token())
                .authMethod(charge.driver().method())
                .authorizationReference(charge.driver().authorizationReference())
                .cdrLocation(charge.place().location())
                .lastUpdated(now)
                .build();
    }
}
