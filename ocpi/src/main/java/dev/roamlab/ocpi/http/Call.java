package dev.roamlab.ocpi.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.roamlab.ocpi.json.Dialect;
import dev.roamlab.ocpi.json.Document;
import dev.roamlab.ocpi.partner.Caller;
import dev.roamlab.ocpi.partner.Partner;
import dev.roamlab.ocpi.types.CountryCode;
import dev.roamlab.ocpi.types.InvalidField;
import dev.roamlab.ocpi.types.OcpiVersion;
import dev.roamlab.ocpi.types.Party;
import dev.roamlab.ocpi.types.PartyId;
import io.vertx.core.MultiMap;
import java.util.Map;
import java.util.Optional;

/**
 * A request that has passed the gates: the caller is known, the JSON is JSON, the object is valid.
 *
 * @param <B> the object in the body
 * @param version of the endpoint that was called
 * @param path the named segments of the operation's path
 * @param patch what changes, in the model's form; present for PATCH only
 * @param url the URL that was called, as the caller sees it, without its query
 */
public record Call<B extends Record>(
        Caller caller,
        OcpiVersion version,
        Map<String, String> path,
        MultiMap query,
        Optional<Document<B>> body,
        Optional<ObjectNode> patch,
        Routing routing,
        String correlationId,
        String url) {

    /** The registered platform that calls. Functional modules are closed to anybody else, so there always is one. */
    public Partner partner() {
        if (caller instanceof Caller.Registered registered) {
            return registered.partner();
        }
        throw OcpiException.unauthorized("a registration token opens versions and credentials only");
    }

    /** The object in the body. */
    public Document<B> object() {
        return body.orElseThrow(() -> OcpiException.badRequest("a JSON object is due in the body"));
    }

    /** The changes in the body of a PATCH. */
    public ObjectNode changes() {
        return patch.orElseThrow(() -> OcpiException.badRequest("a JSON object is due in the body"));
    }

    /** A named segment of the path. */
    public String segment(String name) {
        String value = path.get(name);
        if (value == null) {
            throw new IllegalStateException("the operation has no segment {" + name + "}");
        }
        return value;
    }

    /**
     * The owner named in the path of a client owned object.
     *
     * @throws OcpiException when it is no party (2001), or none that the caller speaks for (HTTP 404, which
     *     transport_and_format_errors allows)
     */
    public Party owner() {
        Party owner;
        try {
            owner = new Party(new CountryCode(segment("country_code")), new PartyId(segment("party_id")));
        } catch (InvalidField invalid) {
            throw OcpiException.invalid("in the URL: " + invalid.getMessage());
        }
        if (!partner().speaksFor(owner)) {
            throw OcpiException.notFound(owner + " is not among the roles in your credentials");
        }
        return owner;
    }

    /** How the caller wants objects spelt. */
    public Dialect dialect() {
        return Dialect.of(version);
    }
}
