package dev.roamlab.scenarios.fuzz;

import dev.roamlab.ocpi.json.DateTimes;
import dev.roamlab.ocpi.operations.Operation;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** What the makers of cases know of the nodes. */
final class Nodes {
    private static final int SESSIONS_KEPT = 50;
    private static final int SOON_SECONDS = 20;

    private final Node emsp;
    private final Node cpo;
    private final Stranger stranger;
    private final List<String> sessions = new CopyOnWriteArrayList<>(List.of("S0", "S1", "S2"));

    Nodes(Node emsp, Node cpo, Stranger stranger) {
        this.emsp = emsp;
        this.cpo = cpo;
        this.stranger = stranger;
    }

    /**
     * One node.
     *
     * @param token what the stranger was given
     * @param passing tokens of those who register and leave during the storm; the list grows
     */
    record Node(String name, int port, String token, List<String> passing, List<Operation<?, ?>> operations) {
        String passing(Chance chance) {
            return chance.pick(passing);
        }

        String url() {
            return "http://127.0.0.1:" + port;
        }
    }

    Node emsp() {
        return emsp;
    }

    Node cpo() {
        return cpo;
    }

    Stranger stranger() {
        return stranger;
    }

    /** The id of a session that may exist. */
    String session(Chance chance) {
        return chance.pick(sessions);
    }

    void remember(String sessionId) {
        if (sessions.size() < SESSIONS_KEPT && !sessions.contains(sessionId)) {
            sessions.add(sessionId);
        }
    }

    String soon() {
        return DateTimes.format(Instant.now().plusSeconds(SOON_SECONDS));
    }
}
