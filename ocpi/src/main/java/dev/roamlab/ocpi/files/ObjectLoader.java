package dev.roamlab.ocpi.files;

import com.fasterxml.jackson.databind.JsonNode;
import dev.roamlab.ocpi.json.Dialect;
import dev.roamlab.ocpi.json.Document;
import dev.roamlab.ocpi.json.InvalidObject;
import dev.roamlab.ocpi.json.Problem;
import dev.roamlab.ocpi.types.OcpiVersion;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongConsumer;

/**
 * Takes the valid objects of a file and says precisely why it does not take the others. One bad object costs only itself.
 *
 * @param <T> what the file holds
 */
public final class ObjectLoader<T extends Record> {
    private final Class<T> type;
    private final Function<JsonNode, OcpiVersion> versionOf;
    private final Function<T, String> identity;

    /**
     * A loader for one kind of object.
     *
     * @param versionOf recognises the version in which an object is written
     * @param identity what makes an object unique, such as {@code NL-TNM/LOC1}; compared without regard to case
     */
    public ObjectLoader(Class<T> type, Function<JsonNode, OcpiVersion> versionOf, Function<T, String> identity) {
        this.type = type;
        this.versionOf = versionOf;
        this.identity = identity;
    }

    /**
     * What came of a file.
     *
     * @param objects elements found, valid or not
     * @param taken how many were given to the taker
     * @param refused how many were not
     * @param refusals each rule broken, in the order of the file; a refused object has at least one
     */
    public record Outcome(Path file, int objects, int taken, int refused, List<Refusal> refusals) {
        public Outcome {
            refusals = List.copyOf(refusals);
        }
    }

    /**
     * Reads a file from its beginning to its end.
     *
     * @param taker is given each valid object, in the model's form, as it is read
     * @param bytesRead is told now and then how many bytes of the file have been read
     * @throws UnreadableFile when nothing, or no more, can be read; what the taker was given until then is to be dropped
     */
    public Outcome load(Path file, Consumer<Document<T>> taker, LongConsumer bytesRead) throws UnreadableFile {
        Walk walk = new Walk(taker);
        ObjectFile.walk(file, walk, bytesRead);
        return new Outcome(file, walk.objects, walk.objects - walk.refused, walk.refused, walk.refusals);
    }

    private final class Walk implements ObjectFile.Visitor {
        private final Consumer<Document<T>> taker;
        private final List<Refusal> refusals = new ArrayList<>();
        private final Map<String, Integer> lineOf = new HashMap<>();
        private int objects;
        private int refused;

        Walk(Consumer<Document<T>> taker) {
            this.taker = taker;
        }

        @Override
        public void object(JsonNode json, int line, int column) {
            objects++;
            Dialect dialect = Dialect.of(json.isObject() ? versionOf.apply(json) : OcpiVersion.V2_3_0);
            try {
                Document<T> object = Document.read(type, dialect.read(type, json, false));
                String id = identity.apply(object.value());
                Integer earlier = lineOf.putIfAbsent(id.toLowerCase(Locale.ROOT), line);
                if (earlier == null) {
                    taker.accept(object);
                } else {
                    refuse(new Refusal(
                            line, column, "", "unique in the file; line " + earlier + " has it already", id));
                }
            } catch (InvalidObject invalid) {
                refused++;
                for (Problem problem : invalid.problems()) {
                    refusals.add(new Refusal(
                            line, column, dialect.pointerOnWire(problem.pointer()), problem.rule(), problem.value()));
                }
            }
        }

        @Override
        public void malformedLine(String reason, int line, int column) {
            objects++;
            refuse(new Refusal(line, column, "", "one JSON object per line: " + reason, ""));
        }

        private void refuse(Refusal refusal) {
            refused++;
            refusals.add(refusal);
        }
    }
}
