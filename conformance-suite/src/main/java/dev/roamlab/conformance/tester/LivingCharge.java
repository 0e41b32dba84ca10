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
        platform.owned("sessions").put(charge.session());
        evse("CHARGING");
        return push.send("PUT", "sessions", charge.session(), driverOf, charge.id());
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
        platform.owned("sessions").put(charge.session());
        Optional<WireExchange> told = push.send("PUT", "sessions", charge.session(), driverOf, charge.id());
        evse("AVAILABLE");
        return told;
    }

    /** Bills it. The CDR is among the platform's own from then on. */
    public synchronized Optional<WireExchange> postCdr() {
        ObjectNode cdr = charge.cdr();
        platform.owned("cdrs").put(cdr);
        return push.post("cdrs", cdr, driverOf);
    }

    private void evse(String status) {
        String now = Moments.now();
        Spot spot = charge.spot();
        ObjectNode change =
                JsonNodeFactory.instance.objectNode().put("status", status).put("last_updated", now);
        platform.owned("locations")
                .change(
                        spot.locationId(),
                        location -> LocationTree.at(location, java.util.List.of(spot.evseUid()))
                                .flatMap(evse -> LocationTree.with(
                                        location, java.util.List.of(spot.evseUid()), Merge.of(evse, change)))
                                .orElse(location));
        push.send("PATCH", "locations", change, Optional.empty(), spot.locationId(), spot.evseUid());
    }
}
