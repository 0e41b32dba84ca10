package dev.roamlab.cli.price;

import com.fasterxml.jackson.databind.JsonNode;
import dev.roamlab.cli.options.InputFile;
import dev.roamlab.cli.shell.UserError;
import dev.roamlab.ocpi.json.Json;
import dev.roamlab.ocpi.json.MalformedJson;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/** Reads JSON from a file: one document, or one on each line. */
final class JsonFile {
    private JsonFile() {}

    /**
     * A document and where it stands.
     *
     * @param where the file, and the line if there are several documents in it
     */
    record Part(String where, JsonNode json) {}

    /**
     * Reads all documents of a file, at least one.
     *
     * @throws UserError with file, line and column when it is not JSON
     */
    static List<Part> read(InputFile file, InputStream standardInput) {
        String text = file.text(standardInput);
        if (text.isBlank()) {
            throw new UserError(file.name() + " is empty.", "It has to hold JSON.");
        }
        try {
            return List.of(new Part(file.name(), Json.parse(text)));
        } catch (MalformedJson broken) {
            List<String> lines = text.lines().toList();
            if (isOnePerLine(lines)) {
                return eachLine(file, lines);
            }
            throw malformed(file, String.valueOf(broken.getMessage()));
        }
    }

    private static boolean isOnePerLine(List<String> lines) {
        List<String> filled = lines.stream().filter(line -> !line.isBlank()).toList();
        if (filled.size() < 2) {
            return false;
        }
        try {
            return Json.parse(filled.get(0)).isContainerNode();
        } catch (MalformedJson broken) {
            return false;
        }
    }

    private static List<Part> eachLine(InputFile file, List<String> lines) {
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).isBlank()) {
                continue;
            }
            try {
                parts.add(new Part(file.name() + ", line " + (i + 1), Json.parse(lines.get(i))));
            } catch (MalformedJson broken) {
                throw malformed(
                        file, String.valueOf(broken.getMessage()).replaceFirst("^line \\d+", "line " + (i + 1)));
            }
        }
        return parts;
    }

    private static UserError malformed(InputFile file, String why) {
        // The parser points to where a bracket was opened, wrapped in what only programmers want to know.
        String plain = why.replaceAll(
                "\\(start marker at \\[Source: .*?; line: (\\d+), column: (\\d+)]\\)", "opened in line $1");
        return new UserError(file.name() + " is not JSON: " + plain + ".", "Correct it there and try again.");
    }
}
