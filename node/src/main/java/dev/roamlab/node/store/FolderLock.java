package dev.roamlab.node.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * One process's claim to a folder, held through a locked file; the operating system ends it with the process, however
 * that dies.
 */
final class FolderLock {

    private static final String FILE = "store.lock";
    // Static because it stands for the process: with POSIX locks, merely opening and closing the file a second time in
    // one process would drop the lock, so a second claim must be turned away before it touches the file.
    private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();

    private final Path folder;
    private final FileChannel channel;

    private FolderLock(Path folder, FileChannel channel) {
        this.folder = folder;
        this.channel = channel;
    }

    /** Makes the folder when it is missing and claims it. */
    static FolderLock take(Path folder) {
        Path real = prepare(folder);
        if (!HELD_HERE.add(real)) {
            throw inUse(folder, "this process has it open already");
        }
        try {
            return new FolderLock(real, lock(folder, real.resolve(FILE)));
        } catch (IOException failure) {
            HELD_HERE.remove(real);
            throw unusable(folder, failure);
        } catch (StoreException failure) {
            HELD_HERE.remove(real);
            throw failure;
        }
    }

    void release() {
        try {
            channel.close();
        } catch (IOException failure) {
            throw unusable(folder, failure);
        } finally {
            HELD_HERE.remove(folder);
        }
    }

    private static Path prepare(Path folder) {
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new StoreException("store " + folder + ": is a file, wanted a folder");
        }
        try {
            Files.createDirectories(folder);
            if (!Files.isWritable(folder)) {
                throw new AccessDeniedException(folder.toString());
            }
            return folder.toRealPath();
        } catch (IOException failure) {
            throw unusable(folder, failure);
        }
    }

    private static FileChannel lock(Path folder, Path file) throws IOException {
        FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        @Nullable FileLock lock = channel.tryLock();
        if (lock == null) {
            String holder = Files.readString(file, UTF_8).strip();
            channel.close();
            throw inUse(
                    folder, holder.isEmpty() ? "another process has it open" : "process " + holder + " has it open");
        }
        channel.truncate(0);
        channel.write(ByteBuffer.wrap((ProcessHandle.current().pid() + "\n").getBytes(UTF_8)));
        return channel;
    }

    private static StoreException inUse(Path folder, String who) {
        return new StoreException("store " + folder + ": in use, " + who + "; stop it, or choose another folder");
    }

    private static StoreException unusable(Path folder, IOException failure) {
        String why = failure instanceof AccessDeniedException
                ? "not writable for user " + System.getProperty("user.name")
                : "cannot be made or written (" + failure.getMessage() + ")";
        return new StoreException("store " + folder + ": " + why + "; choose another folder", failure);
    }
}
