package dev.roamlab.pricing.render;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.roamlab.ocpi.json.Binder;
import dev.roamlab.ocpi.json.Json;
import dev.roamlab.pricing.Amount;
import dev.roamlab.pricing.AppliedLimit;
import dev.roamlab.pricing.Bill;
import dev.roamlab.pricing.BillLine;
import dev.roamlab.pricing.BillLine.ElementRef;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;

/**
 * A bill for machines. All figures are plain JSON numbers.
 *
 * <p>{@code total_excl} and {@code total_incl} are what is charged, limits applied; a side that is not known is null.
 * {@code lines} has an entry per dimension and price, in order of first use: {@code dimension} (as in the tariff),
 * {@code reservation}, {@code consumed} and {@code billed} (after the step size) in {@code unit} (kWh, h, session),
 * {@code price} per unit, {@code cost} (billed times price, so with taxes only if the tariff's prices hold them),
 * {@code cost_excl}, {@code cost_incl}, {@code vat}, {@code elements} (indexes from 0) and {@code why}. A line whose step size
 * rounded has {@code step}. The partial totals, periods and taxes are those of a CDR in its 2.3.0 form.
 */
public final class BillJson {
    private BillJson() {}

    /** Renders a bill. */
    public static ObjectNode of(Bill bill) {
        ObjectNode json = Json.object();
        json.put("currency", bill.currency());
        putTotal(json, "total", bill.total());
        ArrayNode lines = json.putArray("lines");
        bill.lines().forEach(line -> lines.add(line(line)));
        ArrayNode taxes = json.putArray("taxes");
        bill.taxes().forEach(tax -> taxes.add(Binder.encode(tax)));
        json.setAll(totals(bill));
        ArrayNode limits = json.putArray("limits");
        bill.limits().forEach(limit -> limits.add(limit(limit)));
        ArrayNode periods = json.putArray("charging_periods");
        bill.periods().forEach(period -> periods.add(Binder.encode(period)));
        ArrayNode explanation = json.putArray("explanation");
        bill.explain().forEach(explanation::add);
        ArrayNode notes = json.putArray("notes");
        bill.notes().forEach(notes::add);
        return json;
    }

    private static ObjectNode line(BillLine line) {
        ObjectNode json = Json.object();
        json.put("dimension", line.dimension().name());
        json.put("reservation", line.reservation());
        put(json, "consumed", line.consumed());
        put(json, "billed", line.billed());
        json.put("unit", line.unit());
        put(json, "price", line.price());
        put(json, "cost", line.priced());
        putTotal(json, "cost", line.cost());
        line.vat().ifPresent(vat -> put(json, "vat", vat));
        ArrayNode elements = json.putArray("elements");
        line.elements().forEach(element -> elements.add(element(element)));
        line.step().ifPresent(step -> {
            ObjectNode rounding = json.putObject("step").put("step_size", step.stepSize());
            put(rounding, "before", step.before());
            put(rounding, "after", step.after());
        });
        return json.put("why", line.why());
    }

    private static ObjectNode element(ElementRef element) {
        return Json.object().put("tariff_id", element.tariffId().value()).put("element", element.element());
    }

    private static ObjectNode totals(Bill bill) {
        ObjectNode json = Json.object();
        // The record's fields carry the names that a CDR has behind "total_".
        Binder.encode(bill.totals())
                .properties()
                .forEach(total -> json.set("total_" + total.getKey(), total.getValue()));
        return json;
    }

    private static ObjectNode limit(AppliedLimit limit) {
        ObjectNode json = Json.object();
        json.put("kind", limit.kind().name().toLowerCase(Locale.ROOT));
        json.put("tariff_id", limit.tariffId().value());
        putTotal(json, "computed", limit.computed());
        putTotal(json, "charged", limit.charged());
        return json;
    }

    private static void putTotal(ObjectNode json, String name, Amount amount) {
        putOrNull(json, name + "_excl", amount.excl());
        putOrNull(json, name + "_incl", amount.incl());
    }

    private static void putOrNull(ObjectNode json, String name, Optional<BigDecimal> number) {
        number.ifPresentOrElse(value -> put(json, name, value), () -> json.putNull(name));
    }

    private static void put(ObjectNode json, String name, BigDecimal number) {
        json.put(name, Json.plain(number));
    }
}
