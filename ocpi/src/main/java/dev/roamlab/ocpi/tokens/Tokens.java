package dev.roamlab.ocpi.tokens;

import static dev.roamlab.ocpi.operations.Operation.receiver;
import static dev.roamlab.ocpi.operations.Operation.sender;
import static dev.roamlab.ocpi.versions.ModuleId.TOKENS;

import dev.roamlab.ocpi.operations.Operation;
import dev.roamlab.ocpi.operations.Operation.Nothing;

/** Tokens: owned by the eMSP, pushed to CPOs, authorised in real time. Spec: mod_tokens_tokens_module. */
public final class Tokens {
    private static final String OBJECT = "/{country_code}/{party_id}/{token_uid}";

    public static final Operation<Nothing, Token> LIST = sender(TOKENS).list("", Token.class);
    public static final Operation<LocationReferences, AuthorizationInfo> AUTHORIZE = sender(TOKENS)
            .postWithOptionalBody("/{token_uid}/authorize", LocationReferences.class, AuthorizationInfo.class);

    public static final Operation<Nothing, Token> GET = receiver(TOKENS).get(OBJECT, Token.class);
    public static final Operation<Token, Nothing> PUT = receiver(TOKENS).put(OBJECT, Token.class);
    public static final Operation<Token, Nothing> PATCH = receiver(TOKENS).patch(OBJECT, Token.class);

    private Tokens() {}
}
