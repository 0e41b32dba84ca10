package dev.roamlab.conformance.arithmetic;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A Tariff.
 *
 * @param taxIncluded {@code YES}, {@code NO}, {@code N/A}; 2.2.1 has {@code NO} only
 */
record PricedTariff(
        String id,
        String currency,
        String taxIncluded,
        Limit min,
        Limit max,
        List<Element> elements,
        boolean elsewhere) {
    PricedTariff {
        elements = List.copyOf(elements);
    }

    static PricedTariff of(JsonNode tariff, boolean taxIncludedRequired) {
        List<Element> elements = new ArrayList<>();
        for (JsonNode element : tariff.path("elements")) {
            elements.add(Element.of(element, elements.size()));
        }
        Optional<String> taxIncluded = Json.maybeText(tariff, "tax_included");
        if (taxIncluded.isEmpty() && taxIncludedRequired) {
            throw new Unknowable("the Tariff does not say tax_included");
        }
        return new PricedTariff(
                Json.text(tariff, "id").toUpperCase(Locale.ROOT),
                Json.text(tariff, "currency"),
                taxIncluded.orElse("NO"),
                Limit.of(tariff.path("min_price")),
                Limit.of(tariff.path("max_price")),
                elements,
                tariff.hasNonNull("tariff_alt_url"));
    }

    /** Whether the prices contain taxes that cannot be taken out, as no vat is given. */
    boolean taxHidden(Component component) {
        return taxIncluded.equals("YES") && component.vat().isEmpty();
    }
}
