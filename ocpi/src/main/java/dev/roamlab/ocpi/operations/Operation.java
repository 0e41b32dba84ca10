package dev.roamlab.ocpi.operations;

import dev.roamlab.ocpi.versions.InterfaceRole;
import dev.roamlab.ocpi.versions.ModuleId;
import io.vertx.core.http.HttpMethod;
import java.util.Optional;

/**
 * One method of one OCPI interface.
 *
 * @param <B> the object in the request body, {@link Nothing} where there is none
 * @param <R> the object in the answer's data, {@link Nothing} where there is none
 * @param side who serves it: the owner of the data (sender) or the other side (receiver)
 * @param path what follows the endpoint's URL
 * @param bodyType empty when the request has no body
 * @param resultType empty when the answer has no data
 */
public record Operation<B extends Record, R extends Record>(
        ModuleId module,
        InterfaceRole side,
        HttpMethod method,
        PathTemplate path,
        Optional<Class<B>> bodyType,
        BodyUse bodyUse,
        Optional<Class<R>> resultType,
        boolean isList) {

    /** How much of the object a request carries. */
    public enum BodyUse {
        /** No body. */
        NONE,
        /** The whole object. */
        WHOLE,
        /** The whole object or no body. */
        OPTIONAL,
        /** The fields that change. Spec: transport_and_format_patch. */
        PARTIAL
    }

    /** Stands for an absent body or absent data. */
    public record Nothing() {}

    /** Operations of the interface that the owner of the data serves. */
    public static Side sender(ModuleId module) {
        return new Side(module, InterfaceRole.SENDER);
    }

    /** Operations of the interface that the other side serves. */
    public static Side receiver(ModuleId module) {
        return new Side(module, InterfaceRole.RECEIVER);
    }

    /** Such as {@code PUT tokens}: names the operation in logs and narration. */
    public String name() {
        return method.name() + " " + module.value();
    }

    @Override
    public String toString() {
        return name() + " (" + side + ")";
    }

    /** One interface of a module, on which operations are declared. */
    public record Side(ModuleId module, InterfaceRole side) {

        /** GET of one object. */
        public <R extends Record> Operation<Nothing, R> get(String path, Class<R> result) {
            return of(HttpMethod.GET, path, Optional.empty(), BodyUse.NONE, Optional.of(result), false);
        }

        /** GET of a list, page by page where the module is a functional one. */
        public <R extends Record> Operation<Nothing, R> list(String path, Class<R> element) {
            return of(HttpMethod.GET, path, Optional.empty(), BodyUse.NONE, Optional.of(element), true);
        }

        /** PUT of a whole object. */
        public <B extends Record> Operation<B, Nothing> put(String path, Class<B> body) {
            return of(HttpMethod.PUT, path, Optional.of(body), BodyUse.WHOLE, Optional.empty(), false);
        }

        /** PUT of a whole object that is answered with another. */
        public <B extends Record, R extends Record> Operation<B, R> put(String path, Class<B> body, Class<R> result) {
            return of(HttpMethod.PUT, path, Optional.of(body), BodyUse.WHOLE, Optional.of(result), false);
        }

        /** PATCH of an object. */
        public <B extends Record> Operation<B, Nothing> patch(String path, Class<B> body) {
            return of(HttpMethod.PATCH, path, Optional.of(body), BodyUse.PARTIAL, Optional.empty(), false);
        }

        /** POST of a whole object without data in the answer. */
        public <B extends Record> Operation<B, Nothing> post(String path, Class<B> body) {
            return of(HttpMethod.POST, path, Optional.of(body), BodyUse.WHOLE, Optional.empty(), false);
        }

        /** POST of a whole object. */
        public <B extends Record, R extends Record> Operation<B, R> post(String path, Class<B> body, Class<R> result) {
            return of(HttpMethod.POST, path, Optional.of(body), BodyUse.WHOLE, Optional.of(result), false);
        }

        /** POST whose body may be left out. */
        public <B extends Record, R extends Record> Operation<B, R> postWithOptionalBody(
                String path, Class<B> body, Class<R> result) {
            return of(HttpMethod.POST, path, Optional.of(body), BodyUse.OPTIONAL, Optional.of(result), false);
        }

        /** DELETE. */
        public Operation<Nothing, Nothing> delete(String path) {
            return of(HttpMethod.DELETE, path, Optional.empty(), BodyUse.NONE, Optional.empty(), false);
        }

        private <B extends Record, R extends Record> Operation<B, R> of(
                HttpMethod method,
                String path,
                Optional<Class<B>> body,
                BodyUse use,
                Optional<Class<R>> result,
                boolean isList) {
            return new Operation<>(module, side, method, PathTemplate.parse(path), body, use, result, isList);
        }
    }
}
