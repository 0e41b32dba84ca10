package dev.roamlab.conformance.check;

import dev.roamlab.conformance.subject.SutRole;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A check: a method {@code void name(Probe probe)} that decides the named requirements. It runs once per version, if at least
 * one of them applies. What it leaves undecided is inconclusive; what it throws is never a verdict on the system.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Proves {
    /** Ids of the catalogue. */
    String[] value();

    /** When it runs. */
    Stage stage() default Stage.ACTIVE;

    /** The roles of a system that it can examine. */
    SutRole[] sut() default {SutRole.CPO, SutRole.EMSP};
}
