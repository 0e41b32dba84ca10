package dev.roamlab.ocpi.cdrs;

import dev.roamlab.ocpi.tokens.Token;
import dev.roamlab.ocpi.tokens.TokenType;
import dev.roamlab.ocpi.types.CiString;
import dev.roamlab.ocpi.types.CountryCode;
import dev.roamlab.ocpi.types.OcpiRecord;
import dev.roamlab.ocpi.types.PartyId;
import dev.roamlab.ocpi.types.Require;

/** The identity of the Token that started a session. Spec: mod_cdrs_cdr_token_object. */
@OcpiRecord
public record CdrToken(CountryCode countryCode, PartyId partyId, CiString uid, TokenType type, CiString contractId) {
    public CdrToken {
        Require.present("country_code", countryCode);
        Require.present("party_id", partyId);
        Require.length("uid", uid, 36);
        Require.present("type", type);
        Require.length("contract_id", contractId, 36);
    }

    /** The identity of a Token. */
    public static CdrToken of(Token token) {
        return new CdrToken(token.countryCode(), token.partyId(), token.uid(), token.type(), token.contractId());
    }
}
