package dev.roamlab.conformance.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.ExecutionContext;
import com.networknt.schema.Format;
import com.networknt.schema.ValidationContext;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Pattern;

/** The values of {@code format} in the schemas: what a pattern cannot judge. Values of another JSON type are left to {@code type}. */
enum Notation implements Format {
    PRINTABLE("printable", "no control characters", texts(Notation::printable)),
    DATE_TIME("date-time-notation", "a DateTime such as 2026-07-01T12:00:00Z", texts(Moments::judge)),
    ABSOLUTE_URL("absolute-url", "an absolute URL", texts(Notation::url)),
    COUNTRY("iso-3166-1-alpha-2", "a country code of ISO 3166-1 alpha-2", texts(Codes::country)),
    COUNTRY_3("iso-3166-1-alpha-3", "a country code of ISO 3166-1 alpha-3", texts(Codes::country3)),
    CURRENCY("iso-4217", "a currency code of ISO 4217", texts(Codes::currency)),
    LANGUAGE("iso-639-1", "a language code of ISO 639-1", texts(Codes::language)),
    TIME_ZONE("time-zone", "a name of the IANA time zone database", texts(Codes::timeZone)),
    LATITUDE("latitude", "a latitude with five to seven decimals, as a string", texts(text -> degrees(text, 2, 90))),
    LONGITUDE(
            "longitude", "a longitude with five to seven decimals, as a string", texts(text -> degrees(text, 3, 180))),
    BASE64("base64", "Base64", texts(Notation::base64)),
    INTEGER("integer-notation", "an integer without decimals", Notation::integer);

    private static final Pattern BASE64_TEXT = Pattern.compile("[A-Za-z0-9+/_-]*={0,2}");

    private final String name;
    private final String words;
    private final Function<JsonNode, Verdict> judge;

    Notation(String name, String words, Function<JsonNode, Verdict> judge) {
        this.name = name;
        this.words = words;
        this.judge = judge;
    }

    /** The notation that a schema names. */
    static Notation named(String name) {
        return Arrays.stream(values())
                .filter(each -> each.name.equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no notation " + name));
    }

    @Override
    public String getName() {
        return name;
    }

    @Override
    public boolean matches(ExecutionContext execution, ValidationContext validation, JsonNode value) {
        return judge(value) == Verdict.GOOD;
    }

    Verdict judge(JsonNode value) {
        return judge.apply(value);
    }

    String words() {
        return words;
    }

    private static Function<JsonNode, Verdict> texts(Function<String, Verdict> judge) {
        return value -> value.isTextual() ? judge.apply(value.textValue()) : Verdict.GOOD;
    }

    private static Verdict printable(String text) {
        return Verdict.badUnless(text.chars().noneMatch(Character::isISOControl));
    }

    private static Verdict url(String text) {
        try {
            URI uri = new URI(text);
            String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
            // The authority and not the host, which is null for names with an underscore, as in many containers.
            return Verdict.badUnless(scheme.matches("https?") && uri.getRawAuthority() != null);
        } catch (URISyntaxException malformed) {
            return Verdict.BAD;
        }
    }

    private static Verdict degrees(String text, int digits, int most) {
        if (!text.matches("-?[0-9]{1," + digits + "}\\.[0-9]{5,7}")) {
            return Verdict.BAD;
        }
        return Verdict.badUnless(Math.abs(Double.parseDouble(text)) <= most);
    }

    private static Verdict base64(String text) {
        return Verdict.badUnless(BASE64_TEXT.matcher(text).matches());
    }

    private static Verdict integer(JsonNode value) {
        boolean integral =
                value.isNumber() && value.decimalValue().stripTrailingZeros().scale() <= 0;
        return integral && !value.isIntegralNumber() ? Verdict.DOUBTFUL : Verdict.GOOD;
    }
}
