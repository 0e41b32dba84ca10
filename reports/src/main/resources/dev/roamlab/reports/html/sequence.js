// The sequence diagram: lanes are parties, time runs down. Drawn stretch by stretch, when a stretch is opened.

const STRETCH = 100;
const ROW = 46;
const LANE_RANK = ["driver", "station", "cpo", "emsp"];

function drawSequence() {
  if (!index.length) return;
  const stretches = isConformance ? byModule() : byStep();
  fill(byId("sequence"), {}, [
    el("h2", {id: "sequence-title"}, "Sequence"),
    el("p.hint", {}, "Open a stretch to see who called whom; choose an arrow to see the exchange."),
    stretches.map(stretchView),
  ]);
}

/** Each exchange where a result first refers to it; what none refers to comes last. */
function byModule() {
  const home = new Map();
  for (const result of run.results) {
    for (const id of result.ids) if (!home.has(id)) home.set(id, `${result.module} · OCPI ${result.version}`);
  }
  const other = "Traffic that no result refers to";
  const groups = groupBy(index.map(entry => entry.id), id => home.get(id) ?? other);
  const titles = [...new Set([...run.results.map(result => `${result.module} · OCPI ${result.version}`), other])];
  return titles.filter(title => groups.has(title)).map(title => ({title, ids: groups.get(title), parts: []}));
}

function byStep() {
  return run.results.filter(result => result.ids.length).map(result => ({
    title: `${result.title} · OCPI ${result.version}`,
    ids: result.ids,
    parts: result.steps.map(step => ({title: `${step.step}. ${step.sentence}`, ids: known(step.exchanges)})),
  }));
}

function stretchView({title, ids, parts}) {
  return lazy("details.stretch", {},
      el("summary", {}, el("span.title", {}, title), " ", el("span.amount", {}, count(ids.length, "exchange"))),
      () => {
        const lanes = lanesOf(ids);
        if (!parts.length) return pages(ids, lanes);
        return parts.map(part => [el("p.note", {}, part.title), part.ids.length ? pages(part.ids, lanes) : undefined]);
      });
}

function pages(ids, lanes) {
  const runs = runsOfAlike(ids);
  if (runs.length <= STRETCH) return diagram(runs, lanes);
  const cuts = [];
  for (let from = 0; from < runs.length; from += STRETCH) cuts.push(runs.slice(from, from + STRETCH));
  return cuts.map((cut, at) => {
    const page = lazy("details.page", {},
        el("summary", {}, `Arrows ${at * STRETCH + 1} to ${at * STRETCH + cut.length} of ${runs.length}`),
        () => diagram(cut, lanes));
    if (at === 0) {
      page.open = true;
      page.make();
    }
    return page;
  });
}

/** Twenty meter values in a row are one arrow with a count. */
function runsOfAlike(ids) {
  const runs = [];
  const alike = (a, b) => ["operation", "from", "to", "answer"].every(trait => a[trait] === b[trait]);
  for (const id of ids) {
    const last = runs.at(-1);
    if (last && alike(entryOf(last[0]), entryOf(id))) last.push(id);
    else runs.push([id]);
  }
  return runs;
}

function lanesOf(ids) {
  const rank = party => {
    const at = LANE_RANK.indexOf(party.split(/[:/ ]/)[0]);
    return at < 0 ? LANE_RANK.length : at;
  };
  const parties = [...new Set(ids.flatMap(id => [entryOf(id).from, entryOf(id).to]))];
  return parties.sort((a, b) => rank(a) - rank(b) || a.localeCompare(b));
}

/** Stretches a drawing to its box when that is known, and again when it changes. */
function diagram(runs, lanes) {
  const box = el("div.diagram.scroll", {tabindex: "0", role: "group", "aria-label": "Sequence diagram of " + lanes.map(partyName).join(", ")});
  let width = 0;
  const draw = () => {
    if (Math.abs(box.clientWidth - width) < 8 || !box.clientWidth) return;
    width = box.clientWidth;
    box.replaceChildren(drawing(runs, lanes, Math.max(lanes.length * 104, Math.min(width, lanes.length * 300))));
  };
  new ResizeObserver(draw).observe(box);
  return box;
}

function drawing(runs, lanes, width) {
  const gap = width / lanes.length;
  const x = party => gap * (lanes.indexOf(party) + 0.5);
  const height = 34 + runs.length * ROW + 6;
  return svg("svg", {width, height, viewBox: `0 0 ${width} ${height}`},
      lanes.map(lane => [
        svg("line.lane", {x1: x(lane), x2: x(lane), y1: 26, y2: height}),
        svg("text.party", {x: x(lane), y: 16, "text-anchor": "middle"}, short(partyName(lane), gap - 8), svg("title", {}, lane)),
      ]),
      runs.map((ids, at) => arrow(ids, 34 + at * ROW, x, gap)));
}

function arrow(ids, y, x, gap) {
  const {operation, from, to, answer, failed, time} = entryOf(ids[0]);
  const [start, end] = [x(from), x(to)];
  const back = start === end ? start + gap / 3 : end;
  const middle = (start + back) / 2;
  const room = Math.max(Math.abs(back - start), gap * 0.9);
  const times = ids.length > 1 ? ` ×${ids.length}` : "";
  const open = () => showExchange(ids);
  return svg(failed ? "g.arrow.bad" : "g.arrow", {role: "button", tabindex: "0",
    "aria-label": `${operation}${times}, ${partyName(from)} to ${partyName(to)}: ${answer}`,
    onclick: open,
    onkeydown: event => {
      if (event.key !== "Enter" && event.key !== " ") return;
      event.preventDefault();
      open();
    }},
      svg("title", {}, `${operation}${times}\n${partyName(from)} → ${partyName(to)}\n${answer}\n${clock(time)}`),
      svg("rect.touch", {x: Math.min(start, back) - 4, y: y, width: Math.abs(back - start) + 8, height: ROW - 2, rx: 4}),
      svg("text.call", {x: middle, y: y + 13, "text-anchor": "middle"}, short(operation + times, room)),
      line(start, back, y + 19, "request"),
      svg("text.answer", {x: middle, y: y + 32, "text-anchor": "middle"}, short(answer, room)),
      line(back, start, y + 37, "response"));
}

function line(from, to, y, kind) {
  const tip = to > from ? -7 : 7;
  return [
    svg("line." + kind, {x1: from, x2: to, y1: y, y2: y}),
    svg("polyline.tip", {points: `${to + tip},${y - 4} ${to},${y} ${to + tip},${y + 4}`}),
  ];
}

const short = (text, room) => {
  const letters = Math.max(4, Math.floor(room / 6.4));
  return text.length <= letters ? text : text.slice(0, letters - 1) + "…";
};
