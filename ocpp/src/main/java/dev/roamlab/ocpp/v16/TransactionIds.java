package dev.roamlab.ocpp.v16;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** At a station: which number the CSMS has given to which of our transactions. Outlives connections. */
final class TransactionIds {
    /** For the end of a transaction whose start the CSMS never answered: 1.6 insists on a number. */
    private static final int NO_NUMBER = -1;

    private Map<String, Integer> numbers = Map.of();

    boolean isEmpty() {
        return numbers.isEmpty();
    }

    /** The CSMS has answered the start. */
    void bind(String local, int number) {
        Map<String, Integer> more = new HashMap<>(numbers);
        more.put(local, number);
        numbers = more;
    }

    /** The CSMS has taken note of the end. */
    void forget(String local) {
        Map<String, Integer> fewer = new HashMap<>(numbers);
        fewer.remove(local);
        numbers = fewer.isEmpty() ? Map.of() : fewer;
    }

    Optional<Integer> number(String local) {
        return Optional.ofNullable(numbers.get(local));
    }

    int numberToStop(String local) {
        return number(local).orElse(NO_NUMBER);
    }

    /** Our own id for a number; the number itself when we know none, so that nobody will recognise it. */
    String local(int number) {
        return numbers.entrySet().stream()
                .filter(known -> known.getValue() == number)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseGet(() -> Integer.toString(number));
    }
}
