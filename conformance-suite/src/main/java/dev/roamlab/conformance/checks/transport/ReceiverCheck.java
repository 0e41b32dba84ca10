package dev.roamlab.conformance.checks.transport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.roamlab.conformance.catalogue.CatalogueModule;
import dev.roamlab.conformance.catalogue.SpecVersion;
import dev.roamlab.conformance.check.Checks;
import dev.roamlab.conformance.check.Claim;
import dev.roamlab.conformance.check.Probe;
import dev.roamlab.conformance.check.Proves;
import dev.roamlab.conformance.wire.Target.Side;
import dev.roamlab.conformance.wire.WireExchange;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** Client owned objects at a Receiver: PUT, PATCH, GET and what they leave. Spec: transport_and_format_client_owned_object_push. */
@Checks(module = CatalogueModule.TRANSPORT)
final class ReceiverCheck {
    @Proves({"TRN-064", "TRN-067", "TRN-021"})
    void a_put_object_can_be_read_back(Probe probe) {
        Sample sample = Sample.full(probe);
        String fresh = probe.runId() + "-NEVER-PUT";
        WireExchange unknown = sample.call("GET", fresh).send();
        WireExchange still = sample.call("GET", fresh).send();
        probe.claim("TRN-021")
                .on(still)
                .holds(!unknown.accepted() && !still.accepted(), "a GET that creates nothing", still.outcome());
        WireExchange put = sample.call("PUT").body(sample.json()).send();
        probe.claim("TRN-064").on(put).holds(put.accepted(), "HTTP 200 or 201 and status_code 1000", put.outcome());
        probe.claim("TRN-067").on(put).holds(put.accepted(), "status_code 1000 for a new object", put.outcome());
        if (!put.accepted()) {
            return;
        }
        WireExchange got = readBack(probe, sample);
        boolean same =
                got.accepted() && got.data().path(sample.idField()).asText().equalsIgnoreCase(sample.id());
        probe.claim("TRN-064").on(got).holds(same, "the object under its own URL", got.outcome() + " " + got.data());
        probe.claim("TRN-067").on(got).holds(same, "the object that was PUT", got.outcome());
        WireExchange again = sample.call("GET").send();
        probe.claim("TRN-021")
                .on(again)
                .at("/data")
                .holds(again.data().equals(got.data()), "the same data twice", again.data());
    }

    @Proves("TRN-055")
    void a_put_without_optional_fields_takes_them_back(Probe probe) {
        Sample sample = stored(probe, Sample.full(probe));
        ObjectNode bare = sample.json().deepCopy().put("last_updated", sample.later());
        sample.optionalFields().forEach(bare::remove);
        WireExchange put = sample.call("PUT").body(bare).send();
        if (!put.accepted()) {
            throw probe.skip("the second PUT was not accepted: " + put.outcome());
        }
        WireExchange got = probe.readBack(
                () -> sample.call("GET"), answer -> kept(sample, answer).isEmpty());
        probe.claim("TRN-055")
                .on(got)
                .at("/data")
                .holds(kept(sample, got).isEmpty(), "fields that were left out to be gone", kept(sample, got));
    }

    private static List<String> kept(Sample sample, WireExchange answer) {
        return sample.optionalFields().stream()
                .filter(field -> sample.json().hasNonNull(field))
                .filter(field -> answer.data().path(field).equals(sample.json().path(field)))
                .toList();
    }

    @Proves({"TRN-056", "TRN-057"})
    void a_patch_changes_what_it_names_and_nothing_else(Probe probe) {
        Sample sample = stored(probe, Sample.full(probe));
        JsonNode before = readBack(probe, sample).data();
        String field = sample.changingField();
        ObjectNode patch = JsonNodeFactory.instance.objectNode().put("last_updated", sample.later());
        patch.set(field, sample.changed().path(field));
        WireExchange answer = sample.call("PATCH").body(patch).send();
        probe.claim("TRN-056").on(answer).holds(answer.accepted(), "HTTP 200 and status_code 1000", answer.outcome());
        if (!answer.accepted()) {
            return;
        }
        WireExchange got = probe.readBack(
                () -> sample.call("GET"), one -> one.data().path(field).equals(patch.path(field)));
        probe.claim("TRN-056")
                .on(got)
                .at("/data/" + field)
                .holds(
                        got.data().path(field).equals(patch.path(field)),
                        patch.path(field).toString(),
                        got.data().path(field));
        List<String> changed = differences(before, got.data(), List.of(field, "last_updated"));
        probe.claim("TRN-057")
                .on(got)
                .at("/data")
                .holds(changed.isEmpty(), "all other fields as they were", "changed: " + changed);
    }

    private static List<String> differences(JsonNode before, JsonNode after, List<String> expected) {
        List<String> changed = new ArrayList<>();
        for (Iterator<String> names = before.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            if (!expected.contains(name) && !same(before.path(name), after.path(name))) {
                changed.add(name);
            }
        }
        return changed;
    }

    /** DateTimes are compared as moments, and what is absent as absent. */
    private static boolean same(JsonNode one, JsonNode other) {
        boolean moments =
                Messages.moment(one).isPresent() && Messages.moment(one).equals(Messages.moment(other));
        boolean absent = isAbsent(one) && isAbsent(other);
        return moments || absent || one.equals(other);
    }

    private static boolean isAbsent(JsonNode node) {
        return node.isMissingNode() || node.isNull() || node.isArray() && node.isEmpty();
    }

    @Proves("TRN-060")
    void a_patch_creates_nothing(Probe probe) {
        Sample sample = Sample.minimal(probe);
        ObjectNode patch = JsonNodeFactory.instance.objectNode().put("last_updated", sample.later());
        patch.set(sample.changingField(), sample.changed().path(sample.changingField()));
        WireExchange answer = sample.call("PATCH").body(patch).send();
        probe.claim("TRN-060")
                .on(answer)
                .holds(!answer.accepted(), "an error for an object that is not there", answer.outcome());
        WireExchange got = sample.call("GET").send();
        probe.claim("TRN-060").on(got).holds(!got.accepted(), "no such object", got.outcome());
    }

    @Proves("TRN-068")
    void post_is_not_for_client_owned_objects(Probe probe) {
        Sample sample = Sample.minimal(probe);
        for (WireExchange answer : List.of(
                probe.post(probe.endpoint(sample.module(), Side.RECEIVER), sample.json())
                        .once()
                        .send(),
                sample.call("POST").body(sample.json()).once().send())) {
            Claim claim = probe.claim("TRN-068").on(answer);
            if (claim.holds(!answer.accepted(), "HTTP 405", answer.outcome())) {
                claim.holdsOrWarns(answer.status() < 500 || answer.status() == 501, "HTTP 405", answer.outcome());
            }
        }
        WireExchange got = sample.call("GET").send();
        probe.claim("TRN-068").on(got).holds(!got.accepted(), "nothing created", got.outcome());
    }

    @Proves("TRN-071")
    void ids_of_others_may_be_blocked(Probe probe) {
        Sample sample = Sample.minimal(probe);
        ObjectNode foreign = sample.json().deepCopy().put("party_id", "QQQ");
        WireExchange put = probe.put(probe.endpoint(sample.module(), Side.RECEIVER), foreign)
                .path(foreign.path("country_code").asText(), "QQQ", sample.id())
                .send();
        Claim claim = probe.claim("TRN-071").on(put);
        claim.holdsOrWarns(!put.accepted(), "HTTP 404, or a refusal", put.outcome());
    }

    @Proves("TRN-072")
    void another_id_in_the_body_is_refused(Probe probe) {
        Sample sample = Sample.minimal(probe);
        Sample other = Sample.minimal(probe);
        WireExchange put = sample.call("PUT", sample.id()).body(other.json()).send();
        probe.claim("TRN-072")
                .on(put)
                .at("/" + sample.idField())
                .holds(put.ocpiStatus().filter(code -> code == 2001).isPresent(), "status_code 2001", put.outcome());
        for (String id : List.of(sample.id(), other.id())) {
            WireExchange got = sample.call("GET", id).send();
            probe.claim("TRN-072").on(got).holds(!got.accepted(), "no object " + id, got.outcome());
        }
    }

    @Proves("TRN-084")
    void undocumented_fields_are_no_reason_to_refuse(Probe probe) {
        if (!probe.is(SpecVersion.V2_3_0)) {
            return;
        }
        Sample sample = stored(probe, Sample.minimal(probe));
        Sample extended = Sample.minimal(probe);
        ObjectNode json = extended.json();
        json.put("lab_extra", "x").putObject("lab_nested").putArray("a").add(1);
        json.fields().forEachRemaining(field -> {
            if (field.getValue() instanceof ObjectNode nested && !field.getKey().startsWith("lab_")) {
                nested.put("lab_extra", "x");
            }
        });
        WireExchange put = extended.call("PUT").body(json).send();
        probe.claim("TRN-084")
                .on(put)
                .holds(put.accepted(), "the same answer as without the further fields", put.outcome());
        ObjectNode patch = JsonNodeFactory.instance
                .objectNode()
                .put("last_updated", sample.later())
                .put("lab_extra", "x");
        patch.set(sample.changingField(), sample.changed().path(sample.changingField()));
        WireExchange patched = sample.call("PATCH").body(patch).send();
        probe.claim("TRN-084")
                .on(patched)
                .holds(patched.accepted(), "the same answer as without the further fields", patched.outcome());
    }

    /** Puts a sample, for what comes after. */
    private static Sample stored(Probe probe, Sample sample) {
        WireExchange put = sample.call("PUT").body(sample.json()).send();
        if (!put.accepted()) {
            throw probe.skip("the PUT of a sample object was not accepted: " + put.outcome());
        }
        return sample;
    }

    private static WireExchange readBack(Probe probe, Sample sample) {
        return probe.readBack(() -> sample.call("GET"), WireExchange::accepted);
    }
}
