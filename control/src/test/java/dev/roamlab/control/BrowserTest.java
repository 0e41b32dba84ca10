package dev.roamlab.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.roamlab.testkit.browser.Chromium;
import dev.roamlab.testkit.browser.Page;
import dev.roamlab.testkit.browser.Screen;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The page in a real browser: it renders, an operation can be tried out, events arrive. */
@Timeout(180)
class BrowserTest {
    private static final String OPEN_AND_EXECUTE = """
            (async () => {
              const wait = async found => {
                for (let i = 0; i < 300; i++) {
                  const value = found();
                  if (value) return value;
                  await new Promise(done => setTimeout(done, 50));
                }
                return null;
              };
              const block = await wait(() => document.querySelector('[id$="-listModels"]'));
              if (!block) return 'no operation: ' + document.body.innerText.slice(0, 300);
              block.querySelector('.opblock-summary-control').click();
              const execute = await wait(() => block.querySelector('button.execute'));
              if (!execute) return 'nothing to execute';
              execute.click();
              const answer = await wait(() => block.querySelector('.live-responses-table tbody .response-col_status'));
              return answer ? answer.innerText : 'no answer';
            })()""";

    private static final String LISTEN = """
            new Promise(done => {
              const source = new EventSource('/api/v1/events?since=0&type=ChargerAdded');
              source.addEventListener('ChargerAdded', event => { source.close(); done(event.data); });
              source.onerror = () => done('error');
            })""";

    @Test
    void the_page_renders_and_works() throws Exception {
        Optional<Path> program = Chromium.program();
        assumeTrue(program.isPresent() || Chromium.isRequired(), "there is no Chromium");
        try (ApiLab lab = ApiLab.open();
                Chromium browser = Chromium.start(program.orElseThrow())) {
            lab.post("/chargers", "{\"chargePointId\": \"CP-1\", \"connect\": false}");
            Page page = browser.newPage(Screen.LAPTOP);
            page.allow(URI.create(lab.url()));

            page.go(URI.create(lab.url() + "/docs"));

            assertThat(page.evaluate(OPEN_AND_EXECUTE).asText()).startsWith("200");
            assertThat(page.evaluate(LISTEN).asText()).contains("CP-1");
            assertThat(page.complaints()).isEmpty();
        }
    }
}
