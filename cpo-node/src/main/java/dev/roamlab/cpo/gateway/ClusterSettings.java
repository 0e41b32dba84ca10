package dev.roamlab.cpo.gateway;

import java.util.List;

/**
 * Which processes belong together.
 *
 * @param name of the cluster; processes of another name are strangers
 * @param self where this process is to be found by the others, {@code HOST:PORT}
 * @param members other processes, {@code HOST:PORT} each; one that runs is enough, it knows the rest
 */
public record ClusterSettings(String name, Address self, List<Address> members) {
    /** The usual name. */
    public static final String NAME = "roamlab";

    public ClusterSettings {
        members = List.copyOf(members);
    }

    /** An interface and a port. */
    public record Address(String host, int port) {
        private static final int MAX_PORT = 65_535;

        /**
         * Reads {@code HOST:PORT}.
         *
         * @throws IllegalArgumentException when it is none
         */
        public static Address parse(String text) {
            int colon = text.lastIndexOf(':');
            try {
                int port = Integer.parseInt(text.substring(colon + 1));
                if (colon > 0 && port > 0 && port <= MAX_PORT) {
                    return new Address(text.substring(0, colon), port);
                }
            } catch (NumberFormatException none) {
                // told below
            }
            throw new IllegalArgumentException("'" + text + "', must be HOST:PORT, such as 10.0.0.5:5701");
        }

        @Override
        public String toString() {
            return host + ":" + port;
        }
    }
}
