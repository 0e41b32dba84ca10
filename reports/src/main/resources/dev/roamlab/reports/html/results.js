// The results, with their filter. All lines are there from the start; what they open to is made when they are opened.

const TRAITS = [["module", "Module"], ["layer", "Layer"], ["level", "Level"], ["version", "Version"]];
const filter = {statuses: new Set(), words: [], module: "", layer: "", level: "", version: ""};
const shelf = [];

function drawResults() {
  const attention = run.results.some(result => ATTENTION.includes(result.status));
  fill(byId("results"), {}, [
    el("h2", {id: "results-title"}, isConformance ? "Results" : "Scenarios"),
    el("form.filter", {role: "search", "aria-label": "Filter the results", onsubmit: event => event.preventDefault()},
        el("div.chips", {role: "group", "aria-label": "Verdict"}, STATUSES.map(chip)),
        el("div.fields", {}, searchField(), TRAITS.map(([trait, title]) => choice(trait, title)),
            el("button.clear", {type: "button", onclick: () => showOnly({})}, "Show all"))),
    el("p.shown", {id: "shown", role: "status"}),
    el("div.list", {id: "list"}, resultGroups()),
    el("p.nothing", {id: "nothing", hidden: true}, "No result fits this filter. ",
        el("button", {type: "button", onclick: () => showOnly({})}, "Show all")),
  ]);
  showOnly(attention && run.results.length > 40 ? {statuses: ATTENTION, quiet: true} : {quiet: true});
}

function chip(status) {
  const number = totals(run.results)[status];
  return el("button.chip." + status, {type: "button", "data-status": status, "aria-pressed": "false", disabled: number === 0,
    title: WORDS[status][2], onclick: () => {
      if (!filter.statuses.delete(status)) filter.statuses.add(status);
      apply();
    }},
      el("span.amount", {}, number.toLocaleString("en")), el("span.word", {}, WORDS[status][1]));
}

function searchField() {
  return el("label.search", {}, el("span", {}, "Search"),
      el("input", {type: "search", id: "search", autocomplete: "off", spellcheck: "false",
        placeholder: isConformance ? "id, words, section, field…" : "words of a step…",
        oninput: event => {
          filter.words = event.target.value.toLowerCase().split(/\s+/).filter(Boolean);
          apply();
        }}));
}

function choice(trait, title) {
  const values = distinct(trait);
  if (values.length < 2) return undefined;
  return el("label", {}, el("span", {}, title),
      el("select", {"data-trait": trait, onchange: event => {
        filter[trait] = event.target.value;
        apply();
      }}, el("option", {value: ""}, "all"), values.map(value => el("option", {value}, value))));
}

/** Sets the whole filter at once and, unless quiet, goes to the results. */
function showOnly({statuses = [], quiet = false, ...traits}) {
  filter.statuses = new Set(statuses);
  filter.words = [];
  byId("search").value = "";
  for (const trait of ["module", "layer", "level", "version"]) {
    filter[trait] = traits[trait] ?? "";
    const select = document.querySelector(`select[data-trait="${trait}"]`);
    if (select) select.value = filter[trait];
  }
  apply();
  if (!quiet) byId("results").scrollIntoView();
}

function fits({result, text}) {
  return (!filter.statuses.size || filter.statuses.has(result.status))
      && ["module", "layer", "level", "version"].every(trait => !filter[trait] || result[trait] === filter[trait])
      && filter.words.every(word => text.includes(word));
}

function apply() {
  let shown = 0;
  for (const group of shelf) {
    let here = 0;
    for (const item of group.items) {
      const fit = fits(item);
      if (item.node.hidden === fit) item.node.hidden = !fit;
      if (fit) here++;
    }
    group.node.hidden = here === 0;
    group.amount.textContent = here === group.items.length ? String(here) : `${here} of ${group.items.length}`;
    shown += here;
  }
  for (const button of document.querySelectorAll(".chip")) {
    button.setAttribute("aria-pressed", String(filter.statuses.has(button.dataset.status)));
  }
  const noun = isConformance ? "result" : "scenario";
  byId("shown").textContent = shown === run.results.length
      ? `All ${count(shown, noun)}` : `${shown.toLocaleString("en")} of ${count(run.results.length, noun)}`;
  byId("nothing").hidden = shown > 0;
}

function resultGroups() {
  const groups = groupBy(run.results, result =>
      isConformance ? `${result.module} · OCPI ${result.version}` : `OCPI ${result.version}`);
  return [...groups].map(([title, results]) => {
    const amount = el("span.amount");
    const items = results.map(result => ({result, text: haystack(result), node: resultLine(result)}));
    const node = el("section.group", {}, el("h3", {}, title, " ", amount), items.map(item => item.node));
    shelf.push({node, amount, items});
    return node;
  });
}

function haystack(result) {
  const parts = isConformance
      ? [result.requirement, result.title, result.message, result.check, result.text?.section, result.text?.statement,
        ...result.deviations.flatMap(of => [of.expected, of.actual, ...of.highlights]), ...result.notes]
      : [result.scenario, result.title, result.message, ...result.steps.flatMap(step => [step.sentence, step.message])];
  return parts.filter(Boolean).join("\n").toLowerCase();
}

function resultLine(result) {
  const badges = isConformance
      ? [el("span.badge." + result.level.toLowerCase(), {}, result.level),
        result.layer !== "spec" && el("span.badge", {}, result.layer),
        result.watchlist && el("span.badge", {title: "Honest implementers read the text differently: a deviation warns"}, "two readings")]
      : [el("span.badge", {}, `${result.steps.filter(step => step.verdict === "passed").length} of ${count(result.steps.length, "step")}`)];
  return lazy("details.result." + result.status, {id: result.key},
      el("summary", {}, pill(result.status),
          el("span.name", {}, el("span.id", {}, result.name), " ", el("span.title", {}, result.title)),
          el("span.badges", {}, badges)),
      () => el("div.inside", {}, isConformance ? requirementView(result) : scenarioView(result)));
}

/** Opens the result that the address names. */
function openAddressed() {
  const node = byId(decodeURIComponent(location.hash.slice(1)));
  if (!node?.classList.contains("result")) return;
  if (node.hidden || node.parentElement.hidden) showOnly({quiet: true});
  node.open = true;
  node.scrollIntoView();
}
