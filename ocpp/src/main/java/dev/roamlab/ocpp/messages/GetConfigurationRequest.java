package dev.roamlab.ocpp.messages;

import java.util.List;

/**
 * The CSMS asks for configuration variables.
 *
 * @param names none: all of them
 */
public record GetConfigurationRequest(List<String> names) implements CsmsCall<GetConfigurationResponse> {
    /** The names are copied. */
    public GetConfigurationRequest {
        names = List.copyOf(names);
    }

    @Override
    public Class<GetConfigurationResponse> responseType() {
        return GetConfigurationResponse.class;
    }
}
