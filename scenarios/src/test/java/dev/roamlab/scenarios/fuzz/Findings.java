package dev.roamlab.scenarios.fuzz;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** What went wrong, each with the case that can be made again. */
final class Findings {
    private final List<String> all = new CopyOnWriteArrayList<>();

    void add(String what, Object oneCase) {
        all.add(what + "\n" + oneCase);
    }

    int count() {
        return all.size();
    }

    List<String> all() {
        return all;
    }
}
