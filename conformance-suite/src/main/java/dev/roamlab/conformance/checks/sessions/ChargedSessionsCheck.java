package dev.roamlab.conformance.checks.sessions;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import dev.roamlab.conformance.catalogue.CatalogueModule;
import dev.roamlab.conformance.check.Checks;
import dev.roamlab.conformance.check.Claim;
import dev.roamlab.conformance.check.Probe;
import dev.roamlab.conformance.check.Proves;
import dev.roamlab.conformance.check.Stage;
import dev.roamlab.conformance.checks.objects.Alike;
import dev.roamlab.conformance.subject.SutRole;
import dev.roamlab.conformance.tester.Incoming;
import dev.roamlab.conformance.tester.Reply;
import dev.roamlab.conformance.tester.Script;
import dev.roamlab.conformance.wire.Target.Side;
import dev.roamlab.conformance.wire.WireExchange;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** Real charges at a CPO, from the first push to the end. Spec: mod_sessions_push_model. */
@Checks(module = CatalogueModule.SESSIONS)
final class ChargedSessionsCheck {
    @Proves(
            value = {
                "SES-003", "SES-004", "SES-011", "SES-031", "SES-032", "SES-035", "SES-061", "SES-090", "SES-091",
                "SES-092", "SES-094", "SES-095", "SES-096", "SES-097"
            },
            stage = Stage.DRIVEN,
            sut = SutRole.CPO)
    void a_charge_is_told_from_its_start_to_its_end(Probe probe) {
        Capable capable = Capable.of(probe);
        try (Drive drive = Drive.prepared(
                probe, "ALWAYS", place -> capable.takesPreferences(place).orElse(false))) {
            drive.byCard();
            begun(probe, drive);
            JsonNode session = drive.active();
            Preferences preferences = new Preferences(probe, drive.id(), capable.tariffTypes(drive.at()));
            if (capable.takesPreferences(drive.at()).orElse(false)) {
                preferences.judge();
            }
            drive.pushed(view -> changed(session, view), probe.sut().timings().push());
            drive.stop();
            ended(probe, drive, session);
            preferences.neverDischarged(Traffic.of(probe).copy(drive.id()));
        }
    }

    private static void begun(Probe probe, Drive drive) {
        Optional<WireExchange> first = drive.firstPush(probe.sut().timings().reaction());
        if (first.isEmpty()) {
            probe.claim("SES-003").inconclusive("no Session was pushed: does the CPO use Push?");
            return;
        }
        WireExchange push = first.get();
        Claim claim = probe.claim("SES-003").on(push);
        int segments = push.target().orElseThrow().rest().size();
        boolean put = claim.holds(
                push.method().equals("PUT") && segments == 3,
                "PUT of a new Session to /{country_code}/{party_id}/{session_id}",
                push.method() + " with " + segments + " segments behind the endpoint");
        if (put) {
            List<String> absent = Required.absent(push.requestBody().json());
            claim.holds(absent.isEmpty(), "a complete Session", "without " + absent);
        }
    }

    private static boolean changed(JsonNode session, View view) {
        return view.isPatch()
                || view.isPut() && !Alike.differing(session, view.whole()).isEmpty();
    }

    /** What the list shows as changed must have been told. */
    private static void ended(Probe probe, Drive drive, JsonNode before) {
        Optional<View> told =
                drive.pushed(view -> view.is("COMPLETED"), probe.sut().timings().session());
        JsonNode[] seen = new JsonNode[2];
        probe.eventually(probe.sut().timings().reaction(), () -> {
            seen[0] = Traffic.of(probe).copy(drive.id());
            seen[1] = drive.listed().orElse(seen[0]);
            return Alike.differing(seen[0], seen[1]).isEmpty();
        });
        JsonNode copy = seen[0];
        JsonNode listed = seen[1];
        if (!copy.isObject()
                || told.isEmpty() && Alike.differing(before, listed).isEmpty()) {
            throw probe.inconclusive("the Session did not change, or was never pushed");
        }
        List<String> other = Alike.differing(copy, listed);
        Claim claim = probe.claim("SES-004");
        told.map(View::exchange)
                .map(claim::on)
                .orElse(claim)
                .holds(other.isEmpty(), "every change pushed, as the list shows it", "other values at " + other);
        probe.claim("SES-061")
                .holds(
                        Alike.differing(copy.path("charging_periods"), listed.path("charging_periods"))
                                .isEmpty(),
                        "the list's periods after appending those of each PATCH: " + listed.path("charging_periods"),
                        copy.path("charging_periods"));
    }

    @Proves(
            value = {"SES-047", "SES-080", "SES-093", "SES-100"},
            stage = Stage.DRIVEN,
            sut = SutRole.CPO)
    void a_commanded_charge_waits_for_its_cable(Probe probe) {
        Capable capable = Capable.of(probe);
        try (Drive drive = Drive.prepared(
                        probe,
                        "ALWAYS",
                        place -> !capable.takesPreferences(place).orElse(true));
                Script free = freelyAnswered(probe, drive)) {
            String reference = probe.platform()
                    .samples()
                    .id("REFERENCE")
                    .concat("-0123456789")
                    .substring(0, 36);
            WireExchange command = drive.command(reference);
            if (Drive.isAccepted(command)) {
                drive.firstPush(probe.sut().timings().quiet())
                        .ifPresentOrElse(
                                push -> pending(probe, capable, drive, push),
                                () -> probe.claim("SES-100").on(command).held());
            }
            drive.plugIn();
            if (!Drive.isAccepted(command)) {
                WireExchange again = drive.command(reference);
                if (!Drive.isAccepted(again)) {
                    throw probe.inconclusive("START_SESSION was not accepted: " + again.data());
                }
            }
            JsonNode session = drive.active();
            probe.claim("SES-080")
                    .holds(
                            session.path("authorization_reference").asText().equalsIgnoreCase(reference),
                            "authorization_reference " + reference + " in session " + drive.id(),
                            session.path("authorization_reference"));
            if (capable.takesPreferences(drive.at()).filter(takes -> !takes).isPresent()) {
                incapable(probe, drive);
            }
            drive.stop();
            drive.pushed(view -> view.is("COMPLETED"), probe.sut().timings().session());
            repeated(probe, free);
        }
    }

    private static void pending(Probe probe, Capable capable, Drive drive, WireExchange push) {
        String status = push.requestBody().json().path("status").asText();
        boolean unplugged = capable.evse(drive.at())
                .filter(evse -> evse.path("status").asText().equals("AVAILABLE"))
                .isPresent();
        if (unplugged) {
            probe.claim("SES-100")
                    .on(push)
                    .at("/status")
                    .holds(!status.equals("ACTIVE"), "PENDING as long as no cable is connected", status);
        }
    }

    private static void incapable(Probe probe, Drive drive) {
        WireExchange answer = Preferences.put(probe, drive.id(), Preferences.of("REGULAR"));
        probe.claim("SES-093")
                .on(answer)
                .holds(
                        answer.status() == 404
                                && answer.ocpiStatus()
                                        .filter(code -> code == 2001)
                                        .isPresent(),
                        "HTTP 404 and status_code 2001",
                        answer.outcome());
    }

    /** Four forms of success, one after the other; the copy is put together from the traffic. */
    private static Script freelyAnswered(Probe probe, Drive drive) {
        AtomicInteger number = new AtomicInteger();
        return probe.platform()
                .script(incoming -> isPushOf(incoming, drive))
                .answer(incoming -> switch (number.getAndIncrement() % 4) {
                    case 0 -> Reply.envelope(JsonNodeFactory.instance.objectNode());
                    case 1 -> Reply.envelope(NullNode.getInstance());
                    case 2 -> Reply.envelope(incoming.json());
                    default -> Reply.done();
                });
    }

    private static boolean isPushOf(Incoming incoming, Drive drive) {
        boolean push = incoming.is("PUT", "sessions", Side.RECEIVER) || incoming.is("PATCH", "sessions", Side.RECEIVER);
        return push
                && (incoming.json().at("/cdr_token/uid").asText().equalsIgnoreCase(drive.uid())
                        || drive.isNamed(incoming.rest()));
    }

    private static void repeated(Probe probe, Script free) {
        List<WireExchange> hits = free.hits();
        for (int i = 1; i < hits.size(); i++) {
            JsonNode before = hits.get(i - 1).requestBody().json();
            JsonNode now = hits.get(i).requestBody().json();
            probe.claim("SES-047")
                    .on(hits.get(i))
                    .holds(!now.equals(before), "no repetition of what was answered with success", now);
        }
    }
}
