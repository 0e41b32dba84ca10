package dev.roamlab.ocpp.link;

import dev.roamlab.ocpp.link.FrameTap.Way;
import dev.roamlab.ocpp.rpc.RpcPeers.End;
import io.vertx.core.Future;
import java.util.function.Consumer;

/** A link whose frames go through a tap. */
final class TappedLink implements Link {
    private final Link link;
    private final FrameTap tap;
    private final Conversation.Terms terms;
    private boolean ended;

    private TappedLink(Link link, FrameTap tap, Conversation.Terms terms) {
        this.link = link;
        this.tap = tap;
        this.terms = terms;
    }

    /** The link itself where there is no tap. */
    static Link of(Link link, FrameTap tap, Conversation.Terms terms) {
        return tap == FrameTap.NONE ? link : new TappedLink(link, tap, terms);
    }

    @Override
    public void listen(Listener listener) {
        tap.opened(terms.stationId(), terms.dialect().version());
        link.listen(new Listener() {
            @Override
            public void text(String message) {
                through(message, false, listener::text);
            }

            @Override
            public void closed(Close close) {
                ended = true;
                tap.closed(terms.stationId(), close);
                listener.closed(close);
            }
        });
    }

    @Override
    public void send(String text) {
        through(text, true, link::send);
    }

    @Override
    public void close(int status, String reason) {
        link.close(status, reason);
    }

    @Override
    public void run(Runnable task) {
        link.run(task);
    }

    @Override
    public Future<Void> gone() {
        return link.gone();
    }

    @Override
    public int silence() {
        return link.silence();
    }

    @Override
    public void ping() {
        link.ping();
    }

    private void through(String text, boolean sent, Consumer<String> onward) {
        if (tap.isActive()) {
            tap.frame(new Passing(sent, onward), text);
        } else {
            onward.accept(text);
        }
    }

    /** One frame on its way. */
    private final class Passing implements FrameTap.Passage {
        private final boolean sent;
        private final Consumer<String> onward;

        Passing(boolean sent, Consumer<String> onward) {
            this.sent = sent;
            this.onward = onward;
        }

        @Override
        public String stationId() {
            return terms.stationId();
        }

        @Override
        public String version() {
            return terms.dialect().version();
        }

        @Override
        public Way way() {
            return sent == (terms.us() == End.STATION) ? Way.TO_CSMS : Way.TO_STATION;
        }

        @Override
        public boolean sent() {
            return sent;
        }

        @Override
        public void pass(String text) {
            link.run(() -> {
                if (!ended) {
                    onward.accept(text);
                }
            });
        }
    }
}
