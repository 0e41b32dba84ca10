package dev.roamlab.conformance.trigger;

import com.fasterxml.jackson.databind.JsonNode;
import dev.roamlab.conformance.trigger.Triggers.TriggerUnavailable;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

/** Pulls a trigger by a POST to a URL of the operator. */
final class Webhook {
    private final String run;
    // HTTP/1.1: a small script with a small server answers it, too.
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();

    Webhook(String run) {
        this.run = run;
    }

    JsonNode pull(URI url, String name, Map<String, ?> params, Duration timeout) {
        String body = Facts.request(run, name, params);
        String where = "trigger " + name + ": webhook " + withoutUser(url);
        try {
            HttpResponse<String> answer = client.send(request(url, body, timeout), BodyHandlers.ofString());
            return switch (answer.statusCode() / 100) {
                case 2 -> Facts.in(answer.body());
                default ->
                    throw new TriggerUnavailable(
                            where + " " + refusal(answer.statusCode()) + Facts.clipped(answer.body()));
            };
        } catch (HttpTimeoutException slow) {
            throw new TriggerUnavailable(where + " gave no answer within " + timeout.toMillis() + " ms");
        } catch (ConnectException nobody) {
            throw new TriggerUnavailable(where + " cannot be reached; is it running?");
        } catch (IOException broken) {
            throw new TriggerUnavailable(where + " gave no usable answer: " + broken.getMessage());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new TriggerUnavailable(where + " was called when the run was stopped");
        }
    }

    private static String refusal(int status) {
        return switch (status) {
            case 404, 501 -> "says that it cannot do that (HTTP " + status + ")";
            default -> "failed with HTTP " + status;
        };
    }

    private static HttpRequest request(URI url, String body, Duration timeout) {
        HttpRequest.Builder request = HttpRequest.newBuilder(withoutUser(url))
                .timeout(timeout)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body));
        Optional.ofNullable(url.getUserInfo())
                .map(user -> Base64.getEncoder().encodeToString(user.getBytes(StandardCharsets.UTF_8)))
                .ifPresent(user -> request.header("Authorization", "Basic " + user));
        return request.build();
    }

    /** What may be shown: user and password go into a header. */
    private static URI withoutUser(URI url) {
        return url.getRawUserInfo() == null ? url : URI.create(url.toString().replaceFirst("//[^@/]*@", "//"));
    }
}
