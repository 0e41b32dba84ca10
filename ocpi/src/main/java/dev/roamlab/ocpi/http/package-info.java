/** OCPI over HTTP: envelope, failures, headers, paging, the server's routing and the client. */
@NullMarked
package dev.roamlab.ocpi.http;

import org.jspecify.annotations.NullMarked;
