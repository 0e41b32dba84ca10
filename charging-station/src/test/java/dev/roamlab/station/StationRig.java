package dev.roamlab.station;

import dev.roamlab.ocpp.messages.AuthorizationStatus;
import dev.roamlab.ocpp.messages.AuthorizeRequest;
import dev.roamlab.ocpp.messages.AuthorizeResponse;
import dev.roamlab.ocpp.messages.BootNotificationRequest;
import dev.roamlab.ocpp.messages.BootNotificationResponse;
import dev.roamlab.ocpp.messages.CsmsCall;
import dev.roamlab.ocpp.messages.GenericStatus;
import dev.roamlab.ocpp.messages.HeartbeatRequest;
import dev.roamlab.ocpp.messages.HeartbeatResponse;
import dev.roamlab.ocpp.messages.IdToken;
import dev.roamlab.ocpp.messages.IdTokenInfo;
import dev.roamlab.ocpp.messages.MeterValuesRequest;
import dev.roamlab.ocpp.messages.MeterValuesResponse;
import dev.roamlab.ocpp.messages.RegistrationStatus;
import dev.roamlab.ocpp.messages.ReservationStatusUpdateRequest;
import dev.roamlab.ocpp.messages.ReservationStatusUpdateResponse;
import dev.roamlab.ocpp.messages.Response;
import dev.roamlab.ocpp.messages.StationCall;
import dev.roamlab.ocpp.messages.StatusNotificationRequest;
import dev.roamlab.ocpp.messages.StatusNotificationResponse;
import dev.roamlab.ocpp.messages.TransactionEventRequest;
import dev.roamlab.ocpp.messages.TransactionEventResponse;
import dev.roamlab.ocpp.messages.charging.ClearedChargingLimitRequest;
import dev.roamlab.ocpp.messages.charging.ClearedChargingLimitResponse;
import dev.roamlab.ocpp.messages.charging.NotifyChargingLimitRequest;
import dev.roamlab.ocpp.messages.charging.NotifyChargingLimitResponse;
import dev.roamlab.ocpp.messages.charging.NotifyEVChargingNeedsRequest;
import dev.roamlab.ocpp.messages.charging.NotifyEVChargingNeedsResponse;
import dev.roamlab.ocpp.messages.charging.NotifyEVChargingNeedsStatus;
import dev.roamlab.ocpp.messages.charging.NotifyEVChargingScheduleRequest;
import dev.roamlab.ocpp.messages.charging.NotifyEVChargingScheduleResponse;
import dev.roamlab.ocpp.messages.charging.ReportChargingProfilesRequest;
import dev.roamlab.ocpp.messages.charging.ReportChargingProfilesResponse;
import dev.roamlab.station.Step.Call;
import dev.roamlab.station.Step.LinkOrder;
import dev.roamlab.station.models.StationModels;
import dev.roamlab.station.models.StationSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A station on a test rig: no Vert.x, a clock turned by hand, and a CSMS that agrees unless told otherwise. */
final class StationRig {
    /** Answers that say no more than that the CSMS has heard. */
    private static final Map<Class<?>, Response> NODS = Map.of(
            ClearedChargingLimitRequest.class, new ClearedChargingLimitResponse(),
            NotifyChargingLimitRequest.class, new NotifyChargingLimitResponse(),
            NotifyEVChargingNeedsRequest.class,
                    new NotifyEVChargingNeedsResponse(NotifyEVChargingNeedsStatus.ACCEPTED, Optional.empty()),
            NotifyEVChargingScheduleRequest.class,
                    new NotifyEVChargingScheduleResponse(GenericStatus.ACCEPTED, Optional.empty()),
            ReportChargingProfilesRequest.class, new ReportChargingProfilesResponse(),
            ReservationStatusUpdateRequest.class, new ReservationStatusUpdateResponse());

    static final Instant START = Instant.parse("2027-03-01T08:00:00Z");

    final List<StationCall<?>> sent = new ArrayList<>();
    final Map<IdToken, IdTokenInfo> tokens = new HashMap<>();
    StationState state;
    Instant now = START;
    RegistrationStatus registration = RegistrationStatus.ACCEPTED;
    int interval = 300;
    boolean answering = true;
    boolean reachable = true;
    Idiom idiom = Idiom.V1_6;
    final List<HostOrder> orders = new ArrayList<>();
    private final List<String> heard = new ArrayList<>();
    private final Deque<Call> unanswered = new ArrayDeque<>();
    private Optional<Instant> wakeAt = Optional.empty();
    private Optional<Response> answer = Optional.empty();

    StationRig(String model) {
        StationSpec spec = StationSpec.of(StationModels.shipped().named(model), "RIG-1", 1);
        state = StationState.of(spec, Configuration.of(spec.model()), now);
    }

    /** Connected, booted, statuses told, and all of that forgotten. */
    static StationRig booted(String model) {
        return booted(model, Idiom.V1_6);
    }

    /** The same in a version of one's choice. */
    static StationRig booted(String model, Idiom idiom) {
        StationRig rig = new StationRig(model);
        rig.idiom = idiom;
        rig.happen(new StationEvent.ConnectRequested());
        rig.heard();
        return rig;
    }

    /** The calls of a type that were sent, and forgets them. */
    <T> List<T> sent(Class<T> type) {
        List<T> found = sent.stream().filter(type::isInstance).map(type::cast).toList();
        sent.removeIf(type::isInstance);
        return found;
    }

    void happen(StationEvent event) {
        Step step = state.on(event, now);
        state = step.state();
        wakeAt = step.wakeAt();
        step.answer().ifPresent(given -> answer = Optional.of(given));
        orders.addAll(step.orders());
        for (Call call : step.calls()) {
            sent.add(call.request());
            heard.add(Said.in(call.request()));
            unanswered.add(call);
        }
        if (step.link() == LinkOrder.OPEN) {
            unanswered.clear();
            happen(reachable ? new StationEvent.Connected(idiom) : new StationEvent.Disconnected(0));
        } else if (step.link() == LinkOrder.CLOSE) {
            unanswered.clear();
        }
        while (answering && !unanswered.isEmpty()) {
            Call call = unanswered.remove();
            happen(new StationEvent.Answered(call.ref(), agree(call.request())));
        }
    }

    Response ask(CsmsCall<?> request) {
        happen(new StationEvent.Requested(request));
        return answer.orElseThrow();
    }

    /** As a technician would who has the cabinet open: no rule about reading and writing holds. */
    void set(Map<ConfigurationKey, String> values) {
        Configuration configuration = state.configuration();
        for (Map.Entry<ConfigurationKey, String> entry : values.entrySet()) {
            configuration = configuration.with(entry.getKey(), entry.getValue());
        }
        state = state.withConfiguration(configuration);
        happen(new StationEvent.TimeReached());
    }

    /** Lets time pass, waking the station whenever it wants to be woken. */
    void pass(Duration time) {
        Instant end = now.plus(time);
        while (wakeAt.filter(at -> !at.isAfter(end)).isPresent()) {
            Instant due = wakeAt.orElseThrow();
            if (due.isAfter(now)) {
                now = due;
            }
            happen(new StationEvent.TimeReached());
        }
        now = end;
        happen(new StationEvent.TimeReached());
    }

    /** The CSMS fails on what is out. */
    void fail() {
        unanswered.removeIf(call -> call.request() instanceof HeartbeatRequest);
        Call call = unanswered.remove();
        happen(new StationEvent.CallFailed(call.ref(), "no answer"));
    }

    /** What the station has said since this was last asked, heartbeats and security events left out. */
    List<String> heard() {
        List<String> news = heard.stream()
                .filter(line -> !line.equals("Heartbeat") && !line.startsWith("SecurityEventNotification"))
                .toList();
        heard.clear();
        return news;
    }

    String transactionId(int connector) {
        return state.connector(connector)
                .orElseThrow()
                .transaction()
                .orElseThrow()
                .id();
    }

    private Response agree(StationCall<?> request) {
        if (request instanceof BootNotificationRequest) {
            return new BootNotificationResponse(now, interval, registration);
        } else if (request instanceof AuthorizeRequest authorize) {
            return new AuthorizeResponse(judge(authorize.idToken()));
        } else if (request instanceof HeartbeatRequest) {
            return new HeartbeatResponse(now);
        } else if (request instanceof StatusNotificationRequest) {
            return new StatusNotificationResponse();
        } else if (request instanceof MeterValuesRequest) {
            return new MeterValuesResponse();
        } else if (request instanceof TransactionEventRequest event) {
            return new TransactionEventResponse(event.idToken().map(this::judge));
        }
        return Optional.ofNullable(NODS.get(request.getClass())).orElseGet(() -> DeviceAnswers.to(request));
    }

    private IdTokenInfo judge(IdToken token) {
        return tokens.getOrDefault(token, IdTokenInfo.of(AuthorizationStatus.ACCEPTED));
    }
}
