package dev.roamlab.ocpi.tokens;

import dev.roamlab.ocpi.sessions.ProfileType;
import dev.roamlab.ocpi.types.CiString;
import dev.roamlab.ocpi.types.CountryCode;
import dev.roamlab.ocpi.types.OcpiRecord;
import dev.roamlab.ocpi.types.PartyId;
import dev.roamlab.ocpi.types.Require;
import java.time.Instant;
import java.util.Optional;

/**
 * An eMSP's means of identification, unique by {@code uid} and {@code type}. Spec: mod_tokens_token_object.
 *
 * @param groupId tokens of one group can stop what another of it started
 * @param language the driver's, ISO 639-1
 */
@OcpiRecord
public record Token(
        CountryCode countryCode,
        PartyId partyId,
        CiString uid,
        TokenType type,
        CiString contractId,
        Optional<String> visualNumber,
        String issuer,
        Optional<CiString> groupId,
        boolean valid,
        WhitelistType whitelist,
        Optional<String> language,
        Optional<ProfileType> defaultProfileType,
        Optional<EnergyContract> energyContract,
        Instant lastUpdated) {
    public Token {
        Require.present("country_code", countryCode);
        Require.present("party_id", partyId);
        Require.length("uid", uid, 36);
        Require.present("type", type);
        Require.length("contract_id", contractId, 36);
        Require.length("visual_number", visualNumber, 64);
        Require.length("issuer", issuer, 64);
        Require.length("group_id", groupId, 36);
        Require.present("whitelist", whitelist);
        language.ifPresent(code -> Require.language("language", code));
        Require.present("last_updated", lastUpdated);
    }
}
