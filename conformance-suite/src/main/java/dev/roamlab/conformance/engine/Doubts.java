package dev.roamlab.conformance.engine;

import dev.roamlab.conformance.check.Call;
import dev.roamlab.conformance.check.Scene;
import dev.roamlab.conformance.check.Stage;
import dev.roamlab.conformance.wire.WireExchange;
import dev.roamlab.conformance.wire.WireTrouble;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Asks, when a check has found a rule broken, whether it may have been the network: a system that has gone away sends no push, and
 * one whose answer to our credentials was lost does not know us any more.
 */
final class Doubts {
    private final Scene scene;

    Doubts(Scene scene) {
        this.scene = scene;
    }

    /** Why what this check missed cannot be held against the system, if so. What has crossed the wire stays true. */
    Optional<String> about(CheckMethod check) {
        if (check.stage() == Stage.FINAL) {
            return Optional.empty();
        }
        try {
            WireExchange answer = look();
            return answer.status() == 401 && hasLostCredentials()
                    ? Optional.of(
                            "the answer to our credentials was lost on the way: the system and we may hold different tokens")
                    : Optional.empty();
        } catch (WireTrouble trouble) {
            return Optional.of("the system is away: " + trouble.getMessage());
        }
    }

    private WireExchange look() {
        return new Call(
                        scene.tester().caller(),
                        "GET",
                        scene.sut().versionsUrl(),
                        List.of(),
                        scene.sut().timings().request())
                .token(scene.tester().main().tokenC().orElse(scene.sut().token()))
                .header("X-Request-ID", UUID.randomUUID().toString())
                .header("X-Correlation-ID", UUID.randomUUID().toString())
                .send();
    }

    private boolean hasLostCredentials() {
        return scene.evidence().all().stream()
                .anyMatch(exchange -> !exchange.fromSut()
                        && !exchange.telling()
                        && !exchange.method().equals("GET")
                        && exchange.target()
                                .filter(target -> target.module().equals("credentials"))
                                .isPresent());
    }
}
