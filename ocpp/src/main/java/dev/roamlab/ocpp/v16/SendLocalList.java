package dev.roamlab.ocpp.v16;

import dev.roamlab.ocpp.messages.IdToken;
import dev.roamlab.ocpp.messages.lists.AuthorizationData;
import dev.roamlab.ocpp.messages.lists.SendLocalListRequest;
import dev.roamlab.ocpp.messages.lists.SendLocalListResponse;
import dev.roamlab.ocpp.messages.lists.SendLocalListStatus;
import dev.roamlab.ocpp.messages.lists.UpdateType;
import dev.roamlab.ocpp.payload.Max;
import dev.roamlab.ocpp.payload.Printable;
import dev.roamlab.ocpp.v16.Action.From;
import java.util.List;
import java.util.Optional;

/** The CSMS replaces or changes the local list. Spec: OCPP 1.6, SendLocalList. */
final class SendLocalList {
    static final Action<?, ?, ?, ?> ACTION = Action.of(
            "SendLocalList",
            From.CSMS,
            SendLocalListRequest.class,
            SendLocalListResponse.class,
            SendLocalList.Req.class,
            SendLocalList.Conf.class,
            SendLocalList::req,
            SendLocalList::neutral,
            SendLocalList::conf,
            SendLocalList::neutral);

    private SendLocalList() {}

    record Req(int listVersion, List<Entry> localAuthorizationList, UpdateType updateType) {}

    record Conf(Status status) {}

    /** One token; without information it is to be removed. Spec: OCPP 1.6, AuthorizationData. */
    record Entry(@Max(20) @Printable String idTag, Optional<IdTagInfo> idTagInfo) {
        static Entry of(AuthorizationData data) {
            return new Entry(data.idToken().idToken(), data.idTokenInfo().map(IdTagInfo::of));
        }

        AuthorizationData neutral() {
            return new AuthorizationData(IdToken.of(idTag), idTagInfo.map(IdTagInfo::neutral));
        }
    }

    /** What became of the list. */
    enum Status {
        ACCEPTED,
        FAILED,
        NOT_SUPPORTED,
        VERSION_MISMATCH
    }

    static Req req(SendLocalListRequest request, Side side) {
        return new Req(
                request.versionNumber(),
                request.localAuthorizationList().stream().map(Entry::of).toList(),
                request.updateType());
    }

    static SendLocalListRequest neutral(Req req, Side side) {
        return new SendLocalListRequest(
                req.localAuthorizationList().stream().map(Entry::neutral).toList(),
                req.listVersion(),
                req.updateType());
    }

    static Conf conf(SendLocalListResponse response) {
        return new Conf(
                switch (response.status()) {
                    case ACCEPTED -> Status.ACCEPTED;
                    case FAILED -> Unsupported.is(response.statusInfo()) ? Status.NOT_SUPPORTED : Status.FAILED;
                    case VERSION_MISMATCH -> Status.VERSION_MISMATCH;
                });
    }

    static SendLocalListResponse neutral(Conf conf) {
        return switch (conf.status()) {
            case ACCEPTED -> new SendLocalListResponse(SendLocalListStatus.ACCEPTED, Optional.empty());
            case FAILED -> new SendLocalListResponse(SendLocalListStatus.FAILED, Optional.empty());
            case NOT_SUPPORTED -> new SendLocalListResponse(SendLocalListStatus.FAILED, Unsupported.info());
            case VERSION_MISMATCH -> new SendLocalListResponse(SendLocalListStatus.VERSION_MISMATCH, Optional.empty());
        };
    }
}
