package dev.roamlab.conformance.tester;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.roamlab.conformance.catalogue.SpecVersion;
import dev.roamlab.conformance.subject.Party;

/** Valid Tokens. Those that are not asked for otherwise are of no use to anybody: random, and to be authorized in real time. */
public final class TokenSamples {
    private final Samples samples;

    TokenSamples(Samples samples) {
        this.samples = samples;
    }

    /** A token with all that is required and nothing else: RFID, valid, never whitelisted. Safe to push. */
    public ObjectNode minimal(SpecVersion version) {
        return Forms.in(version, of("RFID", "NEVER", true));
    }

    /** A token with every field. Safe to push. */
    public ObjectNode full(SpecVersion version) {
        ObjectNode token = of("RFID", "NEVER", true);
        token.put("visual_number", "TSA-" + token.path("uid").asText().substring(0, 8))
                .put("group_id", samples.shortId())
                .put("language", "en")
                .put("default_profile_type", "GREEN");
        token.putObject("energy_contract").put("supplier_name", "Tester Energy").put("contract_id", samples.id("EC"));
        return Forms.in(version, lastUpdatedLast(token));
    }

    /** A token of any type and whitelist, in the form of 2.3.0. */
    public ObjectNode of(String type, String whitelist, boolean valid) {
        Party party = samples.party();
        String contract = party.countryCode() + "-" + party.partyId() + "-C" + samples.random(8) + "-T";
        return JsonNodeFactory.instance
                .objectNode()
                .put("country_code", party.countryCode())
                .put("party_id", party.partyId())
                .put("uid", samples.shortId())
                .put("type", type)
                .put("contract_id", contract)
                .put("issuer", "Conformance tester")
                .put("valid", valid)
                .put("whitelist", whitelist)
                .put("last_updated", Moments.now());
    }

    /** What a Session and a CDR say about a token. */
    public static ObjectNode cdrToken(ObjectNode token) {
        ObjectNode copy = JsonNodeFactory.instance.objectNode();
        for (String field : new String[] {"country_code", "party_id", "uid", "type", "contract_id"}) {
            copy.set(field, token.path(field));
        }
        return copy;
    }

    /** An answer of real-time authorization. */
    public ObjectNode authorization(String allowed, ObjectNode token) {
        ObjectNode information = JsonNodeFactory.instance.objectNode().put("allowed", allowed);
        information.set("token", token.deepCopy());
        if (allowed.equals("ALLOWED")) {
            information.put("authorization_reference", samples.id("AUTH"));
        }
        return information;
    }

    private static ObjectNode lastUpdatedLast(ObjectNode object) {
        object.set("last_updated", object.remove("last_updated"));
        return object;
    }
}
