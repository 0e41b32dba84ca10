package dev.roamlab.node.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.roamlab.node.faults.Fault.Direction;
import dev.roamlab.ocpi.http.WireAnswer;
import dev.roamlab.ocpi.http.WireRequest;
import dev.roamlab.ocpi.types.OcpiVersion;
import io.vertx.core.Future;
import org.junit.jupiter.api.Test;

class FaultSwitchTest {
    private final FaultSwitch faults = new FaultSwitch("cpo");

    @Test
    void without_faults_it_is_idle() {
        assertThat(faults.isIdle()).isTrue();
        assertThat(faults.active()).isEmpty();
    }

    @Test
    void a_fault_of_the_other_node_is_refused() {
        Fault emsps = FaultDraft.served("TOK-x", "t").emsp().breaks("TOK-001").by(Behaviours.neverSent());

        assertThatThrownBy(() -> faults.set(emsps)).hasMessageContaining("emsp").hasMessageContaining("cpo");
    }

    @Test
    void only_what_really_changed_is_counted() {
        faults.set(fault("LOC-x", Requests.ignoring("limit")));

        served(Wire.get("locations", "?offset=0"));
        assertThat(faults.timesApplied("LOC-x")).isZero();

        served(Wire.get("locations", "?limit=1"));
        assertThat(faults.timesApplied("LOC-x")).isEqualTo(1);
    }

    @Test
    void an_answer_without_the_node_is_counted() {
        faults.set(fault("LOC-x", Behaviours.neverSent()));

        served(Wire.get("locations", ""));

        assertThat(faults.timesApplied("LOC-x")).isEqualTo(1);
    }

    @Test
    void a_fault_of_one_version_leaves_the_other_alone() {
        faults.set(FaultDraft.served("LOC-x", "t")
                .only(OcpiVersion.V2_2_1)
                .breaks("LOC-001")
                .by(Answers.httpStatus(200, 500)));

        assertThat(served(Wire.get("locations", "")).status()).isEqualTo(200);
    }

    @Test
    void two_faults_work_together_and_one_is_cleared() {
        faults.set(fault("LOC-x", Answers.httpStatus(200, 500)));
        faults.set(fault("LOC-y", Answers.withAnswerHeader("X-Limit", "7")));

        assertThat(served(Wire.get("locations", "")).status()).isEqualTo(500);
        assertThat(faults.clear("LOC-x")).isTrue();
        assertThat(faults.clear("LOC-x")).isFalse();
        assertThat(served(Wire.get("locations", "")).headers().get("X-Limit")).isEqualTo("7");
    }

    @Test
    void setting_a_fault_again_begins_anew() {
        Fault forgetful = FaultDraft.served("VER-x", "t").breaks("VER-005").byNew(Registered::versionsGone);
        faults.set(forgetful);
        served(Wire.post("credentials", "{}"));
        assertThat(served(Wire.get("versions", "")).status()).isEqualTo(404);

        faults.set(forgetful);

        assertThat(served(Wire.get("versions", "")).status()).isEqualTo(200);
    }

    @Test
    void a_fault_in_what_is_served_leaves_what_is_sent_alone() {
        Fault fault = fault("LOC-x", Answers.httpStatus(200, 500));
        faults.set(fault);

        WireAnswer answer = faults.sent(Wire.get("locations", ""), request -> Future.succeededFuture(Wire.ok("[]")))
                .result();

        assertThat(fault.direction()).isEqualTo(Direction.SERVED);
        assertThat(answer.status()).isEqualTo(200);
    }

    private static Fault fault(String name, Advice advice) {
        return FaultDraft.served(name, "t").breaks("LOC-001").by(advice);
    }

    private WireAnswer served(WireRequest request) {
        return faults.served(request, seen -> Future.succeededFuture(Wire.ok("[]")))
                .result();
    }
}
