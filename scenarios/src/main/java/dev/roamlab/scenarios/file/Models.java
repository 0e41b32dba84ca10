package dev.roamlab.scenarios.file;

import java.util.List;

/** The models of cars and stations that the lab has. */
final class Models {
    private Models() {}

    static List<String> cars() {
        return List.of(
                "finch-52", "finch-40-eco", "tundra-95", "halden-phev", "strata-gt", "cargo-van-75", "prairie-77");
    }

    static List<String> stations() {
        return List.of("versicharge-7.7", "wallbox-11", "post-22-twin", "post-22-shared", "lamp-3.7");
    }
}
