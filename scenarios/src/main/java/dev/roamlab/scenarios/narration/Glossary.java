package dev.roamlab.scenarios.narration;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Explains each abbreviation where it first appears. */
final class Glossary {
    private static final Map<String, String> MEANINGS = meanings();
    private static final Pattern WORD =
            Pattern.compile("\\b(" + String.join("|", MEANINGS.keySet()) + ")(s?)\\b(?! \\()");

    private final Set<String> explained = new HashSet<>();

    /** The text with what is new to the reader explained in brackets. */
    String explain(String text) {
        return WORD.matcher(text).replaceAll(found -> Matcher.quoteReplacement(word(found.group(1), found.group())));
    }

    private String word(String word, String asWritten) {
        return explained.add(word) ? asWritten + " (" + MEANINGS.get(word) + ")" : asWritten;
    }

    private static Map<String, String> meanings() {
        Map<String, String> meanings = new LinkedHashMap<>();
        meanings.put("OCPI", "Open Charge Point Interface, the language between roaming platforms");
        meanings.put("OCPP", "Open Charge Point Protocol, the language between chargers and their operator");
        meanings.put("eMSP", "e-mobility service provider: has the contract with the driver");
        meanings.put("CPO", "charge point operator: runs the chargers");
        meanings.put("EVSE", "the part of a charger that serves one car at a time");
        meanings.put("CDR", "charge detail record: what is billed for one session");
        meanings.put("RFID", "a chip that is read without contact");
        meanings.put("VAT", "value added tax");
        return meanings;
    }
}
