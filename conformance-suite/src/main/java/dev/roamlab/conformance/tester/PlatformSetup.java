package dev.roamlab.conformance.tester;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.roamlab.conformance.catalogue.SpecVersion;
import dev.roamlab.conformance.subject.Party;
import dev.roamlab.conformance.subject.SutRole;
import dev.roamlab.conformance.wire.Target.Side;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** How a platform of the tester looks to the system under test. Read once, when the platform is made. */
public final class PlatformSetup {
    /** A document of the platform to which members can be added. */
    public enum Document {
        /** Each element of the versions list. */
        VERSION,
        DETAILS,
        CREDENTIALS
    }

    /** An endpoint that is listed in addition. */
    record ExtraEndpoint(SpecVersion version, String identifier, String role, String url) {}

    private static final List<String> MODULES =
            List.of("locations", "sessions", "cdrs", "tariffs", "tokens", "commands");

    private final SutRole role;
    private final List<Party> parties = new ArrayList<>();
    private final List<String> versions = new ArrayList<>();
    private final Set<String> modules = new LinkedHashSet<>(MODULES);
    private final List<ExtraEndpoint> extraEndpoints = new ArrayList<>();
    private final Map<Document, ObjectNode> extraMembers = new LinkedHashMap<>();
    private Side credentialsSide = Side.SENDER;
    private String path = "versions";
    private String token = UUID.randomUUID().toString();
    private int pageLimit = 50;
    private boolean stocked = true;
    private Optional<Party> hub = Optional.empty();

    PlatformSetup(SutRole role, Party party) {
        this.role = role;
        parties.add(party);
        Arrays.stream(SpecVersion.values()).map(SpecVersion::spelling).forEach(versions::add);
    }

    /** A further party with the same role on this platform. */
    public PlatformSetup party(Party further) {
        parties.add(further);
        return this;
    }

    /** The whole versions list, in this order; may name versions that nobody knows. */
    public PlatformSetup versions(String... spellings) {
        versions.clear();
        versions.addAll(List.of(spellings));
        return this;
    }

    /** A module that is not listed. */
    public PlatformSetup without(String module) {
        modules.remove(module);
        return this;
    }

    /** An endpoint that is listed in one version's details beside the usual ones. */
    public PlatformSetup endpoint(SpecVersion version, String identifier, String listedRole, String url) {
        extraEndpoints.add(new ExtraEndpoint(version, identifier, listedRole, url));
        return this;
    }

    /** The role under which the credentials endpoint is listed; {@code SENDER} is advised, the other one is to be ignored. */
    public PlatformSetup credentialsListedAs(Side side) {
        credentialsSide = side;
        return this;
    }

    /** A member that the specification does not know. */
    public PlatformSetup member(Document document, String name, JsonNode value) {
        extraMembers
                .computeIfAbsent(document, none -> JsonNodeFactory.instance.objectNode())
                .set(name, value);
        return this;
    }

    /** What follows the platform's own path in its versions URL; may have a query, which is then demanded. */
    public PlatformSetup path(String behind) {
        path = behind;
        return this;
    }

    /** The first token with which the system under test is let in. */
    public PlatformSetup token(String first) {
        token = first;
        return this;
    }

    /** The most objects on a page. */
    public PlatformSetup pageLimit(int most) {
        pageLimit = most;
        return this;
    }

    /** Starts without any object of its own. */
    public PlatformSetup empty() {
        stocked = false;
        return this;
    }

    /** A hub through which the parties are reached, told in the credentials of 2.3.0. */
    public PlatformSetup hub(Party through) {
        hub = Optional.of(through);
        return this;
    }

    SutRole role() {
        return role;
    }

    List<Party> parties() {
        return parties;
    }

    List<String> versions() {
        return versions;
    }

    Set<String> modules() {
        return modules;
    }

    List<ExtraEndpoint> extraEndpoints() {
        return extraEndpoints;
    }

    Side credentialsSide() {
        return credentialsSide;
    }

    String path() {
        return path;
    }

    String token() {
        return token;
    }

    int pageLimit() {
        return pageLimit;
    }

    boolean stocked() {
        return stocked;
    }

    Optional<Party> hub() {
        return hub;
    }

    ObjectNode with(Document document, ObjectNode usual) {
        ObjectNode extra = extraMembers.get(document);
        if (extra != null) {
            usual.setAll(extra);
        }
        return usual;
    }
}
