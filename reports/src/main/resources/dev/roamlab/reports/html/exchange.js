// One exchange: two messages side by side, the members that matter marked, and a window to leaf through many.

/** What the highlights of a deviation point at: JSON pointers and header names, each in the message that has it. */
function placed(exchange, highlights) {
  const sides = [exchange.response, exchange.request].filter(Boolean)
      .map(message => ({message, lines: jsonLines(message.body) ?? [], pointers: [], owners: [], headers: []}));
  const missing = [];
  for (const highlight of highlights) {
    if (highlight.startsWith("/") || highlight === "") {
      const best = sides.map(side => reach(side.lines, highlight));
      const reached = Math.max(...best);
      if (reached === 1) sides[best.indexOf(1)].pointers.push(highlight);
      else missing.push(highlight);
      if (reached > 0 && reached < 1) {
        const steps = highlight.split("/");
        sides[best.indexOf(reached)].owners.push(steps.slice(0, Math.round(steps.length * reached)).join("/"));
      }
    } else {
      const having = sides.filter(side => headerNames(side.message).includes(highlight.toLowerCase()));
      having.slice(0, 1).forEach(side => side.headers.push(highlight.toLowerCase()));
      if (!having.length) missing.push(highlight);
    }
  }
  return {sides: new Map(sides.map(side => [side.message, side])), missing};
}

const headerNames = message => Object.keys(message.headers).map(name => name.toLowerCase());

function exchangeView(id, highlights = []) {
  const exchange = exchangeOf(id);
  const {sides, missing} = placed(exchange, highlights);
  return el("div.exchange", {},
      el("p.facts", {}, facts(exchange)),
      missing.length > 0 && el("p.missing", {}, "Looked for and not there: ",
          missing.map((what, at) => [at ? ", " : "", el("code", {}, what || "the whole body")])),
      el("div.messages", {},
          messageView("Request", exchange.request, sides.get(exchange.request)),
          exchange.response
              ? messageView("Response", exchange.response, sides.get(exchange.response))
              : el("div.message.bad", {}, el("h5", {}, "No response"), el("p", {}, exchange.failure ?? "None came."))),
      exchange.response && exchange.failure && el("p.missing", {}, exchange.failure),
      exchange.notes.length > 0 && el("ul.notes", {}, exchange.notes.map(note => el("li", {}, note))));
}

function facts(exchange) {
  return [
    el("strong", {}, `#${exchange.id} ${exchange.operation}`),
    ` ${partyName(exchange.from)} → ${partyName(exchange.to)}`,
    ` · ${exchange.protocol}${exchange.version ? " " + exchange.version : ""}`,
    ` · ${clock(exchange.lab_time)}`,
    ` · ${Math.round(exchange.took_nanos / 1e6)} ms`,
  ];
}

/** ISO time as people read it; the date once, no zone but UTC. */
const clock = time => time.replace("T", " ").replace(/(\.\d{1,3})?\d*Z$/, "$1 UTC");

function messageView(title, message, {lines, pointers, owners, headers}) {
  const names = Object.entries(message.headers);
  return el("div.message", {},
      el("h5", {}, title),
      el("p.start", {}, el("code", {}, message.line || "(no line)")),
      names.length > 0 && el("table.headers", {}, el("caption.hidden", {}, `Headers of the ${title.toLowerCase()}`),
          el("tbody", {}, names.map(([name, value]) => el("tr", {},
              el("th", {scope: "row"}, headers.includes(name.toLowerCase()) ? el("mark", {}, name) : name),
              el("td", {}, headers.includes(name.toLowerCase()) ? el("mark", {}, value) : value))))),
      lines.length ? jsonView(lines, pointers, owners) : rawView(message.body),
      message.cut && el("p.cut", {}, `Cut after ${count(message.body.length, "character")} of ${message.cut.toLocaleString("en")}; the whole body is in trace.jsonl.`));
}

function rawView(body) {
  return body ? el("pre.json.raw", {tabindex: "0"}, body) : el("p.empty", {}, "No body");
}

/** A line that opens to the exchange. */
function exchangeLine(id, highlights = []) {
  const {operation, from, to, answer, millis, failed} = entryOf(id);
  return lazy("details.exchange-line", {},
      el("summary", {}, el("span.number", {}, `#${id}`), " ",
          el("span.operation", {}, operation), ` ${partyName(from)} → ${partyName(to)}`, " ",
          el(failed ? "span.answer.bad" : "span.answer", {}, answer), el("span.time", {}, ` ${millis} ms`)),
      () => exchangeView(id, highlights));
}

const viewer = {ids: [], at: 0, dialog: undefined};

/** Opens the window on one of several exchanges. */
function showExchange(ids, at = 0) {
  if (!viewer.dialog) viewer.dialog = document.body.appendChild(makeViewer());
  viewer.ids = ids;
  turnTo(at);
  viewer.dialog.showModal();
}

function turnTo(at) {
  if (at < 0 || at >= viewer.ids.length) return;
  viewer.at = at;
  viewer.dialog.querySelector(".place").textContent = `${at + 1} of ${viewer.ids.length}`;
  viewer.dialog.querySelector(".previous").disabled = at === 0;
  viewer.dialog.querySelector(".next").disabled = at === viewer.ids.length - 1;
  const content = viewer.dialog.querySelector(".content");
  content.replaceChildren(exchangeView(viewer.ids[at]));
  content.scrollTop = 0;
}

function makeViewer() {
  const dialog = el("dialog", {"aria-label": "Exchange",
    onclick: event => event.target === dialog && dialog.close(),
    onkeydown: event => {
      if (event.target.closest("pre")) return;
      if (event.key === "ArrowLeft") turnTo(viewer.at - 1);
      if (event.key === "ArrowRight") turnTo(viewer.at + 1);
    }},
      el("div.bar", {},
          el("button.previous", {type: "button", onclick: () => turnTo(viewer.at - 1), "aria-label": "Previous exchange"}, "←"),
          el("span.place", {"aria-live": "polite"}),
          el("button.next", {type: "button", onclick: () => turnTo(viewer.at + 1), "aria-label": "Next exchange"}, "→"),
          el("button.close", {type: "button", onclick: () => dialog.close()}, "Close")),
      el("div.content"));
  return dialog;
}
