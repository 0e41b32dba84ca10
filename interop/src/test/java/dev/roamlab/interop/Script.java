package dev.roamlab.interop;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A Node.js program at the other end: it is told things and tells what happens, a JSON object per line. */
final class Script implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int SECONDS = 30;

    private final Process process;
    private final BufferedWriter in;
    private final BlockingQueue<JsonNode> events = new LinkedBlockingQueue<>();
    private final BlockingQueue<JsonNode> outcomes = new LinkedBlockingQueue<>();
    private final List<JsonNode> violations = new CopyOnWriteArrayList<>();
    private final List<String> heard = new CopyOnWriteArrayList<>();
    private int ref;

    private Script(Process process) {
        this.process = process;
        this.in = process.outputWriter();
    }

    static Script start(String script, String... arguments) throws IOException {
        List<String> command =
                Stream.concat(Stream.of("node", script), Stream.of(arguments)).toList();
        Process process = new ProcessBuilder(command)
                .directory(Npm.directory().toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        Script started = new Script(process);
        Thread reader = new Thread(started::read, script);
        reader.setDaemon(true);
        reader.start();
        return started;
    }

    /** Has the other side call us; the outcome has {@code result}, or {@code error} and {@code message}. */
    JsonNode ask(String action, JsonNode params) throws Exception {
        return tell(JSON.createObjectNode().put("call", action).set("params", params));
    }

    /** Has the other side answer an action so from now on. */
    void answer(String action, JsonNode params) throws Exception {
        tell(JSON.createObjectNode().put("answer", action).set("params", params));
    }

    /** Waits for an event of this name; earlier ones of other names are passed over. */
    JsonNode event(String name) throws InterruptedException {
        return next(event -> event.path("event").asText().equals(name), name);
    }

    /** Waits for a call of this action from us. */
    JsonNode heard(String action) throws InterruptedException {
        return next(event -> event.path("method").asText().equals(action), action)
                .path("params");
    }

    /** The actions that it was called with, in their order. */
    List<String> heard() {
        return List.copyOf(heard);
    }

    /** What its validator minded, whoever said it. */
    List<JsonNode> violations() {
        return List.copyOf(violations);
    }

    @Override
    public void close() throws Exception {
        in.close();
        if (!process.waitFor(5, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }

    private JsonNode tell(JsonNode line) throws Exception {
        ref++;
        in.write(((ObjectNode) line).put("ref", ref).toString());
        in.newLine();
        in.flush();
        JsonNode outcome = outcomes.poll(SECONDS, TimeUnit.SECONDS);
        if (outcome == null) {
            throw new AssertionError(line + ": no outcome within " + SECONDS + " s");
        }
        return outcome;
    }

    private JsonNode next(java.util.function.Predicate<JsonNode> wanted, String what) throws InterruptedException {
        List<JsonNode> passed = new ArrayList<>();
        while (true) {
            JsonNode event = events.poll(SECONDS, TimeUnit.SECONDS);
            if (event == null) {
                throw new AssertionError(what + ": not within " + SECONDS + " s; instead " + passed);
            }
            if (wanted.test(event)) {
                return event;
            }
            passed.add(event);
        }
    }

    private void read() {
        try (BufferedReader out = process.inputReader()) {
            for (String text = out.readLine(); text != null; text = out.readLine()) {
                JsonNode line = JSON.readTree(text);
                if (line.has("ref")) {
                    outcomes.add(line);
                    continue;
                }
                if (line.path("event").asText().equals("violation")) {
                    violations.add(line);
                } else if (line.has("method")) {
                    heard.add(line.path("method").asText());
                }
                events.add(line);
            }
        } catch (IOException ended) {
            if (process.isAlive()) {
                throw new UncheckedIOException(ended);
            }
        }
    }
}
