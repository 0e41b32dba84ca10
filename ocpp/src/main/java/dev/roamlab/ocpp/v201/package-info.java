/**
 * OCPP 2.0.1, in the shape that the whole 2.x family has. The neutral messages speak in its words, so most of them are their
 * own payloads; {@code FormsV201} lists what it writes in another form, and the forms are records of this package.
 *
 * <p>OCPP 2.1 becomes one more dialect of this family: a {@code Vocabulary} of its own, made of the actions here and those
 * that are new, and of {@code FormsV201.BINDING.but()} with what 2.1 writes differently. Fields that are new in a later
 * version go into the neutral record; a version that lacks them reshapes the record to a form without them, so that nothing
 * is written that it does not know. {@code TranslationV2} and {@code SpellingV2} are shared.
 */
@NullMarked
package dev.roamlab.ocpp.v201;

import org.jspecify.annotations.NullMarked;
