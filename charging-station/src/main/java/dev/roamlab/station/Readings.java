package dev.roamlab.station;

import dev.roamlab.ocpp.messages.ConnectorStatus;
import dev.roamlab.ocpp.messages.Evse;
import dev.roamlab.ocpp.messages.monitoring.MonitoringBase;
import dev.roamlab.station.device.DeviceVariable;
import dev.roamlab.station.device.Gauge;
import dev.roamlab.station.device.Source;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** What the variables of a station show now. */
final class Readings {
    private Readings() {}

    /** The value of a variable; empty where it has none at the moment. */
    static Optional<String> of(StationState state, DeviceVariable variable) {
        if (variable.source() instanceof Source.Fixed fixed) {
            return Optional.of(fixed.value());
        } else if (variable.source() instanceof Source.Key key) {
            return ConfigurationKey.named(key.name()).map(state.configuration()::value);
        } else if (variable.source() instanceof Source.Live live) {
            return live(state, live.gauge(), variable.component().evse());
        }
        throw new IllegalArgumentException("no rule for " + variable.source());
    }

    private static Optional<String> live(StationState state, Gauge gauge, Optional<Evse> place) {
        return switch (gauge) {
            case AVAILABILITY_STATE -> Optional.of(availability(state, place));
            case ENABLED -> Optional.of(Boolean.toString(enabled(state, place)));
            case PROBLEM -> Optional.of(Boolean.toString(problem(state, place)));
            case POWER ->
                Optional.of(watts(connectors(state, place).stream()
                        .mapToDouble(
                                connector -> Metering.flow(state, connector).watts())
                        .sum()));
            case ENERGY_REGISTER ->
                Optional.of(Long.toString(connectors(state, place).stream()
                        .mapToLong(ConnectorState::reading)
                        .sum()));
            case STATE_OF_CHARGE -> stateOfCharge(connectors(state, place));
            case CACHED_TOKENS,
                    DATE_TIME,
                    DISPLAY_MESSAGES,
                    FIRMWARE_VERSION,
                    IDENTITY,
                    LOCAL_LIST_ENTRIES,
                    MONITORING_BASE,
                    MONITORING_LEVEL,
                    NETWORK_PROFILE,
                    RATE_UNITS,
                    SERIAL_NUMBER -> Optional.of(ofStation(state, gauge));
        };
    }

    private static String ofStation(StationState state, Gauge gauge) {
        return switch (gauge) {
            case CACHED_TOKENS -> Integer.toString(state.tokens().known().size());
            case DATE_TIME -> state.meteredTo().truncatedTo(ChronoUnit.MILLIS).toString();
            case DISPLAY_MESSAGES -> Integer.toString(state.device().display().size());
            case FIRMWARE_VERSION ->
                state.device().installed().orElse(state.spec().model().firmware());
            case IDENTITY -> state.spec().chargePointId();
            case LOCAL_LIST_ENTRIES ->
                Integer.toString(state.device().localList().known().size());
            case MONITORING_BASE -> base(state.device().monitors().base());
            case MONITORING_LEVEL -> Integer.toString(state.device().monitors().level());
            case NETWORK_PROFILE -> "1";
            case RATE_UNITS -> rateUnits(state);
            case SERIAL_NUMBER -> state.spec().serialNumber();
            case AVAILABILITY_STATE, ENABLED, ENERGY_REGISTER, POWER, PROBLEM, STATE_OF_CHARGE ->
                throw new IllegalArgumentException(gauge + " belongs to a place");
        };
    }

    private static List<ConnectorState> connectors(StationState state, Optional<Evse> place) {
        return place.map(state::numbers)
                .map(numbers -> numbers.stream()
                        .map(number -> state.connectors().get(number - 1))
                        .toList())
                .orElse(state.connectors());
    }

    /** Of several connectors the one that is most in use speaks for all; a whole station is what it is itself. */
    private static String availability(StationState state, Optional<Evse> place) {
        if (place.isEmpty()) {
            return coarse(Statuses.ofStation(state).status());
        }
        List<String> words = connectors(state, place).stream()
                .map(connector -> coarse(Statuses.of(state, connector).status()))
                .toList();
        return List.of("Occupied", "Reserved", "Faulted", "Available", "Unavailable").stream()
                .filter(words::contains)
                .findFirst()
                .orElse("Unavailable");
    }

    private static String coarse(ConnectorStatus status) {
        return switch (status) {
            case AVAILABLE -> "Available";
            case OCCUPIED, PREPARING, CHARGING, SUSPENDED_EV, SUSPENDED_EVSE, FINISHING -> "Occupied";
            case RESERVED -> "Reserved";
            case UNAVAILABLE -> "Unavailable";
            case FAULTED -> "Faulted";
        };
    }

    private static boolean enabled(StationState state, Optional<Evse> place) {
        return state.operative()
                && (place.isEmpty() || connectors(state, place).stream().anyMatch(ConnectorState::operative));
    }

    private static boolean problem(StationState state, Optional<Evse> place) {
        return state.fault().isPresent()
                || place.isPresent()
                        && connectors(state, place).stream()
                                .anyMatch(connector -> connector.fault().isPresent());
    }

    private static Optional<String> stateOfCharge(List<ConnectorState> connectors) {
        return connectors.stream()
                .filter(connector -> connector.model().powerType().direct())
                .flatMap(connector -> connector.plug().stream())
                .findFirst()
                .map(plug -> Long.toString(Math.round(plug.car().stateOfCharge())));
    }

    private static String watts(double watts) {
        return BigDecimal.valueOf(watts).setScale(1, RoundingMode.HALF_UP).toPlainString();
    }

    private static String base(MonitoringBase base) {
        return switch (base) {
            case ALL -> "All";
            case FACTORY_DEFAULT -> "FactoryDefault";
            case HARD_WIRED_ONLY -> "HardWiredOnly";
        };
    }

    private static String rateUnits(StationState state) {
        return state.configuration()
                .value(ConfigurationKey.CHARGING_SCHEDULE_ALLOWED_CHARGING_RATE_UNIT)
                .replace("Current", "A")
                .replace("Power", "W");
    }
}
