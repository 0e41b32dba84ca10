package dev.roamlab.node.store;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads what a user gave as the place of the store. */
final class StoreLocationParser {

    private static final String FORMS = "; give a folder, postgresql://user:password@host:5432/database, or memory";
    private static final int DEFAULT_PORT = 5432;
    private static final Pattern SCHEME = Pattern.compile("^([A-Za-z][A-Za-z0-9+.:-]*)://.*", Pattern.DOTALL);
    // Greedy up to the last @, so that a password may hold one, though it should be written %40.
    private static final Pattern POSTGRES = Pattern.compile(
            "postgres(?:ql)?://(?:(?<user>[^:/]*)(?::(?<password>.*))?@)?"
                    + "(?<host>\\[[0-9A-Fa-f:.]+]|[^:/?@\\[\\]]+)(?::(?<port>[^/?@]*))?/(?<database>[^/?@]+)(?:\\?(?<options>[^@]*))?");

    private StoreLocationParser() {}

    static StoreLocation parse(String text) {
        String location = text.strip();
        if (location.isEmpty()) {
            throw new IllegalArgumentException("store: empty" + FORMS);
        }
        if (location.equals("memory")) {
            return new StoreLocation.Memory();
        }
        Matcher scheme = SCHEME.matcher(location);
        return scheme.matches() ? database(scheme.group(1), location) : folder(location);
    }

    private static StoreLocation folder(String location) {
        try {
            return new StoreLocation.Folder(Path.of(location));
        } catch (InvalidPathException failure) {
            throw new IllegalArgumentException(
                    "store: \"" + location + "\" is no path (" + failure.getReason() + ")" + FORMS, failure);
        }
    }

    private static StoreLocation database(String scheme, String location) {
        if (!scheme.equals("postgresql") && !scheme.equals("postgres")) {
            throw new IllegalArgumentException("store: " + scheme + ":// is not a kind of store we know" + FORMS);
        }
        Matcher url = POSTGRES.matcher(location);
        if (!url.matches()) {
            // The text may hold a password, so it is not shown.
            throw new IllegalArgumentException(
                    "store: the PostgreSQL URL is not of the form postgresql://user:password@host:5432/database");
        }
        String user = decode(url.group("user"));
        return new StoreLocation.Postgres(
                url.group("host"),
                port(url.group("port")),
                decode(url.group("database")),
                user.isEmpty() ? System.getProperty("user.name", "postgres") : user,
                decode(url.group("password")),
                url.group("options") == null ? "" : url.group("options"));
    }

    private static int port(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return DEFAULT_PORT;
        }
        int port = text.matches("[0-9]{1,5}") ? Integer.parseInt(text) : 0;
        if (port < 1 || port > 65535) {
            throw new IllegalArgumentException("store: port " + text + " of the PostgreSQL URL, wanted 1 to 65535");
        }
        return port;
    }

    private static String decode(@Nullable String text) {
        // A plus is a plus here, unlike in a form.
        return text == null ? "" : URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
