package dev.roamlab.node.faults;

import static dev.roamlab.node.faults.Answers.data;
import static dev.roamlab.node.faults.Edits.change;
import static dev.roamlab.node.faults.Edits.drop;
import static dev.roamlab.node.faults.Edits.put;
import static dev.roamlab.node.faults.FaultDraft.sent;
import static dev.roamlab.node.faults.FaultDraft.served;
import static dev.roamlab.node.faults.Values.emptied;
import static dev.roamlab.node.faults.Values.json;
import static dev.roamlab.node.faults.Values.moved;
import static dev.roamlab.node.faults.Values.text;

import dev.roamlab.ocpi.types.OcpiVersion;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** What can be wrong with Sessions. */
final class SessionFaults {
    private static final String SESSIONS = "sessions";
    private static final String START = "start-session";

    private SessionFaults() {}

    static List<Fault> list() {
        return Stream.of(fields(), sender(), receiver(), pushes(), preferences())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Fault> fields() {
        return List.of(
                shown("SES-no-kwh", "A Session has no energy")
                        .breaks("SES-069", "SES-028", "TYP-043")
                        .by(data(drop("kwh"))),
                shown("SES-no-token", "A Session has no token")
                        .breaks("SES-069", "SES-028", "TYP-043")
                        .by(data(drop("cdr_token"))),
                shown("SES-token-without-contract", "The token of a Session has no contract id")
                        .breaks("CDR-115", "SES-069", "TYP-043")
                        .by(data(drop("cdr_token.contract_id"))),
                shown("SES-evse-of-2.1.1", "A Session has its EVSE under the name of OCPI 2.1.1")
                        .breaks("SES-069", "SES-028", "TYP-043")
                        .by(data(Edits.rename("evse_uid", "evse_id"))),
                shown("SES-unknown-status", "The status of a Session is a word of OCPP")
                        .breaks("SES-099", "TYP-002", "TYP-034")
                        .by(data(change("status", text("CHARGING")))),
                shown("SES-auth-method-rfid", "The auth method of a Session is not defined")
                        .breaks("CDR-095", "SES-069", "TYP-002", "TYP-034")
                        .by(data(change("auth_method", text("RFID")))),
                shown("SES-country-of-nobody", "The country code of a Session is not in ISO 3166")
                        .breaks("SES-073", "SES-002")
                        .by(data(change("country_code", text("XX")))),
                shown("SES-currency-sign", "The currency is a sign")
                        .breaks("SES-084")
                        .by(data(change("currency", text("€")))),
                shown("SES-cost-as-number", "The cost of a Session is a number in 2.2.1")
                        .only(OcpiVersion.V2_2_1)
                        .breaks("SES-086", "SES-070", "TYP-028")
                        .by(data(put("total_cost", json("1.5")))),
                shown("SES-cost-of-2.2.1", "The cost of a Session has the fields of 2.2.1")
                        .only(OcpiVersion.V2_3_0)
                        .breaks("SES-087", "SES-070", "TYP-029")
                        .by(data(put("total_cost", json("{\"excl_vat\":1.5}")))),
                shown("SES-evse-of-another-location", "The EVSE of a Session is not in its Location")
                        .breaks("SES-082")
                        .by(data(change("evse_uid", text("NO-SUCH-EVSE")))),
                shown("SES-end-without-zone", "The end of a Session is no DateTime")
                        .breaks("TYP-013", "SES-070")
                        .by(data(put("end_date_time", "21.11.2026 10:00"))),
                shown("SES-kwh-in-wh", "The energy of a Session is in Wh")
                        .needs("stop-session")
                        .breaks("SES-077")
                        .by(data(change("kwh", Values.times("1000")))));
    }

    private static List<Fault> sender() {
        return List.of(
                served(
                                "SES-list-crashes-without-date",
                                "A list without date_from is answered with HTTP 500 and no JSON")
                        .cpo()
                        .on("GET", SESSIONS)
                        .where(request ->
                                request.path().isEmpty() && !request.rawQuery().contains("date_from"))
                        .breaks("TRN-081", "SES-020")
                        .by(Answers.answer(answer -> answer.withStatus(500)
                                .withBody(Buffer.buffer("<html><body>Internal Server Error</body></html>")))),
                served("SES-preferences-of-nobody-accepted", "Preferences for an unknown Session are accepted")
                        .cpo()
                        .on("PUT", SESSIONS)
                        .breaks("SES-033")
                        .by(Answers.answer(answer -> Messages.edited(
                                answer.withStatus(200),
                                Edits.each(
                                        "",
                                        envelope -> envelope.put("status_code", 1000)
                                                .put("data", "ACCEPTED"))))));
    }

    private static List<Fault> receiver() {
        return List.of(
                emsp("PUT", "SES-put-not-stored", "A pushed Session is not stored")
                        .breaks("SES-042", "TRN-067", "SES-039", "TRN-064")
                        .by(Behaviours.swallowed()),
                emsp("PUT", "SES-put-merges", "Fields that a PUT leaves out keep their old values")
                        .breaks("SES-043", "TRN-055", "SES-045")
                        .by(Stored.putMerges()),
                emsp("PUT", "SES-put-adds-periods", "The charging periods of a PUT are put behind the stored ones")
                        .breaks("SES-044")
                        .by(Stored.listAdded("charging_periods")),
                emsp("PATCH", "SES-patch-not-stored", "The PATCH of a Session is not stored")
                        .breaks("SES-053", "TRN-056", "SES-058", "SES-064")
                        .by(Behaviours.swallowed()),
                emsp("PATCH", "SES-patch-loses-fields", "The PATCH of a Session loses what it does not name")
                        .breaks("SES-053", "TRN-057", "SES-059")
                        .by(Stored.patchLoses("meter_id", "total_cost", "charging_periods", "authorization_reference")),
                emsp("PATCH", "SES-patch-replaces-periods", "The charging periods of a PATCH replace the stored ones")
                        .breaks("SES-058", "SES-060")
                        .by(Stored.patchReplaces("charging_periods")),
                emsp("PATCH", "SES-empty-periods-clear", "A PATCH with no charging periods clears them")
                        .where(request ->
                                request.body().toString().replace(" ", "").contains("\"charging_periods\":[]"))
                        .breaks("SES-060")
                        .by(Stored.patchReplaces("charging_periods")),
                emsp("PATCH", "SES-cost-not-patched", "The cost in a PATCH is not seen")
                        .breaks("SES-064")
                        .by(Requests.body(drop("total_cost"))),
                emsp("*", "SES-delete-works", "DELETE of a Session works")
                        .breaks("SES-005", "SES-037")
                        .byNew(Stored::deletable),
                emsp("PUT", "SES-no-energy-refused", "A Session without energy is refused")
                        .breaks("SES-066")
                        .by(Behaviours.refusingBody(session ->
                                session.has("kwh") && session.path("kwh").asDouble(1) == 0)),
                emsp("PUT", "SES-mismatch-accepted", "A Session whose id is not that of the URL is accepted")
                        .breaks("SES-052", "TRN-072", "SES-049", "STC-018")
                        .by(Behaviours.swallowedWhenCode(2001)));
    }

    private static List<Fault> pushes() {
        return List.of(
                push("PUT", "SES-push-posted", "A new Session is pushed with POST")
                        .needs(START)
                        .breaks("SES-003", "TRN-069")
                        .by(Requests.method(HttpMethod.POST)),
                push("PUT", "SES-push-incomplete", "A pushed Session has no token")
                        .needs(START)
                        .breaks("SES-048", "SES-003", "SES-069", "TRN-054")
                        .by(Requests.body(drop("cdr_token"))),
                push("PUT|PATCH", "SES-push-without-owner", "The URL of a Session does not name its owner")
                        .needs(START)
                        .breaks("SES-036", "TRN-063", "SES-050", "SES-051")
                        .by(Requests.url(Urls.withoutOwner())),
                push("PUT", "SES-push-to-other-country", "The country code in the URL is not that of the Session")
                        .needs(START)
                        .breaks("SES-050", "TRN-066", "SES-036", "TRN-065")
                        .by(Requests.url(Urls.otherCountry())),
                push("PUT", "SES-push-to-other-party", "The party id in the URL is not that of the Session")
                        .needs(START)
                        .breaks("SES-051", "TRN-066", "SES-036", "TRN-065")
                        .by(Requests.url(Urls.otherParty())),
                push("PATCH", "SES-patch-without-last-updated", "The PATCH of a Session has no last_updated")
                        .needs(START)
                        .breaks("SES-054")
                        .by(Requests.body(drop("last_updated"))),
                push("PATCH", "SES-patch-of-inner-object", "A PATCH goes to the charging periods of a Session")
                        .needs(START)
                        .breaks("SES-056", "SES-036")
                        .by(Requests.url(Urls.followedBy("/charging_periods"))),
                push("PATCH", "SES-clock-goes-back", "last_updated of a PATCH is older than that of the Session")
                        .needs(START)
                        .breaks("SES-088", "SES-054")
                        .by(Requests.body(change("last_updated", moved(Duration.ofHours(-3))))),
                push("PUT|PATCH", "SES-ends-twice", "A Session that is COMPLETED becomes ACTIVE again")
                        .needs("stop-session")
                        .breaks("SES-006", "SES-102")
                        .by(SessionFaults.again()),
                push("PATCH", "SES-changes-untold", "Changes of a Session are not pushed")
                        .needs(START)
                        .breaks("SES-004")
                        .by(Behaviours.neverSent()),
                push("PUT|PATCH", "SES-periods-empty", "A charging period has no dimensions")
                        .needs("stop-session")
                        .breaks("CDR-119", "SES-070")
                        .by(Requests.body(change("charging_periods.dimensions", emptied()))));
    }

    private static List<Fault> preferences() {
        return List.of(
                preference("SES-preferences-to-session", "Charging preferences are PUT on the Session itself")
                        .breaks("SES-030", "SES-031")
                        .by(Requests.url(url -> url.replace("/charging_preferences", ""))),
                preference("SES-preferences-without-profile", "Charging preferences have no profile type")
                        .breaks("SES-089", "SES-034")
                        .by(Requests.body(drop("profile_type"))),
                preference("SES-unknown-profile", "The profile type of charging preferences is not defined")
                        .breaks("SES-098", "SES-089")
                        .by(Requests.body(change("profile_type", text("FASTEST")))));
    }

    private static Advice again() {
        return (request, onward) -> request.body().toString().contains("\"COMPLETED\"")
                ? onward.apply(request)
                        .compose(done -> onward.apply(Messages.edited(request, change("status", text("ACTIVE")))))
                : onward.apply(request);
    }

    private static FaultDraft shown(String name, String title) {
        return served(name, title).cpo().on("GET", SESSIONS);
    }

    private static FaultDraft emsp(String methods, String name, String title) {
        return served(name, title).emsp().on(methods, SESSIONS);
    }

    private static FaultDraft push(String methods, String name, String title) {
        return sent(name, title).cpo().on(methods, SESSIONS);
    }

    private static FaultDraft preference(String name, String title) {
        return sent(name, title).emsp().on("PUT", SESSIONS).needs("set-charging-preferences");
    }
}
