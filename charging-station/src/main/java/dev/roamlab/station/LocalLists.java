package dev.roamlab.station;

import dev.roamlab.ocpp.messages.ErrorCode;
import dev.roamlab.ocpp.messages.IdToken;
import dev.roamlab.ocpp.messages.IdTokenInfo;
import dev.roamlab.ocpp.messages.StatusInfo;
import dev.roamlab.ocpp.messages.lists.AuthorizationData;
import dev.roamlab.ocpp.messages.lists.SendLocalListRequest;
import dev.roamlab.ocpp.messages.lists.SendLocalListResponse;
import dev.roamlab.ocpp.messages.lists.SendLocalListStatus;
import dev.roamlab.ocpp.messages.lists.UpdateType;
import dev.roamlab.station.Outbox.Entry;
import java.util.List;
import java.util.Optional;

/** The list of tokens that the CSMS keeps at the station. Spec: OCPP 1.6 sections 4.3 and 5.15, OCPP 2.0.1 D01, D02. */
final class LocalLists {
    private LocalLists() {}

    static int version(Turn turn) {
        if (!turn.configuration().flag(ConfigurationKey.LOCAL_AUTH_LIST_ENABLED)) {
            return turn.state().idiom() == Idiom.V1_6 ? -1 : 0;
        }
        return turn.device().localList().version();
    }

    /** What the list says of a token, where there is one that is in use. */
    static Optional<IdTokenInfo> lookUp(Turn turn, IdToken token) {
        LocalList list = turn.device().localList();
        return list.known().isEmpty() || !turn.configuration().flag(ConfigurationKey.LOCAL_AUTH_LIST_ENABLED)
                ? Optional.empty()
                : list.lookUp(token, turn.now());
    }

    /** The CSMS has judged a token otherwise than its own list: 1.6 has the station say so. Spec: OCPP 1.6 section 3.5.3. */
    static void compare(Turn turn, IdToken token, IdTokenInfo judged) {
        boolean conflict = !Authorising.accepted(judged)
                && lookUp(turn, token).filter(Authorising::accepted).isPresent();
        if (conflict && turn.state().idiom() == Idiom.V1_6) {
            Status conflicting =
                    new Status(Statuses.ofStation(turn.state()).status(), Optional.of(ErrorCode.LOCAL_LIST_CONFLICT));
            turn.say(new Entry(Messages.status(turn.state(), 0, conflicting, turn.now()), false, 0));
        }
    }

    static SendLocalListResponse send(Turn turn, SendLocalListRequest request) {
        LocalList old = turn.device().localList();
        boolean full = request.updateType() == UpdateType.FULL;
        Optional<StatusInfo> wrong = wrong(turn, request);
        if (wrong.isPresent()) {
            return new SendLocalListResponse(SendLocalListStatus.FAILED, wrong);
        } else if (!full && request.versionNumber() <= old.version()) {
            return new SendLocalListResponse(
                    SendLocalListStatus.VERSION_MISMATCH,
                    Why.of(
                            "InvalidValue",
                            "versionNumber: " + request.versionNumber() + ", the station has " + old.version()));
        }
        LocalList changed = full
                ? LocalList.full(request.versionNumber(), request.localAuthorizationList())
                : old.changed(request.versionNumber(), request.localAuthorizationList());
        int most = turn.configuration().whole(ConfigurationKey.LOCAL_AUTH_LIST_MAX_LENGTH);
        if (changed.known().size() > most) {
            return new SendLocalListResponse(
                    SendLocalListStatus.FAILED,
                    Why.of("OutOfStorage", changed.known().size() + " tokens, at most " + most));
        }
        turn.become(turn.device().withLocalList(changed));
        return new SendLocalListResponse(SendLocalListStatus.ACCEPTED, Optional.empty());
    }

    private static Optional<StatusInfo> wrong(Turn turn, SendLocalListRequest request) {
        List<AuthorizationData> entries = request.localAuthorizationList();
        int most = turn.configuration().whole(ConfigurationKey.SEND_LOCAL_LIST_MAX_LENGTH);
        if (!turn.configuration().flag(ConfigurationKey.LOCAL_AUTH_LIST_ENABLED)) {
            return Why.of("NotEnabled", "the local list is switched off");
        } else if (request.versionNumber() <= 0) {
            return Why.of("ValuePositiveOnly", "versionNumber: " + request.versionNumber() + ", at least 1");
        } else if (entries.size() > most) {
            return Why.of("TooManyElements", entries.size() + " tokens, at most " + most + " in one message");
        } else if (entries.stream().map(AuthorizationData::idToken).distinct().count() < entries.size()) {
            return Why.of("InvalidValue", "a token stands in the list twice");
        } else if (request.updateType() == UpdateType.FULL
                && entries.stream().anyMatch(entry -> entry.idTokenInfo().isEmpty())) {
            return Why.of("MissingParam", "idTokenInfo: each token of a full list needs it");
        }
        return Optional.empty();
    }
}
