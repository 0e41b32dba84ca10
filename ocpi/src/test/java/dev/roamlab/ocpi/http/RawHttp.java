package dev.roamlab.ocpi.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import dev.roamlab.ocpi.json.Json;
import dev.roamlab.ocpi.json.MalformedJson;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** HTTP as bytes on a socket: also what no decent client would send. */
final class RawHttp {
    private final int port;
    private final String authorization;

    RawHttp(int port, String authorization) {
        this.port = port;
        this.authorization = authorization;
    }

    RawHttp as(String header) {
        return new RawHttp(port, header);
    }

    Response send(String method, String path, String body, String... headers) throws IOException {
        byte[] content = body.getBytes(UTF_8);
        StringBuilder head =
                new StringBuilder(method + " " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n");
        if (!authorization.isEmpty()) {
            head.append("Authorization: ").append(authorization).append("\r\n");
        }
        for (String header : headers) {
            head.append(header).append("\r\n");
        }
        if (content.length > 0) {
            head.append("Content-Length: ").append(content.length).append("\r\n");
        }
        return exchange(List.of(head.append("\r\n").toString().getBytes(ISO_8859_1), content));
    }

    Response get(String path, String... headers) throws IOException {
        return send("GET", path, "", headers);
    }

    /** Sends pieces one by one, waiting until each has left. */
    Response exchange(List<byte[]> pieces) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(10_000);
            socket.setTcpNoDelay(true);
            for (byte[] piece : pieces) {
                socket.getOutputStream().write(piece);
                socket.getOutputStream().flush();
            }
            return Response.read(socket.getInputStream());
        }
    }

    Socket open() throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(10_000);
        return socket;
    }

    record Response(int status, Map<String, List<String>> headers, String body) {
        static Response read(InputStream in) throws IOException {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try {
                in.transferTo(bytes);
            } catch (java.net.SocketException reset) {
                // the server hung up on a request that it did not read to its end
            }
            String all = bytes.toString(UTF_8);
            int end = all.indexOf("\r\n\r\n");
            if (end < 0) {
                throw new IOException("no answer: " + all);
            }
            String[] lines = all.substring(0, end).split("\r\n", -1);
            Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
            for (int i = 1; i < lines.length; i++) {
                String[] header = lines[i].split(":", 2);
                headers.computeIfAbsent(header[0].trim(), name -> new ArrayList<>())
                        .add(header[1].trim());
            }
            return new Response(Integer.parseInt(lines[0].split(" ", 3)[1]), headers, all.substring(end + 4));
        }

        Optional<String> header(String name) {
            return Optional.ofNullable(headers.get(name)).map(values -> values.get(0));
        }

        JsonNode envelope() {
            try {
                return Json.parse(body);
            } catch (MalformedJson malformed) {
                throw new AssertionError("no envelope: " + body, malformed);
            }
        }

        int statusCode() {
            return envelope().path("status_code").asInt();
        }

        String message() {
            return envelope().path("status_message").asText();
        }
    }
}
