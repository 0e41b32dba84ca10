package dev.roamlab.cli.conformance;

import dev.roamlab.cli.terminal.Console;
import dev.roamlab.cli.terminal.Style;
import dev.roamlab.conformance.catalogue.Spelled;
import dev.roamlab.conformance.subject.Sut;
import dev.roamlab.conformance.subject.Sut.Known;
import dev.roamlab.conformance.subject.Sut.Timings;
import dev.roamlab.conformance.subject.Sut.TriggerSettings.Way;
import dev.roamlab.conformance.subject.SutRole;
import dev.roamlab.conformance.trigger.TriggerKind;
import dev.roamlab.lab.Redaction;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What was understood of a system under test, and what cannot be decided for want of something. */
final class SutSummary {
    private final Sut sut;
    private final Console out;
    private final boolean attended;

    /** @param attended whether somebody is there to answer prompts */
    SutSummary(Sut sut, Console out, boolean attended) {
        this.sut = sut;
        this.out = out;
        this.attended = attended;
    }

    void print() {
        system();
        known();
        triggers();
        shortcomings();
    }

    private void system() {
        field("system", sut.role().spelling() + " at " + sut.versionsUrl());
        field("token A", Redaction.fingerprint(sut.token()));
        field(
                "versions",
                sut.versions().isEmpty()
                        ? "all that both sides know"
                        : sut.versions().stream().map(Spelled::spelling).collect(Collectors.joining(", ")));
        Sut.TesterAddress tester = sut.tester();
        field(
                "tester",
                tester.party() + " (" + sut.role().counterpart().spelling() + "), listens on " + tester.listenHost()
                        + ":"
                        + (tester.port() == 0 ? "any free port" : tester.port())
                        + tester.publicUrl().map(url -> ", reached at " + url).orElse(""));
        Timings times = sut.timings();
        field(
                "timings",
                "request " + words(times.request()) + ", read back " + words(times.readBack()) + ", reaction "
                        + words(times.reaction()) + ", push " + words(times.push()) + ", quiet " + words(times.quiet())
                        + ", session " + words(times.session()));
        field(
                "limits",
                (sut.limits().destructive() ? "may unregister and register anew, last" : "nothing destructive")
                        + (sut.limits().untouchable().isEmpty()
                                ? ""
                                : "; writes nothing to "
                                        + String.join(", ", sut.limits().untouchable())));
    }

    private void known() {
        Known known = sut.known();
        List<String> ids = new ArrayList<>();
        known.startable()
                .forEach(place ->
                        ids.add("startable " + place.locationId() + "/" + place.evseUid() + "/" + place.connectorId()));
        known.location().ifPresent(id -> ids.add("location " + id));
        known.validToken().ifPresent(uid -> ids.add("valid token " + uid));
        known.blockedToken().ifPresent(uid -> ids.add("blocked token " + uid));
        known.unknownToken().ifPresent(uid -> ids.add("unknown token " + uid));
        known.locationDependentToken().ifPresent(uid -> ids.add("location-dependent token " + uid));
        field("known", ids.isEmpty() ? "nothing" : String.join(", ", ids));
    }

    private void triggers() {
        out.line();
        out.line(out.paint(Style.BOLD, "Triggers"));
        for (TriggerKind kind : TriggerKind.of(sut.role())) {
            out.hanging(
                    String.format(Locale.ROOT, "  %s %-24s  ", isThere(kind) ? "✓" : "·", kind.name()),
                    way(kind.name()).map(this::words).orElse("none"));
        }
    }

    private boolean isThere(TriggerKind kind) {
        return way(kind.name())
                .filter(way -> way.webhook().isPresent()
                        || way.command().isPresent()
                        || way.prompt().isPresent() && attended)
                .isPresent();
    }

    private Optional<Way> way(String name) {
        Map<String, Way> ways = sut.triggers().byName();
        return Optional.ofNullable(ways.get(name)).or(() -> Optional.ofNullable(ways.get(TriggerKind.DEFAULT)));
    }

    private String words(Way way) {
        String within = ", within " + words(way.timeout());
        return way.webhook()
                .map(url -> "webhook " + shown(url.toString()) + within)
                .or(() -> way.command().map(command -> "command " + command + within))
                .or(() -> way.prompt()
                        .map(text -> "prompt" + (text.equals("true") ? "" : " \"" + text + "\"") + within
                                + (attended ? "" : " (nobody is at a terminal here)")))
                .orElse("not available");
    }

    /** Keys in a query and passwords are nobody's business. */
    private static String shown(String url) {
        return url.replaceFirst("//[^@/]*@", "//…@").replaceFirst("\\?.*", "?…");
    }

    private void shortcomings() {
        Map<String, String> missing = new LinkedHashMap<>();
        List<String> without = TriggerKind.of(sut.role()).stream()
                .filter(kind -> !isThere(kind))
                .map(TriggerKind::name)
                .toList();
        if (!without.isEmpty()) {
            missing.put("no way to pull " + String.join(", ", without), "checks that need them are inconclusive");
        }
        ids(missing);
        if (isBeyondLoopback()) {
            missing.put(
                    "the tester listens on " + sut.tester().listenHost() + " only",
                    "a system on another host cannot call it: give listen and public_url");
        }
        out.line();
        if (missing.isEmpty()) {
            out.line("Nothing is missing.");
            return;
        }
        out.line(out.paint(Style.BOLD, "What is missing, and what that means"));
        missing.forEach((what, consequence) -> out.hanging("  ⚠ ", what + ": " + consequence + "."));
    }

    private void ids(Map<String, String> missing) {
        Known known = sut.known();
        if (sut.role() == SutRole.CPO) {
            if (known.startable().isEmpty()) {
                missing.put(
                        "known.startable is empty",
                        "commands and charges are inconclusive, unless a trigger names a place");
            }
            if (known.location().isEmpty()) {
                missing.put("known.location_id is not given", "checks that change a location choose one of the list");
            }
            return;
        }
        absent(missing, "valid", known.validToken(), "an authorization that must succeed is inconclusive");
        absent(missing, "blocked", known.blockedToken(), "an authorization that must not succeed is inconclusive");
        absent(missing, "unknown", known.unknownToken(), "the tester makes up a uid");
        absent(
                missing,
                "location_dependent",
                known.locationDependentToken(),
                "what an eMSP allows at some places only is inconclusive");
    }

    private static void absent(Map<String, String> missing, String name, Optional<String> uid, String consequence) {
        if (uid.isEmpty()) {
            missing.put("known.tokens." + name + " is not given", consequence);
        }
    }

    private boolean isBeyondLoopback() {
        try {
            return InetAddress.getByName(sut.tester().listenHost()).isLoopbackAddress()
                    && sut.tester().publicUrl().isEmpty()
                    && !InetAddress.getByName(sut.versionsUrl().getHost()).isLoopbackAddress();
        } catch (UnknownHostException elsewhere) {
            return true;
        }
    }

    private void field(String name, String value) {
        out.hanging(String.format(Locale.ROOT, "  %-9s ", name), value);
    }

    private static String words(Duration time) {
        if (time.toMillis() % 1000 != 0) {
            return time.toMillis() + " ms";
        }
        return time.toSeconds() % 60 == 0 ? time.toMinutes() + " min" : time.toSeconds() + " s";
    }
}
