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
import static dev.roamlab.node.faults.Values.moved;
import static dev.roamlab.node.faults.Values.number;
import static dev.roamlab.node.faults.Values.plus;
import static dev.roamlab.node.faults.Values.quoted;
import static dev.roamlab.node.faults.Values.stretchedTo;
import static dev.roamlab.node.faults.Values.text;
import static dev.roamlab.node.faults.Values.times;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.roamlab.node.faults.Edits.Edit;
import dev.roamlab.ocpi.http.Headers;
import dev.roamlab.ocpi.json.Json;
import dev.roamlab.ocpi.types.OcpiVersion;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** What can be wrong with CDRs. */
final class CdrFaults {
    private static final String CDRS = "cdrs";
    private static final String STOP = "stop-session";

    private CdrFaults() {}

    static List<Fault> list() {
        return Stream.of(fields(), sums(), periods(), receiver(), pushes())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Fault> fields() {
        return List.of(
                shown("CDR-no-total-energy", "A CDR has no total energy")
                        .breaks("CDR-043", "CDR-029", "TYP-043")
                        .by(data(drop("total_energy"))),
                shown("CDR-no-location", "A CDR has no location")
                        .breaks("CDR-043", "CDR-029", "TYP-043")
                        .by(data(drop("cdr_location"))),
                shown("CDR-nested-location", "The location of a CDR has its EVSE in a list")
                        .breaks("CDR-055", "CDR-105", "TYP-043")
                        .by(data(each("cdr_location", CdrFaults::nested))),
                shown("CDR-location-without-connector", "The location of a CDR does not tell the connector's standard")
                        .breaks("CDR-105", "TYP-043")
                        .by(data(drop("cdr_location.connector_standard"))),
                shown("CDR-country-of-two", "The country of a CDR's location has two letters")
                        .breaks("CDR-106", "CDR-105")
                        .by(data(change(
                                "cdr_location.country",
                                country -> TextNode.valueOf(country.asText().substring(0, 2))))),
                shown("CDR-coordinates-as-numbers", "The coordinates of a CDR are numbers")
                        .breaks("CDR-107", "CDR-105")
                        .by(data(change("cdr_location.coordinates.latitude", number())
                                .then(change("cdr_location.coordinates.longitude", number())))),
                shown("CDR-token-without-contract", "The token of a CDR has no contract id")
                        .breaks("CDR-115", "TYP-043")
                        .by(data(drop("cdr_token.contract_id"))),
                shown("CDR-auth-method-rfid", "The auth method of a CDR is not defined")
                        .breaks("CDR-095", "CDR-043", "TYP-002", "TYP-034")
                        .by(data(change("auth_method", text("RFID")))),
                shown("CDR-currency-sign", "The currency is a sign")
                        .breaks("CDR-056")
                        .by(data(change("currency", text("€")))),
                shown("CDR-long-id", "The id of a CDR has 45 characters")
                        .breaks("CDR-047", "CDR-043", "TYP-010")
                        .by(data(change("id", stretchedTo(45)))),
                shown("CDR-duplicate-id", "Two CDRs have the same id")
                        .breaks("CDR-046", "TRN-028")
                        .by(items(cdrs -> {
                            for (int i = 1; i < cdrs.size(); i++) {
                                ((ObjectNode) cdrs.get(i)).set("id", cdrs.get(0).path("id"));
                            }
                        })),
                shown("CDR-credits-nothing", "A CDR credits, and does not say what")
                        .breaks("CDR-076")
                        .by(data(put("credit", json("true")).then(drop("credit_reference_id")))),
                shown("CDR-home-as-text", "home_charging_compensation is a text")
                        .breaks("CDR-077", "CDR-044")
                        .by(data(put("home_charging_compensation", "no"))),
                shown("CDR-signed-nothing", "Signed data has no signed values")
                        .breaks("CDR-123", "CDR-044")
                        .by(data(put("signed_data", json("{\"encoding_method\":\"OCMF\"}")))),
                shown("CDR-without-tariffs", "A CDR does not hold the Tariffs of its periods")
                        .breaks("CDR-057", "CDR-019")
                        .by(data(drop("tariffs"))),
                shown("CDR-from-the-future", "last_updated of a CDR is in the future")
                        .breaks("CDR-079")
                        .by(data(change("last_updated", moved(Duration.ofDays(30))))),
                shown("CDR-before-its-end", "last_updated of a CDR is before its end")
                        .breaks("CDR-079", "CDR-002")
                        .by(data(change("last_updated", moved(Duration.ofDays(-30))))),
                shown("CDR-changes", "A CDR is another each time that it is shown")
                        .breaks("CDR-004")
                        .byNew(CdrFaults::changing));
    }

    private static List<Fault> sums() {
        return List.of(
                shown("CDR-price-of-2.1.1", "The cost of a CDR is a number in 2.2.1")
                        .only(OcpiVersion.V2_2_1)
                        .breaks("CDR-061", "CDR-043", "TYP-028")
                        .by(data(change("total_cost", cost -> cost.path("excl_vat")))),
                shown("CDR-price-of-2.2.1", "The cost of a CDR has the fields of 2.2.1 in 2.3.0")
                        .only(OcpiVersion.V2_3_0)
                        .breaks("CDR-062", "CDR-043", "TYP-029")
                        .by(data(Edits.rename("total_cost.before_taxes", "excl_vat"))),
                shown("CDR-total-is-not-the-sum", "The total cost of a CDR is not the sum of its parts")
                        .breaks("CDR-063", "CDR-064")
                        .by(data(cost("total_cost", "7.77"))),
                shown("CDR-energy-cost-wrong", "The energy cost of a CDR does not follow from its energy")
                        .breaks("CDR-063", "CDR-067", "CDR-064")
                        .by(data(cost("total_energy_cost", "5"))),
                shown("CDR-energy-in-wh", "The total energy of a CDR is in Wh")
                        .breaks("CDR-066")
                        .by(data(change("total_energy", times("1000")))),
                shown("CDR-time-in-minutes", "The total time of a CDR is in minutes")
                        .breaks("CDR-068")
                        .by(data(change("total_time", times("60")))),
                shown("CDR-time-too-long", "The total time of a CDR is an hour more than from start to end")
                        .breaks("CDR-068")
                        .by(data(change("total_time", plus("1")))));
    }

    private static List<Fault> periods() {
        return List.of(
                shown("CDR-no-periods", "A CDR has no charging periods")
                        .breaks("CDR-060", "CDR-043", "TYP-046")
                        .by(data(change("charging_periods", emptied()))),
                shown("CDR-period-without-start", "A charging period does not say when it starts")
                        .breaks("CDR-119", "TYP-043")
                        .by(data(drop("charging_periods.start_date_time"))),
                shown("CDR-period-without-dimensions", "A charging period has no dimensions")
                        .breaks("CDR-119", "TYP-046")
                        .by(data(change("charging_periods.dimensions", emptied()))),
                shown("CDR-unknown-dimension", "The type of a dimension is not defined")
                        .breaks("CDR-098", "TYP-002", "TYP-034")
                        .by(data(change("charging_periods.dimensions.type", text("KWH")))),
                shown("CDR-volume-in-quotes", "The volume of a dimension is in quotes")
                        .breaks("CDR-097", "TYP-025")
                        .by(data(change("charging_periods.dimensions.volume", quoted()))),
                shown("CDR-session-dimension", "A charging period has a dimension for Sessions only")
                        .breaks("CDR-099")
                        .by(data(change(
                                "charging_periods.dimensions",
                                dimensions -> ((ArrayNode) dimensions)
                                        .deepCopy()
                                        .add(json("{\"type\":\"STATE_OF_CHARGE\",\"volume\":50}"))))),
                shown("CDR-period-in-minutes", "The time of a charging period is in minutes")
                        .breaks("CDR-101")
                        .by(data(each("charging_periods.dimensions", CdrFaults::inMinutes))),
                shown("CDR-period-after-the-end", "A charging period starts after the CDR's end")
                        .breaks("CDR-120", "CDR-101")
                        .by(data(change("charging_periods.start_date_time", moved(Duration.ofDays(1))))));
    }

    private static List<Fault> receiver() {
        return List.of(
                emsp("POST", "CDR-no-location-header", "The answer to a CDR has no Location header")
                        .breaks("CDR-039", "CDR-031")
                        .by(Answers.withoutAnswerHeaders(Headers.LOCATION)),
                emsp("POST", "CDR-location-of-nothing", "The Location header is no URL")
                        .breaks("CDR-040", "CDR-039")
                        .by(Answers.answerHeader(Headers.LOCATION, location -> "urn:cdr:1")),
                emsp("POST", "CDR-one-location-for-all", "The Location header is the same for every CDR")
                        .breaks("CDR-041", "CDR-039", "CDR-031")
                        .by(Answers.answerHeader(
                                Headers.LOCATION,
                                location -> location.substring(0, location.lastIndexOf('/') + 1) + "last")),
                emsp("POST", "CDR-post-is-200", "A CDR is answered with HTTP 200")
                        .breaks("CDR-036", "STC-007")
                        .by(Answers.httpStatus(201, 200)),
                emsp("GET", "CDR-not-stored", "A CDR that was taken is not there")
                        .breaks("CDR-031", "CDR-039", "CDR-030")
                        .by(Answers.httpStatus(200, 404)),
                emsp("GET", "CDR-kept-with-other-cost", "A CDR is kept with another cost")
                        .breaks("CDR-031")
                        .by(data(cost("total_cost", "1"))),
                emsp("GET", "CDR-kept-without-periods", "A CDR is kept without its charging periods")
                        .breaks("CDR-031", "CDR-043")
                        .by(data(drop("charging_periods"))),
                emsp("POST", "CDR-credit-refused", "A Credit CDR is refused")
                        .breaks("CDR-015")
                        .by(Behaviours.refusingBody(cdr -> cdr.path("credit").asBoolean())),
                emsp("POST", "CDR-incomplete-accepted", "A CDR without a required field is accepted")
                        .breaks("CDR-038", "STC-018")
                        .by(Answers.answer(answer -> StatusCodeFaults.hasCode(answer, 2001)
                                ? StatusCodeFaults.code(answer.withStatus(201), 1000)
                                : answer)));
    }

    private static List<Fault> pushes() {
        return List.of(
                push("CDR-put", "A CDR is pushed with PUT").breaks("CDR-017").by(Requests.method(HttpMethod.PUT)),
                push("CDR-never-sent", "A CDR is not pushed").breaks("CDR-017").by(Behaviours.neverSent()),
                push("CDR-posted-elsewhere", "A CDR is posted to a URL of its own")
                        .breaks("CDR-034", "CDR-017")
                        .by(Requests.url(Urls.followedBy("/BE/KAN/1"))),
                push("CDR-posted-in-list", "A CDR is posted in a list")
                        .breaks("CDR-037", "CDR-017")
                        .by(Requests.request(request -> Messages.json(request.body())
                                .map(cdr -> request.withBody(
                                        Buffer.buffer(Json.write(Json.array().add(cdr)))))
                                .orElse(request))),
                push("CDR-posted-incomplete", "A posted CDR has no total energy")
                        .breaks("CDR-043", "CDR-035", "TYP-043")
                        .by(Requests.body(drop("total_energy"))),
                push("CDR-posted-without-session", "A posted CDR does not name its session")
                        .breaks("CDR-050")
                        .by(Requests.body(drop("session_id"))),
                push("CDR-posted-with-other-token", "A posted CDR has another token than the session")
                        .breaks("CDR-051")
                        .by(Requests.body(change("cdr_token.uid", text("ANOTHER")))),
                push("CDR-posted-time-in-minutes", "The total time of a posted CDR is in minutes")
                        .breaks("CDR-068")
                        .by(Requests.body(change("total_time", times("60")))));
    }

    private static void nested(ObjectNode location) {
        ObjectNode evse = Json.object();
        evse.set("uid", location.remove("evse_uid"));
        evse.set("evse_id", location.remove("evse_id"));
        location.set("evses", Json.array().add(evse));
    }

    private static void inMinutes(ObjectNode dimension) {
        if (dimension.path("type").asText().contains("TIME")) {
            dimension.set("volume", times("60").apply(dimension.path("volume")));
        }
    }

    /** In the words of either version. */
    private static Edit cost(String field, String more) {
        return change(field + ".excl_vat", plus(more))
                .then(change(field + ".incl_vat", plus(more)))
                .then(change(field + ".before_taxes", plus(more)));
    }

    private static Advice changing() {
        AtomicInteger times = new AtomicInteger();
        return (request, onward) -> data(put("remark", "shown " + times.incrementAndGet() + " times"))
                .around(request, onward);
    }

    private static FaultDraft shown(String name, String title) {
        return served(name, title).cpo().on("GET", CDRS);
    }

    private static FaultDraft emsp(String methods, String name, String title) {
        return served(name, title).emsp().on(methods, CDRS);
    }

    private static FaultDraft push(String name, String title) {
        return sent(name, title).cpo().on("POST", CDRS).needs(STOP);
    }
}
