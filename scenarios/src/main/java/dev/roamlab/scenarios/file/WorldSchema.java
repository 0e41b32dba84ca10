package dev.roamlab.scenarios.file;

import static dev.roamlab.scenarios.file.SchemaMaker.list;
import static dev.roamlab.scenarios.file.SchemaMaker.object;
import static dev.roamlab.scenarios.file.SchemaMaker.property;
import static dev.roamlab.scenarios.file.SchemaMaker.strings;
import static dev.roamlab.scenarios.file.SchemaMaker.type;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.roamlab.ocpi.tokens.WhitelistType;
import java.util.Arrays;
import java.util.List;

/** The part of the JSON Schema that describes worlds. */
final class WorldSchema {
    private WorldSchema() {}

    static ObjectNode make() {
        ObjectNode world = empty();
        world.putArray("type").add("string").add("object");
        ObjectNode properties = object(
                world, List.of("start", "emsp", "cpo", "cast", "drivers", "cars", "chargers", "locations", "tariffs"));
        ObjectNode start = type("string").put("pattern", "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2})?Z$");
        property(properties, "start", "The lab's first instant, in UTC", start);
        property(properties, "emsp", "The drivers' provider", business());
        property(properties, "cpo", "The operator of the chargers", business());
        property(properties, "cast", "Whom the text can name", cast());
        property(properties, "drivers", "The eMSP's customers", list(driver()));
        property(properties, "cars", "The cars", list(car()));
        property(properties, "chargers", "The CPO's chargers", list(charger()));
        property(
                properties,
                "features",
                "What parts of a story may need; none when left out",
                list(SchemaMaker.feature()));
        property(properties, "locations", "OCPI locations, in the form of 2.3.0", list(type("object")));
        property(properties, "tariffs", "OCPI tariffs, in the form of 2.3.0", list(type("object")));
        return world;
    }

    private static ObjectNode business() {
        ObjectNode business = empty();
        ObjectNode properties = object(business, List.of("name", "country_code", "party_id"));
        property(properties, "name", "Of the company", type("string"));
        property(properties, "country_code", "ISO 3166 alpha-2", type("string").put("pattern", "^[A-Z]{2}$"));
        property(
                properties,
                "party_id",
                "Three letters or digits",
                type("string").put("pattern", "^[A-Z0-9]{3}$"));
        property(properties, "website", "Its address", type("string"));
        return business;
    }

    private static ObjectNode cast() {
        ObjectNode member = empty();
        ObjectNode properties = object(member, List.of("name"));
        property(properties, "name", "What {key} stands for", type("string"));
        property(properties, "is", "Who or what that is", type("string"));
        ObjectNode facts = type("object");
        facts.set("additionalProperties", type("string"));
        property(properties, "facts", "What {key.fact} stands for", facts);
        ObjectNode cast = type("object");
        cast.set("additionalProperties", member);
        return cast;
    }

    private static ObjectNode driver() {
        ObjectNode driver = empty();
        ObjectNode properties = object(driver, List.of("id", "name", "contract", "tokens"));
        property(properties, "id", "As verbs name the driver", type("string"));
        property(properties, "name", "For people", type("string"));
        property(properties, "contract", "The contract id of all tokens", type("string"));
        property(properties, "tokens", "What the driver has from the start", list(token()));
        return driver;
    }

    private static ObjectNode token() {
        ObjectNode token = empty();
        ObjectNode properties = object(token, List.of("uid", "type", "whitelist"));
        property(properties, "uid", "As a reader reads it", type("string").put("maxLength", 36));
        ObjectNode kind = type("string");
        kind.set("enum", strings(List.of("RFID", "APP_USER", "AD_HOC_USER", "OTHER")));
        property(properties, "type", "What it is", kind);
        ObjectNode whitelist = type("string");
        whitelist.set(
                "enum",
                strings(Arrays.stream(WhitelistType.values()).map(Enum::name).toList()));
        property(properties, "whitelist", "How far a CPO may decide by itself", whitelist);
        property(properties, "visual_number", "Printed on it", type("string"));
        property(properties, "valid", "false for a blocked token; true when left out", type("boolean"));
        return token;
    }

    private static ObjectNode car() {
        ObjectNode car = empty();
        ObjectNode properties = object(car, List.of("id", "model", "soc"));
        property(properties, "id", "As verbs name the car", type("string"));
        property(properties, "model", "One of the lab's car models", type("string"));
        property(
                properties,
                "soc",
                "State of charge in percent",
                type("number").put("minimum", 0).put("maximum", 100));
        return car;
    }

    private static ObjectNode charger() {
        ObjectNode charger = empty();
        ObjectNode properties = object(charger, List.of("id", "model", "location", "evses"));
        property(
                properties,
                "id",
                "Its identity towards the central system",
                type("string").put("maxLength", 48));
        property(properties, "model", "One of the lab's station models", type("string"));
        property(properties, "location", "Where it stands", type("string"));
        property(
                properties,
                "evses",
                "uid of each of its EVSEs",
                list(type("string")).put("minItems", 1));
        return charger;
    }

    private static ObjectNode empty() {
        return JsonNodeFactory.instance.objectNode();
    }
}
