package dev.roamlab.ocpp.v201;

import dev.roamlab.ocpp.messages.Request;
import dev.roamlab.ocpp.payload.Binding;
import dev.roamlab.ocpp.payload.Leaf;
import dev.roamlab.ocpp.rpc.OcppCallException;
import dev.roamlab.ocpp.rpc.RpcErrorCode;
import dev.roamlab.ocpp.rpc.RpcPeers.End;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What one version of the 2.x family can say: its actions, and how it binds their payloads. */
final class Vocabulary {
    private final String version;
    private final Map<String, Action<?, ?>> byName = new LinkedHashMap<>();
    private final Map<Class<?>, Action<?, ?>> byRequest;
    private final Binding binding;

    Vocabulary(String version, List<Action<?, ?>> actions, Binding binding) {
        this.version = version;
        actions.forEach(action -> byName.put(action.name(), action));
        this.byRequest = actions.stream().collect(Collectors.toUnmodifiableMap(Action::request, Function.identity()));
        this.binding = binding;
    }

    Collection<Action<?, ?>> actions() {
        return byName.values();
    }

    Binding binding() {
        return binding;
    }

    /**
     * The action that the other side asks for.
     *
     * @throws OcppCallException when this version has no such action, or it is not ours to answer
     */
    Action<?, ?> asked(String name, End us) {
        Action<?, ?> action = byName.get(name);
        if (action == null) {
            throw new OcppCallException(
                    RpcErrorCode.NOT_IMPLEMENTED,
                    "action: '" + Leaf.shortened(name) + "', no such action in OCPP " + version);
        }
        if (us == End.CSMS ? !action.fromStation() : !action.fromCsms()) {
            throw new OcppCallException(RpcErrorCode.NOT_SUPPORTED, "action: '" + name + "', goes the other way");
        }
        return action;
    }

    /**
     * The action that carries a request.
     *
     * @throws OcppCallException when this version has none
     */
    Action<?, ?> carrying(Request<?> request) {
        Action<?, ?> action = byRequest.get(request.getClass());
        if (action == null) {
            throw new OcppCallException(
                    RpcErrorCode.NOT_SUPPORTED,
                    request.action() + ": OCPP " + version + " has no such message" + wayOut(request.action()));
        }
        return action;
    }

    private static String wayOut(String action) {
        return switch (action) {
            case "GetConfiguration" -> "; ask for variables with GetVariables or GetBaseReport";
            case "ChangeConfiguration" -> "; change variables with SetVariables";
            default -> "";
        };
    }
}
