package dev.roamlab.control;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;

/** Reads server-sent events line by line. */
final class EventReader implements AutoCloseable {
    private final InputStream stream;
    private final BufferedReader lines;

    private EventReader(InputStream stream) {
        this.stream = stream;
        this.lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
    }

    static EventReader open(ApiLab lab, String path) throws Exception {
        return open(lab, path, request -> request);
    }

    static EventReader open(ApiLab lab, String path, UnaryOperator<HttpRequest.Builder> adjust) throws Exception {
        HttpResponse<InputStream> answer = lab.client()
                .send(adjust.apply(HttpRequest.newBuilder(lab.uri(path))).build(), BodyHandlers.ofInputStream());
        if (answer.statusCode() != 200) {
            throw new IOException("HTTP " + answer.statusCode());
        }
        return new EventReader(answer.body());
    }

    /** The next line, whatever it is. */
    String line() throws IOException {
        String line = lines.readLine();
        if (line == null) {
            throw new IOException("the stream has ended");
        }
        return line;
    }

    /** The next event. */
    JsonNode next() throws IOException {
        String line = line();
        while (!line.startsWith("data: ")) {
            line = line();
        }
        return ApiLab.JSON.readTree(line.substring("data: ".length()));
    }

    /** The next event of a type; others before it are passed over. */
    JsonNode await(String type) throws IOException {
        JsonNode event = next();
        while (!event.path("type").asText().equals(type)) {
            event = next();
        }
        return event;
    }

    @Override
    public void close() throws IOException {
        stream.close();
    }
}
