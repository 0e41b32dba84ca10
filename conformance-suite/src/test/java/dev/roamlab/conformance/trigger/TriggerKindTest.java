package dev.roamlab.conformance.trigger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roamlab.conformance.subject.SutRole;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TriggerKindTest {
    @ParameterizedTest
    @MethodSource("dev.roamlab.conformance.trigger.TriggerKind#all")
    void instructions_name_everything_that_is_given_and_nothing_else(TriggerKind kind) {
        Map<String, String> all = new HashMap<>();
        Map<String, String> required = new HashMap<>();
        kind.params().forEach(param -> {
            String name = param.replace("?", "");
            all.put(name, "<" + name + ">");
            if (name.equals(param)) {
                required.put(name, "<" + name + ">");
            }
        });

        assertThat(kind.instruction(all)).contains(with(all)).doesNotContain("{", "}", "[", "]", "null");
        assertThat(kind.instruction(required)).contains(with(required)).doesNotContain("{", "}", "[", "]", "null");
    }

    /** AssertJ refuses to look for nothing, and some triggers concern nothing. */
    private static List<String> with(Map<String, String> params) {
        return params.isEmpty() ? List.of("") : List.copyOf(params.values());
    }

    @Test
    void a_change_without_a_new_value_asks_for_its_removal() {
        TriggerKind change = TriggerKind.named("change-location").orElseThrow();

        assertThat(change.instruction(Map.of("location_id", "L1", "name", "New")))
                .isEqualTo("Change location L1: set its name to \"New\".");
        assertThat(change.instruction(Map.of("location_id", "L1")))
                .isEqualTo("Change location L1: remove its name (leave the field empty).");
    }

    @Test
    void each_role_has_its_triggers() {
        assertThat(TriggerKind.of(SutRole.CPO)).extracting(TriggerKind::name).contains("plug-in", "register");
        assertThat(TriggerKind.of(SutRole.EMSP)).extracting(TriggerKind::name).contains("send-command", "register");
        assertThat(TriggerKind.of(SutRole.EMSP)).extracting(TriggerKind::name).doesNotContain("plug-in");
    }
}
