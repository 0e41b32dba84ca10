package dev.roamlab.reports;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MarkdownTest {
    @Test
    void running_text_keeps_field_names_and_loses_markup() {
        assertThat(Markdown.text("last_updated of *x* | <b>&amp; [y](z) _i_"))
                .isEqualTo("last_updated of \\*x\\* \\| &lt;b&gt;&amp;amp; \\[y\\](z) \\_i\\_");
        assertThat(Markdown.text("# no heading\nsecond")).isEqualTo("\\# no heading second");
    }

    @Test
    void code_is_fenced_by_more_ticks_than_it_holds() {
        assertThat(Markdown.code("a``b")).isEqualTo("```a``b```");
        assertThat(Markdown.code("`a`")).isEqualTo("`` `a` ``");
        assertThat(Markdown.code("")).isEqualTo("(empty)");
    }

    @Test
    void a_bar_ends_no_cell() {
        assertThat(Markdown.codeCell("a|b")).isEqualTo("`a\\|b`");
        assertThat(Markdown.code("a|b")).isEqualTo("`a|b`");
    }

    @Test
    void long_values_are_cut_and_say_so() {
        assertThat(Markdown.code("x".repeat(1000)))
                .endsWith("x… (1000 characters)`")
                .hasSizeLessThan(450);
    }
}
