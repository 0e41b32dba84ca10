package dev.roamlab.ocpp.v16;

import dev.roamlab.ocpp.messages.ClearCacheRequest;
import dev.roamlab.ocpp.messages.ClearCacheResponse;
import dev.roamlab.ocpp.messages.ClearCacheStatus;
import dev.roamlab.ocpp.v16.Action.From;

/** The CSMS wants the station to forget what it knows of tokens. Spec: OCPP 1.6, ClearCache. */
final class ClearCache {
    static final Action<?, ?, ?, ?> ACTION = Action.of(
            "ClearCache",
            From.CSMS,
            ClearCacheRequest.class,
            ClearCacheResponse.class,
            ClearCache.Req.class,
            ClearCache.Conf.class,
            ClearCache::req,
            ClearCache::neutral,
            ClearCache::conf,
            ClearCache::neutral);

    private ClearCache() {}

    record Req() {}

    record Conf(ClearCacheStatus status) {}

    static Req req(ClearCacheRequest request, Side side) {
        return new Req();
    }

    static ClearCacheRequest neutral(Req req, Side side) {
        return new ClearCacheRequest();
    }

    static Conf conf(ClearCacheResponse response) {
        return new Conf(response.status());
    }

    static ClearCacheResponse neutral(Conf conf) {
        return new ClearCacheResponse(conf.status());
    }
}
