package dev.roamlab.control.chargers;

import dev.roamlab.control.shape.Example;
import dev.roamlab.control.shape.Length;
import dev.roamlab.control.shape.Says;
import dev.roamlab.control.shape.Within;
import dev.roamlab.ocpp.messages.ErrorCode;
import dev.roamlab.ocpp.messages.IdTokenType;
import java.util.Optional;

/** What one has to say about each thing that can be done to a charger. */
final class Deeds {
    private Deeds() {}

    @Says("One connector; the first if absent.")
    record AtConnector(
            @Says("From 1.") @Within(min = 1, max = 999) Optional<Integer> connector) {}

    @Says("A car comes and its cable goes in.")
    record PlugIn(
            @Says("From 1; the first if absent.") @Within(min = 1, max = 999)
            Optional<Integer> connector,

            @Says("A car of the catalogue, see /cars; one that fits if absent.")
            @Length(max = 64) @Example("\"finch-52\"")
            Optional<String> car,

            @Says("On arrival, in per cent; 20 if absent.") @Within(min = 0, max = 100)
            Optional<Double> stateOfCharge,

            @Says("The car stops at this, in per cent; 100 if absent.") @Within(min = 0, max = 100)
            Optional<Double> targetStateOfCharge) {}

    @Says("A card before the reader.")
    record PresentToken(
            @Says("What the driver identifies with.") @Length(max = 36) @Example("\"ANNA\"")
            String idToken,

            @Says("A card, ISO14443, if absent.") Optional<IdTokenType> type,

            @Says("From 1; the charger finds out which one is meant if absent.") @Within(min = 1, max = 999)
            Optional<Integer> connector) {}

    @Says("A driver plugs in, unless a cable is in, and presents a card.")
    record Start(
            @Says("What the driver identifies with.") @Length(max = 36) @Example("\"ANNA\"")
            String idToken,

            @Says("A card, ISO14443, if absent.") Optional<IdTokenType> type,

            @Says("From 1; the first if absent.") @Within(min = 1, max = 999)
            Optional<Integer> connector,

            @Says("A car of the catalogue, see /cars; one that fits if absent.") @Length(max = 64) Optional<String> car,

            @Says("On arrival, in per cent; 20 if absent.") @Within(min = 0, max = 100)
            Optional<Double> stateOfCharge,

            @Says("The car stops at this, in per cent; 100 if absent.") @Within(min = 0, max = 100)
            Optional<Double> targetStateOfCharge) {}

    @Says("Whoever started presents the card again.")
    record Stop(
            @Says("From 1; the first with a transaction if absent.") @Within(min = 1, max = 999)
            Optional<Integer> connector,

            @Says("Another card than the one that started.") @Length(max = 36) Optional<String> idToken) {}

    @Says("Something breaks.")
    record Fault(
            @Says("From 1; 0, or absent, is the charger as a whole.") @Within(min = 0, max = 999)
            Optional<Integer> connector,

            @Says("What breaks; OtherError if absent.") Optional<ErrorCode> errorCode) {}

    @Says("What was broken is mended.")
    record Clear(
            @Says("From 1; 0, or absent, is the charger as a whole.") @Within(min = 0, max = 999)
            Optional<Integer> connector) {}

    @Says("In service or out of it.")
    record Availability(
            @Says("False takes it out of service, once a transaction under way is over.")
            boolean available,

            @Says("From 1; 0, or absent, is the charger as a whole.") @Within(min = 0, max = 999)
            Optional<Integer> connector) {}

    @Says("At most this much from now on; give one of the two, or none to lift the limit.")
    record Limit(
            @Says("From 1; all if absent.") @Within(min = 1, max = 999)
            Optional<Integer> connector,

            @Says("In watts; 0 suspends.") @Within(min = 0, max = 10_000_000)
            Optional<Double> powerW,

            @Says("In amperes per phase; 0 suspends.") @Within(min = 0, max = 5000)
            Optional<Double> amps) {

        Limit {
            if (powerW.isPresent() && amps.isPresent()) {
                throw new IllegalArgumentException("amps: given besides powerW, must be one of the two");
            }
        }
    }
}
