package dev.roamlab.emsp;

import dev.roamlab.ocpi.http.OcpiException;
import dev.roamlab.ocpi.types.CiString;
import dev.roamlab.ocpi.types.CountryCode;
import dev.roamlab.ocpi.types.InvalidField;
import dev.roamlab.ocpi.types.Party;
import dev.roamlab.ocpi.types.PartyId;

/** Checks that a pushed object is the one that its URL names. Spec: transport_and_format_errors. */
public final class Owned {
    private Owned() {}

    /** Refuses (2001) an object whose id or owner is not the URL's. */
    public static void requireSame(Party inUrl, String idInUrl, CountryCode countryCode, PartyId partyId, CiString id) {
        requireSameId(idInUrl, id);
        Party inBody = new Party(countryCode, partyId);
        if (!inBody.equals(inUrl)) {
            throw OcpiException.invalid("/country_code, /party_id: " + inBody + ", but the URL says " + inUrl);
        }
    }

    /** Refuses (2001) an object whose id is not the URL's. */
    public static void requireSameId(String idInUrl, CiString id) {
        if (!id.equals(idInUrl(idInUrl))) {
            throw OcpiException.invalid("the object's id is " + id + ", but the URL says " + idInUrl);
        }
    }

    private static CiString idInUrl(String segment) {
        try {
            return new CiString(segment);
        } catch (InvalidField noId) {
            throw OcpiException.invalid("in the URL: " + noId.getMessage());
        }
    }
}
