package dev.roamlab.pricing;

import dev.roamlab.ocpi.Fixtures;
import dev.roamlab.ocpi.cdrs.Cdr;
import dev.roamlab.ocpi.tariffs.PriceComponent;
import dev.roamlab.ocpi.tariffs.Tariff;
import dev.roamlab.ocpi.tariffs.TariffBuilder;
import dev.roamlab.ocpi.tariffs.TariffDimensionType;
import dev.roamlab.ocpi.tariffs.TariffElement;
import dev.roamlab.ocpi.tariffs.TariffRestrictions;
import dev.roamlab.ocpi.tariffs.TariffRestrictionsBuilder;
import dev.roamlab.ocpi.tariffs.TaxIncluded;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** Short ways to say tariffs and sessions. */
public final class Samples {
    /** A zone that changes its clock, on 2024-03-31 and 2024-10-27. */
    public static final ZoneId AMSTERDAM = ZoneId.of("Europe/Amsterdam");

    public static final ZoneId UTC = ZoneOffset.UTC;

    private Samples() {}

    public static Instant at(String moment) {
        return Instant.parse(moment);
    }

    public static BigDecimal decimal(String number) {
        return new BigDecimal(number);
    }

    public static PriceComponent price(TariffDimensionType type, String price, int stepSize) {
        return new PriceComponent(type, decimal(price), Optional.of(decimal("20")), stepSize);
    }

    public static PriceComponent energy(String price) {
        return price(TariffDimensionType.ENERGY, price, 1);
    }

    public static PriceComponent time(String price) {
        return price(TariffDimensionType.TIME, price, 1);
    }

    public static PriceComponent parking(String price) {
        return price(TariffDimensionType.PARKING_TIME, price, 1);
    }

    public static PriceComponent fee(String price) {
        return price(TariffDimensionType.FLAT, price, 1);
    }

    public static TariffRestrictionsBuilder when() {
        return TariffRestrictionsBuilder.builder();
    }

    public static TariffElement element(TariffRestrictionsBuilder restrictions, PriceComponent... components) {
        return element(restrictions.build(), components);
    }

    public static TariffElement element(TariffRestrictions restrictions, PriceComponent... components) {
        return new TariffElement(List.of(components), Optional.of(restrictions));
    }

    public static TariffBuilder tariff(TariffElement... elements) {
        return Fixtures.aTariff()
                .elements(List.of(elements))
                .taxIncluded(TaxIncluded.NO)
                .minPrice(Optional.empty())
                .maxPrice(Optional.empty());
    }

    public static Tariff tariff(PriceComponent... components) {
        return tariff(TariffElement.of(components)).build();
    }

    public static Bill bill(Tariff tariff, ZoneId zone, Phase... phases) {
        return TariffEngine.price(List.of(tariff), Usage.of(phases), zone);
    }

    /** A CDR with the figures of a bill. */
    public static Cdr cdr(Bill bill, Usage usage) {
        List<Phase> phases = usage.phases();
        Instant end = phases.get(phases.size() - 1).end();
        return bill.onto(Fixtures.aCdr())
                .startDateTime(phases.get(0).start())
                .endDateTime(end)
                .lastUpdated(end)
                .build();
    }
}
