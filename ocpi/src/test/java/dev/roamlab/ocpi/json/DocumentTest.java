package dev.roamlab.ocpi.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.roamlab.ocpi.Golden;
import dev.roamlab.ocpi.locations.Location;
import dev.roamlab.ocpi.tokens.Token;
import dev.roamlab.ocpi.tokens.TokenBuilder;
import dev.roamlab.ocpi.types.OcpiVersion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DocumentTest {
    @ParameterizedTest
    @EnumSource(OcpiVersion.class)
    void fields_that_nobody_here_knows_come_out_as_they_went_in_at_any_depth(OcpiVersion version) throws Exception {
        Dialect dialect = Dialect.of(version);
        for (Golden golden : Golden.values()) {
            if (version == OcpiVersion.V2_2_1 && golden == Golden.HUB_CREDENTIALS) {
                continue;
            }
            JsonNode wire = golden.json(version).deepCopy();
            salt(wire);

            Document<?> document = dialect.decode(golden.type(), wire);

            assertThat(Json.write(sorted(dialect.write(golden.type(), Json.parseOwn(document.text())))))
                    .as(golden + " " + version)
                    .isEqualTo(Json.write(sorted(wire)));
        }
    }

    @Test
    void a_merge_replaces_adds_and_takes_away_whole_fields() throws Exception {
        Document<Token> token = golden(Golden.TOKEN, Token.class);

        Document<Token> merged =
                token.merge((ObjectNode) Json.parse("{\"valid\":false,\"group_id\":null,\"x_colour\":\"red\"}"));

        assertThat(merged.value().valid()).isFalse();
        assertThat(merged.value().groupId()).isEmpty();
        assertThat(merged.json().path("x_colour").asText()).isEqualTo("red");
        assertThat(merged.value().uid()).isEqualTo(token.value().uid());
        assertThat(token.json().path("group_id").isMissingNode()).isFalse();
    }

    @Test
    void a_merge_that_takes_away_what_is_required_is_refused() {
        assertThatThrownBy(() ->
                        golden(Golden.TOKEN, Token.class).merge(Json.object().putNull("uid")))
                .isInstanceOf(InvalidObject.class)
                .hasMessageContaining("/uid");
    }

    @Test
    void another_value_keeps_the_unknown_fields_of_the_same_objects() throws Exception {
        JsonNode wire = Golden.LOCATION.json(OcpiVersion.V2_3_0).deepCopy();
        salt(wire);
        Document<Location> location = Document.read(Location.class, wire);

        Document<Location> same = location.with(location.value());

        assertThat(Json.write(sorted(same.json()))).isEqualTo(Json.write(sorted(wire)));
    }

    @Test
    void another_value_says_what_is_new() throws Exception {
        Document<Token> token =
                golden(Golden.TOKEN, Token.class).merge(Json.object().put("x_colour", "red"));

        Document<Token> changed =
                token.with(TokenBuilder.builder(token.value()).valid(false).build());

        assertThat(changed.json().path("valid").asBoolean(true)).isFalse();
        assertThat(changed.json().path("x_colour").asText()).isEqualTo("red");
    }

    static <T extends Record> Document<T> golden(Golden golden, Class<T> type) throws InvalidObject {
        return Document.read(type, golden.json(OcpiVersion.V2_3_0));
    }

    /** Adds an unknown field to every object in a tree. */
    static void salt(JsonNode json) {
        json.forEach(DocumentTest::salt);
        if (json instanceof ObjectNode object) {
            object.putObject("extra").put("who", "knows").putNull("none");
        }
    }

    private static JsonNode sorted(JsonNode json) {
        if (json instanceof ObjectNode object) {
            ObjectNode sorted = Json.object();
            object.properties().stream()
                    .sorted(java.util.Map.Entry.comparingByKey())
                    .forEach(field -> sorted.set(field.getKey(), sorted(field.getValue())));
            return sorted;
        }
        if (json.isArray()) {
            var array = Json.array();
            json.forEach(element -> array.add(sorted(element)));
            return array;
        }
        return json;
    }
}
