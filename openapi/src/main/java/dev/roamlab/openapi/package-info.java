/** OpenAPI 3.1 documents and the page that shows them; knows nothing of what is described. */
@NullMarked
package dev.roamlab.openapi;

import org.jspecify.annotations.NullMarked;
