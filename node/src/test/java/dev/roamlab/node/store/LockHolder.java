package dev.roamlab.node.store;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;

/** Another process that has a folder open. */
final class LockHolder implements AutoCloseable {

    private final Process process;

    private LockHolder(Process process) {
        this.process = process;
    }

    static LockHolder start(Path folder) throws IOException {
        Process process = ChildJvm.start(LockHolder.class, folder.toString());
        BufferedReader output = process.inputReader();
        if (!"held".equals(output.readLine())) {
            throw new IOException("the other process did not start");
        }
        return new LockHolder(process);
    }

    long pid() {
        return process.pid();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    public static void main(String[] args) throws Exception {
        FolderLock.take(Path.of(args[0]));
        System.out.println("held");
        System.in.read(); // until the parent goes away
    }
}
