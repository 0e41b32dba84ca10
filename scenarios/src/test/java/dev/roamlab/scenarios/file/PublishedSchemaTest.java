package dev.roamlab.scenarios.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roamlab.scenarios.vocabulary.Verb;
import dev.roamlab.scenarios.vocabulary.Vocabulary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class PublishedSchemaTest {
    private static final Path SCHEMA = Path.of("src/main/resources/schema/scenario.schema.json");

    /** Run with {@code -Droamlab.update=true} after a change of the vocabulary. */
    @Test
    void the_published_schema_is_the_one_that_the_vocabulary_makes() throws IOException {
        String made = SchemaMaker.make().toPrettyString() + "\n";
        if (Boolean.getBoolean("roamlab.update")) {
            Files.writeString(SCHEMA, made);
        }

        assertThat(Files.readString(SCHEMA)).isEqualTo(made);
    }

    @Test
    void the_authors_guide_explains_every_verb_and_argument() throws IOException {
        String guide = Files.readString(Path.of("../docs/scenario-authoring.md"));

        for (Verb verb : Vocabulary.verbs()) {
            assertThat(guide).contains("`" + verb.name() + "`").contains(verb.summary());
            verb.parameters()
                    .forEach(parameter -> assertThat(guide)
                            .as("argument %s of %s", parameter.name(), verb.name())
                            .contains("`" + parameter.name() + "`"));
        }
    }
}
