package dev.roamlab.conformance.checks.transport;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.roamlab.conformance.catalogue.CatalogueModule;
import dev.roamlab.conformance.check.Checks;
import dev.roamlab.conformance.check.Claim;
import dev.roamlab.conformance.check.Moment;
import dev.roamlab.conformance.check.Probe;
import dev.roamlab.conformance.check.Proves;
import dev.roamlab.conformance.check.Stage;
import dev.roamlab.conformance.wire.Target.Side;
import dev.roamlab.conformance.wire.WireExchange;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * How the system pulls our lists. After all that waits side by side, because the lists are not our usual ones. Spec:
 * transport_and_format_pagination.
 */
@Checks(module = CatalogueModule.TRANSPORT)
final class PullingCheck {
    @Proves(
            value = {"TRN-050", "TRN-051"},
            stage = Stage.DESTRUCTIVE)
    void links_are_followed_however_the_headers_are_spelled(Probe probe) {
        boolean follows;
        try (Feed feed = feed(probe, name -> name)) {
            follows = feed.pages().size() > 1;
            toTheEnd(probe, feed);
        }
        if (!follows) {
            throw probe.inconclusive("the system asks for no second page");
        }
        for (UnaryOperator<String> names : List.<UnaryOperator<String>>of(
                name -> name.toLowerCase(Locale.ROOT), name -> name.toUpperCase(Locale.ROOT))) {
            try (Feed feed = feed(probe, names)) {
                probe.claim("TRN-051")
                        .on(feed.pages().get(0))
                        .holds(
                                feed.pages().size() > 1,
                                "a GET of the second page when the header is spelled " + names.apply("Link"),
                                feed.pages().size() + " GET");
            }
        }
    }

    private static Feed feed(Probe probe, UnaryOperator<String> names) {
        return Feed.of(probe, List.of(Feed.object(probe), Feed.object(probe)))
                .spelled(names)
                .pulled();
    }

    private static void toTheEnd(Probe probe, Feed feed) {
        List<WireExchange> pages = feed.pages();
        WireExchange last = pages.get(pages.size() - 1);
        Claim claim = probe.claim("TRN-050").on(last);
        claim.holds(feed.fetched() == feed.size(), feed.size() + " objects fetched", feed.fetched());
        boolean asGiven = pages.stream()
                .skip(1)
                .allMatch(page -> String.valueOf(page.uri().getQuery()).contains("cursor=abc"));
        claim.notes(asGiven ? "takes the Links as they are" : "pages with an offset of its own");
        long afterwards = pages.stream()
                .dropWhile(page -> page.responseHeaders().has("Link"))
                .skip(1)
                .count();
        claim.holdsOrWarns(afterwards == 0, "no GET after the page without a Link", afterwards + " of them");
    }

    @Proves(
            value = {"TRN-025", "TRN-074"},
            stage = Stage.DESTRUCTIVE)
    void what_is_right_is_taken_from_a_list_that_is_partly_wrong(Probe probe) {
        if (!probe.offers(Feed.module(probe), Side.RECEIVER)) {
            throw probe.inconclusive("without a Receiver interface what the system holds cannot be seen");
        }
        ObjectNode plain = Feed.object(probe);
        try (Feed feed = Feed.of(probe, List.of(plain)).pulled()) {
            if (!feed.isKept(plain)) {
                throw probe.inconclusive("what was pulled does not show on the Receiver interface");
            }
        }
        ObjectNode broken = Feed.object(probe);
        broken.remove(Feed.module(probe).equals("tokens") ? "issuer" : "city");
        kept(probe, "TRN-025", broken, "one object of them lacks a required field");
        kept(probe, "TRN-074", Feed.object(probe).put("party_id", "QQQ"), "one object of them is of a party unknown");
    }

    private static void kept(Probe probe, String id, ObjectNode odd, String why) {
        ObjectNode before = Feed.object(probe);
        ObjectNode after = Feed.object(probe);
        try (Feed feed = Feed.of(probe, List.of(before, odd, after)).pulled()) {
            boolean both = feed.isKept(before) && feed.isKept(after);
            probe.claim(id)
                    .on(feed.pages().get(0))
                    .holds(both, "the other objects of the list taken, though " + why, "not all of them");
        }
    }

    @Proves(value = "TRN-041", stage = Stage.DESTRUCTIVE)
    void a_list_that_shrinks_loses_no_object(Probe probe) {
        List<ObjectNode> six = java.util.stream.Stream.generate(() -> Feed.object(probe))
                .limit(6)
                .toList();
        try (Feed feed = Feed.of(probe, six).shrinking().pulled()) {
            if (feed.pages().size() < 3) {
                throw probe.inconclusive("the system asks for no third page");
            }
            String slid = six.get(4).path(Feed.idField(probe)).asText();
            probe.eventually(() -> feed.gave(slid));
            probe.claim("TRN-041")
                    .on(feed.pages().get(2))
                    .at("X-Total-Count")
                    .holds(
                            feed.gave(slid),
                            "a GET one position lower when X-Total-Count has shrunk",
                            "the object that slid onto the former page was not fetched");
        }
    }

    @Proves(value = "TRN-142", stage = Stage.DESTRUCTIVE)
    void what_was_missed_is_fetched(Probe probe) {
        try (Feed feed = Feed.of(probe, List.of(Feed.object(probe))).pulled()) {
            int before = feed.pages().size();
            Instant outage = Instant.now();
            probe.trigger("pull", Map.of("module", Feed.module(probe), "full", false));
            boolean came = probe.eventually(
                    probe.sut().timings().reaction(), () -> feed.pages().size() > before);
            if (!came) {
                throw probe.inconclusive("the trigger pull was pulled, and no GET of our list came");
            }
            WireExchange first = feed.pages().get(before);
            Optional<Instant> from = Optional.ofNullable(first.uri().getQuery())
                    .map(query -> query.replaceAll("(.*&)?date_from=([^&]*).*", "$2"))
                    .flatMap(Moment::of);
            probe.claim("TRN-142")
                    .on(first)
                    .holds(
                            from.filter(moment -> moment.isAfter(outage)).isEmpty(),
                            "a date_from not after " + outage + ", when messages began to be missed",
                            from);
            probe.eventually(() -> complete(feed, before));
            probe.claim("TRN-142").on(first).holds(complete(feed, before), "all pages fetched", "not the last one");
        }
    }

    private static boolean complete(Feed feed, int before) {
        return feed.pages().stream()
                .skip(before)
                .anyMatch(page -> !page.responseHeaders().has("Link"));
    }
}
