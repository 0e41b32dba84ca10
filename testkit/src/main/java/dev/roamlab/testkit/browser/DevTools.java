package dev.roamlab.testkit.browser;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** One connection to a browser: commands with their answers, and events. Commands block for at most half a minute. */
final class DevTools implements WebSocket.Listener {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final long SECONDS = 30;

    private final AtomicInteger lastId = new AtomicInteger();
    private final Map<Integer, CompletableFuture<JsonNode>> waiting = new ConcurrentHashMap<>();
    private final List<Consumer<JsonNode>> listeners = new CopyOnWriteArrayList<>();
    private final StringBuilder half = new StringBuilder();
    private final CompletableFuture<WebSocket> socket = new CompletableFuture<>();

    private DevTools() {}

    static DevTools connect(URI address) {
        DevTools devTools = new DevTools();
        HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .buildAsync(address, devTools)
                .thenAccept(devTools.socket::complete)
                .join();
        return devTools;
    }

    /** Tells a listener of every event from now on, on the connection's thread. */
    void subscribe(Consumer<JsonNode> listener) {
        listeners.add(listener);
    }

    /** Sends a command to the browser (empty session) or one of its pages, and waits for the result. */
    JsonNode call(String session, String method, ObjectNode params) {
        int id = lastId.incrementAndGet();
        ObjectNode command = MAPPER.createObjectNode().put("id", id).put("method", method);
        command.set("params", params);
        if (!session.isEmpty()) {
            command.put("sessionId", session);
        }
        CompletableFuture<JsonNode> answer = new CompletableFuture<>();
        waiting.put(id, answer);
        socket.join().sendText(command.toString(), true).join();
        JsonNode message = await(answer, method);
        if (message.has("error")) {
            throw new IllegalStateException(
                    method + ": " + message.path("error").path("message").asText());
        }
        return message.path("result");
    }

    static <T> T await(CompletableFuture<T> answer, String what) {
        try {
            return answer.get(SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new IllegalStateException(what + ": nothing within " + SECONDS + " s", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(what, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(what, e);
        }
    }

    static ObjectNode params() {
        return MAPPER.createObjectNode();
    }

    void close() {
        socket.join().abort();
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence text, boolean last) {
        half.append(text);
        from.request(1);
        if (last) {
            String whole = half.toString();
            half.setLength(0);
            receive(whole);
        }
        return CompletableFuture.completedStage(null);
    }

    private void receive(String text) {
        JsonNode message;
        try {
            message = MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the browser sent no JSON", e);
        }
        CompletableFuture<JsonNode> answer = waiting.remove(message.path("id").asInt());
        if (answer != null) {
            answer.complete(message);
        } else {
            listeners.forEach(listener -> listener.accept(message));
        }
    }
}
