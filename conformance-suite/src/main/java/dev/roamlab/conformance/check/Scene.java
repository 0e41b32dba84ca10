package dev.roamlab.conformance.check;

import com.fasterxml.jackson.databind.JsonNode;
import dev.roamlab.conformance.catalogue.SpecVersion;
import dev.roamlab.conformance.subject.Party;
import dev.roamlab.conformance.subject.Published;
import dev.roamlab.conformance.subject.Sut;
import dev.roamlab.conformance.tester.Platform;
import dev.roamlab.conformance.tester.Tester;
import dev.roamlab.conformance.trigger.Triggers;
import dev.roamlab.conformance.wire.Caller;
import dev.roamlab.conformance.wire.Evidence;
import dev.roamlab.conformance.wire.WireExchange;
import dev.roamlab.conformance.wire.WireHeaders.Field;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * What all checks of one version share: the system under test, our side, and what has been seen so far. Thread-safe.
 */
@RecordBuilder
public record Scene(
        Sut sut,
        SpecVersion version,
        String runId,
        Published published,
        Evidence evidence,
        Tester tester,
        Triggers triggers,
        Places places,
        Ledger ledger,
        Map<String, Object> remembered) {

    /** Modules whose messages carry no routing headers. */
    private static final List<String> CONFIGURATION = List.of("versions", "version_details", "credentials");

    /** Remembers what is costly to find out, once per version. */
    @SuppressWarnings("unchecked")
    <T> T once(String name, Function<String, T> find) {
        return (T) ((ConcurrentHashMap<String, Object>) remembered).computeIfAbsent(name, find::apply);
    }

    /** What the system under test is called with. */
    Caller caller() {
        return tester.caller();
    }

    /** The platform that the system under test is registered with. */
    Platform main() {
        return tester.main();
    }

    /** The headers of a well-mannered call to this URL. */
    List<Field> headers(java.net.URI uri, Platform caller) {
        List<Field> headers = new ArrayList<>();
        String token = caller.tokenC().orElse(sut.token());
        headers.add(new Field(
                "Authorization",
                "Token " + Base64.getEncoder().encodeToString(token.getBytes(StandardCharsets.UTF_8))));
        headers.add(new Field("X-Request-ID", UUID.randomUUID().toString()));
        headers.add(new Field("X-Correlation-ID", UUID.randomUUID().toString()));
        boolean functional = tester.map()
                .targetOf(uri)
                .filter(target -> !CONFIGURATION.contains(target.module()))
                .isPresent();
        if (functional) {
            route(headers, caller);
        }
        return headers;
    }

    private void route(List<Field> headers, Platform caller) {
        Party from = caller.parties().get(0);
        headers.add(new Field("OCPI-from-country-code", from.countryCode()));
        headers.add(new Field("OCPI-from-party-id", from.partyId()));
        sutParty().ifPresent(to -> {
            headers.add(new Field("OCPI-to-country-code", to.countryCode()));
            headers.add(new Field("OCPI-to-party-id", to.partyId()));
        });
    }

    /** The party of the system under test that has the role under test; absent before its credentials are known. */
    Optional<Party> sutParty() {
        return sutParties().stream().findFirst();
    }

    /** The parties of the system under test that have the role under test, from the last credentials it showed. */
    List<Party> sutParties() {
        String role = sut.role().name().toUpperCase(Locale.ROOT);
        List<Party> parties = new ArrayList<>();
        for (JsonNode entry : credentials().path("roles")) {
            if (entry.path("role").asText().equals(role)) {
                parties.add(new Party(
                        entry.path("country_code").asText(),
                        entry.path("party_id").asText()));
            }
        }
        return parties;
    }

    /** The last credentials that the system under test showed; a missing node when there are none. */
    JsonNode credentials() {
        List<WireExchange> shown = evidence.where(exchange -> exchange.target()
                        .filter(target -> target.module().equals("credentials"))
                        .isPresent()
                && (exchange.fromSut()
                        ? exchange.requestBody().json().path("roles").isArray()
                        : exchange.accepted() && exchange.data().path("roles").isArray()));
        if (shown.isEmpty()) {
            return com.fasterxml.jackson.databind.node.MissingNode.getInstance();
        }
        WireExchange last = shown.get(shown.size() - 1);
        return last.fromSut() ? last.requestBody().json() : last.data();
    }
}
