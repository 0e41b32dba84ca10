package dev.roamlab.scenarios.stage;

import com.fasterxml.jackson.databind.JsonNode;
import dev.roamlab.lab.ExchangeLog;
import dev.roamlab.lab.LabClock;
import dev.roamlab.ocpi.types.OcpiVersion;
import dev.roamlab.scenarios.world.World;
import io.vertx.core.Future;
import java.util.List;
import java.util.Map;

/**
 * A lab on which a story is played: two platforms, chargers on the street, and one clock.
 *
 * <p>Actions return a future that fails with {@link ExpectationFailed} (or a partner's refusal) when a system does not do
 * as asked, and with {@link ScenarioBroken} when the scenario asks for what the lab does not have. They are called on the
 * scenario's own thread.
 */
public interface Stage {

    /** The version in which the platforms talk. */
    OcpiVersion version();

    /** The lab's time. */
    LabClock clock();

    /** What crosses the wires. */
    ExchangeLog exchanges();

    /** The people and places on stage. */
    World world();

    /** Names for what the wire calls by labels and addresses. */
    Places places();

    /** What happens between the two platforms themselves. */
    Partnership partnership();

    /** What the charge point operator's staff can do. */
    CpoDesk cpo();

    /** What the provider's staff and its drivers' apps can do. */
    EmspDesk emsp();

    /** What people, cars and mishaps do at the chargers. */
    Forecourt forecourt();

    /**
     * Looks at a system's state; may block, so it is for the scenario's own thread.
     *
     * @return the objects of one kind, oldest first
     */
    List<JsonNode> observe(Who at, ObjectKind kind);

    /**
     * As {@link #observe(Who, ObjectKind)}, but what is not sought may be missing: among a hundred thousand locations nobody wants
     * to look at each.
     */
    default List<JsonNode> observe(Who at, ObjectKind kind, Sought sought) {
        return observe(at, kind);
    }

    /**
     * What somebody looks for.
     *
     * @param fields texts that the object must have, by the field's name
     * @param any whether a single object will do
     */
    record Sought(Map<String, String> fields, boolean any) {
        /** Something sought; the fields are copied. */
        public Sought {
            fields = Map.copyOf(fields);
        }
    }

    /** What happens between the two platforms themselves. */
    interface Partnership {
        /** Exchanges credentials; the other side has sent the invitation. Spec: credentials_registration. */
        Future<Telling> register(Who initiator);

        /** Replaces the tokens of a relation. Spec: credentials_put_method. */
        Future<Telling> updateCredentials(Who initiator);

        /** Ends a relation. Spec: credentials_delete_method. */
        Future<Telling> unregister(Who initiator);

        /** Fetches the partner's objects of one module. Spec: transport_and_format_pull_and_push. */
        Future<Telling> pull(Who by, Pull pull);
    }
}
