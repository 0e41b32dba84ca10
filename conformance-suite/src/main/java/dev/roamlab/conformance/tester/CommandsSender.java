package dev.roamlab.conformance.tester;

import io.vertx.core.Future;

/** Takes the results of our commands at their response_url. Spec: mod_commands_emsp_interface. */
final class CommandsSender implements Behaviour {
    @Override
    public Future<Reply> answer(Incoming incoming) {
        if (incoming.rest().size() != 1) {
            throw Refused.notFound("/" + String.join("/", incoming.rest()));
        }
        if (!incoming.method().equals("POST")) {
            throw Refused.method(incoming);
        }
        ObjectReceiver.object(incoming);
        return Future.succeededFuture(Reply.done());
    }
}
