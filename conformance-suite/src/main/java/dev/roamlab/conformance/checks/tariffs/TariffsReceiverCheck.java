package dev.roamlab.conformance.checks.tariffs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.roamlab.conformance.catalogue.CatalogueModule;
import dev.roamlab.conformance.check.Checks;
import dev.roamlab.conformance.check.Claim;
import dev.roamlab.conformance.check.Moment;
import dev.roamlab.conformance.check.Probe;
import dev.roamlab.conformance.check.Proves;
import dev.roamlab.conformance.checks.objects.Alike;
import dev.roamlab.conformance.subject.SutRole;
import dev.roamlab.conformance.tester.TariffSamples;
import dev.roamlab.conformance.wire.Target.Side;
import dev.roamlab.conformance.wire.WireExchange;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Tariffs, receiver interface, as an eMSP serves it. Spec: mod_tariffs_emsp_interface. */
@Checks(module = CatalogueModule.TARIFFS)
final class TariffsReceiverCheck {
    private static final Set<String> REQUIRED =
            Set.of("country_code", "party_id", "id", "currency", "elements", "tax_included", "last_updated");

    @Proves(value = "TAR-014", sut = SutRole.EMSP)
    void there_is_no_patch_and_no_post(Probe probe) {
        ObjectNode tariff = samples(probe).minimal(probe.version());
        ObjectNode other = samples(probe).minimal(probe.version());
        try (TariffSlot slot = TariffSlot.of(probe, tariff).stored(tariff);
                TariffSlot fresh = TariffSlot.of(probe, other)) {
            Claim claim = probe.claim("TAR-014");
            WireExchange patched = slot.patch(JsonNodeFactory.instance
                    .objectNode()
                    .put("currency", "USD")
                    .put("last_updated", Moment.text(Instant.now())));
            claim.on(patched).holdsOrWarns(!patched.accepted(), "a refusal such as HTTP 405", patched.outcome());
            WireExchange posted = probe.post(probe.endpoint("tariffs", Side.RECEIVER), other)
                    .once()
                    .send();
            claim.on(posted).holdsOrWarns(!posted.accepted(), "a refusal such as HTTP 405", posted.outcome());
            WireExchange kept = slot.readBack(WireExchange::accepted);
            claim.on(kept)
                    .at("/data/currency")
                    .holds(Alike.lacking(tariff, kept.data()).isEmpty(), "the Tariff as it was PUT", kept.data());
            WireExchange made = fresh.get();
            claim.on(made).holds(!holds(made, other), "no Tariff made by POST", made.outcome());
        }
    }

    private static boolean holds(WireExchange answer, JsonNode tariff) {
        return answer.accepted()
                && answer.data()
                        .path("id")
                        .asText()
                        .equalsIgnoreCase(tariff.path("id").asText());
    }

    @Proves(
            value = {"TAR-016", "TAR-018", "TAR-021", "TAR-025"},
            sut = SutRole.EMSP)
    void a_tariff_is_made_read_replaced_and_deleted(Probe probe) {
        ObjectNode full = FullTariff.of(samples(probe), probe.version());
        TariffSlot slot = TariffSlot.of(probe, full);
        WireExchange made = slot.put(full);
        Claim creates = probe.claim("TAR-018");
        if (!creates.on(made).holds(made.accepted(), "status_code 1000", made.outcome())) {
            throw probe.skip("a valid Tariff was not accepted: " + made.outcome());
        }
        creates.on(made).holdsOrWarns(made.status() == 201, "HTTP 201 for a new Tariff", made.outcome());
        readBack(probe, slot, full);
        WireExchange again = slot.put(full);
        creates.on(again)
                .holdsOrWarns(again.accepted() && again.status() == 200, "HTTP 200 for a known one", again.outcome());
        replace(probe, slot, full);
        delete(probe, slot);
    }

    private static void readBack(Probe probe, TariffSlot slot, ObjectNode full) {
        WireExchange stored =
                slot.readBack(answer -> Alike.lacking(full, answer.data()).isEmpty());
        probe.claim("TAR-018").on(stored).holds(stored.accepted(), "the Tariff that was PUT", stored.outcome());
        Claim claim = probe.claim("TAR-016").on(stored).at("/data");
        if (!claim.holds(
                stored.accepted() && stored.data().isObject(),
                "HTTP 200, status_code 1000 and the Tariff",
                stored.outcome())) {
            return;
        }
        List<String> lacking = Alike.lacking(full, stored.data());
        List<String> essential =
                lacking.stream().filter(TariffsReceiverCheck::isEssential).toList();
        claim.holds(
                essential.isEmpty(), "required fields and elements as they were PUT", "other values at " + essential);
        claim.holdsOrWarns(
                lacking.size() == essential.size(), "optional fields as they were PUT", "other values at " + lacking);
    }

    private static boolean isEssential(String pointer) {
        return REQUIRED.contains(pointer.split("/", 3)[1]);
    }

    private static void replace(Probe probe, TariffSlot slot, ObjectNode full) {
        ObjectNode plain = samples(probe)
                .minimal(probe.version())
                .put("id", full.path("id").asText());
        WireExchange replaced = slot.put(plain);
        if (!replaced.accepted()) {
            probe.claim("TAR-021")
                    .on(replaced)
                    .deviates("status_code 1000 for a PUT of a known Tariff", replaced.outcome());
            return;
        }
        Set<String> gone = new TreeSet<>();
        full.fieldNames().forEachRemaining(gone::add);
        gone.removeAll(REQUIRED);
        WireExchange now = slot.readBack(answer -> isReplaced(answer.data(), gone));
        Claim claim = probe.claim("TAR-021").on(now);
        claim.at("/data/elements")
                .holds(
                        now.data().path("elements").size() == 1,
                        "one element",
                        now.data().path("elements"));
        List<String> left = gone.stream()
                .filter(field -> !Alike.nothing(now.data().path(field)))
                .toList();
        claim.at("/data").holds(left.isEmpty(), "fields that the new Tariff lacks to be gone", left);
    }

    private static boolean isReplaced(JsonNode data, Set<String> gone) {
        return data.path("elements").size() == 1 && gone.stream().allMatch(field -> Alike.nothing(data.path(field)));
    }

    private static void delete(Probe probe, TariffSlot slot) {
        WireExchange deleted = slot.delete();
        Claim claim = probe.claim("TAR-025").on(deleted);
        if (deleted.status() == 204) {
            claim.warns("HTTP 200 with status_code 1000", deleted.outcome());
        } else {
            claim.holds(deleted.accepted(), "HTTP 200 with status_code 1000", deleted.outcome());
        }
        WireExchange after = slot.readBack(answer -> !answer.accepted());
        probe.claim("TAR-025")
                .on(after)
                .holds(!after.accepted() || Alike.nothing(after.data()), "no Tariff any more", after.data());
    }

    @Proves(
            value = {"TAR-017", "TAR-026"},
            sut = SutRole.EMSP)
    void what_is_unknown_is_not_found(Probe probe) {
        WireExchange got = TariffSlot.fresh(probe).get();
        probe.claim("TAR-017").on(got).holds(got.status() == 404, "HTTP 404", got.outcome());
        WireExchange deleted = TariffSlot.fresh(probe).delete();
        probe.claim("TAR-026")
                .on(deleted)
                .holds(deleted.refused(), "HTTP 404 or a 2xxx status_code", deleted.outcome());
    }

    @Proves(value = "TAR-020", sut = SutRole.EMSP)
    void a_tariff_without_a_required_field_is_refused(Probe probe) {
        for (String pointer : FullTariff.required(probe.version())) {
            ObjectNode tariff = samples(probe).minimal(probe.version());
            String id = tariff.path("id").asText();
            FullTariff.remove(tariff, pointer);
            try (TariffSlot slot = new TariffSlot(probe, probe.platform(), id)) {
                WireExchange answer = slot.put(tariff);
                Claim claim = probe.claim("TAR-020").on(answer);
                boolean refused = claim.holds(answer.refused(), "a refusal for want of " + pointer, answer.outcome());
                if (refused) {
                    claim.holdsOrWarns(
                            answer.ocpiStatus().filter(code -> code == 2001).isPresent(),
                            "status_code 2001 for want of " + pointer,
                            answer.outcome());
                    WireExchange got = slot.get();
                    probe.claim("TAR-020").on(got).holds(!got.accepted(), "nothing stored", got.outcome());
                }
            }
        }
    }

    @Proves(value = "TAR-024", sut = SutRole.EMSP)
    void id_in_url_and_body_must_agree(Probe probe) {
        ObjectNode tariff = samples(probe).minimal(probe.version());
        try (TariffSlot inUrl = TariffSlot.fresh(probe);
                TariffSlot inBody = TariffSlot.of(probe, tariff)) {
            WireExchange answer = inUrl.put(tariff);
            probe.claim("TAR-024")
                    .on(answer)
                    .holds(
                            answer.ocpiStatus().filter(code -> code == 2001).isPresent(),
                            "status_code 2001 for an id other than in the URL",
                            answer.outcome());
            for (TariffSlot slot : List.of(inUrl, inBody)) {
                WireExchange got = slot.get();
                probe.claim("TAR-024").on(got).holds(!got.accepted(), "nothing stored", got.outcome());
            }
        }
    }

    @Proves(value = "TAR-037", sut = SutRole.EMSP)
    void optional_fields_may_be_there_or_not(Probe probe) {
        for (ObjectNode tariff :
                List.of(samples(probe).minimal(probe.version()), FullTariff.of(samples(probe), probe.version()))) {
            try (TariffSlot slot = TariffSlot.of(probe, tariff)) {
                WireExchange answer = slot.put(tariff);
                probe.claim("TAR-037").on(answer).holds(answer.accepted(), "acceptance", answer.outcome());
                WireExchange got =
                        slot.readBack(seen -> Alike.lacking(tariff, seen.data()).isEmpty());
                List<String> lost = Alike.lacking(tariff, got.data());
                probe.claim("TAR-037").on(got).holdsOrWarns(lost.isEmpty(), "all fields kept", "lost " + lost);
            }
        }
        ObjectNode nulls = FullTariff.withNulls(samples(probe), probe.version());
        try (TariffSlot slot = TariffSlot.of(probe, nulls)) {
            WireExchange answer = slot.put(nulls);
            probe.claim("TAR-037")
                    .on(answer)
                    .holdsOrWarns(answer.accepted(), "acceptance of null for optional fields", answer.outcome());
        }
    }

    @Proves(
            value = {"TAR-088", "TAR-091"},
            sut = SutRole.EMSP)
    void each_dimension_and_a_whole_day_are_taken(Probe probe) {
        ObjectNode dimensions = FullTariff.withEachDimension(samples(probe), probe.version());
        accepted(probe, "TAR-088", dimensions, "acceptance of all four dimensions");
        ObjectNode day = FullTariff.between(samples(probe), probe.version(), "00:00", "23:59");
        accepted(probe, "TAR-091", day, "acceptance of 00:00 and 23:59");
    }

    private static void accepted(Probe probe, String id, ObjectNode tariff, String what) {
        try (TariffSlot slot = TariffSlot.of(probe, tariff)) {
            WireExchange answer = slot.put(tariff);
            probe.claim(id).on(answer).holds(answer.accepted(), what, answer.outcome());
        }
    }

    @Proves("TAR-038")
    void unknown_fields_are_no_reason_to_refuse(Probe probe) {
        if (probe.role() == SutRole.CPO) {
            probe.claim("TAR-038").notApplicable("nobody sends a Tariff to a CPO");
            return;
        }
        ObjectNode outside = samples(probe).minimal(probe.version()).put("lab_extension", "x");
        ObjectNode inside = samples(probe).minimal(probe.version());
        ((ObjectNode) inside.at("/elements/0/price_components/0")).put("lab_extension", "x");
        for (ObjectNode tariff : List.of(outside, inside)) {
            try (TariffSlot slot = TariffSlot.of(probe, tariff)) {
                WireExchange answer = slot.put(tariff);
                probe.claim("TAR-038")
                        .on(answer)
                        .holds(answer.accepted(), "acceptance of a field lab_extension", answer.outcome());
            }
        }
    }

    @Proves(value = "TAR-071", sut = SutRole.EMSP)
    void no_vat_and_vat_0_stay_apart(Probe probe) {
        ObjectNode tariff = FullTariff.withoutVatAndWithVat0(samples(probe), probe.version());
        try (TariffSlot slot = TariffSlot.of(probe, tariff).stored(tariff)) {
            WireExchange got = slot.readBack(answer -> keepsVat(answer.data()));
            if (!got.accepted()) {
                throw probe.skip("the Tariff cannot be read back: " + got.outcome());
            }
            probe.claim("TAR-071")
                    .on(got)
                    .at("/data/elements/0/price_components")
                    .holds(
                            keepsVat(got.data()),
                            "no vat on the first component, vat 0 on the second",
                            got.data().at("/elements/0/price_components"));
        }
    }

    private static boolean keepsVat(JsonNode data) {
        JsonNode zero = data.at("/elements/0/price_components/1/vat");
        return Alike.nothing(data.at("/elements/0/price_components/0/vat"))
                && zero.isNumber()
                && zero.decimalValue().signum() == 0;
    }

    private static TariffSamples samples(Probe probe) {
        return probe.platform().samples().tariffs();
    }
}
