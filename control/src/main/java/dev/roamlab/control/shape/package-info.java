/**
 * What the API's objects look like, read off their records: from one declaration come the reading of requests with all their
 * problems at once, the writing of answers, and the schemas of the document.
 */
@NullMarked
package dev.roamlab.control.shape;

import org.jspecify.annotations.NullMarked;
