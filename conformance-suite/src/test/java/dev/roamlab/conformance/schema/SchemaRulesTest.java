package dev.roamlab.conformance.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.roamlab.conformance.catalogue.SpecVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Which requirements a deviation breaks, and no others. */
class SchemaRulesTest {
    private static final ObjectMapper JSON =
            new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            2.2.1 | Location | /id                        | absent          | LOC-073 TYP-043
            2.2.1 | Location | /id                        | null            | LOC-073 TYP-043
            2.3.0 | Location | /evses                     | {}              | LOC-074 TYP-047
            2.2.1 | Location | /evses/0/connectors        | []              | LOC-091 TYP-046
            2.2.1 | Location | /evses/0/connectors        | absent          | LOC-091 TYP-046
            2.2.1 | Location | /coordinates               | "50,6"          | LOC-073
            2.3.0 | Location | /coordinates               | "50,6"          | LOC-073 TYP-001
            2.2.1 | Location | /coordinates/latitude      | 50.12345        | LOC-144
            2.2.1 | Location | /coordinates/latitude      | "50.1234"       | LOC-144
            2.2.1 | Location | /related_locations/0/latitude | "91.12345"   | LOC-118
            2.2.1 | Location | /last_updated              | 1751371200      | LOC-073 TYP-013
            2.2.1 | Location | /last_updated              | "2026-07-01"    | TYP-013
            2.2.1 | Location | /last_updated              | "2026-02-30T00:00:00Z" | TYP-013
            2.2.1 | Location | /last_updated              | "2026-07-01T12:00:00+02:00" | TYP-014
            2.2.1 | Location | /last_updated              | "2026-07-01T12:00:00+00:00" | TYP-015
            2.2.1 | Location | /last_updated              | "2026-07-01T12:00:00.123456Z" | TYP-016 TYP-010
            2.2.1 | Location | /time_zone                 | "CEST"          | LOC-086
            2.2.1 | Location | /country                   | "NL"            | LOC-078
            2.2.1 | Location | /country_code              | "NLD"           | LOC-073 TYP-010 LOC-077
            2.2.1 | Location | /evses/0/status            | "available"     | LOC-168 TYP-034 TYP-035
            2.2.1 | Location | /evses/0/status            | "OCCUPIED"      | LOC-168 TYP-034
            2.3.0 | Location | /evses/0/status            | "OCCUPIED"      | LOC-168 TYP-002
            2.2.1 | Location | /facilities/0              | "SPA"           | LOC-142 TYP-034
            2.3.0 | Location | /facilities/0              | ""              | TYP-003 LOC-074
            2.3.0 | Location | /parking_places/0/id       | "p2"            | LOC-113
            2.2.1 | EVSE     | /connectors/0/max_voltage  | "230"           | LOC-101 TYP-025
            2.2.1 | EVSE     | /connectors/0/max_voltage  | 230.5           | LOC-101 TYP-025
            2.2.1 | EVSE     | /connectors/0/id           | "2"             | LOC-104
            2.2.1 | EVSE     | /floor_level               | 1               | LOC-092
            2.2.1 | EVSE     | /floor_level               | "#NA"           | TRN-124
            2.2.1 | EVSE     | /directions/0              | "left"          | LOC-092 TYP-022
            2.2.1 | EVSE     | /directions/0/language     | "eng"           | TYP-022 TYP-010 TYP-023
            2.2.1 | Token    | /uid                       | "04\\u00e4"     | TYP-008
            2.2.1 | Token    | /issuer                    | "A\\nB"         | TYP-037
            2.2.1 | Token    | /type                      | "EMAID"         | TOK-076 TYP-034
            2.2.1 | Token    | /default_profile_type      | "SLOW"          | TOK-062 TYP-034
            2.2.1 | AuthorizationInfo | /token/whitelist  | absent          | TOK-061 TOK-057 TYP-043
            2.2.1 | AuthorizationInfo | /allowed          | "BLOCKED"       | TOK-056
            2.2.1 | Credentials | /roles/0/business_details/logo/category | "X" | CRED-067 TYP-034
            2.2.1 | Credentials | /roles/0/business_details/name | absent   | CRED-067 TYP-043
            2.2.1 | Credentials | /roles/1/role           | "CPO"           | CRED-050
            2.3.0 | Credentials | /roles/0/role           | "HUB"           | TYP-033 TYP-002
            2.3.0 | Credentials | /hub_party_id           | "NL-HUB"        | CRED-044 TYP-010 CRED-061
            2.2.1 | Session  | /kwh                       | "1.5"           | SES-069 TYP-025
            2.2.1 | Session  | /kwh                       | 0.30000000000000004 | TYP-026
            2.2.1 | Session  | /total_cost/excl_vat       | absent          | TYP-028 SES-086 TYP-043
            2.3.0 | Session  | /total_cost/before_taxes   | absent          | TYP-029 SES-087 TYP-043
            2.3.0 | CDR      | /tariffs/0/tax_included    | absent          | TAR-036 CDR-059 TYP-043
            2.2.1 | CDR      | /cdr_location/coordinates/longitude | 6.1    | CDR-107
            2.2.1 | CDR      | /cdr_location/connector_standard | "MCS"     | CDR-110
            2.2.1 | CDR      | /charging_periods/0/dimensions/0/type | "POWER" | CDR-099
            2.3.0 | Tariff   | /tax_included              | "NA"            | TAR-116 TYP-002
            2.2.1 | Tariff   | /elements/0/price_components/0/type | "ENERGY" | TAR-109
            2.2.1 | Tariff   | /elements/1/restrictions/min_duration | 1.5   | TAR-107 TYP-025
            2.2.1 | Tariff   | /energy_mix/is_green_energy | absent         | TAR-054 TYP-043
            2.2.1 | VersionDetails | /endpoints/0/identifier | "Credentials" | VER-025 VER-024
            2.2.1 | Envelope | /status_code               | "1000"          | TRN-079 TRN-076 TYP-025
            """)
    void a_deviation_breaks_exactly_these(String version, String name, String pointer, String value, String broken) {
        JsonNode object = spoilt(version, name, pointer, value);

        SchemaReport report = ObjectSchemas.of(version(version)).check(name, object);

        Set<String> failing = report.findings().stream()
                .filter(finding -> !finding.warnsOnly())
                .flatMap(finding -> finding.requirements().stream())
                .collect(Collectors.toSet());
        assertThat(failing).containsExactlyInAnyOrderElementsOf(List.of(broken.split(" ")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            2.2.1 | Connector | /max_voltage           | 230.0
            2.2.1 | Connector | /max_voltage           | 400
            2.2.1 | Connector | /terms_and_conditions  | "terms.html"
            2.2.1 | EVSE      | /evse_id               | "7"
            2.2.1 | Location  | /country_code          | "XK"
            2.2.1 | Location  | /country               | "deu"
            2.2.1 | Location  | /time_zone             | "#NA"
            2.3.0 | Location  | /facilities/0          | "hotel"
            2.2.1 | Session   | /status                | "RESERVED"
            2.2.1 | CDR       | /cdr_location/state    | "Nordrhein-Westfalen und mehr"
            2.2.1 | CDR       | /start_date_time       | "1970-1-1T00:00:00Z"
            2.2.1 | Token     | /group_id              | "AAAAAAAAAAAAAAAAAAAAA"
            2.2.1 | VersionDetails | /endpoints/1/identifier | "own-module"
            """)
    void what_the_requirement_itself_calls_a_warning_only_warns(
            String version, String name, String pointer, String value) {
        JsonNode object = spoilt(version, name, pointer, value);

        SchemaReport report = ObjectSchemas.of(version(version)).check(name, object);

        assertThat(report.findings()).isNotEmpty().allMatch(SchemaFinding::warnsOnly);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            2.2.1 | Location  | /name                  | null
            2.2.1 | Location  | /images                | null
            2.2.1 | Location  | /images                | []
            2.2.1 | Location  | /last_updated          | "2026-07-01T12:00:00"
            2.2.1 | Location  | /last_updated          | "2026-07-01T12:00:00.2Z"
            2.2.1 | Location  | /country_code          | "nl"
            2.2.1 | Location  | /city                  | "#NA"
            2.2.1 | Location  | /vendor_extension      | {"any_thing": [null, 1]}
            2.3.0 | Location  | /facilities/0          | "SPA"
            2.3.0 | Connector | /standard              | "LAB_PLUG"
            2.2.1 | Session   | /evse_uid              | "E-1"
            2.2.1 | CDR       | /total_energy          | 0
            2.2.1 | Token     | /valid                 | false
            """)
    void what_is_allowed_is_not_even_mentioned(String version, String name, String pointer, String value) {
        JsonNode object = spoilt(version, name, pointer, value);

        assertThat(ObjectSchemas.of(version(version)).check(name, object).findings())
                .isEmpty();
    }

    @Test
    void only_the_id_of_a_credit_cdr_may_be_longer_than_36_characters() {
        ObjectNode cdr =
                spoilt("2.2.1", "CDR", "/id", "\"" + "1".repeat(39) + "\"").deepCopy();
        assertThat(ObjectSchemas.of(SpecVersion.V2_2_1).check("CDR", cdr).findings())
                .isEmpty();

        cdr.put("credit", false);

        assertThat(ObjectSchemas.of(SpecVersion.V2_2_1).check("CDR", cdr).findings())
                .extracting(SchemaFinding::requirements)
                .containsExactly(List.of("CDR-047"));
    }

    @Test
    void an_answer_that_is_one_value_is_judged_too() {
        ObjectSchemas schemas = ObjectSchemas.of(SpecVersion.V2_2_1);

        SchemaReport wrong = schemas.check("ChargingPreferencesResponse", TextNode.valueOf("PERHAPS"));

        assertThat(wrong.findings())
                .extracting(SchemaFinding::requirements)
                .containsExactly(List.of("SES-092", "TYP-034"));
        assertThat(schemas.check("ChargingPreferencesResponse", TextNode.valueOf("ACCEPTED"))
                        .findings())
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(SpecVersion.class)
    void a_part_of_an_object_need_not_be_whole(SpecVersion version) {
        JsonNode part =
                json("{\"status\": \"CHARGING\", \"coordinates\": {\"latitude\": \"50.12345\"}, \"evse_id\": null}");

        assertThat(ObjectSchemas.of(version).checkPartial("EVSE", part).findings())
                .isEmpty();
        assertThat(ObjectSchemas.of(version).check("EVSE", part).findings()).isNotEmpty();
    }

    @Test
    void what_a_part_has_must_be_right_and_its_lists_are_whole() {
        JsonNode part = json("{\"status\": \"BUSY\", \"connectors\": [{\"id\": \"1\"}]}");

        SchemaReport report = ObjectSchemas.of(SpecVersion.V2_2_1).checkPartial("EVSE", part);

        assertThat(report.exercised()).contains("LOC-091", "LOC-168").doesNotContain("LOC-092", "TYP-013");
        assertThat(report.findings()).extracting(SchemaFinding::pointer).contains("/status", "/connectors/0/standard");
    }

    @Test
    void a_misspelt_field_is_pointed_out() {
        ObjectNode token = Examples.minimal(SpecVersion.V2_2_1, "Token").deepCopy();
        token.put("visual_nubmer", "77").put("groupId", "G1").put("my_own", "x");

        SchemaReport report = ObjectSchemas.of(SpecVersion.V2_2_1).check("Token", token);

        assertThat(report.hints())
                .containsExactly(
                        new FieldHint("/visual_nubmer", "visual_number"), new FieldHint("/groupId", "group_id"));
        assertThat(report.findings()).extracting(SchemaFinding::pointer).containsExactly("/groupId");
    }

    @Test
    void only_what_is_there_is_exercised() {
        ObjectSchemas schemas = ObjectSchemas.of(SpecVersion.V2_2_1);

        Set<String> minimal = schemas.check("Location", Examples.minimal(SpecVersion.V2_2_1, "Location"))
                .exercised();
        Set<String> maximal = schemas.check("Location", Examples.maximal(SpecVersion.V2_2_1, "Location"))
                .exercised();

        assertThat(minimal).contains("LOC-073", "TYP-043", "LOC-144").doesNotContain("LOC-074", "LOC-091", "LOC-163");
        assertThat(maximal).contains("LOC-074", "LOC-091", "LOC-163", "LOC-104").doesNotContain("TRN-124");
    }

    @Test
    void numbers_may_have_been_read_as_binary_fractions() throws IOException {
        JsonNode session = new ObjectMapper()
                .readTree(Examples.maximal(SpecVersion.V2_2_1, "Session").toString());

        assertThat(session.path("kwh").isDouble()).isTrue();
        assertThat(ObjectSchemas.of(SpecVersion.V2_2_1)
                        .check("Session", session)
                        .findings())
                .isEmpty();
    }

    private static JsonNode spoilt(String version, String name, String pointer, String value) {
        ObjectNode object = Examples.maximal(version(version), name).deepCopy();
        JsonPointer place = JsonPointer.compile(pointer);
        JsonNode parent = object.at(place.head());
        if (parent instanceof ArrayNode array) {
            array.set(place.last().getMatchingIndex(), json(value));
        } else if (value.equals("absent")) {
            ((ObjectNode) parent).remove(place.last().getMatchingProperty());
        } else {
            ((ObjectNode) parent).set(place.last().getMatchingProperty(), json(value));
        }
        return object;
    }

    private static SpecVersion version(String spelling) {
        return Arrays.stream(SpecVersion.values())
                .filter(version -> version.spelling().equals(spelling))
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(text, e);
        }
    }
}
