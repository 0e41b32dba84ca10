package dev.roamlab.ocpp.v16;

import dev.roamlab.ocpp.messages.UnitOfMeasure;
import dev.roamlab.ocpp.payload.Wire;
import java.math.BigDecimal;

/** What a value counts. Thousands are for the wire only: inside, everything is in base units. */
enum Unit {
    @Wire("Wh")
    WH(UnitOfMeasure.WH, 0),
    @Wire("kWh")
    KWH(UnitOfMeasure.WH, 3),
    @Wire("varh")
    VARH(UnitOfMeasure.VARH, 0),
    @Wire("kvarh")
    KVARH(UnitOfMeasure.VARH, 3),
    @Wire("W")
    W(UnitOfMeasure.W, 0),
    @Wire("kW")
    KW(UnitOfMeasure.W, 3),
    @Wire("VA")
    VA(UnitOfMeasure.VA, 0),
    @Wire("kVA")
    KVA(UnitOfMeasure.VA, 3),
    @Wire("var")
    VAR(UnitOfMeasure.VAR, 0),
    @Wire("kvar")
    KVAR(UnitOfMeasure.VAR, 3),
    @Wire("A")
    A(UnitOfMeasure.A, 0),
    @Wire("V")
    V(UnitOfMeasure.V, 0),
    CELSIUS(UnitOfMeasure.CELSIUS, 0),
    /** The first edition's misspelling; old stations still send it. */
    CELCIUS(UnitOfMeasure.CELSIUS, 0),
    FAHRENHEIT(UnitOfMeasure.FAHRENHEIT, 0),
    @Wire("K")
    K(UnitOfMeasure.K, 0),
    PERCENT(UnitOfMeasure.PERCENT, 0);

    private final UnitOfMeasure base;
    private final int power;

    Unit(UnitOfMeasure base, int power) {
        this.base = base;
        this.power = power;
    }

    static Unit of(UnitOfMeasure base) {
        return valueOf(base.name());
    }

    UnitOfMeasure base() {
        return base;
    }

    BigDecimal inBaseUnits(BigDecimal value) {
        return value.scaleByPowerOfTen(power);
    }
}
