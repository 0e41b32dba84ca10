package dev.roamlab.conformance.checks.transport;

import com.fasterxml.jackson.databind.JsonNode;
import dev.roamlab.conformance.catalogue.CatalogueModule;
import dev.roamlab.conformance.check.Call;
import dev.roamlab.conformance.check.Checks;
import dev.roamlab.conformance.check.Claim;
import dev.roamlab.conformance.check.Crawl;
import dev.roamlab.conformance.check.Probe;
import dev.roamlab.conformance.check.Proves;
import dev.roamlab.conformance.wire.Target.Side;
import dev.roamlab.conformance.wire.WireExchange;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** date_from and date_to. Spec: transport_and_format_pagination, the request parameters of each list. */
@Checks(module = CatalogueModule.TRANSPORT)
final class DateWindowCheck {
    @Proves({"TRN-030", "TRN-031"})
    void date_from_is_inclusive_and_date_to_exclusive(Probe probe) {
        for (String module : Lists.modules(probe)) {
            Crawl all = probe.crawl(probe.list(module));
            Optional<JsonNode> old = all.objects().stream()
                    .filter(object -> Lists.updated(object).isPresent())
                    .min(Comparator.comparing(object -> Lists.updated(object).orElseThrow()));
            if (old.isPresent() && all.complete()) {
                Windows windows = Windows.around(probe, module, old.get());
                // What changed meanwhile proves nothing.
                if (holds(probe.crawl(probe.list(module)), old.get())) {
                    from(probe, windows, old.get());
                    to(probe, windows, old.get());
                }
            }
        }
    }

    /** The lists with one date parameter at, and just behind, the moment at which an object was updated. */
    private record Windows(Instant updated, Crawl from, Crawl fromLater, Crawl fromJustLater, Crawl to, Crawl toLater) {
        static Windows around(Probe probe, String module, JsonNode object) {
            Instant updated = Lists.updated(object).orElseThrow();
            return new Windows(
                    updated,
                    probe.crawl(window(probe, module, Optional.of(updated), Optional.empty())),
                    probe.crawl(window(probe, module, Optional.of(updated.plusSeconds(1)), Optional.empty())),
                    probe.crawl(window(probe, module, Optional.of(updated.plusMillis(1)), Optional.empty())),
                    probe.crawl(window(probe, module, Optional.empty(), Optional.of(updated))),
                    probe.crawl(window(probe, module, Optional.empty(), Optional.of(updated.plusSeconds(1)))));
        }
    }

    private static void from(Probe probe, Windows windows, JsonNode object) {
        Instant updated = windows.updated();
        Claim claim = probe.claim("TRN-030").on(windows.from().pages().get(0));
        claim.holds(
                holds(windows.from(), object),
                "the object with last_updated " + updated + " at date_from of that moment",
                "no such object");
        claim.holds(
                all(windows.from(), moment -> !moment.isBefore(updated)),
                "no object that was updated before date_from",
                "an older one");
        probe.claim("TRN-030")
                .on(windows.fromLater().pages().get(0))
                .holds(
                        !holds(windows.fromLater(), object),
                        "no object with last_updated " + updated + " a second later",
                        Lists.key(object));
        probe.claim("TRN-030")
                .on(windows.fromJustLater().pages().get(0))
                .holdsOrWarns(
                        !holds(windows.fromJustLater(), object),
                        "no object with last_updated " + updated + " a millisecond later",
                        Lists.key(object));
    }

    private static void to(Probe probe, Windows windows, JsonNode object) {
        Instant updated = windows.updated();
        Claim claim = probe.claim("TRN-031").on(windows.to().pages().get(0));
        claim.holds(
                !holds(windows.to(), object),
                "no object with last_updated " + updated + " at date_to of that moment",
                Lists.key(object));
        claim.holds(
                all(windows.to(), moment -> moment.isBefore(updated)),
                "no object that was updated at or after date_to",
                "a younger one");
        probe.claim("TRN-031")
                .on(windows.toLater().pages().get(0))
                .holds(
                        holds(windows.toLater(), object),
                        "the object with last_updated " + updated + " a second later",
                        "no such object");
    }

    @Proves({"TRN-032", "TRN-044", "TRN-047"})
    void adjacent_windows_are_the_whole_list(Probe probe) {
        for (String module : Lists.modules(probe)) {
            Crawl all = probe.crawl(probe.list(module));
            List<Instant> moments = all.objects().stream()
                    .flatMap(object -> Lists.updated(object).stream())
                    .sorted()
                    .toList();
            if (all.complete() && moments.size() >= 3) {
                Instant middle = moments.get(moments.size() / 2);
                Instant end = moments.get(moments.size() - 1).plusSeconds(1);
                Crawl early = probe.crawl(window(probe, module, Optional.of(moments.get(0)), Optional.of(middle)));
                Crawl late = probe.crawl(window(probe, module, Optional.of(middle), Optional.of(end)));
                if (early.complete() && late.complete()) {
                    adjacent(probe, all, probe.crawl(probe.list(module)), early, late);
                    filtered(probe, module, moments.get(0), middle);
                }
            }
            nothing(probe, module);
        }
    }

    private static void adjacent(Probe probe, Crawl before, Crawl after, Crawl early, Crawl late) {
        Set<String> both = new HashSet<>(Lists.keys(early.objects()));
        List<String> overlap = new ArrayList<>(Lists.keys(late.objects()));
        overlap.retainAll(both);
        both.addAll(Lists.keys(late.objects()));
        // Only what was the same before and after has to be in one of the windows.
        Set<String> missing = new HashSet<>(Lists.keys(
                before.objects().stream().filter(object -> holds(after, object)).toList()));
        missing.removeAll(both);
        Claim claim = probe.claim("TRN-032").on(late.pages().get(0));
        claim.holds(
                overlap.isEmpty() || !before.objects().equals(after.objects()), "no object in both windows", overlap);
        claim.holds(missing.isEmpty(), "every object in one of the windows", missing);
    }

    private static void filtered(Probe probe, String module, Instant from, Instant to) {
        WireExchange first = window(probe, module, Optional.of(from), Optional.of(to))
                .query("limit", "1")
                .send();
        // Counted after the answer, and before it is asked for again: what changes in between shows in one of the two.
        int size = probe.crawl(window(probe, module, Optional.of(from), Optional.of(to)))
                .objects()
                .size();
        WireExchange again = window(probe, module, Optional.of(from), Optional.of(to))
                .query("limit", "1")
                .send();
        OptionalInt counted = OptionalInt.of(size);
        probe.claim("TRN-047")
                .on(first)
                .at("X-Total-Count")
                .holds(
                        PagingCheck.total(first).equals(counted)
                                || PagingCheck.total(again).equals(counted),
                        size + " objects in the window",
                        PagingCheck.total(first));
        probe.next(first).ifPresent(next -> {
            for (String name : List.of("date_from", "date_to")) {
                probe.claim("TRN-044")
                        .on(first)
                        .at("Link")
                        .holds(
                                value(next, name).equals(value(first.uri(), name)),
                                name + "=" + value(first.uri(), name).orElse(""),
                                next);
            }
        });
    }

    private static void nothing(Probe probe, String module) {
        WireExchange none = probe.get(probe.endpoint(module, Side.SENDER))
                .query("date_from", "2100-01-01T00:00:00Z")
                .query("limit", "1")
                .send();
        if (none.accepted()) {
            probe.claim("TRN-047")
                    .on(none)
                    .at("X-Total-Count")
                    .holds(
                            PagingCheck.total(none).equals(OptionalInt.of(0)),
                            "X-Total-Count 0 in the future",
                            none.responseHeaders().all("X-Total-Count"));
        }
    }

    @Proves("TRN-033")
    void date_parameters_have_every_notation(Probe probe) {
        for (String module : Lists.modules(probe)) {
            List<OptionalInt> counts = new ArrayList<>();
            for (String text : List.of(
                    "2021-03-04T05:06:07Z",
                    "2021-03-04T05:06:07",
                    "2021-03-04T05:06:07.8Z",
                    "2021-03-04T05:06:07.891",
                    "2021-03-04T05:06:07Z")) {
                WireExchange answer = probe.get(probe.endpoint(module, Side.SENDER))
                        .query("date_from", text)
                        .query("limit", "1")
                        .send();
                probe.claim("TRN-033")
                        .on(answer)
                        .holds(answer.accepted(), "HTTP 200 and status_code 1000 for " + text, answer.outcome());
                counts.add(PagingCheck.total(answer));
            }
            // A list that grew meanwhile, by the first form's own word, says nothing about the other.
            if (counts.get(0).equals(counts.get(4))) {
                probe.claim("TRN-033")
                        .holds(
                                counts.get(0).equals(counts.get(1)),
                                "the same X-Total-Count with Z and without",
                                counts.subList(0, 2));
            }
        }
    }

    private static Call window(Probe probe, String module, Optional<Instant> from, Optional<Instant> to) {
        Call call = probe.get(probe.endpoint(module, Side.SENDER));
        from.or(() -> module.equals("sessions") ? Optional.of(Instant.EPOCH.plusSeconds(946684800)) : Optional.empty())
                .ifPresent(moment -> call.query("date_from", moment.toString()));
        to.ifPresent(moment -> call.query("date_to", moment.toString()));
        return call;
    }

    private static boolean holds(Crawl crawl, JsonNode object) {
        return crawl.objects().stream()
                .anyMatch(one -> Lists.key(one).equals(Lists.key(object))
                        && Lists.updated(one).equals(Lists.updated(object)));
    }

    private static boolean all(Crawl crawl, java.util.function.Predicate<Instant> condition) {
        return crawl.objects().stream()
                .flatMap(object -> Lists.updated(object).stream())
                .allMatch(condition);
    }

    private static Optional<String> value(URI uri, String name) {
        String query = Optional.ofNullable(uri.getRawQuery()).orElse("");
        for (String pair : query.split("&")) {
            if (pair.startsWith(name + "=")) {
                String text = URLDecoder.decode(pair.substring(name.length() + 1), StandardCharsets.UTF_8);
                // With Z or without, and with zeros behind the second or without: one moment.
                return Messages.moment(com.fasterxml.jackson.databind.node.TextNode.valueOf(text))
                        .map(Instant::toString)
                        .or(() -> Optional.of(text));
            }
        }
        return Optional.empty();
    }
}
