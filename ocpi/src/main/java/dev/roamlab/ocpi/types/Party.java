package dev.roamlab.ocpi.types;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A party in the roaming world: country code and party id together. Spec: credentials_credentials_object. */
public record Party(CountryCode countryCode, PartyId partyId) {
    private static final Pattern FORM = Pattern.compile("([A-Za-z]{2})[-*]?([A-Za-z0-9]{3})");

    public Party {
        Require.present("country_code", countryCode);
        Require.present("party_id", partyId);
    }

    /** The party with these two ids; fails with {@link InvalidField} when one has a wrong form. */
    public static Party of(String countryCode, String partyId) {
        return new Party(new CountryCode(countryCode), new PartyId(partyId));
    }

    /**
     * Reads {@code NL-TNM}, {@code NL*TNM} or {@code NLTNM}; fails with {@link InvalidField} on anything else.
     */
    public static Party parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw new InvalidField("", "country code and party id, such as NL-TNM", text);
        }
        return of(matcher.group(1), matcher.group(2));
    }

    @Override
    public String toString() {
        return countryCode + "-" + partyId;
    }
}
