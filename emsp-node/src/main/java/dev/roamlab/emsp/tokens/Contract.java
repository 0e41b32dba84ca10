package dev.roamlab.emsp.tokens;

import dev.roamlab.ocpi.types.CiString;
import dev.roamlab.ocpi.types.OcpiRecord;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a driver agreed with us. Tokens name it by {@code contract_id}.
 *
 * @param id the contract id, such as {@code NL-VLT-C00000001}
 * @param driver the driver's name
 * @param validUntil when it ends; it is expired from this moment on
 * @param blocked whether we keep the driver from charging
 * @param credit prepaid money that is left; without it the driver pays later
 * @param onlyAt the locations at which the driver may charge; everywhere when empty
 */
@OcpiRecord
public record Contract(
        CiString id,
        String driver,
        Optional<Instant> validUntil,
        boolean blocked,
        Optional<BigDecimal> credit,
        List<CiString> onlyAt,
        Instant lastUpdated) {
    public Contract {
        onlyAt = List.copyOf(onlyAt);
    }

    /** A contract that ends some day or never, paid afterwards, good everywhere. */
    public static Contract of(String id, String driver, Instant now) {
        return new Contract(new CiString(id), driver, Optional.empty(), false, Optional.empty(), List.of(), now);
    }
}
