package dev.roamlab.conformance.checks.credentials;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.roamlab.conformance.check.Call;
import dev.roamlab.conformance.check.Probe;
import dev.roamlab.conformance.subject.Party;
import dev.roamlab.conformance.tester.EnrolmentFailed;
import dev.roamlab.conformance.tester.Platform;
import dev.roamlab.conformance.tester.PlatformSetup;
import dev.roamlab.conformance.tester.Registered;
import dev.roamlab.conformance.wire.WireExchange;
import dev.roamlab.conformance.wire.WireTrouble;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * A further platform of ours, with an invitation of its own: for what can only be seen while somebody registers, without touching
 * the registration of the run. Unregisters when closed, if it came to a registration.
 */
public final class Newcomer implements AutoCloseable {
    private static final String LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    private final Probe probe;
    private final Platform platform;
    private final String tokenA;

    private Newcomer(Probe probe, Platform platform, String tokenA) {
        this.probe = probe;
        this.platform = platform;
        this.tokenA = tokenA;
    }

    /** Asks the operator for an invitation; without one what is undecided is inconclusive. */
    public static Newcomer invited(Probe probe, Consumer<PlatformSetup> setup) {
        String token = probe.trigger("invite", Map.of()).path("token").asText();
        if (token.isEmpty()) {
            throw probe.inconclusive("the trigger invite gave no token");
        }
        return new Newcomer(probe, probe.tester().another(party(probe), setup), token);
    }

    /** The same, for a platform that owns nothing. */
    public static Newcomer invited(Probe probe) {
        return invited(probe, PlatformSetup::empty);
    }

    /** A party that nobody has yet: the run's country, and letters of our own. */
    static Party party(Probe probe) {
        int number = probe.once("newcomers", AtomicInteger::new).getAndIncrement();
        String id = "Z" + LETTERS.charAt(number / LETTERS.length() % LETTERS.length())
                + LETTERS.charAt(number % LETTERS.length());
        return new Party(probe.us().countryCode(), id);
    }

    /** The further platform. */
    public Platform platform() {
        return platform;
    }

    String tokenA() {
        return tokenA;
    }

    /** Where it registers: the credentials endpoint of the version under test. */
    public URI credentialsUrl() {
        return probe.credentialsEndpoint();
    }

    /** Our credentials with a fresh token B. */
    public ObjectNode credentials() {
        return platform.credentials(probe.version(), platform.newTokenB());
    }

    /** A call with token A. */
    public Call call(String method, URI url) {
        return probe.callAs(platform, method, url).token(tokenA);
    }

    /** POSTs these credentials with token A; the registration counts when it is accepted. */
    public WireExchange post(JsonNode credentials) {
        WireExchange answer = call("POST", credentialsUrl()).body(credentials).send();
        if (answer.accepted() && answer.data().path("token").isTextual()) {
            platform.related(new dev.roamlab.conformance.tester.Relation(
                    probe.version(), answer.data(), probe.relation().endpoints()));
        }
        return answer;
    }

    /** Registers as it should be done. */
    public Registered register() {
        try {
            return probe.tester().enrolment(platform).register(probe.version(), tokenA);
        } catch (EnrolmentFailed failed) {
            throw probe.skip("a further registration did not come about: " + failed.getMessage());
        }
    }

    /** A call with token C. */
    public Call registeredCall(String method, URI url) {
        return probe.callAs(platform, method, url);
    }

    @Override
    public void close() {
        if (platform.relation().isPresent()) {
            try {
                probe.tester().enrolment(platform).unregister();
            } catch (WireTrouble | EnrolmentFailed away) {
                // The check has said what it had to say; the report shows the exchange.
                platform.unrelated();
            }
        }
    }
}
