package dev.roamlab.station;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roamlab.station.models.StationModels;
import dev.roamlab.station.models.StationSpec;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openjdk.jol.info.GraphLayout;

/**
 * A station that does nothing in particular is a small value, whatever it could do. What grows it here belongs into a shared
 * constant until it is needed.
 */
class StateSizeTest {
    private static final int STATIONS = 200;

    /** Records tell nobody where their fields are, and an agent would be one more thing to load. */
    @BeforeAll
    static void lookIntoRecords() {
        System.setProperty("jol.magicFieldOffset", "true");
        System.setProperty("jol.skipDynamicAttach", "true");
    }

    @ParameterizedTest
    @CsvSource({
        "wallbox-11, V1_6, 512",
        "wallbox-11, V2_0_1, 512",
        "post-22-twin, V1_6, 640",
        "post-22-twin, V2_0_1, 640"
    })
    void an_idle_booted_station_is_small(String model, Idiom idiom, int mostBytes) {
        Configuration shared = Configuration.of(StationModels.shipped().named(model));
        Object[] states = IntStream.range(0, STATIONS)
                .mapToObj(n -> booted(
                        StationSpec.of(StationModels.shipped().named(model), "NL-RL-" + n, n + 1), shared, idiom))
                .toArray();

        GraphLayout layout = GraphLayout.parseInstance(states);

        // What all of them share counts once, and so hardly at all.
        long sharedBytes = GraphLayout.parseInstance(states[0]).totalSize();
        long each = (layout.totalSize() - sharedBytes) / (STATIONS - 1);
        assertThat(each).as(layout.toFootprint()).isLessThanOrEqualTo(mostBytes);
    }

    private static StationState booted(StationSpec spec, Configuration shared, Idiom idiom) {
        StationRig rig = new StationRig(spec.model().id());
        rig.idiom = idiom;
        rig.state = StationState.of(spec, shared, StationRig.START);
        rig.happen(new StationEvent.ConnectRequested());
        return rig.state;
    }
}
