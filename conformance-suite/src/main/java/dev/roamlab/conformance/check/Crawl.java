package dev.roamlab.conformance.check;

import com.fasterxml.jackson.databind.JsonNode;
import dev.roamlab.conformance.wire.WireExchange;
import java.util.List;

/**
 * A list of the system under test, page by page.
 *
 * @param pages the answers, in order
 * @param objects the elements of all pages, in order
 * @param complete false when the crawl was cut off at its limit of calls, or a page was no list
 */
public record Crawl(List<WireExchange> pages, List<JsonNode> objects, boolean complete) {
    public Crawl {
        pages = List.copyOf(pages);
        objects = List.copyOf(objects);
    }
}
