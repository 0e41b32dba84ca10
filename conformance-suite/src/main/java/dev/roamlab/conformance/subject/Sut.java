package dev.roamlab.conformance.subject;

import dev.roamlab.conformance.catalogue.SpecVersion;
import dev.roamlab.lab.Redaction;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the operator of the system under test told us about it: the SUT file, with its defaults filled in.
 *
 * @param token TOKEN_A, which its operator gave us
 * @param versions the versions to test; empty for all that both sides know
 * @param customModules module ids that the operator declared to be agreed upon
 * @param profile house rules that are judged beside the specification
 */
@RecordBuilder
@RecordBuilder.Options(useImmutableCollections = true)
public record Sut(
        URI versionsUrl,
        String token,
        SutRole role,
        List<SpecVersion> versions,
        TesterAddress tester,
        Known known,
        Timings timings,
        Limits limits,
        TriggerSettings triggers,
        Set<String> customModules,
        HouseRules profile,
        Tolerances tolerances) {

    /** A system without house rules, judged with the usual tolerances. */
    public Sut(
            URI versionsUrl,
            String token,
            SutRole role,
            List<SpecVersion> versions,
            TesterAddress tester,
            Known known,
            Timings timings,
            Limits limits,
            TriggerSettings triggers,
            Set<String> customModules) {
        this(
                versionsUrl,
                token,
                role,
                versions,
                tester,
                known,
                timings,
                limits,
                triggers,
                customModules,
                HouseRules.NONE,
                Tolerances.DEFAULT);
    }

    /**
     * Where and as whom the tester can be reached by the system under test.
     *
     * @param party the party that the tester plays
     * @param listenHost the address to listen on
     * @param port 0 for any
     * @param publicUrl the URL under which the system under test reaches us, without path; absent for host and port
     */
    public record TesterAddress(Party party, String listenHost, int port, Optional<URI> publicUrl) {}

    /** A connector that can be charged at, in the words of the Locations module. */
    public record Startable(String locationId, String evseUid, String connectorId) {}

    /**
     * Ids that exist, or do not, in the system under test.
     *
     * @param startable connectors at which a charge can start; a check takes one and gives it back
     * @param validToken a token (uid) of an eMSP under test that may charge
     * @param blockedToken one that may not
     * @param unknownToken a uid that it does not have
     * @param locationDependentToken one whose authorization depends on the location
     */
    @RecordBuilder
    public record Known(
            List<Startable> startable,
            Optional<String> location,
            Optional<String> validToken,
            Optional<String> blockedToken,
            Optional<String> unknownToken,
            Optional<String> locationDependentToken) {
        /** Nothing is known. */
        public static final Known NOTHING = new Known(
                List.of(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

        public Known {
            startable = List.copyOf(startable);
        }
    }

    /**
     * How long to wait for what.
     *
     * @param request for the answer to a call
     * @param readBack for a push to be visible in a GET
     * @param reaction for a call that the system makes in reaction to one of ours
     * @param push for a push that a trigger causes
     * @param quiet how long "no call arrives" is watched for
     * @param session for a charge to end up as a CDR
     */
    @RecordBuilder
    public record Timings(
            Duration request, Duration readBack, Duration reaction, Duration push, Duration quiet, Duration session) {
        /** For a system across a network. */
        public static final Timings DEFAULT = new Timings(
                Duration.ofSeconds(30),
                Duration.ofSeconds(10),
                Duration.ofSeconds(60),
                Duration.ofSeconds(60),
                Duration.ofSeconds(20),
                Duration.ofMinutes(5));
    }

    /**
     * What the tester may do.
     *
     * @param destructive whether it may DELETE and register anew
     * @param untouchable modules that must not be written to
     */
    public record Limits(boolean destructive, Set<String> untouchable) {
        public Limits {
            untouchable = Set.copyOf(untouchable);
        }
    }

    /**
     * How to cause what only the operator can, by the trigger's name; {@code default} stands for all that are not named.
     *
     * @param byName the way to pull each trigger
     */
    public record TriggerSettings(Map<String, Way> byName) {
        /** No triggers. */
        public static final TriggerSettings NONE = new TriggerSettings(Map.of());

        public TriggerSettings {
            byName = Map.copyOf(byName);
        }

        /**
         * One of three ways.
         *
         * @param webhook a URL that gets a POST
         * @param command a shell command; the JSON is on its standard input
         * @param prompt an instruction to a person
         */
        public record Way(Optional<URI> webhook, Optional<String> command, Optional<String> prompt, Duration timeout) {}
    }

    /** The token stays out of sight. */
    @Override
    public String toString() {
        return "Sut[" + role.spelling() + " at " + versionsUrl + ", " + Redaction.fingerprint(token) + "]";
    }
}
