package dev.roamlab.ocpi.http;

/** Names of the HTTP headers that OCPI defines. Compared without regard to case. */
public final class Headers {
    public static final String AUTHORIZATION = "Authorization";
    public static final String REQUEST_ID = "X-Request-ID";
    public static final String CORRELATION_ID = "X-Correlation-ID";
    public static final String TOTAL_COUNT = "X-Total-Count";
    public static final String LIMIT = "X-Limit";
    public static final String LINK = "Link";
    public static final String LOCATION = "Location";
    public static final String FROM_COUNTRY = "OCPI-from-country-code";
    public static final String FROM_PARTY = "OCPI-from-party-id";
    public static final String TO_COUNTRY = "OCPI-to-country-code";
    public static final String TO_PARTY = "OCPI-to-party-id";

    private Headers() {}
}
