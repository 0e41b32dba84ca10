// What both ends of the tests share: one JSON object per line, in and out.
'use strict';

const readline = require('readline');

function say(line) {
    process.stdout.write(JSON.stringify(line) + '\n');
}

/** Hands each line of the test to a function; its outcome goes back under the same reference. */
function obey(act) {
    readline.createInterface({ input: process.stdin }).on('line', async (text) => {
        const line = JSON.parse(text);
        try {
            say({ ref: line.ref, result: await act(line) });
        } catch (error) {
            say({ ref: line.ref, error: error.rpcErrorCode || error.code || error.name, message: String(error.message) });
        }
    }).on('close', () => process.exit(0));
}

/** Everything that a strict validator minds, whichever side said it. */
function watch(client) {
    client.on('strictValidationFailure', ({ error, method, params, result, outbound, isCall }) =>
        say({
            event: 'violation',
            method,
            outbound,
            isCall,
            payload: isCall ? params : result,
            message: `${error.message} ${JSON.stringify(error.details || {})}`,
        }));
    client.on('badMessage', ({ error, response }) =>
        say({ event: 'violation', method: 'badMessage', message: String(error && error.message), payload: response }));
}

module.exports = { say, obey, watch };
