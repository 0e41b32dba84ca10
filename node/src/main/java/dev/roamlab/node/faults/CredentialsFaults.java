package dev.roamlab.node.faults;

import static dev.roamlab.node.faults.Answers.data;
import static dev.roamlab.node.faults.Answers.dataReplaced;
import static dev.roamlab.node.faults.Answers.statusCode;
import static dev.roamlab.node.faults.Behaviours.likeGetWhenRefused;
import static dev.roamlab.node.faults.Edits.change;
import static dev.roamlab.node.faults.Edits.drop;
import static dev.roamlab.node.faults.Edits.put;
import static dev.roamlab.node.faults.FaultDraft.sent;
import static dev.roamlab.node.faults.FaultDraft.served;
import static dev.roamlab.node.faults.Values.onlyFirst;
import static dev.roamlab.node.faults.Values.stretchedTo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.roamlab.ocpi.types.OcpiVersion;
import io.vertx.core.http.HttpMethod;
import java.util.List;
import java.util.function.UnaryOperator;

/** What can be wrong with the exchange of credentials. */
final class CredentialsFaults {
    private CredentialsFaults() {}

    static List<Fault> list() {
        return List.of(
                shown("CRED-no-roles", "Credentials have no roles")
                        .only(OcpiVersion.V2_2_1)
                        .breaks("CRED-043", "CRED-028", "TYP-043", "TYP-046")
                        .by(data(drop("roles"))),
                shown("CRED-roles-not-a-list", "The roles of credentials are one object instead of a list")
                        .only(OcpiVersion.V2_3_0)
                        .breaks("CRED-044", "CRED-028", "TYP-047")
                        .by(data(change("roles", onlyFirst()))),
                shown("CRED-no-url", "Credentials have no url")
                        .only(OcpiVersion.V2_3_0)
                        .breaks("CRED-044", "CRED-049", "CRED-028", "TYP-043")
                        .by(data(drop("url"))),
                shown("CRED-url-of-details", "The url in credentials is not that of the versions list")
                        .breaks("CRED-049", "CRED-028")
                        .by(data(change(
                                "url", url -> TextNode.valueOf(url.asText().replace("/versions", "/2.3.0"))))),
                shown("CRED-relative-url", "The url in credentials is relative")
                        .breaks("CRED-011", "CRED-049", "TYP-040")
                        .by(data(change("url", VersionsFaults.relative()))),
                shown("CRED-long-token", "GET shows a token of 70 characters")
                        .breaks("CRED-046", "CRED-030", "CRED-028", "TYP-010")
                        .by(data(change("token", stretchedTo(70)))),
                shown("CRED-token-changes-on-get", "GET shows another token than the one in use")
                        .breaks("CRED-028")
                        .by(data(change(
                                "token",
                                token ->
                                        TextNode.valueOf("not-" + token.asText().substring(4))))),
                shown("CRED-duplicate-role", "The same role is listed twice")
                        .breaks("CRED-050")
                        .by(data(change("roles", twice()))),
                shown("CRED-role-without-business-details", "A role has no business details")
                        .breaks("CRED-066", "TYP-043")
                        .by(data(drop("roles.business_details"))),
                shown("CRED-business-without-name", "The business details of a role have no name")
                        .breaks("CRED-067", "TYP-043")
                        .by(data(drop("roles.business_details.name"))),
                shown("CRED-country-alpha-3", "The country code of a role has three letters")
                        .breaks("CRED-068", "CRED-066", "TYP-010")
                        .by(data(change("roles.country_code", stretchedTo(3)))),
                shown("CRED-party-of-four", "The party id of a role has four characters")
                        .breaks("CRED-069", "CRED-066", "TYP-010")
                        .by(data(change("roles.party_id", stretchedTo(4)))),
                shown("CRED-hub-party-of-nobody", "hub_party_id is no country code and party id")
                        .only(OcpiVersion.V2_3_0)
                        .breaks("CRED-061", "CRED-044")
                        .by(data(put("hub_party_id", "a hub"))),
                served("CRED-response-without-credentials", "POST and PUT are answered without credentials")
                        .on("POST|PUT", "credentials")
                        .breaks("CRED-032", "CRED-007", "CRED-035", "STC-012")
                        .by(dataReplaced(credentials -> com.fasterxml.jackson.databind.node.NullNode.getInstance())),
                served("CRED-register-twice", "POST when already registered succeeds")
                        .on("POST", "credentials")
                        .breaks("CRED-033")
                        .by(likeGetWhenRefused(405)),
                served("CRED-put-unregistered", "PUT when not registered succeeds")
                        .on("PUT", "credentials")
                        .breaks("CRED-038")
                        .by(likeGetWhenRefused(405)),
                served("CRED-delete-unregistered", "DELETE when not registered succeeds")
                        .on("DELETE", "credentials")
                        .breaks("CRED-041")
                        .by(likeGetWhenRefused(405)),
                served("CRED-delete-ignored", "DELETE is answered with success, and the registration stays")
                        .on("DELETE", "credentials")
                        .breaks("CRED-039", "CRED-040")
                        .by(Behaviours.swallowed()),
                served("CRED-token-a-again", "The answer to a registration holds token A instead of a new token")
                        .breaks("CRED-007", "CRED-032", "CRED-010")
                        .byNew(() -> Registered.sameTokenAgain("POST")),
                served("CRED-put-gives-old-token", "The answer to PUT holds the old token instead of a new one")
                        .breaks("CRED-035", "CRED-036")
                        .byNew(() -> Registered.sameTokenAgain("PUT")),
                served("CRED-token-a-lives", "Token A opens doors after the registration, too")
                        .breaks("CRED-010")
                        .byNew(() -> Registered.oldTokenLives("POST")),
                served("CRED-old-token-lives", "The old token opens doors after PUT, too")
                        .breaks("CRED-036")
                        .byNew(() -> Registered.oldTokenLives("PUT")),
                served("CRED-incomplete-accepted", "Credentials without a required field are accepted")
                        .on("POST|PUT", "credentials")
                        .breaks("CRED-045", "STC-018")
                        .by(Behaviours.likeGetWhenCode(2001)),
                served("CRED-call-back-failure-is-2000", "A partner that cannot be called back is told 2000")
                        .on("POST|PUT", "credentials")
                        .breaks("CRED-020", "STC-026")
                        .by(statusCode(3001, 2000)),
                served("CRED-token-c-unknown", "The token C that a registration is answered with opens nothing")
                        .on("POST", "credentials")
                        .breaks("CRED-008", "CRED-007")
                        .by(data(change(
                                "token",
                                token ->
                                        TextNode.valueOf("not-" + token.asText().substring(4))))),
                sent("CRED-raw-token", "The credentials token is sent as it is, not in Base64")
                        .on("*", "*")
                        .breaks("TRN-006")
                        .by(Requests.header("Authorization", value -> "Token " + Registered.decoded(value))),
                sent("CRED-calls-back-with-other-token", "The partner is called with another token than it gave")
                        .on("GET", "versions")
                        .breaks("CRED-006", "CRED-031", "CRED-034")
                        .by(Requests.header("Authorization", value -> "Token bm9ib2R5cy10b2tlbi1hdC1hbGwtMDAwMDAw")),
                sent("CRED-first-token-for-ever", "A token that the partner has replaced is still used")
                        .breaks("CRED-037", "CRED-034")
                        .byNew(Registered::firstTokenForEver),
                sent("CRED-token-b-is-token-a", "The token B that the node sends is the token A that it was given")
                        .on("POST", "credentials")
                        .needs("register")
                        .breaks("CRED-005")
                        .by(Requests.request(request -> Messages.edited(
                                request,
                                put(
                                        "token",
                                        Registered.decoded(request.headers().get("Authorization")))))),
                sent("CRED-renews-with-post", "Changed credentials are sent with POST")
                        .on("PUT", "credentials")
                        .needs("replace-token")
                        .breaks("CRED-018", "CRED-017")
                        .by(Requests.method(HttpMethod.POST)),
                sent("CRED-sends-no-roles", "The credentials that the node sends have no roles")
                        .on("POST|PUT", "credentials")
                        .needs("register")
                        .only(OcpiVersion.V2_3_0)
                        .breaks("CRED-044", "CRED-005")
                        .by(Requests.body(drop("roles"))));
    }

    private static FaultDraft shown(String name, String title) {
        return served(name, title).on("GET", "credentials");
    }

    private static UnaryOperator<JsonNode> twice() {
        return roles -> {
            ArrayNode doubled = roles.deepCopy();
            return doubled.addAll((ArrayNode) roles);
        };
    }
}
