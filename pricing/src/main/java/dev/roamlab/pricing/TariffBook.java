package dev.roamlab.pricing;

import dev.roamlab.ocpi.tariffs.Tariff;
import dev.roamlab.ocpi.types.CiString;
import dev.roamlab.ocpi.types.InvalidField;
import dev.roamlab.ocpi.types.Require;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The tariffs at hand, and which of them a phase uses. */
final class TariffBook {
    private final Map<CiString, Tariff> byId = new HashMap<>();
    private final Map<CiString, Thresholds> thresholds = new HashMap<>();
    private final Map<CiString, Tariff> used = new LinkedHashMap<>();
    private final List<String> notes = new ArrayList<>();
    private final String currency;
    private final Optional<Tariff> unnamed;

    TariffBook(List<Tariff> tariffs, Usage usage) {
        Require.notEmpty("tariffs", tariffs);
        currency = tariffs.get(0).currency();
        for (Tariff tariff : tariffs) {
            Require.that(
                    tariff.currency().equalsIgnoreCase(currency),
                    "currency",
                    "one currency in all tariffs, " + currency,
                    tariff.currency());
            byId.putIfAbsent(tariff.id(), tariff);
        }
        unnamed = usage.origin() == Usage.Origin.MEASURED
                ? Optional.of(TariffChoice.at(tariffs, usage.start()).orElse(tariffs.get(0)))
                : Optional.empty();
        unnamed.filter(tariff -> tariff != tariffs.get(0))
                .ifPresent(tariff -> notes.add("Tariff " + tariffs.get(0).id() + " is not valid on " + usage.start()
                        + ": tariff " + tariff.id() + " takes its place."));
    }

    /** The tariff a phase uses; empty when it is free because none applies. */
    Optional<Tariff> of(Phase phase) {
        Optional<Tariff> tariff =
                phase.tariffId().isPresent() ? phase.tariffId().map(this::named) : unnamed;
        tariff.filter(used -> this.used.putIfAbsent(used.id(), used) == null)
                .ifPresent(first -> checkValidity(first, phase));
        return tariff;
    }

    Thresholds thresholds(Tariff tariff) {
        return thresholds.computeIfAbsent(tariff.id(), id -> Thresholds.of(tariff));
    }

    /** In order of first use. */
    List<Tariff> used() {
        return List.copyOf(used.values());
    }

    List<String> notes() {
        return notes;
    }

    String currency() {
        return currency;
    }

    private Tariff named(CiString id) {
        Tariff tariff = byId.get(id);
        if (tariff == null) {
            throw new InvalidField("tariff_id", "the id of one of the tariffs given: " + byId.keySet(), id.value());
        }
        return tariff;
    }

    /** A session keeps the tariff it began with (TAR-053), so only its beginning is looked at, and only to warn. */
    private void checkValidity(Tariff tariff, Phase phase) {
        if (!TariffChoice.isValid(tariff, phase.start())) {
            notes.add("Tariff " + tariff.id() + " is priced although it is not valid on " + phase.start() + " (valid "
                    + tariff.startDateTime().map(start -> "from " + start + " ").orElse("")
                    + tariff.endDateTime().map(end -> "until " + end).orElse("") + ").");
        }
    }
}
