package dev.roamlab.ocpp.v16;

import dev.roamlab.ocpp.rpc.RpcErrorCode;
import dev.roamlab.ocpp.rpc.RpcPeers.Spelling;
import java.util.Optional;
import java.util.stream.Stream;

/** How 1.6 spells errors, its own misspelling included. Spec: OCPP-J 1.6, 4.2.3. */
final class SpellingV16 implements Spelling {
    @Override
    public Optional<String> spell(RpcErrorCode code) {
        return switch (code) {
            case FORMATION_VIOLATION -> Optional.of("FormationViolation");
            case GENERIC_ERROR -> Optional.of("GenericError");
            case INTERNAL_ERROR -> Optional.of("InternalError");
            // A frame of a type that 1.6 does not know is to be ignored, and so is one that is no call.
            case MESSAGE_TYPE_NOT_SUPPORTED, RPC_FRAMEWORK_ERROR -> Optional.empty();
            case NOT_IMPLEMENTED -> Optional.of("NotImplemented");
            case NOT_SUPPORTED -> Optional.of("NotSupported");
            case OCCURRENCE_CONSTRAINT_VIOLATION -> Optional.of("OccurenceConstraintViolation");
            case PROPERTY_CONSTRAINT_VIOLATION -> Optional.of("PropertyConstraintViolation");
            case PROTOCOL_ERROR -> Optional.of("ProtocolError");
            case SECURITY_ERROR -> Optional.of("SecurityError");
            case TYPE_CONSTRAINT_VIOLATION -> Optional.of("TypeConstraintViolation");
        };
    }

    /** Tolerates the right spelling, which stations in the field use as well. */
    @Override
    public RpcErrorCode read(String spelled) {
        if (spelled.equals("OccurrenceConstraintViolation")) {
            return RpcErrorCode.OCCURRENCE_CONSTRAINT_VIOLATION;
        } else if (spelled.equals("FormatViolation")) {
            return RpcErrorCode.FORMATION_VIOLATION;
        }
        return Stream.of(RpcErrorCode.values())
                .filter(code -> spell(code).filter(spelled::equals).isPresent())
                .findFirst()
                .orElse(RpcErrorCode.GENERIC_ERROR);
    }

    /** An error bears the id of its call; without one there is nothing to answer. */
    @Override
    public Optional<String> idOfUnreadable() {
        return Optional.empty();
    }
}
