package dev.roamlab.conformance.tester;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.roamlab.conformance.catalogue.SpecVersion;
import dev.roamlab.conformance.subject.SutRole;
import java.util.List;

/** What a platform owns from the start: enough for two pages and for every type, in the form of 2.3.0. */
final class Stock {
    private static final SpecVersion FORM = SpecVersion.V2_3_0;

    private Stock() {}

    static void fill(Platform platform) {
        if (platform.role() == SutRole.EMSP) {
            tokens(platform);
        } else {
            places(platform);
        }
    }

    private static void tokens(Platform platform) {
        Shelf tokens = platform.owned("tokens");
        TokenSamples samples = platform.samples().tokens();
        tokens.put(samples.of("RFID", "ALWAYS", true));
        tokens.put(samples.of("RFID", "NEVER", true));
        tokens.put(samples.of("RFID", "NEVER", false));
        tokens.put(samples.of("APP_USER", "NEVER", true));
        tokens.put(samples.of("AD_HOC_USER", "NEVER", true));
        tokens.put(samples.of("OTHER", "NEVER", true));
        tokens.put(samples.of("EMAID", "NEVER", true));
        tokens.put(samples.full(FORM));
    }

    private static void places(Platform platform) {
        Shelf tariffs = platform.owned("tariffs");
        TariffSamples prices = platform.samples().tariffs();
        ObjectNode plain = prices.perKwh(FORM, "0.30");
        ObjectNode mixed = prices.mixed(FORM);
        ObjectNode full = prices.full(FORM);
        List.of(plain, mixed, full).forEach(tariffs::put);
        Shelf locations = platform.owned("locations");
        LocationSamples samples = platform.samples().locations();
        for (int number = 1; number <= 4; number++) {
            locations.put(samples.street(FORM, "Test street " + number, ids(number % 2 == 0 ? plain : mixed)));
        }
        locations.put(samples.fast(FORM, "Test motorway", ids(full)));
        locations.put(samples.full(FORM));
        locations.put(samples.minimal(FORM));
    }

    private static List<String> ids(ObjectNode tariff) {
        return List.of(tariff.path("id").asText());
    }
}
