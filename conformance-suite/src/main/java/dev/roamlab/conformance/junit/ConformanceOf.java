package dev.roamlab.conformance.junit;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On an empty test class in your own build: examine the system that this SUT file describes.
 *
 * <pre>{@code
 * @ConformanceOf("sut.yaml")
 * class OurPlatformConformanceTest {}
 * }</pre>
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface ConformanceOf {
    /** The SUT file, relative to the working directory of the build. */
    String value();

    /** Prefixes of requirement ids; all when empty. */
    String[] only() default {};

    /** A baseline of known failures; none when empty. */
    String baseline() default "";

    /** Where to write the reports; nowhere when empty. */
    String report() default "";
}
