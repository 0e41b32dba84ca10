package dev.roamlab.station;

import static dev.roamlab.station.ConfigurationKey.ALLOW_OFFLINE_TX_FOR_UNKNOWN_ID;
import static dev.roamlab.station.ConfigurationKey.AUTHORIZATION_CACHE_ENABLED;
import static dev.roamlab.station.ConfigurationKey.AUTH_CACHE_DISABLE_POST_AUTHORIZE;
import static dev.roamlab.station.ConfigurationKey.AUTH_DISABLE_REMOTE_AUTHORIZATION;
import static dev.roamlab.station.ConfigurationKey.CONNECTION_TIME_OUT;
import static dev.roamlab.station.ConfigurationKey.LOCAL_AUTHORIZE_OFFLINE;
import static dev.roamlab.station.ConfigurationKey.LOCAL_LIST_DISABLE_POST_AUTHORIZE;
import static dev.roamlab.station.ConfigurationKey.LOCAL_PRE_AUTHORIZE;

import dev.roamlab.ocpp.messages.AuthorizationStatus;
import dev.roamlab.ocpp.messages.AuthorizeRequest;
import dev.roamlab.ocpp.messages.IdToken;
import dev.roamlab.ocpp.messages.IdTokenInfo;
import dev.roamlab.ocpp.messages.TriggerReason;
import dev.roamlab.ocpp.messages.charging.ChargingProfile;
import java.util.Optional;

/** Whether a token may charge here: the CSMS says so, or what it said before, or a local rule while it is away. */
final class Authorising {
    private Authorising() {}

    /** Somebody wants to charge at a free connector. */
    static void begin(
            Turn turn,
            int connector,
            IdToken token,
            Optional<Integer> remoteStartId,
            Optional<ChargingProfile> profile) {
        PendingStart pending = new PendingStart(
                token,
                Optional.empty(),
                remoteStartId,
                profile,
                Optional.empty(),
                turn.now().plus(turn.configuration().seconds(CONNECTION_TIME_OUT)));
        boolean askFirst =
                remoteStartId.isEmpty() || turn.configuration().flag(ConfigurationKey.AUTHORIZE_REMOTE_TX_REQUESTS);
        Optional<IdTokenInfo> known = known(turn, token);
        if (!askFirst) {
            accept(turn, connector, pending, known.flatMap(IdTokenInfo::groupIdToken));
        } else if (turn.state().uplink().accepted() && settledHere(turn, token, known)) {
            known.filter(Authorising::accepted)
                    .ifPresent(good -> accept(turn, connector, pending, good.groupIdToken()));
        } else if (turn.state().uplink().accepted() && !preAuthorised(turn, known)) {
            long ref = turn.send(new AuthorizeRequest(token));
            turn.change(connector, asking -> asking.withPending(Optional.of(pending.withAskedAs(Optional.of(ref)))));
        } else if (turn.state().uplink().accepted() || allowedOffline(turn, known)) {
            accept(turn, connector, pending, known.flatMap(IdTokenInfo::groupIdToken));
        }
    }

    /** The CSMS has judged the token of a pending start. */
    static void answered(Turn turn, int connector, IdTokenInfo info) {
        PendingStart pending = turn.connector(connector).pending().orElseThrow();
        learn(turn, pending.idToken(), info);
        if (accepted(info)) {
            accept(turn, connector, pending, info.groupIdToken());
        } else {
            drop(turn, connector);
        }
    }

    /** No answer will come: the station decides by its own rules. */
    static void unanswered(Turn turn, int connector) {
        turn.change(
                connector,
                stopping -> stopping.withTransaction(
                        stopping.transaction().map(running -> running.withStopAsked(Optional.empty()))));
        Optional<PendingStart> asking = turn.connector(connector).pending().filter(pending -> !pending.authorised());
        if (asking.isPresent()) {
            Optional<IdTokenInfo> known = known(turn, asking.get().idToken());
            if (allowedOffline(turn, known)) {
                accept(turn, connector, asking.get(), known.flatMap(IdTokenInfo::groupIdToken));
            } else {
                drop(turn, connector);
            }
        }
    }

    static void drop(Turn turn, int connector) {
        turn.change(connector, waiting -> waiting.withPending(Optional.empty()));
    }

    static void learn(Turn turn, IdToken token, IdTokenInfo info) {
        LocalLists.compare(turn, token, info);
        if (turn.configuration().flag(AUTHORIZATION_CACHE_ENABLED)) {
            turn.become(turn.state().withTokens(turn.state().tokens().learn(token, info)));
        }
    }

    static boolean accepted(IdTokenInfo info) {
        return info.status() == AuthorizationStatus.ACCEPTED;
    }

    /** What the CSMS has said of a token before: in its local list, else in an answer, as far as the cache may be used. */
    static Optional<IdTokenInfo> known(Turn turn, IdToken token) {
        return LocalLists.lookUp(turn, token).or(() -> cached(turn, token));
    }

    private static Optional<IdTokenInfo> cached(Turn turn, IdToken token) {
        return turn.configuration().flag(AUTHORIZATION_CACHE_ENABLED)
                ? turn.state().tokens().lookUp(token, turn.now())
                : Optional.empty();
    }

    /** Whether the CSMS is not to be asked, although it is there: never, or not about a token that was refused before. */
    private static boolean settledHere(Turn turn, IdToken token, Optional<IdTokenInfo> known) {
        if (turn.configuration().flag(AUTH_DISABLE_REMOTE_AUTHORIZATION)) {
            return true;
        }
        ConfigurationKey noSecondThoughts = LocalLists.lookUp(turn, token).isPresent()
                ? LOCAL_LIST_DISABLE_POST_AUTHORIZE
                : AUTH_CACHE_DISABLE_POST_AUTHORIZE;
        return known.filter(info -> !accepted(info)).isPresent()
                && turn.configuration().flag(noSecondThoughts);
    }

    private static boolean preAuthorised(Turn turn, Optional<IdTokenInfo> known) {
        return turn.configuration().flag(LOCAL_PRE_AUTHORIZE)
                && known.filter(Authorising::accepted).isPresent();
    }

    private static boolean allowedOffline(Turn turn, Optional<IdTokenInfo> known) {
        if (turn.state().uplink().phase() == Uplink.Phase.BOOTING) {
            return false; // the CSMS is there and has not accepted this station
        }
        return known.isPresent()
                ? turn.configuration().flag(LOCAL_AUTHORIZE_OFFLINE) && accepted(known.get())
                : turn.configuration().flag(ALLOW_OFFLINE_TX_FOR_UNKNOWN_ID);
    }

    /** The token is good; a reservation may still be in the way. */
    private static void accept(Turn turn, int connector, PendingStart pending, Optional<IdToken> group) {
        boolean reservedForAnother = turn.connector(connector)
                .reservation()
                .filter(reservation -> !reservation.admits(pending.idToken(), group))
                .isPresent();
        if (reservedForAnother) {
            drop(turn, connector);
            return;
        }
        turn.change(
                connector,
                ready -> ready.withFinishing(false)
                        .withPending(Optional.of(
                                pending.withAskedAs(Optional.empty()).withGroup(group))));
        Openings.authorised(turn, connector);
        Transactions.startIfReady(turn, connector, TriggerReason.AUTHORIZED);
    }
}
