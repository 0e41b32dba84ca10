package dev.roamlab.conformance.arithmetic;

import java.util.Set;

/** The methods, besides the right one, by which a bill is worked out. */
record Rules(Set<Method> methods) {
    Rules {
        methods = Set.copyOf(methods);
    }

    boolean has(Method method) {
        return methods.contains(method);
    }
}
