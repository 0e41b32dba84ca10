package dev.roamlab.ocpi.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.roamlab.ocpi.Fixtures;
import dev.roamlab.ocpi.json.Binder;
import dev.roamlab.ocpi.json.Document;
import dev.roamlab.ocpi.json.Json;
import dev.roamlab.ocpi.locations.Location;
import dev.roamlab.ocpi.types.CiString;
import dev.roamlab.ocpi.types.OcpiVersion;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ObjectLoaderTest {
    private final ObjectLoader<Location> loader = new ObjectLoader<>(
            Location.class,
            json -> OcpiVersion.V2_3_0,
            location -> location.id().value());
    private final List<Document<Location>> taken = new ArrayList<>();

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"[%s,%s]", "{\"status_code\":1000,\"data\":[%s,%s]}", "%s\n%s\n", "\n%s\n\n  %s", "%s %s"})
    void every_common_form_gives_its_objects(String form) throws Exception {
        var outcome = load(form.formatted(location("A"), location("B")));

        assertThat(ids()).containsExactly("A", "B");
        assertThat(outcome.refusals()).isEmpty();
        assertThat(outcome.objects()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"%s", "{\"data\":%s,\"status_code\":1000}"})
    void a_single_object_is_one_object(String form) throws Exception {
        load(form.formatted(location("A")));

        assertThat(ids()).containsExactly("A");
    }

    @Test
    void gzip_is_recognised_by_its_content() throws Exception {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(("[" + location("A") + "]").getBytes(StandardCharsets.UTF_8));
        }

        Files.write(file(), packed.toByteArray());
        loader.load(file(), taken::add, bytes -> {});

        assertThat(ids()).containsExactly("A");
    }

    @Test
    void a_refused_object_names_position_pointer_rule_and_value_and_spares_the_others() throws Exception {
        ObjectNode broken = tree("B");
        broken.put("country", "Netherlands").remove("city");

        var outcome = load("[\n" + location("A") + ",\n  " + broken + ",\n" + location("C") + "]");

        assertThat(ids()).containsExactly("A", "C");
        assertThat(outcome.refused()).isEqualTo(1);
        assertThat(outcome.refusals()).extracting(Refusal::line).containsOnly(3);
        assertThat(outcome.refusals()).extracting(Refusal::column).containsOnly(3);
        assertThat(outcome.refusals()).extracting(Refusal::pointer).contains("/city");
    }

    @Test
    void a_bad_line_among_lines_is_refused_alone() throws Exception {
        var outcome = load(location("A") + "\n{oops\n" + location("C") + "\n");

        assertThat(ids()).containsExactly("A", "C");
        assertThat(outcome.refusals()).singleElement().satisfies(refusal -> {
            assertThat(refusal.line()).isEqualTo(2);
            assertThat(refusal.rule()).contains("one JSON object per line");
        });
    }

    @Test
    void the_second_of_two_equal_ids_is_refused_and_the_first_is_named() throws Exception {
        var outcome = load("[" + location("A") + ",\n" + location("a") + "]");

        assertThat(ids()).containsExactly("A");
        assertThat(outcome.refusals().get(0).rule()).contains("line 1");
    }

    @Test
    void a_file_that_is_not_json_is_refused_as_a_whole_with_its_place() {
        assertThatThrownBy(() -> load("[\n" + location("A") + ",\n nonsense]"))
                .isInstanceOf(UnreadableFile.class)
                .hasMessageContaining("line 3")
                .hasMessageContaining(file().toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   \n "})
    void an_empty_file_is_refused(String text) {
        assertThatThrownBy(() -> load(text)).isInstanceOf(UnreadableFile.class).hasMessageContaining("empty");
    }

    @Test
    void a_missing_file_is_refused() {
        assertThatThrownBy(() -> loader.load(folder.resolve("none.json"), taken::add, bytes -> {}))
                .isInstanceOf(UnreadableFile.class)
                .hasMessageContaining("no such file");
    }

    @Test
    void an_element_that_is_no_object_is_refused() throws Exception {
        var outcome = load("[" + location("A") + ", 42]");

        assertThat(outcome.refused()).isEqualTo(1);
        assertThat(ids()).containsExactly("A");
    }

    private ObjectLoader.Outcome load(String text) throws UnreadableFile, IOException {
        Files.writeString(file(), text);
        return loader.load(file(), taken::add, bytes -> {});
    }

    private Path file() {
        return folder.resolve("locations.json");
    }

    private List<String> ids() {
        return taken.stream().map(document -> document.value().id().value()).toList();
    }

    private static ObjectNode tree(String id) {
        return Binder.encode(Fixtures.aLocation().id(new CiString(id)).build());
    }

    private static String location(String id) {
        return Json.write(tree(id));
    }
}
