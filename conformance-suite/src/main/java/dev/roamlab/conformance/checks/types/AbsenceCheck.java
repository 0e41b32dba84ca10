package dev.roamlab.conformance.checks.types;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.roamlab.conformance.catalogue.CatalogueModule;
import dev.roamlab.conformance.catalogue.SpecVersion;
import dev.roamlab.conformance.check.Checks;
import dev.roamlab.conformance.check.Probe;
import dev.roamlab.conformance.check.Proves;
import dev.roamlab.conformance.subject.SutRole;
import dev.roamlab.conformance.wire.Target.Side;
import dev.roamlab.conformance.wire.WireExchange;
import java.math.BigDecimal;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/** What is left out, numbers, and words beyond a list. Spec: terminology_cardinality, types_number_type, types_openenum_type. */
@Checks(module = CatalogueModule.TYPES)
final class AbsenceCheck {
    private static final List<String> LISTS = List.of("related_locations", "images", "facilities");

    @Proves("TYP-044")
    void null_and_absent_mean_the_same(Probe probe) {
        try (Sample sample = Sample.of(probe)) {
            equivalent(probe, sample, "TYP-044", "null", sample.optional(), ObjectNode::putNull);
            equivalent(probe, sample, "TYP-044", "left out", sample.optional(), ObjectNode::remove);
        }
    }

    /** Pushes a fresh object with these fields made absent in one way; they must be absent when it is read. */
    private static void equivalent(
            Probe probe,
            Sample sample,
            String requirement,
            String way,
            List<String> fields,
            BiConsumer<ObjectNode, String> absent) {
        ObjectNode object = sample.fresh();
        fields.forEach(field -> absent.accept(object, field));
        WireExchange put = sample.put(object);
        boolean success = put.ocpiStatus().filter(code -> code == 1000).isPresent();
        if (probe.claim(requirement)
                .on(put)
                .holds(success, "status_code 1000 with " + fields + " " + way, put.outcome())) {
            WireExchange get = sample.get(object, JsonNode::isObject);
            List<String> there = fields.stream()
                    .filter(field -> !Sample.absent(get.data().path(field)))
                    .toList();
            probe.claim(requirement)
                    .on(get)
                    .at("/data")
                    .holds(get.accepted() && there.isEmpty(), fields + " without value", get.outcome() + " " + there);
        }
    }

    @Proves("TYP-045")
    void an_empty_list_may_be_empty_null_or_absent(Probe probe) {
        if (!probe.offers("locations", Side.RECEIVER) || probe.role() == SutRole.CPO) {
            throw probe.inconclusive("no Receiver interface takes an object of ours with a list of cardinality *");
        }
        try (Sample sample = Sample.of(probe)) {
            if (!sample.isToken()) {
                equivalent(probe, sample, "TYP-045", "[]", LISTS, ObjectNode::putArray);
                equivalent(probe, sample, "TYP-045", "null", LISTS, ObjectNode::putNull);
                equivalent(probe, sample, "TYP-045", "left out", LISTS, ObjectNode::remove);
            }
        }
    }

    @Proves("TYP-027")
    void four_decimals_survive(Probe probe) {
        if (probe.role() == SutRole.CPO || !probe.offers("tariffs", Side.RECEIVER)) {
            probe.claim("TYP-027").notApplicable("the system has no Receiver interface that takes a Tariff");
            return;
        }
        ObjectNode tariff = probe.platform().samples().tariffs().perKwh(probe.version(), "0.2345");
        URI url = probe.endpoint("tariffs", Side.RECEIVER);
        String[] path = {
            probe.us().countryCode(), probe.us().partyId(), tariff.path("id").asText()
        };
        WireExchange put = probe.put(url, tariff).path(path).send();
        if (!put.accepted()) {
            throw probe.skip("the system did not take a valid Tariff: " + put.outcome());
        }
        WireExchange get = probe.readBack(
                () -> probe.get(url).path(path), answer -> price(answer.data()).isPresent());
        probe.claim("TYP-027")
                .on(get)
                .at("/data/elements/0/price_components/0/price")
                .holds(
                        price(get.data())
                                .filter(value -> value.compareTo(new BigDecimal("0.2345")) == 0)
                                .isPresent(),
                        "price 0.2345",
                        get.outcome() + " " + get.data().path("elements"));
        probe.delete(url).path(path).once().attempt();
    }

    private static Optional<BigDecimal> price(JsonNode tariff) {
        JsonNode price =
                tariff.path("elements").path(0).path("price_components").path(0).path("price");
        return Optional.of(price).filter(JsonNode::isNumber).map(JsonNode::decimalValue);
    }

    @Proves(value = "TYP-004", sut = SutRole.EMSP)
    void unlisted_values_of_open_enums_are_accepted(Probe probe) {
        if (!probe.offers("locations", Side.RECEIVER)) {
            return;
        }
        try (Sample sample = Sample.of(probe)) {
            if (!sample.isToken()) {
                ObjectNode location = sample.withEnum("SOCKET");
                ((ObjectNode) location.path("evses").path(0).path("connectors").path(0)).put("standard", "LAB_PLUG_9");
                WireExchange put = sample.put(location);
                boolean success = put.ocpiStatus().filter(code -> code == 1000).isPresent();
                probe.claim("TYP-004").on(put).holds(success, "status_code 1000 for LAB_PLUG_9", put.outcome());
            }
        }
    }

    @Proves("TYP-049")
    void objects_of_another_version_may_be_invisible(Probe probe) {
        WireExchange pushed = probe.evidence().all().stream()
                .filter(exchange -> !exchange.fromSut() && exchange.method().equals("PUT") && exchange.accepted())
                .filter(exchange -> ofAnotherVersion(exchange, probe.version()))
                .reduce((first, second) -> second)
                .orElseThrow(() -> probe.inconclusive("nothing was pushed in another version before this one"));
        var target = pushed.target().orElseThrow();
        if (probe.offers(target.module(), Side.RECEIVER)) {
            WireExchange get = probe.get(probe.endpoint(target.module(), Side.RECEIVER))
                    .path(target.rest().toArray(String[]::new))
                    .send();
            boolean visible = get.accepted();
            probe.claim("TYP-049")
                    .notes("an object pushed in another version is " + (visible ? "visible" : "not visible")
                            + " in this one");
            probe.claim("TYP-049").on(get).holds(visible || get.status() == 404, "HTTP 200 or 404", get.outcome());
        }
    }

    private static boolean ofAnotherVersion(WireExchange exchange, SpecVersion version) {
        return exchange.target()
                .filter(target -> target.side().filter(Side.RECEIVER::equals).isPresent())
                .filter(target -> target.rest().size() == 3)
                .flatMap(target -> target.version())
                .filter(other -> other != version)
                .isPresent();
    }
}
