package dev.roamlab.scenarios.stage;

import dev.roamlab.ocpi.versions.ModuleId;
import java.util.OptionalInt;

/**
 * What to fetch from a partner.
 *
 * @param onlyChanges only what has changed since the last time
 * @param pageSize how many objects to ask for at a time; empty to leave it to the partner
 */
public record Pull(ModuleId module, boolean onlyChanges, OptionalInt pageSize) {}
