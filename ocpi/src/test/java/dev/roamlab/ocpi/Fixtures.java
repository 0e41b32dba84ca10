package dev.roamlab.ocpi;

import dev.roamlab.ocpi.cdrs.AuthMethod;
import dev.roamlab.ocpi.cdrs.CdrBuilder;
import dev.roamlab.ocpi.cdrs.CdrDimension;
import dev.roamlab.ocpi.cdrs.CdrDimensionType;
import dev.roamlab.ocpi.cdrs.CdrLocation;
import dev.roamlab.ocpi.cdrs.CdrToken;
import dev.roamlab.ocpi.cdrs.ChargingPeriod;
import dev.roamlab.ocpi.commands.CancelReservation;
import dev.roamlab.ocpi.commands.ReserveNowBuilder;
import dev.roamlab.ocpi.commands.StartSessionBuilder;
import dev.roamlab.ocpi.commands.StopSession;
import dev.roamlab.ocpi.commands.UnlockConnector;
import dev.roamlab.ocpi.credentials.Credentials;
import dev.roamlab.ocpi.credentials.CredentialsRole;
import dev.roamlab.ocpi.credentials.CredentialsToken;
import dev.roamlab.ocpi.locations.BusinessDetails;
import dev.roamlab.ocpi.locations.Capability;
import dev.roamlab.ocpi.locations.ConnectorBuilder;
import dev.roamlab.ocpi.locations.ConnectorFormat;
import dev.roamlab.ocpi.locations.ConnectorType;
import dev.roamlab.ocpi.locations.EvseBuilder;
import dev.roamlab.ocpi.locations.GeoLocation;
import dev.roamlab.ocpi.locations.LocationBuilder;
import dev.roamlab.ocpi.locations.PowerType;
import dev.roamlab.ocpi.locations.Status;
import dev.roamlab.ocpi.sessions.SessionBuilder;
import dev.roamlab.ocpi.sessions.SessionStatus;
import dev.roamlab.ocpi.tariffs.PriceComponent;
import dev.roamlab.ocpi.tariffs.TariffBuilder;
import dev.roamlab.ocpi.tariffs.TariffDimensionType;
import dev.roamlab.ocpi.tariffs.TariffElement;
import dev.roamlab.ocpi.tariffs.TaxIncluded;
import dev.roamlab.ocpi.tokens.AllowedType;
import dev.roamlab.ocpi.tokens.AuthorizationInfoBuilder;
import dev.roamlab.ocpi.tokens.TokenBuilder;
import dev.roamlab.ocpi.tokens.TokenType;
import dev.roamlab.ocpi.tokens.WhitelistType;
import dev.roamlab.ocpi.types.CiString;
import dev.roamlab.ocpi.types.Party;
import dev.roamlab.ocpi.types.Price;
import dev.roamlab.ocpi.types.Role;
import dev.roamlab.ocpi.types.TaxAmount;
import dev.roamlab.ocpi.types.Url;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Objects that are valid as they are, so that a test mentions only what matters to it. They belong together: the
 * session charges with the token at the location under the tariff, and the CDR bills that session.
 */
public final class Fixtures {
    /** The CPO that owns the location, tariff, session and CDR. */
    public static final Party CPO = Party.parse("NL-CPO");

    /** The eMSP that owns the token. */
    public static final Party EMSP = Party.parse("DE-MSP");

    /** When everything was last updated, a summer morning. */
    public static final Instant NOW = Instant.parse("2026-06-15T08:00:00Z");

    private static final Url RESPONSE_URL = new Url("http://127.0.0.1:8000/ocpi/emsp/2.3.0/commands/RESULT/1");

    private Fixtures() {}

    /** A valid RFID token of {@link #EMSP} that may be whitelisted. */
    public static TokenBuilder aToken() {
        return TokenBuilder.builder()
                .countryCode(EMSP.countryCode())
                .partyId(EMSP.partyId())
                .uid(ci("04A1B2C3D4E5F6"))
                .type(TokenType.RFID)
                .contractId(ci("DE-MSP-C12345678-X"))
                .issuer("Example Mobility")
                .valid(true)
                .whitelist(WhitelistType.ALLOWED)
                .lastUpdated(NOW);
    }

    /** A published location of {@link #CPO} in Utrecht with one free EVSE. */
    public static LocationBuilder aLocation() {
        return LocationBuilder.builder()
                .countryCode(CPO.countryCode())
                .partyId(CPO.partyId())
                .id(ci("LOC1"))
                .publish(true)
                .name("Central Station")
                .address("Stationsplein 1")
                .city("Utrecht")
                .postalCode("3511 ED")
                .country("NLD")
                .coordinates(new GeoLocation("52.089123", "5.110456"))
                .evses(List.of(anEvse().build()))
                .timeZone("Europe/Amsterdam")
                .lastUpdated(NOW);
    }

    /** A free EVSE with one connector, remotely startable. */
    public static EvseBuilder anEvse() {
        return EvseBuilder.builder()
                .uid(ci("EVSE1"))
                .evseId(ci("NL*CPO*E0001"))
                .status(Status.AVAILABLE)
                .capabilities(List.of(Capability.RFID_READER, Capability.REMOTE_START_STOP_CAPABLE))
                .connectors(List.of(aConnector().build()))
                .lastUpdated(NOW);
    }

    /** A three-phase type 2 socket of 22 kW with {@link #aTariff()}. */
    public static ConnectorBuilder aConnector() {
        return ConnectorBuilder.builder()
                .id(ci("1"))
                .standard(ConnectorType.IEC_62196_T2)
                .format(ConnectorFormat.SOCKET)
                .powerType(PowerType.AC_3_PHASE)
                .maxVoltage(230)
                .maxAmperage(32)
                .tariffIds(List.of(ci("TARIFF1")))
                .lastUpdated(NOW);
    }

    /** 0.30 EUR per kWh and 21 % VAT on top. */
    public static TariffBuilder aTariff() {
        return TariffBuilder.builder()
                .countryCode(CPO.countryCode())
                .partyId(CPO.partyId())
                .id(ci("TARIFF1"))
                .currency("EUR")
                .elements(List.of(TariffElement.of(new PriceComponent(
                        TariffDimensionType.ENERGY, decimal("0.30"), Optional.of(decimal("21")), 1))))
                .taxIncluded(TaxIncluded.NO)
                .lastUpdated(NOW);
    }

    /** A session that has been charging for half an hour: 10 kWh so far. */
    public static SessionBuilder aSession() {
        return SessionBuilder.builder()
                .countryCode(CPO.countryCode())
                .partyId(CPO.partyId())
                .id(ci("SESSION1"))
                .startDateTime(NOW.minusSeconds(1800))
                .kwh(decimal("10"))
                .cdrToken(CdrToken.of(aToken().build()))
                .authMethod(AuthMethod.WHITELIST)
                .locationId(ci("LOC1"))
                .evseUid(ci("EVSE1"))
                .connectorId(ci("1"))
                .currency("EUR")
                .chargingPeriods(List.of(aChargingPeriod()))
                .status(SessionStatus.ACTIVE)
                .lastUpdated(NOW);
    }

    /** Half an hour of charging, 10 kWh. */
    public static ChargingPeriod aChargingPeriod() {
        return new ChargingPeriod(
                NOW.minusSeconds(1800),
                List.of(
                        new CdrDimension(CdrDimensionType.ENERGY, decimal("10")),
                        new CdrDimension(CdrDimensionType.TIME, decimal("0.5"))),
                Optional.of(ci("TARIFF1")));
    }

    /** The bill of {@link #aSession()}: 10 kWh, 3.00 EUR before and 3.63 EUR after VAT. */
    public static CdrBuilder aCdr() {
        Price cost = new Price(decimal("3.00"), List.of(TaxAmount.of("VAT", decimal("0.63"))));
        return CdrBuilder.builder()
                .countryCode(CPO.countryCode())
                .partyId(CPO.partyId())
                .id(ci("CDR1"))
                .startDateTime(NOW.minusSeconds(1800))
                .endDateTime(NOW)
                .sessionId(ci("SESSION1"))
                .cdrToken(CdrToken.of(aToken().build()))
                .authMethod(AuthMethod.WHITELIST)
                .cdrLocation(CdrLocation.of(
                        aLocation().build(), anEvse().build(), aConnector().build()))
                .currency("EUR")
                .tariffs(List.of(aTariff().build()))
                .chargingPeriods(List.of(aChargingPeriod()))
                .totalCost(cost)
                .totalEnergy(decimal("10"))
                .totalEnergyCost(cost)
                .totalTime(decimal("0.5"))
                .lastUpdated(NOW);
    }

    /** The credentials of {@link #EMSP}. */
    public static Credentials credentials() {
        return credentials(EMSP, Role.EMSP, "http://127.0.0.1:8000/ocpi/emsp/versions");
    }

    /** The credentials of a platform with one party. */
    public static Credentials credentials(Party party, Role role, String versionsUrl) {
        return new Credentials(
                new CredentialsToken("token-of-" + party),
                new Url(versionsUrl),
                Optional.empty(),
                List.of(new CredentialsRole(
                        role, BusinessDetails.named("Example " + role), party.partyId(), party.countryCode())));
    }

    /** Yes, {@link #aToken()} may charge. */
    public static AuthorizationInfoBuilder anAuthorizationInfo() {
        return AuthorizationInfoBuilder.builder().allowed(AllowedType.ALLOWED).token(aToken().build());
    }

    /** Start {@link #aToken()} at the connector of {@link #aLocation()}. */
    public static StartSessionBuilder aStartSession() {
        return StartSessionBuilder.builder()
                .responseUrl(RESPONSE_URL)
                .token(aToken().build())
                .locationId(ci("LOC1"))
                .evseUid(ci("EVSE1"))
                .connectorId(ci("1"));
    }

    /** Reserve the EVSE of {@link #aLocation()} for half an hour. */
    public static ReserveNowBuilder aReserveNow() {
        return ReserveNowBuilder.builder()
                .responseUrl(RESPONSE_URL)
                .token(aToken().build())
                .expiryDate(NOW.plusSeconds(1800))
                .reservationId(ci("RESERVATION1"))
                .locationId(ci("LOC1"))
                .evseUid(ci("EVSE1"));
    }

    /** Give up the reservation of {@link #aReserveNow()}. */
    public static CancelReservation aCancelReservation() {
        return new CancelReservation(RESPONSE_URL, ci("RESERVATION1"));
    }

    /** Stop {@link #aSession()}. */
    public static StopSession aStopSession() {
        return new StopSession(RESPONSE_URL, ci("SESSION1"));
    }

    /** Unlock the connector of {@link #aLocation()}. */
    public static UnlockConnector anUnlockConnector() {
        return new UnlockConnector(RESPONSE_URL, ci("LOC1"), ci("EVSE1"), ci("1"));
    }

    private static CiString ci(String value) {
        return new CiString(value);
    }

    private static BigDecimal decimal(String value) {
        return new BigDecimal(value);
    }
}
