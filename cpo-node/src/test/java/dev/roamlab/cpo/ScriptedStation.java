package dev.roamlab.cpo;

import static java.util.concurrent.TimeUnit.SECONDS;

import dev.roamlab.lab.Ids;
import dev.roamlab.node.TestLab;
import dev.roamlab.ocpp.dialect.Dialect;
import dev.roamlab.ocpp.dialect.Topology;
import dev.roamlab.ocpp.link.Close;
import dev.roamlab.ocpp.link.LinkSettings;
import dev.roamlab.ocpp.link.OcppClient;
import dev.roamlab.ocpp.link.StationAddress;
import dev.roamlab.ocpp.link.StationHandler;
import dev.roamlab.ocpp.link.StationLink;
import dev.roamlab.ocpp.messages.AuthorizationStatus;
import dev.roamlab.ocpp.messages.AuthorizeRequest;
import dev.roamlab.ocpp.messages.BootNotificationRequest;
import dev.roamlab.ocpp.messages.BootNotificationResponse;
import dev.roamlab.ocpp.messages.BootReason;
import dev.roamlab.ocpp.messages.ChargingStationInfoBuilder;
import dev.roamlab.ocpp.messages.ConnectorStatus;
import dev.roamlab.ocpp.messages.CsmsCall;
import dev.roamlab.ocpp.messages.Evse;
import dev.roamlab.ocpp.messages.IdToken;
import dev.roamlab.ocpp.messages.MeterValue;
import dev.roamlab.ocpp.messages.ReadingContext;
import dev.roamlab.ocpp.messages.Response;
import dev.roamlab.ocpp.messages.SampledValue;
import dev.roamlab.ocpp.messages.StationCall;
import dev.roamlab.ocpp.messages.StatusNotificationRequestBuilder;
import dev.roamlab.ocpp.messages.StoppedReason;
import dev.roamlab.ocpp.messages.TransactionEventRequest;
import dev.roamlab.ocpp.messages.TransactionEventRequestBuilder;
import dev.roamlab.ocpp.messages.TransactionEventType;
import dev.roamlab.ocpp.messages.TransactionInfoBuilder;
import dev.roamlab.ocpp.messages.TriggerReason;
import dev.roamlab.ocpp.v16.DialectV16;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.function.Supplier;

/** A station that does what a test tells it, over a real WebSocket. */
final class ScriptedStation {
    final List<CsmsCall<?>> asked = new CopyOnWriteArrayList<>();
    volatile Function<CsmsCall<?>, Future<? extends Response>> answers =
            call -> Future.failedFuture(new IllegalStateException("no answer scripted for " + call));
    private final TestLab lab;
    private final Context context;
    private final StationLink link;
    private int seqNo;

    /** In OCPP 1.6. */
    ScriptedStation(TestLab lab, CpoNode cpo, String id) {
        this(lab, cpo.cpo().csmsUrl(), id);
    }

    /** In OCPP 1.6. */
    ScriptedStation(TestLab lab, String csmsUrl, String id) {
        this(lab, csmsUrl, id, new DialectV16());
    }

    ScriptedStation(TestLab lab, String csmsUrl, String id, Dialect dialect) {
        this.lab = lab;
        context = lab.vertx().getOrCreateContext();
        LinkSettings settings =
                LinkSettings.of(lab.vertx(), lab.clock(), lab.log(), Ids.seeded(3, id), List.of(dialect));
        link = OcppClient.create(settings)
                .link(
                        new StationAddress(csmsUrl, id, Optional.empty(), Topology.ONE_CONNECTOR_EACH),
                        new StationHandler() {
                            @Override
                            public Future<? extends Response> on(CsmsCall<?> call) {
                                asked.add(call);
                                return answers.apply(call);
                            }

                            @Override
                            public void closed(Close close) {}
                        });
    }

    ScriptedStation connect() throws Exception {
        run(link::connect);
        return this;
    }

    boolean isConnected() {
        return link.isOpen();
    }

    void disconnect() throws Exception {
        run(link::close);
    }

    /** Goes away without an answer, whatever it is asked. */
    void vanishWhenAsked() {
        answers = call -> {
            link.close();
            return Promise.<Response>promise().future();
        };
    }

    <A extends Response> A say(StationCall<A> call) throws Exception {
        return run(() -> link.call(call));
    }

    BootNotificationResponse boot() throws Exception {
        return say(new BootNotificationRequest(
                BootReason.POWER_UP,
                ChargingStationInfoBuilder.builder()
                        .model("Wall 7")
                        .vendorName("Example")
                        .build()));
    }

    AuthorizationStatus authorize(String idTag) throws Exception {
        return say(new AuthorizeRequest(IdToken.of(idTag))).idTokenInfo().status();
    }

    void status(int evse, ConnectorStatus status) throws Exception {
        say(StatusNotificationRequestBuilder.builder()
                .timestamp(now())
                .connectorStatus(status)
                .evseId(evse)
                .connectorId(1)
                .build());
    }

    AuthorizationStatus start(String transaction, int evse, String idTag, long wattHours) throws Exception {
        return say(started(transaction, evse, idTag, wattHours, Optional.empty()))
                .idTokenInfo()
                .orElseThrow()
                .status();
    }

    TransactionEventRequest started(
            String transaction, int evse, String idTag, long wattHours, Optional<Integer> reservation) {
        return event(TransactionEventType.STARTED, transaction, evse, wattHours, ReadingContext.TRANSACTION_BEGIN)
                .reservationId(reservation)
                .idToken(Optional.of(IdToken.of(idTag)))
                .build();
    }

    void meter(String transaction, int evse, long wattHours) throws Exception {
        say(event(TransactionEventType.UPDATED, transaction, evse, wattHours, ReadingContext.SAMPLE_PERIODIC)
                .build());
    }

    void stop(String transaction, int evse, long wattHours) throws Exception {
        say(ended(transaction, evse, wattHours));
    }

    TransactionEventRequest ended(String transaction, int evse, long wattHours) {
        return event(TransactionEventType.ENDED, transaction, evse, wattHours, ReadingContext.TRANSACTION_END)
                .transactionInfo(TransactionInfoBuilder.builder()
                        .transactionId(transaction)
                        .stoppedReason(StoppedReason.LOCAL)
                        .build())
                .build();
    }

    TransactionEventRequestBuilder event(
            TransactionEventType type, String transaction, int evse, long wattHours, ReadingContext reading) {
        return TransactionEventRequestBuilder.builder()
                .eventType(type)
                .timestamp(now())
                .triggerReason(TriggerReason.AUTHORIZED)
                .seqNo(seqNo++)
                .transactionInfo(TransactionInfoBuilder.builder()
                        .transactionId(transaction)
                        .build())
                .evse(Optional.of(Evse.of(evse, 1)))
                .meterValue(List.of(new MeterValue(now(), List.of(SampledValue.registerWh(wattHours, reading)))));
    }

    Instant now() {
        return lab.clock().instant();
    }

    private <T> T run(Supplier<Future<T>> work) throws Exception {
        Promise<T> promise = Promise.promise();
        context.runOnContext(go -> work.get().onComplete(promise));
        return promise.future().await(10, SECONDS);
    }
}
