package dev.roamlab.ocpp.messages;

/** What one side asks the other. */
public interface Request<R extends Response> {

    /** The kind of answer that is due. */
    Class<R> responseType();

    /** The name of the action in OCPP 2.0.1, such as {@code TransactionEvent}. */
    default String action() {
        String name = getClass().getSimpleName();
        return name.substring(0, name.length() - "Request".length());
    }
}
