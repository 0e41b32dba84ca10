package dev.roamlab.cli.doctor;

import dev.roamlab.cli.terminal.Environment;
import dev.roamlab.cli.terminal.Look;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/** The facts that a checkup judges. A test supplies others. */
public interface Machine {

    /** The machine this process runs on. */
    static Machine thisOne(Environment environment, Look look) {
        return new ThisMachine(environment, look);
    }

    /** Feature number of the running JDK, such as 17. */
    int javaFeature();

    /** Version and vendor of the running JDK, in words. */
    String javaName();

    /** Whether its pointers have 64 bits. */
    boolean is64Bit();

    /** The most memory that this process may take for objects, bytes. */
    long maxHeapBytes();

    /** Where Maven is, if it is. */
    Optional<Path> maven();

    /** Why a port of the loopback address cannot be listened on; empty when it can. */
    Optional<String> portTrouble(int port);

    /** Why a connection over the loopback address carries no data; empty when it does. */
    Optional<String> loopbackTrouble();

    /** Free space where a folder is, or is to be; empty when that cannot be told. */
    OptionalLong freeBytes(Path folder);

    /** Whether a folder, or the nearest that exists above it, can be written to. */
    boolean isWritable(Path folder);

    /** The folder for temporary files. */
    Path temporaryFolder();

    /** How many files and sockets this process may open; empty when that cannot be told. */
    Optional<FileLimit> fileLimit();

    /** The time of the system clock. */
    Instant now();

    /** How far the clock of the file system is from that; empty when no file can be written. */
    Optional<Duration> fileClockOffset();

    /** Name of the release of the time zone rules, such as 2025a; empty when there are none. */
    Optional<String> timeZoneRules();

    /** What the output can show. */
    Look look();

    /** Whether the output is a terminal. */
    boolean hasTerminal();

    /**
     * A limit on open files.
     *
     * @param soft what holds now; the JVM has raised it to {@code hard} already where it could
     * @param hard what it can be raised to without privileges
     */
    record FileLimit(long soft, long hard) {}
}
