package dev.roamlab.scenarios.operator;

import dev.roamlab.cpo.Cpo;
import dev.roamlab.ocpi.json.Document;
import dev.roamlab.ocpi.locations.Location;
import dev.roamlab.ocpi.tariffs.Tariff;
import dev.roamlab.ocpi.tokens.Token;
import dev.roamlab.ocpi.types.Party;
import io.vertx.core.Future;
import java.util.List;
import java.util.Map;

/**
 * What our CPO has in its books before anybody registers.
 *
 * @param tokens of the tester, from former days
 * @param past what each eMSP's drivers charged
 */
record CpoStock(
        List<Document<Tariff>> tariffs,
        List<Document<Location>> locations,
        List<Document<Token>> tokens,
        Map<Party, FormerDays.Past> past) {

    /** Reads it; blocks for some milliseconds. */
    static CpoStock read(SeedFile seed, Party owner, Party tester) {
        List<Document<Tariff>> tariffs = seed.read("tariffs.yaml", Tariff.class, owner);
        List<Document<Location>> locations = seed.read("locations.yaml", Location.class, owner);
        return new CpoStock(
                tariffs,
                locations,
                seed.read("tester-tokens.yaml", Token.class, tester),
                new FormerDays(seed, locations, tariffs, tester).perEmsp());
    }

    /** Puts it into a CPO's books. */
    Future<Void> moveInto(Cpo cpo) {
        return cpo.loadTariffs(tariffs)
                .compose(loaded -> cpo.loadLocations(locations))
                .compose(loaded -> Future.all(past.entrySet().stream()
                        .map(emsp -> cpo.loadHistory(
                                emsp.getKey(),
                                emsp.getValue().sessions(),
                                emsp.getValue().cdrs()))
                        .toList()))
                .compose(
                        loaded -> Future.all(tokens.stream().map(cpo::loadToken).toList()))
                .mapEmpty();
    }
}
