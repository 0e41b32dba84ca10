package dev.roamlab.control;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** Requests that a proper client would not send. */
final class RawHttp {
    private RawHttp() {}

    /** Sends a text, and reads until the other side has said all there is in its first answer. */
    static String ask(ApiLab lab, String request) throws IOException {
        URI url = URI.create(lab.url());
        try (Socket socket = new Socket(url.getHost(), url.getPort())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().flush();
            return answer(socket.getInputStream());
        }
    }

    private static String answer(InputStream stream) throws IOException {
        ByteArrayOutputStream read = new ByteArrayOutputStream();
        byte[] some = new byte[4096];
        for (int count = stream.read(some); count >= 0; count = stream.read(some)) {
            read.write(some, 0, count);
            String text = read.toString(StandardCharsets.UTF_8);
            int head = text.indexOf("\r\n\r\n");
            if (head >= 0 && text.length() >= head + 4 + length(text)) {
                return text;
            }
        }
        return read.toString(StandardCharsets.UTF_8);
    }

    private static int length(String text) {
        return text.lines()
                .filter(line -> line.toLowerCase(java.util.Locale.ROOT).startsWith("content-length:"))
                .map(line -> Integer.parseInt(line.substring(15).strip()))
                .findFirst()
                .orElse(0);
    }
}
