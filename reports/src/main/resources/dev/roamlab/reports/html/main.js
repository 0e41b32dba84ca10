// Puts the page together.

drawHeader();
drawSummary();
drawResults();
drawCharges();
drawSequence();
drawSections();
for (const section of document.querySelectorAll("main > section")) section.hidden = !section.childElementCount;
byId("end").append(`Roamlab${run.suite_version ? " " + run.suite_version : ""}. Secrets are shown as short hashes.`);

addEventListener("hashchange", openAddressed);
openAddressed();

addEventListener("keydown", event => {
  if (event.key !== "/" || event.ctrlKey || event.metaKey || event.target.closest("input, select, textarea, dialog[open]")) return;
  event.preventDefault();
  byId("search").focus();
});

// On paper nothing can be opened: what wants attention is printed open, with what it holds.
addEventListener("beforeprint", () => {
  const lines = [...document.querySelectorAll(ATTENTION.map(status => `details.result.${status}:not([hidden])`).join(","))];
  for (const node of [...lines.slice(0, 200), ...document.querySelectorAll("details.charge")]) {
    if (node.open) continue;
    node.make();
    node.open = true;
    node.dataset.printed = "";
  }
});
addEventListener("afterprint", () => {
  for (const node of document.querySelectorAll("[data-printed]")) {
    node.open = false;
    delete node.dataset.printed;
  }
});
