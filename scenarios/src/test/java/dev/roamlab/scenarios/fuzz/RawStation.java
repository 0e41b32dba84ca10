package dev.roamlab.scenarios.fuzz;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetSocket;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** A WebSocket made by hand: it can send what no library would. Used on one event loop. */
final class RawStation {
    static final int TEXT = 0x81;
    static final int BINARY = 0x82;
    static final int CLOSE = 0x88;

    private static final int MASKED = 0x80;
    private static final int TWO_BYTES = 126;
    private static final int EIGHT_BYTES = 127;

    private final Consumer<String> texts;
    private final Promise<Void> gone = Promise.promise();
    private final Promise<Integer> status = Promise.promise();
    private Buffer arrived = Buffer.buffer();
    private boolean upgraded;
    private boolean closing;
    private NetSocket socket;

    private RawStation(NetSocket socket, Consumer<String> texts) {
        this.socket = socket;
        this.texts = texts;
    }

    /** Connects; the future has the HTTP status of the handshake, 101 when the socket is open. */
    static Future<RawStation> connect(
            NetClient client, int port, String path, String subprotocol, Consumer<String> texts) {
        return client.connect(port, "127.0.0.1").compose(socket -> {
            RawStation station = new RawStation(socket, texts);
            socket.handler(station::arrive);
            socket.exceptionHandler(reset -> {});
            socket.closeHandler(closed -> {
                station.status.tryComplete(0);
                station.gone.tryComplete();
            });
            socket.write("GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nUpgrade: websocket\r\n"
                    + "Connection: Upgrade\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
                    + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Protocol: " + subprotocol + "\r\n\r\n");
            return station.status.future().map(station);
        });
    }

    int status() {
        return status.future().isComplete() ? status.future().result() : 0;
    }

    boolean isOpen() {
        return !gone.future().isComplete() && !closing;
    }

    Future<Void> gone() {
        return gone.future();
    }

    /** A whole text message of one octet per character. */
    void text(String message) {
        frame(TEXT, message.getBytes(StandardCharsets.ISO_8859_1));
    }

    void frame(int head, byte[] payload) {
        Buffer frame = Buffer.buffer(payload.length + 14).appendByte((byte) head);
        if (payload.length < TWO_BYTES) {
            frame.appendByte((byte) (MASKED | payload.length));
        } else if (payload.length <= 0xFFFF) {
            frame.appendByte((byte) (MASKED | TWO_BYTES)).appendUnsignedShort(payload.length);
        } else {
            frame.appendByte((byte) (MASKED | EIGHT_BYTES)).appendLong(payload.length);
        }
        // A mask of zeroes is a mask.
        raw(frame.appendInt(0).appendBytes(payload));
    }

    void raw(Buffer octets) {
        if (!gone.future().isComplete()) {
            socket.write(octets);
        }
    }

    /** The plug is pulled. */
    Future<Void> drop() {
        socket.close();
        return gone.future();
    }

    // --- arriving ---

    private void arrive(Buffer more) {
        arrived.appendBuffer(more);
        if (!upgraded) {
            String head = arrived.toString(StandardCharsets.ISO_8859_1);
            int end = head.indexOf("\r\n\r\n");
            if (end < 0) {
                return;
            }
            int code = Integer.parseInt(head.split(" ", 3)[1]);
            arrived = arrived.getBuffer(end + 4, arrived.length());
            upgraded = code == 101;
            status.tryComplete(code);
            if (!upgraded) {
                socket.close();
                return;
            }
        }
        int read = 0;
        for (int length = frame(read); length > 0; length = frame(read)) {
            read += length;
        }
        arrived = arrived.getBuffer(read, arrived.length());
    }

    /** Takes the frame at a position and gives its length; 0 when it is not whole yet. */
    private int frame(int at) {
        if (arrived.length() < at + 2) {
            return 0;
        }
        int header = 2;
        long length = arrived.getByte(at + 1) & 0x7F;
        if (length == TWO_BYTES) {
            header = 4;
        } else if (length == EIGHT_BYTES) {
            header = 10;
        }
        if (arrived.length() < at + header) {
            return 0;
        }
        length = header == 4 ? arrived.getUnsignedShort(at + 2) : header == 10 ? arrived.getLong(at + 2) : length;
        if (arrived.length() < at + header + length) {
            return 0;
        }
        int head = arrived.getByte(at) & 0xFF;
        byte[] payload = arrived.getBytes(at + header, at + header + (int) length);
        if (head == TEXT) {
            texts.accept(new String(payload, StandardCharsets.UTF_8));
        } else if (head == CLOSE) {
            closing = true;
            frame(CLOSE, payload);
            socket.close();
        }
        return header + (int) length;
    }
}
