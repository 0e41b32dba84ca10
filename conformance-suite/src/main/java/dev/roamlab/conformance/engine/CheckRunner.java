package dev.roamlab.conformance.engine;

import dev.roamlab.conformance.check.Judgement;
import dev.roamlab.conformance.check.Judgement.Kind;
import dev.roamlab.conformance.check.Ledger;
import dev.roamlab.conformance.check.Probe;
import dev.roamlab.conformance.check.Scene;
import dev.roamlab.conformance.check.Stage;
import dev.roamlab.conformance.check.Stop;
import dev.roamlab.conformance.trigger.Triggers.TriggerUnavailable;
import dev.roamlab.conformance.wire.WireExchange;
import dev.roamlab.conformance.wire.WireTrouble;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs one check and notes for each requirement that it left undecided why it did. Nothing that a check throws gets past here, and
 * no finding that may be the network's doing.
 */
final class CheckRunner {
    private static final Logger LOG = LoggerFactory.getLogger(CheckRunner.class);

    private final Scene scene;
    private final TimeLimit limit;
    private final Doubts doubts;

    CheckRunner(Scene scene, TimeLimit limit) {
        this.scene = scene;
        this.limit = limit;
        this.doubts = new Doubts(scene);
    }

    void run(CheckMethod check) {
        Ledger found = new Ledger();
        Optional<String> ended = check.stage() == Stage.ASKING
                ? limit.atEase(() -> judge(check, found))
                : limit.within(() -> judge(check, found));
        ended.ifPresent(reason -> undecided(check, found, Kind.ERROR, reason, Optional.empty()));
        Optional<String> doubt = found.accuses() ? ended.or(() -> doubts.about(check)) : Optional.empty();
        scene.ledger().take(found, doubt);
    }

    private void judge(CheckMethod check, Ledger found) {
        try {
            check.body().judge(new Probe(scene, found, check.name(), check.proves()));
            // What the check had no occasion to judge stays without a word: the judge calls it inconclusive.
        } catch (Stop stop) {
            undecided(check, found, Kind.valueOf(stop.as().name()), stop.getMessage(), Optional.empty());
        } catch (TriggerUnavailable unavailable) {
            undecided(check, found, Kind.INCONCLUSIVE, unavailable.getMessage(), Optional.empty());
        } catch (WireTrouble trouble) {
            undecided(check, found, Kind.ERROR, trouble.getMessage(), Optional.of(trouble.exchange()));
        } catch (Throwable broken) {
            LOG.error("the check {} broke", check.name(), broken);
            undecided(check, found, Kind.ERROR, "our check broke: " + broken, Optional.empty());
        }
    }

    /** Notes that a check could not be run at all. */
    void skip(CheckMethod check, Kind kind, String reason) {
        undecided(check, scene.ledger(), kind, reason, Optional.empty());
    }

    private static void undecided(
            CheckMethod check, Ledger ledger, Kind kind, String reason, Optional<WireExchange> exchange) {
        for (String id : check.proves()) {
            if (!ledger.decided(id, check.name())) {
                ledger.add(id, new Judgement(kind, check.name(), reason, "", exchange, List.of()));
            }
        }
    }
}
