package dev.roamlab.ocpp.intercept;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.roamlab.ocpp.link.FrameTap.Way;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuleReaderTest {
    private static JsonNode json(String singleQuoted) throws Exception {
        return new ObjectMapper().readTree(singleQuoted.replace('\'', '"'));
    }

    @Test
    void a_rule_says_what_it_is_about_and_what_to_do() throws Exception {
        InterceptRule rule = RuleReader.rule(
                json("{'id':'slow','station':'CP-*','way':'to-csms','kind':['call','error'],'action':'Meter*',"
                        + "'percent':50,'times':3,'delayMs':{'from':100,'to':2000}}"),
                "$");

        assertThat(rule.way()).contains(Way.TO_CSMS);
        assertThat(rule.kinds()).containsExactly(FrameKind.CALL, FrameKind.ERROR);
        assertThat(rule.percent()).isEqualTo(50);
        assertThat(rule.times()).isEqualTo(OptionalInt.of(3));
        assertThat(rule.treatment()).isEqualTo(new Treatment.Delay(Duration.ofMillis(100), Duration.ofSeconds(2)));
        assertThat(rule.fits("CP-7", Way.TO_CSMS, FrameKind.CALL, "MeterValues"))
                .isTrue();
        assertThat(rule.fits("XX-7", Way.TO_CSMS, FrameKind.CALL, "MeterValues"))
                .isFalse();
        assertThat(rule.fits("CP-7", Way.TO_STATION, FrameKind.CALL, "MeterValues"))
                .isFalse();
        assertThat(rule.fits("CP-7", Way.TO_CSMS, FrameKind.RESULT, "MeterValues"))
                .isFalse();
        assertThat(rule.fits("CP-7", Way.TO_CSMS, FrameKind.CALL, "Heartbeat")).isFalse();
    }

    @Test
    void edits_set_and_remove_members() throws Exception {
        InterceptRule rule = RuleReader.rule(
                json("{'id':'e','edit':[{'at':'/a/0','to':7},{'at':'/b','remove':true},{'at':'/none/x','to':1}]}"),
                "$");

        String edited = Edits.apply(
                json("[2,'1','A',{'a':[1,2],'b':true}]").toString(), ((Treatment.Edit) rule.treatment()).changes());

        assertThat(edited).isEqualTo("[2,\"1\",\"A\",{\"a\":[7,2]}]");
        assertThat(Edits.apply("no frame", List.of())).isEqualTo("no frame");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{'drop':true} | $.id: missing, required",
                "{'id':'a'} | exactly one of",
                "{'id':'a','drop':true,'hold':true} | exactly one of",
                "{'id':'a','drop':false} | $.drop: false, must be true",
                "{'id':'a','drop':true,'wey':'to-csms'} | $.wey: no such field",
                "{'id':'a','drop':true,'way':'up'} | $.way: 'up', must be one of to-csms, to-station",
                "{'id':'a','drop':true,'kind':'frame'} | $.kind: 'frame', must be one of call",
                "{'id':'a','drop':true,'percent':0} | $.percent: 0.0, must be above 0",
                "{'id':'a','drop':true,'times':0} | $.times: 0, must be at least 1",
                "{'id':'a','delayMs':-1} | $.delayMs: -1, must be a whole number",
                "{'id':'a','delayMs':{'from':5,'to':1}} | $.delayMs: 5 to 1",
                "{'id':'a','duplicate':0} | $.duplicate: 0, must be 1 to 100",
                "{'id':'a','edit':[]} | $.edit: no change",
                "{'id':'a','edit':[{'at':'idTag','to':1}]} | $.edit[0].at: \"idTag\", must be a JSON pointer",
                "{'id':'a','edit':[{'at':'/a'}]} | $.edit[0]: must have either",
                "{'id':7,'drop':true} | $.id: 7, must be a text",
                "[] | $: [], must be an object",
            })
    void mistakes_are_named(String rule, String complaint) {
        assertThatThrownBy(() -> RuleReader.rule(json(rule), "$"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(complaint);
    }

    @ParameterizedTest
    @CsvSource({
        "*,anything,true",
        "CP-*,cp-1,true",
        "*-1,CP-1,true",
        "C*-*1,CP-X-11,true",
        "CP-?,CP-1,false",
        "CP-1,CP-12,false"
    })
    void stars_stand_for_anything(String pattern, String text, boolean matches) {
        assertThat(InterceptRule.matches(pattern, text)).isEqualTo(matches);
    }
}
