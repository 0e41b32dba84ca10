package dev.roamlab.conformance.tester;

import dev.roamlab.conformance.catalogue.SpecVersion;
import io.vertx.core.Future;
import java.util.List;

/** Locations as their CPO offers them: the list, and single objects at three depths. Spec: mod_locations_cpo_interface. */
final class LocationsSender implements Behaviour {
    private final Behaviour list = new ListOnlySender(false);

    @Override
    public Future<Reply> answer(Incoming incoming) {
        List<String> path = incoming.rest();
        if (path.isEmpty()) {
            return list.answer(incoming);
        }
        if (!incoming.method().equals("GET")) {
            throw Refused.method(incoming);
        }
        SpecVersion version = incoming.version().orElse(SpecVersion.V2_3_0);
        return incoming.platform()
                .owned("locations")
                .get(path.get(0))
                .map(location -> Forms.in(version, location))
                .flatMap(location -> LocationTree.at(location, path.subList(1, path.size())))
                .map(Reply::envelope)
                .map(Future::succeededFuture)
                .orElseThrow(() -> new Refused(404, 2003, "there is no " + String.join("/", path)));
    }
}
