package dev.roamlab.cli.shell;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** Which roamlab this is. */
public final class ProductVersion implements IVersionProvider {

    /** The version number of the build. */
    public static String number() {
        Properties properties = new Properties();
        try (InputStream stream = ProductVersion.class.getResourceAsStream("/dev/roamlab/cli/version.properties")) {
            if (stream == null) {
                return "unknown";
            }
            properties.load(stream);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return properties.getProperty("version", "unknown");
    }

    @Override
    public String[] getVersion() {
        return new String[] {"roamlab " + number() + " (Java " + System.getProperty("java.version") + ")"};
    }
}
