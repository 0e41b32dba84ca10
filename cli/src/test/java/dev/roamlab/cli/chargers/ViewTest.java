package dev.roamlab.cli.chargers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roamlab.cli.terminal.Console;
import dev.roamlab.cli.terminal.Look;
import dev.roamlab.station.behaviour.Behaviour.Progress;
import dev.roamlab.station.fleet.FleetFigures;
import dev.roamlab.station.fleet.FleetFiguresBuilder;
import dev.roamlab.station.fleet.RoundTrips;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What is shown of a fleet, and what its processes tell each other. */
class ViewTest {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    @Test
    void a_standing_survives_the_way_between_processes() {
        Standing standing = standing(7);

        assertThat(StandingJson.write(StandingJson.read(StandingJson.write(standing))))
                .isEqualTo(StandingJson.write(standing));
    }

    @Test
    void standings_add_up() {
        Standing sum = standing(7).plus(standing(5));

        assertThat(sum.figures().stations()).isEqualTo(12);
        assertThat(sum.figures().roundTrips().count()).isEqualTo(12);
        assertThat(sum.problems()).containsEntry("refused", 12L);
        assertThat(sum.isFinished()).isTrue();
        assertThat(sum.plus(Standing.NONE).notAllTold().isFinished()).isFalse();
        assertThat(sum.gone().figures().accepted()).isZero();
    }

    @Test
    void a_fleet_is_hopeless_only_when_all_have_tried_and_nobody_ever_connected() {
        FleetFigures none = FleetFiguresBuilder.builder(FleetFigures.NONE)
                .stations(3)
                .refusals(3)
                .build();

        assertThat(Standing.NONE.isHopeless()).isFalse();
        assertThat(new Standing(none, 3, 0, new Progress(0, 0, 0), Map.of(), List.of(), List.of()).isHopeless())
                .isTrue();
        assertThat(new Standing(none, 2, 0, new Progress(0, 0, 0), Map.of(), List.of(), List.of()).isHopeless())
                .isFalse();
    }

    @Test
    void at_a_terminal_lines_scroll_above_the_figures() {
        Screen screen = screen(true);

        screen.show(List.of("one", "two"));
        screen.line("news");

        assertThat(text()).isEqualTo("one\r\ntwo" + "\r\u001b[1A\u001b[J" + "news\r\n" + "one\r\ntwo");
    }

    @Test
    void in_a_pipe_there_are_lines_only() {
        Screen screen = screen(false);

        screen.show(List.of("one", "two"));
        screen.line("news");

        assertThat(text()).isEqualTo("news" + System.lineSeparator());
    }

    @Test
    void shares_are_kept_at_any_point() {
        List<Target> turns = Target.inTurn(List.of(new Target("a", 3), new Target("b", 1)), 8);

        assertThat(turns.stream().map(Target::url).collect(Collectors.joining()))
                .isEqualTo("aabaaaba");
    }

    @Test
    void the_limit_on_open_files_is_the_one_that_holds_now() {
        assertThat(OpenFiles.in(List.of("Max open files            1024                 20000                files")))
                .hasValue(1024);
        assertThat(OpenFiles.in(List.of("Max open files            unlimited            unlimited            files")))
                .isEmpty();
    }

    private static Standing standing(int n) {
        FleetFigures figures = FleetFiguresBuilder.builder(FleetFigures.NONE)
                .stations(n)
                .connected(n)
                .accepted(n)
                .watts(n * 1000.0)
                .connects(n)
                .roundTrips(RoundTrips.of(new long[] {0, n}))
                .build();
        return new Standing(
                figures,
                n,
                n,
                new Progress(n, n, 0),
                Map.of("refused", (long) n),
                List.of("CP-" + n),
                List.of("storm"));
    }

    private Screen screen(boolean alive) {
        PrintStream stream = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        return new Screen(new Console(stream, Look.PLAIN), alive);
    }

    private String text() {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
