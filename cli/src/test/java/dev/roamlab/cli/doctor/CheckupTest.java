package dev.roamlab.cli.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.roamlab.cli.CliRun;
import dev.roamlab.cli.doctor.Finding.Level;
import dev.roamlab.cli.terminal.Look;
import dev.roamlab.ocpi.json.Json;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CheckupTest {
    private static final long GIB = 1024L * 1024 * 1024;

    /** A machine on which all is well, until a test spoils it. */
    private static final class FakeMachine implements Machine {
        int java = 17;
        boolean bits64 = true;
        long heap = GIB;
        Optional<Path> maven = Optional.of(Path.of("/usr/bin/mvn"));
        Optional<String> port = Optional.empty();
        Optional<String> loopback = Optional.empty();
        long free = 20 * GIB;
        boolean writable = true;
        Optional<FileLimit> files = Optional.of(new FileLimit(20_000, 20_000));
        Instant now = Instant.parse("2026-11-21T12:00:00Z");
        Duration fileClock = Duration.ofMillis(3);
        Optional<String> rules = Optional.of("2026a");
        Look look = Look.PLAIN;

        @Override
        public int javaFeature() {
            return java;
        }

        @Override
        public String javaName() {
            return java + ".0.1 (Somebody)";
        }

        @Override
        public boolean is64Bit() {
            return bits64;
        }

        @Override
        public long maxHeapBytes() {
            return heap;
        }

        @Override
        public Optional<Path> maven() {
            return maven;
        }

        @Override
        public Optional<String> portTrouble(int number) {
            return port;
        }

        @Override
        public Optional<String> loopbackTrouble() {
            return loopback;
        }

        @Override
        public OptionalLong freeBytes(Path folder) {
            return OptionalLong.of(free);
        }

        @Override
        public boolean isWritable(Path folder) {
            return writable;
        }

        @Override
        public Path temporaryFolder() {
            return Path.of("/tmp");
        }

        @Override
        public Optional<FileLimit> fileLimit() {
            return files;
        }

        @Override
        public Instant now() {
            return now;
        }

        @Override
        public Optional<Duration> fileClockOffset() {
            return Optional.of(fileClock);
        }

        @Override
        public Optional<String> timeZoneRules() {
            return rules;
        }

        @Override
        public Look look() {
            return look;
        }

        @Override
        public boolean hasTerminal() {
            return true;
        }
    }

    private static Finding finding(String check, Consumer<FakeMachine> spoil) {
        FakeMachine machine = new FakeMachine();
        spoil.accept(machine);
        return new Checkup(machine, List.of(8000), Path.of("data"))
                .findings().stream()
                        .filter(finding -> finding.check().equals(check))
                        .findFirst()
                        .orElseThrow();
    }

    private static void assertFinding(
            String check, Level level, String found, String mend, Consumer<FakeMachine> spoil) {
        Finding finding = finding(check, spoil);

        assertThat(finding.level()).isEqualTo(level);
        assertThat(finding.found()).contains(found);
        assertThat(finding.mend().orElse("")).contains(mend);
    }

    @Test
    void a_sound_machine_has_nothing_to_mend() {
        assertThat(new Checkup(new FakeMachine(), List.of(8000, 8001), Path.of("data")).findings())
                .hasSize(12)
                .allSatisfy(finding -> assertThat(finding.level()).isEqualTo(Level.OK));
    }

    @Test
    void every_trouble_is_named_with_its_cure() {
        assertFinding("java", Level.FAIL, "too old", "JDK 17", machine -> machine.java = 11);
        assertFinding("java", Level.WARN, "32 bits", "64-bit", machine -> machine.bits64 = false);
        assertFinding("memory", Level.WARN, "little", "-Xmx", machine -> machine.heap = 1);
        assertFinding(
                "maven", Level.WARN, "not found", "apt install maven", machine -> machine.maven = Optional.empty());
        assertFinding("port 8000", Level.FAIL, "in use", "--cpo-port", machine -> machine.port = Optional.of("in use"));
        assertFinding("loopback", Level.FAIL, "fail", "ip link", machine -> machine.loopback = Optional.of("timeout"));
        assertFinding("store", Level.FAIL, "too little", "--store", machine -> machine.free = 1);
        assertFinding("store", Level.WARN, "500 MB", "--store", machine -> machine.free = 500L * 1024 * 1024);
        assertFinding("store", Level.FAIL, "cannot be written", "--store", machine -> machine.writable = false);
        assertFinding("temp", Level.FAIL, "cannot be written", "tmpdir", machine -> machine.writable = false);
        assertFinding("clock", Level.FAIL, "cannot be", "Set the clock", machine -> machine.now = Instant.EPOCH);
        assertFinding(
                "clock",
                Level.WARN,
                "60 s away",
                "Set the clock",
                machine -> machine.fileClock = Duration.ofMinutes(-1));
        assertFinding("time zones", Level.FAIL, "no rules", "tzdb", machine -> machine.rules = Optional.empty());
        assertFinding(
                "terminal", Level.WARN, "not UTF-8", "LANG", machine -> machine.look = new Look(true, false, 100));
        assertFinding("terminal", Level.WARN, "60 columns", "80", machine -> machine.look = new Look(true, true, 60));
    }

    @ParameterizedTest
    @CsvSource({
        "1024,4096,WARN,262 chargers,ulimit -n 4096",
        "1024,1024,WARN,262 chargers,limits.conf",
        "256,256,FAIL,0 chargers,limits.conf",
        "65536,65536,OK,32518 chargers,''"
    })
    void a_limit_on_open_files_is_told_in_chargers(long soft, long hard, Level level, String found, String mend) {
        assertFinding(
                "open files",
                level,
                found,
                mend,
                machine -> machine.files = Optional.of(new Machine.FileLimit(soft, hard)));
    }

    @Test
    void limits_are_read_as_linux_writes_them() {
        List<String> lines = List.of(
                "Limit                     Soft Limit           Hard Limit           Units     ",
                "Max open files            1024                 unlimited            files     ");

        assertThat(ThisMachine.limitIn(lines)).contains(new Machine.FileLimit(1024, Long.MAX_VALUE));
    }

    @Test
    void port_0_is_not_looked_at() {
        assertThat(new Checkup(new FakeMachine(), List.of(0), Path.of("data")).findings())
                .noneMatch(finding -> finding.check().startsWith("port"));
    }

    @Test
    void a_port_in_use_makes_the_command_end_with_1() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            CliRun run = CliRun.of("doctor", "--emsp-port", "0", "--cpo-port", "" + taken.getLocalPort());

            assertThat(run.exit()).isEqualTo(1);
            assertThat(run.out()).contains("✗ port " + taken.getLocalPort(), "to mend");
        }
    }

    @Test
    void json_has_the_worst_level_and_every_check() throws Exception {
        CliRun run = CliRun.of("doctor", "--emsp-port", "0", "--cpo-port", "0", "--json");

        JsonNode json = Json.parse(run.out());
        assertThat(json.path("format").asInt()).isEqualTo(1);
        assertThat(json.path("result").asText()).isIn("ok", "warn", "fail");
        assertThat(json.path("checks")).hasSize(10);
        assertThat(json.at("/checks/0/check").asText()).isEqualTo("java");
    }
}
