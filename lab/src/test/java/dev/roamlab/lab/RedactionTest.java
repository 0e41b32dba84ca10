package dev.roamlab.lab;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.roamlab.lab.Exchange.Message;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedactionTest {
    private static final String SECRET = "s3cret/\"token\\";
    private static final String HASH = Redaction.fingerprint(SECRET);

    @Test
    void a_fingerprint_identifies_and_does_not_reveal() {
        assertThat(HASH).matches("token#[0-9a-f]{6}").isEqualTo(Redaction.fingerprint(SECRET));
        assertThat(HASH).isNotEqualTo(Redaction.fingerprint("other"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Authorization", "authorization"})
    void a_header_shows_one_hash_raw_or_in_base64(String name) {
        String encoded = Base64.getEncoder().encodeToString(SECRET.getBytes(UTF_8));

        assertThat(header(name, "Token " + encoded)).isEqualTo("Token " + HASH);
        assertThat(header(name, "Token " + SECRET)).isEqualTo("Token " + HASH);
        assertThat(header(name, "Basic " + encoded)).isEqualTo("Basic " + HASH);
        assertThat(header(name, SECRET)).isEqualTo(HASH);
        assertThat(header("X-Request-ID", "abc")).isEqualTo("abc");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"token\":\"S\",\"url\":\"https://x\"}",
                "{ \"url\" : \"https://x\", \"token\" : \"S\" }",
                "[2,\"1\",\"ChangeConfiguration\",{\"key\":\"AuthorizationKey\",\"value\":\"S\"}]",
                "[2,\"1\",\"ChangeConfiguration\",{\"value\":\"S\",\"key\":\"AuthorizationKey\"}]",
                "[3,\"1\",{\"configurationKey\":[{\"key\":\"A\",\"value\":\"B\"},{\"key\":\"AuthorizationKey\",\"readonly\":false,\"value\":\"S\"}]}]",
                "[2,\"1\",\"SetVariables\",{\"setVariableData\":[{\"attributeValue\":\"S\",\"component\":{\"name\":\"SecurityCtrlr\"},\"variable\":{\"name\":\"BasicAuthPassword\"}}]}]",
                "{\"AuthorizationKey\":\"S\"}",
            })
    void a_secret_in_a_body_shows_the_same_hash(String body) {
        String sent = body.replace("\"S\"", "\"s3cret\\/\\\"token\\\\\"");

        assertThat(Redaction.body(sent)).isEqualTo(body.replace("\"S\"", "\"" + HASH + "\""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no json",
                "{\"token\":{\"uid\":\"04A1\",\"type\":\"RFID\"}}",
                "{\"key\":\"HeartbeatInterval\",\"value\":\"60\"}",
                "[2,\"1\",\"ChangeConfiguration\",{\"key\":\"X\",\"value\":\"$1\\\\u0041\"}]",
                "{\"token_uid\":\"04A1\"}"
            })
    void what_is_no_secret_stays(String body) {
        assertThat(Redaction.body(body)).isEqualTo(body);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "curl -H 'Authorization: Token s3cr3t-4711' http://127.0.0.1/",
                "curl -H 'Authorization: Token czNjcjN0LTQ3MTE=' http://127.0.0.1/",
                "expected 401, got 200 for Authorization: s3cr3t-4711",
                "got {\"token\" : \"s3cr3t-4711\"}"
            })
    void a_secret_quoted_in_prose_shows_the_same_hash(String text) {
        String clean = Redaction.text(text);

        assertThat(clean).contains(Redaction.fingerprint("s3cr3t-4711")).doesNotContain("s3cr3t", "czNjcjN0");
        assertThat(Redaction.text(clean)).isEqualTo(clean);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "curl -H \"Authorization: Token $TOKEN_C\" http://127.0.0.1/",
                "Authorization: header is missing",
                "Authorization: Token base64(token) is expected",
                "The Authorization header was sent twice"
            })
    void prose_without_a_secret_stays(String text) {
        assertThat(Redaction.text(text)).isEqualTo(text);
    }

    private static String header(String name, String value) {
        return Redaction.of(new Message("GET /", Map.of(name, value), ""))
                .headers()
                .getOrDefault(name, "");
    }
}
