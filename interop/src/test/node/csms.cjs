// A central system with a strict validator. Usage: node csms.cjs PROTOCOL
'use strict';

const { RPCServer } = require('ocpp-rpc');
const { say, obey, watch } = require('./lines.cjs');

const protocol = process.argv[2];
const server = new RPCServer({ protocols: [protocol], strictMode: true, pingIntervalMs: 0 });
const overrides = new Map();
let station;
let transactions = 0;

const now = () => new Date().toISOString();
const nothing = () => ({});
const accepted = () => ({ status: 'Accepted' });

const answers = {
    'ocpp1.6': {
        Authorize: () => ({ idTagInfo: { status: 'Accepted' } }),
        BootNotification: () => ({ status: 'Accepted', currentTime: now(), interval: 300 }),
        DataTransfer: accepted,
        Heartbeat: () => ({ currentTime: now() }),
        SignCertificate: accepted,
        StartTransaction: () => ({ idTagInfo: { status: 'Accepted' }, transactionId: ++transactions }),
        StopTransaction: () => ({ idTagInfo: { status: 'Accepted' } }),
    },
    'ocpp2.0.1': {
        Authorize: () => ({ idTokenInfo: { status: 'Accepted' } }),
        BootNotification: () => ({ status: 'Accepted', currentTime: now(), interval: 300 }),
        DataTransfer: accepted,
        Get15118EVCertificate: () => ({ status: 'Accepted', exiResponse: 'AA==' }),
        GetCertificateStatus: accepted,
        Heartbeat: () => ({ currentTime: now() }),
        NotifyEVChargingNeeds: accepted,
        NotifyEVChargingSchedule: accepted,
        SignCertificate: accepted,
        TransactionEvent: (event) => (event.idToken ? { idTokenInfo: { status: 'Accepted' } } : {}),
    },
}[protocol];

server.on('client', (client) => {
    station = client;
    watch(client);
    client.on('close', ({ code, reason }) => say({ event: 'closed', code, reason: String(reason) }));
    client.handle(({ method, params }) => {
        say({ event: 'call', method, params });
        const override = overrides.get(method);
        return override ? override : (answers[method] || nothing)(params);
    });
    say({ event: 'connected', id: client.identity, protocol: client.protocol });
});

obey(async ({ call, params, answer }) => {
    if (answer) {
        overrides.set(answer, params);
        return {};
    }
    return station.call(call, params, { callTimeoutMs: 15_000 });
});

server.listen(0, '127.0.0.1').then((http) => say({ event: 'listening', port: http.address().port }));
