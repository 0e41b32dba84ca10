package dev.roamlab.testkit.browser;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** One page of a browser, off line unless it is allowed a server. Every call blocks until the browser has answered. */
public final class Page {
    private final DevTools devTools;
    private final String session;
    private final List<String> complaints = new CopyOnWriteArrayList<>();
    private final List<String> allowed = new CopyOnWriteArrayList<>();
    private final Map<String, CompletableFuture<Boolean>> loads = new ConcurrentHashMap<>();

    private Page(DevTools devTools, String session) {
        this.devTools = devTools;
        this.session = session;
        devTools.subscribe(this::hear);
    }

    static Page open(DevTools devTools, Screen screen) {
        String target = devTools.call(
                        "", "Target.createTarget", DevTools.params().put("url", "about:blank"))
                .path("targetId")
                .asText();
        String session = devTools.call(
                        "",
                        "Target.attachToTarget",
                        DevTools.params().put("targetId", target).put("flatten", true))
                .path("sessionId")
                .asText();
        Page page = new Page(devTools, session);
        List.of("Page.enable", "Runtime.enable", "Log.enable", "Network.enable")
                .forEach(domain -> page.call(domain, DevTools.params()));
        page.call("Page.setLifecycleEventsEnabled", DevTools.params().put("enabled", true));
        page.emulate(true);
        page.show(screen);
        return page;
    }

    /** Lets the page speak to one server of this machine; all others stay out of reach, and asking for them is a complaint. */
    public void allow(URI server) {
        allowed.add(server.toString());
        emulate(false);
    }

    private void emulate(boolean offline) {
        call(
                "Network.emulateNetworkConditions",
                DevTools.params()
                        .put("offline", offline)
                        .put("latency", 0)
                        .put("downloadThroughput", offline ? 0 : -1)
                        .put("uploadThroughput", offline ? 0 : -1));
    }

    /** Changes the screen. */
    public void show(Screen screen) {
        call(
                "Emulation.setDeviceMetricsOverride",
                DevTools.params()
                        .put("width", screen.width())
                        .put("height", screen.height())
                        .put("deviceScaleFactor", 1)
                        .put("mobile", screen.isPhone()));
        ObjectNode media = DevTools.params();
        media.putArray("features")
                .addObject()
                .put("name", "prefers-color-scheme")
                .put("value", screen.dark() ? "dark" : "light");
        call("Emulation.setEmulatedMedia", media);
    }

    /** Goes to an address and waits until the page has loaded and drawn once. */
    public void go(URI address) {
        // By its loader: the load of the empty page before may be told late.
        String loader = call("Page.navigate", DevTools.params().put("url", address.toString()))
                .path("loaderId")
                .asText();
        if (!loader.isEmpty()) {
            DevTools.await(load(loader), address.toString());
        }
        evaluate("new Promise(done => requestAnimationFrame(() => setTimeout(done)))");
    }

    /** The value of a script's expression; a promise is waited for. */
    public JsonNode evaluate(String expression) {
        JsonNode result = call(
                "Runtime.evaluate",
                DevTools.params()
                        .put("expression", expression)
                        .put("awaitPromise", true)
                        .put("userGesture", true)
                        .put("returnByValue", true));
        if (result.has("exceptionDetails")) {
            throw new IllegalStateException(expression + ": "
                    + result.path("exceptionDetails")
                            .path("exception")
                            .path("description")
                            .asText());
        }
        return result.path("result").path("value");
    }

    /** Presses a key in whatever has the focus: {@code Enter}, {@code Escape}, {@code /}. */
    public void press(String key) {
        ObjectNode down = DevTools.params().put("type", "keyDown").put("key", key);
        if (key.length() == 1) {
            down.put("text", key);
        }
        if (key.equals("Enter")) {
            down.put("text", "\r").put("windowsVirtualKeyCode", 13);
        }
        if (key.equals("Escape")) {
            down.put("windowsVirtualKeyCode", 27);
        }
        call("Input.dispatchKeyEvent", down);
        call("Input.dispatchKeyEvent", DevTools.params().put("type", "keyUp").put("key", key));
    }

    /** Writes a picture of what the screen shows. */
    public void screenshot(Path file) throws IOException {
        JsonNode picture = call("Page.captureScreenshot", DevTools.params().put("format", "png"));
        Files.write(file, Base64.getDecoder().decode(picture.path("data").asText()));
    }

    /** Errors so far: in scripts, on the console, of the security policy, and for anything asked of the network. */
    public List<String> complaints() {
        return List.copyOf(complaints);
    }

    private JsonNode call(String method, ObjectNode params) {
        return devTools.call(session, method, params);
    }

    private void hear(JsonNode event) {
        if (!session.equals(event.path("sessionId").asText())) {
            return;
        }
        JsonNode params = event.path("params");
        switch (event.path("method").asText()) {
            case "Page.lifecycleEvent" -> loading(params);
            case "Runtime.exceptionThrown" ->
                complaints.add(params.path("exceptionDetails").toString());
            case "Runtime.consoleAPICalled" -> complain(params.path("type").asText(), params);
            case "Log.entryAdded" -> complain(params.path("entry").path("level").asText(), params.path("entry"));
            case "Network.requestWillBeSent" ->
                asked(params.path("request").path("url").asText());
            default -> {
                // Nothing to complain about.
            }
        }
    }

    private void loading(JsonNode event) {
        if (event.path("name").asText().equals("load")) {
            load(event.path("loaderId").asText()).complete(true);
        }
    }

    private CompletableFuture<Boolean> load(String loader) {
        return loads.computeIfAbsent(loader, absent -> new CompletableFuture<>());
    }

    private void complain(String level, JsonNode what) {
        if (level.equals("error") || level.equals("warning")) {
            complaints.add(what.toString());
        }
    }

    private void asked(String url) {
        boolean foreign = allowed.stream().noneMatch(url::startsWith);
        if (foreign && (url.startsWith("http") || url.startsWith("ws"))) {
            complaints.add("asks the network for " + url);
        }
    }
}
