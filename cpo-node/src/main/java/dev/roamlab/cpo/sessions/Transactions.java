package dev.roamlab.cpo.sessions;

import dev.roamlab.cpo.stations.MappingRow;
import dev.roamlab.cpo.stations.Station;
import dev.roamlab.cpo.tokens.Verdict;
import dev.roamlab.lab.LabClock;
import dev.roamlab.node.Platform;
import dev.roamlab.ocpi.cdrs.AuthMethod;
import dev.roamlab.ocpi.cdrs.CdrToken;
import dev.roamlab.ocpi.partner.Partner;
import dev.roamlab.ocpi.sessions.SessionStatus;
import dev.roamlab.ocpi.tokens.Token;
import dev.roamlab.ocpi.tokens.TokenType;
import dev.roamlab.ocpi.types.CiString;
import dev.roamlab.ocpi.types.Party;
import dev.roamlab.ocpp.messages.AuthorizationStatus;
import dev.roamlab.ocpp.messages.ChargingState;
import dev.roamlab.ocpp.messages.Evse;
import dev.roamlab.ocpp.messages.IdToken;
import dev.roamlab.ocpp.messages.IdTokenInfo;
import dev.roamlab.ocpp.messages.MeterValue;
import dev.roamlab.ocpp.messages.TransactionEventRequest;
import dev.roamlab.ocpp.messages.TransactionEventResponse;
import dev.roamlab.pricing.PhaseKind;
import io.vertx.core.Future;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Turns what stations tell of their transactions into sessions. Stations repeat what was not answered, so every event may
 * come twice: a repeated start is the same session, a repeated end finds it gone. Used on the node's event loop only.
 */
public final class Transactions {
    private static final Logger LOG = LoggerFactory.getLogger(Transactions.class);
    private static final TransactionEventResponse NOTED = new TransactionEventResponse(Optional.empty());

    private final Platform platform;
    private final LabClock clock;
    private final Charges charges;
    private final Drivers drivers;
    private final Places places;
    private final Duration sessionUpdates;
    private final Map<String, Future<TransactionEventResponse>> starting = new HashMap<>();

    /** @param sessionUpdates the least time between two updates that only the meter causes */
    public Transactions(
            Platform platform,
            LabClock clock,
            Charges charges,
            Drivers drivers,
            Places places,
            Duration sessionUpdates) {
        this.platform = platform;
        this.clock = clock;
        this.charges = charges;
        this.drivers = drivers;
        this.places = places;
        this.sessionUpdates = sessionUpdates;
    }

    /** Answers TransactionEvent; what it says is stored by then. */
    public Future<TransactionEventResponse> on(Station station, TransactionEventRequest event) {
        return switch (event.eventType()) {
            case STARTED -> started(station, event);
            case UPDATED -> updated(station, event);
            case ENDED -> ended(station, event);
        };
    }

    /** The station told of a connector instead of a transaction that the car stopped or resumed charging. */
    public Future<Void> turned(Station station, int evseId, Instant at, PhaseKind kind) {
        return charging(station, evseId)
                .filter(charge -> charge.meter().currentKind() != kind)
                .map(charge -> charges.keep(charge.copy()
                                .meter(charge.meter().turn(at.truncatedTo(ChronoUnit.MILLIS), kind))
                                .build())
                        .<Void>mapEmpty())
                .orElseGet(Future::succeededFuture);
    }

    /** Meter values that name no transaction belong to the one at their EVSE, if there is one. */
    public Future<Void> measured(Station station, int evseId, List<MeterValue> values) {
        return charging(station, evseId)
                .map(charge -> progress(charge, read(charge, values)).<Void>mapEmpty())
                .orElseGet(Future::succeededFuture);
    }

    private Optional<Charge> charging(Station station, int evseId) {
        return charges.find(station.id(), charge -> charge.isAt(station.id(), evseId) && isCharging(charge));
    }

    // --- start ---

    private Future<TransactionEventResponse> started(Station station, TransactionEventRequest event) {
        String origin = origin(station, event);
        Optional<Charge> known =
                charges.find(station.id(), charge -> charge.origin().equals(origin));
        if (known.isPresent()) {
            return repeated(known.get(), event);
        }
        Future<TransactionEventResponse> underWay = starting.get(origin);
        if (underWay != null) {
            return underWay.compose(done -> started(station, event));
        }
        Future<TransactionEventResponse> start = charges.isFinished(origin)
                .compose(over -> over ? Future.succeededFuture(accepted()) : begin(station, event, origin));
        starting.put(origin, start);
        return start.onComplete(done -> starting.remove(origin));
    }

    /** Where a version has us number transactions, a repetition may come under another number. */
    private Future<TransactionEventResponse> repeated(Charge charge, TransactionEventRequest event) {
        String transactionId = event.transactionInfo().transactionId();
        TransactionEventResponse answer =
                charge.status() == SessionStatus.INVALID ? answer(AuthorizationStatus.INVALID) : accepted();
        if (charge.transactionIds().contains(transactionId)) {
            return Future.succeededFuture(answer);
        }
        List<String> ids = new ArrayList<>(charge.transactionIds());
        ids.add(transactionId);
        return charges.keep(charge.copy().transactionIds(ids).build()).map(answer);
    }

    private Future<TransactionEventResponse> begin(Station station, TransactionEventRequest event, String origin) {
        Evse evse = event.evse().orElse(Evse.STATION);
        Optional<MappingRow> row = station.row(evse.id(), evse.connectorId().orElse(0));
        if (row.isEmpty() || event.idToken().isEmpty()) {
            LOG.warn(
                    "station {}: transaction {} at EVSE {} cannot be a session: {}",
                    station.id(),
                    event.transactionInfo().transactionId(),
                    evse.id(),
                    row.isEmpty() ? "the EVSE was never commissioned" : "no token was presented");
            return Future.succeededFuture(answer(AuthorizationStatus.INVALID));
        }
        IdToken idToken = event.idToken().get();
        return drivers.starting(station, idToken, row.get()).compose(verdict -> {
            boolean allowed = verdict.isAllowedAt(row.get().evseUid());
            return reservation(event, row.get(), idToken)
                    .map(reserved -> charges.tell(used(reserved, event, origin, verdict)))
                    .orElseGet(() -> open(event, origin, row.get(), verdict, allowed))
                    .map(charge -> new TransactionEventResponse(Optional.of(drivers.info(verdict, allowed))));
        });
    }

    /** The reservation that a transaction uses: the one it names, or its driver's at the same EVSE. */
    private Optional<Charge> reservation(TransactionEventRequest event, MappingRow row, IdToken idToken) {
        Optional<Integer> named = event.transactionInfo().reservationId();
        return charges.find(row.stationId(), charge -> {
            boolean isNamed = named.isPresent() && named.equals(charge.reservationId());
            boolean isTheDrivers = charge.place().post().evseId() == row.evseId()
                    && charge.driver().idTag().equalsIgnoreCase(idToken.idToken());
            return charge.status() == SessionStatus.RESERVATION && (isNamed || isTheDrivers);
        });
    }

    /** The same session goes on, after the time for which it was reserved. Spec: mod_sessions_reservation. */
    private Charge used(Charge reserved, TransactionEventRequest event, String origin, Verdict verdict) {
        Instant start = at(event);
        Meter meter = reserved.meter().pass(start);
        AuthMethod method =
                verdict.isAllowed() ? verdict.method() : reserved.driver().method();
        Driver driver = DriverBuilder.builder(reserved.driver())
                .method(method)
                .authorizationReference(verdict.authorizationReference()
                        .or(() -> reserved.driver().authorizationReference()))
                .build();
        return reserved.copy()
                .status(SessionStatus.ACTIVE)
                .start(start)
                .origin(origin)
                .transactionIds(List.of(event.transactionInfo().transactionId()))
                .driver(driver)
                .meter(MeterBuilder.builder(meter)
                        .kind(PhaseKind.CHARGING)
                        .readAt(start)
                        .registerWh(register(event))
                        .build())
                .build();
    }

    private Future<Charge> open(
            TransactionEventRequest event, String origin, MappingRow row, Verdict verdict, boolean allowed) {
        Instant start = at(event);
        TokenType type = verdict.token().map(Token::type).orElse(TokenType.RFID);
        return places.at(row, start, type)
                .compose(place -> charges.tell(new Charge(
                        charges.newId(),
                        partner(verdict),
                        allowed ? status(event) : SessionStatus.INVALID,
                        start,
                        start,
                        origin,
                        List.of(event.transactionInfo().transactionId()),
                        Optional.empty(),
                        driver(event, verdict, place),
                        place,
                        Meter.start(start, kind(event).orElse(PhaseKind.CHARGING), register(event)),
                        List.of(),
                        start,
                        clock.instant())));
    }

    private String partner(Verdict verdict) {
        return verdict.token()
                .flatMap(token -> platform.partners().speakingFor(new Party(token.countryCode(), token.partyId())))
                .map(Partner::id)
                .orElse("");
    }

    private static Driver driver(TransactionEventRequest event, Verdict verdict, Place place) {
        String idTag = event.idToken().map(IdToken::idToken).orElse("");
        CdrToken token = verdict.token().map(CdrToken::of).orElseGet(() -> nobodys(idTag, place));
        return new Driver(
                idTag,
                token,
                verdict.token().flatMap(Token::groupId),
                verdict.method(),
                verdict.authorizationReference());
    }

    /** A token that no eMSP knows: only our own list shows the session, and nobody is billed. */
    private static CdrToken nobodys(String idTag, Place place) {
        return new CdrToken(
                place.owner().countryCode(),
                place.owner().partyId(),
                new CiString(idTag.isEmpty() ? "#NA" : idTag),
                TokenType.RFID,
                CiString.NOT_AVAILABLE);
    }

    /** A version that tells of transactions before the cable is in lets us tell so. */
    private static SessionStatus status(TransactionEventRequest event) {
        return event.transactionInfo()
                        .chargingState()
                        .filter(ChargingState.IDLE::equals)
                        .isPresent()
                ? SessionStatus.PENDING
                : SessionStatus.ACTIVE;
    }

    // --- progress ---

    private Future<TransactionEventResponse> updated(Station station, TransactionEventRequest event) {
        Optional<Charge> known = known(station, event);
        if (known.isEmpty()) {
            return Future.succeededFuture(NOTED);
        }
        Charge before = known.get();
        return progress(before, activated(measured(before, event), event)).map(NOTED);
    }

    private Future<Charge> progress(Charge before, Charge after) {
        boolean turned =
                after.meter().currentKind() != before.meter().currentKind() || after.status() != before.status();
        boolean due = !after.meter().readAt().isBefore(after.periodsUntil().plus(sessionUpdates));
        return turned || due ? charges.tell(after) : charges.keep(after);
    }

    private static Charge activated(Charge charge, TransactionEventRequest event) {
        boolean goes = charge.status() == SessionStatus.PENDING
                && event.transactionInfo()
                        .chargingState()
                        .filter(state -> state != ChargingState.IDLE)
                        .isPresent();
        if (!goes) {
            return charge;
        }
        Instant start = at(event);
        return charge.copy()
                .status(SessionStatus.ACTIVE)
                .start(start)
                .begin(start)
                .periodsUntil(start)
                .meter(Meter.start(
                        start,
                        kind(event).orElse(PhaseKind.CHARGING),
                        charge.meter().registerWh()))
                .build();
    }

    private static Charge measured(Charge charge, TransactionEventRequest event) {
        Charge measured = read(charge, event.meterValue());
        return kind(event)
                .map(kind -> measured.copy()
                        .meter(measured.meter().turn(at(event), kind))
                        .build())
                .orElse(measured);
    }

    private static Charge read(Charge charge, List<MeterValue> values) {
        Meter meter = charge.meter();
        for (Readings reading : Readings.of(values)) {
            meter = meter.read(reading.at(), reading.registerWh(), reading.currentA());
        }
        return charge.copy().meter(meter).build();
    }

    // --- end ---

    private Future<TransactionEventResponse> ended(Station station, TransactionEventRequest event) {
        Optional<Charge> known = known(station, event);
        if (known.isEmpty()) {
            LOG.info(
                    "station {}: transaction {} has ended, but is none (any more)",
                    station.id(),
                    event.transactionInfo().transactionId());
            return Future.succeededFuture(NOTED);
        }
        Charge charge = measured(known.get(), event);
        Instant last = charge.meter().readAt();
        Instant end = at(event).isBefore(last) ? last : at(event);
        Charge whole = charge.copy().meter(charge.meter().pass(end)).build();
        return charges.finish(whole, end).map(event.idToken().isPresent() ? accepted() : NOTED);
    }

    private Optional<Charge> known(Station station, TransactionEventRequest event) {
        String transactionId = event.transactionInfo().transactionId();
        return charges.find(station.id(), charge -> charge.transactionIds().contains(transactionId));
    }

    // --- small words ---

    private static boolean isCharging(Charge charge) {
        return charge.status() == SessionStatus.ACTIVE || charge.status() == SessionStatus.INVALID;
    }

    /** A version that has us number transactions repeats a start under a new number: time, place and token tell. */
    private static String origin(Station station, TransactionEventRequest event) {
        Evse evse = event.evse().orElse(Evse.STATION);
        return station.id() + "/" + evse.id() + "/" + evse.connectorId().orElse(0) + "/" + event.timestamp() + "/"
                + event.idToken().map(IdToken::idToken).orElse("");
    }

    private static Optional<BigDecimal> register(TransactionEventRequest event) {
        return Readings.of(event.meterValue()).stream().findFirst().map(Readings::registerWh);
    }

    /** A vehicle that asks for energy is charging, whether the station gives any or not. Spec: mod_cdrs_cdrdimensiontype_enum. */
    private static Optional<PhaseKind> kind(TransactionEventRequest event) {
        return event.transactionInfo().chargingState().map(state -> switch (state) {
            case CHARGING, SUSPENDED_EVSE, EV_CONNECTED -> PhaseKind.CHARGING;
            case SUSPENDED_EV, IDLE -> PhaseKind.PARKED;
        });
    }

    private static Instant at(TransactionEventRequest event) {
        return event.timestamp().truncatedTo(ChronoUnit.MILLIS);
    }

    private static TransactionEventResponse accepted() {
        return answer(AuthorizationStatus.ACCEPTED);
    }

    private static TransactionEventResponse answer(AuthorizationStatus status) {
        return new TransactionEventResponse(Optional.of(IdTokenInfo.of(status)));
    }
}
