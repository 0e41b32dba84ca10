package dev.roamlab.ocpi.tokens;

import dev.roamlab.ocpi.types.Require;
import java.util.Optional;

/** The driver's own energy supplier. Spec: mod_tokens_energy_contract. */
public record EnergyContract(String supplierName, Optional<String> contractId) {
    public EnergyContract {
        Require.length("supplier_name", supplierName, 64);
        Require.length("contract_id", contractId, 64);
    }
}
