package dev.roamlab.conformance.sutfile;

import dev.roamlab.conformance.catalogue.SpecVersion;
import dev.roamlab.conformance.catalogue.Spelled;
import dev.roamlab.conformance.subject.Party;
import dev.roamlab.conformance.subject.SutRole;
import dev.roamlab.conformance.yaml.Meant;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads single values that describe a system under test; what it does not take, it refuses with rule and value. */
public final class Words {
    private static final Pattern DURATION = Pattern.compile("(\\d{1,6})\\s*([a-z]+)");
    private static final Map<String, Duration> UNITS = Map.of(
            "ms", Duration.ofMillis(1),
            "s", Duration.ofSeconds(1),
            "m", Duration.ofMinutes(1),
            "min", Duration.ofMinutes(1),
            "h", Duration.ofHours(1));
    private static final Pattern PARTY = Pattern.compile("([A-Za-z]{2})[/*-]?([A-Za-z0-9]{3})");
    private static final Pattern LISTEN = Pattern.compile("(\\[[0-9A-Fa-f:.]+]|[^:\\s/]+)(?::(\\d{1,5}))?");
    private static final int MAX_PORT = 65_535;
    private static final List<String> MODULES = List.of(
            "credentials",
            "locations",
            "sessions",
            "cdrs",
            "tariffs",
            "tokens",
            "commands",
            "chargingprofiles",
            "hubclientinfo",
            "payments",
            "bookings",
            "invoicereconciliation");

    private static final List<String> PUSHED = List.of("locations", "sessions", "cdrs", "tariffs", "tokens");

    private Words() {}

    /** An absolute http or https URL. */
    public static URI url(String text) {
        try {
            URI url = new URI(text);
            if (url.getHost() == null || !List.of("http", "https").contains(scheme(url))) {
                throw new IllegalArgumentException("must be a URL that begins with http:// or https://, found " + text);
            }
            return url;
        } catch (URISyntaxException broken) {
            throw new IllegalArgumentException("must be a URL, found " + text + " (" + broken.getReason() + ")");
        }
    }

    private static String scheme(URI url) {
        return url.getScheme() == null ? "" : url.getScheme().toLowerCase(Locale.ROOT);
    }

    /** A URL without query; a slash at its end is dropped. */
    public static URI origin(String text) {
        URI url = url(text);
        if (url.getQuery() != null || url.getFragment() != null) {
            throw new IllegalArgumentException("must be a URL without query, found " + text);
        }
        return URI.create(text.replaceAll("/+$", ""));
    }

    /** A credentials token: printable ASCII, at most 64 characters. */
    static String secret(String text) {
        if (!text.matches("[\\x21-\\x7e]{1,64}")) {
            throw new IllegalArgumentException("must be 1 to 64 printable ASCII characters without spaces, found "
                    + text.length() + " characters");
        }
        return text;
    }

    /** {@code cpo} or {@code emsp}. */
    public static SutRole role(String text) {
        return spelled(SutRole.class, text.toLowerCase(Locale.ROOT));
    }

    /** {@code 2.2.1} or {@code 2.3.0}. */
    public static SpecVersion version(String text) {
        return spelled(SpecVersion.class, text);
    }

    /** {@code NL/TSA}. */
    public static Party party(String text) {
        Matcher parts = PARTY.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException(
                    "must be a country code of 2 letters and a party id of 3 letters or digits, as NL/TSA, found "
                            + text);
        }
        return new Party(parts.group(1).toUpperCase(Locale.ROOT), parts.group(2).toUpperCase(Locale.ROOT));
    }

    /** {@code HOST:PORT} or {@code HOST}. */
    public static Given.Listen listen(String text) {
        Matcher parts = LISTEN.matcher(text);
        int port = parts.matches() && parts.group(2) != null ? Integer.parseInt(parts.group(2)) : 0;
        if (!parts.matches() || port > MAX_PORT) {
            throw new IllegalArgumentException(
                    "must be HOST:PORT with a port from 0 (any) to 65535, as 0.0.0.0:8090, found " + text);
        }
        return new Given.Listen(parts.group(1).replaceAll("[\\[\\]]", ""), port);
    }

    /** {@code 500ms}, {@code 30s}, {@code 5min}, {@code 1h}; more than nothing. */
    public static Duration duration(String text) {
        Matcher parts = DURATION.matcher(text.toLowerCase(Locale.ROOT));
        if (!parts.matches() || !UNITS.containsKey(parts.group(2)) || Integer.parseInt(parts.group(1)) == 0) {
            throw new IllegalArgumentException(
                    "must be a time with its unit, as 500ms, 30s, 5min or 1h, found " + text);
        }
        return UNITS.get(parts.group(2)).multipliedBy(Integer.parseInt(parts.group(1)));
    }

    /** A whole number from 1 on. */
    static int count(String text) {
        if (!text.matches("[1-9]\\d{0,8}")) {
            throw new IllegalArgumentException("must be a whole number from 1 to 999999999, found " + text);
        }
        return Integer.parseInt(text);
    }

    /** A decimal number that is not negative. */
    static BigDecimal amount(String text) {
        if (!text.matches("\\d{1,9}(\\.\\d{1,9})?")) {
            throw new IllegalArgumentException("must be a number from 0 on, as 0.01, found " + text);
        }
        return new BigDecimal(text);
    }

    /** A module whose objects are pushed. */
    static String pushed(String text) {
        if (!PUSHED.contains(text)) {
            throw new IllegalArgumentException("must be a module that is pushed, found " + text + Meant.by(text, PUSHED)
                    + " (" + String.join(", ", PUSHED) + ")");
        }
        return text;
    }

    static boolean yesNo(String text) {
        if (!text.equals("true") && !text.equals("false")) {
            throw new IllegalArgumentException("must be true or false, found " + text);
        }
        return text.equals("true");
    }

    static String id(String text) {
        return text;
    }

    static String module(String text) {
        if (!MODULES.contains(text)) {
            throw new IllegalArgumentException("must be a module id of OCPI, found " + text + Meant.by(text, MODULES)
                    + " (" + String.join(", ", MODULES) + ")");
        }
        return text;
    }

    private static <E extends Enum<E> & Spelled> E spelled(Class<E> type, String text) {
        List<String> all =
                Arrays.stream(type.getEnumConstants()).map(Spelled::spelling).toList();
        return Spelled.find(type, text)
                .orElseThrow(() -> new IllegalArgumentException(
                        "must be " + String.join(" or ", all) + ", found " + text + Meant.by(text, all)));
    }
}
