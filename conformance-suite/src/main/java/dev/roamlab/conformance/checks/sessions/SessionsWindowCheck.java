package dev.roamlab.conformance.checks.sessions;

import com.fasterxml.jackson.databind.JsonNode;
import dev.roamlab.conformance.catalogue.CatalogueModule;
import dev.roamlab.conformance.check.Checks;
import dev.roamlab.conformance.check.Claim;
import dev.roamlab.conformance.check.Crawl;
import dev.roamlab.conformance.check.Moment;
import dev.roamlab.conformance.check.Probe;
import dev.roamlab.conformance.check.Proves;
import dev.roamlab.conformance.checks.objects.OwnList;
import dev.roamlab.conformance.subject.SutRole;
import dev.roamlab.conformance.wire.WireExchange;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The list of Sessions by dates and by pages. Spec: mod_sessions_cpo_get_request_parameters. */
@Checks(module = CatalogueModule.SESSIONS)
final class SessionsWindowCheck {
    private static final String FROM = "date_from";
    private static final String TO = "date_to";

    @Proves(value = "SES-021", sut = SutRole.CPO)
    void date_from_is_inclusive(Probe probe) {
        SessionLists lists = new SessionLists(probe);
        JsonNode session = lists.resting();
        Instant updated = SessionLists.updated(session).orElseThrow();
        Crawl from = lists.since(session.path("last_updated").asText());
        has(probe.claim("SES-021"), from, session, true);
        Instant later = updated.plusSeconds(1);
        Crawl after = lists.since(Moment.text(later));
        has(probe.claim("SES-021"), after, session, false);
        List<String> older = SessionLists.ids(after.objects().stream()
                .filter(one -> SessionLists.updated(one)
                        .filter(at -> at.isBefore(later))
                        .isPresent())
                .toList());
        probe.claim("SES-021")
                .on(after.pages().get(0))
                .holds(older.isEmpty(), "nothing that was updated before " + later, older);
    }

    private static void has(Claim claim, Crawl crawl, JsonNode session, boolean wanted) {
        boolean there = SessionLists.has(crawl.objects(), session);
        if (wanted && !there && !crawl.complete()) {
            claim.inconclusive("the list is too long, or could not be read to its end");
            return;
        }
        String id = session.path("id").asText();
        String updated = session.path("last_updated").asText();
        claim.on(crawl.pages().get(0))
                .at("/data")
                .holds(
                        there == wanted,
                        (wanted ? "session " : "no session ") + id + ", updated at " + updated,
                        crawl.objects().size() + " sessions, " + id + (there ? " among" : " not among") + " them");
    }

    @Proves(value = "SES-022", sut = SutRole.CPO)
    void date_to_is_exclusive(Probe probe) {
        SessionLists lists = new SessionLists(probe);
        JsonNode session = lists.resting();
        Instant updated = SessionLists.updated(session).orElseThrow();
        String from = Moment.text(updated.minus(Duration.ofDays(1)));
        Crawl until = probe.crawl(
                lists.list(FROM, from, TO, session.path("last_updated").asText()));
        has(probe.claim("SES-022"), until, session, false);
        Crawl beyond = probe.crawl(lists.list(FROM, from, TO, Moment.text(updated.plusSeconds(1))));
        has(probe.claim("SES-022"), beyond, session, true);
    }

    @Proves(value = "SES-023", sut = SutRole.CPO)
    void date_to_is_optional(Probe probe) {
        SessionLists lists = new SessionLists(probe);
        Crawl bounded = probe.crawl(lists.list(
                FROM, SessionLists.LONG_AGO, TO, Moment.text(Instant.now().plus(Duration.ofDays(1)))));
        Optional<JsonNode> newest = bounded.objects().stream()
                .filter(session -> SessionLists.updated(session).isPresent())
                .max((one, other) -> SessionLists.updated(one)
                        .orElseThrow()
                        .compareTo(SessionLists.updated(other).orElseThrow()));
        if (newest.isEmpty()) {
            throw probe.inconclusive("the list of sessions is empty");
        }
        has(probe.claim("SES-023"), lists.since(SessionLists.LONG_AGO), newest.get(), true);
    }

    @Proves(value = "SES-024", sut = SutRole.CPO)
    void offset_counts_objects(Probe probe) {
        SessionLists lists = new SessionLists(probe);
        String until = lists.quietUntil();
        if (!offsets(probe, lists, until, false)) {
            offsets(probe, lists, until, true);
        }
    }

    private static boolean offsets(Probe probe, SessionLists lists, String until, boolean last) {
        Crawl whole = probe.crawl(lists.list(FROM, SessionLists.LONG_AGO, TO, until));
        if (whole.objects().size() < 2) {
            throw probe.inconclusive("fewer than two sessions rest");
        }
        String[] query = {FROM, SessionLists.LONG_AGO, TO, until, "limit", "2"};
        WireExchange plain = lists.list(query).send();
        WireExchange zero = lists.list(query).query("offset", "0").send();
        WireExchange one = lists.list(query).query("offset", "1").send();
        boolean same = SessionLists.ids(plain.data()).equals(SessionLists.ids(zero.data()));
        JsonNode second = whole.objects().get(1);
        boolean next = one.data().size() > 0 && OwnList.key(one.data().get(0)).equals(OwnList.key(second));
        if (last || same && next) {
            Claim claim = probe.claim("SES-024");
            claim.on(zero)
                    .at("/data")
                    .holds(same, "as without offset: " + SessionLists.ids(plain.data()), SessionLists.ids(zero.data()));
            claim.on(one)
                    .at("/data")
                    .holds(
                            next,
                            "the list's second first: " + second.path("id").asText(),
                            SessionLists.ids(one.data()));
        }
        return same && next;
    }

    @Proves(value = "SES-025", sut = SutRole.CPO)
    void limit_bounds_a_page(Probe probe) {
        WireExchange page = new SessionLists(probe)
                .list(FROM, SessionLists.LONG_AGO, "limit", "1")
                .send();
        Optional<Integer> total = SessionLists.number(page, "X-Total-Count");
        if (page.accepted()
                && page.data().isEmpty()
                && total.filter(count -> count > 0).isEmpty()) {
            throw probe.inconclusive("the list of sessions is empty");
        }
        Claim claim = probe.claim("SES-025").on(page).at("/data");
        if (claim.holds(
                page.accepted() && page.data().size() <= 1,
                "one session at most",
                page.outcome() + ", " + page.data().size() + " sessions")) {
            claim.holdsOrWarns(page.data().size() == 1, "one session, as there are " + total.orElse(1), "none");
        }
    }

    @Proves(value = "SES-026", sut = SutRole.CPO)
    void pages_carry_their_headers_and_keep_the_dates(Probe probe) {
        SessionLists lists = new SessionLists(probe);
        String until = lists.quietUntil();
        WireExchange first = page(lists, until, 0);
        Claim claim = probe.claim("SES-026").on(first);
        Optional<Integer> total = SessionLists.number(first, "X-Total-Count");
        claim.at("X-Total-Count")
                .holds(total.isPresent(), "a number in X-Total-Count", SessionLists.shown(first, "X-Total-Count"));
        claim.at("X-Limit")
                .holds(
                        SessionLists.number(first, "X-Limit").isPresent(),
                        "a number in X-Limit",
                        SessionLists.shown(first, "X-Limit"));
        if (total.isEmpty()) {
            return;
        }
        boolean more = total.get() > 1;
        claim.at("Link")
                .holdsOrWarns(
                        probe.next(first).isPresent() == more,
                        more ? "a Link with rel=next" : "no next page",
                        SessionLists.shown(first, "Link"));
        if (probe.next(first).isPresent()) {
            linked(probe, first, until);
        }
        if (!counted(probe, lists, until, false)) {
            counted(probe, lists, until, true);
        }
    }

    private static WireExchange page(SessionLists lists, String until, int offset) {
        return lists.list(FROM, SessionLists.LONG_AGO, TO, until, "limit", "1", "offset", Integer.toString(offset))
                .send();
    }

    /** The pages behind the Link hold nothing from outside the dates. */
    private static void linked(Probe probe, WireExchange first, String until) {
        Instant end = Moment.of(until).orElseThrow();
        WireExchange next = probe.get(probe.next(first).orElseThrow()).send();
        for (JsonNode session : next.data()) {
            boolean inside =
                    SessionLists.updated(session).filter(at -> at.isBefore(end)).isPresent();
            probe.claim("SES-026")
                    .on(next)
                    .at("/data")
                    .holdsOrWarns(inside, "a next page before date_to=" + until, session.path("last_updated"));
        }
    }

    private static boolean counted(Probe probe, SessionLists lists, String until, boolean last) {
        WireExchange start = page(lists, until, 0);
        int total = SessionLists.number(start, "X-Total-Count").orElse(0);
        int step = 1 + total / 10;
        Set<String> ids = new HashSet<>();
        int objects = 0;
        WireExchange page = start;
        for (int offset = 0; offset < total; ) {
            page = lists.list(FROM, SessionLists.LONG_AGO, TO, until, "limit", "" + step, "offset", "" + offset)
                    .send();
            if (page.data().isEmpty()) {
                break;
            }
            page.data().forEach(session -> ids.add(OwnList.key(session)));
            objects += page.data().size();
            offset += page.data().size();
        }
        boolean fits = ids.size() == total && objects == total;
        if (fits || last) {
            Claim claim = probe.claim("SES-026").on(page);
            claim.holds(fits, total + " sessions, each once, as X-Total-Count says", ids.size() + " of " + objects);
            claim.at("Link")
                    .holdsOrWarns(
                            probe.next(page).isEmpty() || !fits,
                            "no next page behind the last",
                            SessionLists.shown(page, "Link"));
        }
        return fits;
    }
}
