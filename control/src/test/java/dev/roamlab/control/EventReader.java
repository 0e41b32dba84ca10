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
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;

/** Reads server-sent events line by line; waits a while for each, and no longer. */
final class EventReader implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 20;

    private final InputStream stream;
    private final BlockingQueue<Optional<String>> lines = new LinkedBlockingQueue<>();

    private EventReader(InputStream stream) {
        this.stream = stream;
        Thread reading = new Thread(this::read, "events");
        reading.setDaemon(true);
        reading.start();
    }

    private void read() {
        try (var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                lines.add(Optional.of(line));
            }
        } catch (IOException closed) {
            // told as the end
        }
        lines.add(Optional.empty());
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
        try {
            Optional<String> line = lines.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (line == null) {
                throw new IOException("nothing came for " + PATIENCE_SECONDS + " s");
            }
            return line.orElseThrow(() -> new IOException("the stream has ended"));
        } catch (InterruptedException interrupted) {
            throw new IOException(interrupted);
        }
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

    /** Until an event of each of these types has come, in whatever order. */
    void awaitAll(String... types) throws IOException {
        Set<String> missing = new HashSet<>(List.of(types));
        while (!missing.isEmpty()) {
            missing.remove(next().path("type").asText());
        }
    }

    @Override
    public void close() throws IOException {
        stream.close();
    }
}
