package dev.roamlab.conformance.tester;

import dev.roamlab.conformance.catalogue.SpecVersion;
import dev.roamlab.conformance.subject.Party;
import dev.roamlab.conformance.subject.Sut;
import dev.roamlab.conformance.subject.SutRole;
import dev.roamlab.conformance.wire.Evidence;
import dev.roamlab.conformance.wire.Recorder;
import dev.roamlab.lab.ExchangeLog;
import io.vertx.core.Vertx;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A tester that plays an eMSP and one that plays a CPO, each the other's system under test. */
final class TwoTesters implements AutoCloseable {
    final Vertx vertx = Vertx.vertx();
    final Evidence cpoEvidence = new Evidence();
    final Evidence emspEvidence = new Evidence();
    final Tester cpo;
    final Tester emsp;

    TwoTesters() {
        cpo = tester(SutRole.EMSP, URI.create("http://127.0.0.1:1/none"), "none", "CPO", cpoEvidence);
        emsp = tester(SutRole.CPO, cpo.main().versionsUrl(), cpo.main().invite(), "MSP", emspEvidence);
    }

    private Tester tester(SutRole sutRole, URI versionsUrl, String token, String partyId, Evidence evidence) {
        var address = new Sut.TesterAddress(new Party("NL", partyId), "127.0.0.1", 0, Optional.empty());
        var sut = new Sut(
                versionsUrl,
                token,
                sutRole,
                List.of(),
                address,
                Sut.Known.NOTHING,
                Sut.Timings.DEFAULT,
                new Sut.Limits(true, Set.of()),
                Sut.TriggerSettings.NONE,
                Set.of());
        var recorder = new Recorder(evidence, new ExchangeLog(Clock.systemUTC()), "tester", "sut");
        return Tester.start(vertx, recorder, evidence, sut, "run" + partyId);
    }

    Enrolment enrolment() {
        return emsp.enrolment(emsp.main());
    }

    Registered register(SpecVersion version) {
        return enrolment().register(version);
    }

    @Override
    public void close() throws Exception {
        emsp.close();
        cpo.close();
        vertx.close().await(10, java.util.concurrent.TimeUnit.SECONDS);
    }
}
