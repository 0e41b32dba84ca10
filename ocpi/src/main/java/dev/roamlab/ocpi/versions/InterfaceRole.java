package dev.roamlab.ocpi.versions;

/** Which side of a module an interface is; a closed list. Spec: version_information_endpoint_interface_role_enum. */
public enum InterfaceRole {
    /** The data's owner, from whom others pull. */
    SENDER,
    /** The other side, to which owners push. */
    RECEIVER
}
