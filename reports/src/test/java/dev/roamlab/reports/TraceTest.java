package dev.roamlab.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import dev.roamlab.lab.Exchange;
import dev.roamlab.lab.Exchange.Message;
import dev.roamlab.lab.Exchange.Protocol;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TraceTest {
    @TempDir
    Path dir;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void any_exchange_comes_back_as_it_was(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 2_000; i++) {
            Exchange exchange = any(random, i);

            String line = TraceJson.line(exchange);

            assertThat(line).doesNotContain("\n", "\r").matches("\\p{ASCII}+");
            Exchange back = TraceJson.parse(line);
            assertThat(back).isEqualTo(exchange);
            assertThat(List.copyOf(back.request().headers().keySet()))
                    .isEqualTo(List.copyOf(exchange.request().headers().keySet()));
        }
    }

    @Test
    void what_is_appended_while_a_run_goes_on_is_read_back_in_order() throws Exception {
        Random random = new Random(9);
        List<Exchange> exchanges =
                IntStream.range(0, 5_000).mapToObj(id -> any(random, id)).toList();
        Path file = dir.resolve("made/on/the/way/trace.jsonl");

        try (TraceWriter writer = TraceWriter.open(file)) {
            exchanges.forEach(writer);
        }

        assertThat(read(file)).isEqualTo(exchanges);
    }

    @Test
    void half_a_last_line_is_passed_over() throws Exception {
        Exchange whole = any(new Random(1), 1);
        String line = TraceJson.line(whole);
        Path file = dir.resolve("trace.jsonl");
        Files.writeString(file, line + "\n" + line.substring(0, line.length() / 2));

        assertThat(read(file)).containsExactly(whole);
    }

    @Test
    void a_line_that_is_no_exchange_is_named() throws Exception {
        String line = TraceJson.line(any(new Random(1), 1));
        Path file = dir.resolve("trace.jsonl");

        Files.writeString(file, line + "\nnonsense\n" + line + "\n");
        assertThatIOException().isThrownBy(() -> read(file)).withMessageStartingWith("trace.jsonl:2: not JSON: ");

        Files.writeString(file, line + "\n{\"id\":1}\n");
        assertThatIOException().isThrownBy(() -> read(file)).withMessage("trace.jsonl:2: member protocol is missing");

        Files.writeString(file, line.replace("\"OCP", "\"XCP") + "\n");
        assertThatIOException()
                .isThrownBy(() -> read(file))
                .withMessageStartingWith("trace.jsonl:1: protocol is \"XCP");
    }

    private static List<Exchange> read(Path file) throws Exception {
        List<Exchange> read = new ArrayList<>();
        TraceReader.read(file, read::add);
        return read;
    }

    private static Exchange any(Random random, long id) {
        Instant time = Instant.ofEpochSecond(random.nextLong(4_000_000_000L), random.nextInt(1_000_000_000));
        return new Exchange(
                id,
                random.nextBoolean() ? Protocol.OCPI : Protocol.OCPP,
                text(random),
                text(random),
                text(random),
                text(random),
                text(random),
                time,
                time.plusNanos(random.nextInt()),
                Duration.ofNanos(random.nextLong(1L << 60)),
                message(random),
                random.nextBoolean() ? Optional.of(message(random)) : Optional.empty(),
                random.nextBoolean() ? Optional.of(text(random)) : Optional.empty(),
                IntStream.range(0, random.nextInt(3))
                        .mapToObj(i -> text(random))
                        .toList());
    }

    private static Message message(Random random) {
        Map<String, String> headers = new LinkedHashMap<>();
        for (int i = random.nextInt(5); i > 0; i--) {
            headers.put("X-" + (char) ('!' + random.nextInt(94)), text(random)); // HTTP allows ASCII only in names
        }
        return new Message(text(random), headers, text(random));
    }

    /** Any chars at all: control characters, quotes, halves of surrogate pairs. */
    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(12); i > 0; i--) {
            text.append((char) random.nextInt(random.nextBoolean() ? 0x80 : 0x10000));
        }
        return text.toString();
    }
}
