package dev.roamlab.ocpp.messages;

import java.util.List;

/**
 * The variables.
 *
 * @param unknown those asked for that do not exist
 */
public record GetVariablesResponse(List<VariableValue> variables, List<String> unknown) implements Response {
    /** The lists are copied. */
    public GetVariablesResponse {
        variables = List.copyOf(variables);
        unknown = List.copyOf(unknown);
    }
}
