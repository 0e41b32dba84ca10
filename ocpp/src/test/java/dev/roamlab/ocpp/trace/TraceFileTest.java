package dev.roamlab.ocpp.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.roamlab.ocpp.link.FrameTap.Way;
import dev.roamlab.ocpp.trace.TraceLine.Event;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TraceFileTest {
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    @Test
    void a_line_survives_the_file() {
        List<TraceLine> lines = List.of(
                new TraceLine(NOON, NOON, "CP-1", "1.6", Event.OPEN, Optional.empty(), ""),
                new TraceLine(NOON, NOON, "CP-1", "1.6", Event.FRAME, Optional.of(Way.TO_CSMS), "[2,\"1\",\"x\",{}]"),
                new TraceLine(NOON, NOON, "CP-1", "", Event.CLOSE, Optional.empty(), "1000"));
        String recording = lines.stream().map(TraceFile::write).collect(Collectors.joining("\n"));

        assertThat(TraceFile.read(recording, "t.jsonl")).isEqualTo(lines);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "nonsense | t.jsonl:2: no JSON",
                "{} | t.jsonl:2: event: missing, must be a text",
                "{'event':'ope'} | t.jsonl:2: event: 'ope', must be one of open, frame, close",
                "{'event':'open','lab':'noon'} | t.jsonl:2: lab: 'noon', must be a moment",
            })
    void mistakes_are_named(String line, String complaint) {
        assertThatThrownBy(() -> TraceFile.read("\n" + line.replace('\'', '"'), "t.jsonl"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(complaint);
    }
}
