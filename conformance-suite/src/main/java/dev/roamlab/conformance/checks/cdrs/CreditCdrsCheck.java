package dev.roamlab.conformance.checks.cdrs;

import com.fasterxml.jackson.databind.JsonNode;
import dev.roamlab.conformance.arithmetic.Price;
import dev.roamlab.conformance.catalogue.CatalogueModule;
import dev.roamlab.conformance.catalogue.SpecVersion;
import dev.roamlab.conformance.check.Checks;
import dev.roamlab.conformance.check.Claim;
import dev.roamlab.conformance.check.Probe;
import dev.roamlab.conformance.check.Proves;
import dev.roamlab.conformance.check.SeenObject;
import dev.roamlab.conformance.check.Stage;
import dev.roamlab.conformance.checks.objects.Alike;
import dev.roamlab.conformance.subject.SutRole;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** CDRs that take others back. Spec: mod_cdrs_credit_cdrs. */
@Checks(module = CatalogueModule.CDRS)
final class CreditCdrsCheck {
    private static final Set<String> OWN = Set.of("id", "credit", "credit_reference_id", "total_cost", "last_updated");
    private static final Set<String> REASONS = Set.of("remark", "invoice_reference_id");

    @Proves(
            value = {"CDR-008", "CDR-009", "CDR-010"},
            stage = Stage.FINAL,
            sut = SutRole.CPO)
    void a_credit_cdr_says_what_it_is(Probe probe) {
        CdrBook book = CdrBook.atTheEnd(probe);
        for (SeenObject cdr : book.all()) {
            String reference = cdr.text("credit_reference_id");
            JsonNode credit = cdr.json().path("credit");
            if (!reference.isEmpty()) {
                probe.claim("CDR-009")
                        .on(cdr)
                        .at(cdr.pointer() + "/credit")
                        .holds(credit.isBoolean() && credit.booleanValue(), "true", credit);
            } else if (!CdrBook.isCredit(cdr.json())) {
                unmarked(probe.claim("CDR-009").on(cdr), cdr);
            }
            if (CdrBook.isCredit(cdr.json()) && !reference.isEmpty()) {
                probe.claim("CDR-008")
                        .on(cdr)
                        .at(cdr.pointer() + "/id")
                        .holds(
                                !cdr.text("id").equalsIgnoreCase(reference),
                                "an id other than " + reference,
                                cdr.text("id"));
                Optional<SeenObject> original = book.original(cdr.json());
                probe.claim("CDR-010")
                        .on(cdr)
                        .at(cdr.pointer() + "/credit_reference_id")
                        .holdsOrWarns(
                                original.filter(found -> !CdrBook.isCredit(found.json()))
                                        .isPresent(),
                                "the id of a CDR that is no Credit CDR itself",
                                reference);
            }
        }
    }

    private static void unmarked(Claim claim, SeenObject cdr) {
        Price.of(cdr.json().path("total_cost"))
                .filter(price -> price.net().signum() < 0)
                .ifPresent(price -> claim.at(cdr.pointer() + "/total_cost")
                        .warns("credit true on a CDR that costs less than nothing", price.net()));
    }

    @Proves(
            value = {"CDR-011", "CDR-012", "CDR-013", "CDR-014"},
            stage = Stage.FINAL,
            sut = SutRole.CPO)
    void a_credit_cdr_repeats_its_original(Probe probe) {
        CdrBook book = CdrBook.atTheEnd(probe);
        for (SeenObject credit : book.credits()) {
            book.original(credit.json()).ifPresent(original -> {
                List<String> changed = Alike.differing(original.json(), credit.json()).stream()
                        .filter(pointer -> !OWN.contains(field(pointer)))
                        .toList();
                List<String> unexplained = changed.stream()
                        .filter(pointer -> !REASONS.contains(field(pointer)))
                        .toList();
                Claim claim = probe.claim("CDR-011").on(credit);
                claim.holds(
                        unexplained.isEmpty(), "the data of " + original.text("id"), "other values at " + unexplained);
                if (changed.size() > unexplained.size()) {
                    claim.notes("remark or invoice_reference_id differ from the original");
                }
                negated(probe, original, credit);
                List<String> amounts = changed.stream()
                        .filter(pointer -> field(pointer).startsWith("total_")
                                || field(pointer).equals("charging_periods"))
                        .toList();
                probe.claim("CDR-014")
                        .on(credit)
                        .holds(
                                amounts.isEmpty(),
                                "all but total_cost as in the original",
                                "other values at " + amounts);
            });
        }
    }

    private static void negated(Probe probe, SeenObject original, SeenObject credit) {
        // Only one of the two entries stands in this version; the judge leaves the other out.
        String entry = probe.is(SpecVersion.V2_2_1) ? "CDR-012" : "CDR-013";
        Map<String, BigDecimal> wanted = amounts(original.json().path("total_cost"));
        wanted.replaceAll((name, amount) -> amount.negate());
        Map<String, BigDecimal> stated = amounts(credit.json().path("total_cost"));
        probe.claim(entry)
                .on(credit)
                .at(credit.pointer() + "/total_cost")
                .holds(wanted.equals(stated), wanted.toString(), stated);
    }

    private static Map<String, BigDecimal> amounts(JsonNode price) {
        Map<String, BigDecimal> amounts = new HashMap<>();
        for (String field : List.of("excl_vat", "incl_vat", "before_taxes")) {
            if (price.path(field).isNumber()) {
                amounts.put(field, price.path(field).decimalValue().stripTrailingZeros());
            }
        }
        price.path("taxes")
                .forEach(tax -> amounts.merge(
                        "tax " + tax.path("name").asText(),
                        tax.path("amount").decimalValue().stripTrailingZeros(),
                        BigDecimal::add));
        return amounts;
    }

    private static String field(String pointer) {
        return pointer.split("/", 3)[1];
    }
}
