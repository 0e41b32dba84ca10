package dev.roamlab.cli.chargers;

import dev.roamlab.ocpp.link.StationAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * A central system, and how large its share of the chargers is.
 *
 * @param weight from 1
 */
record Target(String url, int weight) {
    private static final int HEAVIEST = 1000;

    /** Whether it is on this machine. */
    boolean isLocal() {
        String host = URI.create(url).getHost();
        return host.equals("localhost") || host.startsWith("127.");
    }

    /** Whose turn it is, for each of so many chargers: shares are kept to at any point, not just at the end. */
    static List<Target> inTurn(List<Target> targets, int count) {
        List<Target> turns = new ArrayList<>(count);
        int[] credit = new int[targets.size()];
        int all = targets.stream().mapToInt(Target::weight).sum();
        for (int i = 0; i < count; i++) {
            int best = 0;
            for (int t = 0; t < credit.length; t++) {
                credit[t] += targets.get(t).weight();
                best = credit[t] > credit[best] ? t : best;
            }
            credit[best] -= all;
            turns.add(targets.get(best));
        }
        return turns;
    }

    @Override
    public String toString() {
        return weight == 1 ? url : url + "#" + weight;
    }

    /** Reads a WebSocket URL, with {@code #N} behind it for its share. */
    static final class Converter implements ITypeConverter<Target> {
        @Override
        public Target convert(String value) {
            int hash = value.indexOf('#');
            String url = hash < 0 ? value : value.substring(0, hash);
            String weight = hash < 0 ? "1" : value.substring(hash + 1);
            try {
                StationAddress.of(url, "x");
            } catch (IllegalArgumentException wrong) {
                throw new TypeConversionException("'" + url + "' is no address of a central system.\n"
                        + "Write ws://host:port/path or wss://host:port/path; the charger's id is added behind it.");
            }
            if (!weight.matches("[1-9]\\d{0,3}") || Integer.parseInt(weight) > HEAVIEST) {
                throw new TypeConversionException("'" + weight + "' is no share.\n"
                        + "Write ws://host/path#3 for three chargers there to one elsewhere; up to " + HEAVIEST + ".");
            }
            return new Target(url, Integer.parseInt(weight));
        }
    }
}
