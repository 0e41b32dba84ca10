package dev.roamlab.conformance.checks.transport;

import dev.roamlab.conformance.catalogue.CatalogueModule;
import dev.roamlab.conformance.check.Call;
import dev.roamlab.conformance.check.Checks;
import dev.roamlab.conformance.check.Crawl;
import dev.roamlab.conformance.check.Probe;
import dev.roamlab.conformance.check.Proves;
import dev.roamlab.conformance.check.Stage;
import dev.roamlab.conformance.wire.WireExchange;
import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** A list that grows while it is read. Spec: transport_and_format_pagination. */
@Checks(module = CatalogueModule.TRANSPORT)
final class GrowingListCheck {
    @Proves(
            value = {"TRN-039", "TRN-040"},
            stage = Stage.DRIVEN)
    void a_new_object_is_at_the_end(Probe probe) {
        String module = OwnObject.module(probe);
        Crawl before = probe.crawl(probe.list(module));
        // Small pages where that takes no more calls than a crawl may have.
        Call first = probe.list(module);
        WireExchange page = (before.objects().size() < 100 ? first.query("limit", "1") : first).send();
        Optional<URI> next = probe.next(page);
        if (!before.complete() || next.isEmpty()) {
            throw probe.inconclusive("the list of " + module + " is too long, or fits on one page");
        }
        OwnObject.added(probe);
        Crawl rest = probe.crawl(probe.get(next.get()));
        if (rest.complete()) {
            grown(probe, page, rest, before);
        }
        Crawl after = probe.crawl(probe.list(module));
        if (after.complete()) {
            ordered(probe, before, after);
        }
    }

    private static void grown(Probe probe, WireExchange page, Crawl rest, Crawl before) {
        WireExchange last = rest.pages().get(rest.pages().size() - 1);
        OptionalInt first = PagingCheck.total(page);
        OptionalInt count = PagingCheck.total(last);
        if (first.isEmpty() || count.isEmpty()) {
            return;
        }
        List<String> keys = new java.util.ArrayList<>(Lists.keys(page.data()));
        keys.addAll(Lists.keys(rest.objects()));
        HashSet<String> fresh = new HashSet<>(keys);
        fresh.removeAll(Lists.keys(before.objects()));
        probe.claim("TRN-040")
                .on(last)
                .at("X-Total-Count")
                .holds(count.getAsInt() > first.getAsInt(), "more than " + first.getAsInt(), count.getAsInt());
        probe.claim("TRN-040")
                .on(last)
                .holds(
                        !fresh.isEmpty() && new HashSet<>(keys).size() == keys.size(),
                        "every object once, the new one too",
                        keys.size() + " objects, " + fresh.size() + " new");
    }

    private static void ordered(Probe probe, Crawl before, Crawl after) {
        List<String> known = Lists.keys(before.objects());
        List<String> keys = Lists.keys(after.objects());
        int lastKnown = -1;
        int firstNew = keys.size();
        for (int i = 0; i < keys.size(); i++) {
            if (known.contains(keys.get(i))) {
                lastKnown = i;
            } else {
                firstNew = Math.min(firstNew, i);
            }
        }
        if (firstNew == keys.size()) {
            return;
        }
        List<String> still = keys.stream().filter(known::contains).toList();
        List<String> were = known.stream().filter(keys::contains).toList();
        WireExchange last = after.pages().get(after.pages().size() - 1);
        probe.claim("TRN-039")
                .on(last)
                .at("/data")
                .holds(firstNew > lastKnown, "the new object behind all others", "it is number " + (firstNew + 1));
        probe.claim("TRN-039").on(last).holds(still.equals(were), "the others in the same order", "another order");
    }
}
