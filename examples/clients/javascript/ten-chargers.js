// Creates ten chargers, charges at one of them while its events are read, and cleans up.
//
//     node ten-chargers.js [URL [TOKEN]]
//
// A key, if one is needed, is taken from ROAMLAB_API_KEY. TOKEN is a card that the central system knows.

import { Roamlab } from "./roamlab.js";

const token = process.argv[3] ?? "ROAMLAB";
const FLEET = "javascript-example";

const lab = new Roamlab(process.argv[2] ?? "http://127.0.0.1:8090", { key: process.env.ROAMLAB_API_KEY });
const { events: before } = await lab.figures();
const stop = new AbortController();
await lab.createFleet(FLEET, 10, { idPattern: "JS-##", type: "post-22-twin" });
try {
  const events = lab.events({ since: before, group: FLEET, signal: stop.signal });
  await until(events, "Accepted", 10);
  const ids = [];
  for await (const charger of lab.chargers({ group: FLEET })) ids.push(charger.chargePointId);
  console.log("ten chargers are accepted:", ids.join(", "));

  await lab.do("JS-01", "plug-in", { connector: 1, stateOfCharge: 30 });
  await lab.do("JS-01", "start", { connector: 1, idToken: token });
  const begun = await until(events, "TransactionStarted");
  console.log("JS-01 charges: transaction", begun.transactionId);

  const read = await until(events, "MeterValues");
  console.log(`its meter: ${(read.powerW / 1000).toFixed(1)} kW, the car at ${read.stateOfCharge} %`);

  await lab.do("JS-01", "stop", { connector: 1 });
  const ended = await until(events, "TransactionEnded");
  console.log("JS-01 has delivered", ended.energyWh, "Wh");
  await lab.do("JS-01", "unplug", { connector: 1 });
} finally {
  stop.abort();
  await lab.removeFleet(FLEET);
}
console.log("done, and nothing is left behind");

/** Reads on until an event has come so often. */
async function until(events, wanted, times = 1) {
  for (;;) {
    const { value: event, done } = await events.next();
    if (done) throw new Error("the events have ended before " + wanted);
    if (event.type === wanted && --times === 0) return event;
  }
}
