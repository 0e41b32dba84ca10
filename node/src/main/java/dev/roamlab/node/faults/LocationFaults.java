package dev.roamlab.node.faults;

import static dev.roamlab.node.faults.Answers.data;
import static dev.roamlab.node.faults.Answers.httpStatus;
import static dev.roamlab.node.faults.Answers.items;
import static dev.roamlab.node.faults.Edits.change;
import static dev.roamlab.node.faults.Edits.drop;
import static dev.roamlab.node.faults.Edits.each;
import static dev.roamlab.node.faults.Edits.put;
import static dev.roamlab.node.faults.Edits.rename;
import static dev.roamlab.node.faults.FaultDraft.sent;
import static dev.roamlab.node.faults.FaultDraft.served;
import static dev.roamlab.node.faults.Values.json;
import static dev.roamlab.node.faults.Values.moved;
import static dev.roamlab.node.faults.Values.number;
import static dev.roamlab.node.faults.Values.text;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.roamlab.ocpi.types.OcpiVersion;
import io.vertx.core.http.HttpMethod;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** What can be wrong with Locations. */
final class LocationFaults {
    private static final String LOCATIONS = "locations";

    private LocationFaults() {}

    static List<Fault> list() {
        return Stream.of(locations(), evses(), single(), receiver(), pushes())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Fault> locations() {
        return List.of(
                listed("LOC-no-coordinates", "A Location has no coordinates")
                        .breaks("LOC-073", "LOC-032", "TYP-043")
                        .by(data(drop("coordinates"))),
                listed("LOC-no-publish", "A Location does not say whether to publish it")
                        .breaks("LOC-073", "LOC-032", "TYP-043")
                        .by(data(drop("publish"))),
                listed("LOC-publish-as-text", "publish is a text")
                        .breaks("LOC-073", "LOC-032")
                        .by(data(change("publish", Values.quoted()))),
                listed("LOC-no-time-zone", "A Location has no time zone")
                        .breaks("LOC-073", "LOC-032", "TYP-043")
                        .by(data(drop("time_zone"))),
                listed("LOC-time-zone-as-offset", "The time zone is an offset")
                        .breaks("LOC-086")
                        .by(data(change("time_zone", text("+01:00")))),
                listed("LOC-country-of-two", "The country has two letters")
                        .breaks("LOC-078", "LOC-073")
                        .by(data(change(
                                "country",
                                country -> TextNode.valueOf(country.asText().substring(0, 2))))),
                listed("LOC-country-code-of-nobody", "The country code is not in ISO 3166")
                        .breaks("LOC-077", "LOC-002")
                        .by(data(change("country_code", text("XX")))),
                listed("LOC-coordinates-as-numbers", "Coordinates are numbers")
                        .breaks("LOC-144", "LOC-073")
                        .by(data(change("coordinates.latitude", number())
                                .then(change("coordinates.longitude", number())))),
                listed("LOC-coordinates-with-comma", "Coordinates have a decimal comma")
                        .breaks("LOC-144", "LOC-073")
                        .by(data(change(
                                "coordinates.latitude",
                                value -> TextNode.valueOf(value.asText().replace('.', ','))))),
                listed("LOC-duplicate-id", "Two Locations have the same id")
                        .breaks("LOC-080", "TRN-028")
                        .by(items(LocationFaults::sameId)),
                listed("LOC-older-than-its-evses", "last_updated of a Location is older than that of its EVSEs")
                        .breaks("LOC-025")
                        .by(data(change("last_updated", moved(Duration.ofDays(-400))))),
                listed("LOC-allowed-to-though-public", "A published Location restricts to whom it is published")
                        .breaks("LOC-083")
                        .by(data(each(
                                "",
                                location -> location.put("publish", true)
                                        .set(
                                                "publish_allowed_to",
                                                json("[{\"uid\":\"12345678\",\"type\":\"RFID\"}]"))))),
                listed("LOC-closed-hours", "Opening times are neither around the clock nor regular")
                        .breaks("LOC-146")
                        .by(data(put("opening_times", json("{\"twentyfourseven\":false}")))),
                listed("LOC-green-as-text", "is_green_energy is a text")
                        .breaks("LOC-129")
                        .by(data(put("energy_mix", json("{\"is_green_energy\":\"yes\"}")))),
                listed("LOC-owner-missing", "Locations do not name their owner")
                        .breaks("TRN-073", "LOC-073", "TYP-043")
                        .by(data(drop("country_code").then(drop("party_id")))));
    }

    private static List<Fault> evses() {
        return List.of(
                listed("LOC-evse-without-uid", "An EVSE has no uid")
                        .breaks("LOC-091", "TYP-043")
                        .by(data(drop("evses.uid"))),
                listed("LOC-evse-without-status", "An EVSE has no status")
                        .breaks("LOC-091", "TYP-043")
                        .by(data(drop("evses.status"))),
                listed("LOC-evse-without-connectors", "An EVSE has no connectors")
                        .breaks("LOC-091", "TYP-043", "TYP-046")
                        .by(data(drop("evses.connectors"))),
                listed("LOC-status-of-ocpp", "The status of an EVSE is a word of OCPP")
                        .breaks("LOC-168", "LOC-091")
                        .by(data(change("evses.status", text("Occupied")))),
                listed("LOC-duplicate-evse-uid", "All EVSEs have the same uid")
                        .breaks("LOC-096")
                        .by(data(change("evses.uid", text("EVSE-1")))),
                listed("LOC-unknown-capability", "An EVSE has a capability that is not defined")
                        .only(OcpiVersion.V2_2_1)
                        .breaks("LOC-120", "LOC-092")
                        .by(data(put("evses.capabilities", json("[\"FLYING\"]")))),
                listed("LOC-connector-without-standard", "A Connector has no standard")
                        .breaks("LOC-101", "TYP-043")
                        .by(data(drop("evses.connectors.standard"))),
                listed("LOC-connector-of-2.1.1", "A Connector has the fields of OCPI 2.1.1")
                        .breaks("LOC-101", "TYP-043")
                        .by(data(rename("evses.connectors.max_voltage", "voltage")
                                .then(rename("evses.connectors.max_amperage", "amperage")))),
                listed("LOC-unknown-plug", "The standard of a Connector is not defined")
                        .only(OcpiVersion.V2_2_1)
                        .breaks("LOC-127", "LOC-101")
                        .by(data(change("evses.connectors.standard", text("TYPE2")))),
                listed("LOC-unknown-power-type", "The power type of a Connector is not defined")
                        .breaks("LOC-161", "LOC-101")
                        .by(data(change("evses.connectors.power_type", text("AC")))),
                listed("LOC-duplicate-connector", "An EVSE has two Connectors of one id")
                        .breaks("LOC-104")
                        .by(data(change(
                                "evses.connectors",
                                connectors ->
                                        ((ArrayNode) connectors).deepCopy().add(connectors.get(0))))),
                listed("LOC-connector-of-unknown-tariff", "A Connector has a tariff that is not there")
                        .breaks("LOC-107")
                        .by(data(put("evses.connectors.tariff_ids", json("[\"NO-SUCH-TARIFF\"]")))));
    }

    private static List<Fault> single() {
        return List.of(
                depth(1, "LOC-no-single-location", "A listed Location cannot be fetched alone")
                        .breaks("LOC-035")
                        .by(httpStatus(200, 404)),
                depth(1, "LOC-single-differs", "A Location fetched alone differs from the listed one")
                        .breaks("LOC-035")
                        .by(data(change("city", text("Elsewhere")))),
                depth(2, "LOC-evse-is-its-location", "GET of an EVSE is answered with the Location")
                        .breaks("LOC-036")
                        .by(Requests.url(LocationFaults::parent)),
                depth(3, "LOC-connector-is-its-evse", "GET of a Connector is answered with the EVSE")
                        .breaks("LOC-037")
                        .by(Requests.url(LocationFaults::parent)),
                depth(1, "LOC-ids-case-sensitive", "A Location is found only under its id as it is written")
                        .breaks("LOC-038", "TYP-007")
                        .by(Stored.caseSensitive("id")));
    }

    private static List<Fault> receiver() {
        return List.of(
                emsp("LOC-put-not-stored", "A pushed Location is not stored")
                        .on("PUT", LOCATIONS)
                        .breaks("LOC-047", "TRN-067", "LOC-045", "TRN-064")
                        .by(Behaviours.swallowed()),
                emsp("LOC-put-merges", "Fields that a PUT leaves out keep their old values")
                        .on("PUT", LOCATIONS)
                        .breaks("LOC-049", "TRN-055")
                        .by(Stored.putMerges()),
                emsp("LOC-patch-not-stored", "The PATCH of a Location is not stored")
                        .on("PATCH", LOCATIONS)
                        .where(request -> request.path().size() == 3)
                        .breaks("LOC-061", "TRN-056")
                        .by(Behaviours.swallowed()),
                emsp("LOC-patch-loses-fields", "The PATCH of a Location loses what it does not name")
                        .on("PATCH", LOCATIONS)
                        .where(request -> request.path().size() == 3)
                        .breaks("LOC-061", "TRN-057")
                        .by(Stored.patchLoses("name", "evses", "directions", "postal_code", "operator")),
                emsp("LOC-patch-of-evse-not-stored", "The PATCH of an EVSE is not stored")
                        .on("PATCH", LOCATIONS)
                        .where(request -> request.path().size() == 4)
                        .breaks("LOC-069")
                        .by(Behaviours.swallowed()),
                emsp("LOC-patch-of-connector-not-stored", "The PATCH of a Connector is not stored")
                        .on("PATCH", LOCATIONS)
                        .where(request -> request.path().size() == 5)
                        .breaks("LOC-070", "LOC-071")
                        .by(Behaviours.swallowed()),
                emsp("LOC-patched-list-is-added", "A list in a PATCH is put behind the stored one")
                        .on("PATCH", LOCATIONS)
                        .where(request -> request.path().size() == 5)
                        .breaks("LOC-071", "LOC-070")
                        .by(Stored.listAdded("tariff_ids")),
                emsp("LOC-evse-put-loses-siblings", "A pushed EVSE throws the others out")
                        .on("PUT", LOCATIONS)
                        .where(request -> request.path().size() == 4)
                        .breaks("LOC-059")
                        .by(Stored.siblingsLost("evses", "uid")),
                emsp("LOC-connector-put-loses-siblings", "A pushed Connector throws the others out")
                        .on("PUT", LOCATIONS)
                        .where(request -> request.path().size() == 5)
                        .breaks("LOC-058")
                        .by(Stored.siblingsLost("connectors", "id")),
                emsp("LOC-parent-stays-old", "A pushed EVSE or Connector leaves the Location's last_updated as it was")
                        .on("GET|PUT|PATCH", LOCATIONS)
                        .breaks("LOC-051", "LOC-050", "LOC-064", "LOC-065")
                        .byNew(Stored::parentStaysOld),
                emsp("LOC-delete-works", "DELETE of a Location works")
                        .on("*", LOCATIONS)
                        .breaks("LOC-044")
                        .byNew(Stored::deletable),
                emsp("LOC-post-creates", "POST creates a Location")
                        .on("POST", LOCATIONS)
                        .where(request -> request.path().size() == 3)
                        .breaks("TRN-068", "LOC-043")
                        .by(Requests.method(HttpMethod.PUT)),
                emsp("LOC-removed-evse-is-gone", "An EVSE that was REMOVED is not there any more")
                        .on("GET|PUT|PATCH", LOCATIONS)
                        .where(request -> request.path().size() == 4)
                        .breaks("LOC-009")
                        .byNew(() -> Stored.goneAfter(
                                request -> request.body().toString().contains("REMOVED"))),
                emsp("LOC-silent-patch-accepted", "A PATCH without last_updated is accepted")
                        .on("PATCH", LOCATIONS)
                        .breaks("LOC-063", "STC-020")
                        .by(Behaviours.swallowedWhenCode(2001)),
                emsp("LOC-mismatch-accepted", "A Location whose id is not that of the URL is accepted")
                        .on("PUT", LOCATIONS)
                        .breaks("LOC-057", "TRN-072", "LOC-060", "STC-018")
                        .by(Behaviours.swallowedWhenCode(2001)));
    }

    private static List<Fault> pushes() {
        return List.of(
                push("PUT", "LOC-push-posted", "A new Location is pushed with POST")
                        .needs("add-location")
                        .breaks("TRN-069", "LOC-004")
                        .by(Requests.method(HttpMethod.POST)),
                push("PUT", "LOC-push-to-other-country", "The country code in the URL is not that of the Location")
                        .needs("add-location")
                        .breaks("LOC-054", "TRN-066", "TRN-065")
                        .by(Requests.url(Urls.otherCountry())),
                push("PUT", "LOC-push-to-other-party", "The party id in the URL is not that of the Location")
                        .needs("add-location")
                        .breaks("LOC-055", "TRN-066", "TRN-065")
                        .by(Requests.url(Urls.otherParty())),
                push("PUT", "LOC-push-without-owner", "The URL of a pushed Location does not name its owner")
                        .needs("add-location")
                        .breaks("TRN-063", "LOC-054", "LOC-055")
                        .by(Requests.url(Urls.withoutOwner())),
                push("PUT", "LOC-push-of-other-id", "The id of a pushed Location is not that in the URL")
                        .needs("add-location")
                        .breaks("LOC-056", "TRN-066")
                        .by(Requests.body(put("id", "ANOTHER").then(put("uid", "ANOTHER")))),
                push("PUT", "LOC-push-incomplete", "A pushed Location has no coordinates")
                        .needs("add-location")
                        .breaks("LOC-052", "TRN-054", "LOC-073")
                        .by(Requests.body(drop("coordinates"))),
                push("PATCH", "LOC-patch-without-last-updated", "A PATCH has no last_updated")
                        .needs("set-evse-status")
                        .breaks("LOC-062")
                        .by(Requests.body(drop("last_updated"))),
                push("PATCH", "LOC-patch-as-merge-patch", "A PATCH is application/merge-patch+json")
                        .needs("set-evse-status")
                        .breaks("TRN-059", "TRN-022")
                        .by(Requests.header("Content-Type", type -> "application/merge-patch+json")),
                push("*", "LOC-removal-as-delete", "The removal of an EVSE is pushed with DELETE")
                        .needs("remove-evse")
                        .where(request -> request.body().toString().contains("REMOVED"))
                        .breaks("LOC-007")
                        .by(Requests.request(request ->
                                request.withMethod(HttpMethod.DELETE).withBody(io.vertx.core.buffer.Buffer.buffer()))));
    }

    private static void sameId(ArrayNode locations) {
        for (int i = 1; i < locations.size(); i++) {
            ((ObjectNode) locations.get(i)).set("id", locations.get(0).path("id"));
        }
    }

    private static String parent(String url) {
        return url.substring(0, url.lastIndexOf('/'));
    }

    private static FaultDraft listed(String name, String title) {
        return served(name, title)
                .cpo()
                .on("GET", LOCATIONS)
                .where(request -> request.path().size() < 2);
    }

    private static FaultDraft depth(int ids, String name, String title) {
        return served(name, title)
                .cpo()
                .on("GET", LOCATIONS)
                .where(request -> request.path().size() == ids);
    }

    private static FaultDraft emsp(String name, String title) {
        return served(name, title).emsp();
    }

    private static FaultDraft push(String methods, String name, String title) {
        return sent(name, title).cpo().on(methods, LOCATIONS);
    }
}
