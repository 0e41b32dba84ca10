package dev.roamlab.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/** A table in Markdown, as it stands in the documentation. */
final class Table {
    private final List<String> rows = new ArrayList<>();

    Table(String... columns) {
        row(columns);
        row(Collections.nCopies(columns.length, "---").toArray(String[]::new));
    }

    Table row(String... cells) {
        rows.add(List.of(cells).stream().collect(Collectors.joining(" | ", "| ", " |")));
        return this;
    }

    void print() {
        System.out.println();
        rows.forEach(System.out::println);
        System.out.println();
    }
}
