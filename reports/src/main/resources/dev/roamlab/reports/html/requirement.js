// What a requirement's line opens to: the rule, what was found, how to see it again.

function requirementView(result) {
  const {text, deviations, notes} = result;
  const shownAlready = new Set(deviations.map(of => of.exchange));
  const others = result.ids.filter(id => !shownAlready.has(id));
  return [
    result.message && el("p.message", {}, result.message),
    result.status === "known" && el("p.notice", {}, "The baseline lists this failure: it is no finding."),
    text && ruleView(result, text),
    text?.readings.length > 0 && readingsView(result, text.readings),
    deviations.map((deviation, at) => deviationView(deviation, at, deviations.length)),
    notes.length > 0 && el("div", {}, el("h4", {}, "Notes"), el("ul.notes", {}, notes.map(note => el("li", {}, note)))),
    others.length > 0 && el("div", {}, el("h4", {}, deviations.length ? "Other exchanges" : "Exchanges"),
        capped(others, 20, id => exchangeLine(id), "exchange")),
    checkLine(result),
  ];
}

function ruleView(result, text) {
  return el("div.rule", {},
      el("h4", {}, "What is required"),
      el("p", {}, text.statement),
      text.why && [el("h4", {}, "Why it matters"), el("p", {}, text.why)],
      el("dl.facts", {},
          [["Section", el("code", {}, text.section)], ["Obliged", text.obliged], ["Interface", text.interface],
            ["Seen", {wire: "on the wire", driven: "when the system's operator acts", none: "not from outside"}[text.testable] ?? text.testable],
            ["Layer", result.layer], ["Level", result.level], ["OCPI", result.version]]
              .map(([term, value]) => el("div", {}, el("dt", {}, term), el("dd", {}, value)))));
}

function readingsView(result, readings) {
  return el("div.readings", {},
      el("h4", {}, "The text can be read in two ways"),
      result.watchlist && el("p", {}, "A deviation here is a warning, never a failure."),
      el("ol", {}, readings.map(reading => el("li", {}, reading))));
}

function deviationView(deviation, at, of) {
  return el("div.deviation", {},
      of > 1 && el("h4", {}, `Deviation ${at + 1} of ${of}`),
      el("dl.compare", {},
          el("div.expected", {}, el("dt", {}, "Expected"), el("dd", {}, deviation.expected)),
          el("div.actual", {}, el("dt", {}, "Actual"), el("dd", {}, deviation.actual))),
      deviation.exchange !== undefined && (places.has(deviation.exchange)
          ? exchangeView(deviation.exchange, deviation.highlights)
          : el("p.empty", {}, `Exchange #${deviation.exchange} is not in this report; see trace.jsonl.`)),
      deviation.curl && curlView(deviation.curl));
}

function curlView(command) {
  const button = el("button.copy", {type: "button", onclick: () => copy(command, button)}, "Copy");
  return el("div.curl", {}, el("h5", {}, "Repeat the call"), button, el("pre", {tabindex: "0"}, command));
}

function checkLine(result) {
  return el("p.check", {}, result.check ? ["Judged by ", el("code", {}, result.check)] : "No check judged this.",
      result.seconds ? ` · ${result.seconds} s` : "");
}
