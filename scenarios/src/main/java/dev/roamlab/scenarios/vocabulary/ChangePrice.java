package dev.roamlab.scenarios.vocabulary;

import dev.roamlab.ocpi.tariffs.TariffDimensionType;
import dev.roamlab.scenarios.stage.Stage;
import dev.roamlab.scenarios.stage.Telling;
import dev.roamlab.scenarios.vocabulary.Parameter.Kind;
import io.vertx.core.Future;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** The CPO changes one price of a tariff and tells its partners. */
final class ChangePrice implements Verb {
    private static final Parameter<String> TARIFF = Parameter.named("tariff", Kind.TARIFF, "id of the tariff");
    private static final Parameter<Optional<TariffDimensionType>> DIMENSION = Parameter.oneOf(
                    "dimension", "which price; the tariff's first when left out", TariffDimensionType.class)
            .optional();
    private static final Parameter<BigDecimal> PRICE =
            Parameter.number("price", "per kWh, hour or session, in the tariff's currency");

    @Override
    public String name() {
        return "change_price";
    }

    @Override
    public String summary() {
        return "The CPO changes one price of a tariff and tells its partners.";
    }

    @Override
    public List<Parameter<?>> parameters() {
        return List.of(TARIFF, DIMENSION, PRICE);
    }

    @Override
    public Future<Telling> perform(Arguments with, Stage stage) {
        return stage.cpo().changePrice(with.get(TARIFF), with.get(DIMENSION), with.get(PRICE));
    }
}
