package dev.roamlab.node.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roamlab.node.faults.Fault.Culprit;
import dev.roamlab.node.faults.Fault.Direction;
import dev.roamlab.ocpi.types.OcpiVersion;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A fault that changes nothing would pass for one that nobody noticed. */
@Tag("long")
class EveryFaultShowsTest {

    static Stream<Arguments> faultsByVersion() {
        return Faults.all().stream()
                .flatMap(fault -> fault.versions().stream().map(version -> Arguments.of(fault.name(), version)));
    }

    @ParameterizedTest(name = "{0} in {1}")
    @MethodSource("faultsByVersion")
    void a_fault_changes_what_crosses_the_wire(String name, OcpiVersion version) {
        Fault fault = Faults.find(name).orElseThrow();
        FaultSwitch faults = new FaultSwitch(fault.culprit() == Culprit.EMSP ? "emsp" : "cpo");
        faults.set(fault);

        Conversation conversation = new Conversation(version);
        if (fault.direction() == Direction.SERVED) {
            conversation.served(faults);
        } else {
            conversation.sent(faults);
        }

        assertThat(faults.timesApplied(name)).as(name).isPositive();
    }
}
