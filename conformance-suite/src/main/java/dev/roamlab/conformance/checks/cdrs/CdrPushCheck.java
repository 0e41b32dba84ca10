package dev.roamlab.conformance.checks.cdrs;

import dev.roamlab.conformance.catalogue.CatalogueModule;
import dev.roamlab.conformance.check.Checks;
import dev.roamlab.conformance.check.Claim;
import dev.roamlab.conformance.check.Moment;
import dev.roamlab.conformance.check.Probe;
import dev.roamlab.conformance.check.Proves;
import dev.roamlab.conformance.check.SeenObject;
import dev.roamlab.conformance.check.Stage;
import dev.roamlab.conformance.subject.SutRole;
import dev.roamlab.conformance.wire.Target;
import dev.roamlab.conformance.wire.Target.Side;
import dev.roamlab.conformance.wire.WireExchange;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** CDRs, receiver interface, as a CPO under test calls it; and the eMSP that fetches instead. Spec: mod_cdrs_push_model. */
@Checks(module = CatalogueModule.CDRS)
final class CdrPushCheck {
    @Proves(
            value = {"CDR-020", "CDR-034"},
            stage = Stage.FINAL,
            sut = SutRole.CPO)
    void calls_go_where_they_belong(Probe probe) {
        for (WireExchange call : Pushes.all(probe)) {
            List<String> rest = call.target().map(Target::rest).orElse(List.of());
            if (call.method().equals("POST")) {
                probe.claim("CDR-034")
                        .on(call)
                        .holds(
                                rest.isEmpty(),
                                "POST on the endpoint URL itself",
                                call.uri().getPath());
            } else if (call.method().equals("GET")) {
                // Nobody can guess the addresses that we give out.
                boolean given = rest.size() == 1
                        && probe.platform().held("cdrs").get(rest.get(0)).isPresent();
                probe.claim("CDR-020")
                        .on(call)
                        .holds(
                                given,
                                "a URL that we gave in Location",
                                call.uri().getPath());
            }
        }
    }

    @Proves(value = "CDR-003", stage = Stage.FINAL, sut = SutRole.CPO)
    void a_cdr_comes_soon_after_its_session(Probe probe) {
        CdrBook book = CdrBook.atTheEnd(probe);
        for (SeenObject cdr : book.plain()) {
            Optional<Instant> end = CdrBook.end(cdr.json());
            boolean ofThisRun = probe.seen().all("Session").stream()
                    .anyMatch(session -> session.exchange().fromSut()
                            && !session.partial()
                            && session.text("id").equalsIgnoreCase(cdr.text("session_id")));
            if (cdr.exchange().fromSut() && ofThisRun && end.isPresent()) {
                Duration after = Duration.between(end.get(), cdr.exchange().at());
                Claim claim = probe.claim("CDR-003").on(cdr);
                claim.holds(after.compareTo(Duration.ofHours(24)) <= 0, "a CDR within 24 hours", after);
                claim.notes("the CDR came " + after.toSeconds() + " s after " + Moment.text(end.get()));
            }
        }
    }

    @Proves(value = "CDR-021", stage = Stage.DRIVEN, sut = SutRole.EMSP)
    void an_emsp_without_receiver_fetches(Probe probe) {
        if (probe.offers("cdrs", Side.RECEIVER)) {
            probe.claim("CDR-021").notApplicable("concerns an eMSP without Push; this one has a Receiver of cdrs");
            return;
        }
        int mark = probe.evidence().mark();
        probe.trigger("pull", Map.of("module", "cdrs", "full", true));
        Optional<WireExchange> got = probe.await(
                mark,
                call -> call.target()
                        .filter(target -> target.is("cdrs", Side.SENDER))
                        .isPresent(),
                probe.sut().timings().reaction());
        if (got.isEmpty()) {
            probe.claim("CDR-021")
                    .deviates(
                            "a GET on our cdrs endpoint",
                            "none within " + probe.sut().timings().reaction());
        } else {
            probe.claim("CDR-021")
                    .on(got.get())
                    .holds(got.get().method().equals("GET"), "GET", got.get().method());
        }
    }
}
