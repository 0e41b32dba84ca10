package dev.roamlab.node.faults;

import static dev.roamlab.node.faults.Answers.data;
import static dev.roamlab.node.faults.Answers.httpStatus;
import static dev.roamlab.node.faults.Answers.items;
import static dev.roamlab.node.faults.Edits.change;
import static dev.roamlab.node.faults.Edits.drop;
import static dev.roamlab.node.faults.Edits.each;
import static dev.roamlab.node.faults.Edits.rename;
import static dev.roamlab.node.faults.FaultDraft.sent;
import static dev.roamlab.node.faults.FaultDraft.served;
import static dev.roamlab.node.faults.Values.emptied;
import static dev.roamlab.node.faults.Values.lowerCase;
import static dev.roamlab.node.faults.Values.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.roamlab.node.faults.Edits.Edit;
import dev.roamlab.ocpi.types.OcpiVersion;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** What can be wrong with the versions list and the version details. */
final class VersionsFaults {
    private VersionsFaults() {}

    static List<Fault> list() {
        return List.of(
                listed("VER-empty-list", "The versions list is empty")
                        .breaks("VER-007", "VER-009")
                        .by(items(ArrayNode::removeAll)),
                listed("VER-no-url", "A Version has no url").breaks("VER-008").by(data(drop("url"))),
                listed("VER-version-called-id", "A Version says id instead of version")
                        .breaks("VER-008")
                        .by(data(rename("version", "id"))),
                listed("VER-relative-url", "The url of a Version is relative")
                        .breaks("VER-019", "VER-008", "TYP-040")
                        .by(data(change("url", relative()))),
                listed("VER-short-number", "Version numbers have two parts, such as 2.3")
                        .only(OcpiVersion.V2_3_0)
                        .breaks("VER-009", "VER-029", "VER-008")
                        .by(data(change(
                                "version",
                                version -> TextNode.valueOf(version.asText().substring(0, 3))))),
                listed("VER-offers-2.1", "The versions list names 2.1, which is not to be used")
                        .breaks("VER-031")
                        .by(items(versions -> versions.insertObject(0)
                                .put("version", "2.1")
                                .put("url", versions.get(1).path("url").asText()))),
                served("VER-post-is-a-get", "POST to the versions list is answered like GET")
                        .on("POST|PUT|PATCH|DELETE", "versions")
                        .breaks("VER-003", "VER-011")
                        .by(Requests.method(io.vertx.core.http.HttpMethod.GET)),
                served(
                                "VER-gone-after-registration",
                                "Once somebody is registered, versions are answered with HTTP 404")
                        .breaks("VER-005", "VER-001")
                        .byNew(Registered::versionsGone),
                details("VER-no-details", "Version details are answered with HTTP 404")
                        .breaks("VER-010", "VER-015")
                        .by(httpStatus(200, 404)),
                details("VER-other-version-in-details", "Version details name another version than was asked for")
                        .breaks("VER-016")
                        .by(data(change("version", text("2.0.0")))),
                details("VER-no-endpoints", "Version details have no endpoints")
                        .breaks("VER-015")
                        .by(data(drop("endpoints"))),
                details("VER-endpoints-empty", "The list of endpoints is empty")
                        .breaks("VER-015", "VER-024", "TYP-046")
                        .by(data(change("endpoints", emptied()))),
                details("VER-endpoint-without-role", "An Endpoint has no role")
                        .breaks("VER-018")
                        .by(data(drop("endpoints.role"))),
                details("VER-endpoint-without-url", "An Endpoint other than credentials has no url")
                        .breaks("VER-018")
                        .by(data(endpoints("tariffs|tokens", endpoint -> endpoint.remove("url")))),
                details("VER-relative-endpoint", "URLs of endpoints are relative, except that of credentials")
                        .breaks("VER-019", "VER-018", "TYP-040")
                        .by(data(endpoints(
                                "locations|tokens|tariffs|sessions|cdrs|commands",
                                endpoint -> endpoint.set("url", relative().apply(endpoint.path("url")))))),
                details("VER-lower-case-role", "Interface roles are in lower case")
                        .breaks("VER-022", "TYP-035")
                        .by(data(change("endpoints.role", lowerCase()))),
                details("VER-no-credentials-endpoint", "The credentials endpoint is not listed")
                        .breaks("VER-024", "CRED-025")
                        .by(data(each("", details -> without(details.path("endpoints"), "credentials")))),
                details("VER-roles-swapped", "Senders are listed as receivers and receivers as senders")
                        .breaks("VER-023")
                        .by(data(change("endpoints.role", swapped()))),
                details("VER-endpoint-leads-nowhere", "A listed endpoint cannot be reached")
                        .breaks("VER-017")
                        .by(data(endpoints(
                                "tokens",
                                endpoint -> endpoint.put(
                                        "url",
                                        endpoint.path("url").asText().replaceFirst("://[^/]+", "://127.0.0.1:1"))))),
                details("VER-module-capitalised", "The tokens module is called Tokens")
                        .only(OcpiVersion.V2_2_1)
                        .breaks("VER-025", "TOK-001")
                        .by(data(change("endpoints.identifier", capitalised()))),
                details("VER-module-in-capitals", "Module identifiers are in upper case")
                        .only(OcpiVersion.V2_3_0)
                        .breaks("VER-026", "VER-024")
                        .by(data(change(
                                "endpoints.identifier",
                                id -> TextNode.valueOf(id.asText().toUpperCase(java.util.Locale.ROOT))))),
                details("VER-credentials-as-receiver", "The credentials endpoint is listed as RECEIVER")
                        .breaks("VER-020")
                        .by(data(endpoints("credentials", endpoint -> endpoint.put("role", "RECEIVER")))),
                details("VER-credentials-twice", "The credentials endpoint is listed for both roles")
                        .breaks("VER-034")
                        .by(data(each("", details -> again(details.path("endpoints"))))),
                details("VER-custom-module-without-prefix", "A custom module is listed without a prefix")
                        .breaks("VER-033", "VER-032", "VER-025", "VER-026")
                        .by(data(each("", details -> custom(details.path("endpoints"))))),
                sent("VER-oldest-version-chosen", "The node registers in the oldest version that both have")
                        .on("GET", "versions")
                        .where(request -> request.version().isEmpty())
                        .needs("register")
                        .only(OcpiVersion.V2_2_1)
                        .breaks("VER-006")
                        .by(items(VersionsFaults::onlyOldest)));
    }

    private static FaultDraft listed(String name, String title) {
        return served(name, title)
                .on("GET", "versions")
                .where(request -> request.version().isEmpty());
    }

    private static FaultDraft details(String name, String title) {
        return served(name, title)
                .on("GET", "versions")
                .where(request -> !request.version().isEmpty());
    }

    private static Edit endpoints(String identifiers, java.util.function.Consumer<ObjectNode> edit) {
        return each("endpoints", endpoint -> {
            if (List.of(identifiers.split("\\|"))
                    .contains(endpoint.path("identifier").asText())) {
                edit.accept(endpoint);
            }
        });
    }

    private static void without(JsonNode endpoints, String identifier) {
        for (int i = endpoints.size() - 1; i >= 0; i--) {
            if (endpoints.get(i).path("identifier").asText().equals(identifier)) {
                ((ArrayNode) endpoints).remove(i);
            }
        }
    }

    private static Optional<ObjectNode> credentials(JsonNode endpoints) {
        for (JsonNode endpoint : endpoints) {
            if (endpoint.path("identifier").asText().equals("credentials")) {
                return Optional.of(endpoint.deepCopy());
            }
        }
        return Optional.empty();
    }

    private static void again(JsonNode endpoints) {
        credentials(endpoints).ifPresent(copy -> ((ArrayNode) endpoints).add(copy.put("role", "RECEIVER")));
    }

    private static void custom(JsonNode endpoints) {
        credentials(endpoints).ifPresent(copy -> ((ArrayNode) endpoints).add(copy.put("identifier", "parking")));
    }

    private static void onlyOldest(ArrayNode versions) {
        while (versions.size() > 1) {
            boolean firstIsNewer = versions.get(0)
                            .path("version")
                            .asText()
                            .compareTo(versions.get(1).path("version").asText())
                    > 0;
            versions.remove(firstIsNewer ? 0 : 1);
        }
    }

    private static UnaryOperator<JsonNode> swapped() {
        return role -> TextNode.valueOf(role.asText().equals("SENDER") ? "RECEIVER" : "SENDER");
    }

    private static UnaryOperator<JsonNode> capitalised() {
        return id -> TextNode.valueOf(id.asText().equals("tokens") ? "Tokens" : id.asText());
    }

    static UnaryOperator<JsonNode> relative() {
        return url -> TextNode.valueOf(url.asText().replaceFirst("^[a-z]+://[^/]+", ""));
    }
}
