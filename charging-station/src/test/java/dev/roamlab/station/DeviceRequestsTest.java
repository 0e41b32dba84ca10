package dev.roamlab.station;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.roamlab.ocpp.messages.BootNotificationRequest;
import dev.roamlab.ocpp.messages.ConnectorStatus;
import dev.roamlab.ocpp.messages.DataTransferRequest;
import dev.roamlab.ocpp.messages.DataTransferResponse;
import dev.roamlab.ocpp.messages.DataTransferStatus;
import dev.roamlab.ocpp.messages.IdToken;
import dev.roamlab.ocpp.messages.MessageContent;
import dev.roamlab.ocpp.messages.MessageFormat;
import dev.roamlab.ocpp.messages.ResetRequest;
import dev.roamlab.ocpp.messages.ResetResponse;
import dev.roamlab.ocpp.messages.ResetStatus;
import dev.roamlab.ocpp.messages.ResetType;
import dev.roamlab.ocpp.messages.display.ClearDisplayMessageRequest;
import dev.roamlab.ocpp.messages.display.DisplayMessageStatus;
import dev.roamlab.ocpp.messages.display.GetDisplayMessagesRequest;
import dev.roamlab.ocpp.messages.display.MessageInfo;
import dev.roamlab.ocpp.messages.display.MessagePriority;
import dev.roamlab.ocpp.messages.display.NotifyDisplayMessagesRequest;
import dev.roamlab.ocpp.messages.display.SetDisplayMessageRequest;
import dev.roamlab.ocpp.messages.display.SetDisplayMessageResponse;
import dev.roamlab.ocpp.messages.firmware.PublishFirmwareRequest;
import dev.roamlab.ocpp.messages.monitoring.CustomerInformationRequest;
import dev.roamlab.ocpp.messages.monitoring.CustomerInformationResponse;
import dev.roamlab.ocpp.messages.monitoring.CustomerInformationStatus;
import dev.roamlab.ocpp.messages.monitoring.NotifyCustomerInformationRequest;
import dev.roamlab.ocpp.rpc.OcppCallException;
import dev.roamlab.station.physics.Cars;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DeviceRequestsTest {
    private static final IdToken ANNA = IdToken.of("ANNA");
    private final StationRig rig = StationRig.booted("dc-300kw", Idiom.V2_0_1);

    @Test
    void a_message_is_shown_listed_and_taken_down() {
        assertThat(show(message(1, MessagePriority.NORMAL_CYCLE, MessageFormat.UTF8, Optional.empty())))
                .isEqualTo(DisplayMessageStatus.ACCEPTED);
        assertThat(show(message(2, MessagePriority.ALWAYS_FRONT, MessageFormat.UTF8, Optional.empty())))
                .isEqualTo(DisplayMessageStatus.ACCEPTED);
        assertThat(show(message(3, MessagePriority.ALWAYS_FRONT, MessageFormat.UTF8, Optional.empty())))
                .isEqualTo(DisplayMessageStatus.ACCEPTED);

        rig.ask(new GetDisplayMessagesRequest(List.of(), 4, Optional.empty(), Optional.empty()));
        assertThat(rig.sent(NotifyDisplayMessagesRequest.class).get(0).messageInfo())
                .extracting(MessageInfo::id)
                .containsExactly(1, 3);

        rig.ask(new ClearDisplayMessageRequest(1));
        rig.ask(new ClearDisplayMessageRequest(3));
        assertThat(rig.state.device().display()).isEmpty();
    }

    @Test
    void a_message_that_cannot_be_shown_is_refused_for_its_reason() {
        assertThat(show(message(1, MessagePriority.IN_FRONT, MessageFormat.HTML, Optional.empty())))
                .isEqualTo(DisplayMessageStatus.NOT_SUPPORTED_MESSAGE_FORMAT);
        assertThat(show(message(1, MessagePriority.IN_FRONT, MessageFormat.UTF8, Optional.of("nosuch"))))
                .isEqualTo(DisplayMessageStatus.UNKNOWN_TRANSACTION);
        StationRig blind = StationRig.booted("lamp-3.7", Idiom.V2_0_1);
        var answer = (SetDisplayMessageResponse) blind.ask(new SetDisplayMessageRequest(
                message(1, MessagePriority.IN_FRONT, MessageFormat.UTF8, Optional.empty())));
        assertThat(answer.statusInfo().orElseThrow().additionalInfo()).contains("this model has no display");
    }

    @Test
    void a_message_goes_with_its_transaction_and_with_its_time() {
        charge();
        show(message(1, MessagePriority.IN_FRONT, MessageFormat.UTF8, Optional.of(rig.transactionId(1))));
        rig.ask(new SetDisplayMessageRequest(new MessageInfo(
                Optional.empty(),
                2,
                MessagePriority.NORMAL_CYCLE,
                Optional.empty(),
                Optional.empty(),
                Optional.of(rig.now.plusSeconds(60)),
                Optional.empty(),
                new MessageContent(MessageFormat.UTF8, Optional.empty(), "soon gone"))));
        assertThat(rig.state.device().display()).hasSize(2);

        rig.happen(new StationEvent.Unplugged(1));
        assertThat(rig.state.device().display()).extracting(MessageInfo::id).containsExactly(2);
        rig.pass(Duration.ofSeconds(61));
        assertThat(rig.state.device().display()).isEmpty();
    }

    @Test
    void a_reset_when_idle_waits_for_the_last_car_and_lets_nobody_in() {
        charge();

        assertThat(reset(ResetType.ON_IDLE, Optional.empty())).isEqualTo(ResetStatus.SCHEDULED);
        assertThat(rig.heard()).contains("2.1 UNAVAILABLE");
        rig.sent(BootNotificationRequest.class);
        rig.happen(new StationEvent.Unplugged(1));
        rig.pass(Duration.ofSeconds(30));

        assertThat(rig.sent(BootNotificationRequest.class))
                .extracting(boot -> boot.reason().name())
                .containsExactly("SCHEDULED_RESET");
    }

    @Test
    void one_evse_can_be_reset_while_the_other_charges() {
        charge();

        assertThat(reset(ResetType.IMMEDIATE, Optional.of(2))).isEqualTo(ResetStatus.ACCEPTED);
        assertThat(rig.state.connectors().get(0).transaction()).isPresent();
        assertThat(reset(ResetType.ON_IDLE, Optional.of(1))).isEqualTo(ResetStatus.SCHEDULED);
        assertThat(reset(ResetType.IMMEDIATE, Optional.of(9))).isEqualTo(ResetStatus.REJECTED);
        assertThat(reset(ResetType.IMMEDIATE, Optional.of(1))).isEqualTo(ResetStatus.ACCEPTED);
        assertThat(rig.heard()).contains("1.1 ENDED IMMEDIATE_RESET");
        assertThat(rig.state.restart()).isEmpty();
        assertThat(Statuses.of(rig.state, rig.state.connectors().get(1)).status())
                .isEqualTo(ConnectorStatus.AVAILABLE);
    }

    @Test
    void a_vendors_message_is_known_by_vendor_and_name() {
        assertThat(transfer("Somebody", "Echo")).isEqualTo(DataTransferStatus.UNKNOWN_VENDOR_ID);
        assertThat(transfer("Voltmark", "Colour")).isEqualTo(DataTransferStatus.UNKNOWN_MESSAGE_ID);
        var echo = (DataTransferResponse)
                rig.ask(new DataTransferRequest("Voltmark", Optional.of("Echo"), Optional.of("hello")));
        assertThat(echo.data()).contains("hello");
    }

    @Test
    void what_the_station_knows_of_a_customer_is_told_and_forgotten() {
        charge();

        assertThat(customer(Optional.of(ANNA), true, true)).isEqualTo(CustomerInformationStatus.ACCEPTED);
        assertThat(rig.sent(NotifyCustomerInformationRequest.class).get(0).data())
                .contains("authorization cache: ANNA", "transaction: ");
        assertThat(rig.state.tokens().known()).isEmpty();
        assertThat(customer(Optional.empty(), true, false)).isEqualTo(CustomerInformationStatus.INVALID);
        assertThat(customer(Optional.of(ANNA), false, false)).isEqualTo(CustomerInformationStatus.REJECTED);
    }

    @Test
    void publishing_firmware_is_for_local_controllers() {
        assertThatThrownBy(() ->
                        rig.ask(new PublishFirmwareRequest("http://x/y", Optional.empty(), "0", 1, Optional.empty())))
                .isInstanceOf(OcppCallException.class)
                .hasMessageContaining("NOT_SUPPORTED");
    }

    private void charge() {
        rig.happen(new StationEvent.PluggedIn(1, Cars.named("finch-52").at(20)));
        rig.happen(new StationEvent.TokenPresented(Optional.of(1), ANNA));
    }

    private DisplayMessageStatus show(MessageInfo message) {
        return ((SetDisplayMessageResponse) rig.ask(new SetDisplayMessageRequest(message))).status();
    }

    private ResetStatus reset(ResetType type, Optional<Integer> evse) {
        return ((ResetResponse) rig.ask(new ResetRequest(type, evse))).status();
    }

    private DataTransferStatus transfer(String vendor, String message) {
        return ((DataTransferResponse) rig.ask(new DataTransferRequest(vendor, Optional.of(message), Optional.empty())))
                .status();
    }

    private CustomerInformationStatus customer(Optional<IdToken> token, boolean report, boolean clear) {
        return ((CustomerInformationResponse) rig.ask(
                        new CustomerInformationRequest(Optional.empty(), token, 3, report, clear, Optional.empty())))
                .status();
    }

    private static MessageInfo message(
            int id, MessagePriority priority, MessageFormat format, Optional<String> transaction) {
        return new MessageInfo(
                Optional.empty(),
                id,
                priority,
                Optional.empty(),
                Optional.<Instant>empty(),
                Optional.empty(),
                transaction,
                new MessageContent(format, Optional.empty(), "hello"));
    }
}
