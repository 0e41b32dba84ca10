package dev.roamlab.conformance.checks.objects;

import com.fasterxml.jackson.databind.JsonNode;
import dev.roamlab.conformance.check.Call;
import dev.roamlab.conformance.check.Claim;
import dev.roamlab.conformance.check.Crawl;
import dev.roamlab.conformance.check.Moment;
import dev.roamlab.conformance.check.Probe;
import dev.roamlab.conformance.schema.ObjectSchemas;
import dev.roamlab.conformance.wire.Target.Side;
import dev.roamlab.conformance.wire.WireExchange;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;

/** The list of a Sender interface that has nothing but a list: Tariffs and CDRs; and that of Tokens. Spec: transport_and_format_get_list. */
public final class OwnList {
    private static final String LONG_AGO = "2000-01-01T00:00:00Z";
    private static final int CALLS_OF_A_CRAWL = 12;

    private final Probe probe;
    private final String module;

    public OwnList(Probe probe, String module) {
        this.probe = probe;
        this.module = module;
    }

    /** Tries the methods that the interface lacks, never on anything that exists; {@code object} has a fresh id. */
    public void hasGetOnly(String requirement, JsonNode object) {
        URI url = probe.endpoint(module, Side.SENDER);
        List<Call> calls = new ArrayList<>(List.of(probe.post(url, object).once()));
        for (String method : List.of("PUT", "PATCH", "DELETE")) {
            Call call =
                    probe.call(method, url).path(UUID.randomUUID().toString()).once();
            calls.add(method.equals("DELETE") ? call : call.body(object));
        }
        for (Call call : calls) {
            WireExchange answer = call.send();
            probe.claim(requirement)
                    .on(answer)
                    .holdsOrWarns(
                            !answer.accepted(),
                            "a refusal such as HTTP 405",
                            answer.method() + ": " + answer.outcome());
        }
        Crawl after = probe.crawl(probe.list(module));
        boolean there = after.objects().stream().anyMatch(one -> key(one).equals(key(object)));
        probe.claim(requirement)
                .on(after.pages().get(0))
                .holds(!there, "a list without the object that we sent", object.path("id"));
    }

    /** Without dates all objects are listed. */
    public void needsNoDates(String requirement) {
        WireExchange dated = probe.list(module).query("date_from", LONG_AGO).send();
        WireExchange all = probe.list(module).send();
        Claim claim = probe.claim(requirement).on(all);
        boolean listed = claim.holds(
                all.accepted() && all.data().isArray(), "HTTP 200, status_code 1000 and a list", all.outcome());
        Optional<Integer> whole = total(all);
        Optional<Integer> part = total(dated);
        if (listed && whole.isPresent() && part.isPresent()) {
            claim.at("X-Total-Count")
                    .holds(whole.get() >= part.get(), "at least " + part.get() + ", as with a date_from", whole.get());
        }
    }

    /** What is listed was updated at date_from or later. */
    public void dateFromIsInclusive(String requirement) {
        JsonNode one = any();
        String at = one.path("last_updated").asText();
        Instant moment = Moment.of(at).orElseThrow(() -> probe.inconclusive("last_updated is no DateTime: " + at));
        contains(requirement, "date_from", at, one);
        String later = Moment.text(moment.plusSeconds(1));
        Crawl after = probe.crawl(probe.list(module).query("date_from", later));
        List<String> older = ids(after, object -> before(object, moment.plusSeconds(1)));
        probe.claim(requirement)
                .on(after.pages().get(0))
                .holds(older.isEmpty(), "nothing that was updated before date_from=" + later, older);
    }

    /** What is listed was updated before date_to. */
    public void dateToIsExclusive(String requirement) {
        JsonNode one = any();
        String at = one.path("last_updated").asText();
        Instant moment = Moment.of(at).orElseThrow(() -> probe.inconclusive("last_updated is no DateTime: " + at));
        Crawl until = probe.crawl(probe.list(module).query("date_to", at));
        List<String> tooLate = ids(until, object -> !before(object, moment));
        probe.claim(requirement)
                .on(until.pages().get(0))
                .holds(tooLate.isEmpty(), "nothing that was updated at date_to=" + at + " or later", tooLate);
        contains(requirement, "date_to", Moment.text(moment.plusSeconds(1)), one);
    }

    private void contains(String requirement, String parameter, String value, JsonNode wanted) {
        Crawl crawl = probe.crawl(probe.list(module).query(parameter, value));
        boolean there = crawl.objects().stream().anyMatch(object -> key(object).equals(key(wanted)));
        if (!there && (!crawl.complete() || hasChanged(wanted))) {
            throw probe.inconclusive("the list changed, or is too long, while it was looked at");
        }
        probe.claim(requirement)
                .on(crawl.pages().get(0))
                .holds(
                        there,
                        "a list with " + key(wanted),
                        parameter + "=" + value + " lists " + crawl.objects().size() + " others");
    }

    private boolean hasChanged(JsonNode object) {
        return probe.crawl(probe.list(module)).objects().stream()
                .noneMatch(now ->
                        key(now).equals(key(object)) && now.path("last_updated").equals(object.path("last_updated")));
    }

    /** The objects at the first places, one by one, are those of the whole list. */
    public void pagesByOffset(String requirement, int places) {
        List<Boolean> right = new ArrayList<>();
        for (int attempt = 0; attempt < 2 && (attempt == 0 || right.contains(false)); attempt++) {
            right.clear();
            Crawl whole = probe.crawl(probe.list(module));
            for (int place = 0; place < Math.min(places, whole.objects().size()); place++) {
                WireExchange page = single(place);
                boolean one = page.data().size() == 1;
                boolean same = one
                        && key(page.data().get(0)).equals(key(whole.objects().get(place)));
                right.add(same);
                if (same || attempt > 0) {
                    probe.claim(requirement)
                            .on(page)
                            .at("/data")
                            .holds(
                                    same,
                                    "exactly " + key(whole.objects().get(place)) + ", number " + place + " of the list",
                                    ids(page));
                }
            }
        }
        if (right.isEmpty()) {
            throw probe.inconclusive("the list of " + module + " is empty");
        }
    }

    private WireExchange single(int offset) {
        return probe.list(module)
                .query("offset", Integer.toString(offset))
                .query("limit", "1")
                .send();
    }

    /** Headers and links of a list read in pages; with dates, only what is in their range. */
    public void carriesPagingHeaders(String requirement, boolean dated) {
        Optional<Instant> until = dated ? newest() : Optional.empty();
        WireExchange first = limited(until, 1).send();
        Claim claim = probe.claim(requirement).on(first);
        Optional<Integer> total = total(first);
        claim.at("X-Total-Count").holds(total.isPresent(), "a number in X-Total-Count", header(first, "X-Total-Count"));
        claim.at("X-Limit")
                .holds(number(first, "X-Limit").isPresent(), "a number in X-Limit", header(first, "X-Limit"));
        boolean more = total.filter(count -> count > 1).isPresent();
        boolean linked = probe.next(first).isPresent();
        claim.at("Link")
                .holdsOrWarns(linked == more, more ? "a Link with rel=next" : "no next page", header(first, "Link"));
        if (total.isEmpty() || more && !linked) {
            return;
        }
        if (!counted(requirement, until, total.get(), false)) {
            counted(requirement, until, total(limited(until, 1).send()).orElse(0), true);
        }
    }

    private boolean counted(String requirement, Optional<Instant> until, int total, boolean last) {
        Crawl crawl = probe.crawl(limited(until, 1 + total / CALLS_OF_A_CRAWL));
        Set<String> unique = new HashSet<>();
        crawl.objects().forEach(object -> unique.add(key(object)));
        List<String> outside =
                ids(crawl, object -> until.filter(end -> !before(object, end)).isPresent());
        Claim claim =
                probe.claim(requirement).on(crawl.pages().get(crawl.pages().size() - 1));
        boolean fits = unique.size() == total || !crawl.complete();
        if (!outside.isEmpty() && crawl.pages().size() > 1) {
            claim.warns("next pages within the dates asked for", outside);
            return true;
        }
        if (fits || last) {
            claim.holds(
                    fits,
                    total + " objects, as X-Total-Count says",
                    unique.size() + " on " + crawl.pages().size() + " pages");
        }
        return fits;
    }

    private Call limited(Optional<Instant> until, int limit) {
        Call call = probe.list(module).query("limit", Integer.toString(limit));
        until.ifPresent(end -> call.query("date_from", LONG_AGO).query("date_to", Moment.text(end)));
        return call;
    }

    /** A list is an array, also when there is nothing in it. */
    public void isAnArray(String requirement, String type) {
        WireExchange empty = probe.list(module)
                .query("date_from", LONG_AGO)
                .query("date_to", "2000-01-02T00:00:00Z")
                .send();
        Claim claim = probe.claim(requirement).on(empty).at("/data");
        boolean absent = empty.data().isMissingNode() || empty.data().isNull();
        if (absent) {
            claim.holdsOrWarns(!empty.accepted(), "data []", empty.data());
        } else {
            claim.holds(empty.accepted() && empty.data().isArray(), "data []", empty.data());
        }
        for (WireExchange page : probe.crawl(module).pages()) {
            Claim listed = probe.claim(requirement).on(page).at("/data");
            listed.holds(page.accepted() && page.data().isArray(), "an array in data", page.outcome());
            for (JsonNode object : page.data()) {
                List<String> missing = ObjectSchemas.of(probe.version()).requiredFields(type).stream()
                        .filter(field -> Alike.nothing(object.path(field)))
                        .toList();
                listed.holds(missing.isEmpty(), "all required fields of " + type, "lacking " + missing);
            }
        }
    }

    /** No object is listed twice; the same one on two pages is a list that moved. */
    public void listsNothingTwice(String requirement) {
        Map<String, JsonNode> elsewhere = new HashMap<>();
        for (WireExchange page : probe.crawl(module).pages()) {
            Set<String> here = new HashSet<>();
            for (JsonNode object : page.data()) {
                String key = key(object);
                JsonNode before = elsewhere.put(key, object);
                boolean twice = !here.add(key) || before != null && !before.equals(object);
                probe.claim(requirement).on(page).at("/data").holds(!twice, "each id once", key + " twice");
            }
        }
    }

    /** Identity of an object, without case. */
    public static String key(JsonNode object) {
        return (object.path("country_code").asText() + "/"
                        + object.path("party_id").asText() + "/"
                        + id(object))
                .toLowerCase(Locale.ROOT);
    }

    /** A Token's identity has its type in it. */
    private static String id(JsonNode object) {
        return object.has("id")
                ? object.path("id").asText()
                : object.path("uid").asText() + "/" + object.path("type").asText();
    }

    private JsonNode any() {
        List<JsonNode> objects = probe.crawl(module).objects();
        if (objects.isEmpty()) {
            throw probe.inconclusive("the list of " + module + " is empty");
        }
        return objects.get(objects.size() / 2);
    }

    private Optional<Instant> newest() {
        return probe.crawl(module).objects().stream()
                .flatMap(object -> Moment.of(object.path("last_updated")).stream())
                .max(Instant::compareTo);
    }

    private static boolean before(JsonNode object, Instant moment) {
        return Moment.of(object.path("last_updated"))
                .filter(updated -> updated.isBefore(moment))
                .isPresent();
    }

    private static List<String> ids(Crawl crawl, Predicate<JsonNode> condition) {
        return crawl.objects().stream()
                .filter(condition)
                .map(object -> id(object) + " of " + object.path("last_updated").asText())
                .toList();
    }

    private static List<String> ids(WireExchange page) {
        List<String> ids = new ArrayList<>();
        page.data().forEach(object -> ids.add(id(object)));
        return ids;
    }

    private static Optional<Integer> total(WireExchange page) {
        return number(page, "X-Total-Count");
    }

    private static Optional<Integer> number(WireExchange page, String name) {
        return page.responseHeaders()
                .first(name)
                .filter(text -> text.matches("\\d{1,9}"))
                .map(Integer::valueOf);
    }

    private static String header(WireExchange page, String name) {
        return name + ": " + page.responseHeaders().first(name).orElse("(absent)");
    }
}
