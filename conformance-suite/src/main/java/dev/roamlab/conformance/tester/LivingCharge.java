package dev.roamlab.conformance.tester;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.roamlab.conformance.subject.Party;
import dev.roamlab.conformance.wire.WireExchange;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/**
 * A charge at a connector of the tester's CPO: every step changes what the platform owns and is told to the system under test,
 * as far as it lists receivers. Methods block; they return the exchange, or nothing where there was nobody to tell.
 */
public final class LivingCharge {
    private final Platform platform;
    private final Push push;
    private final Charge charge;
    private final Optional<Party> driverOf;

    LivingCharge(Platform platform, Push push, Charge charge, Optional<Party> driverOf) {
        this.platform = platform;
        this.push = push;
        this.charge = charge;
        this.driverOf = driverOf;
    }

    synchronized Optional<WireExchange> begin() {
        return told("CHARGING");
    }

    /** The EVSE is kept for the driver: a session before there is a charge. Spec: mod_commands_reservenow_object. */
    synchronized Optional<WireExchange> reserve() {
        charge.status("RESERVATION");
        return told("RESERVED");
    }

    /** The driver has come: the session that kept the place becomes the charge. */
    synchronized Optional<WireExchange> use() {
        charge.status("ACTIVE");
        return told("CHARGING");
    }

    /** The driver will not come; nothing is billed. */
    synchronized Optional<WireExchange> release() {
        charge.status("INVALID");
        return told("AVAILABLE");
    }

    private Optional<WireExchange> told(String evseStatus) {
        ObjectNode evse =
                JsonNodeFactory.instance.objectNode().put("status", evseStatus).put("last_updated", Moments.now());
        Spot spot = charge.spot();
        LocationTree.change(platform.owned("locations"), spot, evse);
        platform.owned("sessions").put(charge.session());
        Optional<WireExchange> told = push.send("PUT", "sessions", charge.session(), driverOf, charge.id());
        push.send("PATCH", "locations", evse, Optional.empty(), spot.locationId(), spot.evseUid());
        return told;
    }

    /** The session as it is now, in the form of 2.3.0. */
    public synchronized ObjectNode session() {
        return charge.session();
    }

    /** The session's id. */
    public String id() {
        return charge.id();
    }

    /** Where it takes place. */
    public Spot spot() {
        return charge.spot();
    }

    /** Whether it goes on. */
    public synchronized boolean isActive() {
        return charge.isActive();
    }

    /** The meter stands at so many kWh since the start, now. */
    public Optional<WireExchange> reading(BigDecimal kwh) {
        return reading(kwh, Instant.now());
    }

    /** The meter stood at so many kWh since the start, at that moment. */
    public synchronized Optional<WireExchange> reading(BigDecimal kwh, Instant at) {
        if (!charge.isActive()) {
            return Optional.empty();
        }
        ObjectNode change = charge.reading(kwh, at);
        platform.owned("sessions").put(charge.session());
        return push.send("PATCH", "sessions", change, driverOf, charge.id());
    }

    /** So much more than the last reading, now. */
    public synchronized Optional<WireExchange> more(BigDecimal kwh) {
        return reading(charge.kwh().add(kwh));
    }

    /** It ended with the last reading. */
    public synchronized Optional<WireExchange> complete() {
        charge.complete();
        return told("AVAILABLE");
    }

    /** Bills it. The CDR is among the platform's own from then on. */
    public synchronized Optional<WireExchange> postCdr() {
        ObjectNode cdr = charge.cdr();
        platform.owned("cdrs").put(cdr);
        return push.post("cdrs", cdr, driverOf);
    }
}
