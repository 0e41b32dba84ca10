package dev.roamlab.bench;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Fetches a page again and again over plain sockets, and reads no more of an answer than it must: an HTTP client that
 * understands everything would be busier than the server that is to be measured. Runs as a child of {@link PageBench}.
 */
final class RawClient {
    private static final Pattern LENGTH = Pattern.compile("(?i)\r\ncontent-length: *(\\d+)");
    private static final byte[] HEAD_END = "\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    private RawClient() {}

    /** Takes lines of connections, seconds, URL and Authorization header with tabs between; answers requests per second. */
    public static void main(String[] args) throws Exception {
        Self.endOnFailure();
        Vertx vertx = Vertx.vertx();
        NetClient client = vertx.createNetClient();
        Child.serve(line -> {
            String[] order = line.split("\t");
            return String.valueOf(run(
                    client, Integer.parseInt(order[0]), Integer.parseInt(order[1]), URI.create(order[2]), order[3]));
        });
    }

    private static double run(NetClient client, int connections, int seconds, URI url, String authorization)
            throws Exception {
        Buffer request = Buffer.buffer("GET " + url.getRawPath() + " HTTP/1.1\r\nHost: " + url.getAuthority()
                + "\r\nAuthorization: " + authorization + "\r\n\r\n");
        long start = System.nanoTime();
        long deadline = start + seconds * 1_000_000_000L;
        List<Future<Long>> counts = new ArrayList<>();
        for (int i = 0; i < connections; i++) {
            counts.add(client.connect(url.getPort(), url.getHost())
                    .compose(socket -> new Connection(socket, request, deadline).run()));
        }
        Nodes.await(Future.all(counts));
        long done = counts.stream().mapToLong(Future::result).sum();
        return done * 1e9 / (System.nanoTime() - start);
    }

    /** One connection: the next request leaves when the answer to the last one is complete. */
    private static final class Connection {
        private final NetSocket socket;
        private final Buffer request;
        private final long deadline;
        private final Promise<Long> result = Promise.promise();
        private Buffer head = Buffer.buffer();
        private boolean inBody;
        private long left;
        private long done;

        Connection(NetSocket socket, Buffer request, long deadline) {
            this.socket = socket;
            this.request = request;
            this.deadline = deadline;
        }

        Future<Long> run() {
            socket.handler(this::receive);
            socket.closeHandler(closed -> result.tryFail("the server closed a connection"));
            socket.exceptionHandler(result::tryFail);
            socket.write(request);
            return result.future();
        }

        private void receive(Buffer bytes) {
            if (inBody) {
                consume(bytes.length());
                return;
            }
            head.appendBuffer(bytes);
            int end = headEnd(head);
            if (end >= 0) {
                String text = head.getString(0, end);
                Matcher length = LENGTH.matcher(text);
                if (!text.startsWith("HTTP/1.1 200") || !length.find()) {
                    result.tryFail(text);
                    return;
                }
                int beyond = head.length() - end - HEAD_END.length;
                head = Buffer.buffer();
                inBody = true;
                left = Long.parseLong(length.group(1));
                consume(beyond);
            }
        }

        private void consume(int bytes) {
            left -= bytes;
            if (left > 0) {
                return;
            }
            inBody = false;
            done++;
            if (System.nanoTime() < deadline) {
                socket.write(request);
            } else {
                socket.closeHandler(expected -> result.tryComplete(done));
                socket.close();
            }
        }

        private static int headEnd(Buffer buffer) {
            for (int i = 0; i + HEAD_END.length <= buffer.length(); i++) {
                if (buffer.getByte(i) == '\r'
                        && buffer.getByte(i + 1) == '\n'
                        && buffer.getByte(i + 2) == '\r'
                        && buffer.getByte(i + 3) == '\n') {
                    return i;
                }
            }
            return -1;
        }
    }
}
