package dev.roamlab.conformance.arithmetic;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A TariffElement. */
record Element(List<Component> components, Restrictions restrictions) {
    Element {
        components = List.copyOf(components);
    }

    static Element of(JsonNode element, int place) {
        List<Component> components = new ArrayList<>();
        for (JsonNode component : element.path("price_components")) {
            components.add(Component.of(component, place * 1000 + components.size()));
        }
        return new Element(components, Restrictions.of(element.path("restrictions")));
    }

    Optional<Component> component(Dimension dimension) {
        List<Component> found = components.stream()
                .filter(component -> component.dimension() == dimension)
                .toList();
        if (found.size() > 1) {
            throw new Unknowable("one element has " + found.size() + " components of type " + dimension);
        }
        return found.stream().findFirst();
    }
}
