package dev.roamlab.cli.shell;

/** A command that tells a story: {@code --verbose} makes the story longer, and log lines would only interrupt it. */
public interface Narrates {}
