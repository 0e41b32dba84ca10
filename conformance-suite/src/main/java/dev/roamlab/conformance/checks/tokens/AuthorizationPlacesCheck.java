package dev.roamlab.conformance.checks.tokens;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.roamlab.conformance.catalogue.CatalogueModule;
import dev.roamlab.conformance.check.Call;
import dev.roamlab.conformance.check.Checks;
import dev.roamlab.conformance.check.Moment;
import dev.roamlab.conformance.check.Probe;
import dev.roamlab.conformance.check.Proves;
import dev.roamlab.conformance.checks.objects.Alike;
import dev.roamlab.conformance.checks.tokens.Authorizing.Subject;
import dev.roamlab.conformance.subject.SutRole;
import dev.roamlab.conformance.wire.Target.Side;
import dev.roamlab.conformance.wire.WireExchange;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** Authorization does not depend on what may be out of date. Spec: mod_tokens_real-time_authorization. */
@Checks(module = CatalogueModule.TOKENS)
final class AuthorizationPlacesCheck {
    @Proves(value = "TOK-015", sut = SutRole.EMSP)
    void opening_hours_and_status_do_not_matter(Probe probe) {
        if (!probe.offers("locations", Side.RECEIVER)) {
            throw probe.inconclusive("the eMSP takes no Locations (no locations RECEIVER)");
        }
        Authorizing authorizing = new Authorizing(probe);
        authorizing.requireImplemented();
        Subject subject = authorizing.valid();
        ObjectNode open = location(probe, true);
        ObjectNode closed = location(probe, false);
        try {
            WireExchange atOpen = asked(probe, authorizing, subject, open);
            WireExchange atClosed = asked(probe, authorizing, subject, closed);
            compare(probe, atOpen, atClosed);
        } finally {
            remove(probe, open);
            remove(probe, closed);
        }
    }

    private static ObjectNode location(Probe probe, boolean open) {
        ObjectNode location = probe.platform().samples().locations().minimal(probe.version());
        ObjectNode times = location.putObject("opening_times");
        times.put("twentyfourseven", open);
        if (!open) { // on one day of the week only, half a week away
            times.putArray("regular_hours")
                    .addObject()
                    .put(
                            "weekday",
                            (LocalDate.now(ZoneOffset.UTC).getDayOfWeek().getValue() + 2) % 7 + 1)
                    .put("period_begin", "08:00")
                    .put("period_end", "09:00");
        }
        JsonNode evse = location.at("/evses/0");
        if (!(evse instanceof ObjectNode station)) {
            throw probe.skip("our own sample Location has no EVSE");
        }
        station.put("status", open ? "AVAILABLE" : "OUTOFORDER");
        return location;
    }

    private static WireExchange asked(Probe probe, Authorizing authorizing, Subject subject, ObjectNode location) {
        WireExchange put = call(probe, location).body(location).send();
        if (!put.accepted()) {
            throw probe.skip("a valid Location was not accepted: " + put.outcome());
        }
        return authorizing.ask(
                subject,
                Authorizing.references(
                        location.path("id").asText(),
                        location.at("/evses/0/uid").asText()));
    }

    private static void compare(Probe probe, WireExchange atOpen, WireExchange atClosed) {
        if (!AuthorizationCheck.isDecided(atOpen) || !AuthorizationCheck.isDecided(atClosed)) {
            throw probe.inconclusive(
                    "no AuthorizationInfo to compare: " + atOpen.outcome() + "; " + atClosed.outcome());
        }
        String wanted = atOpen.data().path("allowed").asText();
        probe.claim("TOK-015")
                .on(atClosed)
                .at("/data/allowed")
                .holds(
                        atClosed.data().path("allowed").asText().equals(wanted),
                        wanted + ", as at an open Location",
                        atClosed.data().path("allowed"));
        JsonNode one = atOpen.data().path("location");
        JsonNode other = atClosed.data().path("location");
        if (!Alike.nothing(one) && !Alike.nothing(other)) {
            probe.claim("TOK-015")
                    .on(atClosed)
                    .at("/data/location")
                    .holds(
                            Alike.nothing(one.path("evse_uids")) == Alike.nothing(other.path("evse_uids")),
                            "the EVSE named as at an open Location",
                            other);
        }
    }

    private static Call call(Probe probe, ObjectNode location) {
        return probe.call("PUT", probe.endpoint("locations", Side.RECEIVER))
                .path(
                        probe.us().countryCode(),
                        probe.us().partyId(),
                        location.path("id").asText());
    }

    private static void remove(Probe probe, ObjectNode location) {
        String now = Moment.text(Instant.now());
        location.put("publish", false).put("last_updated", now);
        ((ObjectNode) location.at("/evses/0")).put("status", "REMOVED").put("last_updated", now);
        call(probe, location).body(location).attempt();
    }
}
