package dev.roamlab.cpo.sessions;

import dev.roamlab.ocpi.cdrs.ChargingPeriod;
import dev.roamlab.ocpi.tariffs.PriceComponent;
import dev.roamlab.ocpi.tariffs.Tariff;
import dev.roamlab.ocpi.tariffs.TariffBuilder;
import dev.roamlab.ocpi.tariffs.TariffDimensionType;
import dev.roamlab.ocpi.tariffs.TariffElement;
import dev.roamlab.ocpi.tariffs.TariffType;
import dev.roamlab.ocpi.tariffs.TaxIncluded;
import dev.roamlab.ocpi.tokens.TokenType;
import dev.roamlab.ocpi.types.CiString;
import dev.roamlab.pricing.Bill;
import dev.roamlab.pricing.BillBuilder;
import dev.roamlab.pricing.TariffChoice;
import dev.roamlab.pricing.TariffEngine;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The CPO's one place that asks the tariff engine. */
public final class Pricing {
    private static final CiString NO_TARIFF = new CiString("NO-TARIFF");

    private final String currency;

    /** @param currency where there is no tariff */
    public Pricing(String currency) {
        this.currency = currency;
    }

    /** The tariffs of a connector with the one for a session first, and only those in its currency. */
    List<Tariff> inOrder(List<Tariff> tariffs, Instant start, TokenType token) {
        TariffType type = token.equals(TokenType.AD_HOC_USER) ? TariffType.AD_HOC_PAYMENT : TariffType.REGULAR;
        Optional<Tariff> chosen = TariffChoice.of(tariffs, start, type)
                .or(() -> TariffChoice.of(tariffs, start, TariffType.REGULAR))
                .or(() -> TariffChoice.at(tariffs, start))
                .or(() -> tariffs.stream().findFirst());
        List<Tariff> ordered = new ArrayList<>(chosen.stream().toList());
        tariffs.stream()
                .filter(tariff -> !ordered.contains(tariff))
                .filter(tariff ->
                        tariff.currency().equalsIgnoreCase(ordered.get(0).currency()))
                .forEach(ordered::add);
        return ordered;
    }

    /** The currency of a session. */
    String currency(Place place) {
        return place.tariffs().isEmpty() ? currency : place.tariffs().get(0).currency();
    }

    /** The bill for what was used so far; there must be something. */
    Bill bill(Charge charge) {
        Place place = charge.place();
        ZoneId zone = ZoneId.of(place.timeZone());
        if (!place.tariffs().isEmpty()) {
            return TariffEngine.price(place.tariffs(), charge.meter().usage(), zone);
        }
        return withoutTariff(
                TariffEngine.price(List.of(free(charge)), charge.meter().usage(), zone));
    }

    private Tariff free(Charge charge) {
        PriceComponent nothing = new PriceComponent(TariffDimensionType.FLAT, BigDecimal.ZERO, Optional.empty(), 1);
        return TariffBuilder.builder()
                .countryCode(charge.place().owner().countryCode())
                .partyId(charge.place().owner().partyId())
                .id(NO_TARIFF)
                .currency(currency)
                .elements(List.of(TariffElement.of(nothing)))
                .taxIncluded(TaxIncluded.NOT_APPLICABLE)
                .lastUpdated(charge.begin())
                .build();
    }

    /** The engine needs a tariff to cut periods by; nobody else shall see it. */
    private static Bill withoutTariff(Bill bill) {
        return BillBuilder.builder(bill)
                .tariffs(List.of())
                .periods(bill.periods().stream()
                        .map(period ->
                                new ChargingPeriod(period.startDateTime(), period.dimensions(), Optional.empty()))
                        .toList())
                .build();
    }
}
