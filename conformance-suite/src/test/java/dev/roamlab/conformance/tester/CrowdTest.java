package dev.roamlab.conformance.tester;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
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
}
