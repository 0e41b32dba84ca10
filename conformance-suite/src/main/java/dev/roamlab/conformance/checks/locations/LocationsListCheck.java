package dev.roamlab.conformance.checks.locations;

import com.fasterxml.jackson.databind.JsonNode;
import dev.roamlab.conformance.catalogue.CatalogueModule;
import dev.roamlab.conformance.check.Checks;
import dev.roamlab.conformance.check.Crawl;
import dev.roamlab.conformance.check.Probe;
import dev.roamlab.conformance.check.Proves;
import dev.roamlab.conformance.subject.SutRole;
import dev.roamlab.conformance.wire.WireExchange;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The list of Locations and its pages. Spec: mod_locations_get_list_request_parameters, mod_locations_get_list_response_data. */
@Checks(module = CatalogueModule.LOCATIONS)
final class LocationsListCheck {
    private static final String FAR_FUTURE = "2099-01-01T00:00:00Z";

    @Proves(
            value = {"LOC-017", "LOC-029", "LOC-034"},
            sut = SutRole.CPO)
    void the_full_list_can_be_pulled(Probe probe) {
        Crawl crawl = probe.crawl("locations");
        for (WireExchange page : crawl.pages()) {
            boolean success = page.status() == 200
                    && page.ocpiStatus().filter(code -> code == 1000).isPresent();
            probe.claim("LOC-017").on(page).holds(success, "HTTP 200 and status_code 1000", page.outcome());
            if (page.accepted()) {
                boolean empty = Parts.absent(page.data());
                boolean objects = page.data().isArray() && allHaveIds(page.data());
                probe.claim("LOC-029")
                        .on(page)
                        .at("/data")
                        .holds(objects || empty, "an array of objects with an id", page.data());
            }
        }
        known(probe, crawl);
    }

    private static boolean allHaveIds(JsonNode data) {
        for (JsonNode element : data) {
            if (!element.isObject() || Parts.text(element, "id").isEmpty()) {
                return false;
            }
        }
        return true;
    }

    /** Places of which the operator says that a charge can start there have valid EVSEs. */
    private static void known(Probe probe, Crawl crawl) {
        Set<String> named = new HashSet<>();
        probe.sut().known().location().ifPresent(named::add);
        probe.sut().known().startable().forEach(place -> named.add(place.locationId()));
        if (named.isEmpty() || !crawl.complete()) {
            probe.claim("LOC-034")
                    .inconclusive("the SUT file names no Location, or the list could not be read to its end");
            return;
        }
        for (String id : named) {
            probe.claim("LOC-034")
                    .on(crawl.pages().get(0))
                    .holds(
                            Parts.with("id", id, crawl.objects()).isPresent(),
                            "the Location " + id + " in the list",
                            crawl.objects().size() + " Locations without it");
        }
    }

    @Proves(value = "LOC-029", sut = SutRole.CPO)
    void no_match_gives_an_empty_list(Probe probe) {
        WireExchange answer = Listing.page(probe, "date_from", FAR_FUTURE).send();
        boolean success = answer.status() == 200
                && answer.ocpiStatus().filter(code -> code == 1000).isPresent();
        probe.claim("LOC-029").on(answer).holds(success, "HTTP 200 and status_code 1000", answer.outcome());
        if (success) {
            probe.claim("LOC-029")
                    .on(answer)
                    .at("/data")
                    .holds(Parts.absent(answer.data()), "no Location", answer.data());
            Listing.total(answer)
                    .ifPresent(total -> probe.claim("LOC-029")
                            .on(answer)
                            .at("X-Total-Count")
                            .holds(total == 0, "X-Total-Count 0", total));
        }
    }

    @Proves(value = "LOC-023", sut = SutRole.CPO)
    void without_parameters_the_list_covers_every_location(Probe probe) {
        Attempt.judge(probe, attempt -> {
            Crawl crawl = Listing.fresh(probe);
            WireExchange first = crawl.pages().get(0);
            WireExchange last = crawl.pages().get(crawl.pages().size() - 1);
            attempt.holds("LOC-023", first, first.accepted(), "accepted without parameters", first.outcome());
            Optional<Integer> total = Listing.total(last);
            if (!first.accepted() || !crawl.complete() || total.isEmpty()) {
                return;
            }
            Set<String> ids = new HashSet<>();
            crawl.objects().forEach(location -> ids.add(Listing.key(location)));
            if (ids.size() < total.get() && probe.next(last).isEmpty()) {
                furtherByOffset(probe, ids, crawl.objects().size(), total.get());
            }
            if (!Listing.total(first).equals(total)) {
                attempt.disturbed();
            }
            attempt.holds(
                    "LOC-023",
                    first,
                    ids.size() == total.get(),
                    total.get() + " distinct Locations",
                    ids.size() + " of them");
        });
    }

    /** Whoever gives no Link (that is LOC-031) may still be read to the end. */
    private static void furtherByOffset(Probe probe, Set<String> ids, int read, int total) {
        int offset = read;
        for (int calls = 0; offset < total && calls < 200; calls++) {
            WireExchange page =
                    Listing.page(probe, "offset", String.valueOf(offset)).send();
            List<String> more = Listing.ids(page);
            if (!page.accepted() || more.isEmpty()) {
                return;
            }
            ids.addAll(more);
            offset += more.size();
        }
    }

    @Proves(value = "LOC-027", sut = SutRole.CPO)
    void offset_skips_that_many_locations(Probe probe) {
        Listing.atLeast(probe, 3, probe.crawl("locations").objects());
        Attempt.judge(probe, attempt -> {
            WireExchange all = Listing.page(probe).send();
            WireExchange two = Listing.page(probe, "limit", "2").send();
            WireExchange first =
                    Listing.page(probe, "offset", "0", "limit", "2").send();
            WireExchange second =
                    Listing.page(probe, "offset", "1", "limit", "1").send();
            WireExchange after = Listing.page(probe).send();
            if (!moments(all).equals(moments(after))) {
                attempt.disturbed();
            }
            attempt.holds(
                    "LOC-027",
                    first,
                    Listing.ids(two).equals(Listing.ids(first)),
                    Listing.ids(two).toString(),
                    Listing.ids(first));
            List<String> ids = Listing.ids(all).size() > 1 ? Listing.ids(all) : Listing.ids(two);
            if (ids.size() > 1) {
                boolean starts = !Listing.ids(second).isEmpty()
                        && Listing.ids(second).get(0).equals(ids.get(1));
                attempt.holds("LOC-027", second, starts, "the second Location, " + ids.get(1), Listing.ids(second));
            }
        });
        behindTheEnd(probe);
    }

    private static String moments(WireExchange page) {
        return page.responseHeaders().first("X-Total-Count").orElse("") + Listing.moments(Parts.objects(page.data()));
    }

    private static void behindTheEnd(Probe probe) {
        WireExchange first = Listing.page(probe, "limit", "1").send();
        Listing.total(first)
                .ifPresent(total -> Attempt.judge(probe, attempt -> {
                    WireExchange page =
                            Listing.page(probe, "offset", String.valueOf(total)).send();
                    boolean same = Listing.total(page).filter(total::equals).isPresent();
                    if (page.accepted() && !same && Listing.total(page).isPresent()) {
                        return;
                    }
                    boolean empty = page.accepted() && Parts.absent(page.data());
                    attempt.holdsOrWarns(
                            "LOC-027", page, empty, "an empty list behind the end", page.outcome() + " " + page.data());
                }));
    }

    @Proves(value = "LOC-028", sut = SutRole.CPO)
    void limit_caps_the_number_of_locations(Probe probe) {
        Listing.atLeast(probe, 2, probe.crawl("locations").objects());
        WireExchange one = Listing.page(probe, "limit", "1").send();
        int size = one.data().size();
        if (probe.claim("LOC-028").on(one).holds(one.accepted(), "limit=1 accepted", one.outcome())) {
            probe.claim("LOC-028").on(one).at("/data").holds(size <= 1, "at most 1 Location", size);
            boolean hidden =
                    size == 0 && Listing.total(one).filter(total -> total > 0).isPresent();
            probe.claim("LOC-028").on(one).at("/data").holdsOrWarns(!hidden, "1 Location", size);
        }
        WireExchange many = Listing.page(probe, "limit", "100000").send();
        probe.claim("LOC-028").on(many).holds(many.accepted(), "limit=100000 accepted", many.outcome());
    }

    @Proves(value = "LOC-030", sut = SutRole.CPO)
    void every_page_has_the_pagination_headers(Probe probe) {
        Attempt.judge(probe, attempt -> {
            WireExchange plain = Listing.page(probe).send();
            WireExchange one = Listing.page(probe, "limit", "1").send();
            WireExchange next = Listing.page(probe, "offset", "1", "limit", "1").send();
            List<Optional<Integer>> totals = new ArrayList<>();
            for (WireExchange page : List.of(plain, one, next)) {
                if (!page.accepted()) {
                    attempt.holds("LOC-030", page, false, "a page with X-Total-Count and X-Limit", page.outcome());
                    continue;
                }
                totals.add(Listing.total(page));
                header(attempt, page, "X-Total-Count", 0);
                header(attempt, page, "X-Limit", page.data().size());
            }
            attempt.holdsAt(
                    "X-Total-Count",
                    "LOC-030",
                    next,
                    new HashSet<>(totals).size() <= 1,
                    "the same X-Total-Count three times",
                    totals);
            lastPage(probe, attempt, plain);
        });
    }

    private static void header(Attempt attempt, WireExchange page, String name, int least) {
        attempt.holdsAt(
                name,
                "LOC-030",
                page,
                Listing.number(page, name).filter(number -> number >= least).isPresent(),
                name + " of at least " + least,
                page.responseHeaders().first(name).orElse("no " + name));
    }

    /** X-Limit is a limit, not the number of objects that happen to be on the page. */
    private static void lastPage(Probe probe, Attempt attempt, WireExchange plain) {
        Optional<Integer> total = Listing.total(plain);
        Optional<Integer> usual = Listing.number(plain, "X-Limit");
        if (total.isEmpty() || total.get() < 2 || usual.isEmpty() || usual.get() == 1) {
            return;
        }
        WireExchange last = Listing.page(probe, "limit", "3", "offset", String.valueOf(total.get() - 1))
                .send();
        Optional<Integer> limit = Listing.number(last, "X-Limit");
        if (last.accepted() && last.data().size() == 1 && limit.isPresent()) {
            attempt.holdsAt(
                    "X-Limit", "LOC-030", last, limit.get() != 1, "the limit, not the number on the page", limit.get());
        }
    }
}
