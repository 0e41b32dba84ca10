package dev.roamlab.reports;

import dev.roamlab.lab.Exchange;
import dev.roamlab.lab.Exchange.Message;

/** One exchange as plain text, the way {@code curl -v} shows it. */
final class ExchangeText {
    private ExchangeText() {}

    static String render(Exchange exchange) {
        StringBuilder text = new StringBuilder("#%d %s, %s → %s, %s %s, %s, %d ms\n\n"
                .formatted(
                        exchange.id(),
                        exchange.operation(),
                        exchange.from(),
                        exchange.to(),
                        exchange.protocol(),
                        exchange.version(),
                        exchange.wallTime(),
                        exchange.took().toMillis()));
        message(text, "> ", exchange.request());
        exchange.response().ifPresent(response -> message(text.append('\n'), "< ", response));
        exchange.failure()
                .ifPresent(failure ->
                        text.append("\nno usable answer: ").append(failure).append('\n'));
        exchange.notes().forEach(note -> text.append("note: ").append(note).append('\n'));
        return text.toString();
    }

    private static void message(StringBuilder text, String mark, Message message) {
        text.append(mark).append(message.line()).append('\n');
        message.headers()
                .forEach((name, value) -> text.append(mark)
                        .append(name)
                        .append(": ")
                        .append(value)
                        .append('\n'));
        if (!message.body().isEmpty()) {
            text.append('\n').append(message.body()).append('\n');
        }
    }
}
