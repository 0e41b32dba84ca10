package dev.roamlab.scenarios.live;

import com.fasterxml.jackson.databind.JsonNode;
import dev.roamlab.lab.ExchangeLog;
import dev.roamlab.lab.Ids;
import dev.roamlab.lab.LabClock;
import dev.roamlab.ocpi.types.OcpiVersion;
import dev.roamlab.scenarios.lab.Lab;
import dev.roamlab.scenarios.lab.LabSettings;
import dev.roamlab.scenarios.lab.LabSettingsBuilder;
import dev.roamlab.scenarios.stage.CpoDesk;
import dev.roamlab.scenarios.stage.EmspDesk;
import dev.roamlab.scenarios.stage.Forecourt;
import dev.roamlab.scenarios.stage.ObjectKind;
import dev.roamlab.scenarios.stage.Places;
import dev.roamlab.scenarios.stage.Places.Actor;
import dev.roamlab.scenarios.stage.Stage;
import dev.roamlab.scenarios.stage.Who;
import dev.roamlab.scenarios.world.World;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A stage with real lab: two nodes that talk OCPI over HTTP, chargers that talk OCPP over WebSockets. */
public final class LiveLab implements Stage, AutoCloseable {
    /** A hundred thousand locations are not put into a store in a moment. */
    private static final Duration MOVING_IN = Duration.ofMinutes(5);

    private final Lab lab;
    private final Places places;
    private final LivePartnership partnership;
    private final LiveCpo cpo;
    private final LiveEmsp emsp;
    private final LiveForecourt forecourt;
    private final Observatory observatory;

    private LiveLab(Lab lab) {
        this.lab = lab;
        this.places = places(lab);
        this.partnership = new LivePartnership(lab, Ids.seeded(lab.settings().seed(), "stage"));
        this.cpo = new LiveCpo(lab);
        Bills bills = new Bills(lab);
        this.emsp = new LiveEmsp(lab, bills);
        this.forecourt = new LiveForecourt(lab);
        this.observatory = new Observatory(lab, emsp, bills, new Questions(lab.log()));
    }

    /**
     * Starts a lab; blocks until it stands. Its chargers are not switched on, and nobody knows anybody.
     *
     * @throws RuntimeException when it cannot start, such as for a port in use
     */
    public static LiveLab open(World world, LabSettings settings) {
        LabSettings roomy = LabSettingsBuilder.builder(settings)
                .pageLimit(Math.max(settings.pageLimit(), page(world)))
                .build();
        return new LiveLab(Wait.until(Lab.open(roomy, world), MOVING_IN));
    }

    /** The pages that the story wants to see; a large network would take too many small ones. */
    private static int page(World world) {
        return world.word("network.page").map(Integer::parseInt).orElse(1);
    }

    /** A stage on a lab that stands already. */
    public static LiveLab on(Lab lab) {
        return new LiveLab(lab);
    }

    private static Places places(Lab lab) {
        World world = lab.world();
        Map<String, Actor> actors = new LinkedHashMap<>();
        Map<String, String> addresses = new LinkedHashMap<>();
        name(actors, addresses, Who.EMSP, world.emsp(), lab.emsp().versionsUrl());
        name(actors, addresses, Who.CPO, world.cpo(), lab.cpo().cpo().url());
        actors.put("cpo", new Actor(Who.CPO, world.cpo().name()));
        world.chargers()
                .forEach(charger ->
                        actors.put("station:" + charger.id(), new Actor(Who.CHARGER, name(world, charger.id()))));
        return new Places(actors, addresses);
    }

    private static void name(
            Map<String, Actor> actors, Map<String, String> addresses, Who who, World.Business business, String url) {
        URI uri = URI.create(url);
        Actor actor = new Actor(who, business.name());
        actors.put(business.countryCode() + "-" + business.partyId(), actor);
        actors.put(uri.getAuthority(), actor);
        addresses.put(
                uri.getScheme() + "://" + uri.getAuthority(),
                business.website().orElse("https://" + who.spelling() + ".example"));
    }

    /** What the story calls a charger: the member of the cast that has its identity among its facts. */
    private static String name(World world, String charger) {
        return world.cast().values().stream()
                .filter(member -> member.facts().containsValue(charger))
                .map(World.Member::name)
                .findFirst()
                .orElse(charger);
    }

    @Override
    public OcpiVersion version() {
        return lab.settings().version();
    }

    @Override
    public LabClock clock() {
        return lab.clock();
    }

    @Override
    public ExchangeLog exchanges() {
        return lab.log();
    }

    @Override
    public World world() {
        return lab.world();
    }

    @Override
    public Places places() {
        return places;
    }

    @Override
    public Partnership partnership() {
        return partnership;
    }

    @Override
    public CpoDesk cpo() {
        return cpo;
    }

    @Override
    public EmspDesk emsp() {
        return emsp;
    }

    @Override
    public Forecourt forecourt() {
        return forecourt;
    }

    @Override
    public List<JsonNode> observe(Who at, ObjectKind kind) {
        return observatory.look(at, kind);
    }

    @Override
    public List<JsonNode> observe(Who at, ObjectKind kind, Sought sought) {
        return observatory.look(at, kind, sought);
    }

    /** Stops everything; blocks until it has stopped. */
    @Override
    public void close() {
        Wait.until(lab.close());
    }
}
