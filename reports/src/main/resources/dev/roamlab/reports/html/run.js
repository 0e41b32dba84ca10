// The run as it lies in the page: results at once, exchanges one by one when they are looked at.

const data = name => byId("data-" + name).textContent;
const run = JSON.parse(data("run"));
const charges = JSON.parse(data("charges"));
const isConformance = run.kind === "conformance";

const index = JSON.parse(data("index")).map(
    ([id, protocol, operation, from, to, answer, time, millis, failed]) =>
        ({id, protocol, operation, from, to, answer, time, millis, failed}));
const places = new Map(index.map((entry, place) => [entry.id, place]));
const traceLines = data("trace").trim().split("\n");

const entryOf = id => index[places.get(id)];
const exchangeOf = id => JSON.parse(traceLines[places.get(id)]);
const known = ids => ids.filter(id => places.has(id));

const WORDS = {
  failed: ["✗", "failed", "The system did wrong"],
  broken: ["⚠", "broken", "The scenario could not be played; no verdict on the system"],
  error: ["⚠", "error", "Our mistake, or the network's; no verdict on the system"],
  warned: ["!", "warned", "A SHOULD was not kept, or a deviation that is tolerated"],
  known: ["≈", "known failure", "Failed as the baseline says; no finding"],
  passed: ["✓", "passed", "As it should be"],
  inconclusive: ["?", "inconclusive", "The system could not be driven there, or its data did not show it"],
  skipped: ["↷", "skipped", "Not tried, because something before it failed"],
  not_applicable: ["–", "not applicable", "The module or role is not offered"],
  not_exercised: ["○", "not exercised", "No check is written"],
  not_observable: ["◌", "not observable", "Cannot be seen from outside"],
};
const ATTENTION = ["failed", "broken", "error", "warned"];

/** How a result counts: a failure that the baseline announced stands apart. */
const statusOf = result => (result.verdict === "failed" && result.expected_failure ? "known" : result.verdict);

const STATUSES = Object.keys(WORDS).filter(status =>
    status in run.summary || (status === "known" && run.expected_failures > 0));

run.results.forEach(result => {
  result.status = statusOf(result);
  result.name = isConformance ? result.requirement : result.scenario;
  result.key = `${result.name}@${result.version}`;
  result.ids = isConformance
      ? known([...new Set([...result.deviations.flatMap(of => of.exchange ?? []), ...result.exchanges])])
      : known(result.steps.flatMap(step => step.exchanges));
});

function totals(results) {
  const counts = Object.fromEntries(STATUSES.map(status => [status, 0]));
  results.forEach(result => counts[result.status]++);
  return counts;
}

function groupBy(items, keyOf) {
  const groups = new Map();
  for (const item of items) {
    const key = keyOf(item);
    if (!groups.has(key)) groups.set(key, []);
    groups.get(key).push(item);
  }
  return groups;
}

const distinct = trait => [...new Set(run.results.map(result => result[trait]).filter(Boolean))];

function pill(status) {
  const [sign, words, meaning] = WORDS[status];
  return el("span.pill." + status, {title: meaning}, el("span", {"aria-hidden": "true"}, sign), " " + words);
}

const partyName = party =>
    ({cpo: "CPO", emsp: "eMSP", lab: "lab"})[party] ?? party.replace(/^station:/, "");
