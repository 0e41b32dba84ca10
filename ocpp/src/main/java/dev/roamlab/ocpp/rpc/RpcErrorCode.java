package dev.roamlab.ocpp.rpc;

/** Why a call was refused. A dialect says how a version spells it, and what becomes of a code it does not know. */
public enum RpcErrorCode {
    /** The frame is not what OCPP-J asks for, or its payload is no payload of that action. */
    FORMATION_VIOLATION,
    /** Anything else. */
    GENERIC_ERROR,
    /** The receiver failed. */
    INTERNAL_ERROR,
    /** A message type number that does not exist; OCPP 1.6 has such a frame ignored. */
    MESSAGE_TYPE_NOT_SUPPORTED,
    /** The action is not known. */
    NOT_IMPLEMENTED,
    /** The action is known, but not supported. */
    NOT_SUPPORTED,
    /** A field is missing, or there are too few or too many of it. */
    OCCURRENCE_CONSTRAINT_VIOLATION,
    /** A field has a value it cannot have. */
    PROPERTY_CONSTRAINT_VIOLATION,
    /** The call is incomplete. */
    PROTOCOL_ERROR,
    /** No call at all, such as one whose id cannot be read; OCPP 1.6 has no word for it. */
    RPC_FRAMEWORK_ERROR,
    /** Something threatens security. */
    SECURITY_ERROR,
    /** A field has a value of another type. */
    TYPE_CONSTRAINT_VIOLATION
}
