/** A real browser for tests of pages: Chromium without a window, spoken to in its DevTools protocol. */
@org.jspecify.annotations.NullMarked
package dev.roamlab.testkit.browser;
