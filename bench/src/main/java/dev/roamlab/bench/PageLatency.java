package dev.roamlab.bench;

import io.vertx.core.Future;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import org.HdrHistogram.Histogram;

/** Asks for pages one after the other and takes the time of each. */
final class PageLatency {
    private static final int WARM_UPS = 2_000;
    private static final int SAMPLES = 2_000;

    private final HttpClient client;
    private final String authorization;

    PageLatency(HttpClient client, String authorization) {
        this.client = client;
        this.authorization = authorization;
    }

    /** @return microseconds of an answer: the median */
    long median(IntFunction<String> url) throws Exception {
        Histogram micros = new Histogram(3);
        AtomicInteger number = new AtomicInteger();
        Nodes.await(Repeat.during(
                () -> number.get() < WARM_UPS + SAMPLES, () -> fetch(url, number.getAndIncrement(), micros)));
        return micros.getValueAtPercentile(50);
    }

    private Future<Void> fetch(IntFunction<String> url, int number, Histogram micros) {
        long begun = System.nanoTime();
        return client.request(new RequestOptions()
                        .setMethod(HttpMethod.GET)
                        .setAbsoluteURI(url.apply(number))
                        .putHeader("Authorization", authorization))
                .compose(request -> request.send())
                .compose(answer -> answer.body().map(body -> {
                    if (answer.statusCode() != 200) {
                        throw new IllegalStateException("HTTP " + answer.statusCode() + ": " + body);
                    }
                    if (number >= WARM_UPS) {
                        micros.recordValue((System.nanoTime() - begun) / 1000);
                    }
                    return null;
                }));
    }
}
