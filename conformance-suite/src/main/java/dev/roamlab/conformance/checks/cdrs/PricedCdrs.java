package dev.roamlab.conformance.checks.cdrs;

import com.fasterxml.jackson.databind.JsonNode;
import dev.roamlab.conformance.arithmetic.Judge;
import dev.roamlab.conformance.arithmetic.Method;
import dev.roamlab.conformance.arithmetic.Opinion;
import dev.roamlab.conformance.check.Claim;
import dev.roamlab.conformance.check.Probe;
import dev.roamlab.conformance.check.SeenObject;
import java.util.ArrayList;
import java.util.List;

/**
 * The CDRs that can be worked out again, and what they show. A CDR fails a rule only with the figure of the mistake that the rule
 * excludes, and only when that is dearer than the right one: what is cheaper can be a discount.
 */
public final class PricedCdrs {
    private PricedCdrs() {}

    /** A CDR with its Tariffs. */
    public record Priced(SeenObject cdr, List<JsonNode> tariffs, Judge judge) {}

    /** All that charge for something and bring their Tariffs along, unless the price is shown on a page elsewhere. */
    public static List<Priced> all(Probe probe) {
        return probe.once("priced CDRs", () -> {
            CdrBook book = CdrBook.atTheEnd(probe);
            List<Priced> priced = new ArrayList<>();
            for (SeenObject cdr : book.plain()) {
                List<JsonNode> tariffs = new ArrayList<>();
                cdr.json().path("tariffs").forEach(tariffs::add);
                boolean elsewhere = tariffs.stream().anyMatch(tariff -> tariff.hasNonNull("tariff_alt_url"));
                if (!tariffs.isEmpty() && !elsewhere) {
                    priced.add(new Priced(cdr, tariffs, new Judge(cdr.json(), tariffs, book.zone(cdr.json()), false)));
                }
            }
            return priced;
        });
    }

    /** Judges a rule by the mistakes that break it. */
    public static void judge(Probe probe, String requirement) {
        for (Priced priced : all(probe)) {
            for (Method method : Method.breaking(requirement)) {
                Opinion opinion = priced.judge().on(method);
                Claim claim = probe.claim(requirement)
                        .on(priced.cdr())
                        .at(priced.cdr().pointer() + "/" + method.figure().field());
                if (opinion instanceof Opinion.Kept) {
                    claim.held();
                } else if (opinion instanceof Opinion.Mistaken mistaken) {
                    state(claim, mistaken);
                }
            }
        }
    }

    private static void state(Claim claim, Opinion.Mistaken mistaken) {
        String expected =
                "the figure that the Tariffs give, " + mistaken.right().toPlainString();
        if (mistaken.cheaper()) {
            claim.warns(expected, mistaken.explained() + " (cheaper: it can be a discount)");
        } else {
            claim.deviates(expected, mistaken.explained());
        }
    }
}
