package dev.roamlab.ocpp.dialect;

import java.time.Clock;
import java.util.function.IntSupplier;

/**
 * What a translation may need.
 *
 * @param clock fills in timestamps that a version leaves out
 * @param transactionIds the CSMS's numbers for transactions, where a version has the CSMS number them
 */
public record TranslationContext(Clock clock, Topology topology, IntSupplier transactionIds) {}
