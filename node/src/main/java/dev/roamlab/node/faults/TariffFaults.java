package dev.roamlab.node.faults;

import static dev.roamlab.node.faults.Answers.data;
import static dev.roamlab.node.faults.Answers.items;
import static dev.roamlab.node.faults.Edits.change;
import static dev.roamlab.node.faults.Edits.drop;
import static dev.roamlab.node.faults.Edits.each;
import static dev.roamlab.node.faults.Edits.put;
import static dev.roamlab.node.faults.FaultDraft.sent;
import static dev.roamlab.node.faults.FaultDraft.served;
import static dev.roamlab.node.faults.Values.emptied;
import static dev.roamlab.node.faults.Values.json;
import static dev.roamlab.node.faults.Values.quoted;
import static dev.roamlab.node.faults.Values.text;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.roamlab.ocpi.types.OcpiVersion;
import io.vertx.core.http.HttpMethod;
import java.util.List;
import java.util.stream.Stream;

/** What can be wrong with Tariffs. */
final class TariffFaults {
    private static final String TARIFFS = "tariffs";

    private TariffFaults() {}

    static List<Fault> list() {
        return Stream.of(fields(), receiver(), pushes()).flatMap(List::stream).toList();
    }

    private static List<Fault> fields() {
        return List.of(
                shown("TAR-no-currency", "A Tariff has no currency")
                        .only(OcpiVersion.V2_2_1)
                        .breaks("TAR-035", "TAR-012", "TYP-043")
                        .by(data(drop("currency"))),
                shown("TAR-no-tax-included", "A Tariff does not say what its prices include")
                        .only(OcpiVersion.V2_3_0)
                        .breaks("TAR-036", "TAR-012", "TYP-043")
                        .by(data(drop("tax_included"))),
                shown("TAR-tax-included-as-boolean", "tax_included is a boolean")
                        .only(OcpiVersion.V2_3_0)
                        .breaks("TAR-116", "TAR-036", "TYP-002")
                        .by(data(put("tax_included", json("true")))),
                shown("TAR-elements-empty", "A Tariff has no elements")
                        .only(OcpiVersion.V2_2_1)
                        .breaks("TAR-035", "TAR-012", "TYP-046")
                        .by(data(change("elements", emptied()))),
                shown("TAR-currency-sign", "The currency is a sign")
                        .breaks("TAR-040")
                        .by(data(change("currency", text("€")))),
                shown("TAR-element-without-components", "An element has no price components")
                        .breaks("TAR-084", "TYP-043", "TYP-046")
                        .by(data(drop("elements.price_components"))),
                shown("TAR-price-in-quotes", "The price is in quotes")
                        .breaks("TAR-067", "TYP-025")
                        .by(data(change("elements.price_components.price", quoted()))),
                shown("TAR-no-step-size", "A price component has no step size")
                        .breaks("TAR-067", "TYP-043")
                        .by(data(drop("elements.price_components.step_size"))),
                shown("TAR-fractional-step", "The step size is a fraction")
                        .breaks("TAR-067", "TYP-025")
                        .by(data(change("elements.price_components.step_size", step -> json("0.5")))),
                shown("TAR-unknown-dimension", "The type of a price component is not defined")
                        .breaks("TAR-088", "TAR-067")
                        .by(data(change("elements.price_components.type", text("CHARGING_TIME")))),
                shown("TAR-short-time", "A start time has one digit for the hour")
                        .breaks("TAR-091", "TAR-107")
                        .by(restrictions("{\"start_time\":\"9:00\"}")),
                shown("TAR-date-the-other-way", "A start date begins with the day")
                        .breaks("TAR-096", "TAR-107")
                        .by(restrictions("{\"start_date\":\"24-12-2026\"}")),
                shown("TAR-short-weekday", "A day of the week has three letters")
                        .breaks("TAR-066", "TAR-107")
                        .by(restrictions("{\"day_of_week\":[\"MON\"]}")),
                shown("TAR-energy-in-quotes", "min_kwh is in quotes")
                        .breaks("TAR-107", "TYP-025")
                        .by(restrictions("{\"min_kwh\":\"5\"}")),
                shown("TAR-unknown-reservation", "The reservation restriction is not defined")
                        .breaks("TAR-081", "TAR-107")
                        .by(restrictions("{\"reservation\":\"RESERVED\"}")),
                shown("TAR-energy-of-reservation", "A reservation is charged by energy")
                        .breaks("TAR-109")
                        .by(data(each("elements", element -> {
                            element.set("restrictions", json("{\"reservation\":\"RESERVATION\"}"));
                            element.set(
                                    "price_components", json("[{\"type\":\"ENERGY\",\"price\":0.25,\"step_size\":1}]"));
                        }))),
                shown("TAR-unknown-type", "The type of a Tariff is not defined")
                        .breaks("TAR-112", "TAR-037")
                        .by(data(put("type", "regular"))),
                shown("TAR-min-price-as-number", "min_price is a number in 2.2.1")
                        .only(OcpiVersion.V2_2_1)
                        .breaks("TAR-045", "TAR-037", "TYP-028")
                        .by(data(put("min_price", json("1.5")))),
                shown("TAR-min-price-of-2.2.1", "min_price has the fields of 2.2.1")
                        .only(OcpiVersion.V2_3_0)
                        .breaks("TAR-080", "TAR-037")
                        .by(data(put("min_price", json("{\"excl_vat\":1.5}")))),
                shown("TAR-duplicate-id", "Two Tariffs have the same id")
                        .breaks("TAR-039", "TRN-028")
                        .by(items(tariffs -> {
                            for (int i = 1; i < tariffs.size(); i++) {
                                ((ObjectNode) tariffs.get(i))
                                        .set("id", tariffs.get(0).path("id"));
                            }
                        })));
    }

    private static List<Fault> receiver() {
        return List.of(
                emsp("PUT", "TAR-put-not-stored", "A pushed Tariff is not stored")
                        .breaks("TAR-018", "TRN-067", "TAR-016", "TRN-064")
                        .by(Behaviours.swallowed()),
                emsp("PUT", "TAR-put-merges", "Fields that a PUT leaves out keep their old values")
                        .breaks("TAR-021", "TRN-055")
                        .by(Stored.putMerges()),
                emsp("PUT", "TAR-elements-added", "Pushed elements are put behind the stored ones")
                        .breaks("TAR-021")
                        .by(Stored.listAdded("elements")),
                emsp("DELETE", "TAR-delete-ignored", "A deleted Tariff stays")
                        .breaks("TAR-025")
                        .by(Behaviours.swallowed()),
                emsp("GET", "TAR-elements-reversed", "The elements of a Tariff are shown in another order")
                        .breaks("TAR-016")
                        .by(data(change("elements", Values.reversed()))),
                emsp("PATCH", "TAR-patch-works", "PATCH of a Tariff works")
                        .where(request -> request.path().size() == 3)
                        .breaks("TAR-014")
                        .by(Stored.patchable()),
                emsp("PUT", "TAR-parking-time-refused", "A price for parking time is refused")
                        .breaks("TAR-088")
                        .by(Behaviours.refusingBody(tariff -> tariff.toString().contains("\"PARKING_TIME\""))),
                emsp("PUT", "TAR-whole-day-refused", "A time restriction that begins at 00:00 is refused")
                        .breaks("TAR-091", "TAR-016")
                        .by(Behaviours.refusingBody(tariff -> tariff.toString().contains("\"00:00\""))),
                emsp("PUT", "TAR-mismatch-accepted", "A Tariff whose id is not that of the URL is accepted")
                        .breaks("TAR-024", "TRN-072", "TAR-020", "STC-018")
                        .by(Behaviours.swallowedWhenCode(2001)));
    }

    private static List<Fault> pushes() {
        return List.of(
                cpo("PUT", "TAR-push-posted", "A new Tariff is pushed with POST")
                        .needs("add-tariff")
                        .breaks("TAR-002", "TRN-069")
                        .by(Requests.method(HttpMethod.POST)),
                cpo("PUT", "TAR-push-without-last-updated", "A pushed Tariff has no last_updated")
                        .needs("add-tariff")
                        .breaks("TAR-019", "TRN-054", "TAR-035", "TAR-036")
                        .by(Requests.body(drop("last_updated"))),
                cpo("PUT|DELETE", "TAR-push-without-owner", "The URL of a Tariff does not name its owner")
                        .needs("add-tariff")
                        .breaks("TAR-013", "TRN-063", "TAR-022", "TAR-023")
                        .by(Requests.url(Urls.withoutOwner())),
                cpo("PUT", "TAR-push-to-other-country", "The country code in the URL is not that of the Tariff")
                        .needs("add-tariff")
                        .breaks("TAR-022", "TRN-066", "TAR-013", "TRN-065")
                        .by(Requests.url(Urls.otherCountry())),
                cpo("PUT", "TAR-push-to-other-party", "The party id in the URL is not that of the Tariff")
                        .needs("add-tariff")
                        .breaks("TAR-023", "TRN-066", "TAR-013", "TRN-065")
                        .by(Requests.url(Urls.otherParty())),
                cpo("DELETE", "TAR-removal-untold", "The removal of a Tariff is not pushed")
                        .needs("remove-tariff")
                        .breaks("TAR-003")
                        .by(Behaviours.neverSent()));
    }

    private static FaultDraft shown(String name, String title) {
        return served(name, title).cpo().on("GET", TARIFFS);
    }

    private static FaultDraft emsp(String methods, String name, String title) {
        return served(name, title).emsp().on(methods, TARIFFS);
    }

    private static FaultDraft cpo(String methods, String name, String title) {
        return sent(name, title).cpo().on(methods, TARIFFS);
    }

    private static Advice restrictions(String restrictions) {
        return data(put("elements.restrictions", json(restrictions)));
    }
}
