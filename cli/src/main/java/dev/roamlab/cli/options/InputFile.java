package dev.roamlab.cli.options;

import dev.roamlab.cli.shell.Suggestions;
import dev.roamlab.cli.shell.UserError;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import picocli.CommandLine.ITypeConverter;

/**
 * A file to read, or standard input.
 *
 * @param path empty for standard input
 */
public record InputFile(Optional<Path> path) {
    private static final String STDIN = "-";
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    /** How messages name it. */
    public String name() {
        return path.map(Path::toString).orElse("standard input");
    }

    /**
     * Reads it whole, unpacked if it is gzip.
     *
     * @throws UserError when it cannot be read or is not text in UTF-8
     */
    public String text(InputStream standardInput) {
        try {
            byte[] bytes = unpacked(path.isPresent() ? Files.readAllBytes(path.get()) : all(standardInput));
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        } catch (CharacterCodingException otherEncoding) {
            throw new UserError(name() + " is not text in UTF-8.", "JSON has to be in UTF-8: convert the file.");
        } catch (IOException unreadable) {
            throw new UserError(
                    name() + " cannot be read (" + unreadable.getMessage() + ").", "Check the file's permissions.");
        }
    }

    /** Through a buffer: a file stream asks for its position before it reads all, and a pipe has none. */
    private static byte[] all(InputStream standardInput) throws IOException {
        return new BufferedInputStream(standardInput).readAllBytes();
    }

    private static byte[] unpacked(byte[] bytes) throws IOException {
        boolean gzip = bytes.length > 2 && (bytes[0] & 0xff) == 0x1f && (bytes[1] & 0xff) == 0x8b;
        return gzip ? new GZIPInputStream(new ByteArrayInputStream(bytes)).readAllBytes() : bytes;
    }

    @Override
    public String toString() {
        return name();
    }

    /** Reads the path of a file that exists, or {@code -}. */
    public static final class Converter implements ITypeConverter<InputFile> {
        @Override
        public InputFile convert(String value) {
            if (value.equals(STDIN)) {
                return new InputFile(Optional.empty());
            }
            Path file = pathOf(value);
            if (Files.isDirectory(file)) {
                throw BadValue.of(value + " is a folder.", "Name a file in it.");
            }
            if (!Files.exists(file)) {
                throw BadValue.of("there is no file " + value + ".", ("Check the path. " + similar(file)).strip());
            }
            if (!Files.isReadable(file)) {
                throw BadValue.of(value + " may not be read.", "Change its permissions, or name another file.");
            }
            return new InputFile(Optional.of(file));
        }

        private static String similar(Path file) {
            Path folder = Optional.ofNullable(file.toAbsolutePath().getParent()).orElse(file);
            try (Stream<Path> entries = Files.list(folder)) {
                List<String> names = entries.map(entry -> String.valueOf(entry.getFileName()))
                        .toList();
                return Suggestions.didYouMean(String.valueOf(file.getFileName()), names);
            } catch (IOException noFolder) {
                return "There is no folder " + folder + " either.";
            }
        }
    }

    static Path pathOf(String value) {
        try {
            return Path.of(value);
        } catch (InvalidPathException invalid) {
            throw BadValue.of("'" + value + "' is no path (" + invalid.getReason() + ").", "Name a file or folder.");
        }
    }
}
