package dev.roamlab.control.chargers;

import dev.roamlab.control.shape.Example;
import dev.roamlab.control.shape.Form;
import dev.roamlab.control.shape.Length;
import dev.roamlab.control.shape.Says;
import dev.roamlab.control.shape.Within;
import java.util.Optional;

/** A charger to be. What is left out comes from the catalogue. */
@Says("A charger to be. What is left out comes from the catalogue.")
record NewCharger(
        @Says("Its identity on the wire.")
        @Form(value = Forms.CHARGE_POINT_ID, means = Forms.CHARGE_POINT_ID_WORDS)
        @Example("\"RL-0001\"")
        String chargePointId,

        @Says("Its model in the lab's catalogue; the first one if absent.") @Length(max = 64) @Example("\"dc-300\"")
        Optional<String> type,

        @Says("Made from the catalogue's pattern if absent.") @Length(max = 25) Optional<String> serialNumber,

        @Says("What one orders.") @Length(max = 50) Optional<String> catalogueNumber,
        @Says("As it reports it.") @Length(max = 20) Optional<String> vendor,
        @Says("As it reports it.") @Length(max = 20) Optional<String> model,

        @Says("Of each connector.") @Within(min = 1, max = 1500)
        Optional<Integer> ratedVolts,

        @Says("Of each connector, per phase.") @Within(min = 1, max = 5000)
        Optional<Integer> ratedAmps,

        @Says("A limit where it is installed, per phase.") @Within(min = 0, max = 5000)
        Optional<Double> maxAmps,

        @Says("What it may draw in all.") @Within(min = 0.1, max = 5000)
        Optional<Double> powerKw,

        @Says("The fleet it belongs to.") @Form(value = Forms.NAME, means = Forms.NAME_WORDS) @Example("\"street\"")
        Optional<String> group,

        @Says("Where it connects to; the lab's central system if absent.") @Length(max = 500) Optional<String> csmsUrl,

        @Says("For HTTP basic authentication.") @Length(max = 200) Optional<String> password,

        @Says("Whether it connects at once; it does if absent.")
        Optional<Boolean> connect) {}
