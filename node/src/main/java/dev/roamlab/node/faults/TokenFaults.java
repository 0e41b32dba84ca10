package dev.roamlab.node.faults;

import static dev.roamlab.node.faults.Answers.answer;
import static dev.roamlab.node.faults.Answers.data;
import static dev.roamlab.node.faults.Answers.httpStatus;
import static dev.roamlab.node.faults.Answers.items;
import static dev.roamlab.node.faults.Answers.statusCode;
import static dev.roamlab.node.faults.Edits.change;
import static dev.roamlab.node.faults.Edits.drop;
import static dev.roamlab.node.faults.Edits.each;
import static dev.roamlab.node.faults.Edits.put;
import static dev.roamlab.node.faults.FaultDraft.sent;
import static dev.roamlab.node.faults.FaultDraft.served;
import static dev.roamlab.node.faults.Requests.ignoring;
import static dev.roamlab.node.faults.Values.json;
import static dev.roamlab.node.faults.Values.lowerCase;
import static dev.roamlab.node.faults.Values.quoted;
import static dev.roamlab.node.faults.Values.text;

import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.roamlab.ocpi.types.OcpiVersion;
import io.vertx.core.http.HttpMethod;
import java.util.List;
import java.util.stream.Stream;

/** What can be wrong with Tokens and their authorization. */
final class TokenFaults {
    private static final String TOKENS = "tokens";

    private TokenFaults() {}

    static List<Fault> list() {
        return Stream.of(fields(), authorization(), receiver(), pushes())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Fault> fields() {
        return List.of(
                shown("TOK-no-contract", "A Token has no contract id")
                        .breaks("TOK-061", "TOK-045", "TYP-043")
                        .by(data(drop("contract_id"))),
                shown("TOK-no-issuer", "A Token has no issuer")
                        .breaks("TOK-061", "TOK-045", "TYP-043")
                        .by(data(drop("issuer"))),
                shown("TOK-valid-as-text", "valid is a text")
                        .breaks("TOK-061", "TOK-045")
                        .by(data(change("valid", quoted()))),
                shown("TOK-auth-id", "A Token has the fields of OCPI 2.1.1")
                        .breaks("TOK-061", "TOK-045", "TYP-043")
                        .by(data(Edits.rename("contract_id", "auth_id"))),
                shown("TOK-lower-case-type", "The type of a Token is in lower case")
                        .only(OcpiVersion.V2_2_1)
                        .breaks("TOK-076", "TYP-034", "TYP-035")
                        .by(data(change("type", lowerCase()))),
                shown("TOK-unknown-whitelist", "The whitelist of a Token is not defined")
                        .breaks("TOK-082", "TOK-061", "TYP-002", "TYP-034")
                        .by(data(change("whitelist", text("SOMETIMES")))),
                shown("TOK-country-of-nobody", "The country code of a Token is not in ISO 3166")
                        .breaks("TOK-063", "TOK-002")
                        .by(data(change("country_code", text("XX")))),
                shown("TOK-language-of-three", "The language of a Token has three letters")
                        .breaks("TOK-069", "TOK-062", "TYP-010")
                        .by(data(put("language", "eng"))),
                shown("TOK-energy-contract-without-supplier", "An energy contract names no supplier")
                        .breaks("TOK-074", "TOK-062", "TYP-043")
                        .by(data(put("energy_contract", json("{\"contract_id\":\"1234\"}")))),
                shown("TOK-duplicate-uid", "Two Tokens have the same uid and type")
                        .breaks("TOK-064", "TRN-028")
                        .by(items(tokens -> {
                            if (!tokens.isEmpty()) {
                                tokens.set(tokens.size() - 1, tokens.get(0));
                            }
                        })),
                shown("TOK-invalid-not-listed", "Invalid Tokens are not listed")
                        .breaks("TOK-046", "TRN-028")
                        .by(items(TokenFaults::withoutInvalid)),
                shown("TOK-offline-only", "All Tokens are NEVER to be authorized offline, app users are ALWAYS")
                        .breaks("TOK-078")
                        .by(data(each(
                                "",
                                token -> token.put(
                                        "whitelist",
                                        token.path("type").asText().equals("RFID") ? "NEVER" : "ALWAYS")))));
    }

    private static List<Fault> authorization() {
        return List.of(
                asked("TOK-no-allowed", "An authorization does not say whether it is allowed")
                        .breaks("TOK-057", "TYP-043")
                        .by(data(drop("allowed"))),
                asked("TOK-allowed-as-boolean", "allowed is a boolean")
                        .breaks("TOK-071", "TOK-057")
                        .by(data(change("allowed", allowed -> json("true")))),
                asked("TOK-allowed-of-ocpp", "allowed is a word of OCPP")
                        .breaks("TOK-071", "TOK-057")
                        .by(data(change("allowed", text("Accepted")))),
                asked("TOK-no-token", "An authorization does not hold the Token")
                        .breaks("TOK-057", "TYP-043")
                        .by(data(drop("token"))),
                asked("TOK-other-token", "An authorization holds another Token than was asked for")
                        .breaks("TOK-057")
                        .by(data(change("token.uid", text("ANOTHER")))),
                asked("TOK-unknown-is-1000", "An unknown Token is answered with success")
                        .breaks("STC-024", "TOK-049", "TOK-054")
                        .by(answer(answer -> StatusCodeFaults.hasCode(answer, 2004)
                                ? StatusCodeFaults.code(answer.withStatus(200), 1000)
                                : answer)),
                asked("TOK-unknown-is-2001", "An unknown Token is answered with 2001")
                        .breaks("TOK-054")
                        .by(statusCode(2004, 2001)),
                asked("TOK-unknown-is-http-200", "An unknown Token is answered with HTTP 200")
                        .breaks("TOK-049")
                        .by(httpStatus(404, 200)),
                asked("TOK-body-required", "An authorization without a body is refused")
                        .where(request -> request.body().length() == 0)
                        .breaks("TOK-052", "TOK-050", "TOK-055")
                        .by(answer(answer -> Messages.isSuccess(answer)
                                ? Behaviours.refusal(answer, 2001, "the body is empty")
                                        .withStatus(400)
                                : answer)),
                asked("TOK-authorize-ignores-type", "The type in the query of an authorization is not seen")
                        .breaks("TOK-051")
                        .by(ignoring("type")),
                asked("TOK-blocked-is-unknown", "A Token that is not valid is answered as unknown")
                        .breaks("TOK-055", "TOK-073")
                        .by(answer(answer -> answer.body().toString().contains("\"valid\":false")
                                ? Behaviours.refusal(answer, 2004, "unknown").withStatus(404)
                                : answer)),
                asked("TOK-blocked-is-allowed", "A Token that is not valid is allowed")
                        .breaks("TOK-073")
                        .by(data(change("allowed", text("ALLOWED")))),
                asked("TOK-allowed-elsewhere", "An authorization names a location that was not asked for")
                        .breaks("TOK-056")
                        .by(data(put("location", json("{\"location_id\":\"ELSEWHERE\",\"evse_uids\":[]}")))),
                asked("TOK-not-enough-is-2003", "An authorization without location is answered with 2003")
                        .where(request -> request.body().length() == 0)
                        .breaks("TOK-050", "TOK-055")
                        .by(answer(answer -> Messages.isSuccess(answer)
                                ? Behaviours.refusal(answer, 2003, "which location?")
                                : answer)));
    }

    private static List<Fault> receiver() {
        return List.of(
                cpo("PUT", "TOK-put-not-stored", "A pushed Token is not stored")
                        .breaks("TOK-027", "TRN-067", "TOK-026", "TRN-064")
                        .by(Behaviours.swallowed()),
                cpo("PUT", "TOK-put-merges", "Fields that a PUT leaves out keep their old values")
                        .breaks("TOK-028", "TRN-055")
                        .by(Stored.putMerges()),
                cpo("PATCH", "TOK-patch-not-stored", "The PATCH of a Token is not stored")
                        .breaks("TOK-035", "TRN-056", "TOK-006")
                        .by(Behaviours.swallowed()),
                cpo("PATCH", "TOK-patch-loses-fields", "The PATCH of a Token loses what it does not name")
                        .breaks("TOK-035", "TRN-057")
                        .by(Stored.patchLoses("visual_number", "group_id", "language", "default_profile_type")),
                cpo("*", "TOK-invalid-is-gone", "A Token that is not valid any more is not there any more")
                        .breaks("TOK-006")
                        .byNew(() -> Stored.goneAfter(request -> Messages.json(request.body())
                                .filter(token -> token.has("valid")
                                        && !token.path("valid").asBoolean())
                                .isPresent())),
                cpo("GET", "TOK-type-ignored", "The type in the query of a Token is not seen")
                        .breaks("TOK-022", "TOK-023")
                        .by(ignoring("type")),
                cpo("*", "TOK-delete-works", "DELETE of a Token works")
                        .breaks("TOK-020", "TOK-018")
                        .byNew(Stored::deletable),
                cpo("POST", "TOK-post-creates", "POST creates a Token")
                        .where(request -> request.path().size() == 3)
                        .breaks("TRN-068", "TOK-019")
                        .by(Requests.method(HttpMethod.PUT)),
                cpo("PUT", "TOK-long-uid-refused", "A uid of more than 20 characters is refused")
                        .breaks("TOK-030", "TYP-011")
                        .by(Behaviours.refusingBody(
                                token -> token.path("uid").asText().length() > 20)),
                cpo("PUT", "TOK-offline-refused", "A Token that may be allowed offline is refused")
                        .breaks("TOK-082")
                        .by(Behaviours.refusingBody(
                                token -> token.path("whitelist").asText().equals("ALLOWED_OFFLINE"))),
                cpo("PUT", "TOK-other-refused", "A Token of type OTHER is refused")
                        .only(OcpiVersion.V2_2_1)
                        .breaks("TOK-076")
                        .by(Behaviours.refusingBody(
                                token -> token.path("type").asText().equals("OTHER"))),
                cpo("PUT", "TOK-ad-hoc-refused", "A Token of an ad hoc user is refused")
                        .only(OcpiVersion.V2_3_0)
                        .breaks("TOK-077")
                        .by(Behaviours.refusingBody(
                                token -> token.path("type").asText().equals("AD_HOC_USER"))),
                cpo("PUT", "TOK-mismatch-accepted", "A Token whose uid is not that of the URL is accepted")
                        .breaks("TOK-034", "TRN-072", "TOK-029", "STC-018")
                        .by(Behaviours.swallowedWhenCode(2001)),
                cpo("PATCH", "TOK-silent-patch-accepted", "A PATCH without last_updated is accepted")
                        .breaks("TOK-037", "STC-020")
                        .by(Behaviours.swallowedWhenCode(2001)));
    }

    private static List<Fault> pushes() {
        return List.of(
                push("TOK-push-posted", "A new Token is pushed with POST")
                        .needs("add-token")
                        .breaks("TRN-069", "TOK-003")
                        .by(Requests.method(HttpMethod.POST)),
                push("TOK-push-to-other-country", "The country code in the URL is not that of the Token")
                        .needs("add-token")
                        .breaks("TOK-031", "TRN-066", "TRN-065")
                        .by(Requests.url(Urls.otherCountry())),
                push("TOK-push-to-other-party", "The party id in the URL is not that of the Token")
                        .needs("add-token")
                        .breaks("TOK-032", "TRN-066", "TRN-065")
                        .by(Requests.url(Urls.otherParty())),
                push("TOK-push-without-owner", "The URL of a pushed Token does not name its owner")
                        .needs("add-token")
                        .breaks("TRN-063", "TOK-031", "TOK-032")
                        .by(Requests.url(Urls.withoutOwner())),
                push("TOK-push-of-other-uid", "The uid of a pushed Token is not that in the URL")
                        .needs("add-token")
                        .breaks("TOK-033", "TRN-066")
                        .by(Requests.body(put("uid", "ANOTHER"))),
                push("TOK-push-incomplete", "A pushed Token has no contract id")
                        .needs("add-token")
                        .breaks("TRN-054", "TOK-061")
                        .by(Requests.body(drop("contract_id"))),
                push("TOK-push-untyped-json", "A pushed Token is text/plain")
                        .needs("add-token")
                        .breaks("TRN-022")
                        .by(Requests.header("Content-Type", type -> "text/plain")),
                push("TOK-invalidated-with-delete", "A Token is invalidated with DELETE")
                        .where(request -> request.body().toString().contains("\"valid\":false"))
                        .needs("block-token")
                        .breaks("TOK-005")
                        .by(Requests.request(request ->
                                request.withMethod(HttpMethod.DELETE).withBody(io.vertx.core.buffer.Buffer.buffer()))),
                sent("TOK-real-time-not-asked", "A Token that is NEVER allowed offline is not authorized in real time")
                        .cpo()
                        .on("POST", TOKENS)
                        .needs("present-token")
                        .breaks("TOK-089")
                        .by(Behaviours.neverSent()));
    }

    private static void withoutInvalid(ArrayNode tokens) {
        for (int i = tokens.size() - 1; i >= 0; i--) {
            if (!tokens.get(i).path("valid").asBoolean(true)) {
                tokens.remove(i);
            }
        }
    }

    private static FaultDraft shown(String name, String title) {
        return served(name, title).emsp().on("GET", TOKENS);
    }

    private static FaultDraft asked(String name, String title) {
        return served(name, title).emsp().on("POST", TOKENS);
    }

    private static FaultDraft cpo(String methods, String name, String title) {
        return served(name, title).cpo().on(methods, TOKENS);
    }

    private static FaultDraft push(String name, String title) {
        return sent(name, title).emsp().on("PUT|PATCH", TOKENS);
    }
}
