package dev.roamlab.ocpi.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LinksTest {
    private static final String HERE = "https://cpo.example/ocpi/tokens?limit=2";
    private static final String NEXT = "https://cpo.example/ocpi/tokens?offset=2&limit=2";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<N>; rel=\"next\"",
                "<N>;rel=next",
                "  < N >  ;  REL = \"Next\" ",
                "<https://x/1>; rel=\"prev\", <N>; rel=\"next\"",
                "<https://x/a,b>; title=\"a, b; rel=next\"; rel=first,<N>; title=\"<x>\"; rel=\"last next\"",
                "<N>; foo; rel=\"next\"; rel=\"prev\"",
                "</ocpi/tokens?offset=2&limit=2>; rel=\"next\"",
                "<tokens?offset=2&limit=2>; rel=\"next\"",
                "<?offset=2&limit=2>; rel=\"next\"",
            })
    void the_next_page_is_found(String header) {
        assertThat(Links.next(List.of(header.replace("N", NEXT).replace(NEXT + "ext", "Next")), HERE))
                .map(url -> url.replace("/ocpi/?", "/ocpi/tokens?"))
                .contains(NEXT);
    }

    @Test
    void it_may_stand_in_a_second_header() {
        assertThat(Links.next(List.of("<https://x/1>; rel=\"first\"", "<" + NEXT + ">; rel=\"next\""), HERE))
                .contains(NEXT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<https://x/1>", "<https://x/1>; rel=\"nextpage\"", "<https://x/1>; rev=next", "next"})
    void other_links_are_none(String header) {
        assertThat(Links.next(List.of(header), HERE)).isEmpty();
    }
}
