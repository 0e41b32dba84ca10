package dev.roamlab.scenarios.own;

import dev.roamlab.ocpi.locations.Location;
import dev.roamlab.ocpi.tariffs.Tariff;
import dev.roamlab.ocpi.tariffs.TariffDimensionType;
import dev.roamlab.scenarios.world.World.Member;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What the text says where the shipped stories speak of their own places and prices. */
final class OwnCast {
    private static final int PAGES_TO_SEE = 3;
    private static final int SMALLEST_PAGE = 5;
    private static final int LARGEST_PAGE = 1000;
    private static final int LARGE = 20_000;

    private final Map<String, Member> cast;

    /** @param shipped people keep their names and cards */
    OwnCast(Map<String, Member> shipped) {
        cast = new LinkedHashMap<>(shipped);
    }

    Map<String, Member> members() {
        return cast;
    }

    void place(Candidate place, Battery battery) {
        Location location = place.location();
        boolean single = place.sockets().size() == 1;
        facts(
                "place",
                place.name(),
                Map.of(
                        "location", location.id().value(),
                        "evse", place.first().uid(),
                        "other_evse", place.second().uid(),
                        "connector", place.second().connector().id().value(),
                        "city", Words.clean(location.city()),
                        "power", battery.power(),
                        "first_socket", single ? "the charger" : "the first socket"));
        String second = single ? "1" : "2";
        facts("charger", "the charger", Map.of("id", ChargerFit.charger(place).id(), "second", second));
        opening(location);
    }

    private void opening(Location near) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("location", "roamlab-new-place");
        facts.put("evse", "roamlab-new-place-1");
        facts.put("address", "New Square 7");
        facts.put("city", near.city());
        facts.put("country", near.country());
        facts.put("latitude", near.coordinates().latitude());
        facts.put("longitude", near.coordinates().longitude());
        facts.put("time_zone", near.timeZone());
        facts("opening", "New Square", facts);
    }

    void mia(Battery battery) {
        Member mia = cast.getOrDefault("mia", new Member("Mia", "", Map.of()));
        Map<String, String> facts = new LinkedHashMap<>(mia.facts());
        String soon = Words.number(battery.surelySoon());
        facts.put("soc", String.valueOf(battery.soc()));
        facts.put("at_home", "two hours away");
        facts.put("app", "the app on her phone");
        facts.put("homewards", "");
        facts.put("soon", soon);
        facts.put("soon_kwh", soon);
        cast.put("mia", new Member(mia.name(), mia.description(), facts));
    }

    void network(int locations) {
        String besides = locations < LARGE ? "; a large CPO has fifty thousand" : "";
        int third = (locations + PAGES_TO_SEE - 1) / PAGES_TO_SEE;
        int page = Math.max(SMALLEST_PAGE, Math.min(LARGEST_PAGE, third));
        String name = locations == 1 ? "one place" : Words.count(locations, "place");
        facts("network", name, Map.of("page", String.valueOf(page), "besides", besides));
    }

    void touched(String key, Optional<OwnWorld.Point> point) {
        point.ifPresent(touched -> facts(
                key,
                Words.name(touched.location()),
                Map.of("location", touched.location().id().value(), "evse", touched.evse())));
    }

    void prices(Prices prices, String city) {
        Member place = cast.getOrDefault("place", new Member("", "", Map.of()));
        Map<String, String> facts = new LinkedHashMap<>(place.facts());
        facts.put("tariff", prices.tariff().id().value());
        facts.put("raised", Prices.raised(prices.tariff()));
        cast.put("place", new Member(place.name(), place.description(), facts));
        Tariff other = prices.other().orElse(prices.tariff());
        String name = prices.lent() ? "fast charging" : "tariff " + other.id().value();
        facts("fast", name, Map.of("tariff", other.id().value(), "raised", Prices.raised(other)));
        String sentence = prices.timetable()
                .change()
                .map(change -> sentence(change, prices.tariff().currency(), city))
                .orElse("An hour goes by. The sister brings a second pot.");
        facts(
                "evening",
                sentence,
                Map.of("instant", prices.timetable().evening().toString()));
    }

    private static String sentence(PriceChange change, String currency, String city) {
        String what = change.dimension() == TariffDimensionType.ENERGY ? "a kilowatt hour" : "an hour of charging";
        return "It is " + change.at() + " in " + city + ". From now on " + what + " costs " + money(change.after())
                + " " + currency.toUpperCase(Locale.ROOT) + " instead of " + money(change.before()) + ".";
    }

    private static String money(BigDecimal price) {
        BigDecimal plain = price.stripTrailingZeros();
        return plain.scale() < 2 ? plain.setScale(2).toPlainString() : plain.toPlainString();
    }

    /** Names that stand in texts only, when nothing in the data can be named so. */
    void without(List<String> keys) {
        keys.forEach(cast::remove);
    }

    private void facts(String key, String name, Map<String, String> facts) {
        cast.put(key, new Member(name, "", facts));
    }
}
