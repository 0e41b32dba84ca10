package dev.roamlab.conformance.subject;

import java.util.Locale;

/** A country code (two letters) and a party id (three letters or digits). Compared without case. */
public record Party(String countryCode, String partyId) {
    /** Whether both are the same party, case ignored, as CiString asks. */
    public boolean is(String otherCountry, String otherParty) {
        return countryCode.equalsIgnoreCase(otherCountry) && partyId.equalsIgnoreCase(otherParty);
    }

    @Override
    public String toString() {
        return (countryCode + "/" + partyId).toUpperCase(Locale.ROOT);
    }
}
