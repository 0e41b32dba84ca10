package dev.roamlab.conformance.checks.tokens;

import java.util.List;

/** Names of fields. Spec: mod_tokens_token_object. */
final class TokenFields {
    /** Those that every Token has. */
    static final List<String> REQUIRED = List.of(
            "country_code", "party_id", "uid", "type", "contract_id", "issuer", "valid", "whitelist", "last_updated");

    private TokenFields() {}
}
