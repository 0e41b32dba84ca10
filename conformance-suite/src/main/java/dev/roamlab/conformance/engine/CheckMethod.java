package dev.roamlab.conformance.engine;

import dev.roamlab.conformance.catalogue.CatalogueModule;
import dev.roamlab.conformance.check.Checks;
import dev.roamlab.conformance.check.Probe;
import dev.roamlab.conformance.check.Proves;
import dev.roamlab.conformance.check.Stage;
import dev.roamlab.conformance.subject.SutRole;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * One check: a method that declares what it proves.
 *
 * @param name as in reports: {@code tokens.TokensReceiverCheck.put_of_a_new_token_is_answered_201}
 */
record CheckMethod(
        CatalogueModule module, String name, Set<String> proves, Stage stage, List<SutRole> roles, Body body) {
    /** What a check does. */
    @FunctionalInterface
    interface Body {
        void judge(Probe probe) throws Throwable;
    }

    /**
     * The checks of a class.
     *
     * @throws IllegalArgumentException when the class or a method is not declared as a check must be: a mistake of ours
     */
    static List<CheckMethod> of(Class<?> type) {
        Checks declared = type.getAnnotation(Checks.class);
        if (declared == null) {
            throw new IllegalArgumentException(type + " lacks @Checks");
        }
        return Arrays.stream(type.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(Proves.class))
                .map(method -> of(declared.module(), type, method))
                .toList();
    }

    private static CheckMethod of(CatalogueModule module, Class<?> type, Method method) {
        if (!Arrays.equals(method.getParameterTypes(), new Class<?>[] {Probe.class})) {
            throw new IllegalArgumentException(method + ": a check takes exactly one Probe");
        }
        Proves proves = method.getAnnotation(Proves.class);
        return new CheckMethod(
                module,
                module.spelling() + "." + type.getSimpleName() + "." + method.getName(),
                new LinkedHashSet<>(List.of(proves.value())),
                proves.stage(),
                List.of(proves.sut()),
                probe -> invoke(method, probe));
    }

    private static void invoke(Method method, Probe probe) throws Throwable {
        try {
            var constructor = method.getDeclaringClass().getDeclaredConstructor();
            constructor.setAccessible(true);
            method.setAccessible(true);
            method.invoke(constructor.newInstance(), probe);
        } catch (InvocationTargetException thrown) {
            throw thrown.getCause();
        }
    }
}
