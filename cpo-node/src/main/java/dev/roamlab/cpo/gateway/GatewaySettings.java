package dev.roamlab.cpo.gateway;

/**
 * What a gateway is told once, at its start.
 *
 * @param name tells it from the other gateways of the same core
 * @param host interface to listen on
 * @param port 0 takes any free port
 */
public record GatewaySettings(String name, String host, int port) {}
