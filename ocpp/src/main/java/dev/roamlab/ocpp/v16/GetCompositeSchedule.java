package dev.roamlab.ocpp.v16;

import dev.roamlab.ocpp.messages.Evse;
import dev.roamlab.ocpp.messages.GenericStatus;
import dev.roamlab.ocpp.messages.charging.ChargingRateUnit;
import dev.roamlab.ocpp.messages.charging.CompositeSchedule;
import dev.roamlab.ocpp.messages.charging.GetCompositeScheduleRequest;
import dev.roamlab.ocpp.messages.charging.GetCompositeScheduleResponse;
import dev.roamlab.ocpp.payload.AtLeast;
import dev.roamlab.ocpp.v16.Action.From;
import java.time.Instant;
import java.util.Optional;

/** The CSMS asks what all profiles together come to. Spec: OCPP 1.6, GetCompositeSchedule. */
final class GetCompositeSchedule {
    static final Action<?, ?, ?, ?> ACTION = new Action<>(
            "GetCompositeSchedule",
            From.CSMS,
            GetCompositeScheduleRequest.class,
            GetCompositeScheduleResponse.class,
            GetCompositeSchedule.Req.class,
            GetCompositeSchedule.Conf.class,
            GetCompositeSchedule::req,
            GetCompositeSchedule::neutral,
            GetCompositeSchedule::conf,
            GetCompositeSchedule::neutral);

    private GetCompositeSchedule() {}

    record Req(@AtLeast(0) int connectorId, int duration, Optional<ChargingRateUnit> chargingRateUnit) {}

    record Conf(
            GenericStatus status,
            @AtLeast(0) Optional<Integer> connectorId,
            Optional<Instant> scheduleStart,
            Optional<Schedule> chargingSchedule) {}

    static Req req(GetCompositeScheduleRequest request, Side side) {
        return new Req(side.number(Evse.of(request.evseId())), request.duration(), request.chargingRateUnit());
    }

    static GetCompositeScheduleRequest neutral(Req req, Side side) {
        return new GetCompositeScheduleRequest(
                req.duration(),
                req.chargingRateUnit(),
                side.evse(req.connectorId()).id());
    }

    static Conf conf(GetCompositeScheduleRequest asked, GetCompositeScheduleResponse response, Side side) {
        Optional<CompositeSchedule> schedule = response.schedule();
        return new Conf(
                response.status(),
                schedule.map(composite -> side.number(Evse.of(asked.evseId()))),
                schedule.map(CompositeSchedule::scheduleStart),
                schedule.map(GetCompositeSchedule::schedule));
    }

    static GetCompositeScheduleResponse neutral(Conf conf, GetCompositeScheduleRequest asked, Side side) {
        return new GetCompositeScheduleResponse(
                conf.status(),
                Optional.empty(),
                conf.chargingSchedule().map(schedule -> composite(conf, schedule, asked, side)));
    }

    private static Schedule schedule(CompositeSchedule composite) {
        return new Schedule(
                Optional.of(composite.duration()),
                Optional.of(composite.scheduleStart()),
                composite.chargingRateUnit(),
                Schedule.periods(composite.chargingSchedulePeriod()),
                Optional.empty());
    }

    private static CompositeSchedule composite(
            Conf conf, Schedule schedule, GetCompositeScheduleRequest asked, Side side) {
        return new CompositeSchedule(
                schedule.neutralPeriods(),
                asked.evseId(),
                schedule.duration().orElse(asked.duration()),
                conf.scheduleStart().or(schedule::startSchedule).orElseGet(side::now),
                schedule.chargingRateUnit());
    }
}
