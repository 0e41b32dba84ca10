package dev.roamlab.conformance.tester;

import com.fasterxml.jackson.databind.JsonNode;
import dev.roamlab.conformance.catalogue.SpecVersion;
import dev.roamlab.conformance.subject.Party;
import dev.roamlab.conformance.wire.Target.Side;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A registration between a platform of the tester and the system under test.
 *
 * @param credentials of the system under test, as it sent them
 * @param endpoints that it lists in this version
 */
public record Relation(SpecVersion version, JsonNode credentials, List<SutEndpoint> endpoints) {
    public Relation {
        endpoints = List.copyOf(endpoints);
    }

    /** The token that the tester uses towards the system under test. */
    public String token() {
        return credentials.path("token").asText();
    }

    /** Where an interface is. */
    public Optional<URI> endpoint(String module, Side side) {
        return endpoints.stream()
                .filter(endpoint -> endpoint.module().equals(module)
                        && endpoint.side().filter(is -> is == side).isPresent())
                .map(SutEndpoint::url)
                .findFirst();
    }

    /** Where the credentials are, whatever the listed role. */
    public Optional<URI> credentialsUrl() {
        return endpoints.stream()
                .filter(endpoint -> endpoint.module().equals("credentials"))
                .map(SutEndpoint::url)
                .findFirst();
    }

    /**
     * The party to address in routing headers: the first with this role, else the first of any; empty when the credentials
     * name none.
     */
    public Optional<Party> party(String role) {
        List<Party> fitting = parties(role);
        return (fitting.isEmpty() ? parties(any -> true) : fitting).stream().findFirst();
    }

    /** The parties of the system under test that have this role, as spelled in its credentials. */
    public List<Party> parties(String role) {
        return parties(role::equals);
    }

    private List<Party> parties(Predicate<String> role) {
        List<Party> parties = new ArrayList<>();
        for (JsonNode entry : credentials.path("roles")) {
            if (role.test(entry.path("role").asText())) {
                parties.add(new Party(
                        entry.path("country_code").asText(),
                        entry.path("party_id").asText()));
            }
        }
        return parties;
    }
}
