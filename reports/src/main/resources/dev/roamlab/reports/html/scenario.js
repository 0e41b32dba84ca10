// What a scenario's line opens to: its steps as the story tells them, what they expected, what crossed the wire.

function scenarioView(result) {
  return [
    result.message && el("p.message", {}, result.message),
    el("ol.steps", {}, result.steps.map(stepView)),
  ];
}

function stepView(step) {
  const ids = known(step.exchanges);
  return el("li.step." + step.verdict, {value: step.step},
      el("p.sentence", {}, step.sentence, " ", step.verdict !== "passed" && pill(step.verdict)),
      step.message && el("p.message", {}, step.message),
      step.expectations.length > 0 && el("ul.expectations", {}, step.expectations.map(expectationView)),
      ids.length > 0 && lazy("details.wire", {}, el("summary", {}, count(ids.length, "exchange")),
          () => capped(ids, 50, id => exchangeLine(id), "exchange")));
}

function expectationView(expectation) {
  return el(expectation.met ? "li.met" : "li.unmet", {},
      el("span.sign", {"aria-hidden": "true"}, expectation.met ? "✓" : "✗"), " ",
      el("span.hidden", {}, expectation.met ? "Met: " : "Not met: "), expectation.expectation,
      !expectation.met && el("dl.compare", {},
          el("div.expected", {}, el("dt", {}, "Expected"), el("dd", {}, expectation.expected)),
          el("div.actual", {}, el("dt", {}, "Actual"), el("dd", {}, expectation.actual))));
}
