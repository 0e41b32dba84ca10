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
import dev.roamlab.ocpp.messages.TransactionEventRequest;
import dev.roamlab.ocpp.messages.TransactionEventResponse;
import dev.roamlab.pricing.PhaseKind;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Turns the start of a transaction into a session. A start that is told twice is one session: also while the first is being
 * dealt with, after a restart of the node, and after its end. Used on the node's event loop only.
 */
public final class TransactionStarts {
    private static final Logger LOG = LoggerFactory.getLogger(TransactionStarts.class);

    private final Platform platform;
    private final LabClock clock;
    private final Charges charges;
    private final Drivers drivers;
    private final Places places;
    private final Map<String, Future<TransactionEventResponse>> starting = new HashMap<>();

    /** Wires the parts. */
    public TransactionStarts(Platform platform, LabClock clock, Charges charges, Drivers drivers, Places places) {
        this.platform = platform;
        this.clock = clock;
        this.charges = charges;
        this.drivers = drivers;
        this.places = places;
    }

    /** Answers the start of a transaction; the session is stored by then. */
    Future<TransactionEventResponse> started(Station station, TransactionEventRequest event) {
        String origin = EventWords.origin(station, event);
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
                .compose(over -> over ? Future.succeededFuture(EventWords.accepted()) : begin(station, event, origin));
        starting.put(origin, start);
        return start.onComplete(done -> starting.remove(origin));
    }

    /** Answers an event of a transaction that is known: with a verdict where it brings a token. */
    Future<TransactionEventResponse> judged(Station station, Charge charge, TransactionEventRequest event) {
        if (event.idToken().isEmpty()) {
            return Future.succeededFuture(new TransactionEventResponse(Optional.empty()));
        }
        IdToken idToken = event.idToken().get();
        return charge.driver().idTag().equalsIgnoreCase(idToken.idToken())
                ? Future.succeededFuture(answer(charge))
                : drivers.authorize(station, idToken).map(info -> new TransactionEventResponse(Optional.of(info)));
    }

    private static TransactionEventResponse answer(Charge charge) {
        return charge.status() == SessionStatus.INVALID
                ? EventWords.answer(AuthorizationStatus.INVALID)
                : EventWords.accepted();
    }

    /** Where a version has us number transactions, a repetition may come under another number. */
    private Future<TransactionEventResponse> repeated(Charge charge, TransactionEventRequest event) {
        String transactionId = event.transactionInfo().transactionId();
        TransactionEventResponse answer = answer(charge);
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
            return Future.succeededFuture(EventWords.answer(AuthorizationStatus.INVALID));
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
        Optional<Integer> named = event.reservationId();
        return charges.find(row.stationId(), charge -> {
            boolean isNamed = named.isPresent() && named.equals(charge.reservationId());
            boolean isTheDrivers = charge.place().post().evseId() == row.evseId()
                    && charge.driver().idTag().equalsIgnoreCase(idToken.idToken());
            return charge.status() == SessionStatus.RESERVATION && (isNamed || isTheDrivers);
        });
    }

    /** The same session goes on, after the time for which it was reserved. Spec: mod_sessions_reservation. */
    private Charge used(Charge reserved, TransactionEventRequest event, String origin, Verdict verdict) {
        Meter meter = reserved.meter().pass(EventWords.at(event));
        // By a station whose clock is slow, it starts before we had it reserved.
        Instant start = meter.readAt();
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
                        .registerWh(EventWords.register(event))
                        .build())
                .build();
    }

    private Future<Charge> open(
            TransactionEventRequest event, String origin, MappingRow row, Verdict verdict, boolean allowed) {
        Instant start = EventWords.at(event);
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
                        Meter.start(
                                start, EventWords.kind(event).orElse(PhaseKind.CHARGING), EventWords.register(event)),
                        List.of(),
                        start,
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
}
