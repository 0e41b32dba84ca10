package dev.roamlab.ocpi.credentials;

import static dev.roamlab.ocpi.operations.Operation.sender;
import static dev.roamlab.ocpi.versions.ModuleId.CREDENTIALS;

import dev.roamlab.ocpi.operations.Operation;
import dev.roamlab.ocpi.operations.Operation.Nothing;

/** Credentials: how two platforms come to know each other; the same on both sides. Spec: credentials_credentials_endpoint. */
public final class CredentialsModule {
    public static final Operation<Nothing, Credentials> GET =
            sender(CREDENTIALS).get("", Credentials.class);
    public static final Operation<Credentials, Credentials> POST =
            sender(CREDENTIALS).post("", Credentials.class, Credentials.class);
    public static final Operation<Credentials, Credentials> PUT =
            sender(CREDENTIALS).put("", Credentials.class, Credentials.class);
    public static final Operation<Nothing, Nothing> DELETE = sender(CREDENTIALS).delete("");

    private CredentialsModule() {}
}
