package dev.roamlab.cpo.tokens;

import dev.roamlab.node.objects.ObjectCollection;
import dev.roamlab.ocpi.http.Answer;
import dev.roamlab.ocpi.http.Call;
import dev.roamlab.ocpi.http.OcpiException;
import dev.roamlab.ocpi.http.OcpiServer;
import dev.roamlab.ocpi.json.Document;
import dev.roamlab.ocpi.operations.Operation.Nothing;
import dev.roamlab.ocpi.tokens.Token;
import dev.roamlab.ocpi.tokens.TokenType;
import dev.roamlab.ocpi.tokens.Tokens;
import dev.roamlab.ocpi.types.InvalidField;
import dev.roamlab.ocpi.types.Party;
import io.vertx.core.Future;
import java.util.Locale;

/** Tokens as eMSPs push them. Spec: mod_tokens_cpo_interface. */
public final class TokensReceiver {
    private final TokenCache tokens;

    private TokensReceiver(TokenCache tokens) {
        this.tokens = tokens;
    }

    /** Puts the interface on a server. */
    public static void serve(OcpiServer server, TokenCache tokens) {
        TokensReceiver receiver = new TokensReceiver(tokens);
        server.serve(Tokens.GET, receiver::get);
        server.serve(Tokens.PUT, receiver::put);
        server.serve(Tokens.PATCH, receiver::patch);
    }

    private Future<Answer<Token>> get(Call<Nothing> call) {
        return tokens.find(call.owner(), uid(call), type(call))
                .map(found -> Answer.of(found.orElseThrow(() -> OcpiException.notFound(
                        "there is no " + type(call).value() + " token " + uid(call) + " of yours here"))));
    }

    private Future<Answer<Nothing>> put(Call<Token> call) {
        Document<Token> token = call.object();
        requireSame(call, call.owner(), token.value());
        return tokens.put(token).map(created -> created ? Answer.created() : Answer.done());
    }

    private Future<Answer<Nothing>> patch(Call<Token> call) {
        Party owner = call.owner();
        return tokens.patch(owner, uid(call), type(call), call.changes(), known -> {
                    Document<Token> changed = ObjectCollection.merge(known, call.changes());
                    requireSame(call, owner, changed.value());
                    return changed;
                })
                .map(changed -> Answer.done());
    }

    /** Spec: mod_tokens_cpo_put_request_parameters; 2001 as the general rules advise. */
    private static void requireSame(Call<?> call, Party owner, Token token) {
        requireSame("country_code/party_id", owner, TokenCache.owner(token));
        requireSame("uid", uid(call).toLowerCase(Locale.ROOT), token.uid().folded());
        if (!type(call).equals(token.type())) {
            throw OcpiException.invalid("/type: " + token.type() + ", but the URL speaks of " + type(call)
                    + "; name the type in the query, as in ?type=" + token.type());
        }
    }

    private static void requireSame(String field, Object inUrl, Object inBody) {
        if (!inUrl.equals(inBody)) {
            throw OcpiException.invalid("/" + field + ": " + inBody + ", but the URL speaks of " + inUrl);
        }
    }

    private static String uid(Call<?> call) {
        return call.segment("token_uid");
    }

    private static TokenType type(Call<?> call) {
        String given = call.query().get("type");
        try {
            return given == null || given.isBlank() ? TokenType.RFID : new TokenType(given);
        } catch (InvalidField odd) {
            throw OcpiException.invalid("type in the query: " + odd.getMessage());
        }
    }
}
