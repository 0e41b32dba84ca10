/** Where a node keeps its state: collections of JSON objects, durable in SQLite or PostgreSQL, or in memory only. */
@NullMarked
package dev.roamlab.node.store;

import org.jspecify.annotations.NullMarked;
