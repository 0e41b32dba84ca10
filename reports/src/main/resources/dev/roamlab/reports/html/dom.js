// Elements without markup: what came over a wire is only ever set as text.

const SVG = "http://www.w3.org/2000/svg";

/** Fills an element: attributes by name, listeners by "onclick", children as nodes, texts or lists of them. */
function fill(node, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === false) continue;
    if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else node.setAttribute(name, value === true ? "" : value);
  }
  node.append(...children.flat(Infinity).filter(child => child !== undefined && child !== null && child !== false));
  return node;
}

/** An element; "div.note" is one with a class. */
function el(kind, attributes = {}, ...children) {
  const [name, ...classes] = kind.split(".");
  const node = document.createElement(name);
  if (classes.length) node.className = classes.join(" ");
  return fill(node, attributes, children);
}

/** The same in SVG. */
function svg(kind, attributes = {}, ...children) {
  const [name, ...classes] = kind.split(".");
  const node = document.createElementNS(SVG, name);
  if (classes.length) node.setAttribute("class", classes.join(" "));
  return fill(node, attributes, children);
}

const byId = id => document.getElementById(id);

/** A disclosure whose content is made when it is first opened. */
function lazy(kind, attributes, summary, content) {
  const node = el(kind, attributes, summary);
  let made = false;
  node.make = () => {
    if (made) return;
    made = true;
    fill(node, {}, [content()]);
  };
  node.addEventListener("toggle", () => node.open && node.make());
  return node;
}

/** A list that shows its first items and the others when asked. */
function capped(items, limit, render, noun) {
  const box = el("div.capped");
  const more = from => {
    box.append(...items.slice(from, from + limit).map(render));
    const left = items.length - from - limit;
    if (left <= 0) return;
    const button = el("button.more", {
      type: "button",
      onclick: () => {
        button.remove();
        more(from + limit);
      },
    }, `Show ${Math.min(left, limit)} of ${count(left, noun)} more`);
    box.append(button);
  };
  more(0);
  return box;
}

/** "1 result", "1,500 results". */
function count(number, noun) {
  const plural = noun.endsWith("y") ? noun.slice(0, -1) + "ies" : noun + "s";
  return `${number.toLocaleString("en")} ${number === 1 ? noun : plural}`;
}

async function copy(text, button) {
  const before = button.textContent;
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    // A page from disk may not be allowed the clipboard; selecting works everywhere.
    const area = button.parentElement.appendChild(el("textarea", {}, text));
    area.select();
    document.execCommand("copy");
    area.remove();
  }
  button.textContent = "Copied";
  setTimeout(() => (button.textContent = before), 1500);
}
