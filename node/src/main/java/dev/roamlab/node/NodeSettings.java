package dev.roamlab.node;

import dev.roamlab.node.faults.Fault;
import dev.roamlab.node.store.StoreLocation;
import dev.roamlab.ocpi.credentials.CredentialsRole;
import dev.roamlab.ocpi.types.OcpiRecord;
import dev.roamlab.ocpi.types.OcpiVersion;
import dev.roamlab.ocpi.types.Party;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What a node is told once, at its start.
 *
 * @param name {@code emsp} or {@code cpo}: part of the URLs and of the collections' names
 * @param host interface to listen on
 * @param port 0 takes any free port
 * @param publicUrl scheme, host and port as partners see them when a proxy stands in between; no slash at the end
 * @param roles the parties that the node speaks for, at least one
 * @param versions offered, ascending
 * @param store where state is kept
 * @param pageLimit the most objects on a page of ours, at least 1
 * @param maxBodyBytes a longer request is refused
 * @param partnerTimeout wall time that a partner has for an answer
 * @param faults what the node does wrong on purpose from its start
 * @param admin whether faults may be switched at run time, by anybody on this machine
 */
@OcpiRecord
public record NodeSettings(
        String name,
        String host,
        int port,
        Optional<String> publicUrl,
        List<CredentialsRole> roles,
        List<OcpiVersion> versions,
        StoreLocation store,
        int pageLimit,
        long maxBodyBytes,
        Duration partnerTimeout,
        List<Fault> faults,
        boolean admin) {
    private static final int DEFAULT_PAGE_LIMIT = 50;
    private static final long DEFAULT_MAX_BODY = 4L * 1024 * 1024;
    private static final Duration DEFAULT_PARTNER_TIMEOUT = Duration.ofSeconds(10);

    public NodeSettings {
        if (roles.isEmpty()) {
            throw new IllegalArgumentException("roles: a node speaks for at least one party");
        }
        if (pageLimit < 1) {
            throw new IllegalArgumentException("pageLimit: " + pageLimit + ", at least 1");
        }
        roles = List.copyOf(roles);
        faults = List.copyOf(faults);
        versions = versions.stream().sorted().toList();
    }

    /** A node on this machine only, with any free port, all versions, and its state in memory. */
    public static NodeSettingsBuilder local(String name, List<CredentialsRole> roles) {
        return NodeSettingsBuilder.builder()
                .name(name)
                .host("127.0.0.1")
                .port(0)
                .roles(roles)
                .versions(List.of(OcpiVersion.values()))
                .store(new StoreLocation.Memory())
                .pageLimit(DEFAULT_PAGE_LIMIT)
                .maxBodyBytes(DEFAULT_MAX_BODY)
                .partnerTimeout(DEFAULT_PARTNER_TIMEOUT)
                .faults(List.of())
                .admin(false);
    }

    /** The parties of the roles. */
    public List<Party> parties() {
        return roles.stream().map(CredentialsRole::party).toList();
    }

    /** The party that speaks where no other is named. */
    public Party party() {
        return roles.get(0).party();
    }
}
