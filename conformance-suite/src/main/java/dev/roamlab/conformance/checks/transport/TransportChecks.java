package dev.roamlab.conformance.checks.transport;

import java.util.List;

/** The check classes of this chapter, in the order of the specification. */
public final class TransportChecks {
    /** The classes. */
    public static final List<Class<?>> ALL = List.of(
            TrafficCheck.class,
            AuthorizationCheck.class,
            PagingCheck.class,
            LinksCheck.class,
            DateWindowCheck.class,
            ReceiverCheck.class,
            PushTrafficCheck.class,
            EnvelopeCheck.class,
            MessageIdCheck.class,
            ErrorEnvelopeCheck.class,
            TokenEncodingCheck.class,
            AccountsCheck.class,
            FurtherFieldsCheck.class,
            GrowingListCheck.class,
            FailedPushCheck.class,
            PullingCheck.class,
            PollingCheck.class);

    private TransportChecks() {}
}
