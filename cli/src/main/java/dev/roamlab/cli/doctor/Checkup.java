package dev.roamlab.cli.doctor;

import dev.roamlab.cli.doctor.Machine.FileLimit;
import dev.roamlab.cli.terminal.Look;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** Judges whether a lab will run on a machine. */
public final class Checkup {
    private static final int OLDEST_JAVA = 17;
    private static final long MIB = 1024 * 1024;
    private static final long SCARCE_HEAP = 256 * MIB;
    private static final long SCARCE_DISK = 1024 * MIB;
    private static final long NO_DISK = 50 * MIB;
    private static final int SOCKETS_PER_CHARGER = 2;
    private static final int RESERVED_FILES = 500;
    private static final int COMFORTABLE_FILES = 4096;
    private static final Duration CLOCK_TOLERANCE = Duration.ofSeconds(2);
    private static final Instant EARLIEST = Instant.parse("2025-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2100-01-01T00:00:00Z");
    private static final int COMFORTABLE_WIDTH = 80;

    private final Machine machine;
    private final List<Integer> ports;
    private final Path store;

    /**
     * A checkup.
     *
     * @param ports to listen on; 0 is always free
     * @param store the folder for data, which need not exist yet
     */
    public Checkup(Machine machine, List<Integer> ports, Path store) {
        this.machine = machine;
        this.ports = List.copyOf(ports);
        this.store = store;
    }

    /** What was found, in the order in which a lab needs it. */
    public List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        findings.add(java());
        findings.add(memory());
        findings.add(maven());
        findings.add(loopback());
        ports.stream().filter(port -> port != 0).map(this::port).forEach(findings::add);
        findings.add(disk("store", store, "Make room, or name another folder with --store DIR."));
        findings.add(disk(
                "temp",
                machine.temporaryFolder(),
                "Make room, or name another folder with JAVA_TOOL_OPTIONS=-Djava.io.tmpdir=DIR."));
        findings.add(openFiles());
        findings.add(clock());
        findings.add(timeZones());
        findings.add(terminal());
        return findings;
    }

    private Finding java() {
        String install = "Install a 64-bit JDK 17 or newer (Debian and Ubuntu: apt install openjdk-17-jdk-headless).";
        if (machine.javaFeature() < OLDEST_JAVA) {
            return Finding.fail("java", machine.javaName() + " is too old.", install);
        }
        return machine.is64Bit()
                ? Finding.ok("java", machine.javaName() + ", 64 bits")
                : Finding.warn(
                        "java", machine.javaName() + " has 32 bits, which makes large fleets impossible.", install);
    }

    private Finding memory() {
        long heap = machine.maxHeapBytes();
        String found = "up to " + megabytes(heap) + " for objects";
        return heap >= SCARCE_HEAP
                ? Finding.ok("memory", found)
                : Finding.warn("memory", found + ", which is little.", "Allow more with ROAMLAB_JAVA_OPTIONS=-Xmx1g.");
    }

    private Finding maven() {
        return machine.maven()
                .map(mvn -> Finding.ok("maven", mvn + " (only building needs it)"))
                .orElseGet(() -> Finding.warn(
                        "maven",
                        "not found: this program runs, but cannot be built anew.",
                        "Install Maven 3.8.6 or newer (Debian and Ubuntu: apt install maven)."));
    }

    private Finding loopback() {
        return machine.loopbackTrouble()
                .map(why -> Finding.fail(
                        "loopback",
                        "connections within this machine fail: " + why + ".",
                        "Bring the interface up (ip link set lo up), and let the firewall pass 127.0.0.1."))
                .orElseGet(() -> Finding.ok("loopback", "connections within this machine work"));
    }

    private Finding port(int port) {
        return machine.portTrouble(port)
                .map(why -> Finding.fail(
                        "port " + port,
                        "cannot be listened on: " + why + ".",
                        "End the program that uses it (find it with: ss -ltnp), or choose other ports with --emsp-port"
                                + " and --cpo-port (0 takes any free one)."))
                .orElseGet(() -> Finding.ok("port " + port, "free"));
    }

    private Finding disk(String check, Path folder, String mend) {
        String path = folder.toAbsolutePath().normalize().toString();
        if (!machine.isWritable(folder)) {
            return Finding.fail(check, path + " cannot be written to.", mend);
        }
        OptionalLong free = machine.freeBytes(folder);
        if (free.isEmpty()) {
            return Finding.warn(check, path + ": free space unknown.", "See to it that there is 1 GB.");
        }
        String found = path + ", " + megabytes(free.getAsLong()) + " free";
        if (free.getAsLong() < NO_DISK) {
            return Finding.fail(check, found + ", which is too little.", mend);
        }
        return free.getAsLong() < SCARCE_DISK
                ? Finding.warn(check, found + ": enough for a demo, not for a long run.", mend)
                : Finding.ok(check, found);
    }

    private Finding openFiles() {
        return machine.fileLimit()
                .map(this::openFiles)
                .orElseGet(() -> Finding.ok("open files", "limit unknown on this system"));
    }

    private Finding openFiles(FileLimit limit) {
        if (limit.soft() == Long.MAX_VALUE) {
            return Finding.ok("open files", "no limit");
        }
        long chargers = Math.max(0, (limit.soft() - RESERVED_FILES) / SOCKETS_PER_CHARGER);
        String found = limit.soft() + " (hard limit " + (limit.hard() == Long.MAX_VALUE ? "none" : limit.hard())
                + "): room for about " + chargers + " chargers in one process";
        if (limit.soft() >= COMFORTABLE_FILES) {
            return Finding.ok("open files", found);
        }
        String mend = limit.hard() > limit.soft()
                ? "Raise it for this shell: ulimit -n " + Math.min(limit.hard(), 65_536) + "."
                : "Raise the hard limit: 'nofile' in /etc/security/limits.conf, LimitNOFILE= in a systemd unit, or"
                        + " docker run --ulimit nofile=65536.";
        return chargers == 0
                ? Finding.fail("open files", found + ".", mend)
                : Finding.warn("open files", found + ".", mend);
    }

    private Finding clock() {
        Instant now = machine.now();
        String set = "Set the clock, best by a time service (timedatectl set-ntp true).";
        if (now.isBefore(EARLIEST) || now.isAfter(LATEST)) {
            return Finding.fail("clock", "says " + now + ", which cannot be.", set);
        }
        Duration offset = machine.fileClockOffset().orElse(Duration.ZERO).abs();
        return offset.compareTo(CLOCK_TOLERANCE) <= 0
                ? Finding.ok("clock", now.truncatedTo(java.time.temporal.ChronoUnit.SECONDS) + ", files agree")
                : Finding.warn(
                        "clock",
                        "files are stamped " + offset.toSeconds() + " s away from the system's time.",
                        set + " On a network drive: mend its server's clock, too.");
    }

    private Finding timeZones() {
        return machine.timeZoneRules()
                .map(release -> Finding.ok("time zones", "rules of " + release))
                .orElseGet(() -> Finding.fail(
                        "time zones",
                        "this JDK has no rules, so tariffs with hours cannot be priced.",
                        "Use a complete JDK; its file lib/tzdb.dat is missing or cut down."));
    }

    private Finding terminal() {
        Look look = machine.look();
        String found = (machine.hasTerminal() ? "a terminal, " : "no terminal but a pipe or file, ")
                + (look.unicode() ? "UTF-8" : "not UTF-8") + ", " + (look.colour() ? "colours" : "no colours") + ", "
                + look.width() + " columns";
        if (!look.unicode()) {
            return Finding.warn(
                    "terminal",
                    found + ": plain signs stand in for arrows.",
                    "Set a UTF-8 locale: export LANG=C.UTF-8.");
        }
        return look.width() < COMFORTABLE_WIDTH
                ? Finding.warn("terminal", found + ".", "Make the window at least 80 columns wide; 100 is best.")
                : Finding.ok("terminal", found);
    }

    private static String megabytes(long bytes) {
        return bytes >= 10 * SCARCE_DISK ? bytes / SCARCE_DISK + " GB" : bytes / MIB + " MB";
    }
}
