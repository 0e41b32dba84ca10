// Power, energy and state of charge of each charge over lab time: three plots above one axis of time.

const PANELS = [["power", "Power", "kW"], ["energy", "Energy", "kWh"], ["soc", "State of charge", "%"]];
const PLOT = {left: 50, right: 24, top: 24, height: 110, foot: 30};

function drawCharges() {
  if (!charges.length) return;
  fill(byId("charges"), {}, [
    el("h2", {id: "charges-title"}, "Charges"),
    el("p.hint", {}, "What the stations' meters told, over lab time (UTC)."),
    charges.map(chargeView),
  ]);
}

function chargeView(charge, at) {
  const open = at < 3;
  const {kwh, until} = totalOf(charge);
  const node = lazy("details.charge", {open},
      el("summary", {}, el("span.title", {}, `${partyName(charge.station)}, transaction ${charge.transaction}`), " ",
          el("span.amount", {}, [charge.version && `OCPI ${charge.version}`, kwh !== undefined && `${kwh.toFixed(2)} kWh`, until].filter(Boolean).join(" · "))),
      () => [plots(charge), valuesOf(charge)]);
  if (open) node.make();
  return node;
}

function totalOf(charge) {
  const points = Object.values(charge.series).flat();
  const [from, to] = [Math.min(...points.map(([time]) => time)), Math.max(...points.map(([time]) => time))];
  return {kwh: charge.series.energy?.at(-1)[1], until: duration(to - from)};
}

function duration(millis) {
  const minutes = Math.round(millis / 60000);
  return minutes < 60 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${String(minutes % 60).padStart(2, "0")} min`;
}

function plots(charge) {
  const box = el("div.plots");
  let width = 0;
  new ResizeObserver(() => {
    if (Math.abs(box.clientWidth - width) < 8 || !box.clientWidth) return;
    width = box.clientWidth;
    box.replaceChildren(plotDrawing(charge, width));
  }).observe(box);
  return box;
}

function plotDrawing(charge, width) {
  const panels = PANELS.filter(([name]) => charge.series[name]?.length);
  const times = Object.values(charge.series).flat().map(([time]) => time);
  const span = {from: Math.min(...times), to: Math.max(...times, Math.min(...times) + 1000)};
  const x = time => PLOT.left + (time - span.from) / (span.to - span.from) * (width - PLOT.left - PLOT.right);
  const height = panels.length * (PLOT.top + PLOT.height) + PLOT.foot;
  const readings = [];
  const cursor = svg("line.cursor", {y1: PLOT.top, y2: height - PLOT.foot, hidden: true});
  const drawing = svg("svg", {width, height, viewBox: `0 0 ${width} ${height}`, role: "img",
    "aria-label": `${panels.map(([, title]) => title).join(", ")} of transaction ${charge.transaction} over time; the values stand in the table below`},
      timeAxis(span, x, width, height, panels.length),
      panels.map((panel, at) => plotPanel(panel, charge.series[panel[0]], at, x, width, readings)),
      cursor);
  drawing.addEventListener("pointermove", event => readOff(event, drawing, span, x, width, charge, readings, cursor));
  drawing.addEventListener("pointerleave", () => {
    cursor.setAttribute("hidden", "");
    readings.forEach(reading => (reading.label.textContent = reading.rest));
  });
  return drawing;
}

function plotPanel([name, title, unit], points, at, x, width, readings) {
  const top = at * (PLOT.top + PLOT.height) + PLOT.top;
  const bottom = top + PLOT.height;
  const ticks = name === "soc" ? [0, 25, 50, 75, 100] : niceTicks(Math.max(...points.map(([, value]) => value), 0));
  const y = value => bottom - value / ticks.at(-1) * (PLOT.height - 4);
  const rest = `${title}, ${unit}`;
  const label = svg("text.title", {x: PLOT.left, y: top - 8}, rest);
  readings.push({label, rest, points, title, unit});
  const path = points.map(([time, value], number) => `${number ? "L" : "M"}${x(time).toFixed(1)} ${y(value).toFixed(1)}`).join("");
  return [
    ticks.map(tick => [
      svg("line.grid", {x1: PLOT.left, x2: width - PLOT.right, y1: y(tick), y2: y(tick)}),
      svg("text.tick", {x: PLOT.left - 6, y: y(tick) + 4, "text-anchor": "end"}, String(tick)),
    ]),
    label,
    svg("path.area." + name, {d: `${path}L${x(points.at(-1)[0]).toFixed(1)} ${bottom}L${x(points[0][0]).toFixed(1)} ${bottom}Z`}),
    svg("path.curve." + name, {d: path}),
    points.length < 60 && points.map(([time, value]) => svg("circle.point." + name, {cx: x(time), cy: y(value), r: 2.5})),
  ];
}

/** Round numbers from zero to above the highest value. */
function niceTicks(highest) {
  const raw = (highest || 1) / 3;
  const power = 10 ** Math.floor(Math.log10(raw));
  const step = [1, 2, 2.5, 5, 10].map(factor => factor * power).find(size => size >= raw);
  const ticks = [];
  for (let tick = 0; tick < (highest || 1) + step * 0.999; tick += step) ticks.push(Number(tick.toPrecision(6)));
  return ticks;
}

function timeAxis(span, x, width, height, panels) {
  const minutes = [1 / 60, 1 / 12, 0.25, 0.5, 1, 2, 5, 10, 15, 30, 60, 120, 240, 480, 1440, 2880, 10080, 43200];
  const most = Math.max(2, Math.floor((width - PLOT.left) / 78));
  const step = (minutes.find(size => (span.to - span.from) / 60000 / size <= most) ?? 525600) * 60000;
  const marks = [];
  for (let time = Math.ceil(span.from / step) * step; time <= span.to; time += step) marks.push(time);
  return marks.map(time => [
    svg("line.grid", {x1: x(time), x2: x(time), y1: PLOT.top, y2: panels * (PLOT.top + PLOT.height)}),
    svg("text.tick", {x: x(time), y: height - 10, "text-anchor": "middle"}, timeLabel(time, step)),
  ]);
}

function timeLabel(time, step) {
  const iso = new Date(time).toISOString();
  if (step >= 86400000) return iso.slice(5, 10);
  return step < 60000 ? iso.slice(11, 19) : iso.slice(11, 16);
}

function readOff(event, drawing, span, x, width, charge, readings, cursor) {
  const at = event.clientX - drawing.getBoundingClientRect().left;
  const time = span.from + (at - PLOT.left) / (width - PLOT.left - PLOT.right) * (span.to - span.from);
  const nearest = points => points.reduce((best, point) => (Math.abs(point[0] - time) < Math.abs(best[0] - time) ? point : best));
  const [shown] = nearest(readings[0].points);
  cursor.removeAttribute("hidden");
  cursor.setAttribute("x1", x(shown));
  cursor.setAttribute("x2", x(shown));
  for (const {label, points, title, unit} of readings) {
    const [when, value] = nearest(points);
    label.textContent = `${title} ${value} ${unit} at ${new Date(when).toISOString().slice(11, 19)}`;
  }
}

function valuesOf(charge) {
  const panels = PANELS.filter(([name]) => charge.series[name]?.length);
  return lazy("details.values", {}, el("summary", {}, "The values as a table"), () => {
    const rows = new Map();
    for (const [name] of panels) {
      for (const [time, value] of charge.series[name]) rows.set(time, {...rows.get(time), [name]: value});
    }
    return el("div.scroll", {tabindex: "0", role: "region", "aria-label": "Meter values"}, el("table", {},
        el("thead", {}, el("tr", {}, el("th", {scope: "col"}, "Time, UTC"),
            panels.map(([, title, unit]) => el("th", {scope: "col"}, `${title}, ${unit}`)))),
        el("tbody", {}, [...rows].sort(([a], [b]) => a - b).map(([time, values]) => el("tr", {},
            el("td", {}, new Date(time).toISOString().slice(0, 19).replace("T", " ")),
            panels.map(([name]) => el("td", {}, values[name] ?? "")))))));
  });
}
