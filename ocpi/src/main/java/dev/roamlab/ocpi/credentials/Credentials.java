package dev.roamlab.ocpi.credentials;

import dev.roamlab.ocpi.types.OcpiVersion;
import dev.roamlab.ocpi.types.Require;
import dev.roamlab.ocpi.types.Since;
import dev.roamlab.ocpi.types.Url;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What a platform gives another so that it can be called. Spec: credentials_credentials_object.
 *
 * @param token with which the other platform calls this one
 * @param url of the versions list
 * @param hubPartyId the hub that this platform is, if it is one
 */
public record Credentials(
        CredentialsToken token,
        Url url,
        @Since(OcpiVersion.V2_3_0) Optional<HubPartyId> hubPartyId,
        List<CredentialsRole> roles) {
    public Credentials {
        Require.present("token", token);
        Require.present("url", url);
        Require.notEmpty("roles", roles);
        roles = List.copyOf(roles);
        requireDistinct(roles);
    }

    private static void requireDistinct(List<CredentialsRole> roles) {
        Set<String> seen = new HashSet<>();
        for (CredentialsRole role : roles) {
            Require.that(
                    seen.add(role.role() + " " + role.party().toString().toLowerCase(Locale.ROOT)),
                    "roles",
                    "each role, party_id and country_code once",
                    role.role() + " " + role.party());
        }
    }
}
