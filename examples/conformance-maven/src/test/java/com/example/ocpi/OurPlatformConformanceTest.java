package com.example.ocpi;

import dev.roamlab.conformance.junit.ConformanceOf;

/** Each requirement is a test. Leave {@code only} out to examine all of them. */
@ConformanceOf(
        value = "sut.yaml",
        only = {"VER", "TRN-0"},
        report = "target/conformance")
class OurPlatformConformanceTest {}
