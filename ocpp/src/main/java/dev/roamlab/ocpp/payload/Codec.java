package dev.roamlab.ocpp.payload;

import com.fasterxml.jackson.databind.JsonNode;
import dev.roamlab.ocpp.rpc.OcppCallException;
import dev.roamlab.ocpp.rpc.RpcErrorCode;

/** One value to and from JSON; both ways throw the error that names the path. */
interface Codec {
    Object read(JsonNode json, String path);

    JsonNode write(Object value, String path);

    static OcppCallException wrong(String path, IllegalArgumentException why) {
        return new OcppCallException(RpcErrorCode.PROPERTY_CONSTRAINT_VIOLATION, path + ": " + why.getMessage());
    }
}
