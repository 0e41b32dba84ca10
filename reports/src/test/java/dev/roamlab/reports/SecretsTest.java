package dev.roamlab.reports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roamlab.lab.Exchange;
import dev.roamlab.lab.Exchange.Message;
import dev.roamlab.lab.Exchange.Protocol;
import dev.roamlab.lab.ExchangeLog;
import dev.roamlab.lab.ExchangeLog.Start;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever a run was told in confidence is in none of its reports. */
class SecretsTest {
    private static final String SECRET = "s3cr3t-4711-token-c";
    private static final String ENCODED = Base64.getEncoder().encodeToString(SECRET.getBytes(StandardCharsets.UTF_8));

    @TempDir
    Path dir;

    @Test
    void no_file_of_a_report_holds_a_token() throws Exception {
        ReportWriter.write(dir, run());

        try (Stream<Path> files = Files.walk(dir).filter(Files::isRegularFile)) {
            assertThat(files.toList())
                    .hasSizeGreaterThan(6)
                    .allSatisfy(file -> assertThat(Files.readString(file))
                            .doesNotContain(SECRET)
                            .doesNotContain(ENCODED));
        }
    }

    private static Run run() {
        List<Exchange> exchanges = new ArrayList<>();
        ExchangeLog log = new ExchangeLog(Clock.fixed(Runs.START, ZoneOffset.UTC));
        log.subscribe(exchanges::add);
        record(log, "Token " + ENCODED);
        record(log, "Token " + SECRET);
        record(log, SECRET);
        RequirementResult failed = RequirementResultBuilder.builder(
                        Runs.conformance().requirements().get(1))
                .message("answered {\"token\":\"" + SECRET + "\"}")
                .notes(List.of("sent Authorization: " + SECRET))
                .deviations(List.of(new Deviation(
                        "a new token, not {\"token\": \"" + SECRET + "\"}",
                        "{\"token\":\"" + SECRET + "\"}",
                        Optional.of(1L),
                        List.of("/data/token"),
                        Optional.of("curl -X POST -H 'Authorization: Token " + ENCODED + "' -d '{\"token\":\"" + SECRET
                                + "\"}' http://127.0.0.1/"))))
                .exchanges(List.of(1L, 2L, 3L))
                .build();
        return RunBuilder.builder(Runs.conformance())
                .results(List.of(failed))
                .exchanges(exchanges)
                .build();
    }

    private static void record(ExchangeLog log, String authorization) {
        Message credentials = new Message(
                "POST http://127.0.0.1/credentials",
                Map.of("Authorization", authorization),
                "{\"token\":\"" + SECRET + "\",\"url\":\"http://127.0.0.1/versions\"}");
        log.begin(new Start(Protocol.OCPI, "2.2.1", "POST credentials", "suite", "cpo", "m", "c", credentials))
                .answered(
                        new Message("200", Map.of(), "{\"data\":{\"token\":\"" + SECRET + "\"},\"status_code\":1000}"));
    }
}
