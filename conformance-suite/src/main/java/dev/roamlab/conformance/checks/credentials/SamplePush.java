package dev.roamlab.conformance.checks.credentials;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.roamlab.conformance.check.Probe;
import dev.roamlab.conformance.subject.SutRole;
import dev.roamlab.conformance.tester.Platform;
import dev.roamlab.conformance.wire.Target.Side;
import dev.roamlab.conformance.wire.WireExchange;
import java.util.List;

/** Pushes a harmless object to the system: a token that is good for nothing, or a tariff. */
final class SamplePush {
    private SamplePush() {}

    /** An object under one of our parties. */
    static WireExchange under(Probe probe, String country, String party) {
        return push(probe, sample(probe).put("country_code", country).put("party_id", party));
    }

    /** An object under one of the parties of another platform of ours, pushed by that platform. */
    static WireExchange by(Probe probe, Platform platform, String party) {
        boolean cpo = probe.role() == SutRole.CPO;
        ObjectNode sample = sample(probe).put("party_id", party);
        return probe.callAs(platform, "PUT", probe.endpoint(cpo ? "tokens" : "tariffs", Side.RECEIVER))
                .header("OCPI-from-party-id", party)
                .body(sample)
                .path(
                        sample.path("country_code").asText(),
                        party,
                        sample.path(cpo ? "uid" : "id").asText())
                .send();
    }

    /** An object of ours that lies in another country, and whose public ids name another party. */
    static WireExchange foreign(Probe probe) {
        if (probe.role() == SutRole.CPO) {
            ObjectNode token = sample(probe).put("contract_id", "DE-XYZ-C00000001-X");
            return push(probe, token);
        }
        var samples = probe.platform().samples().locations();
        ObjectNode location = samples.minimal(probe.version()).put("country", "DEU");
        location.withObject("coordinates").put("latitude", "52.520008").put("longitude", "13.404954");
        location.putArray("evses").add(samples.evse(List.of()).put("evse_id", "DE*ABC*E1234"));
        return push(probe, "locations", "id", location);
    }

    private static ObjectNode sample(Probe probe) {
        return probe.role() == SutRole.CPO
                ? probe.platform().samples().tokens().minimal(probe.version())
                : probe.platform().samples().tariffs().minimal(probe.version());
    }

    private static WireExchange push(Probe probe, ObjectNode sample) {
        return probe.role() == SutRole.CPO
                ? push(probe, "tokens", "uid", sample)
                : push(probe, "tariffs", "id", sample);
    }

    private static WireExchange push(Probe probe, String module, String idField, ObjectNode sample) {
        return probe.put(probe.endpoint(module, Side.RECEIVER), sample)
                .path(
                        sample.path("country_code").asText(),
                        sample.path("party_id").asText(),
                        sample.path(idField).asText())
                .send();
    }
}
