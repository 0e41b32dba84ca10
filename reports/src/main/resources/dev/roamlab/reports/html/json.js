// JSON laid out as it was written: numbers keep their digits, members their order. Each line knows its JSON pointer.

const TOKEN = /"(?:[^"\\]|\\.)*"|[{}[\],:]|[^\s{}[\],:"]+/g;
const INDENT = "  ";

/** Lines of a JSON text, or undefined when it is none. */
function jsonLines(text) {
  let root;
  try {
    root = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (root === null || typeof root !== "object") return undefined;
  const tokens = text.match(TOKEN);
  const lines = [];
  let at = 0;
  let line = {parts: [], pointer: ""};
  const put = (kind, part) => line.parts.push([kind, part]);
  const feed = (depth, pointer) => {
    lines.push(line);
    line = {parts: depth ? [["", INDENT.repeat(depth)]] : [], pointer};
  };
  const members = (open, close, depth, pointer) => {
    put("mark", open);
    at++;
    for (let number = 0; tokens[at] !== close; number++) {
      let step = String(number);
      if (open === "{") step = JSON.parse(tokens[at]).replace(/~/g, "~0").replace(/\//g, "~1");
      feed(depth + 1, pointer + "/" + step);
      if (open === "{") {
        put("key", tokens[at]);
        put("mark", ": ");
        at += 2;
      }
      value(depth + 1, pointer + "/" + step);
      if (tokens[at] === ",") {
        put("mark", ",");
        at++;
      }
    }
    if (tokens[at - 1] !== open) feed(depth, pointer);
    put("mark", close);
    at++;
  };
  const value = (depth, pointer) => {
    const token = tokens[at];
    if (token === "{") members("{", "}", depth, pointer);
    else if (token === "[") members("[", "]", depth, pointer);
    else {
      put(token.startsWith('"') ? "string" : "literal", token);
      at++;
    }
  };
  try {
    value(0, "");
  } catch (error) {
    // Nested deeper than the stack: then it is shown as it came.
    if (error instanceof RangeError) return undefined;
    throw error;
  }
  lines.push(line);
  return lines;
}

/** How much of a pointer leads somewhere: 1 when all of it, less when its last steps are not there. */
function reach(lines, pointer) {
  const steps = pointer.split("/").length;
  for (let length = steps; length > 1; length--) {
    const start = pointer.split("/").slice(0, length).join("/");
    if (lines.some(line => line.pointer === start)) return length / steps;
  }
  return 0;
}

const isWithin = (pointer, outer) => pointer === outer || pointer.startsWith(outer + "/");

/** Which lines are shown at first: all of a short text, else its head and what surrounds the marked ones. */
function windows(lines, isMarked) {
  if (lines.length <= 300) return lines.map(() => true);
  const shown = lines.map((line, number) => number < 40);
  let budget = 200;
  lines.forEach((line, number) => {
    if (!isMarked(line) || budget-- <= 0) return;
    for (let near = Math.max(0, number - 6); near < Math.min(lines.length, number + 7); near++) shown[near] = true;
  });
  return shown;
}

/** The laid-out text; marked are the lines under a pointer, and the first line of what lacks a member looked for. */
function jsonView(lines, pointers, owners = []) {
  const heads = new Set(owners.map(owner => lines.find(line => line.pointer === owner)));
  const isMarked = line => heads.has(line) || pointers.some(pointer => isWithin(line.pointer, pointer));
  const view = el("pre.json", {tabindex: "0"});
  const draw = line => {
    const parts = line.parts.map(([kind, part]) => (kind ? el("span." + kind, {}, part) : part));
    if (!isMarked(line)) return el("span.line", {}, parts);
    return el(heads.has(line) ? "mark.line.owner" : "mark.line", {}, parts);
  };
  const shown = windows(lines, isMarked);
  for (let at = 0; at < lines.length;) {
    let end = at;
    while (end < lines.length && shown[end] === shown[at]) end++;
    const stretch = lines.slice(at, end);
    view.append(...(shown[at] ? stretch.map(draw) : [gap(stretch, draw)]));
    at = end;
  }
  const first = view.querySelector("mark:not(.owner)") ?? view.querySelector("mark");
  if (first) requestAnimationFrame(() => (view.scrollTop = first.offsetTop - 60));
  return view;
}

function gap(stretch, draw) {
  const button = el("button.gap", {
    type: "button",
    onclick: () => {
      button.before(...stretch.slice(0, 1000).map(draw));
      stretch = stretch.slice(1000);
      if (stretch.length) button.textContent = label();
      else button.remove();
    },
  });
  const label = () => `⋯ ${count(stretch.length, "line")} not shown`;
  button.textContent = label();
  return button;
}
