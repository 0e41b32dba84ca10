package dev.roamlab.ocpp.link;

import io.vertx.core.Context;
import io.vertx.core.http.WebSocketBase;
import java.util.Optional;

/**
 * What all links of one client or server share.
 *
 * @param server whether they are the server's ends: the side that closes the TCP connection
 */
record LinkHost(LinkSettings settings, LinkFigures figures, boolean server) {

    /** A link over a socket whose handshake is done. Called on the socket's context. */
    Link link(WebSocketBase socket, Context context) {
        if (settings.kind().isLight(settings.clock())) {
            Optional<LightLink> light = LightLink.over(socket, context, this);
            if (light.isPresent()) {
                return light.get();
            }
            if (settings.kind() == LinkKind.LIGHT) {
                throw new IllegalStateException("link: light asked for, but this version of Vert.x does not let its"
                        + " channels be taken over; take auto or stock");
            }
        }
        return new VertxLink(socket, context, this);
    }
}
