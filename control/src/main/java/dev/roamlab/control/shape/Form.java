package dev.roamlab.control.shape;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What a text looks like. */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.RECORD_COMPONENT})
public @interface Form {
    /** A regular expression for the whole text. */
    String value();

    /** The same in words, after "must be". */
    String means();
}
