package dev.roamlab.scenarios.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** What nobody in their right mind would send. Texts hold one octet per character, so that octets can be anything. */
final class Nasty {
    /** Values and non-values of JSON. */
    static final List<String> JSON = json();

    /** What stands in a path segment or in the value of a query parameter. */
    static final List<String> URL_PARTS = List.of(
            "",
            "%",
            "%zz",
            "%00",
            "%0d%0a",
            "%2e%2e",
            "..",
            ".",
            "%2f",
            "%25",
            "%c3%28",
            "%ed%a0%80",
            "%F0%9F%94%8C",
            "+",
            "%20",
            "a;b=c",
            "'\"",
            "*",
            "null",
            "-1",
            "0",
            "1",
            "NaN",
            "1e9",
            "99999999999999999999",
            "2147483648",
            "2026-11-21",
            "2026-11-21T10:00:00Z",
            "2026-11-21T10:00:00",
            "2026-02-30T00:00:00Z",
            "-999999999-01-01T00:00:00Z",
            "9999-12-31T23:59:59.999999999Z",
            "LOC1",
            "nl",
            "NLD",
            "x".repeat(37),
            "y".repeat(3000),
            "%E2%80%AE",
            "{id}",
            "~",
            "$",
            "(",
            "%5B%5D",
            "\u00e9",
            "%7f",
            "//",
            "a%2Fb",
            "?",
            "&",
            "=");

    /** Values of headers. */
    static final List<String> HEADERS = List.of(
            "",
            " ",
            "x",
            "\u00e4\u00f6",
            "z".repeat(5000),
            "a,b;c=\"d",
            "%00",
            "null",
            "{}",
            "0",
            "-1",
            "99999999999999999999",
            "../../etc",
            "${jndi:x}",
            "<script>",
            "\t",
            "gzip",
            "chunked?",
            "NL",
            "CPO",
            "ZZZZ",
            "\u00ff\u00fe",
            "application/xml",
            "text/plain; charset=utf-16",
            "application/json;charset=nonsense",
            "application/x-www-form-urlencoded",
            "multipart/form-data",
            "multipart/form-data; boundary=x");

    private Nasty() {}

    private static List<String> json() {
        List<String> all = new ArrayList<>(List.of(
                "null",
                "true",
                "false",
                "0",
                "-0",
                "-1",
                "1",
                "0.1",
                "1.5",
                "1e3",
                "1E-400",
                "1e400",
                "1e100",
                "-1e-100",
                "1e999999999",
                "-1e-999999999",
                "123456789012345678901234567890",
                "2147483648",
                "-2147483649",
                "9223372036854775808",
                "0.00000000000000000000000000000000000001",
                "NaN",
                "Infinity",
                "01",
                ".5",
                "+1",
                "0x10",
                "tru",
                "''",
                "undefined",
                "\"\"",
                "\" \"",
                "\"x\"",
                "\"null\"",
                "[]",
                "{}",
                "[[]]",
                "[null]",
                "[{}]",
                "{\"\":null}",
                "{\"id\":\"X\"}",
                "[1,\"a\",null,{}]",
                "\"\\u0000\"",
                "\"\\ud800\"",
                "\"\\udc00\\ud800\"",
                "\"\\u202e\"",
                "\"\\uD83D\\uDD0C\"",
                "\"a\\nb\\tc\"",
                "\"\u0001\u0002\"",
                "\"\u00ff\u00fe\"",
                "\"\u00ed\u00a0\u0080\"",
                "\"\u00c0\u0080\"",
                "\"\u00f0\u009f\u0094\u008c\"",
                "\"\\x\"",
                "\"unended",
                "\"2026-02-30T00:00:00Z\"",
                "\"2026-11-21\"",
                "\"2026-11-21T10:00:00+25:00\"",
                "\"2026-11-21T24:00:00Z\"",
                "\"2026-11-21T10:00:00.123456789012Z\"",
                "\"-999999999-01-01T00:00:00Z\"",
                "\"2016-12-31T23:59:60Z\"",
                "\"+999999999-12-31T23:59:59.999999999Z\"",
                "\"0000-00-00T00:00:00Z\"",
                "\"9999-12-31T23:59:59Z\"",
                "\"1970-01-01T00:00:00\"",
                "\"INVALID\"",
                "\"available\"",
                "\"AVAILABLE\"",
                "\"COMPLETED\"",
                "\"ACTIVE\"",
                "\"25:61\"",
                "\"24:00\"",
                "\"xx\"",
                "\"ZZZ\"",
                "\"EURO\"",
                "\"-91.0\"",
                "\"1e1\"",
                "\"http://\"",
                "\"http://[\"",
                "\"ftp://127.0.0.1/\"",
                "\"http://127.0.0.1:99999/\"",
                "\"http://127.0.0.1:1/x\"",
                "\"https://127.0.0.1:1/\"",
                "\"//x\"",
                "\"\u00c3\u00a9\""));
        all.add("\"" + "a".repeat(256) + "\"");
        all.add("\"" + "b".repeat(20_000) + "\"");
        all.add("[".repeat(60) + "]".repeat(60));
        all.add("[".repeat(5000) + "]".repeat(5000));
        all.add("{\"a\":".repeat(1500) + "1" + "}".repeat(1500));
        all.add("[".repeat(3000));
        all.add("9".repeat(1200));
        all.add("[" + "0,".repeat(3000) + "0]");
        return List.copyOf(all);
    }

    /** A text as one character per octet of its UTF-8 form. */
    static String octets(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }
}
