package dev.roamlab.conformance.tester;

/** Tokens that an eMSP under test pushes; the type belongs to the key. Spec: mod_tokens_cpo_interface. */
final class TokensReceiver extends ObjectReceiver {
    TokensReceiver() {
        super(true, false);
    }

    @Override
    String key(Incoming incoming) {
        return super.key(incoming) + "/" + incoming.query().getOrDefault("type", "RFID");
    }

    @Override
    String idField() {
        return "uid";
    }

    @Override
    com.fasterxml.jackson.databind.node.ObjectNode present(Shelf held, String key) {
        return held.get(key).orElseThrow(() -> new Refused(404, 2004, key + " is not known"));
    }
}
