package dev.roamlab.station;

import dev.roamlab.ocpp.messages.CsmsCall;
import dev.roamlab.ocpp.messages.ErrorCode;
import dev.roamlab.ocpp.messages.IdToken;
import dev.roamlab.ocpp.messages.Response;
import dev.roamlab.ocpp.messages.charging.ChargingLimitSource;
import dev.roamlab.station.physics.Car;
import java.security.KeyPair;
import java.time.Duration;
import java.util.Optional;

/**
 * Something that happens to a station. A connector is meant by its number, from 1 across the whole station; what cannot
 * happen (a cable into an occupied socket) is left out without an effect.
 */
public sealed interface StationEvent {

    /** Time has come for something the station had planned. */
    record TimeReached() implements StationEvent {}

    // ------------------------------------------------------------------ the connection to the CSMS

    /** Somebody wants the station to be connected from now on. */
    record ConnectRequested() implements StationEvent {}

    /** The link stands, and both sides have agreed on a version. */
    record Connected(Idiom idiom) implements StationEvent {
        /** In OCPP 1.6. */
        public Connected() {
            this(Idiom.V1_6);
        }
    }

    /**
     * A link could not be made, or is gone.
     *
     * @param jitter from 0 to 1: spreads the stations that come back
     */
    record Disconnected(double jitter) implements StationEvent {}

    /** The CSMS has answered a call. */
    record Answered(long ref, Response response) implements StationEvent {}

    /** The CSMS has failed on a call: CALLERROR or no answer in time. */
    record CallFailed(long ref, String reason) implements StationEvent {}

    /** The CSMS asks for something; the step's answer is meant for it. */
    record Requested(CsmsCall<?> request) implements StationEvent {}

    // ------------------------------------------------------------------ people and cars

    /** A cable goes in. */
    record PluggedIn(int connector, Car car) implements StationEvent {}

    /** The cable comes out. */
    record Unplugged(int connector) implements StationEvent {}

    /** A card before the reader; where the station has several connectors, it may choose the one that is meant. */
    record TokenPresented(Optional<Integer> connector, IdToken idToken) implements StationEvent {}

    /** The car asks the station to wait. */
    record CarPaused(int connector) implements StationEvent {}

    /** The car wants to go on. */
    record CarResumed(int connector) implements StationEvent {}

    /** The driver wants no more than this: so much energy from the transaction's start, so much time from now. */
    record QuotaSet(int connector, Optional<Long> energyWh, Optional<Duration> time) implements StationEvent {}

    // ------------------------------------------------------------------ mishaps and their end

    /** A fault is found. Connector 0 is the station as a whole. */
    record FaultDetected(int connector, ErrorCode code) implements StationEvent {}

    /** The fault is gone. */
    record FaultCleared(int connector) implements StationEvent {}

    /** Somebody hits the red button: all transactions end. */
    record EmergencyStopPressed() implements StationEvent {}

    /** A transaction ends for a reason that has no name of its own. */
    record StoppedForOtherReason(int connector) implements StationEvent {}

    /** The mains are gone: everything stops at once. */
    record PowerLost() implements StationEvent {}

    /** The mains are back: the station boots. */
    record PowerRestored() implements StationEvent {}

    /** The network is gone; charging goes on. */
    record NetworkLost() implements StationEvent {}

    /** The network is back. */
    record NetworkRestored() implements StationEvent {}

    /** The station restarts by itself, as after an update. */
    record RebootTriggered() implements StationEvent {}

    /** From now on at most this power; infinite for no limit, 0 to suspend. */
    record LimitSet(int connector, double watts) implements StationEvent {}

    /**
     * Somebody other than the CSMS limits power from now on, such as a grid operator.
     *
     * @param evse 0 for the station as a whole
     */
    record ExternalLimitSet(int evse, double watts, ChargingLimitSource source, boolean gridCritical)
            implements StationEvent {}

    /** That limit is gone. */
    record ExternalLimitCleared(int evse, ChargingLimitSource source) implements StationEvent {}

    // ------------------------------------------------------------------ files that the host fetched or sent

    /**
     * A file has come.
     *
     * @param size in bytes
     * @param sha256 of its content, in hexadecimal digits
     * @param version the firmware version it says it is, where it does
     * @param signatureValid whether the signature is the certificate's; absent for a file without one
     */
    record Downloaded(long ref, long size, String sha256, Optional<String> version, Optional<Boolean> signatureValid)
            implements StationEvent {}

    /** A log has gone out. */
    record Uploaded(long ref) implements StationEvent {}

    /** A transfer has failed. */
    record TransferFailed(long ref, TransferFailure why) implements StationEvent {}

    /** From now on firmware updates and log uploads fail in this way; empty for no more. */
    record UpdateFaultSet(Optional<UpdateFault> fault) implements StationEvent {}

    /**
     * A key has been made.
     *
     * @param csr the request to certify it, as PEM
     */
    record SigningRequestMade(long ref, KeyPair keys, String csr) implements StationEvent {
        /** Without the key. */
        @Override
        public String toString() {
            return "SigningRequestMade[ref=" + ref + "]";
        }
    }
}
