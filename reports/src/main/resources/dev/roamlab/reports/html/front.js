// The front page: what was looked at, how it ended, and the totals. Every number is a way into the results.

function headline() {
  const of = status => run.summary[status] ?? 0;
  const failed = of("failed") - (run.expected_failures ?? 0);
  const unsure = of("error") + of("broken");
  const noun = isConformance ? "requirement" : "scenario";
  const trouble = isConformance ? "could not be judged" : "could not be played";
  if (failed && unsure) return ["failed", `${count(failed, noun)} failed, ${unsure} ${trouble}`];
  if (failed) return ["failed", `${count(failed, noun)} failed`];
  if (unsure) return ["error", `${count(unsure, noun)} ${trouble}`];
  if (of("warned")) return ["warned", `No failures, ${count(of("warned"), "warning")}`];
  if (!of("passed")) return ["inconclusive", "Nothing could be judged"];
  return ["passed", isConformance ? "No findings" : `All ${count(run.results.length, noun)} passed`];
}

function remarks() {
  const known = run.expected_failures ?? 0;
  return [
    known > 0 && `${count(known, "known failure")} of the baseline ${known === 1 ? "is" : "are"} no finding.`,
    isConformance && (run.summary.not_exercised
        ? `${count(run.summary.not_exercised, "requirement")} not exercised: no check is written.`
        : "Every requirement is exercised or accounted for: 0 not exercised."),
  ].filter(Boolean);
}

function drawHeader() {
  const [tone, words] = headline();
  const {role, versions, url} = run.subject;
  const fact = (term, value) => value && el("div", {}, el("dt", {}, term), el("dd", {}, value));
  fill(byId("top"), {}, [
    el("p.eyebrow", {}, isConformance ? "Roamlab · conformance report" : "Roamlab · scenario report"),
    el("h1", {}, run.title),
    el("p.headline." + tone, {}, el("span", {"aria-hidden": "true"}, WORDS[tone][0]), " ", words),
    remarks().map(remark => el("p.remark", {}, remark)),
    el("dl.facts", {},
        fact("Subject", role === "lab" ? "lab: all systems are ours" : partyName(role)),
        fact("Address", url && el("code", {}, url)),
        fact("OCPI", versions.join(", ")),
        fact("Started", clock(run.started_at)),
        fact("Suite version", run.suite_version),
        fact("Seed", String(run.seed)),
        fact("Exchanges", index.length.toLocaleString("en"))),
    run.notes && el("ul.notes", {}, run.notes.map(note => el("li", {}, note))),
  ]);
}

function drawSections() {
  const links = [["summary", "Summary"], ["results", isConformance ? "Results" : "Scenarios"],
    ["charges", "Charges"], ["sequence", "Sequence"]];
  byId("sections").append(el("ul", {}, links
      .filter(([id]) => byId(id).childElementCount)
      .map(([id, title]) => el("li", {}, el("a", {href: "#" + id}, title)))));
}

/** Rows by a trait of the results, columns by verdict; a number leads to the results behind it. */
function matrix(caption, trait) {
  const rows = groupBy(run.results, result => result[trait]);
  if (!distinct(trait).length || (rows.size < 2 && trait === "version")) return undefined;
  const all = totals(run.results);
  const columns = STATUSES.filter(status => all[status] > 0 || status === "not_exercised");
  const cell = (row, status, number) => el(number ? "td." + status : "td.none", {},
      number ? el("button", {type: "button", onclick: () => showOnly({[trait]: row, statuses: [status]}),
        "aria-label": `${number} ${WORDS[status][1]}${row ? ", " + row : ""}`}, String(number)) : "0");
  const line = (row, results) => {
    const counts = totals(results);
    return [columns.map(status => cell(row, status, counts[status])), el("td.sum", {}, String(results.length))];
  };
  return el("div.scroll", {tabindex: "0", role: "region", "aria-label": caption},
      el("table.matrix", {}, el("caption", {}, caption),
          el("thead", {}, el("tr", {}, el("th", {scope: "col"}, trait),
              columns.map(status => el("th", {scope: "col", title: WORDS[status][2]}, WORDS[status][1])), el("th", {scope: "col"}, "all"))),
          el("tbody", {}, [...rows].map(([row, results]) =>
              el("tr", {}, el("th", {scope: "row"}, row), line(row, results)))),
          rows.size > 1 && el("tfoot", {}, el("tr", {}, el("th", {scope: "row"}, "all"), line("", run.results)))));
}

/** A row per scenario, a column per version; each cell leads to what happened there. */
function scenarioTable() {
  const versions = distinct("version");
  const cell = result => el("td", {}, result && [
    el("a", {href: "#" + encodeURIComponent(result.key), "aria-label": `${result.title}, OCPI ${result.version}: ${result.verdict}`}, pill(result.status)),
    el("span.amount", {}, ` ${count(result.steps.length, "step")}, ${count(result.ids.length, "exchange")}`)]);
  return el("div.scroll", {tabindex: "0", role: "region", "aria-label": "Scenarios by version"},
      el("table.matrix.stories", {},
          el("thead", {}, el("tr", {}, el("th", {scope: "col"}, "scenario"),
              versions.map(version => el("th", {scope: "col"}, `OCPI ${version}`)))),
          el("tbody", {}, [...groupBy(run.results, result => result.title)].map(([title, results]) => el("tr", {},
              el("th", {scope: "row"}, title),
              versions.map(version => cell(results.find(result => result.version === version))))))));
}

function drawSummary() {
  fill(byId("summary"), {}, [
    el("h2", {id: "summary-title"}, "Summary"),
    isConformance
        ? [matrix("By module", "module"), el("div.pair", {}, matrix("By layer", "layer"), matrix("By version", "version"))]
        : scenarioTable(),
    inputs(),
  ]);
}

function inputs() {
  return run.inputs && run.inputs.map(input => el("details.input", {},
      el("summary", {}, el("code", {}, input.file), `: ${input.taken} ${input.objects} taken, ${input.refused} refused`),
      input.refusals.length > 0 && el("div.scroll", {}, el("table.refusals", {},
          el("thead", {}, el("tr", {}, ["Line", "Pointer", "Rule", "Value"].map(title => el("th", {scope: "col"}, title)))),
          el("tbody", {}, input.refusals.slice(0, 200).map(refusal => el("tr", {},
              el("td", {}, `${refusal.line}:${refusal.column}`), el("td", {}, el("code", {}, refusal.pointer)),
              el("td", {}, refusal.rule), el("td", {}, el("code", {}, refusal.value)))))))));
}
