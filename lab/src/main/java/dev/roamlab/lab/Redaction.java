package dev.roamlab.lab;

import dev.roamlab.lab.Exchange.Message;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Replaces secrets by short hashes: equal secrets stay recognisable as equal, and nobody can use them. */
public final class Redaction {
    private static final Pattern TOKEN_MEMBER =
            Pattern.compile("(\"(?:token|AuthorizationKey)\"\\s*:\\s*\")((?:[^\"\\\\]|\\\\.)*)(\")");
    /** OCPP 1.6: a configuration key, with its value before or behind it. */
    private static final Pattern KEY_AND_VALUE =
            Pattern.compile("\\{[^{}]*\"key\"\\s*:\\s*\"AuthorizationKey\"[^{}]*}");

    private static final Pattern VALUE =
            Pattern.compile("(\"(?:value|attributeValue)\"\\s*:\\s*\")((?:[^\"\\\\]|\\\\.)*)(\")");
    private static final Pattern UNICODE = Pattern.compile("\\\\u([0-9a-fA-F]{4})");
    private static final Pattern TOKEN_SCHEME = Pattern.compile("(?i)^(token|basic|bearer)\\s+(.*)$");

    /**
     * A header's value as it stands in a command or in prose. Words and place-holders such as {@code $TOKEN} are no secret,
     * and without a scheme in front only what has a digit is taken for one.
     */
    private static final Pattern AUTHORIZATION = Pattern.compile(
            "(?i)(\\bAuthorization\\b['\"]?\\s*[:=]\\s*['\"]?(?:(?:token|basic|bearer)\\s+|(?=\\S*\\d)))"
                    + "([\\w+/=.~:-]{8,})(?![\\w(])");

    private static final Pattern FINGERPRINT = Pattern.compile("token#[0-9a-f]{6}");

    private Redaction() {}

    /** {@code token#} and six hexadecimal digits that identify, but do not reveal, a secret. */
    public static String fingerprint(String secret) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
            return "token#" + HexFormat.of().formatHex(digest, 0, 3);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }

    static Message of(Message message) {
        Map<String, String> headers = new LinkedHashMap<>();
        message.headers()
                .forEach((name, value) ->
                        headers.put(name, name.equalsIgnoreCase("Authorization") ? authorization(value) : value));
        return new Message(message.line(), headers, body(message.body()));
    }

    /**
     * A message body without its credentials tokens and station passwords; a token object, which is not a secret, stays. In
     * a 2.0.1 message about a station's password all values go, for which is which takes more than a glance.
     */
    public static String body(String body) {
        String clean = body;
        if (body.contains("\"token\"") || body.contains("\"AuthorizationKey\"")) {
            clean = hidden(TOKEN_MEMBER, clean);
            clean = KEY_AND_VALUE
                    .matcher(clean)
                    .replaceAll(pair -> Matcher.quoteReplacement(hidden(VALUE, pair.group())));
        }
        return body.contains("BasicAuthPassword") ? hidden(VALUE, clean) : clean;
    }

    /**
     * Prose or a command in which messages may be quoted, without what {@link #body} takes out and without the values of
     * Authorization headers. What is clean already stays as it is.
     */
    public static String text(String text) {
        return AUTHORIZATION
                .matcher(body(text))
                .replaceAll(match -> Matcher.quoteReplacement(match.group(1) + once(decoded(match.group(2)))));
    }

    private static String hidden(Pattern member, String text) {
        return member.matcher(text)
                .replaceAll(match ->
                        Matcher.quoteReplacement(match.group(1) + once(plain(match.group(2))) + match.group(3)));
    }

    /** A hash of a hash would no longer show that two secrets are equal. */
    private static String once(String secret) {
        return FINGERPRINT.matcher(secret).matches() ? secret : fingerprint(secret);
    }

    /** The secret behind a JSON string, so that it shows the same hash here and in a header. */
    private static String plain(String escaped) {
        return UNICODE.matcher(escaped)
                .replaceAll(
                        code -> Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(code.group(1), 16))))
                .replaceAll("\\\\([\"\\\\/])", "$1");
    }

    private static String authorization(String value) {
        Matcher scheme = TOKEN_SCHEME.matcher(value.trim());
        return scheme.matches()
                ? scheme.group(1) + " " + fingerprint(decoded(scheme.group(2).trim()))
                : fingerprint(value);
    }

    /** The token behind a Base64 header, so that header and body of one secret show one hash. */
    private static String decoded(String value) {
        try {
            String text = new String(Base64.getDecoder().decode(value), StandardCharsets.UTF_8);
            return text.chars().allMatch(c -> c >= 0x20 && c < 0x7f) ? text : value;
        } catch (IllegalArgumentException raw) {
            return value;
        }
    }
}
