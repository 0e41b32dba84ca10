package dev.roamlab.ocpi.http;

import com.fasterxml.jackson.databind.JsonNode;
import dev.roamlab.ocpi.credentials.CredentialsToken;
import dev.roamlab.ocpi.types.OcpiRecord;
import io.vertx.core.http.HttpMethod;
import java.util.Optional;

/**
 * One request of ours.
 *
 * @param to how the partner is called in logs and reports
 * @param version what is spoken; empty before a version is agreed
 * @param operation such as {@code GET versions}
 * @param correlationId continues an exchange of ours; a new one is made when empty
 */
@OcpiRecord
public record OutgoingRequest(
        String to,
        String version,
        String operation,
        HttpMethod method,
        String url,
        CredentialsToken token,
        Routing routing,
        Optional<JsonNode> body,
        Optional<String> correlationId) {}
