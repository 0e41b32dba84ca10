package dev.roamlab.conformance.checks.cdrs;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.roamlab.conformance.catalogue.CatalogueModule;
import dev.roamlab.conformance.catalogue.SpecVersion;
import dev.roamlab.conformance.check.Call;
import dev.roamlab.conformance.check.Checks;
import dev.roamlab.conformance.check.Claim;
import dev.roamlab.conformance.check.Probe;
import dev.roamlab.conformance.check.Proves;
import dev.roamlab.conformance.checks.objects.Alike;
import dev.roamlab.conformance.schema.ObjectSchemas;
import dev.roamlab.conformance.subject.SutRole;
import dev.roamlab.conformance.wire.Target.Side;
import dev.roamlab.conformance.wire.WireExchange;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** CDRs, receiver interface, as an eMSP serves it. Spec: mod_cdrs_emsp_interface. */
@Checks(module = CatalogueModule.CDRS)
final class CdrsReceiverCheck {
    private static final Set<String> REQUIRED =
            ObjectSchemas.of(SpecVersion.V2_2_1).requiredFields("CDR");

    @Proves(
            value = {"CDR-006", "CDR-031", "CDR-032", "CDR-033", "CDR-036", "CDR-039", "CDR-040", "CDR-044"},
            sut = SutRole.EMSP)
    void a_cdr_is_taken_and_shown(Probe probe) {
        ObjectNode cdr = SampleCdrs.of(probe).full(PushedSession.id(probe));
        Posted posted = Posted.of(probe, cdr);
        WireExchange answer = posted.answer();
        probe.claim("CDR-044")
                .on(answer)
                .holds(answer.accepted(), "acceptance with all optional fields", answer.outcome());
        Posted bare = Posted.of(probe, SampleCdrs.of(probe).plain());
        probe.claim("CDR-044")
                .on(bare.answer())
                .holds(
                        bare.accepted(),
                        "acceptance without optional fields",
                        bare.answer().outcome());
        probe.claim("CDR-006")
                .on(bare.answer())
                .holds(
                        bare.accepted(),
                        "acceptance for a Location that is not published",
                        bare.answer().outcome());
        Posted shown = posted.accepted() ? posted : bare;
        if (!shown.accepted()) {
            throw probe.skip("a valid CDR was not accepted: " + answer.outcome());
        }
        probe.claim("CDR-036")
                .on(shown.answer())
                .holds(
                        shown.answer().status() == 201,
                        "HTTP 201",
                        shown.answer().outcome());
        location(probe, shown);
        shown.url().ifPresent(url -> {
            probe.claim("CDR-032").on(shown.answer()).at("Location").held();
            shown(probe, shown, url);
        });
    }

    private static void location(Probe probe, Posted posted) {
        Optional<String> location = posted.answer().responseHeaders().first("Location");
        probe.claim("CDR-039")
                .on(posted.answer())
                .at("Location")
                .holds(
                        location.filter(text -> !text.isBlank()).isPresent(),
                        "a Location header with a URL",
                        location.orElse("(absent)"));
        if (location.isEmpty()) {
            return;
        }
        Claim claim = probe.claim("CDR-040").on(posted.answer()).at("Location");
        boolean usable = claim.holds(
                posted.url().isPresent() && location.get().length() <= 255,
                "a URL of at most 255 characters",
                location.get());
        if (usable && posted.isRelative()) {
            WireExchange resolved = posted.get();
            if (resolved.accepted()) {
                claim.warns("an absolute URL", location.get());
            } else {
                claim.deviates("an absolute URL, or one that resolves against the endpoint", location.get());
            }
        }
    }

    private static void shown(Probe probe, Posted posted, URI url) {
        WireExchange got = posted.readBack(
                answer -> Alike.lacking(posted.cdr(), answer.data()).isEmpty());
        Claim claim = probe.claim("CDR-031").on(got).at("/data");
        boolean there = claim.holds(
                got.accepted() && got.data().isObject(), "HTTP 200, status_code 1000 and the CDR", got.outcome());
        if (there) {
            probe.claim("CDR-039")
                    .on(got)
                    .holds(
                            posted.isIn(got),
                            "the CDR with the id sent",
                            got.data().path("id"));
            List<String> lacking = Alike.lacking(posted.cdr(), got.data());
            List<String> essential = lacking.stream()
                    .filter(pointer -> REQUIRED.contains(pointer.split("/", 3)[1]))
                    .filter(pointer -> !pointer.endsWith("/tariff_id"))
                    .toList();
            claim.holds(essential.isEmpty(), "required fields as they were sent", "other values at " + essential);
            claim.holdsOrWarns(
                    lacking.size() == essential.size(),
                    "optional fields as they were sent",
                    "other values at " + lacking);
            probe.claim("CDR-044")
                    .on(got)
                    .holdsOrWarns(lacking.isEmpty(), "all fields as they were sent", "other values at " + lacking);
        }
        WireExchange none = probe.get(elsewhere(url)).send();
        probe.claim("CDR-033").on(none).holds(none.status() == 404, "HTTP 404", none.outcome());
    }

    /** The URL with a last segment that nobody gave out. */
    private static URI elsewhere(URI url) {
        String text = url.toString();
        int query = text.indexOf('?');
        String path = (query < 0 ? text : text.substring(0, query)).replaceAll("/$", "");
        return URI.create(path.substring(0, path.lastIndexOf('/') + 1) + UUID.randomUUID());
    }

    @Proves(
            value = {"CDR-005", "CDR-041"},
            sut = SutRole.EMSP)
    void the_first_version_stays(Probe probe) {
        SampleCdrs samples = SampleCdrs.of(probe);
        ObjectNode first = samples.costing(samples.plain(), "4.00");
        Posted original = Posted.accepted(probe, first);
        Posted other = Posted.accepted(probe, samples.plain());
        if (original.url().isEmpty() || other.url().isEmpty()) {
            throw probe.inconclusive("the answers have no Location, at which the CDRs could be looked at");
        }
        Claim apart = probe.claim("CDR-041").on(other.answer()).at("Location");
        apart.holds(
                !original.url().equals(other.url()),
                "a URL of its own for each CDR",
                other.url().get());
        for (Posted posted : List.of(original, other)) {
            WireExchange got = posted.readBack(posted::isIn);
            probe.claim("CDR-041")
                    .on(got)
                    .holds(posted.isIn(got), "CDR " + posted.id(), got.data().path("id"));
        }
        Posted.of(probe, samples.costing(first.deepCopy(), "9.00"));
        WireExchange still = original.get();
        probe.claim("CDR-005")
                .on(still)
                .at("/data/total_cost")
                .holds(
                        Alike.lacking(first.path("total_cost"), still.data().path("total_cost"))
                                .isEmpty(),
                        "total_cost as it was first",
                        still.data().path("total_cost"));
    }

    @Proves(value = "CDR-015", sut = SutRole.EMSP)
    void credit_cdrs_are_taken(Probe probe) {
        SampleCdrs samples = SampleCdrs.of(probe);
        Posted original = Posted.accepted(
                probe,
                samples.plain(SampleCdrs.padded(probe.platform().samples().id("CDR"), 36)));
        ObjectNode credit = samples.creditOf(original.cdr(), "-C1");
        Posted posted = Posted.of(probe, credit);
        Claim claim = probe.claim("CDR-015").on(posted.answer());
        if (claim.holds(
                        posted.accepted(),
                        "acceptance of a Credit CDR",
                        posted.answer().outcome())
                && posted.url().isPresent()) {
            WireExchange got = posted.readBack(posted::isIn);
            List<String> other =
                    Alike.lacking(credit.path("total_cost"), got.data().path("total_cost"));
            probe.claim("CDR-015")
                    .on(got)
                    .at("/data/total_cost")
                    .holds(
                            other.isEmpty(),
                            "the negative amounts that were sent",
                            got.data().path("total_cost"));
        }
    }

    @Proves(value = "CDR-030", sut = SutRole.EMSP)
    void a_cdr_cannot_be_replaced_or_removed(Probe probe) {
        Posted posted = Posted.accepted(probe, SampleCdrs.of(probe).plain());
        ObjectNode changed = SampleCdrs.of(probe).costing(posted.cdr().deepCopy(), "9.00");
        ObjectNode patch = JsonNodeFactory.instance.objectNode();
        patch.set("total_cost", changed.path("total_cost"));
        List<Call> calls = new ArrayList<>();
        posted.url()
                .ifPresent(url ->
                        calls.addAll(List.of(probe.put(url, changed), probe.patch(url, patch), probe.delete(url))));
        URI endpoint = probe.endpoint("cdrs", Side.RECEIVER);
        String[] path = {probe.us().countryCode(), probe.us().partyId(), posted.id()};
        calls.add(probe.put(endpoint, changed).path(path));
        calls.add(probe.patch(endpoint, patch).path(path));
        calls.add(probe.delete(endpoint).path(path));
        for (Call call : calls) {
            WireExchange answer = call.once().send();
            probe.claim("CDR-030")
                    .on(answer)
                    .holdsOrWarns(
                            !answer.accepted(),
                            "a refusal such as HTTP 405",
                            answer.method() + ": " + answer.outcome());
        }
        if (posted.url().isPresent()) {
            WireExchange still = posted.readBack(posted::isIn);
            probe.claim("CDR-030")
                    .on(still)
                    .at("/data")
                    .holds(
                            posted.isIn(still)
                                    && Alike.lacking(posted.cdr(), still.data()).stream()
                                            .noneMatch(pointer -> pointer.startsWith("/total_cost")),
                            "the CDR as it was posted",
                            still.data());
        }
    }

    @Proves(value = "CDR-038", sut = SutRole.EMSP)
    void a_cdr_without_a_required_field_is_refused(Probe probe) {
        for (String field : REQUIRED) {
            ObjectNode cdr = SampleCdrs.of(probe).plain();
            cdr.remove(field);
            WireExchange answer = Posted.of(probe, cdr).answer();
            Claim claim = probe.claim("CDR-038").on(answer);
            if (claim.holds(answer.refused(), "a refusal for want of " + field, answer.outcome())) {
                claim.holdsOrWarns(
                        answer.ocpiStatus().filter(code -> code == 2001).isPresent(),
                        "status_code 2001 for want of " + field,
                        answer.outcome());
            }
        }
    }

    @Proves("CDR-045")
    void unknown_fields_are_no_reason_to_refuse(Probe probe) {
        if (probe.role() == SutRole.CPO) {
            probe.claim("CDR-045").notApplicable("nobody sends a CDR to a CPO");
            return;
        }
        Posted posted = Posted.of(probe, SampleCdrs.of(probe).plain().put("lab_extension", "x"));
        probe.claim("CDR-045")
                .on(posted.answer())
                .holds(
                        posted.accepted(),
                        "acceptance of a field lab_extension",
                        posted.answer().outcome());
    }
}
