// Adds to a page that is complete without it: a filter over the customers, and all sections open when printed.
(() => {
  "use strict";
  const tools = document.querySelector(".tools");
  if (!tools) return;

  const fold = (text) => text.normalize("NFC").toLocaleLowerCase(document.documentElement.lang);
  const input = document.getElementById("filter");
  const status = document.getElementById("filter-status");
  const sections = Array.from(document.querySelectorAll("details.customer"), (section) => ({ section, opened: section.open }));
  const groups = Array.from(document.querySelectorAll("h3.group"));
  let total = 0;

  // Read once, and only when somebody filters: large pages have many rows.
  let indexed = false;
  const index = () => {
    for (const entry of sections) {
      entry.name = fold(entry.section.querySelector(".name").textContent);
      entry.rows = Array.from(entry.section.querySelectorAll("tbody tr"), (row) => ({
        row,
        text: entry.name + " " + fold(Array.from(row.cells, (cell) => cell.textContent).join(" ")),
      }));
      total += entry.rows.length;
    }
    indexed = true;
  };

  const showGroups = () => {
    for (const group of groups) {
      let next = group.nextElementSibling;
      let empty = true;
      for (; next && !next.matches("h3.group"); next = next.nextElementSibling) empty = empty && next.hidden;
      group.hidden = empty;
    }
  };

  let filtered = false;
  const few = 25;
  const apply = () => {
    if (!indexed) index();
    const words = fold(input.value).split(/\s+/).filter(Boolean);
    let shown = 0;
    const matching = [];
    for (const entry of sections) {
      let here = 0;
      for (const { row, text } of entry.rows) {
        const matches = words.every((word) => text.includes(word));
        if (row.hidden === matches) row.hidden = !matches;
        if (matches) here += 1;
      }
      entry.section.hidden = here === 0;
      if (here > 0) matching.push(entry);
      shown += here;
    }
    if (words.length === 0 && filtered) for (const { section, opened } of sections) section.open = opened;
    if (words.length > 0 && matching.length <= few) for (const { section } of matching) section.open = true;
    filtered = words.length > 0;
    showGroups();
    const text = shown === 0 ? status.dataset.none : status.dataset.some;
    status.textContent = filtered ? text.replace("{0}", String(shown)).replace("{1}", String(total)) : "";
  };

  let waiting = 0;
  input.addEventListener("input", () => {
    window.clearTimeout(waiting);
    waiting = window.setTimeout(apply, 80);
  });
  const openAll = (open) => {
    for (const { section } of sections) section.open = open;
  };
  document.getElementById("expand").addEventListener("click", () => openAll(true));
  document.getElementById("collapse").addEventListener("click", () => openAll(false));

  let before = [];
  window.addEventListener("beforeprint", () => {
    before = Array.from(document.querySelectorAll("details:not([open])"));
    for (const section of before) section.open = true;
  });
  window.addEventListener("afterprint", () => {
    for (const section of before) section.open = false;
  });

  tools.hidden = false;
})();
