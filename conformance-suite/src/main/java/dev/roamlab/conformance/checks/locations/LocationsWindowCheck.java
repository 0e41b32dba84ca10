package dev.roamlab.conformance.checks.locations;

import com.fasterxml.jackson.databind.JsonNode;
import dev.roamlab.conformance.catalogue.CatalogueModule;
import dev.roamlab.conformance.check.Checks;
import dev.roamlab.conformance.check.Crawl;
import dev.roamlab.conformance.check.Probe;
import dev.roamlab.conformance.check.Proves;
import dev.roamlab.conformance.checks.locations.Listing.Dated;
import dev.roamlab.conformance.subject.SutRole;
import dev.roamlab.conformance.tester.Moments;
import dev.roamlab.conformance.wire.Target.Side;
import dev.roamlab.conformance.wire.WireExchange;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The filters by last_updated. Spec: mod_locations_get_list_request_parameters. */
@Checks(module = CatalogueModule.LOCATIONS)
final class LocationsWindowCheck {
    /** A long list is not read over and over: this many Locations at one end of it do. */
    private static final int SLICE = 50;

    @Proves(value = "LOC-020", sut = SutRole.CPO)
    void date_from_is_inclusive(Probe probe) {
        Attempt.judge(probe, attempt -> {
            List<Dated> all = dated(probe);
            Dated one = all.get(Math.max(all.size() / 2, all.size() - SLICE));
            Crawl from = Listing.filtered(probe, "date_from", own(one));
            boolean listed = contains(from, one);
            WireExchange page = from.pages().get(0);
            attempt.holds("LOC-020", page, listed, "the Location " + one.id() + " of " + own(one), ids(from));
            List<Dated> early = Listing.byAge(from.objects()).stream()
                    .filter(dated -> dated.updated().isBefore(one.updated()))
                    .toList();
            attempt.holds("LOC-020", page, early.isEmpty(), "none before " + own(one), ids(early));
            Crawl later = Listing.filtered(
                    probe, "date_from", Moments.text(one.updated().plusSeconds(1)));
            attempt.holds(
                    "LOC-020",
                    later.pages().get(0),
                    !contains(later, one),
                    "not " + one.id() + " a second later",
                    ids(later));
            unlessChanged(probe, attempt, one);
        });
    }

    private static List<Dated> dated(Probe probe) {
        List<Dated> all = Listing.byAge(Listing.fresh(probe).objects());
        if (all.isEmpty()) {
            throw probe.inconclusive("the list has no Location with a last_updated");
        }
        return all;
    }

    /** The system's own notation of the moment, which it should understand best. */
    private static String own(Dated dated) {
        return Parts.text(dated.location(), "last_updated");
    }

    private static boolean contains(Crawl crawl, Dated one) {
        return crawl.objects().stream()
                .anyMatch(location -> Listing.key(location).equals(one.id())
                        && Parts.updated(location).filter(one.updated()::equals).isPresent());
    }

    private static String ids(Crawl crawl) {
        return crawl.pages().get(0).accepted()
                ? ids(Listing.byAge(crawl.objects()))
                : crawl.pages().get(0).outcome();
    }

    private static String ids(List<Dated> dated) {
        return dated.stream()
                        .limit(5)
                        .map(one -> one.id() + " of " + one.updated())
                        .toList()
                + (dated.size() > 5 ? " and " + (dated.size() - 5) + " more" : "");
    }

    private static void unlessChanged(Probe probe, Attempt attempt, Dated one) {
        String id = Parts.text(one.location(), "id");
        WireExchange object =
                probe.get(probe.endpoint("locations", Side.SENDER)).path(id).send();
        Optional<JsonNode> now = object.accepted()
                ? Optional.of(object.data())
                : Parts.with("id", id, Listing.fresh(probe).objects());
        if (now.flatMap(Parts::updated).filter(one.updated()::equals).isEmpty()) {
            attempt.disturbed();
        }
    }

    @Proves(value = "LOC-021", sut = SutRole.CPO)
    void date_to_is_exclusive(Probe probe) {
        Attempt.judge(probe, attempt -> {
            List<Dated> all = dated(probe);
            Dated one = all.get(Math.min(all.size() / 2, SLICE));
            Crawl before = Listing.filtered(probe, "date_to", own(one));
            WireExchange page = before.pages().get(0);
            List<Dated> late = Listing.byAge(before.objects()).stream()
                    .filter(dated -> !dated.updated().isBefore(one.updated()))
                    .toList();
            attempt.holds("LOC-021", page, page.accepted(), "accepted", page.outcome());
            attempt.holds("LOC-021", page, late.isEmpty(), "only Locations before " + own(one), ids(late));
            Crawl later = Listing.filtered(
                    probe, "date_to", Moments.text(one.updated().plusSeconds(1)));
            attempt.holds(
                    "LOC-021", later.pages().get(0), contains(later, one), one.id() + " a second later", ids(later));
            unlessChanged(probe, attempt, one);
        });
    }

    @Proves(value = "LOC-022", sut = SutRole.CPO)
    void windows_neither_overlap_nor_leave_gaps(Probe probe) {
        Attempt.judge(probe, attempt -> {
            Crawl whole = Listing.fresh(probe);
            List<Dated> all = Listing.byAge(whole.objects());
            Optional<Dated> middle = middle(all);
            if (middle.isEmpty() || !whole.complete()) {
                throw probe.inconclusive("the list has no two Locations of different moments, or too many to be read");
            }
            if (all.size() <= 10 * SLICE) {
                halves(probe, attempt, whole, middle.get());
            }
            between(probe, attempt, all, middle.get());
        });
    }

    /** One in the middle that has an older one before it. */
    private static Optional<Dated> middle(List<Dated> all) {
        return all.stream()
                .skip(all.size() / 2)
                .filter(dated -> dated.updated().isAfter(all.get(0).updated()))
                .findFirst();
    }

    private static void halves(Probe probe, Attempt attempt, Crawl whole, Dated middle) {
        Crawl to = Listing.filtered(probe, "date_to", own(middle));
        Crawl from = Listing.filtered(probe, "date_from", own(middle));
        Map<String, Instant> before = Listing.moments(to.objects());
        Map<String, Instant> after = Listing.moments(from.objects());
        Map<String, Instant> both = new TreeMap<>(before);
        both.keySet().retainAll(after.keySet());
        both.entrySet().removeIf(entry -> !entry.getValue().equals(after.get(entry.getKey())));
        WireExchange page = from.pages().get(0);
        attempt.holds("LOC-022", page, both.isEmpty(), "no Location both before and from " + own(middle), both);
        Map<String, Instant> missing = new TreeMap<>(Listing.moments(whole.objects()));
        missing.keySet().removeAll(before.keySet());
        missing.keySet().removeAll(after.keySet());
        attempt.holds(
                "LOC-022", page, missing.isEmpty(), "every Location either before or from " + own(middle), missing);
    }

    private static void between(Probe probe, Attempt attempt, List<Dated> all, Dated middle) {
        Dated first = all.get(Math.max(0, all.indexOf(middle) - SLICE));
        Set<String> expected = new HashSet<>();
        all.stream()
                .filter(dated -> !dated.updated().isBefore(first.updated()))
                .filter(dated -> dated.updated().isBefore(middle.updated()))
                .forEach(dated -> expected.add(dated.id()));
        Crawl window = Listing.filtered(probe, "date_from", own(first), "date_to", own(middle));
        Set<String> found = new HashSet<>(Listing.moments(window.objects()).keySet());
        attempt.holds(
                "LOC-022",
                window.pages().get(0),
                found.equals(expected),
                expected.size() + " Locations from " + own(first) + " to before " + own(middle),
                window.pages().get(0).outcome() + ", " + found.size() + " Locations");
    }

    @Proves(value = "LOC-024", sut = SutRole.CPO)
    void every_form_of_a_datetime_is_understood(Probe probe) {
        Attempt.judge(probe, attempt -> {
            forms(probe, attempt, "2024-01-01T00:00:00", List.of("Z", "", ".000Z", ".0"));
            List<Dated> all = Listing.byAge(Listing.fresh(probe).objects());
            if (!all.isEmpty()) {
                // Local time in place of UTC shows only between Locations of different hours.
                Instant moment = all.get(all.size() - 1).updated().plusSeconds(1);
                forms(probe, attempt, Moments.text(moment).substring(0, 19), List.of("Z", "", ".000Z", ".0"));
            }
        });
    }

    private static void forms(Probe probe, Attempt attempt, String moment, List<String> endings) {
        List<Optional<Integer>> totals = new ArrayList<>();
        WireExchange last = null;
        for (String ending : endings) {
            last = Listing.page(probe, "date_from", moment + ending).send();
            attempt.holds("LOC-024", last, last.accepted(), "accepted: date_from=" + moment + ending, last.outcome());
            if (last.accepted()) {
                totals.add(Listing.total(last));
            }
        }
        boolean same = new HashSet<>(totals).size() <= 1;
        attempt.holdsAt("X-Total-Count", "LOC-024", last, same, "the same X-Total-Count for " + endings, totals);
    }

    @Proves(value = "LOC-031", sut = SutRole.CPO)
    void following_the_links_yields_each_location_once(Probe probe) {
        List<Dated> known = Listing.byAge(probe.crawl("locations").objects());
        if (known.size() < 3) {
            throw probe.inconclusive("the list has " + known.size() + " Locations; at least 3 are needed");
        }
        Attempt.judge(probe, attempt -> {
            // The newest change most; of the twenty newest at least three have to match.
            Dated oldest = known.get(Math.max(0, known.size() - 20));
            WireExchange first =
                    Listing.page(probe, "date_from", own(oldest), "limit", "1").send();
            Optional<Integer> total = Listing.total(first);
            if (!first.accepted() || total.isEmpty() || total.get() < 3) {
                throw probe.inconclusive(
                        "the filtered list has no three Locations or no X-Total-Count: " + first.outcome());
            }
            Links.follow(probe, attempt, first, total.get(), oldest.updated());
        });
    }
}
