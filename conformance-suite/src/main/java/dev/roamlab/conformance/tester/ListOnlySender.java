package dev.roamlab.conformance.tester;

import io.vertx.core.Future;

/** A Sender interface that has only a list: tariffs and CDRs. Spec: mod_tariffs_cpo_interface, mod_cdrs_cpo_interface. */
final class ListOnlySender implements Behaviour {
    private final boolean dateFromRequired;

    ListOnlySender(boolean dateFromRequired) {
        this.dateFromRequired = dateFromRequired;
    }

    @Override
    public Future<Reply> answer(Incoming incoming) {
        if (!incoming.rest().isEmpty()) {
            throw Refused.notFound("/" + String.join("/", incoming.rest()));
        }
        if (!incoming.method().equals("GET")) {
            throw Refused.method(incoming);
        }
        if (dateFromRequired && !incoming.query().containsKey("date_from")) {
            throw Refused.invalid("date_from: required");
        }
        return Future.succeededFuture(Pages.of(incoming, incoming.platform().owned(incoming.module())));
    }
}
