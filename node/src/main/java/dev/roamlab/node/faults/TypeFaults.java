package dev.roamlab.node.faults;

import static dev.roamlab.node.faults.Answers.data;
import static dev.roamlab.node.faults.Answers.envelope;
import static dev.roamlab.node.faults.Edits.change;
import static dev.roamlab.node.faults.Edits.put;
import static dev.roamlab.node.faults.Edits.rename;
import static dev.roamlab.node.faults.FaultDraft.served;
import static dev.roamlab.node.faults.Requests.body;
import static dev.roamlab.node.faults.Values.emptied;
import static dev.roamlab.node.faults.Values.epochMillis;
import static dev.roamlab.node.faults.Values.lowerCase;
import static dev.roamlab.node.faults.Values.moved;
import static dev.roamlab.node.faults.Values.nothing;
import static dev.roamlab.node.faults.Values.onlyFirst;
import static dev.roamlab.node.faults.Values.quoted;
import static dev.roamlab.node.faults.Values.stretchedTo;
import static dev.roamlab.node.faults.Values.withBlank;
import static dev.roamlab.node.faults.Values.withMicros;
import static dev.roamlab.node.faults.Values.withOffset;
import static dev.roamlab.node.faults.Values.withZeroOffset;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.roamlab.ocpi.types.OcpiVersion;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** What can be wrong with values, whatever object they are in. */
final class TypeFaults {
    private static final String LAST_UPDATED = "last_updated";

    private TypeFaults() {}

    static List<Fault> list() {
        return Stream.of(moments(), texts(), structures(), receivers())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Fault> moments() {
        return List.of(
                shown("TYP-epoch-millis", "last_updated is the number of milliseconds since 1970")
                        .breaks("TYP-013", "LOC-073", "TAR-035", "TAR-036", "SES-069", "CDR-043", "TOK-061")
                        .by(data(change(LAST_UPDATED, epochMillis()))),
                shown("TYP-blank-in-datetime", "last_updated has a blank between date and time")
                        .breaks("TYP-013")
                        .by(data(change(LAST_UPDATED, withBlank()))),
                shown("TYP-offset", "last_updated is local time with its offset")
                        .breaks("TYP-014", "TYP-013")
                        .by(data(change(LAST_UPDATED, withOffset()))),
                shown("TYP-zero-offset", "last_updated ends in +00:00")
                        .breaks("TYP-015", "TYP-014", "TYP-013")
                        .by(data(change(LAST_UPDATED, withZeroOffset()))),
                shown("TYP-micros", "last_updated has 27 characters")
                        .breaks("TYP-016", "TYP-013")
                        .by(data(change(LAST_UPDATED, withMicros()))),
                served("TYP-timestamp-zero-offset", "The timestamp of answers ends in +00:00")
                        .breaks("TYP-015", "TYP-014", "TYP-013", "TRN-076")
                        .by(envelope(change("timestamp", withZeroOffset()))),
                served("TYP-timestamp-epoch", "The timestamp of answers is a number")
                        .breaks("TYP-013", "TRN-076", "TRN-080")
                        .by(envelope(change("timestamp", epochMillis()))));
    }

    private static List<Fault> texts() {
        return List.of(
                shown("TYP-bell", "Names have a control character")
                        .breaks("TYP-037")
                        .by(data(change("name", bell())
                                .then(change("issuer", bell()))
                                .then(change("address", bell())))),
                served("TYP-long-issuer", "The issuer of a Token has 70 characters")
                        .emsp()
                        .on("GET", "tokens")
                        .breaks("TYP-010", "TOK-061")
                        .by(data(change("issuer", stretchedTo(70)))),
                served("TYP-long-city", "The city of a Location has 60 characters")
                        .cpo()
                        .on("GET", "locations")
                        .breaks("TYP-010", "LOC-073")
                        .by(data(change("city", stretchedTo(60)))),
                served("TYP-accent-in-contract", "The contract id of a Token has an accent")
                        .emsp()
                        .on("GET", "tokens")
                        .breaks("TYP-008")
                        .by(data(change(
                                "contract_id",
                                id -> TextNode.valueOf("é" + id.asText().substring(1))))),
                served("TYP-accent-in-reference", "The authorization reference of a Session or CDR has an accent")
                        .cpo()
                        .on("GET", "sessions")
                        .breaks("TYP-008")
                        .by(data(put("authorization_reference", "référence"))),
                served("TYP-lower-case-whitelist", "The whitelist of a Token is in lower case")
                        .emsp()
                        .on("GET", "tokens")
                        .breaks("TYP-035", "TOK-082", "TYP-002", "TYP-034")
                        .by(data(change("whitelist", lowerCase()))),
                served("TYP-lower-case-format", "The format of a Connector is in lower case")
                        .cpo()
                        .on("GET", "locations")
                        .breaks("TYP-035", "LOC-126", "TYP-002", "TYP-034")
                        .by(data(change("evses.connectors.format", lowerCase())
                                .then(change("connectors.format", lowerCase()))
                                .then(change("format", lowerCase())))),
                served("TYP-role-emsp", "The role in credentials is in lower case")
                        .on("GET|POST|PUT", "credentials")
                        .only(OcpiVersion.V2_2_1)
                        .breaks("TYP-032", "TYP-035", "CRED-066", "TYP-034")
                        .by(data(change("roles.role", lowerCase()))),
                served("TYP-role-msp", "The role in credentials is a word of older versions")
                        .on("GET|POST|PUT", "credentials")
                        .only(OcpiVersion.V2_3_0)
                        .breaks("TYP-033", "CRED-066", "TYP-002")
                        .by(data(change("roles.role", role -> TextNode.valueOf("PLATFORM")))),
                tariff("TYP-bare-display-text", "A DisplayText is a bare text")
                        .breaks("TYP-022", "TAR-042")
                        .by(alt("[\"cheap\"]")),
                tariff("TYP-language-of-three", "The language of a DisplayText has three letters")
                        .breaks("TYP-023", "TYP-022", "TYP-010")
                        .by(alt("[{\"language\":\"eng\",\"text\":\"cheap\"}]")),
                tariff("TYP-markup", "A DisplayText has markup")
                        .breaks("TYP-024")
                        .by(alt("[{\"language\":\"en\",\"text\":\"<b>cheap</b>\"}]")),
                served("TYP-long-url", "A URL has 300 characters")
                        .cpo()
                        .on("GET", "locations")
                        .where(request -> request.path().size() < 2)
                        .breaks("TYP-039", "LOC-119", "TYP-010")
                        .by(data(put(
                                "operator",
                                Values.json("{\"name\":\"Long\",\"website\":\"https://long.example/" + "x".repeat(300)
                                        + "\"}")))));
    }

    private static List<Fault> structures() {
        return List.of(
                served("TYP-voltage-in-quotes", "The voltage of a Connector is in quotes")
                        .cpo()
                        .on("GET", "locations")
                        .breaks("TYP-025", "LOC-101")
                        .by(data(change("evses.connectors.max_voltage", quoted()))),
                served("TYP-kwh-in-quotes", "The energy of a Session is in quotes")
                        .cpo()
                        .on("GET", "sessions")
                        .breaks("TYP-025", "SES-069")
                        .by(data(change("kwh", quoted()))),
                shown("TYP-null-party", "party_id is null")
                        .breaks("TYP-043", "LOC-073", "TAR-035", "TAR-036", "SES-069", "CDR-043", "TOK-061", "TRN-073")
                        .by(data(change("party_id", nothing()))),
                shown("TYP-camel-case", "last_updated is called lastUpdated")
                        .breaks("TYP-042", "TYP-043")
                        .by(data(rename(LAST_UPDATED, "lastUpdated"))),
                served("TYP-envelope-in-camel-case", "status_message is called statusMessage")
                        .breaks("TYP-042")
                        .by(envelope(rename("status_message", "statusMessage"))),
                served("TYP-connector-alone", "The one Connector of an EVSE is not in a list")
                        .cpo()
                        .on("GET", "locations")
                        .breaks("TYP-047", "LOC-091")
                        .by(data(change("evses.connectors", onlyFirst()))),
                served("TYP-no-connectors", "The list of Connectors is empty")
                        .cpo()
                        .on("GET", "locations")
                        .breaks("TYP-046", "LOC-091")
                        .by(data(change("evses.connectors", emptied()))));
    }

    private static List<Fault> receivers() {
        return List.of(
                served("TYP-ids-case-sensitive", "A Token is found only under its uid as it was first written")
                        .cpo()
                        .on("GET", "tokens")
                        .where(request -> request.path().size() == 3)
                        .breaks("TYP-007", "TOK-024")
                        .by(Stored.caseSensitive("uid")),
                pushed("TYP-texts-cut", "Texts are cut after 30 characters")
                        .breaks("TYP-011")
                        .by(body(change("issuer", cut())
                                .then(change("name", cut()))
                                .then(change("visual_number", cut())))),
                pushed("TYP-undesignated-is-local", "A DateTime without Z is taken for local time")
                        .breaks("TYP-017")
                        .by(body(change(
                                LAST_UPDATED,
                                time -> time.asText().endsWith("Z")
                                        ? time
                                        : moved(Duration.ofHours(-2)).apply(time)))),
                pushed("TYP-fractions-refused", "A DateTime with a fraction of a second is refused")
                        .breaks("TYP-018")
                        .by(Behaviours.refusingBody(
                                pushed -> pushed.path(LAST_UPDATED).asText().contains("."))),
                pushed("TYP-moments-moved", "A DateTime is kept an hour late")
                        .breaks("TYP-021", "LOC-045", "TOK-026")
                        .by(body(change(LAST_UPDATED, moved(Duration.ofHours(1))))),
                served("TYP-prices-rounded", "Prices are rounded to two decimals")
                        .emsp()
                        .on("PUT", "tariffs")
                        .breaks("TYP-027", "TAR-016")
                        .by(body(change("elements.price_components.price", Values.rounded(2)))),
                pushed("TYP-ascii-only", "Letters beyond ASCII become question marks")
                        .breaks("TYP-038")
                        .by(body(change("issuer", ascii())
                                .then(change("name", ascii()))
                                .then(change("city", ascii())))),
                pushed("TYP-texts-in-lower-case", "Texts are kept in lower case")
                        .breaks("TYP-036", "TOK-026", "LOC-045")
                        .by(body(change("issuer", lowerCase()).then(change("name", lowerCase())))));
    }

    private static FaultDraft shown(String name, String title) {
        return served(name, title).on("GET", "functional");
    }

    private static FaultDraft pushed(String name, String title) {
        return served(name, title).on("PUT", "functional");
    }

    private static FaultDraft tariff(String name, String title) {
        return served(name, title).cpo().on("GET", "tariffs");
    }

    private static Advice alt(String text) {
        return data(put("tariff_alt_text", Values.json(text)));
    }

    private static UnaryOperator<JsonNode> bell() {
        return text -> TextNode.valueOf(text.asText() + "\u0007");
    }

    private static UnaryOperator<JsonNode> cut() {
        return text -> TextNode.valueOf(
                text.asText().substring(0, Math.min(30, text.asText().length())));
    }

    private static UnaryOperator<JsonNode> ascii() {
        return text -> TextNode.valueOf(text.asText().replaceAll("[^\\x20-\\x7e]", "?"));
    }
}
