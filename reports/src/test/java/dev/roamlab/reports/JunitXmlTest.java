package dev.roamlab.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

class JunitXmlTest {
    @Test
    void both_kinds_follow_the_ant_schema() throws Exception {
        validate(JunitXml.render(Runs.scenarios()));
        validate(JunitXml.render(Runs.conformance()));
    }

    @Test
    void endings_become_failure_error_and_skipped() throws Exception {
        Document xml = parse(JunitXml.render(Runs.scenarios()));

        assertThat(xml.getElementsByTagName("testcase").getLength()).isEqualTo(5);
        assertThat(message(xml, "failure"))
                .startsWith("its total is right: expected 4.10 ")
                .endsWith(", got 4.50");
        assertThat(message(xml, "error")).isEqualTo("cpo did not answer within 5 s");
        assertThat(message(xml, "skipped")).isEqualTo("skipped");
    }

    @Test
    void counters_agree_with_the_cases() throws Exception {
        for (Run run : List.of(Runs.scenarios(), Runs.conformance())) {
            var suites = parse(JunitXml.render(run)).getElementsByTagName("testsuite");
            for (int i = 0; i < suites.getLength(); i++) {
                Element suite = (Element) suites.item(i);
                assertThat(suite.getAttribute("tests")).isEqualTo(count(suite, "testcase"));
                assertThat(suite.getAttribute("failures")).isEqualTo(count(suite, "failure"));
                assertThat(suite.getAttribute("errors")).isEqualTo(count(suite, "error"));
                assertThat(suite.getAttribute("skipped")).isEqualTo(count(suite, "skipped"));
            }
        }
    }

    @Test
    void special_characters_come_back_and_forbidden_ones_are_shown() throws Exception {
        Document xml = parse(JunitXml.render(Runs.scenarios()));
        Element failed = (Element) xml.getElementsByTagName("testcase").item(2);

        assertThat(failed.getAttribute("name"))
                .isEqualTo("1. The bill arrives: " + Runs.NASTY.replace("\u0007", "\\u0007"));
    }

    @Test
    void every_char_can_stand_in_a_message() throws Exception {
        for (int start = 0; start < 0x10000; start += 0x1000) {
            StringBuilder all = new StringBuilder();
            for (int c = start; c < start + 0x1000; c++) {
                all.append((char) c);
            }
            Run run = RunBuilder.builder(Runs.scenarios())
                    .results(List.of(Runs.scenario(
                            "all",
                            "2.3.0",
                            Verdict.FAILED,
                            List.of(Runs.step(1, all.toString(), Verdict.FAILED, List.of())))))
                    .build();
            parse(JunitXml.render(run));
        }
    }

    @Test
    void a_scenario_that_broke_outside_its_steps_is_an_error_too() throws Exception {
        Run run = RunBuilder.builder(Runs.scenarios())
                .results(List.of(Runs.scenario(
                        "x", "2.3.0", Verdict.BROKEN, List.of(Runs.step(1, "Fine", Verdict.PASSED, List.of())))))
                .build();

        assertThat(parse(JunitXml.render(run)).getElementsByTagName("error").getLength())
                .isEqualTo(1);
    }

    private static String count(Element suite, String element) {
        return Integer.toString(suite.getElementsByTagName(element).getLength());
    }

    private static String message(Document xml, String element) {
        return ((Element) xml.getElementsByTagName(element).item(0)).getAttribute("message");
    }

    private static Document parse(String xml) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(xml)));
    }

    private static void validate(String xml) throws Exception {
        try (InputStream schema = JunitXmlTest.class.getResourceAsStream("/ant-junit.xsd")) {
            if (schema == null) {
                throw new IOException("ant-junit.xsd is not there");
            }
            SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                    .newSchema(new StreamSource(schema))
                    .newValidator()
                    .validate(new StreamSource(new StringReader(xml)));
        }
    }
}
