package dev.roamlab.conformance.tester;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roamlab.conformance.catalogue.SpecVersion;
import dev.roamlab.conformance.wire.WireExchange;
import io.vertx.core.Future;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class CrowdTest {
    private static final int MANY = 1000;

    @Test
    void of_a_thousand_requests_at_once_none_is_lost() throws Exception {
        try (TwoTesters two = new TwoTesters()) {
            HttpClient client = two.vertx.createHttpClient(new PoolOptions().setHttp1MaxSize(MANY));
            Platform cpo = two.cpo.main();
            String token = Base64.getEncoder().encodeToString(cpo.tokenB().getBytes(StandardCharsets.UTF_8));

            List<Future<Integer>> answers = new ArrayList<>();
            for (int number = 0; number < MANY; number++) {
                RequestOptions request = new RequestOptions()
                        .setMethod(HttpMethod.GET)
                        .setAbsoluteURI(cpo.versionsUrl().toString())
                        .putHeader("Authorization", "Token " + token)
                        .putHeader("X-Request-ID", "crowd-" + number);
                answers.add(client.request(request)
                        .compose(call -> call.send())
                        .compose(answer -> answer.body().map(body -> answer.statusCode())));
            }
            Future.all(answers).await(30, TimeUnit.SECONDS);

            assertThat(answers).allMatch(answer -> answer.result() == 200);
            Set<String> ids = new HashSet<>();
            two.cpoEvidence
                    .received(exchange -> exchange.status() == 200)
                    .forEach(exchange -> ids.add(
                            exchange.requestHeaders().first("X-Request-ID").orElseThrow()));
            assertThat(ids).hasSize(MANY);
        }
    }

    @Test
    void of_a_thousand_calls_of_ours_at_once_none_is_lost() throws Exception {
        try (TwoTesters two = new TwoTesters()) {
            two.register(SpecVersion.V2_2_1);
            Manners manners = two.emsp.main().manners();
            URI url = two.cpo.main().versionsUrl();
            int before = two.emspEvidence.mark();
            ExecutorService checks = Executors.newFixedThreadPool(MANY);
            try {
                List<java.util.concurrent.Future<WireExchange>> calls = new ArrayList<>();
                for (int number = 0; number < MANY; number++) {
                    calls.add(checks.submit(() -> two.emsp.caller().send(manners.send("GET", url))));
                }
                for (java.util.concurrent.Future<WireExchange> call : calls) {
                    assertThat(call.get(30, TimeUnit.SECONDS).status()).isEqualTo(200);
                }
            } finally {
                checks.shutdownNow();
            }

            List<WireExchange> recorded = two.emspEvidence.all().subList(before, before + MANY);
            assertThat(two.emspEvidence.mark()).isEqualTo(before + MANY);
            assertThat(recorded.stream().map(WireExchange::id).distinct()).hasSize(MANY);
            assertThat(recorded.stream().map(one -> one.requestHeaders().first("X-Request-ID")))
                    .doesNotHaveDuplicates();
            assertThat(recorded).allMatch(one -> one.accepted());
        }
    }
}
