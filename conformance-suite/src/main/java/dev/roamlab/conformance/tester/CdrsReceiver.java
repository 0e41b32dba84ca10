package dev.roamlab.conformance.tester;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Future;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** CDRs that a CPO under test delivers. Each gets an address of our choice. Spec: mod_cdrs_emsp_interface. */
final class CdrsReceiver implements Behaviour {
    private final Map<String, String> addresses = new ConcurrentHashMap<>();

    @Override
    public Future<Reply> answer(Incoming incoming) {
        if (incoming.rest().isEmpty() && incoming.method().equals("POST")) {
            return Future.succeededFuture(post(incoming));
        }
        if (incoming.rest().size() != 1) {
            throw incoming.rest().isEmpty()
                    ? Refused.method(incoming)
                    : Refused.notFound(incoming.uri().getPath());
        }
        if (!incoming.method().equals("GET")) {
            throw Refused.method(incoming);
        }
        String address = incoming.rest().get(0);
        return Future.succeededFuture(Reply.envelope(incoming.platform()
                .held("cdrs")
                .get(address)
                .orElseThrow(() -> Refused.notFound("a CDR at " + address))));
    }

    /** The same CDR again, such as after a lost answer, has the address that it had. */
    private Reply post(Incoming incoming) {
        ObjectNode cdr = ObjectReceiver.object(incoming);
        String identity = incoming.platform().versionsUrl() + " "
                + cdr.path("country_code").asText() + "/" + cdr.path("party_id").asText() + "/"
                + cdr.path("id").asText();
        String address = addresses.computeIfAbsent(
                identity.toLowerCase(java.util.Locale.ROOT),
                first -> "cdr-" + UUID.randomUUID().toString().substring(0, 18));
        Shelf held = incoming.platform().held("cdrs");
        boolean isNew = held.get(address).isEmpty();
        if (isNew) {
            held.put(address, cdr);
        }
        String endpoint = incoming.uri().toString().split("\\?", 2)[0].replaceAll("/$", "");
        return (isNew ? Reply.created() : Reply.done()).with("Location", endpoint + "/" + address);
    }
}
