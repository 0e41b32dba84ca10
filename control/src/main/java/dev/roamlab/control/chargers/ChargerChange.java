package dev.roamlab.control.chargers;

import dev.roamlab.control.shape.Form;
import dev.roamlab.control.shape.Length;
import dev.roamlab.control.shape.Says;
import dev.roamlab.control.shape.Within;
import java.util.Optional;

/** What is to be different about a charger. */
@Says("What is to be different; what is left out stays.")
record ChargerChange(
        @Says("Its new identity on the wire.") @Form(value = Forms.CHARGE_POINT_ID, means = Forms.CHARGE_POINT_ID_WORDS)
        Optional<String> chargePointId,

        @Length(max = 64) Optional<String> type,
        @Length(max = 25) Optional<String> serialNumber,
        @Length(max = 50) Optional<String> catalogueNumber,
        @Length(max = 20) Optional<String> vendor,
        @Length(max = 20) Optional<String> model,
        @Within(min = 1, max = 1500) Optional<Integer> ratedVolts,
        @Within(min = 1, max = 5000) Optional<Integer> ratedAmps,

        @Says("Takes effect at once, also while it charges.") @Within(min = 0, max = 5000)
        Optional<Double> maxAmps,

        @Within(min = 0.1, max = 5000) Optional<Double> powerKw,

        @Says("Empty takes it out of its fleet.")
        @Form(value = "|" + Forms.NAME, means = "empty or " + Forms.NAME_WORDS)
        Optional<String> group,

        @Length(max = 500) Optional<String> csmsUrl,
        @Length(max = 200) Optional<String> password) {

    /** Whether more changes than can be changed on a charger that runs. */
    boolean needsAnother() {
        return chargePointId.isPresent()
                || type.isPresent()
                || serialNumber.isPresent()
                || changesModel()
                || csmsUrl.isPresent()
                || password.isPresent();
    }

    boolean changesModel() {
        return catalogueNumber.isPresent()
                || vendor.isPresent()
                || model.isPresent()
                || ratedVolts.isPresent()
                || ratedAmps.isPresent()
                || powerKw.isPresent();
    }
}
