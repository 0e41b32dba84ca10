package dev.roamlab.conformance.sutfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.roamlab.conformance.catalogue.SpecVersion;
import dev.roamlab.conformance.subject.Party;
import dev.roamlab.conformance.subject.Sut;
import dev.roamlab.conformance.subject.Sut.Startable;
import dev.roamlab.conformance.subject.SutRole;
import dev.roamlab.conformance.trigger.TriggerKind;
import dev.roamlab.conformance.yaml.BadFile;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SutFileTest {
    private static final String LEAST = """
            versions_url: https://ocpi.example.com/versions
            token_a: s3cret
            role: cpo
            """;

    @Test
    void three_fields_are_enough() {
        Sut sut = read(LEAST);

        assertThat(sut.versionsUrl()).hasToString("https://ocpi.example.com/versions");
        assertThat(sut.token()).isEqualTo("s3cret");
        assertThat(sut.role()).isEqualTo(SutRole.CPO);
        assertThat(sut.versions()).isEmpty();
        assertThat(sut.tester().party()).isEqualTo(new Party("NL", "TSA"));
        assertThat(sut.tester().listenHost()).isEqualTo("127.0.0.1");
        assertThat(sut.timings()).isEqualTo(Sut.Timings.DEFAULT);
        assertThat(sut.limits().destructive()).isTrue();
        assertThat(sut.triggers().byName()).isEmpty();
    }

    @Test
    void house_rules_and_tolerances_are_read() {
        Sut sut = read(LEAST + """
                profile:
                  max_answer_ms: 2000
                  max_page_size: 1000
                  max_date_window_days: 31
                  routing_headers: always
                  require_https: true
                  require_push: [locations, tariffs]
                tolerances: {clock: 5min, money: 0.05, energy_kwh: 0.01}
                """);

        assertThat(sut.profile().maxAnswer()).contains(Duration.ofSeconds(2));
        assertThat(sut.profile().maxPageSize()).contains(1000);
        assertThat(sut.profile().maxDateWindowDays()).contains(31);
        assertThat(sut.profile().pushed()).containsExactlyInAnyOrder("locations", "tariffs");
        for (int number = 1; number <= 6; number++) {
            assertThat(sut.profile().declares("PRO-00" + number)).isTrue();
            assertThat(read(LEAST).profile().declares("PRO-00" + number)).isFalse();
        }
        assertThat(sut.tolerances().clock()).isEqualTo(Duration.ofMinutes(5));
        assertThat(sut.tolerances().money()).isEqualByComparingTo("0.05");
        assertThat(sut.tolerances().energyKwh()).isEqualByComparingTo("0.01");
    }

    @Test
    void wrong_house_rules_are_named_with_rule_and_value() {
        assertThatExceptionOfType(BadFile.class)
                .isThrownBy(() -> read(LEAST + """
                        profile:
                          max_answer_ms: 2s
                          routing_headers: sometimes
                          require_push: [location]
                          max_page: 10
                        tolerances: {money: -1}
                        """))
                .withMessageContaining("profile.max_answer_ms: must be a whole number from 1 to 999999999, found 2s")
                .withMessageContaining("must be always or as_specified, found sometimes")
                .withMessageContaining("must be a module that is pushed, found location")
                .withMessageContaining("profile.max_page: unknown field")
                .withMessageContaining("must be a number from 0 on, as 0.01, found -1");
    }

    @Test
    void the_token_is_not_printed() {
        assertThat(read(LEAST).toString()).contains("cpo at https://", "token#").doesNotContain("s3cret");
    }

    @Test
    void the_shipped_example_can_be_read() {
        Sut sut = SutFile.read(
                "example",
                ShippedFiles.sutExample(),
                name -> Optional.of(name).filter("OCPI_TOKEN_A"::equals).map(known -> "abc"),
                Given.NOTHING);

        assertThat(sut.token()).isEqualTo("abc");
        assertThat(sut.timings()).as("the example shows the defaults").isEqualTo(Sut.Timings.DEFAULT);
        assertThat(sut.known().startable()).containsExactly(new Startable("LOC1", "3256", "1"));
        assertThat(java.util.Objects.requireNonNull(sut.triggers().byName().get("default"))
                        .timeout())
                .isEqualTo(Duration.ofMinutes(3));
    }

    @Test
    void the_example_can_be_read_with_all_that_it_comments_out() {
        String all = ShippedFiles.sutExample()
                .lines()
                .map(line -> line.matches(" *# +[a-z_-]+:.*") ? line.replaceFirst("# ", "") : line)
                .map(line -> line.replaceFirst("^( *)# ( *[a-z_]+:)", "$1$2"))
                .reduce("", (a, b) -> a + b + "\n");

        Sut sut = SutFile.read("example", all, name -> Optional.of("x"), Given.NOTHING);

        assertThat(sut.versions()).containsExactly(SpecVersion.values());
        assertThat(sut.known().blockedToken()).contains("012345679");
        assertThat(sut.triggers().byName()).containsKeys("start-session", "change-location", "remove-evse");
        assertThat(sut.customModules()).containsExactly("nlx-parking");
    }

    @Test
    void flags_go_before_the_file_and_can_stand_alone() {
        Given given = GivenBuilder.builder(Given.NOTHING)
                .versionsUrl(Optional.of(URI.create("http://127.0.0.1:9/v")))
                .token(Optional.of("flag"))
                .role(Optional.of(SutRole.EMSP))
                .versions(List.of(SpecVersion.V2_2_1))
                .party(Optional.of(new Party("DE", "ABC")))
                .listen(Optional.of(new Given.Listen("0.0.0.0", 8090)))
                .destructive(Optional.of(false))
                .build();

        Sut over = SutFile.read("f", LEAST, name -> Optional.empty(), given);

        assertThat(over).isEqualTo(SutFile.of(given));
        assertThat(over.token()).isEqualTo("flag");
        assertThat(over.tester().port()).isEqualTo(8090);
        assertThat(over.limits().destructive()).isFalse();
    }

    @Test
    void variables_fill_any_value_and_two_dollars_keep_the_text() {
        Sut sut = SutFile.read(
                "f",
                LEAST.replace("s3cret", "a${SECRET}b") + "triggers: {default: {command: 'echo $${HOME}'}}\n",
                name -> Optional.of("<" + name + ">"),
                Given.NOTHING);

        assertThat(sut.token()).isEqualTo("a<SECRET>b");
        assertThat(java.util.Objects.requireNonNull(sut.triggers().byName().get("default"))
                        .command())
                .contains("echo ${HOME}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "tokena: x                        | f:4: tokena: unknown field; did you mean token_a? (known here: versions_url, token_a",
                "role: emsp                       | f:4: role: stands twice, first in line 3",
                "versions: [2.1.1]                | f:4: versions: must be 2.2.1 or 2.3.0, found 2.1.1; did you mean 2.2.1?",
                "tester: {party: NLX}             | f:4: tester.party: must be a country code of 2 letters and a party id",
                "tester: {listen: 0.0.0.0:99999}  | f:4: tester.listen: must be HOST:PORT with a port from 0 (any) to 65535",
                "tester: {public_url: tester.org} | f:4: tester.public_url: must be a URL that begins with http:// or https://, found tester.org",
                "tester: here                     | f:4: tester: must be a mapping",
                "timings: {request: 30}           | f:4: timings.request: must be a time with its unit, as 500ms, 30s, 5min or 1h, found 30",
                "timings: {request: 0s}           | f:4: timings.request: must be a time with its unit",
                "timings: {readback: 3s}          | f:4: timings.readback: unknown field; did you mean read_back?",
                "limits: {destructive: no}        | f:4: limits.destructive: must be true or false, found no",
                "limits: {untouchable: [tariff]}  | f:4: limits.untouchable: must be a module id of OCPI, found tariff; did you mean tariffs?",
                "known: {startable: [{evse_uid: 1, connector_id: 1}]} | f:4: known.startable.location_id: is missing; write the location's id",
                "known: {tokens: {valid: [1, 2]}} | f:4: known.tokens.valid: must be a single value",
                "triggers: {start-sesion: {prompt: true}}  | f:4: triggers.start-sesion: there is no such trigger; did you mean start-session?",
                "triggers: {plug-in: {timeout: 3s}}        | f:4: triggers.plug-in: has 0 ways, must have exactly one of webhook",
                "triggers: {plug-in: {prompt: true, command: x}} | f:4: triggers.plug-in: has 2 ways",
                "triggers: {plug-in: {webhook: 'localhost:1'}}   | f:4: triggers.plug-in.webhook: must be a URL that begins",
                "custom_modules: ['${NO_SUCH}']   | f:4: custom_modules: environment variable NO_SUCH is not set",
                "custom_modules: ['${no such}']   | f:4: custom_modules: ${no such} is no name of a variable",
                "versions: [2.2.1                 | not YAML",
            })
    void each_mistake_is_named_with_line_field_rule_and_value(String line, String problem) {
        BadFile bad = catchThrowableOfType(BadFile.class, () -> read(LEAST + line + "\n"));

        assertThat(bad.problems()).singleElement().asString().contains(problem);
    }

    @Test
    void all_mistakes_are_told_at_once_in_the_order_of_their_lines() {
        BadFile bad =
                catchThrowableOfType(BadFile.class, () -> read("timings:\n  push: soon\nrole: hub\ntoken_a: a b\n"));

        assertThat(bad.problems())
                .extracting(Object::toString)
                .containsExactly(
                        "f:1: versions_url: is missing; write the URL that lists your OCPI versions",
                        "f:2: timings.push: must be a time with its unit, as 500ms, 30s, 5min or 1h, found soon",
                        "f:3: role: must be cpo or emsp, found hub",
                        "f:4: token_a: must be 1 to 64 printable ASCII characters without spaces, found 3 characters");
    }

    @Test
    void the_schema_knows_the_same_fields_as_the_reader() throws Exception {
        JsonNode schema = new JsonMapper().readTree(ShippedFiles.sutSchema());
        JsonNode top = schema.path("properties");

        Map<String, Set<String>> objects = Map.of(
                "", SutFile.TOP,
                "tester", SutFile.TESTER,
                "known", SutFile.KNOWN,
                "timings", SutFile.TIMINGS,
                "limits", SutFile.LIMITS,
                "profile", ProfileReader.PROFILE,
                "tolerances", ProfileReader.TOLERANCES);
        objects.forEach((name, keys) -> assertThat(
                        name.isEmpty() ? names(top) : names(top.path(name).path("properties")))
                .as(name)
                .containsExactlyElementsOf(keys));
        assertThat(names(top.at("/known/properties/startable/items/properties")))
                .containsExactlyElementsOf(SutFile.STARTABLE);
        assertThat(names(top.at("/known/properties/tokens/properties"))).containsExactlyElementsOf(SutFile.TOKENS);
        assertThat(names(schema.at("/definitions/way/properties"))).containsExactlyElementsOf(TriggerReader.WAY);
        assertThat(names(top.at("/triggers/properties"))
                        .subList(1, TriggerKind.all().size() + 1))
                .containsExactlyElementsOf(
                        TriggerKind.all().stream().map(TriggerKind::name).toList());
    }

    private static List<String> names(JsonNode properties) {
        List<String> names = new ArrayList<>();
        properties.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static Sut read(String text) {
        return SutFile.read("f", text, name -> Optional.empty(), Given.NOTHING);
    }
}
