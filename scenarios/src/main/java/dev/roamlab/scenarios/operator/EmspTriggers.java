package dev.roamlab.scenarios.operator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.roamlab.emsp.EmspNode;
import dev.roamlab.emsp.commands.CommandsSender;
import dev.roamlab.emsp.commands.TokenNotValid;
import dev.roamlab.emsp.tokens.Contract;
import dev.roamlab.node.Platform;
import dev.roamlab.node.objects.Keys;
import dev.roamlab.ocpi.http.Reply;
import dev.roamlab.ocpi.json.Document;
import dev.roamlab.ocpi.locations.Capability;
import dev.roamlab.ocpi.locations.Evse;
import dev.roamlab.ocpi.locations.Location;
import dev.roamlab.ocpi.partner.Partner;
import dev.roamlab.ocpi.sessions.ChargingPreferences;
import dev.roamlab.ocpi.sessions.ProfileType;
import dev.roamlab.ocpi.sessions.Sessions;
import dev.roamlab.ocpi.tokens.Token;
import dev.roamlab.ocpi.tokens.TokenBuilder;
import dev.roamlab.ocpi.tokens.TokenType;
import dev.roamlab.ocpi.tokens.WhitelistType;
import dev.roamlab.ocpi.types.CiString;
import dev.roamlab.ocpi.types.Party;
import io.vertx.core.Future;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/** What the eMSP's staff, and its drivers' apps, do. */
final class EmspTriggers {
    private static final int MOST = 1_000_000;
    private static final Duration RESERVED = Duration.ofMinutes(15);

    private final EmspNode emsp;

    private EmspTriggers(EmspNode emsp) {
        this.emsp = emsp;
    }

    static void addTo(Triggers triggers, EmspNode emsp) {
        EmspTriggers own = new EmspTriggers(emsp);
        triggers.can("add-token", "", "issues a new card", own::addToken)
                .can("change-token", "uid", "gives a token another visual number", own::changeToken)
                .can("block-token", "uid", "blocks a token", own::blockToken)
                .can(
                        "send-command",
                        "command, location_id?, evse_uid?, connector_id?, token_uid?, session_id?, reservation_id?",
                        "sends START_SESSION, STOP_SESSION, RESERVE_NOW, CANCEL_RESERVATION or UNLOCK_CONNECTOR",
                        own::sendCommand)
                .can("set-charging-preferences", "session_id", "asks for a green charge", own::setPreferences);
    }

    // --- tokens ---

    private Future<ObjectNode> addToken(Params params) {
        return emsp.ask(parts -> {
            Token token = token(parts.platform());
            Contract contract = Contract.of(token.contractId().value(), "A new driver", token.lastUpdated());
            return parts.drivers()
                    .sign(contract)
                    .compose(signed -> parts.drivers().issue(token))
                    .map(issued -> Triggers.fact("uid", issued.uid().value())
                            .put("type", issued.type().value()));
        });
    }

    private static Token token(Platform platform) {
        Party us = platform.settings().party();
        String random = platform.lab().ids().uuid().substring(0, 8).toUpperCase(Locale.ROOT);
        return TokenBuilder.builder()
                .countryCode(us.countryCode())
                .partyId(us.partyId())
                .uid(new CiString("04" + random + "AD"))
                .type(TokenType.RFID)
                .contractId(new CiString(us.countryCode() + "-" + us.partyId() + "-C" + random + "-X"))
                .issuer(platform.settings().roles().get(0).businessDetails().name())
                .valid(true)
                .whitelist(WhitelistType.ALLOWED)
                .lastUpdated(platform.lab().clock().instant())
                .build();
    }

    private Future<ObjectNode> changeToken(Params params) {
        String uid = params.text("uid");
        return emsp.ask(parts -> find(parts, uid).compose(token -> {
                    Instant now = parts.platform().lab().clock().instant();
                    return parts.drivers()
                            .issue(TokenBuilder.builder(token)
                                    .visualNumber(Optional.of("changed " + now.toEpochMilli()))
                                    .lastUpdated(now)
                                    .build());
                }))
                .map(issued -> Triggers.nothing());
    }

    private Future<ObjectNode> blockToken(Params params) {
        String uid = params.text("uid");
        return emsp.ask(parts -> find(parts, uid)
                        .compose(token -> parts.drivers().setValid(token.uid().value(), token.type(), false)))
                .map(blocked -> Triggers.nothing());
    }

    private static Future<Token> find(EmspNode.Parts parts, String uid) {
        return parts.drivers()
                .tokens()
                .first(MOST, "")
                .map(tokens -> tokens.stream()
                        .map(Document::value)
                        .filter(token -> token.uid().value().equalsIgnoreCase(uid))
                        .findFirst()
                        .orElseThrow(() -> Refusal.bad("the eMSP has no token " + uid)));
    }

    /** The one that is named, else the first that may charge. */
    private static Future<Token> token(EmspNode.Parts parts, Params params) {
        return params.optional("token_uid")
                .map(uid -> find(parts, uid))
                .orElseGet(() -> parts.drivers()
                        .tokens()
                        .first(MOST, "")
                        .map(tokens -> tokens.stream()
                                .map(Document::value)
                                .filter(Token::valid)
                                .findFirst()
                                .orElseThrow(() -> Refusal.bad("the eMSP has no valid token"))));
    }

    // --- commands ---

    /** Answers when the command is on its way: what becomes of it the partner decides. */
    private Future<ObjectNode> sendCommand(Params params) {
        String command = params.text("command");
        return switch (command) {
            case "START_SESSION" -> withToken(params, this::startSession);
            case "RESERVE_NOW" -> withToken(params, this::reserve);
            case "STOP_SESSION" -> send((commands, cpo) -> commands.stopSession(cpo, params.id("session_id")));
            case "CANCEL_RESERVATION" ->
                send((commands, cpo) -> commands.cancelReservation(cpo, params.id("reservation_id")));
            case "UNLOCK_CONNECTOR" ->
                send((commands, cpo) -> commands.unlock(
                        cpo, params.id("location_id"), params.id("evse_uid"), params.id("connector_id")));
            default -> throw Refusal.bad("send-command: command: there is no command " + command);
        };
    }

    private interface Order {
        ObjectNode send(EmspNode.Parts parts, Token token, Params params);
    }

    private Future<ObjectNode> withToken(Params params, Order order) {
        return emsp.ask(parts -> token(parts, params).map(token -> {
            try {
                return order.send(parts, token, params);
            } catch (TokenNotValid refused) {
                throw Refusal.bad("send-command: token_uid: " + refused.getMessage());
            }
        }));
    }

    private Future<ObjectNode> send(BiFunction<CommandsSender, Partner, CommandsSender.Pending> order) {
        return emsp.ask(parts -> {
            // What becomes of it is told by the wire.
            var unused = order.apply(parts.commands(), PartnershipTriggers.last(parts.platform()));
            return Future.succeededFuture(Triggers.nothing());
        });
    }

    private ObjectNode startSession(EmspNode.Parts parts, Token token, Params params) {
        parts.commands()
                .startSession(
                        PartnershipTriggers.last(parts.platform()),
                        token,
                        params.id("location_id"),
                        params.optionalId("evse_uid"),
                        params.optionalId("connector_id"));
        return Triggers.fact("token_uid", token.uid().value());
    }

    private ObjectNode reserve(EmspNode.Parts parts, Token token, Params params) {
        Platform platform = parts.platform();
        CiString id = params.optionalId("reservation_id")
                .orElseGet(() -> new CiString(platform.lab().ids().uuid()));
        parts.commands()
                .reserve(
                        PartnershipTriggers.last(platform),
                        token,
                        id,
                        platform.lab().clock().instant().plus(RESERVED),
                        params.id("location_id"),
                        params.optionalId("evse_uid"));
        return Triggers.fact("reservation_id", id.value())
                .put("token_uid", token.uid().value());
    }

    // --- preferences ---

    private Future<ObjectNode> setPreferences(Params params) {
        CiString session = params.id("session_id");
        return emsp.ask(parts -> requireCapable(parts, session).compose(capable -> prefer(parts.platform(), session)))
                .map(reply -> Triggers.fact(
                        "answer", reply.data().map(JsonNode::asText).orElse("")));
    }

    private static Future<Reply> prefer(Platform platform, CiString session) {
        var wishes = new ChargingPreferences(
                ProfileType.GREEN,
                Optional.of(platform.lab().clock().instant().plus(Duration.ofHours(8))),
                Optional.of(BigDecimal.valueOf(20)),
                Optional.empty());
        return platform.calling(PartnershipTriggers.last(platform))
                .call(Sessions.PUT_PREFERENCES, Map.of("session_id", session.value()), "", Document.of(wishes));
    }

    /** A driver is offered preferences only where the EVSE takes them. Spec: mod_sessions_set_charging_preferences. */
    private static Future<?> requireCapable(EmspNode.Parts parts, CiString id) {
        Party owner = PartnershipTriggers.last(parts.platform()).party();
        return parts.sessions()
                .find(Keys.of(owner, id.value()))
                .compose(session -> session.isEmpty()
                        ? Future.succeededFuture()
                        : parts.locations()
                                .find(Keys.of(
                                        owner,
                                        session.get().value().locationId().value()))
                                .map(location -> requireCapable(
                                        location.map(Document::value),
                                        session.get().value().evseUid())));
    }

    private static boolean requireCapable(Optional<Location> location, CiString evseUid) {
        Optional<Evse> evse = location.flatMap(found -> found.evse(evseUid));
        if (evse.isPresent() && !evse.get().capabilities().contains(Capability.CHARGING_PREFERENCES_CAPABLE)) {
            throw Refusal.bad("set-charging-preferences: EVSE " + evseUid + " takes none");
        }
        return true;
    }
}
