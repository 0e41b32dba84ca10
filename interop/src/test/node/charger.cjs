// A charger with a strict validator. Usage: node charger.cjs PROTOCOL URL IDENTITY
'use strict';

const { RPCClient } = require('ocpp-rpc');
const { say, obey, watch } = require('./lines.cjs');

const [protocol, endpoint, identity] = process.argv.slice(2);
const client = new RPCClient({ endpoint, identity, protocols: [protocol], strictMode: true, reconnect: false });
const answers = new Map();

watch(client);
client.handle(({ method, params }) => {
    say({ event: 'call', method, params });
    return answers.get(method);
});

obey(async ({ call, params, answer }) => {
    if (answer) {
        answers.set(answer, params);
        return {};
    }
    return client.call(call, params, { callTimeoutMs: 15_000 });
});

client.connect().then(() => say({ event: 'connected', protocol: client.protocol }));
