package dev.roamlab.scenarios.operator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.roamlab.ocpi.cdrs.AuthMethod;
import dev.roamlab.ocpi.cdrs.Cdr;
import dev.roamlab.ocpi.cdrs.CdrBuilder;
import dev.roamlab.ocpi.cdrs.CdrLocation;
import dev.roamlab.ocpi.cdrs.CdrLocationBuilder;
import dev.roamlab.ocpi.cdrs.CdrToken;
import dev.roamlab.ocpi.cdrs.SignedData;
import dev.roamlab.ocpi.cdrs.SignedValue;
import dev.roamlab.ocpi.json.Document;
import dev.roamlab.ocpi.locations.Connector;
import dev.roamlab.ocpi.locations.Evse;
import dev.roamlab.ocpi.locations.Location;
import dev.roamlab.ocpi.sessions.Session;
import dev.roamlab.ocpi.sessions.SessionBuilder;
import dev.roamlab.ocpi.sessions.SessionStatus;
import dev.roamlab.ocpi.tariffs.Tariff;
import dev.roamlab.ocpi.tokens.TokenType;
import dev.roamlab.ocpi.types.CiString;
import dev.roamlab.ocpi.types.Party;
import dev.roamlab.pricing.Bill;
import dev.roamlab.pricing.TariffEngine;
import dev.roamlab.pricing.Usage;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Sessions and CDRs of days before the start, priced by the same library that prices what is charged now. */
final class FormerDays {
    private static final Duration SESSION_TOLD_AFTER = Duration.ofSeconds(1);
    private static final Duration BILL_TOLD_AFTER = Duration.ofSeconds(2);

    private final SeedFile seed;
    private final List<Document<Location>> locations;
    private final List<Document<Tariff>> tariffs;
    private final Party tester;

    FormerDays(SeedFile seed, List<Document<Location>> locations, List<Document<Tariff>> tariffs, Party tester) {
        this.seed = seed;
        this.locations = locations;
        this.tariffs = tariffs;
        this.tester = tester;
    }

    /** What one eMSP's drivers charged, oldest first. */
    record Past(List<Document<Session>> sessions, List<Document<Cdr>> cdrs) {
        Past() {
            this(new ArrayList<>(), new ArrayList<>());
        }
    }

    /** The past of each eMSP in {@code charges.yaml}; where it names none, the tester is meant. */
    Map<Party, Past> perEmsp() {
        Map<Party, Past> all = new LinkedHashMap<>();
        for (ObjectNode charge : seed.read("charges.yaml")) {
            Party emsp = charge.has("party") ? Party.parse(charge.path("party").asText()) : tester;
            Past past = all.computeIfAbsent(emsp, party -> new Past());
            Cdr cdr = cdr(charge, emsp);
            past.cdrs().add(Document.of(cdr));
            if (!expired(charge)) {
                past.sessions().add(Document.of(session(charge, cdr, sessionStart(charge))));
            }
        }
        return all;
    }

    private Cdr cdr(ObjectNode charge, Party emsp) {
        Location location = location(charge.path("location").asText());
        Evse evse = location.evse(new CiString(charge.path("evse").asText())).orElseThrow();
        Connector connector =
                evse.connector(new CiString(charge.path("connector").asText())).orElseThrow();
        Usage.Builder usage = usage(charge);
        Bill bill = TariffEngine.price(
                List.of(tariff(charge.path("tariff").asText())), usage.build(), ZoneId.of(location.timeZone()));
        return bill.onto(CdrBuilder.builder())
                .countryCode(location.countryCode())
                .partyId(location.partyId())
                .id(new CiString("cdr-" + charge.path("id").asText()))
                .startDateTime(begin(charge))
                .endDateTime(usage.now())
                .sessionId(
                        expired(charge)
                                ? Optional.empty()
                                : Optional.of(new CiString(charge.path("id").asText())))
                .cdrToken(token(charge, emsp))
                .authMethod(AuthMethod.valueOf(charge.path("method").asText()))
                .authorizationReference(
                        Optional.ofNullable(charge.path("reference").textValue())
                                .map(CiString::new))
                .cdrLocation(place(charge, CdrLocation.of(location, evse, connector)))
                .meterId(Optional.ofNullable(charge.path("meter").textValue()))
                .signedData(charge.path("signed").asBoolean() ? Optional.of(signed(charge)) : Optional.empty())
                .remark(Optional.ofNullable(charge.path("remark").textValue()))
                .homeChargingCompensation(Optional.ofNullable(charge.get("home_charging_compensation"))
                        .map(JsonNode::asBoolean))
                .lastUpdated(usage.now().plus(BILL_TOLD_AFTER))
                .build();
    }

    /** Nobody came, so it was never decided where. Spec: mod_cdrs_cdr_location_class. */
    private static CdrLocation place(ObjectNode charge, CdrLocation reserved) {
        return expired(charge)
                ? CdrLocationBuilder.builder(reserved)
                        .evseUid(CiString.NOT_AVAILABLE)
                        .evseId(CiString.NOT_AVAILABLE)
                        .connectorId(CiString.NOT_AVAILABLE)
                        .build()
                : reserved;
    }

    private static boolean expired(ObjectNode charge) {
        return charge.path("parts").path(0).has("expired");
    }

    /** Two readings of a meter that signs; nobody can verify this signature. */
    private static SignedData signed(ObjectNode charge) {
        return new SignedData(
                new CiString("OCMF"),
                Optional.of(1),
                Optional.empty(),
                List.of(
                        reading("Start", "0.000"),
                        reading("End", charge.path("parts").path(0).path("kwh").asText())),
                Optional.empty());
    }

    private static SignedValue reading(String nature, String kwh) {
        return new SignedValue(new CiString(nature), kwh, "OCMF|{}|{\"SD\":\"" + kwh + "\"}");
    }

    private static CdrToken token(ObjectNode charge, Party emsp) {
        String uid = charge.path("uid").asText();
        String contract = emsp + "-C" + String.format("%08d", Math.abs(uid.hashCode() % 100_000_000)) + "-9";
        return new CdrToken(
                emsp.countryCode(),
                emsp.partyId(),
                new CiString(uid),
                new TokenType(charge.path("type").asText()),
                new CiString(contract));
    }

    private static Session session(ObjectNode charge, Cdr cdr, Instant start) {
        return SessionBuilder.builder()
                .countryCode(cdr.countryCode())
                .partyId(cdr.partyId())
                .id(new CiString(charge.path("id").asText()))
                .startDateTime(start)
                .endDateTime(Optional.of(cdr.endDateTime()))
                .kwh(cdr.totalEnergy())
                .cdrToken(cdr.cdrToken())
                .authMethod(cdr.authMethod())
                .authorizationReference(cdr.authorizationReference())
                .locationId(cdr.cdrLocation().id())
                .evseUid(cdr.cdrLocation().evseUid())
                .connectorId(cdr.cdrLocation().connectorId())
                .currency(cdr.currency())
                .chargingPeriods(cdr.chargingPeriods())
                .totalCost(Optional.of(cdr.totalCost()))
                .status(SessionStatus.COMPLETED)
                .lastUpdated(cdr.endDateTime().plus(SESSION_TOLD_AFTER))
                .build();
    }

    private Usage.Builder usage(ObjectNode charge) {
        Usage.Builder usage = Usage.from(begin(charge));
        for (JsonNode part : charge.path("parts")) {
            if (part.has("charging")) {
                usage.charged(
                        later(usage, part.path("charging")), part.path("kwh").decimalValue());
            } else if (part.has("parked")) {
                usage.parked(later(usage, part.path("parked")));
            } else if (part.has("expired")) {
                usage.expired(later(usage, part.path("expired")));
            } else {
                usage.reserved(later(usage, part.path("reserved")));
            }
        }
        return usage;
    }

    private static Instant later(Usage.Builder usage, JsonNode minutes) {
        return usage.now().plus(Duration.ofMinutes(minutes.asLong()));
    }

    private Instant begin(ObjectNode charge) {
        return seed.at(-charge.path("begin").asDouble());
    }

    /** The bill begins with the reservation, the session when the reservation is used. */
    private Instant sessionStart(ObjectNode charge) {
        return begin(charge)
                .plus(Duration.ofMinutes(
                        charge.path("parts").path(0).path("reserved").asLong()));
    }

    private Location location(String id) {
        return locations.stream()
                .map(Document::value)
                .filter(location -> location.id().value().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("charges.yaml: no location " + id));
    }

    private Tariff tariff(String id) {
        return tariffs.stream()
                .map(Document::value)
                .filter(tariff -> tariff.id().value().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("charges.yaml: no tariff " + id));
    }
}
