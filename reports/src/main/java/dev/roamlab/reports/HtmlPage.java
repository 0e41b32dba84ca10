package dev.roamlab.reports;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;

/** The parts of {@code report.html} that are the same for every run. */
final class HtmlPage {
    /** In the order in which they need each other. */
    private static final List<String> SCRIPTS = List.of(
            "dom.js",
            "run.js",
            "json.js",
            "exchange.js",
            "front.js",
            "requirement.js",
            "scenario.js",
            "results.js",
            "charges.js",
            "sequence.js",
            "main.js");

    static final String TEMPLATE = resource("page.html");
    static final String STYLE = resource("page.css");
    static final String SCRIPT = SCRIPTS.stream()
            .map(HtmlPage::resource)
            .collect(Collectors.joining("\n", "(() => {\n\"use strict\";\n", "})();\n"));

    /** Nothing is loaded, and only this style and this script are obeyed, whatever else got into the page. */
    static final String POLICY = "default-src 'none'; img-src data:; base-uri 'none'; form-action 'none'; style-src '"
            + hash(STYLE) + "'; script-src '" + hash(SCRIPT) + "'";

    private HtmlPage() {}

    private static String resource(String name) {
        try (InputStream stream = HtmlPage.class.getResourceAsStream("html/" + name)) {
            if (stream == null) {
                throw new IllegalStateException("html/" + name + " is not on the class path");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "sha256-" + Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }
}
