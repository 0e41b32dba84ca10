package dev.roamlab.conformance.engine;

import dev.roamlab.conformance.catalogue.SpecVersion;
import dev.roamlab.conformance.subject.Sut;
import dev.roamlab.conformance.tester.Enrolment;
import dev.roamlab.conformance.tester.EnrolmentFailed;
import dev.roamlab.conformance.tester.Relation;
import dev.roamlab.conformance.tester.Tester;
import dev.roamlab.conformance.trigger.Triggers;
import dev.roamlab.conformance.trigger.Triggers.TriggerUnavailable;
import dev.roamlab.conformance.wire.WireTrouble;
import java.util.Map;
import java.util.Optional;

/**
 * Keeps the run registered with the system under test: with token A the first time, by PUT for the next version, with a fresh
 * token A (trigger {@code invite}) when a check has ended the registration.
 */
final class Registrar {
    private final Sut sut;
    private final Tester tester;
    private final Triggers triggers;
    private boolean tokenASpent;

    Registrar(Sut sut, Tester tester, Triggers triggers) {
        this.sut = sut;
        this.tester = tester;
        this.triggers = triggers;
    }

    /** Registers in this version; says why when that did not succeed. */
    Optional<String> register(SpecVersion version) {
        Enrolment enrolment = tester.enrolment(tester.main());
        try {
            Optional<SpecVersion> present = tester.main().relation().map(Relation::version);
            if (present.isEmpty()) {
                enrolment.register(version, token());
            } else if (present.get() != version) {
                enrolment.switchTo(version);
            }
            return Optional.empty();
        } catch (EnrolmentFailed | WireTrouble | TriggerUnavailable failed) {
            return Optional.of(failed.getMessage());
        }
    }

    /** Whether there is a way back after a check has unregistered us. */
    boolean canReturn() {
        return triggers.has("invite");
    }

    /** Unregisters, because that is how the system was found; says what could not be undone. */
    Optional<String> leaveAsFound(boolean allowed) {
        if (tester.main().relation().isEmpty()) {
            return Optional.empty();
        }
        if (!allowed) {
            return Optional.of("the registration of " + tester.main().party()
                    + " was left in place, because destructive calls were not allowed");
        }
        try {
            tester.enrolment(tester.main()).unregister();
            return Optional.empty();
        } catch (EnrolmentFailed | WireTrouble failed) {
            return Optional.of(
                    "the registration of " + tester.main().party() + " could not be ended: " + failed.getMessage());
        }
    }

    private String token() {
        if (!tokenASpent) {
            tokenASpent = true;
            return sut.token();
        }
        String token = triggers.pull("invite", Map.of()).path("token").asText();
        if (token.isEmpty()) {
            throw new TriggerUnavailable("the trigger invite gave no token");
        }
        return token;
    }
}
