package dev.roamlab.conformance.tester;

import dev.roamlab.conformance.wire.Target;
import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** What is known of the URLs of the system under test, so that what the tester sends is recorded with its target. Thread-safe. */
public final class SutMap {
    private final Map<String, Target> known = new ConcurrentHashMap<>();

    /** Remembers what a URL is; what lies below it belongs to it. */
    public void learn(URI url, Target target) {
        known.put(bare(url), target);
    }

    /** What a URL is, with the path segments behind the published one. */
    public Optional<Target> targetOf(URI url) {
        String wanted = bare(url);
        return known.entrySet().stream()
                .filter(entry -> wanted.equals(entry.getKey()) || wanted.startsWith(entry.getKey() + "/"))
                .max(Comparator.comparingInt(entry -> entry.getKey().length()))
                .map(entry ->
                        below(entry.getValue(), wanted.substring(entry.getKey().length())));
    }

    /** Two slashes between endpoint and object are read as one: what was meant is plain. */
    private static Target below(Target target, String behind) {
        List<String> rest = behind.isEmpty() ? target.rest() : Addresses.segments(behind.replaceFirst("^/+", ""));
        return new Target(target.module(), target.side(), target.version(), rest);
    }

    private static String bare(URI url) {
        String text = url.toString();
        int end = text.indexOf('?');
        String path = end < 0 ? text : text.substring(0, end);
        return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }
}
