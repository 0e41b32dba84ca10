package dev.roamlab.ocpi.types;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UrlTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1:8000/ocpi/emsp/versions",
                "HTTPS://cpo.example/a?b=c%20d",
                "https://user@cpo_1.example/",
                "http://[::1]:8080/x"
            })
    void absolute_web_urls_are_taken(String value) {
        assertThat(new Url(value)).hasToString(value);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/ocpi",
                "cpo.example/ocpi",
                "ftp://cpo.example",
                "http://",
                "http:///x",
                "http://a/b c",
                "http://a/{id}"
            })
    void anything_that_cannot_be_called_is_refused(String value) {
        assertThatThrownBy(() -> new Url(value)).isInstanceOf(InvalidField.class);
    }

    @Test
    void a_url_has_at_most_255_characters() {
        String longest = "http://a/" + "x".repeat(246);

        assertThatCode(() -> new Url(longest)).doesNotThrowAnyException();
        assertThatThrownBy(() -> new Url(longest + "x")).hasMessage("256 characters, at most 255");
    }

    @Test
    void a_link_for_people_may_be_sloppy_but_not_long() {
        assertThat(new WebLink("www.cpo.example")).hasToString("www.cpo.example");
        assertThatThrownBy(() -> new WebLink("x".repeat(256))).isInstanceOf(InvalidField.class);
    }
}
