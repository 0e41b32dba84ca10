package dev.roamlab.cli.options;

import dev.roamlab.cli.shell.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.ITypeConverter;

/** A folder to write to; made when it does not exist yet. */
public record Folder(Path path) {

    /**
     * Makes the folder if need be.
     *
     * @throws UserError when that is not possible
     */
    public Path make() {
        try {
            return Files.createDirectories(path);
        } catch (IOException impossible) {
            throw new UserError(
                    "The folder " + path + " cannot be made (" + impossible.getMessage() + ").",
                    "Name one in a place where you may write.");
        }
    }

    @Override
    public String toString() {
        return path.toString();
    }

    /** Reads the path of a folder, which need not exist. */
    public static final class Converter implements ITypeConverter<Folder> {
        @Override
        public Folder convert(String value) {
            Path path = InputFile.pathOf(value);
            if (Files.exists(path) && !Files.isDirectory(path)) {
                throw BadValue.of(value + " is a file.", "Name a folder; it is made when it does not exist.");
            }
            return new Folder(path);
        }
    }
}
