package dev.roamlab.ocpp.payload;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A text of printable ASCII only. 1.6 asks it of every CiString; we insist where the text is a key to something, and put up
 * with an accent in a vendor's name.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Printable {}
