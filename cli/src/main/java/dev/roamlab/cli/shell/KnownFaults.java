package dev.roamlab.cli.shell;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.BindException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Faults of the machine or the network that the user can mend, told apart from our own. The net below the commands' own checks. */
final class KnownFaults {
    private static final int MAX_CAUSES = 16;

    private KnownFaults() {}

    /** The error to show, when somewhere among the causes is one that is known. */
    static Optional<UserError> of(Throwable failure) {
        Throwable cause = failure;
        for (int i = 0; i < MAX_CAUSES && cause != null; i++) {
            UserError known = translate(cause);
            if (known != null) {
                return Optional.of(known);
            }
            cause = cause.getCause();
        }
        return Optional.empty();
    }

    private static @Nullable UserError translate(Throwable cause) {
        if (cause instanceof UserError already) {
            return already;
        }
        String message = Objects.requireNonNullElse(cause.getMessage(), "");
        if (cause instanceof BindException) {
            return new UserError(
                    "A port or address cannot be used: " + message + ".",
                    "Find out with 'roamlab doctor', or choose other ports (0 takes any free one).");
        }
        if (cause instanceof ConnectException) {
            return new UserError(
                    "Nothing answers: " + message + ".", "Check that the other system is running, and its address.");
        }
        if (cause instanceof UnknownHostException) {
            return new UserError("There is no host " + message + ".", "Check the address for typing errors.");
        }
        return cause instanceof IOException file ? ofFile(file, message) : null;
    }

    private static @Nullable UserError ofFile(IOException cause, String message) {
        if (message.contains("No space left")) {
            return new UserError("The disk is full.", "Make room; 'roamlab doctor' shows how much there is.");
        }
        if (cause instanceof NoSuchFileException missing) {
            return new UserError("There is no file " + missing.getFile() + ".", "Check the path for typing errors.");
        }
        if (cause instanceof AccessDeniedException denied) {
            return new UserError(
                    "No permission for " + denied.getFile() + ".", "Change its permissions, or name another path.");
        }
        if (cause instanceof FileNotFoundException || cause instanceof FileSystemException) {
            return new UserError("A file cannot be used: " + message + ".", "Check the path and its permissions.");
        }
        return null;
    }
}
