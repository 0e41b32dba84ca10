package dev.roamlab.conformance.check;

import dev.roamlab.conformance.catalogue.CatalogueModule;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A class of checks: one OCPI interface, its methods in the order of the specification. It has a constructor without arguments. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Checks {
    /** The chapter whose requirements it proves. */
    CatalogueModule module();
}
