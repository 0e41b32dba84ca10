package dev.roamlab.ocpp.link;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketConnectOptions;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** A station that says what no proper station would. */
final class RawStation {
    final BlockingQueue<String> received = new LinkedBlockingQueue<>();
    final BlockingQueue<Integer> closed = new LinkedBlockingQueue<>();
    final WebSocket socket;

    private RawStation(WebSocket socket) {
        this.socket = socket;
        socket.textMessageHandler(received::add);
        socket.closeHandler(ended -> closed.add(closeStatus(socket)));
    }

    static RawStation connect(Lab lab, String id, List<String> subprotocols) {
        var options = new WebSocketConnectOptions();
        options.setAbsoluteURI(lab.url() + "/" + id);
        options.setSubProtocols(subprotocols);
        return Lab.now(lab.sockets.connect(options).map(RawStation::new));
    }

    static RawStation connect(Lab lab, String id) {
        return connect(lab, id, List.of("ocpp1.6"));
    }

    /** The request with which a station comes. */
    static String handshake(String id) {
        return String.join(
                "\r\n",
                "GET /ocpp/" + id + " HTTP/1.1",
                "Host: test",
                "Connection: Upgrade",
                "Upgrade: websocket",
                "Sec-WebSocket-Version: 13",
                "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
                "Sec-WebSocket-Protocol: ocpp1.6",
                "",
                "");
    }

    void say(String text) {
        socket.writeTextMessage(text);
    }

    void say(Buffer binary) {
        socket.writeBinaryMessage(binary);
    }

    private static int closeStatus(WebSocket socket) {
        Short status = socket.closeStatusCode();
        return status == null ? Close.ABNORMAL : status;
    }
}
