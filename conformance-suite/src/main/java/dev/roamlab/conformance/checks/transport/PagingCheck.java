package dev.roamlab.conformance.checks.transport;

import com.fasterxml.jackson.databind.JsonNode;
import dev.roamlab.conformance.catalogue.CatalogueModule;
import dev.roamlab.conformance.check.Checks;
import dev.roamlab.conformance.check.Claim;
import dev.roamlab.conformance.check.Crawl;
import dev.roamlab.conformance.check.Probe;
import dev.roamlab.conformance.check.Proves;
import dev.roamlab.conformance.wire.WireExchange;
import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;

/** Pages of lists: parameters, headers, links. Spec: transport_and_format_pagination. */
@Checks(module = CatalogueModule.TRANSPORT)
final class PagingCheck {
    private static final String NEVER = "2100-01-01T00:00:00Z";

    @Proves({"TRN-016", "TRN-027", "TRN-029"})
    void lists_answer_with_and_without_parameters(Probe probe) {
        for (String module : Lists.modules(probe)) {
            WireExchange plain = probe.list(module).send();
            accepted(probe, "TRN-016", plain);
            accepted(probe, "TRN-029", plain);
            WireExchange one = probe.list(module).query("limit", "1").send();
            probe.claim("TRN-027")
                    .on(one)
                    .holds(
                            one.accepted()
                                    && one.data().size() <= 1
                                    && one.responseHeaders().has("X-Total-Count")
                                    && one.responseHeaders().has("X-Limit"),
                            "at most one object, X-Total-Count and X-Limit",
                            one.outcome() + ", " + one.data().size() + " objects");
            for (List<String> alone :
                    List.of(List.of("offset", "0"), List.of("limit", "1"), List.of("date_to", NEVER))) {
                accepted(
                        probe,
                        "TRN-029",
                        probe.list(module).query(alone.get(0), alone.get(1)).send());
            }
            if (!module.equals("sessions")) {
                accepted(
                        probe,
                        "TRN-029",
                        probe.list(module)
                                .query("date_from", "2000-01-01T00:00:00Z")
                                .send());
            }
        }
    }

    private static void accepted(Probe probe, String id, WireExchange answer) {
        Claim claim = probe.claim(id).on(answer);
        claim.holds(answer.accepted(), "HTTP 200 and status_code 1000", answer.outcome());
        if (id.equals("TRN-016") && answer.accepted()) {
            JsonNode data = answer.data();
            if (data.isMissingNode() || data.isNull()) {
                claim.warns("an array in data", data);
            } else {
                claim.at("/data").holds(data.isArray(), "an array in data", data.getNodeType());
            }
        }
    }

    @Proves("TRN-028")
    void links_lead_to_every_object_once(Probe probe) {
        for (String module : Lists.modules(probe)) {
            Crawl crawl = probe.crawl(probe.list(module).query("limit", "2"));
            if (!crawl.complete() || crawl.pages().isEmpty()) {
                continue;
            }
            OptionalInt first = total(crawl.pages().get(0));
            WireExchange last = crawl.pages().get(crawl.pages().size() - 1);
            OptionalInt count = total(last);
            if (first.isEmpty() || !first.equals(count)) {
                continue;
            }
            List<String> keys = Lists.keys(crawl.objects());
            probe.claim("TRN-028")
                    .on(last)
                    .holds(
                            new HashSet<>(keys).size() == keys.size() && keys.size() == count.getAsInt(),
                            count.getAsInt() + " objects of " + module + ", each once",
                            keys.size() + " objects, " + new HashSet<>(keys).size() + " different");
        }
    }

    @Proves({"TRN-034", "TRN-035", "TRN-036", "TRN-038", "TRN-053"})
    void offset_and_limit_are_kept_to(Probe probe) {
        for (String module : Lists.modules(probe)) {
            limits(probe, module);
            offsets(probe, module);
            WireExchange huge = probe.list(module).query("limit", "1000000").send();
            Claim claim = probe.claim("TRN-036").on(huge);
            claim.holds(huge.accepted(), "an answer to a large limit", huge.outcome());
            cap(probe, huge);
        }
    }

    private static void limits(Probe probe, String module) {
        for (int limit = 1; limit <= 3; limit++) {
            WireExchange page =
                    probe.list(module).query("limit", String.valueOf(limit)).send();
            OptionalInt count = total(page);
            if (!page.accepted() || count.isEmpty() || count.getAsInt() < 3) {
                return;
            }
            Claim claim = probe.claim("TRN-035").on(page).at("/data");
            if (claim.holds(
                    page.data().size() <= limit,
                    "at most " + limit + " objects",
                    page.data().size())) {
                boolean fewer =
                        page.data().size() < limit && header(page, "X-Limit").orElse(0) >= limit;
                claim.holdsOrWarns(
                        !fewer,
                        limit + " objects while more follow",
                        page.data().size());
            }
        }
    }

    private static void offsets(Probe probe, String module) {
        List<String> plain = keysOf(probe.list(module).query("limit", "2").send());
        WireExchange zero =
                probe.list(module).query("offset", "0").query("limit", "2").send();
        WireExchange one =
                probe.list(module).query("offset", "1").query("limit", "1").send();
        if (plain.size() < 2) {
            return;
        }
        if (!plain.equals(keysOf(zero)) || !plain.subList(1, 2).equals(keysOf(one))) {
            plain = keysOf(probe.list(module).query("limit", "2").send());
            zero = probe.list(module).query("offset", "0").query("limit", "2").send();
            one = probe.list(module).query("offset", "1").query("limit", "1").send();
            WireExchange after = probe.list(module).query("limit", "2").send();
            if (!plain.equals(keysOf(after))) {
                // The list lives: what moved meanwhile tells nothing about offset.
                return;
            }
        }
        probe.claim("TRN-034")
                .on(zero)
                .holds(plain.equals(keysOf(zero)), "the same page with offset 0 as without", keysOf(zero));
        probe.claim("TRN-034")
                .on(one)
                .holds(plain.subList(1, 2).equals(keysOf(one)), "the second object at offset 1", keysOf(one));
        WireExchange again =
                probe.list(module).query("offset", "0").query("limit", "2").send();
        if (total(again).equals(total(zero))) {
            probe.claim("TRN-038")
                    .on(again)
                    .holds(keysOf(again).equals(keysOf(zero)), "the same objects again", keysOf(again));
        }
    }

    private static void cap(Probe probe, WireExchange huge) {
        OptionalInt count = total(huge);
        if (count.isPresent()
                && count.getAsInt() > huge.data().size()
                && !huge.data().isEmpty()) {
            int size = huge.data().size();
            String query = probe.next(huge).map(URI::getQuery).orElse("");
            probe.claim("TRN-053")
                    .on(huge)
                    .at("X-Limit", "Link")
                    .holds(
                            header(huge, "X-Limit").equals(OptionalInt.of(size))
                                    && query.contains("limit=" + size)
                                    && query.contains("offset=" + size),
                            "X-Limit " + size + ", and offset and limit of the Link equal to it",
                            huge.responseHeaders().all("X-Limit") + " "
                                    + huge.responseHeaders().all("Link"));
        }
    }

    @Proves({"TRN-037", "TRN-045", "TRN-048", "TRN-049"})
    void headers_are_on_every_page(Probe probe) {
        for (String module : Lists.modules(probe)) {
            WireExchange first =
                    probe.list(module).query("offset", "0").query("limit", "2").send();
            OptionalInt count = total(first);
            paged(probe, first);
            paged(
                    probe,
                    probe.get(probe.endpoint(module, dev.roamlab.conformance.wire.Target.Side.SENDER))
                            .query("date_from", NEVER)
                            .send());
            if (count.isEmpty()) {
                continue;
            }
            for (int offset : List.of(count.getAsInt(), count.getAsInt() + 1000)) {
                pastTheEnd(
                        probe,
                        probe.list(module)
                                .query("offset", String.valueOf(offset))
                                .send(),
                        count.getAsInt());
            }
            shortPage(probe, module, first, count.getAsInt());
        }
    }

    private static void paged(Probe probe, WireExchange page) {
        if (!page.accepted()) {
            return;
        }
        List<String> counts = page.responseHeaders().all("X-Total-Count");
        probe.claim("TRN-045")
                .on(page)
                .at("X-Total-Count")
                .holds(counts.size() == 1 && counts.get(0).matches("[0-9]+"), "X-Total-Count once, a number", counts);
        List<String> limits = page.responseHeaders().all("X-Limit");
        boolean usable =
                limits.size() == 1 && limits.get(0).matches("[0-9]{1,9}") && Integer.parseInt(limits.get(0)) >= 1;
        probe.claim("TRN-048")
                .on(page)
                .at("X-Limit")
                .holds(
                        usable && page.data().size() <= Integer.parseInt(limits.get(0)),
                        "X-Limit once, at least the size of the page",
                        limits);
    }

    private static void pastTheEnd(Probe probe, WireExchange page, int count) {
        paged(probe, page);
        if (total(page).orElse(count) > count) {
            // Something was added since the list was counted.
            return;
        }
        probe.claim("TRN-037")
                .on(page)
                .holds(
                        page.accepted()
                                && page.data().isEmpty()
                                && probe.next(page).isEmpty()
                                && total(page).equals(OptionalInt.of(count)),
                        "no objects, no Link, X-Total-Count " + count,
                        page.outcome() + ", " + page.data().size() + " objects, "
                                + page.responseHeaders().all("X-Total-Count"));
    }

    private static void shortPage(Probe probe, String module, WireExchange first, int count) {
        OptionalInt usual = header(first, "X-Limit");
        if (count < 2 || usual.isEmpty()) {
            return;
        }
        WireExchange last = probe.list(module)
                .query("offset", String.valueOf(count - 1))
                .query("limit", "2")
                .send();
        paged(probe, last);
        OptionalInt limit = header(last, "X-Limit");
        if (last.accepted() && last.data().size() == 1 && limit.isPresent()) {
            probe.claim("TRN-049")
                    .on(last)
                    .at("X-Limit")
                    .holds(
                            limit.getAsInt() >= usual.getAsInt(),
                            "X-Limit not below " + usual.getAsInt(),
                            limit.getAsInt());
        }
    }

    /** A header that holds a number. */
    static OptionalInt header(WireExchange answer, String name) {
        return answer.responseHeaders()
                .first(name)
                .filter(value -> value.matches("[0-9]{1,9}"))
                .map(Integer::parseInt)
                .map(OptionalInt::of)
                .orElse(OptionalInt.empty());
    }

    static OptionalInt total(WireExchange answer) {
        return header(answer, "X-Total-Count");
    }

    private static List<String> keysOf(WireExchange page) {
        return Lists.keys(page.data());
    }
}
