package dev.roamlab.emsp.commands;

import dev.roamlab.ocpi.tokens.Token;

/** A command that was not sent, because its driver's token is not valid. */
public final class TokenNotValid extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TokenNotValid(String command, Token token) {
        super(command + ": token " + token.uid()
                + " has valid = false, and an eMSP sends only tokens that may charge; unblock"
                + " it, or take another");
    }
}
