package dev.roamlab.ocpp.link;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetSocket;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A CSMS made of bytes: accepts a station and speaks at once, handshake and message in one packet. */
final class RawCsms {
    private static final Pattern KEY = Pattern.compile("(?i)sec-websocket-key: *(\\S+)");

    private RawCsms() {}

    /** @param heard is told the first message of the station, which must be a short one */
    static void serve(NetSocket socket, String message, Consumer<String> heard) {
        socket.handler(bytes -> {
            Matcher key = KEY.matcher(bytes.toString(ISO_8859_1));
            if (key.find()) {
                byte[] text = message.getBytes(UTF_8);
                socket.write(Buffer.buffer(accept(key.group(1)))
                        .appendByte((byte) 0x81)
                        .appendByte((byte) text.length)
                        .appendBytes(text));
            } else {
                heard.accept(unmasked(bytes));
            }
        });
    }

    private static String accept(String key) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-1")
                    .digest((key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11").getBytes(ISO_8859_1));
            return "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                    + "Sec-WebSocket-Protocol: ocpp1.6\r\nSec-WebSocket-Accept: "
                    + Base64.getEncoder().encodeToString(hash) + "\r\n\r\n";
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static String unmasked(Buffer frame) {
        byte[] text = frame.getBytes(6, 6 + (frame.getByte(1) & 0x7F));
        for (int i = 0; i < text.length; i++) {
            text[i] ^= frame.getByte(2 + i % 4);
        }
        return new String(text, UTF_8);
    }
}
