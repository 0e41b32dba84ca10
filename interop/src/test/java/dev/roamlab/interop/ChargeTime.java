package dev.roamlab.interop;

import eu.chargetime.ocpp.model.Request;
import eu.chargetime.ocpp.model.core.AuthorizationStatus;
import eu.chargetime.ocpp.model.core.IdTagInfo;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An end on the ChargeTime library that says yes to everything, and remembers what it was asked. */
final class ChargeTime {
    private static final int SECONDS = 30;

    private final BlockingQueue<Request> heard = new LinkedBlockingQueue<>();
    private final AtomicInteger transactions = new AtomicInteger();

    /** A handler of the library's: each of its methods takes a request and returns the confirmation. */
    <H> H handler(Class<H> type) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    Optional<Request> request = Stream.of(arguments)
                            .filter(Request.class::isInstance)
                            .map(Request.class::cast)
                            .findFirst();
                    request.ifPresent(heard::add);
                    return request.isPresent() ? confirmation(method.getReturnType()) : null;
                }));
    }

    /** Waits for a request of this kind; earlier ones of other kinds are passed over. */
    <R extends Request> R heard(Class<R> type) throws InterruptedException {
        while (true) {
            Request request = heard.poll(SECONDS, TimeUnit.SECONDS);
            if (request == null) {
                throw new AssertionError(type.getSimpleName() + ": not within " + SECONDS + " s");
            } else if (type.isInstance(request)) {
                return type.cast(request);
            }
        }
    }

    private Object confirmation(Class<?> type) throws ReflectiveOperationException {
        Object confirmation = type.getDeclaredConstructor().newInstance();
        for (Method setter : type.getMethods()) {
            if (setter.getName().startsWith("set") && setter.getParameterCount() == 1) {
                Object value = value(setter.getName(), setter.getParameterTypes()[0]);
                if (value != null) {
                    setter.invoke(confirmation, value);
                }
            }
        }
        return confirmation;
    }

    private @Nullable Object value(String setter, Class<?> type) {
        return switch (setter) {
            case "setStatus" -> favourable(type);
            case "setCurrentTime" -> ZonedDateTime.now();
            case "setInterval" -> 300;
            case "setTransactionId" -> transactions.incrementAndGet();
            case "setListVersion" -> 1;
            case "setIdTagInfo" -> new IdTagInfo(AuthorizationStatus.Accepted);
            default -> null;
        };
    }

    private static Object favourable(Class<?> type) {
        Object[] constants = type.getEnumConstants();
        return Stream.of(constants)
                .filter(constant -> constant.toString().equals("Accepted"))
                .findFirst()
                .orElse(constants[0]);
    }
}
