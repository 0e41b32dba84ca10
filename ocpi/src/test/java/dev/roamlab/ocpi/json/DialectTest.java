package dev.roamlab.ocpi.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.roamlab.ocpi.Golden;
import dev.roamlab.ocpi.cdrs.Cdr;
import dev.roamlab.ocpi.credentials.Credentials;
import dev.roamlab.ocpi.locations.Location;
import dev.roamlab.ocpi.sessions.Session;
import dev.roamlab.ocpi.tariffs.Tariff;
import dev.roamlab.ocpi.tokens.Token;
import dev.roamlab.ocpi.types.OcpiVersion;
import dev.roamlab.ocpi.types.Role;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DialectTest {
    private static final Dialect OLD = Dialect.of(OcpiVersion.V2_2_1);
    private static final Dialect NEW = Dialect.of(OcpiVersion.V2_3_0);

    @ParameterizedTest
    @CsvSource({"1.5, 1.815, 0.315", "-10, -12.1, -2.1", "2, 2, 0"})
    void vat_of_2_2_1_becomes_one_tax_and_back(String excluding, String including, String vat) throws Exception {
        ObjectNode wire = session();
        wire.set("total_cost", Json.parse("{\"excl_vat\":" + excluding + ",\"incl_vat\":" + including + "}"));

        Document<Session> session = OLD.decode(Session.class, wire);

        assertThat(session.value().totalCost().orElseThrow().taxes())
                .singleElement()
                .satisfies(tax -> assertThat(tax.amount()).isEqualByComparingTo(vat));
        assertThat(OLD.write(Session.class, session.json()).path("total_cost").toString())
                .isEqualTo("{\"excl_vat\":" + excluding + ",\"incl_vat\":" + including + "}");
    }

    @ParameterizedTest
    @CsvSource({
        "'{\"excl_vat\":\"1\"}', /total_cost/excl_vat",
        "'{\"excl_vat\":1,\"incl_vat\":\"2\"}', /total_cost/incl_vat",
        "'{\"incl_vat\":2}', /total_cost/excl_vat",
        "'{\"before_taxes\":2}', /total_cost/excl_vat",
        "'{\"excl_vat\":1,\"incl_vat\":1E30}', /total_cost/incl_vat",
    })
    void a_wrong_price_is_told_in_the_words_of_the_version(String price, String pointer) throws Exception {
        ObjectNode wire = session();
        wire.set("total_cost", Json.parse(price));

        assertThatThrownBy(() -> OLD.decode(Session.class, wire))
                .isInstanceOfSatisfying(
                        InvalidObject.class,
                        invalid -> assertThat(invalid.problems())
                                .extracting(Problem::pointer)
                                .containsExactly(pointer));
    }

    @Test
    void a_price_of_2_2_1_is_none_in_2_3_0() throws Exception {
        ObjectNode wire = (ObjectNode) Golden.SESSION.json(OcpiVersion.V2_3_0);
        wire.set("total_cost", Json.parse("{\"excl_vat\":1}"));

        assertThatThrownBy(() -> NEW.decode(Session.class, wire)).hasMessageContaining("/total_cost/before_taxes");
    }

    @Test
    void fields_of_a_later_version_are_undocumented_in_an_older_one_and_no_reason_to_refuse() throws Exception {
        ObjectNode wire = (ObjectNode) Golden.LOCATION.json(OcpiVersion.V2_2_1);
        wire.put("help_phone", 5).put("parking_places", "none");
        ((ObjectNode) wire.at("/evses/0/connectors/0")).put("capabilities", true);

        Document<Location> location = OLD.decode(Location.class, wire);

        assertThat(location.value().helpPhone()).isEmpty();
        assertThatThrownBy(() -> NEW.decode(Location.class, wire)).isInstanceOf(InvalidObject.class);
    }

    @Test
    void a_tax_included_of_nobodys_making_is_no_reason_to_refuse_a_tariff_of_2_2_1() throws Exception {
        ObjectNode wire = (ObjectNode) Golden.TARIFF.json(OcpiVersion.V2_2_1);
        wire.put("tax_included", "perhaps");

        assertThat(OLD.decode(Tariff.class, wire).value().taxIncluded().name()).isEqualTo("NO");
    }

    @Test
    void a_tariff_that_a_cdr_quotes_may_lack_tax_included_but_no_other() throws Exception {
        ObjectNode cdr = (ObjectNode) Golden.CDR.json(OcpiVersion.V2_3_0);
        cdr.path("tariffs").forEach(tariff -> ((ObjectNode) tariff).remove("tax_included"));
        ObjectNode tariff = (ObjectNode) Golden.TARIFF.json(OcpiVersion.V2_3_0);
        tariff.remove("tax_included");

        assertThat(NEW.decode(Cdr.class, cdr).value().tariffs()).isNotEmpty();
        assertThatThrownBy(() -> NEW.decode(Tariff.class, tariff)).hasMessageContaining("/tax_included");
    }

    @ParameterizedTest
    @CsvSource({
        "YES, 1.21, 21, '{\"type\":\"ENERGY\",\"price\":1,\"step_size\":1,\"vat\":21}'",
        "YES, 1, 19, '{\"type\":\"ENERGY\",\"price\":0.8403,\"step_size\":1,\"vat\":19}'",
        "YES, 1.21, , '{\"type\":\"ENERGY\",\"price\":1.21,\"step_size\":1}'",
        "YES, 1.21, -100, '{\"type\":\"ENERGY\",\"price\":1.21,\"step_size\":1,\"vat\":-100}'",
        "NO, 1, 21, '{\"type\":\"ENERGY\",\"price\":1,\"step_size\":1,\"vat\":21}'",
        "N/A, 1, 21, '{\"type\":\"ENERGY\",\"price\":1,\"step_size\":1}'",
    })
    void prices_with_taxes_lose_them_towards_2_2_1(String included, String price, String vat, String expected)
            throws Exception {
        ObjectNode tariff = (ObjectNode) Golden.TARIFF.json(OcpiVersion.V2_3_0);
        String rate = vat == null ? "" : ",\"vat\":" + vat;
        tariff.put("tax_included", included)
                .set(
                        "elements",
                        Json.parse("[{\"price_components\":[{\"type\":\"ENERGY\",\"price\":" + price
                                + ",\"step_size\":1" + rate + "}]}]"));

        JsonNode told = OLD.write(Tariff.class, tariff);

        assertThat(told.at("/elements/0/price_components/0").toString()).isEqualTo(expected);
        assertThat(told.has("tax_included")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"EMAID", "FACE_RECOGNITION", "rfid"})
    void a_token_type_that_2_2_1_does_not_list_becomes_other(String type) {
        ObjectNode token = (ObjectNode) Golden.TOKEN.json(OcpiVersion.V2_3_0);
        token.put("type", type);

        assertThat(OLD.write(Token.class, token).path("type").asText()).isEqualTo("OTHER");
        assertThat(NEW.write(Token.class, token).path("type").asText()).isEqualTo(type);
    }

    @Test
    void a_token_of_2_2_1_has_a_listed_type() {
        ObjectNode token = (ObjectNode) Golden.TOKEN.json(OcpiVersion.V2_2_1);
        token.put("type", "CARD");

        assertThatThrownBy(() -> OLD.decode(Token.class, token)).hasMessageContaining("CARD");
    }

    @Test
    void values_that_2_2_1_does_not_list_are_left_out_or_become_other() throws Exception {
        ObjectNode location = (ObjectNode) Golden.LOCATION.json(OcpiVersion.V2_3_0);
        ObjectNode evse = (ObjectNode) location.at("/evses/0");
        ((ArrayNode) evse.withArray("/capabilities"))
                .removeAll()
                .add("RFID_READER")
                .add("MIND_READER");
        ((ArrayNode) evse.withArray("/parking_restrictions"))
                .removeAll()
                .add("TAXIS")
                .add("DISABLED");
        evse.set(
                "images",
                Json.parse("[{\"url\":\"https://x.example/a.png\",\"category\":\"SELFIE\",\"type\":\"png\"}]"));
        location.put("parking_type", "ON_A_BOAT");
        location.withArray("/facilities").add("OPERA");

        JsonNode told = OLD.write(Location.class, location);

        assertThat(told.at("/evses/0/capabilities").toString()).isEqualTo("[\"RFID_READER\"]");
        assertThat(told.at("/evses/0/parking_restrictions").toString()).isEqualTo("[\"DISABLED\"]");
        assertThat(told.at("/evses/0/images/0/category").asText()).isEqualTo("OTHER");
        assertThat(told.has("parking_type")).isFalse();
        assertThat(told.path("facilities").toString()).doesNotContain("OPERA");
    }

    @Test
    void an_evse_without_a_connector_that_2_2_1_can_name_is_left_out() {
        ObjectNode location = (ObjectNode) Golden.LOCATION.json(OcpiVersion.V2_3_0);
        int evses = location.path("evses").size();
        location.at("/evses/0/connectors").forEach(connector -> ((ObjectNode) connector).put("standard", "MCS"));

        JsonNode told = OLD.write(Location.class, location);

        assertThat(told.path("evses")).hasSize(evses - 1);
        assertThat(location.path("evses")).hasSize(evses);
    }

    @Test
    void what_2_2_1_partners_send_beyond_the_lists_is_taken_as_it_stands() throws Exception {
        ObjectNode location = (ObjectNode) Golden.LOCATION.json(OcpiVersion.V2_2_1);
        ((ObjectNode) location.at("/evses/0/connectors/0")).put("standard", "LAB_PLUG_9");

        assertThat(OLD.decode(Location.class, location)
                        .json()
                        .at("/evses/0/connectors/0/standard")
                        .asText())
                .isEqualTo("LAB_PLUG_9");
    }

    @Test
    void the_hub_of_2_2_1_gets_its_2_3_0_name() throws Exception {
        Credentials hub = OLD.decode(Credentials.class, Golden.HUB_CREDENTIALS.json(OcpiVersion.V2_2_1))
                .value();

        assertThat(hub.hubPartyId().orElseThrow().value()).isEqualTo("NLHUB");
        assertThat(hub.roles()).extracting(role -> role.role()).containsExactly(Role.HUB);
        JsonNode told = NEW.write(Credentials.class, Binder.encode(hub));
        assertThat(told.path("hub_party_id").asText()).isEqualTo("NLHUB");
        assertThat(told.at("/roles/0/role").asText()).isEqualTo("OTHER");
    }

    @Test
    void the_hub_of_2_3_0_is_one_role_in_2_2_1() {
        JsonNode told = OLD.write(Credentials.class, Golden.HUB_CREDENTIALS.json(OcpiVersion.V2_3_0));

        assertThat(told.path("roles").toString())
                .isEqualTo(
                        "[{\"role\":\"HUB\",\"business_details\":{\"name\":\"NLHUB\"},\"party_id\":\"HUB\",\"country_code\":\"NL\"}]");
        assertThat(told.has("hub_party_id")).isFalse();
    }

    @Test
    void the_role_hub_is_refused_in_2_3_0() {
        JsonNode wire = Golden.HUB_CREDENTIALS.json(OcpiVersion.V2_2_1);

        assertThatThrownBy(() -> NEW.decode(Credentials.class, wire))
                .isInstanceOf(InvalidObject.class)
                .hasMessageContaining("/roles/0/role");
    }

    @Test
    void no_dialect_changes_the_tree_it_is_given() {
        for (Golden golden : Golden.values()) {
            for (Dialect dialect : List.of(OLD, NEW)) {
                JsonNode tree = golden.json(OcpiVersion.V2_3_0);
                JsonNode before = tree.deepCopy();

                dialect.write(golden.type(), tree);
                dialect.read(golden.type(), tree, false);

                assertThat(tree).isEqualTo(before);
            }
        }
    }

    private static ObjectNode session() {
        return (ObjectNode) Golden.SESSION.json(OcpiVersion.V2_2_1);
    }
}
