package dev.roamlab.conformance.tester;

import dev.roamlab.conformance.catalogue.SpecVersion;
import dev.roamlab.conformance.catalogue.Spelled;
import dev.roamlab.conformance.wire.Target;
import dev.roamlab.conformance.wire.Target.Side;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The URLs of one platform, made and recognised. Their shape is our own affair; a client takes them as they are given. */
final class Addresses {
    private static final String DETAILS = "v";
    private static final String CALLBACK = "callback";
    private static final String CREDENTIALS = "credentials";

    private final String root;
    private final String versionsPath;
    /** The word in the URL of a module that was moved. */
    private final Map<String, String> moved = new ConcurrentHashMap<>();

    /**
     * @param root the URL of all that belongs to the platform, without a slash at its end
     * @param versionsPath what follows in the versions URL; may have a query
     */
    Addresses(String root, String versionsPath) {
        this.root = root;
        this.versionsPath = versionsPath;
    }

    URI versions() {
        return URI.create(root + "/" + versionsPath);
    }

    URI details(String version) {
        return URI.create(root + "/" + DETAILS + "/" + version);
    }

    URI credentials(SpecVersion version) {
        return URI.create(root + "/" + version.spelling() + "/" + CREDENTIALS);
    }

    URI endpoint(SpecVersion version, String module, Side side) {
        return URI.create(root + "/" + version.spelling() + "/" + side.name().toLowerCase(Locale.ROOT) + "/"
                + moved.getOrDefault(module, module));
    }

    /** From now on a module is told under another word; the old URL stays good. */
    void move(String module, String word) {
        moved.put(module, word);
    }

    private String moduleOf(String word) {
        return moved.entrySet().stream()
                .filter(entry -> entry.getValue().equals(word))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(word);
    }

    URI callback(SpecVersion version, String secret) {
        return URI.create(root + "/" + version.spelling() + "/" + CALLBACK + "/" + secret);
    }

    boolean covers(URI uri) {
        return uri.toString().startsWith(root + "/");
    }

    /** What a URL is; empty when the platform never gave it away. */
    Optional<Target> target(URI uri) {
        if (uri.equals(versions())) {
            return Optional.of(new Target("versions", Optional.empty(), Optional.empty(), List.of()));
        }
        URI base = URI.create(root);
        String path = uri.getRawPath() == null ? "" : uri.getRawPath();
        if (!path.startsWith(base.getRawPath() + "/")) {
            return Optional.empty();
        }
        List<String> segments = segments(path.substring(base.getRawPath().length() + 1));
        if (segments.size() < 2) {
            return Optional.empty();
        }
        return segments.get(0).equals(DETAILS) ? details(segments) : versioned(segments);
    }

    private static Optional<Target> details(List<String> segments) {
        return Optional.of(new Target(
                "version_details",
                Optional.empty(),
                Spelled.find(SpecVersion.class, segments.get(1)),
                segments.subList(1, segments.size())));
    }

    private Optional<Target> versioned(List<String> segments) {
        Optional<SpecVersion> version = Spelled.find(SpecVersion.class, segments.get(0));
        if (version.isEmpty()) {
            return Optional.empty();
        }
        String word = segments.get(1);
        if (word.equals(CREDENTIALS) || word.equals(CALLBACK)) {
            return Optional.of(new Target(
                    word,
                    word.equals(CALLBACK) ? Optional.of(Side.SENDER) : Optional.empty(),
                    version,
                    segments.subList(2, segments.size())));
        }
        return Arrays.stream(Side.values())
                .filter(side -> side.name().toLowerCase(Locale.ROOT).equals(word) && segments.size() > 2)
                .map(side -> new Target(
                        moduleOf(segments.get(2)), Optional.of(side), version, segments.subList(3, segments.size())))
                .findFirst();
    }

    /** Decoded; an empty one at the end, from a slash at the end, is dropped. */
    static List<String> segments(String rawPath) {
        List<String> segments = new ArrayList<>();
        for (String segment : rawPath.split("/", -1)) {
            segments.add(decoded(segment));
        }
        if (!segments.isEmpty() && segments.get(segments.size() - 1).isEmpty()) {
            segments.remove(segments.size() - 1);
        }
        return segments;
    }

    private static String decoded(String segment) {
        try {
            // In a path a plus sign is a plus sign.
            return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException badEscape) {
            return segment;
        }
    }
}
