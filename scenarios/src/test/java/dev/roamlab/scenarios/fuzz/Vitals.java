package dev.roamlab.scenarios.fuzz;

import com.sun.management.UnixOperatingSystemMXBean;
import io.vertx.core.Future;
import java.lang.management.ManagementFactory;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What a leak would make grow.
 *
 * @param files open files, sockets among them; 0 where the system does not tell
 * @param heapBytes in use after a collection
 */
record Vitals(
        long files,
        Set<String> threads,
        long heapBytes,
        int emspPartners,
        int cpoPartners,
        int deliveries,
        long waitingCdrs,
        long stations,
        int sessions) {

    static Vitals of(FuzzLab lab) throws Exception {
        int[] emsp = lab.ask(parts -> Future.succeededFuture(new int[] {
            parts.platform().partners().all().size(),
            parts.platform().deliveries().waiting()
        }));
        return FuzzLab.wait(lab.cpo.ask(parts -> Future.succeededFuture(new Vitals(
                openFiles(),
                threadNames(),
                heap(),
                emsp[0],
                parts.platform().partners().all().size(),
                emsp[1] + parts.platform().deliveries().waiting(),
                parts.cdrs().waiting(),
                parts.stations().connected(),
                parts.charges().all().size()))));
    }

    private static long openFiles() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix
                ? unix.getOpenFileDescriptorCount()
                : 0;
    }

    /** Pools grow to their size and stay there, or shrink by themselves: their threads are left out. */
    private static Set<String> threadNames() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> !name.matches("vert\\.x-.*|surefire.*|globalEventExecutor.*"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static long heap() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    /** Whether nothing is under way any more. */
    boolean isQuiet() {
        return deliveries == 0 && waitingCdrs == 0 && stations == 0;
    }
}
