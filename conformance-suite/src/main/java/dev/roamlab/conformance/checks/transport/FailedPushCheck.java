package dev.roamlab.conformance.checks.transport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.roamlab.conformance.catalogue.CatalogueModule;
import dev.roamlab.conformance.check.Checks;
import dev.roamlab.conformance.check.Probe;
import dev.roamlab.conformance.check.Proves;
import dev.roamlab.conformance.check.Stage;
import dev.roamlab.conformance.schema.ObjectSchemas;
import dev.roamlab.conformance.subject.SutRole;
import dev.roamlab.conformance.tester.Moments;
import dev.roamlab.conformance.tester.Reply;
import dev.roamlab.conformance.tester.Script;
import dev.roamlab.conformance.wire.WireExchange;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the system does when we do not take its pushes, or answer them oddly. Spec: transport_and_format_patch, _offline_behaviour. */
@Checks(module = CatalogueModule.TRANSPORT)
final class FailedPushCheck {
    private static final List<String> PUSHES = List.of("PUT", "PATCH");

    @Proves(
            value = {"TRN-017", "TRN-061"},
            stage = Stage.DRIVEN)
    void a_failed_patch_is_followed_by_a_get(Probe probe) {
        try (OwnObject object = OwnObject.pushed(probe);
                Script told = object.script(List.of("PUT", "GET"));
                Script refused =
                        object.script(List.of("PATCH")).times(1).answer(Reply.ocpi(200, 2001, "not this time"))) {
            Duration push = probe.sut().timings().push();
            object.changeALittle();
            probe.eventually(
                    push, () -> !refused.hits().isEmpty() || !told.hits().isEmpty());
            boolean silent = refused.hits().isEmpty() && told.hits().isEmpty();
            probe.claim("TRN-017")
                    .on(object.put())
                    .holds(!silent, "a PUT or PATCH when an object changes", "none within " + push);
            WireExchange patch = patch(probe, refused);
            boolean asked = probe.eventually(
                    push,
                    () -> told.hits().stream().anyMatch(call -> call.method().equals("GET") && same(call, patch)));
            probe.claim("TRN-061").on(patch).holds(asked, "a GET of the object after a PATCH that failed", "none");
        }
    }

    private static WireExchange patch(Probe probe, Script script) {
        return script.hits().stream()
                .findFirst()
                .orElseThrow(() -> probe.inconclusive("the system tells the change without PATCH"));
    }

    private static boolean same(WireExchange one, WireExchange other) {
        return one.uri().getPath().equals(other.uri().getPath());
    }

    @Proves(value = "TRN-062", stage = Stage.DRIVEN)
    void an_object_that_we_lack_is_put_in_full(Probe probe) {
        try (OwnObject object = OwnObject.pushed(probe);
                Script put = object.script(List.of("PUT"));
                Script missing = object.script(List.of("PATCH", "GET")).answer(Reply.ocpi(404, 2000, "not here"))) {
            Duration push = probe.sut().timings().push();
            object.changeALittle();
            probe.eventually(
                    push, () -> !missing.hits().isEmpty() || !put.hits().isEmpty());
            WireExchange patch = patch(probe, missing);
            probe.eventually(push, () -> !put.hits().isEmpty());
            Optional<WireExchange> full = put.hits().stream()
                    .filter(call -> patch.uri().getPath().startsWith(call.uri().getPath()))
                    .findFirst();
            probe.claim("TRN-062")
                    .on(full.orElse(patch))
                    .holds(
                            full.filter(call -> isComplete(probe, call)).isPresent(),
                            "a PUT of the whole object when a PATCH is answered 404",
                            full.isPresent() ? "a PUT of a part" : "no PUT");
        }
    }

    private static boolean isComplete(Probe probe, WireExchange put) {
        int depth = put.target().orElseThrow().rest().size() - 3;
        String type = probe.role() == SutRole.CPO
                ? List.of("Location", "EVSE", "Connector").get(depth)
                : "Token";
        JsonNode body = put.requestBody().json();
        return ObjectSchemas.of(probe.version()).requiredFields(type).stream().allMatch(body::hasNonNull);
    }

    @Proves(value = "TRN-082", stage = Stage.DRIVEN)
    void any_data_in_our_answers_is_a_success(Probe probe) {
        try (OwnObject object = OwnObject.pushed(probe);
                Script pushes = object.script(PUSHES)) {
            List<Reply> replies = replies();
            pushes.answer(incoming -> replies.get(Math.min(pushes.hits().size(), replies.size() - 1)));
            for (int i = 1; i <= replies.size(); i++) {
                int before = pushes.hits().size();
                object.change();
                boolean came =
                        pushes.await(before + 1, probe.sut().timings().push()).isPresent();
                if (!came && before == 0) {
                    throw probe.inconclusive("the system tells no change of its object");
                }
                probe.claim("TRN-082")
                        .on(came ? pushes.hits().get(before) : pushes.hits().get(before - 1))
                        .holds(came, "the next push as usual", "none after an answer with odd data");
            }
            repeated(pushes.hits())
                    .ifPresent(call -> probe.claim("TRN-082")
                            .on(call)
                            .deviates("no repetition of what was answered 1000", "the same push again"));
        }
    }

    private static Optional<WireExchange> repeated(List<WireExchange> pushes) {
        Set<String> seen = new HashSet<>();
        return pushes.stream()
                .filter(push -> !seen.add(
                        push.method() + push.uri() + push.requestBody().text()))
                .findFirst();
    }

    private static List<Reply> replies() {
        JsonNodeFactory json = JsonNodeFactory.instance;
        List<Reply> replies = new ArrayList<>();
        replies.add(Reply.done());
        for (JsonNode data : List.of(json.nullNode(), json.objectNode(), json.arrayNode(), json.textNode("ok"))) {
            ObjectNode envelope = json.objectNode().put("status_code", 1000).put("timestamp", Moments.now());
            envelope.set("data", data);
            replies.add(Reply.json(200, envelope));
        }
        return replies;
    }

    @Proves(value = "TRN-141", stage = Stage.DRIVEN)
    void former_states_are_not_told_later(Probe probe) {
        try (OwnObject object = OwnObject.pushed(probe);
                Script watched = object.script(PUSHES)) {
            List<String> states = new ArrayList<>();
            try (Script down = object.script(PUSHES).answer(Reply.drop())) {
                for (int i = 0; i < 3; i++) {
                    int before = down.hits().size();
                    object.change();
                    down.await(before + 1, probe.sut().timings().push());
                }
                down.hits().stream()
                        .map(push -> push.requestBody().text())
                        .distinct()
                        .forEach(states::add);
            }
            if (states.size() < 2) {
                throw probe.inconclusive("the system told too few of the changes to see which it repeats");
            }
            List<String> former = states.subList(0, states.size() - 1);
            probe.eventually(
                    probe.sut().timings().quiet(), () -> late(watched, former).isPresent());
            Optional<WireExchange> late = late(watched, former);
            probe.claim("TRN-141")
                    .on(late.orElse(object.put()))
                    .holds(late.isEmpty(), "no push of a state that is no more", "a former state, told later");
        }
    }

    private static Optional<WireExchange> late(Script watched, List<String> former) {
        return watched.hits().stream()
                .filter(push -> former.contains(push.requestBody().text()))
                .findFirst();
    }
}
