package dev.roamlab.station.fleet;

import dev.roamlab.ocpp.security.SigningRequests;
import dev.roamlab.station.HostOrder;
import dev.roamlab.station.StationEvent;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.security.KeyPair;

/** Makes keys for stations, off their event loop. */
final class SigningDesk {
    private SigningDesk() {}

    static Future<StationEvent> make(Vertx vertx, HostOrder.MakeSigningRequest order) {
        return vertx.executeBlocking(
                () -> {
                    KeyPair keys = SigningRequests.newKeys();
                    return new StationEvent.SigningRequestMade(
                            order.ref(), keys, SigningRequests.request(keys, order.organisation(), order.commonName()));
                },
                false);
    }
}
