package dev.roamlab.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Locale;

/** What processes take of the machine, as the kernel counts it; 0 where it does not tell. */
final class Machine {
    private static final long TICKS_PER_SECOND = 100;

    private Machine() {}

    /** One sentence for the head of a table. */
    static String described() {
        return String.format(
                Locale.ROOT,
                "%s, %d cores, %.0f GiB, load before the start %s, %s %s",
                LocalDate.now(),
                Runtime.getRuntime().availableProcessors(),
                field("/proc/meminfo", "MemTotal:") / 1024.0 / 1024 / 1024,
                text("/proc/loadavg").replaceAll("^(\\S+).*", "$1").strip(),
                System.getProperty("java.vm.name"),
                System.getProperty("java.runtime.version"));
    }

    /** Proportional share of memory of all of them, in bytes: pages that several share count once. */
    static long pss(Collection<Long> pids) {
        return pids.stream()
                .mapToLong(pid -> field("/proc/" + pid + "/smaps_rollup", "Pss:"))
                .sum();
    }

    /** What the kernel keeps for itself, sockets above all, in bytes. */
    static long slab() {
        return field("/proc/meminfo", "Slab:");
    }

    /** Processor time of all of them so far, user and system, in milliseconds. */
    static long cpuMillis(Collection<Long> pids) {
        return pids.stream().mapToLong(Machine::ticks).sum() * 1000 / TICKS_PER_SECOND;
    }

    private static long ticks(long pid) {
        String stat = text("/proc/" + pid + "/stat");
        String[] fields = stat.substring(stat.lastIndexOf(')') + 1).strip().split(" ");
        return fields.length < 13 ? 0 : Long.parseLong(fields[11]) + Long.parseLong(fields[12]);
    }

    private static long field(String file, String name) {
        return text(file)
                .lines()
                .filter(line -> line.startsWith(name))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
                .findFirst()
                .orElse(0);
    }

    private static String text(String file) {
        try {
            return Files.readString(Path.of(file));
        } catch (IOException notLinuxOrGone) {
            return "";
        }
    }
}
