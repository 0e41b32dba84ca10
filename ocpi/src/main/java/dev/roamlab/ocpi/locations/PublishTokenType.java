package dev.roamlab.ocpi.locations;

import dev.roamlab.ocpi.tokens.TokenType;
import dev.roamlab.ocpi.types.CiString;
import dev.roamlab.ocpi.types.OcpiRecord;
import dev.roamlab.ocpi.types.Require;
import java.util.Optional;

/**
 * Tokens that may see an unpublished location: those that match all given fields. Spec:
 * mod_locations_publish_token_class.
 */
@OcpiRecord
public record PublishTokenType(
        Optional<CiString> uid,
        Optional<TokenType> type,
        Optional<String> visualNumber,
        Optional<String> issuer,
        Optional<CiString> groupId) {
    public PublishTokenType {
        Require.length("uid", uid, 36);
        Require.length("visual_number", visualNumber, 64);
        Require.length("issuer", issuer, 64);
        Require.length("group_id", groupId, 36);
        Require.that(
                uid.isPresent() || visualNumber.isPresent() || groupId.isPresent(),
                "uid",
                "one of uid, visual_number and group_id required",
                "");
        Require.that(uid.isEmpty() || type.isPresent(), "type", "required with uid", "");
        Require.that(visualNumber.isEmpty() || issuer.isPresent(), "issuer", "required with visual_number", "");
    }
}
