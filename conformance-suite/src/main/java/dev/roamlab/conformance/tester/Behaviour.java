package dev.roamlab.conformance.tester;

import io.vertx.core.Future;

/** How the tester serves one interface. Called on an event loop. */
interface Behaviour {
    Future<Reply> answer(Incoming incoming);
}
