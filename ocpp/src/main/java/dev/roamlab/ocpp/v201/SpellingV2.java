package dev.roamlab.ocpp.v201;

import dev.roamlab.ocpp.rpc.RpcErrorCode;
import dev.roamlab.ocpp.rpc.RpcPeers.Spelling;
import java.util.Optional;
import java.util.stream.Stream;

/** How the 2.x family spells errors. Spec: OCPP-J 2.0.1, 4.3. */
final class SpellingV2 implements Spelling {
    private static final String NO_ID = "-1";

    @Override
    public Optional<String> spell(RpcErrorCode code) {
        return Optional.of(
                switch (code) {
                    case FORMATION_VIOLATION -> "FormatViolation";
                    case GENERIC_ERROR -> "GenericError";
                    case INTERNAL_ERROR -> "InternalError";
                    case MESSAGE_TYPE_NOT_SUPPORTED -> "MessageTypeNotSupported";
                    case NOT_IMPLEMENTED -> "NotImplemented";
                    case NOT_SUPPORTED -> "NotSupported";
                    case OCCURRENCE_CONSTRAINT_VIOLATION -> "OccurrenceConstraintViolation";
                    case PROPERTY_CONSTRAINT_VIOLATION -> "PropertyConstraintViolation";
                    case PROTOCOL_ERROR -> "ProtocolError";
                    case RPC_FRAMEWORK_ERROR -> "RpcFrameworkError";
                    case SECURITY_ERROR -> "SecurityError";
                    case TYPE_CONSTRAINT_VIOLATION -> "TypeConstraintViolation";
                });
    }

    /** Tolerates the spellings of 1.6, which libraries that speak both versions mix up. */
    @Override
    public RpcErrorCode read(String spelled) {
        if (spelled.equals("OccurenceConstraintViolation")) {
            return RpcErrorCode.OCCURRENCE_CONSTRAINT_VIOLATION;
        } else if (spelled.equals("FormationViolation")) {
            return RpcErrorCode.FORMATION_VIOLATION;
        }
        return Stream.of(RpcErrorCode.values())
                .filter(code -> spell(code).filter(spelled::equals).isPresent())
                .findFirst()
                .orElse(RpcErrorCode.GENERIC_ERROR);
    }

    @Override
    public Optional<String> idOfUnreadable() {
        return Optional.of(NO_ID);
    }
}
