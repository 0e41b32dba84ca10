package dev.roamlab.scenarios.narration;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** The fields of an OCPI object that matter, in a few words. */
final class Facts {
    private static final int LISTED = 3;

    private Facts() {}

    static String location(JsonNode location) {
        String name = location.path("name").asText(location.path("id").asText());
        return name + evses(location.path("evses"));
    }

    private static String evses(JsonNode evses) {
        if (evses.isEmpty()) {
            return "";
        }
        return " ("
                + all(evses).stream()
                        .map(evse -> evse.path("uid").asText() + " "
                                + evse.path("status").asText())
                        .collect(Collectors.joining(", "))
                + ")";
    }

    static String evse(JsonNode evse) {
        return "EVSE " + evse.path("uid").asText() + ": status "
                + evse.path("status").asText();
    }

    static String tariff(JsonNode tariff) {
        String prices = all(tariff.path("elements")).stream()
                .flatMap(element -> all(element.path("price_components")).stream())
                .map(component -> component.path("type").asText() + " " + number(component.path("price")))
                .distinct()
                .collect(Collectors.joining(", "));
        return tariff.path("id").asText() + ": " + prices + " "
                + tariff.path("currency").asText();
    }

    static String token(JsonNode token) {
        return token.path("uid").asText() + " (" + token.path("type").asText() + "), whitelist "
                + token.path("whitelist").asText() + ", " + (token.path("valid").asBoolean() ? "valid" : "not valid");
    }

    static String session(JsonNode session) {
        List<String> facts = new ArrayList<>();
        add(facts, session, "id", "");
        add(facts, session, "status", "");
        if (session.has("kwh")) {
            facts.add(number(session.path("kwh")) + " kWh");
        }
        cost(session, "total_cost").ifPresent(cost -> facts.add(cost));
        if (session.path("charging_periods").size() > 0) {
            facts.add(periods(session.path("charging_periods")));
        }
        return String.join(", ", facts);
    }

    private static String periods(JsonNode periods) {
        return periods.size() == 1
                ? "a charging period from "
                        + time(periods.get(0).path("start_date_time").asText())
                : periods.size() + " charging periods";
    }

    static String cdr(JsonNode cdr) {
        List<String> facts = new ArrayList<>();
        add(facts, cdr, "id", "");
        facts.add(number(cdr.path("total_energy")) + " kWh");
        facts.add(hours(cdr.path("total_time")));
        if (cdr.path("total_parking_time").asDouble() > 0) {
            facts.add(hours(cdr.path("total_parking_time")) + " of it parked");
        }
        cost(cdr, "total_cost").ifPresent(facts::add);
        return String.join(", ", facts);
    }

    /** Both spellings of a price: excl_vat in 2.2.1, before_taxes in 2.3.0. */
    private static java.util.Optional<String> cost(JsonNode object, String field) {
        JsonNode price = object.path(field);
        JsonNode amount = price.has("excl_vat") ? price.path("excl_vat") : price.path("before_taxes");
        return amount.isNumber()
                ? java.util.Optional.of("total " + money(amount) + " "
                                + object.path("currency").asText("") + " before taxes")
                        .map(text -> text.replace("  ", " "))
                : java.util.Optional.empty();
    }

    static String credentials(JsonNode credentials, String letter) {
        String roles = all(credentials.path("roles")).stream()
                .map(role -> role.path("role").asText() + " "
                        + role.path("country_code").asText() + "-"
                        + role.path("party_id").asText() + " “"
                        + role.path("business_details").path("name").asText() + "”")
                .collect(Collectors.joining(", "));
        return letter + " = " + credentials.path("token").asText() + ", versions at "
                + credentials.path("url").asText() + ", roles " + roles;
    }

    static String versions(JsonNode versions) {
        return "speaks "
                + all(versions).stream()
                        .map(version -> version.path("version").asText())
                        .collect(Collectors.joining(", "));
    }

    static String endpoints(JsonNode details) {
        List<JsonNode> endpoints = all(details.path("endpoints"));
        return endpoints.size() + " endpoints: "
                + endpoints.stream()
                        .map(endpoint -> endpoint.path("identifier").asText())
                        .distinct()
                        .collect(Collectors.joining(", "));
    }

    static String command(JsonNode command) {
        List<String> facts = new ArrayList<>();
        if (command.has("token")) {
            facts.add("token " + command.path("token").path("uid").asText());
        }
        add(facts, command, "session_id", "session ");
        add(facts, command, "reservation_id", "reservation ");
        add(facts, command, "location_id", "location ");
        add(facts, command, "evse_uid", "EVSE ");
        add(facts, command, "response_url", "result to ");
        return String.join(", ", facts);
    }

    /** The fields of a PATCH, which may be any. */
    static String changes(JsonNode patch) {
        return patch.properties().stream()
                .filter(field -> !field.getKey().equals("last_updated"))
                .map(field -> field.getKey() + " " + value(field.getKey(), field.getValue()))
                .collect(Collectors.joining(", "));
    }

    private static String value(String field, JsonNode value) {
        if (field.equals("charging_periods")) {
            return "+ " + periods(value);
        }
        if (value.has("excl_vat") || value.has("before_taxes")) {
            return money(value.has("excl_vat") ? value.path("excl_vat") : value.path("before_taxes")) + " before taxes";
        }
        return value.isNumber() ? number(value) : value.isValueNode() ? value.asText() : value.toString();
    }

    /** The first few of a page, and how many there are in all. */
    static String page(JsonNode list, String what, String total, boolean more) {
        List<JsonNode> objects = all(list);
        String named = objects.stream()
                .limit(LISTED)
                .map(object -> object.path("name")
                        .asText(object.path("id").asText(object.path("uid").asText())))
                .collect(Collectors.joining(", "));
        String rest = objects.size() > LISTED ? ", …" : "";
        return objects.size() + (total.isEmpty() ? "" : " of " + total) + " " + what
                + (named.isEmpty() ? "" : ": " + named + rest)
                + (more ? "; the Link header leads to the next page" : "");
    }

    static String number(JsonNode number) {
        if (!number.isNumber()) {
            return number.asText();
        }
        BigDecimal plain = number.decimalValue().stripTrailingZeros();
        return (plain.scale() < 0 ? plain.setScale(0) : plain).toPlainString();
    }

    private static String hours(JsonNode hours) {
        long minutes = Math.round(hours.asDouble() * 60);
        return minutes < 60 ? minutes + " min" : minutes / 60 + " h " + minutes % 60 + " min";
    }

    static String money(JsonNode amount) {
        BigDecimal plain = amount.decimalValue();
        return plain.stripTrailingZeros().scale() > 2
                ? plain.stripTrailingZeros().toPlainString()
                : plain.setScale(2).toPlainString();
    }

    static String time(String instant) {
        return instant.length() >= 16 ? instant.substring(11, 16) + " UTC" : instant;
    }

    private static void add(List<String> facts, JsonNode object, String field, String lead) {
        if (object.has(field)) {
            facts.add(lead + object.path(field).asText());
        }
    }

    static List<JsonNode> all(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).toList();
    }
}
