package dev.roamlab.conformance.engine;

import dev.roamlab.conformance.catalogue.Catalogue;
import dev.roamlab.conformance.catalogue.CatalogueModule;
import dev.roamlab.conformance.catalogue.Requirement;
import dev.roamlab.conformance.catalogue.SpecVersion;
import dev.roamlab.conformance.check.Call;
import dev.roamlab.conformance.check.Stage;
import dev.roamlab.conformance.engine.Plan.Part;
import dev.roamlab.conformance.subject.Published;
import dev.roamlab.conformance.subject.Published.Listed;
import dev.roamlab.conformance.subject.Sut;
import dev.roamlab.conformance.tester.SutMap;
import dev.roamlab.conformance.wire.Target;
import dev.roamlab.conformance.wire.WireExchange;
import dev.roamlab.conformance.wire.WireTrouble;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Reads what the system under test publishes, and derives the plan from it. */
final class Scoping {
    /** What a check takes of a system on the same machine, and what one that waits may take; measured, and rounded up. */
    private static final Duration PER_CHECK = Duration.ofMillis(40);

    private final RunRequest request;
    private final Catalogue catalogue;
    private final List<CheckMethod> checks;

    Scoping(RunRequest request, Catalogue catalogue, List<CheckMethod> checks) {
        this.request = request;
        this.catalogue = catalogue;
        this.checks = checks;
    }

    /**
     * What could be read.
     *
     * @param versions to test, oldest first
     * @param defect why the system cannot be spoken to, though it answered: its documents are no use
     */
    record Scope(List<SpecVersion> versions, Optional<String> defect) {}

    /**
     * Reads versions and details with token A.
     *
     * @throws CannotRun when the system does not answer, does not let us in, or honestly has no version that we know
     */
    Scope read(Published published, SutMap map, Function<URI, Call> get) {
        Sut sut = request.sut();
        List<SpecVersion> wanted = sut.versions().isEmpty() ? List.of(SpecVersion.values()) : sut.versions();
        WireExchange list = document(sut.versionsUrl(), get, "versions");
        published.versions(list.data());
        List<SpecVersion> common = wanted.stream()
                .sorted()
                .filter(version -> published.details(version).isPresent())
                .toList();
        if (common.isEmpty()) {
            return nothingInCommon(published, wanted, list);
        }
        for (SpecVersion version : common) {
            URI url = published.details(version).orElseThrow();
            map.learn(url, new Target("version_details", Optional.empty(), Optional.of(version), List.of()));
            WireExchange details = document(url, get, "version details");
            published.details(version, details.data());
            published.endpoints(version).forEach(endpoint -> learn(map, endpoint));
            if (published.credentials(version).isEmpty()) {
                return new Scope(
                        common,
                        Optional.of("the details of " + version.spelling() + " at " + url
                                + " list no usable credentials endpoint (" + details.outcome() + ")"));
            }
        }
        return new Scope(common, Optional.empty());
    }

    /** From here on it is recorded what a call of this URL is about. */
    private static void learn(SutMap map, Published.Endpoint endpoint) {
        Optional<Target.Side> side =
                endpoint.module().equals("credentials") ? Optional.empty() : Optional.of(endpoint.side());
        map.learn(endpoint.url(), new Target(endpoint.module(), side, Optional.of(endpoint.version()), List.of()));
    }

    /** A list without our versions ends the run; a list that is none is the system's fault, and the run says so. */
    private static Scope nothingInCommon(Published published, List<SpecVersion> wanted, WireExchange list) {
        List<String> listed = published.listed().stream().map(Listed::version).toList();
        boolean honest = list.accepted()
                && !listed.isEmpty()
                && listed.size() == list.data().size()
                && listed.stream()
                        .allMatch(version -> version.matches("\\d+\\.\\d+(\\.\\d+)?") && !version.equals("2.3"));
        if (honest) {
            throw new CannotRun(
                    list.uri() + " lists " + listed + "; to be tested: "
                            + wanted.stream().map(SpecVersion::spelling).toList(),
                    Optional.of(list));
        }
        return new Scope(wanted, Optional.of("the versions list at " + list.uri() + " is no use: " + list.outcome()));
    }

    private WireExchange document(URI url, Function<URI, Call> get, String what) {
        try {
            WireExchange answer = get.apply(url).send();
            if (answer.status() == 401) {
                throw new CannotRun(
                        what + " at " + url
                                + ": HTTP 401. The token was not accepted: is it a TOKEN_A for us that was not used yet?",
                        Optional.of(answer));
            }
            if (answer.status() / 100 != 2 && what.equals("versions")) {
                throw new CannotRun(what + " at " + url + ": " + answer.outcome(), Optional.of(answer));
            }
            return answer;
        } catch (WireTrouble trouble) {
            throw new CannotRun(
                    what + " cannot be read: " + trouble.getMessage() + ". Is the URL right, and the system running?",
                    Optional.of(trouble.exchange()));
        }
    }

    /** What will be done in these versions. */
    Plan plan(Published published, List<SpecVersion> versions) {
        List<Part> parts = new ArrayList<>();
        for (SpecVersion version : versions) {
            Applicability applicability = new Applicability(request.sut().role(), version, published);
            for (CatalogueModule module : CatalogueModule.values()) {
                part(published, version, module, applicability).ifPresent(parts::add);
            }
        }
        int checkCount = parts.stream().mapToInt(Part::checks).sum();
        Duration waits = parts.stream().anyMatch(part -> part.driven() > 0)
                ? request.sut().timings().quiet().plus(request.sut().timings().reaction())
                : Duration.ZERO;
        return new Plan(
                request.sut().role(),
                parts,
                unusable(published),
                PER_CHECK.multipliedBy(checkCount).plus(waits));
    }

    private Optional<Part> part(
            Published published, SpecVersion version, CatalogueModule module, Applicability applicability) {
        List<Requirement> requirements = requirements(version).stream()
                .filter(requirement -> requirement.module() == module)
                .toList();
        if (requirements.isEmpty()) {
            return Optional.empty();
        }
        List<CheckMethod> planned = planned(version, applicability).stream()
                .filter(check -> check.module() == module)
                .toList();
        return Optional.of(new Part(
                version,
                module,
                published.endpoints(version).stream()
                        .filter(endpoint -> endpoint.module().equals(module.spelling()))
                        .map(endpoint -> endpoint.side().name())
                        .toList(),
                requirements.size(),
                (int) requirements.stream()
                        .filter(one -> applicability.ruledOut(one).isEmpty())
                        .count(),
                planned.size(),
                (int) planned.stream()
                        .filter(check -> check.stage() == Stage.DRIVEN)
                        .count()));
    }

    /** The entries of the catalogue that a run in this version reports. */
    List<Requirement> requirements(SpecVersion version) {
        return catalogue.of(version).all().stream()
                .filter(requirement -> Modules.COVERED.contains(requirement.module()))
                .filter(request::wants)
                .toList();
    }

    /** The checks that run in this version, in the order of the specification. */
    List<CheckMethod> planned(SpecVersion version, Applicability applicability) {
        return checks.stream()
                .filter(check -> check.roles().contains(request.sut().role()))
                .filter(check -> check.proves().stream()
                        .flatMap(id -> catalogue.find(id).stream())
                        .anyMatch(one -> one.versions().contains(version)
                                && request.wants(one)
                                && applicability.ruledOut(one).isEmpty()))
                .toList();
    }

    private static List<String> unusable(Published published) {
        return published.listed().stream()
                .map(Listed::version)
                .filter(listed -> Arrays.stream(SpecVersion.values())
                        .noneMatch(version -> version.spelling().equals(listed)))
                .map(listed -> "version " + listed)
                .toList();
    }
}
