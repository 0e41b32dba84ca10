package dev.roamlab.ocpi.credentials;

import dev.roamlab.ocpi.locations.BusinessDetails;
import dev.roamlab.ocpi.types.CountryCode;
import dev.roamlab.ocpi.types.Party;
import dev.roamlab.ocpi.types.PartyId;
import dev.roamlab.ocpi.types.Require;
import dev.roamlab.ocpi.types.Role;

/** A party on a platform, and what it is. Spec: credentials_credentials_role_class. */
public record CredentialsRole(Role role, BusinessDetails businessDetails, PartyId partyId, CountryCode countryCode) {
    public CredentialsRole {
        Require.present("role", role);
        Require.present("business_details", businessDetails);
        Require.present("party_id", partyId);
        Require.present("country_code", countryCode);
    }

    /** Country code and party id together. */
    public Party party() {
        return new Party(countryCode, partyId);
    }
}
