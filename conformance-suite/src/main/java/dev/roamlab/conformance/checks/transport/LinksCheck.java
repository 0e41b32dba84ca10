package dev.roamlab.conformance.checks.transport;

import dev.roamlab.conformance.catalogue.CatalogueModule;
import dev.roamlab.conformance.check.Checks;
import dev.roamlab.conformance.check.Claim;
import dev.roamlab.conformance.check.Probe;
import dev.roamlab.conformance.check.Proves;
import dev.roamlab.conformance.wire.WireExchange;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** The Link headers of pages, and what is counted. Spec: transport_and_format_pagination. */
@Checks(module = CatalogueModule.TRANSPORT)
final class LinksCheck {
    @Proves({"TRN-042", "TRN-043", "TRN-046", "TRN-052"})
    void links_are_on_every_page_but_the_last(Probe probe) {
        for (String module : Lists.modules(probe)) {
            WireExchange first =
                    probe.list(module).query("offset", "0").query("limit", "1").send();
            // How many there are is not taken from a page's own word: that word is what is judged.
            int count = probe.crawl(module).objects().size();
            if (!first.accepted() || count < 2) {
                continue;
            }
            next(probe, first);
            WireExchange last = probe.list(module)
                    .query("offset", String.valueOf(count - 1))
                    .query("limit", "1")
                    .send();
            // A list that has grown since it was counted has another last page.
            if (last.accepted()
                    && last.data().size() == 1
                    && PagingCheck.total(last).equals(OptionalInt.of(count))) {
                probe.claim("TRN-043")
                        .on(last)
                        .at("Link")
                        .holds(
                                probe.next(last).isEmpty(),
                                "no Link on the last page",
                                last.responseHeaders().all("Link"));
            }
            counted(probe, module, first);
        }
    }

    private static void next(Probe probe, WireExchange first) {
        Optional<URI> next = probe.next(first);
        List<String> links = first.responseHeaders().all("Link");
        Claim claim = probe.claim("TRN-042").on(first).at("Link");
        if (!claim.holds(next.isPresent(), "a Link with rel next", links)) {
            return;
        }
        WireExchange second = probe.get(next.get()).send();
        probe.claim("TRN-042").on(second).holds(second.accepted(), "a next page at " + next.get(), second.outcome());
        claim.holdsOrWarns(links.stream().anyMatch(link -> link.contains("://")), "a complete URL", links);
        String query = Optional.ofNullable(next.get().getQuery()).orElse("");
        probe.claim("TRN-052")
                .on(first)
                .at("Link")
                .holds(query.matches(".*(^|&)offset=1(&.*)?$"), "offset=1 in the Link of a page of one", next.get());
    }

    private static void counted(Probe probe, String module, WireExchange first) {
        WireExchange other =
                probe.list(module).query("offset", "1").query("limit", "1").send();
        WireExchange plain = probe.list(module).send();
        if (!PagingCheck.total(other).equals(PagingCheck.total(first))
                || !PagingCheck.total(plain).equals(PagingCheck.total(first))) {
            other = probe.list(module).query("offset", "1").query("limit", "1").send();
            plain = probe.list(module).send();
            first = probe.list(module).query("offset", "0").query("limit", "1").send();
        }
        probe.claim("TRN-046")
                .on(other)
                .at("X-Total-Count")
                .holds(
                        PagingCheck.total(other).equals(PagingCheck.total(first))
                                && PagingCheck.total(plain).equals(PagingCheck.total(first)),
                        "the same X-Total-Count whatever offset and limit",
                        List.of(PagingCheck.total(plain), PagingCheck.total(first), PagingCheck.total(other)));
    }
}
