package dev.roamlab.cli.options;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class InputFileTest {

    @Test
    void a_pipe_is_read_although_it_has_no_position() {
        InputStream pipe = new FilterInputStream(new ByteArrayInputStream("{}".getBytes(StandardCharsets.UTF_8))) {
            @Override
            public byte[] readAllBytes() throws IOException {
                throw new IOException("Illegal seek");
            }
        };

        assertThat(new InputFile(Optional.empty()).text(pipe)).isEqualTo("{}");
    }
}
