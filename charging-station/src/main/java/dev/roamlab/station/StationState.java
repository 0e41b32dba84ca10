package dev.roamlab.station;

import dev.roamlab.ocpp.messages.BootReason;
import dev.roamlab.ocpp.messages.ErrorCode;
import dev.roamlab.ocpp.messages.Evse;
import dev.roamlab.station.charging.Profiles;
import dev.roamlab.station.models.ConnectorModel;
import dev.roamlab.station.models.EvseModel;
import dev.roamlab.station.models.StationSpec;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A charging station as it stands: a value. What it does is a pure function of this value, an event and the time.
 *
 * @param idiom of the version that is spoken with the CSMS, or was last; before that, of 1.6
 * @param wanted somebody wants it to be connected
 * @param operative false when a CSMS has taken the whole station out of service
 * @param goesInoperative taken out of service once the last transaction is over
 * @param fault of the station as a whole
 * @param told the status of the station as a whole that the CSMS was last told
 * @param bootReason why it boots, or has booted
 * @param meteredTo up to when cars and meters have been moved on
 * @param profiles charging profiles
 * @param lastRef number of the last call
 * @param transactionsBegun makes transaction ids differ
 * @param device what it keeps that has nothing to do with charging
 */
@RecordBuilder
public record StationState(
        StationSpec spec,
        Configuration configuration,
        Idiom idiom,
        Power power,
        boolean networkUp,
        boolean wanted,
        Uplink uplink,
        List<ConnectorState> connectors,
        boolean operative,
        boolean goesInoperative,
        Optional<ErrorCode> fault,
        Optional<Status> told,
        Outbox outbox,
        TokenCache tokens,
        Profiles profiles,
        Optional<Restart> restart,
        BootReason bootReason,
        Instant meteredTo,
        long lastRef,
        int transactionsBegun,
        DeviceState device)
        implements StationStateBuilder.With {

    /** Whether the station runs. */
    public enum Power {
        ON,
        /** The mains are gone. */
        OFF
    }

    /**
     * A restart that is under way.
     *
     * @param at when the next stage begins
     * @param graceful waits a while for what is still to be told
     * @param down already down, to come up at that time; else to go down then
     */
    record Restart(Instant at, boolean graceful, boolean down) {
        boolean mustWait(StationState state, Instant now) {
            return graceful && !state.outbox().isEmpty() && state.uplink().accepted() && now.isBefore(atTheLatest());
        }

        Instant atTheLatest() {
            return graceful ? at.plus(Mishaps.LONGEST_GRACE) : at;
        }
    }

    public StationState {
        connectors = List.copyOf(connectors);
    }

    /** A new station: switched on, not connected, nothing plugged in. */
    public static StationState of(StationSpec spec, Configuration configuration, Instant now) {
        List<ConnectorState> connectors = new ArrayList<>();
        int evse = 0;
        for (EvseModel evseModel : spec.model().evses()) {
            evse++;
            for (ConnectorModel model : evseModel.connectors()) {
                connectors.add(ConnectorState.idle(connectors.size() + 1, evse, model));
            }
        }
        return new StationState(
                spec,
                configuration,
                Idiom.V1_6,
                Power.ON,
                true,
                false,
                Uplink.DOWN,
                connectors,
                true,
                false,
                Optional.empty(),
                Optional.empty(),
                Outbox.EMPTY,
                TokenCache.EMPTY,
                Profiles.EMPTY,
                Optional.empty(),
                BootReason.POWER_UP,
                now,
                0,
                0,
                DeviceState.EMPTY);
    }

    /** What follows when something happens. Never earlier than the event before it. */
    public Step on(StationEvent event, Instant now) {
        Turn turn = new Turn(this, now);
        Metering.moveOn(turn);
        Happenings.play(turn, event);
        Upkeep.doWhatIsDue(turn);
        return turn.step();
    }

    /** What an onlooker sees at a time that is not before the last event. */
    public StationSnapshot seenAt(Instant now) {
        Turn turn = new Turn(this, now);
        Metering.moveOn(turn);
        return StationSnapshot.of(turn.state());
    }

    /** Whether the lights are on: powered, and not in the middle of a restart. */
    boolean running() {
        return power == Power.ON && restart.filter(Restart::down).isEmpty();
    }

    /** Messages about transactions that the CSMS has not yet confirmed. */
    public int unconfirmed() {
        return (int) outbox.entries().stream().filter(Outbox.Entry::kept).count();
    }

    /** Whether it is connected, and the CSMS has accepted it. */
    public boolean accepted() {
        return uplink.accepted();
    }

    /** Whether nothing waits to be said. */
    public boolean hasSaidAll() {
        return outbox.isEmpty();
    }

    /** Transactions under way. */
    public int transactionsUnderWay() {
        int count = 0;
        for (ConnectorState connector : connectors) {
            count += connector.transaction().isPresent() ? 1 : 0;
        }
        return count;
    }

    /** What flows at all connectors together, in watts, as of the last event. */
    public double watts() {
        double sum = 0;
        for (ConnectorState connector : connectors) {
            sum += Metering.flow(this, connector).watts();
        }
        return sum;
    }

    /** Where a connector is, as OCPP 2.0.1 numbers it. */
    Evse place(int number) {
        int evse = connectors.get(number - 1).evse();
        int withinEvse = 1;
        while (number - withinEvse > 0
                && connectors.get(number - 1 - withinEvse).evse() == evse) {
            withinEvse++;
        }
        return Evse.of(evse, withinEvse);
    }

    /** The numbers of the connectors that are meant by a place; none when there is no such place. */
    List<Integer> numbers(Evse place) {
        return IntStream.rangeClosed(1, connectors.size())
                .filter(number -> connectors.get(number - 1).evse() == place.id())
                .filter(number -> place.connectorId().isEmpty()
                        || place(number).connectorId().equals(place.connectorId()))
                .boxed()
                .toList();
    }

    /** A connector by its number, from 1; empty when there is none of that number. */
    public Optional<ConnectorState> connector(int number) {
        return number >= 1 && number <= connectors.size() ? Optional.of(connectors.get(number - 1)) : Optional.empty();
    }
}
