package dev.roamlab.cpo.gateway;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.vertx.core.Future;
import io.vertx.core.eventbus.DeliveryOptions;
import io.vertx.core.eventbus.EventBus;
import io.vertx.core.eventbus.Message;
import java.time.Duration;

/** Letters over Vert.x's event bus, as JSON. Between two processes they arrive in the order in which they were sent. */
final class Bus {
    private static final ObjectMapper JSON = JsonMapper.builder().build();
    private static final String KIND = "kind";
    private static final String CORE = "roamlab.cpo.core";
    private static final int FAILED = 500;

    private final EventBus bus;

    Bus(EventBus bus) {
        this.bus = bus;
    }

    /** The address of the core. */
    static String core() {
        return CORE;
    }

    /** The address of a gateway. */
    static String gateway(String name) {
        return "roamlab.cpo.gateway." + name;
    }

    /** Opens letters. */
    interface Desk {
        /** Deals with a letter; what has to be answered is answered through it. */
        void receive(Letter letter);
    }

    /** A letter that has come in. */
    record Letter(Message<String> message) {
        /** What it is. */
        String kind() {
            return String.valueOf(message.headers().get(KIND));
        }

        <T extends Record> T read(Class<T> type) {
            return Bus.read(message.body(), type);
        }

        void answer(Record answer) {
            message.reply(write(answer));
        }
    }

    /** Receives the letters to an address, on the context this is called on, until the returned work is run. */
    Future<Runnable> receive(String address, Desk desk) {
        var consumer = bus.<String>consumer(address, message -> {
            try {
                desk.receive(new Letter(message));
            } catch (RuntimeException unreadable) {
                message.fail(FAILED, String.valueOf(unreadable.getMessage()));
            }
        });
        return consumer.completion().map(registered -> consumer::unregister);
    }

    /** Sends a letter and waits for the answer; fails when there is nobody, or no answer in time. */
    <A extends Record> Future<A> ask(String address, Record letter, Class<A> answer, Duration timeout) {
        return bus.<String>request(address, write(letter), options(letter).setSendTimeout(timeout.toMillis()))
                .map(reply -> read(reply.body(), answer));
    }

    /** Sends a letter that needs no answer. */
    void send(String address, Record letter) {
        bus.send(address, write(letter), options(letter));
    }

    private static DeliveryOptions options(Record letter) {
        return new DeliveryOptions().addHeader(KIND, letter.getClass().getSimpleName());
    }

    private static String write(Record letter) {
        return Form.of(letter.getClass()).write(letter).toString();
    }

    private static <T extends Record> T read(String text, Class<T> type) {
        try {
            return type.cast(Form.of(type).read(JSON.readTree(text)));
        } catch (JsonProcessingException garbage) {
            throw new IllegalArgumentException("no JSON: " + garbage.getOriginalMessage(), garbage);
        }
    }
}
