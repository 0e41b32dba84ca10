package dev.roamlab.cpo.gateway;

import com.hazelcast.config.Config;
import com.hazelcast.config.JoinConfig;
import com.hazelcast.config.NetworkConfig;
import dev.roamlab.cpo.gateway.ClusterSettings.Address;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.eventbus.EventBusOptions;
import io.vertx.spi.cluster.hazelcast.HazelcastClusterManager;

/**
 * Joins the processes of one central system to one event bus, by Hazelcast over TCP with members named by hand: nothing is
 * found by multicast, so no process joins that nobody meant. The bus has no password: it belongs into a network of its own.
 */
public final class Cluster {
    private static final String LOGGING = "hazelcast.logging.type";

    private Cluster() {}

    /** A Vert.x whose event bus reaches the other processes; fails when the address cannot be had. */
    public static Future<Vertx> join(ClusterSettings settings) {
        if (System.getProperty(LOGGING) == null) {
            // Its first words come before it has read any configuration.
            System.setProperty(LOGGING, "slf4j");
        }
        EventBusOptions bus = new EventBusOptions().setHost(settings.self().host());
        return Vertx.builder()
                .with(new VertxOptions().setEventBusOptions(bus))
                .withClusterManager(new HazelcastClusterManager(config(settings)))
                .buildClustered();
    }

    private static Config config(ClusterSettings settings) {
        Config config = new Config().setClusterName(settings.name());
        config.setProperty("hazelcast.phone.home.enabled", "false");
        config.setProperty("hazelcast.shutdownhook.enabled", "false");
        // Members are named, so there is nobody to wait for.
        config.setProperty("hazelcast.wait.seconds.before.join", "0");
        config.setProperty("hazelcast.max.wait.seconds.before.join", "1");
        config.setProperty("hazelcast.heartbeat.interval.seconds", "1");
        config.setProperty("hazelcast.max.no.heartbeat.seconds", "10");
        // Two halves that could not see each other find together again within seconds, not minutes.
        config.setProperty("hazelcast.merge.first.run.delay.seconds", "15");
        config.setProperty("hazelcast.merge.next.run.delay.seconds", "15");
        config.getJetConfig().setEnabled(false);
        network(config.getNetworkConfig(), settings);
        return config;
    }

    private static void network(NetworkConfig network, ClusterSettings settings) {
        network.setPort(settings.self().port()).setPortAutoIncrement(false);
        network.setPublicAddress(settings.self().host());
        network.getInterfaces().setEnabled(true).addInterface(settings.self().host());
        JoinConfig join = network.getJoin();
        join.getMulticastConfig().setEnabled(false);
        join.getAutoDetectionConfig().setEnabled(false);
        join.getTcpIpConfig().setEnabled(true).addMember(settings.self().toString());
        for (Address member : settings.members()) {
            join.getTcpIpConfig().addMember(member.toString());
        }
    }
}
