package dev.roamlab.ocpp.security;

/** How a station and its CSMS make sure of each other. Spec: OCPP 2.0.1, A00; OCPP 1.6 security whitepaper, section 2. */
public enum SecurityProfile {
    /** Not at all. */
    NONE,
    /** The station has a password; nothing is encrypted. */
    BASIC,
    /** TLS, where the CSMS has a certificate and the station a password. */
    TLS_BASIC,
    /** TLS, where both have a certificate. */
    MUTUAL_TLS;

    /**
     * The profile with this number.
     *
     * @throws IllegalArgumentException when it is not 0 to 3
     */
    public static SecurityProfile of(int number) {
        if (number < 0 || number >= values().length) {
            throw new IllegalArgumentException("security profile: " + number + ", must be 0 to 3");
        }
        return values()[number];
    }

    /** 0 to 3. */
    public int number() {
        return ordinal();
    }

    /** Whether everything is encrypted, so that the CSMS is at {@code wss://}. */
    public boolean tls() {
        return this == TLS_BASIC || this == MUTUAL_TLS;
    }

    /** Whether the station shows a password. */
    public boolean password() {
        return this == BASIC || this == TLS_BASIC;
    }
}
