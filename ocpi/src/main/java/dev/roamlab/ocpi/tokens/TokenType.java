package dev.roamlab.ocpi.tokens;

import dev.roamlab.ocpi.types.OcpiVersion;
import dev.roamlab.ocpi.types.OpenEnum;
import dev.roamlab.ocpi.types.OpenEnums;
import dev.roamlab.ocpi.types.Since;
import java.util.List;

/** What a Token is; an open list. Spec: mod_tokens_tokentype_enum. */
public record TokenType(String value) implements OpenEnum {
    public static final TokenType AD_HOC_USER = new TokenType("AD_HOC_USER");

    public static final TokenType APP_USER = new TokenType("APP_USER");

    @Since(OcpiVersion.V2_3_0)
    public static final TokenType EMAID = new TokenType("EMAID");

    public static final TokenType OTHER = new TokenType("OTHER");

    public static final TokenType RFID = new TokenType("RFID");

    /** The listed values, in the specification's order. */
    public static final List<TokenType> KNOWN = List.of(AD_HOC_USER, APP_USER, EMAID, OTHER, RFID);

    public TokenType {
        OpenEnums.requireValue(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
