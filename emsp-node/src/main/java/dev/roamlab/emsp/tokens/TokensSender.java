package dev.roamlab.emsp.tokens;

import dev.roamlab.node.Platform;
import dev.roamlab.node.objects.ListEndpoint;
import dev.roamlab.ocpi.http.Answer;
import dev.roamlab.ocpi.http.Call;
import dev.roamlab.ocpi.http.OcpiException;
import dev.roamlab.ocpi.http.StatusCode;
import dev.roamlab.ocpi.json.Document;
import dev.roamlab.ocpi.tokens.AllowedType;
import dev.roamlab.ocpi.tokens.AuthorizationInfo;
import dev.roamlab.ocpi.tokens.LocationReferences;
import dev.roamlab.ocpi.tokens.Token;
import dev.roamlab.ocpi.tokens.TokenType;
import dev.roamlab.ocpi.tokens.Tokens;
import dev.roamlab.ocpi.types.CiString;
import dev.roamlab.ocpi.types.DisplayText;
import io.vertx.core.Future;
import java.util.Optional;

/** Tokens, sender interface: the list, and real-time authorisation. Spec: mod_tokens_emsp_interface. */
public final class TokensSender {
    private final Platform platform;
    private final Drivers drivers;

    /** Prepares the interface; {@link #serve} offers it. */
    public TokensSender(Platform platform, Drivers drivers) {
        this.platform = platform;
        this.drivers = drivers;
    }

    /** Offers the interface. */
    public void serve() {
        platform.serveList(
                Tokens.LIST,
                ListEndpoint.toAll(drivers.tokens(), platform.settings().pageLimit()));
        platform.server().serve(Tokens.AUTHORIZE, this::authorize);
    }

    private Future<Answer<AuthorizationInfo>> authorize(Call<LocationReferences> call) {
        String uid = call.segment("token_uid");
        TokenType type = Optional.ofNullable(call.query().get("type"))
                .map(TokenType::new)
                .orElse(TokenType.RFID);
        Optional<LocationReferences> place = call.body().map(Document::value);
        return drivers.find(uid, type, call.dialect())
                .map(found -> found.orElseThrow(
                                () -> OcpiException.unknownToken("no token " + uid + " of type " + type + " is ours"))
                        .value())
                .compose(token -> drivers.contract(token.contractId().value())
                        .map(contract -> Answer.of(decide(token, contract, place))));
    }

    private AuthorizationInfo decide(Token token, Optional<Contract> contract, Optional<LocationReferences> place) {
        if (Authorization.needsPlace(contract, place)) {
            throw OcpiException.of(
                    StatusCode.NOT_ENOUGH_INFORMATION,
                    "this contract is good at some locations only; send LocationReferences");
        }
        AllowedType allowed = Authorization.decide(
                token, contract, place, platform.lab().clock().instant());
        boolean yes = allowed == AllowedType.ALLOWED;
        return new AuthorizationInfo(
                allowed,
                token,
                yes ? place : Optional.empty(),
                yes ? Optional.of(new CiString(platform.lab().ids().uuid())) : Optional.empty(),
                message(allowed));
    }

    /** A sentence for the station's display. */
    private static Optional<DisplayText> message(AllowedType allowed) {
        String text = switch (allowed) {
            case ALLOWED -> "";
            case BLOCKED -> "This card is blocked. Please call your provider.";
            case EXPIRED -> "Your contract has ended.";
            case NO_CREDIT -> "Your credit is used up.";
            case NOT_ALLOWED -> "Your contract is not valid at this location.";
        };
        return text.isEmpty() ? Optional.empty() : Optional.of(new DisplayText("en", text));
    }
}
