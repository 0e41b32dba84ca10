package dev.roamlab.ocpi.partner;

import dev.roamlab.ocpi.credentials.CredentialsRole;
import dev.roamlab.ocpi.credentials.CredentialsToken;
import dev.roamlab.ocpi.types.OcpiRecord;
import dev.roamlab.ocpi.types.OcpiVersion;
import dev.roamlab.ocpi.types.Party;
import dev.roamlab.ocpi.types.Role;
import dev.roamlab.ocpi.types.Url;
import dev.roamlab.ocpi.versions.Endpoint;
import dev.roamlab.ocpi.versions.InterfaceRole;
import dev.roamlab.ocpi.versions.ModuleId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A platform that we hold credentials with. Spec: credentials_registration.
 *
 * @param id ours, stable across updates of the credentials
 * @param version the version agreed for this relation
 * @param versionsUrl where the partner lists its versions
 * @param roles the parties that the partner speaks for, at least one
 * @param endpoints what the partner offers in the agreed version
 * @param incomingToken what the partner presents when it calls us
 * @param outgoingToken what we present when we call the partner
 * @param registeredAt when the credentials were last exchanged
 */
@OcpiRecord
public record Partner(
        String id,
        OcpiVersion version,
        Url versionsUrl,
        List<CredentialsRole> roles,
        List<Endpoint> endpoints,
        CredentialsToken incomingToken,
        CredentialsToken outgoingToken,
        Instant registeredAt) {

    public Partner {
        roles = List.copyOf(roles);
        endpoints = List.copyOf(endpoints);
    }

    /** The URL of one of the partner's interfaces; empty when it does not offer it. */
    public Optional<Url> endpoint(ModuleId module, InterfaceRole side) {
        return endpoints.stream()
                .filter(endpoint -> endpoint.identifier().equals(module))
                // The role of a credentials endpoint has no meaning: version_information_endpoint_endpoint_class.
                .filter(endpoint -> module.equals(ModuleId.CREDENTIALS) || endpoint.role() == side)
                .map(Endpoint::url)
                .findFirst();
    }

    /** The party that stands for the partner where no other is known. */
    public Party party() {
        return roles.get(0).party();
    }

    /** The partner's first party in a role. */
    public Optional<Party> party(Role role) {
        return roles.stream()
                .filter(candidate -> candidate.role() == role)
                .map(CredentialsRole::party)
                .findFirst();
    }

    /** Whether the partner speaks for a party. */
    public boolean speaksFor(Party party) {
        return roles.stream().anyMatch(role -> role.party().equals(party));
    }
}
