package dev.roamlab.conformance.schema;

import java.time.ZoneId;
import java.util.Currency;
import java.util.Locale;
import java.util.Locale.IsoCountryCode;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Code lists. The JDK's lists, and what came after them: a code that it does not know yet is no fault of others. */
final class Codes {
    private static final Set<String> COUNTRIES = Locale.getISOCountries(IsoCountryCode.PART1_ALPHA2);
    private static final Set<String> COUNTRIES_3 = Locale.getISOCountries(IsoCountryCode.PART1_ALPHA3);
    /** User-assigned or reserved for something. */
    private static final Pattern SPECIAL_COUNTRY =
            Pattern.compile("AA|Q[M-Z]|X[A-Z]|ZZ|AC|CP|CQ|DG|EA|EU|EZ|FX|IC|SU|TA|UK|UN");

    private static final Pattern SPECIAL_COUNTRY_3 =
            Pattern.compile("AA[A-Z]|Q[M-Z][A-Z]|X[A-Z]{2}|ZZ[A-Z]|EUE|GBD|UNO|ROM|TMP|ZAR");
    private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());
    private static final Set<String> CURRENCIES = Stream.concat(
                    Currency.getAvailableCurrencies().stream().map(Currency::getCurrencyCode),
                    Stream.of("SLE", "VED", "XAD", "XCG", "ZWG"))
            .collect(Collectors.toUnmodifiableSet());
    private static final Set<String> ZONES = Stream.concat(
                    ZoneId.getAvailableZoneIds().stream(),
                    Stream.of("EST", "MST", "HST", "ROC", "America/Coyhaique", "America/Ciudad_Juarez", "Europe/Kyiv"))
            .collect(Collectors.toUnmodifiableSet());

    private Codes() {}

    static Verdict country(String text) {
        String code = text.toUpperCase(Locale.ROOT);
        return COUNTRIES.contains(code) ? Verdict.GOOD : special(SPECIAL_COUNTRY, code);
    }

    static Verdict country3(String text) {
        if (COUNTRIES_3.contains(text)) {
            return Verdict.GOOD;
        }
        String code = text.toUpperCase(Locale.ROOT);
        return COUNTRIES_3.contains(code) ? Verdict.DOUBTFUL : special(SPECIAL_COUNTRY_3, code);
    }

    static Verdict currency(String text) {
        return Verdict.badUnless(CURRENCIES.contains(text));
    }

    static Verdict language(String text) {
        if (LANGUAGES.contains(text)) {
            return Verdict.GOOD;
        }
        return LANGUAGES.contains(text.toLowerCase(Locale.ROOT)) ? Verdict.DOUBTFUL : Verdict.BAD;
    }

    static Verdict timeZone(String text) {
        return Verdict.badUnless(ZONES.contains(text));
    }

    private static Verdict special(Pattern pattern, String code) {
        return pattern.matcher(code).matches() ? Verdict.DOUBTFUL : Verdict.BAD;
    }
}
