package dev.roamlab.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.roamlab.testkit.browser.Chromium;
import dev.roamlab.testkit.browser.Page;
import dev.roamlab.testkit.browser.Screen;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The page as a real browser shows it, off line and from the disk; after each test nobody may have complained. */
class HtmlPageTest {
    private static final String FAILED = "details.result.failed:not([hidden])";

    @TempDir
    static Path dir;

    private static Optional<Chromium> browser = Optional.empty();

    private final List<Page> pages = new ArrayList<>();

    @BeforeAll
    static void start() throws IOException {
        Optional<Path> program = Chromium.program();
        assumeTrue(
                program.isPresent() || Chromium.isRequired(),
                "No Chromium on the path (apt install chromium): pages are not looked at");
        browser = Optional.of(Chromium.start(program.orElseThrow()));
        write("large", LargeRun.conformance());
        write("small", Runs.conformance());
        write("story", Runs.scenarios());
        write("charges", Charges.run());
        write("hostile", Runs.hostile());
    }

    @AfterAll
    static void stop() throws IOException {
        if (browser.isPresent()) {
            browser.get().close();
        }
    }

    @AfterEach
    void nobody_complained() {
        assertThat(pages).allSatisfy(page -> assertThat(page.complaints()).isEmpty());
    }

    @Test
    void a_large_run_opens_within_two_seconds_and_answers_at_once() {
        Page page = open("large", Screen.LAPTOP);

        assertThat(number(page, "performance.timing.loadEventEnd - performance.timing.navigationStart"))
                .isLessThan(2_000);
        assertThat(number(
                        page,
                        "(() => { const from = performance.now(); " + search("link page")
                                + "; document.body.offsetHeight; return Math.round(performance.now() - from); })()"))
                .isLessThan(500);
    }

    @Test
    void the_front_says_how_it_ended_and_what_was_not_exercised() {
        Page page = open("small", Screen.LAPTOP);

        assertThat(text(page, ".headline")).contains("1 requirement failed, 1 could not be judged");
        assertThat(text(page, "#top"))
                .contains("1 known failure of the baseline", "1 requirement not exercised", "0.1.0");
        assertThat(text(page, "title")).isEqualTo("Conformance of a CPO");
    }

    @Test
    void verdicts_and_traits_filter_the_results() {
        Page page = open("large", Screen.LAPTOP);
        page.evaluate("document.querySelector('.clear').click()");
        assertThat(shown(page)).isEqualTo(1_500);

        page.evaluate("document.querySelector('.chip.failed').click()");
        long failed = shown(page);
        assertThat(failed).isEqualTo(number(page, "document.querySelectorAll('details.result.failed').length"));

        page.evaluate(choose("version", "2.3.0") + ";" + choose("module", "tokens"));
        assertThat(shown(page)).isBetween(1L, failed - 1);
        assertThat(text(page, "#shown")).endsWith("of 1,500 results");
    }

    @Test
    void a_number_of_the_summary_leads_to_its_results() {
        Page page = open("small", Screen.LAPTOP);

        page.evaluate("[...document.querySelectorAll('.matrix button')].find(button =>"
                + " button.getAttribute('aria-label') === '1 warned, tariffs').click()");

        assertThat(shown(page)).isEqualTo(1);
        assertThat(text(page, "details.result:not([hidden])")).contains("TAR-002");
    }

    @Test
    void the_search_finds_all_words_and_says_when_there_is_nothing() {
        Page page = open("small", Screen.LAPTOP);
        page.press("/");
        assertThat(page.evaluate("document.activeElement.id").asText()).isEqualTo("search");

        page.evaluate(search("ended SKIPPED"));
        assertThat(shown(page)).isEqualTo(1);

        page.evaluate(search("nosuchword"));
        assertThat(text(page, "#nothing")).startsWith("No result fits this filter");
        page.evaluate("document.querySelector('#nothing button').click()");
        assertThat(shown(page)).isEqualTo(10);
    }

    @Test
    void a_failure_opens_to_the_rule_the_difference_and_the_marked_exchange() {
        Page page = open("small", Screen.LAPTOP);

        page.evaluate("document.querySelector('" + FAILED + " > summary').click()");
        settle(page);

        assertThat(text(page, FAILED))
                .contains("A server that knows the party already answers HTTP 405.", "Why it matters")
                .contains("Expected", "HTTP 405", "Actual", "200 " + Runs.NASTY.substring(0, 10))
                .contains("#17 POST credentials", "curl -X POST");
        assertThat(text(page, FAILED + " mark.line")).contains("\"status_code\": 1000");
        assertThat(text(page, FAILED + " .headers mark")).isEqualTo("Content-Type");
    }

    @Test
    void what_was_looked_for_and_is_not_there_is_named() {
        Page page = open("large", Screen.LAPTOP);

        page.evaluate("document.querySelector('" + FAILED + " > summary').click()");
        settle(page);

        assertThat(text(page, FAILED + " .missing")).contains("/data/0/owner/name", "Link");
        assertThat(text(page, FAILED)).contains("\"last_updated\": \"yesterday\"");
    }

    @Test
    void two_readings_are_quoted() {
        Page page = open("small", Screen.LAPTOP);

        page.evaluate("document.querySelector('details.result.warned > summary').click()");
        settle(page);

        assertThat(text(page, "details.result.warned .readings")).contains("It must.", "It may.", "never a failure");
    }

    @Test
    void an_address_names_a_result() {
        Page page = open("small", "#TAR-002@2.2.1", Screen.LAPTOP);

        assertThat(page.evaluate("document.getElementById('TAR-002@2.2.1').open")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void an_arrow_opens_its_exchange_by_keyboard_and_escape_closes_it() {
        Page page = open("story", Screen.LAPTOP);
        page.evaluate("document.querySelector('details.stretch > summary').click()");
        settle(page);

        page.evaluate("[...document.querySelectorAll('.arrow')].at(-1).focus()");
        page.press("Enter");
        assertThat(text(page, "dialog[open]")).contains("1 of 2", "#3 MeterValues", "CP-1 → CPO");

        page.evaluate("document.querySelector('dialog .next').click()");
        assertThat(text(page, "dialog[open]")).contains("2 of 2", "#4 MeterValues");
        page.press("Escape");
        assertThat(page.evaluate("document.querySelector('dialog').open").asBoolean())
                .isFalse();
    }

    @Test
    void a_scenario_opens_to_its_steps_with_what_they_expected() {
        Page page = open("story", Screen.LAPTOP);

        page.evaluate("document.querySelector('" + FAILED + " > summary').click()");
        settle(page);

        assertThat(text(page, FAILED)).contains("The bill arrives", "its total is right", "4.10", "4.50", "Anna pays");
    }

    @Test
    void charges_are_plotted_with_axes_and_units() {
        Page page = open("charges", Screen.LAPTOP);
        settle(page);

        assertThat(number(page, "document.querySelectorAll('details.charge[open] .plots svg').length"))
                .isEqualTo(2);
        assertThat(text(page, "details.charge:last-of-type"))
                .contains("FAST-1", "40.00 kWh", "40 min", "Power, kW", "Energy, kWh", "State of charge, %", "15:10");
    }

    @ParameterizedTest
    @CsvSource({"large", "small", "story", "charges", "hostile"})
    void a_phone_never_scrolls_sideways(String file) {
        Page page = open(file, Screen.PHONE);
        assertThat(width(page)).isLessThanOrEqualTo(390);

        page.evaluate("[...document.querySelectorAll('details')].slice(0, 60).forEach(node => node.open = true);"
                + "document.querySelectorAll('details.stretch').forEach(node => node.open = true)");
        settle(page);
        page.evaluate("document.querySelectorAll('details details').forEach(node => node.open = true)");
        settle(page);

        assertThat(width(page)).isLessThanOrEqualTo(390);
    }

    @Test
    void darkness_is_respected() {
        String background = "getComputedStyle(document.body).backgroundColor";

        assertThat(open("small", Screen.LAPTOP).evaluate(background))
                .isNotEqualTo(open("small", Screen.LAPTOP.inTheDark()).evaluate(background));
    }

    @Test
    void what_came_over_a_wire_is_text_and_never_script() {
        Page page = open("hostile", Screen.LAPTOP);
        page.evaluate("document.querySelectorAll('details').forEach(node => node.open = true)");
        settle(page);

        assertThat(page.evaluate("String(window.hacked)").asText()).isEqualTo("undefined");
        assertThat(number(page, "document.querySelectorAll('img, iframe, main script').length"))
                .isZero();
        assertThat(text(page, "h1")).contains("</script><img src=x onerror=");
    }

    private Page open(String file, Screen screen) {
        return open(file, "", screen);
    }

    private Page open(String file, String fragment, Screen screen) {
        Page page = browser.orElseThrow().newPage(screen);
        pages.add(page);
        page.go(URI.create(dir.resolve(file + ".html").toUri() + fragment));
        return page;
    }

    private static void settle(Page page) {
        page.evaluate(
                "new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done))))");
    }

    private static String text(Page page, String selector) {
        return page.evaluate("document.querySelector(" + quoted(selector) + ").textContent")
                .asText();
    }

    private static long number(Page page, String expression) {
        return page.evaluate(expression).asLong();
    }

    private static long shown(Page page) {
        return number(
                page, "[...document.querySelectorAll('details.result')].filter(node => node.checkVisibility()).length");
    }

    private static long width(Page page) {
        return number(page, "document.documentElement.scrollWidth");
    }

    private static String search(String words) {
        return "(() => { const field = document.getElementById('search'); field.value = " + quoted(words)
                + "; field.dispatchEvent(new Event('input')); })()";
    }

    private static String choose(String trait, String value) {
        return "(() => { const field = document.querySelector('select[data-trait=" + trait + "]'); field.value = "
                + quoted(value) + "; field.dispatchEvent(new Event('change')); })()";
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "\\'") + "'";
    }

    private static void write(String file, Run run) throws IOException {
        String page = HtmlReport.render(run).collect(Collectors.joining());
        Files.write(dir.resolve(file + ".html"), page.getBytes(StandardCharsets.UTF_8));
    }
}
