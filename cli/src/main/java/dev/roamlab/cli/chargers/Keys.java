package dev.roamlab.cli.chargers;

import dev.roamlab.ocpp.messages.ErrorCode;
import dev.roamlab.ocpp.messages.IdToken;
import dev.roamlab.station.StationSnapshot;
import dev.roamlab.station.fleet.SimulatedStation;
import dev.roamlab.station.models.ConnectorModel;
import dev.roamlab.station.physics.CarModel;
import dev.roamlab.station.physics.Cars;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/** What each key does: small letters drive the charger that is selected, capitals strike all of them. */
final class Keys {
    private static final double[] LIMITS = {Double.POSITIVE_INFINITY, 7_000, 3_000, 0};
    private static final int USUAL_SOC = 30;

    private static final Map<Character, String> DRAMAS = dramas();

    private final Crew crew;
    private final List<IdToken> tokens;
    private final Consumer<String> says;
    private final Runnable frames;
    private final Runnable quit;
    private int station;
    private int connector = 1;
    private int token;
    private int limit;

    /**
     * The keys of one run.
     *
     * @param frames switches the showing of frames on and off
     */
    Keys(Crew crew, List<IdToken> tokens, Consumer<String> says, Runnable frames, Runnable quit) {
        this.crew = crew;
        this.tokens = tokens;
        this.says = says;
        this.frames = frames;
        this.quit = quit;
    }

    private static Map<Character, String> dramas() {
        Map<Character, String> keys = new LinkedHashMap<>();
        keys.put('B', "blackout");
        keys.put('O', "outage");
        keys.put('R', "rush-hour");
        keys.put('W', "firmware-wave");
        keys.put('S', "slow-network");
        keys.put('K', "clock-skew");
        keys.put('D', "duplicates");
        keys.put('L', "losses");
        keys.put('F', "faults");
        keys.put('E', DramaOrder.END);
        return keys;
    }

    void help() {
        says.accept(
                "p plug in  u unplug  t token  i next card  f fault  c clear  l limit  a car pauses  g car goes on");
        says.accept("r reboot  n network off/on  m mains off/on  1-9 connector  +/- charger  v frames  q quit");
        says.accept("all: B blackout  O outage  R rush hour  W firmware wave  S slow network  K clock skew");
        says.accept("     D duplicates  L losses  F faults  E end them      ? these keys");
    }

    void pressed(int code) {
        char key = (char) code;
        if (key == '?') {
            help();
        } else if (key == 'q') {
            quit.run();
        } else if (key == 'v') {
            frames.run();
        } else if (DRAMAS.containsKey(key)) {
            strike(DRAMAS.getOrDefault(key, DramaOrder.END));
        } else if (crew.stations().isEmpty()) {
            says.accept("These chargers live in other processes: only capitals work here, see ?.");
        } else if (!select(key)) {
            drive(key, selected());
        }
    }

    /** Which charger and connector is driven, in words. */
    String selection() {
        List<SimulatedStation> stations = crew.stations();
        if (stations.isEmpty()) {
            return "";
        }
        StationSnapshot state = selected().state();
        StationSnapshot.Connector seen =
                state.connector(Math.min(connector, state.connectors().size()));
        String soc = seen.stateOfCharge()
                .map(percent -> String.format(Locale.ROOT, ", car at %.0f %%", percent))
                .orElse("");
        return String.format(
                Locale.ROOT,
                "%s connector %d: %s, %s%s   ? keys",
                state.chargePointId(),
                seen.number(),
                words(seen.status().status()),
                FiguresText.power(seen.watts()),
                soc);
    }

    private void strike(String drama) {
        try {
            crew.order(drama);
        } catch (IllegalArgumentException wrong) {
            says.accept(String.valueOf(wrong.getMessage()));
        }
    }

    private boolean select(char key) {
        int count = crew.stations().size();
        if (key == '+' || key == '-') {
            station = Math.floorMod(station + (key == '+' ? 1 : -1), count);
            connector = 1;
            return true;
        }
        if (key >= '1' && key <= '9') {
            connector = Math.min(key - '0', selected().current().connectors().size());
            return true;
        }
        return false;
    }

    private void drive(char key, SimulatedStation driven) {
        switch (key) {
            case 'p' -> driven.plugIn(connector, car(driven).at(USUAL_SOC));
            case 'u' -> driven.unplug(connector);
            case 't' -> driven.present(connector, tokens.get(token));
            case 'i' -> {
                token = (token + 1) % tokens.size();
                says.accept("The next card is " + tokens.get(token).idToken() + ".");
            }
            case 'f' -> driven.fault(connector, ErrorCode.GROUND_FAILURE);
            case 'c' -> driven.clearFault(connector);
            case 'a' -> driven.pauseCar(connector);
            case 'g' -> driven.resumeCar(connector);
            case 'l' -> limit(driven);
            case 'r' -> driven.reboot();
            case 'n' -> network(driven);
            case 'm' -> mains(driven);
            default -> {
                if (key > ' ') {
                    says.accept("'" + key + "' does nothing; ? shows the keys.");
                }
            }
        }
    }

    private void limit(SimulatedStation driven) {
        limit = (limit + 1) % LIMITS.length;
        driven.setLimit(connector, LIMITS[limit]);
        says.accept(
                Double.isInfinite(LIMITS[limit]) ? "No limit." : "At most " + FiguresText.power(LIMITS[limit]) + ".");
    }

    private static void network(SimulatedStation driven) {
        if (driven.current().networkUp()) {
            driven.loseConnection();
        } else {
            driven.restoreConnection();
        }
    }

    private static void mains(SimulatedStation driven) {
        if (driven.state().powered()) {
            driven.losePower();
        } else {
            driven.restorePower();
        }
    }

    private CarModel car(SimulatedStation driven) {
        ConnectorModel model = driven.spec().model().connectors().get(connector - 1);
        return Cars.all().stream()
                .filter(car -> model.powerType().direct() ? car.dcMaxKw() > 0 : car.acPhases() > 0)
                .findFirst()
                .orElseGet(() -> Cars.all().get(0));
    }

    private SimulatedStation selected() {
        List<SimulatedStation> stations = crew.stations();
        return stations.get(Math.min(station, stations.size() - 1));
    }

    private static String words(Enum<?> status) {
        return status.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
