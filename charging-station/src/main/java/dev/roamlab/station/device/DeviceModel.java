package dev.roamlab.station.device;

import dev.roamlab.ocpp.messages.variables.Component;
import dev.roamlab.ocpp.messages.variables.Mutability;
import dev.roamlab.ocpp.messages.variables.Variable;
import dev.roamlab.station.models.StationModel;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** All variables of a station of one model: immutable, shared by its stations. Spec: OCPP 2.0.1 part 1 section 4. */
public final class DeviceModel {
    private final List<DeviceVariable> all;
    private final Map<Component, Map<Variable, DeviceVariable>> byName;

    private DeviceModel(List<DeviceVariable> all) {
        this.all = List.copyOf(all);
        this.byName = new HashMap<>();
        for (DeviceVariable one : all) {
            byName.computeIfAbsent(folded(one.component()), component -> new HashMap<>())
                    .put(folded(one.variable()), one);
        }
    }

    /**
     * The device model of a station model.
     *
     * @param mutability what a CSMS may do to a configuration key
     */
    public static DeviceModel of(StationModel model, Function<String, Mutability> mutability) {
        return new DeviceModel(new VariableTable(model, mutability).variables());
    }

    /** Every variable, component by component. */
    public List<DeviceVariable> all() {
        return all;
    }

    /** Whether there is such a component. Names are compared without regard to case. */
    public boolean has(Component component) {
        return byName.containsKey(folded(component));
    }

    /** One variable. Names are compared without regard to case. */
    public Optional<DeviceVariable> find(Component component, Variable variable) {
        return Optional.ofNullable(
                byName.getOrDefault(folded(component), Map.of()).get(folded(variable)));
    }

    private static Component folded(Component component) {
        return new Component(
                component.evse(), fold(component.name()), component.instance().map(DeviceModel::fold));
    }

    private static Variable folded(Variable variable) {
        return new Variable(fold(variable.name()), variable.instance().map(DeviceModel::fold));
    }

    private static String fold(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
