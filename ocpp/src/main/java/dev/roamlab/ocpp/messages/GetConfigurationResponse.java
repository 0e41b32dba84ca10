package dev.roamlab.ocpp.messages;

import java.util.List;

/**
 * The variables.
 *
 * @param unknown those asked for that do not exist
 */
public record GetConfigurationResponse(List<ConfigurationValue> variables, List<String> unknown) implements Response {
    /** The lists are copied. */
    public GetConfigurationResponse {
        variables = List.copyOf(variables);
        unknown = List.copyOf(unknown);
    }
}
