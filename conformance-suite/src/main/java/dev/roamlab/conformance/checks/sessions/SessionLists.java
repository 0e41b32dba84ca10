package dev.roamlab.conformance.checks.sessions;

import com.fasterxml.jackson.databind.JsonNode;
import dev.roamlab.conformance.check.Call;
import dev.roamlab.conformance.check.Crawl;
import dev.roamlab.conformance.check.Moment;
import dev.roamlab.conformance.check.Probe;
import dev.roamlab.conformance.checks.objects.OwnList;
import dev.roamlab.conformance.wire.Target.Side;
import dev.roamlab.conformance.wire.WireExchange;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A CPO's list of Sessions, of which those that are COMPLETED rest while others go on. */
final class SessionLists {
    /** Before OCPI. */
    static final String LONG_AGO = "2000-01-01T00:00:00Z";

    private final Probe probe;

    SessionLists(Probe probe) {
        this.probe = probe;
    }

    /** A GET of the list with these query parameters: name, value, name, value. */
    Call list(String... query) {
        Call call = probe.get(probe.endpoint("sessions", Side.SENDER));
        for (int i = 0; i + 1 < query.length; i += 2) {
            call.query(query[i], query[i + 1]);
        }
        return call;
    }

    /** All that was updated since; read page by page. */
    Crawl since(String dateFrom) {
        return probe.crawl(list("date_from", dateFrom));
    }

    /** One that does not change any more. */
    JsonNode resting() {
        List<JsonNode> resting = probe.crawl("sessions").objects().stream()
                .filter(session -> session.path("status").asText().equals("COMPLETED")
                        && updated(session).isPresent())
                .toList();
        if (resting.isEmpty()) {
            throw probe.inconclusive("the list has no COMPLETED session");
        }
        return resting.get(resting.size() / 2);
    }

    static Optional<Instant> updated(JsonNode session) {
        return Moment.of(session.path("last_updated"));
    }

    /** Before this moment nothing in the list changes: what may change was updated later, and will be again. */
    String quietUntil() {
        List<JsonNode> all = probe.crawl("sessions").objects();
        Optional<Instant> moving = all.stream()
                .filter(session -> !session.path("status").asText().equals("COMPLETED"))
                .flatMap(session -> updated(session).stream())
                .min(Instant::compareTo);
        return Moment.text(moving.or(() -> all.stream()
                        .flatMap(session -> updated(session).stream())
                        .max(Instant::compareTo)
                        .map(newest -> newest.plusSeconds(1)))
                .orElseThrow(() -> probe.inconclusive("the list of sessions is empty")));
    }

    static boolean has(Iterable<JsonNode> objects, JsonNode wanted) {
        for (JsonNode object : objects) {
            if (OwnList.key(object).equals(OwnList.key(wanted))) {
                return true;
            }
        }
        return false;
    }

    static List<String> ids(Iterable<JsonNode> objects) {
        List<String> ids = new java.util.ArrayList<>();
        objects.forEach(object -> ids.add(object.path("id").asText()));
        return ids;
    }

    static Optional<Integer> number(WireExchange page, String header) {
        return page.responseHeaders()
                .first(header)
                .filter(text -> text.matches("\\d{1,9}"))
                .map(Integer::valueOf);
    }

    static String shown(WireExchange page, String header) {
        return header + ": " + page.responseHeaders().first(header).orElse("(absent)");
    }
}
