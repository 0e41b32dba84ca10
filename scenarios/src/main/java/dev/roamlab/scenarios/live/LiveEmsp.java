package dev.roamlab.scenarios.live;

import dev.roamlab.emsp.EmspNode;
import dev.roamlab.emsp.commands.CommandsSender;
import dev.roamlab.emsp.commands.CommandsSender.Pending;
import dev.roamlab.emsp.tokens.ContractBuilder;
import dev.roamlab.ocpi.json.Document;
import dev.roamlab.ocpi.partner.Partner;
import dev.roamlab.ocpi.sessions.Session;
import dev.roamlab.ocpi.sessions.SessionStatus;
import dev.roamlab.ocpi.tokens.Token;
import dev.roamlab.ocpi.tokens.TokenBuilder;
import dev.roamlab.ocpi.tokens.TokenType;
import dev.roamlab.ocpi.tokens.WhitelistType;
import dev.roamlab.ocpi.types.CiString;
import dev.roamlab.ocpi.types.CountryCode;
import dev.roamlab.ocpi.types.PartyId;
import dev.roamlab.scenarios.lab.Lab;
import dev.roamlab.scenarios.stage.EmspDesk;
import dev.roamlab.scenarios.stage.ScenarioBroken;
import dev.roamlab.scenarios.stage.Telling;
import dev.roamlab.scenarios.world.World;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/** The eMSP's staff, and its drivers' apps. */
final class LiveEmsp implements EmspDesk {
    private static final int MOST = 1_000_000;

    private final Lab lab;
    private final Bills bills;
    private final List<Sent> sent = new ArrayList<>();
    private final List<String> issued = new ArrayList<>();
    private final Map<String, CiString> reservations = new HashMap<>();

    LiveEmsp(Lab lab, Bills bills) {
        this.lab = lab;
        this.bills = bills;
    }

    /** A command that was sent for a token; without one the uid is empty. */
    record Sent(String uid, String command, Pending pending) {}

    /** All commands, oldest first. */
    List<Sent> sent() {
        return List.copyOf(sent);
    }

    /** Uids of the tokens that were issued since the start. */
    List<String> issued() {
        return List.copyOf(issued);
    }

    @Override
    public Future<Telling> issueToken(String driver, String uid, TokenType type, WhitelistType whitelist) {
        World.Driver who = lab.world().drivers().stream()
                .filter(candidate -> candidate.id().equals(driver))
                .findFirst()
                .orElseThrow(() -> new ScenarioBroken("no driver " + driver));
        issued.add(uid);
        return lab.emsp()
                .ask(parts -> parts.drivers().issue(token(who, uid, type, whitelist)))
                .map(Telling.NOTHING);
    }

    private Token token(World.Driver driver, String uid, TokenType type, WhitelistType whitelist) {
        return TokenBuilder.builder()
                .countryCode(new CountryCode(lab.world().emsp().countryCode()))
                .partyId(new PartyId(lab.world().emsp().partyId()))
                .uid(new CiString(uid))
                .type(type)
                .contractId(new CiString(driver.contract()))
                .issuer(lab.world().emsp().name())
                .valid(true)
                .whitelist(whitelist)
                .lastUpdated(lab.clock().instant())
                .build();
    }

    @Override
    public Future<Telling> blockToken(String uid) {
        return lab.emsp()
                .ask(parts -> find(parts, uid).compose(token -> parts.drivers().setValid(uid, token.type(), false)))
                .map(Telling.NOTHING);
    }

    @Override
    public Future<Telling> expireToken(String uid) {
        return lab.emsp()
                .ask(parts -> find(parts, uid)
                        .compose(token -> parts.drivers()
                                .amend(
                                        token.contractId().value(),
                                        contract -> ContractBuilder.builder(contract)
                                                .validUntil(
                                                        Optional.of(lab.clock().instant()))
                                                .lastUpdated(lab.clock().instant())
                                                .build())))
                .map(Telling.NOTHING);
    }

    @Override
    public Future<Telling> startSession(String tokenUid, Spot spot) {
        return command(
                tokenUid,
                "START_SESSION",
                (parts, token) -> commands(parts)
                        .startSession(
                                partner(parts),
                                token,
                                new CiString(spot.locationId()),
                                spot.evseUid().map(CiString::new),
                                spot.connectorId().map(CiString::new)));
    }

    @Override
    public Future<Telling> stopSession(String tokenUid) {
        return lab.emsp()
                .ask(parts -> running(parts, tokenUid).compose(session -> {
                    Pending pending = commands(parts).stopSession(partner(parts), session.id());
                    return settled(tokenUid, "STOP_SESSION", pending);
                }));
    }

    @Override
    public Future<Telling> reserve(String tokenUid, Spot spot, Duration time) {
        CiString id = new CiString(Documents.id("reservation " + tokenUid + " " + sent.size()));
        reservations.put(tokenUid, id);
        return command(
                tokenUid,
                "RESERVE_NOW",
                (parts, token) -> commands(parts)
                        .reserve(
                                partner(parts),
                                token,
                                id,
                                lab.clock().instant().plus(time),
                                new CiString(spot.locationId()),
                                spot.evseUid().map(CiString::new)));
    }

    @Override
    public Future<Telling> cancelReservation(String tokenUid) {
        CiString id = reservations.get(tokenUid);
        if (id == null) {
            throw new ScenarioBroken("nothing is reserved with token " + tokenUid);
        }
        return lab.emsp()
                .ask(parts ->
                        settled(tokenUid, "CANCEL_RESERVATION", commands(parts).cancelReservation(partner(parts), id)));
    }

    @Override
    public Future<Telling> unlock(Spot spot) {
        CiString evse = new CiString(spot.evseUid().orElseThrow(() -> new ScenarioBroken("unlock: which evse?")));
        CiString connector = new CiString(spot.connectorId().orElse("1"));
        return lab.emsp()
                .ask(parts -> settled(
                        "",
                        "UNLOCK_CONNECTOR",
                        commands(parts).unlock(partner(parts), new CiString(spot.locationId()), evse, connector)));
    }

    @Override
    public Future<Telling> explainBill(String tokenUid) {
        return bills.last(tokenUid).map(bill -> new Telling(bill.lines()));
    }

    private Future<Telling> command(String uid, String name, BiFunction<EmspNode.Parts, Token, Pending> send) {
        return lab.emsp().ask(parts -> find(parts, uid).compose(token -> settled(uid, name, send.apply(parts, token))));
    }

    private Future<Telling> settled(String uid, String name, Pending pending) {
        sent.add(new Sent(uid, name, pending));
        return pending.decided().map(Telling.NOTHING);
    }

    private static CommandsSender commands(EmspNode.Parts parts) {
        return parts.commands();
    }

    private static Partner partner(EmspNode.Parts parts) {
        return LivePartnership.partner(parts.platform());
    }

    private static Future<Token> find(EmspNode.Parts parts, String uid) {
        return parts.drivers()
                .tokens()
                .first(MOST, "")
                .map(tokens -> tokens.stream()
                        .map(Document::value)
                        .filter(token -> token.uid().value().equalsIgnoreCase(uid))
                        .findFirst()
                        .orElseThrow(() -> new ScenarioBroken("the eMSP has no token " + uid)));
    }

    private static Future<Session> running(EmspNode.Parts parts, String uid) {
        return parts.sessions()
                .first(MOST, "")
                .map(sessions -> sessions.stream()
                        .map(Document::value)
                        .filter(session -> session.cdrToken().uid().value().equalsIgnoreCase(uid)
                                && session.status() == SessionStatus.ACTIVE)
                        .findFirst()
                        .orElseThrow(() -> new ScenarioBroken("no session of token " + uid + " is running")));
    }
}
