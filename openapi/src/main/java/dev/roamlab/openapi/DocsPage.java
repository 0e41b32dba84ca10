package dev.roamlab.openapi;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * {@code /docs}: documents in Swagger UI, which comes from our own jar, so that the page needs no other server. Each document
 * is served beside it as {@code /docs/NAME.json}. Used on one event loop.
 */
public final class DocsPage {
    private static final String WEBJAR = "META-INF/resources/webjars/swagger-ui/5.34.1/";
    private static final String OURS = "dev/roamlab/openapi/";
    /** The page runs nothing and asks for nothing but what this server has. Swagger UI writes style attributes. */
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline';"
            + " img-src 'self' data:; font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none';"
            + " frame-ancestors 'none'";

    private static final Map<String, Asset> ASSETS = Map.of(
            "swagger-ui.css", new Asset(WEBJAR, "text/css; charset=utf-8"),
            "swagger-ui-bundle.js", new Asset(WEBJAR, "text/javascript; charset=utf-8"),
            "swagger-ui-standalone-preset.js", new Asset(WEBJAR, "text/javascript; charset=utf-8"),
            "favicon-32x32.png", new Asset(WEBJAR, "image/png"),
            "docs.css", new Asset(OURS, "text/css; charset=utf-8"),
            "docs.js", new Asset(OURS, "text/javascript; charset=utf-8"));

    private final String title;
    private final Map<String, Described> documents = new LinkedHashMap<>();
    private final Map<String, Future<Buffer>> loaded = new HashMap<>();

    /** @param title of the page */
    public DocsPage(String title) {
        this.title = title;
    }

    private record Described(String title, Supplier<ObjectNode> document) {}

    private record Asset(String folder, String type) {}

    /**
     * Adds a document; the first is shown first.
     *
     * @param name in its URL
     * @param title in the list of documents
     * @param document asked for each time it is looked at
     */
    public DocsPage with(String name, String title, Supplier<ObjectNode> document) {
        documents.put(name, new Described(title, document));
        return this;
    }

    /** Puts the page on a router, at {@code /docs}. */
    public void mount(Router router) {
        router.get("/docs").handler(this::page);
        router.get("/docs/").handler(context -> redirect(context.response()));
        router.get("/docs/:file").handler(this::file);
    }

    private static void redirect(HttpServerResponse response) {
        response.setStatusCode(308).putHeader("Location", "../docs").end();
    }

    private void page(RoutingContext context) {
        // Vert.x takes a path with and without its last slash for the same; the page's links are relative, and do not.
        if (context.request().path().endsWith("/")) {
            redirect(context.response());
            return;
        }
        asset(context, OURS + "docs.html")
                .map(html -> Buffer.buffer(html.toString().replace("{{title}}", escaped(title))))
                .onSuccess(html -> send(context, "text/html; charset=utf-8", "no-cache", html))
                .onFailure(context::fail);
    }

    private void file(RoutingContext context) {
        String name = context.pathParam("file");
        Asset asset = ASSETS.get(name);
        if (asset != null) {
            asset(context, asset.folder() + name)
                    .onSuccess(content -> send(context, asset.type(), "max-age=3600", content))
                    .onFailure(context::fail);
        } else if (name.equals("documents.json")) {
            sendJson(context, list());
        } else {
            document(name).ifPresentOrElse(document -> sendJson(context, document.toString()), context::next);
        }
    }

    private Optional<ObjectNode> document(String file) {
        return file.endsWith(".json")
                ? Optional.ofNullable(documents.get(file.substring(0, file.length() - ".json".length())))
                        .map(described -> described.document().get())
                : Optional.empty();
    }

    private String list() {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        documents.forEach((name, described) ->
                list.addObject().put("url", "docs/" + name + ".json").put("name", described.title()));
        return list.toString();
    }

    private static void sendJson(RoutingContext context, String json) {
        send(context, "application/json", "no-cache", Buffer.buffer(json));
    }

    private static void send(RoutingContext context, String type, String cache, Buffer content) {
        context.response()
                .putHeader("Content-Type", type)
                .putHeader("Cache-Control", cache)
                .putHeader("Content-Security-Policy", POLICY)
                .putHeader("X-Content-Type-Options", "nosniff")
                .end(content);
    }

    /** Read once, away from the event loop. */
    private Future<Buffer> asset(RoutingContext context, String resource) {
        return loaded.computeIfAbsent(
                resource, absent -> context.vertx().executeBlocking(() -> Buffer.buffer(bytes(resource))));
    }

    private static byte[] bytes(String resource) {
        try (InputStream stream = DocsPage.class.getClassLoader().getResourceAsStream(resource)) {
            if (stream == null) {
                throw new IllegalStateException(resource + " is missing from the jar");
            }
            return stream.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }
}
