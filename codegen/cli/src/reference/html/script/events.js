// Events

query.addEventListener("input", ask);
prepareWhenIdle();
for (const filter of filters) filter.addEventListener("change", ask);
finder.addEventListener("submit", (event) => event.preventDefault());
element("clear").addEventListener("click", () => { clear(); query.focus(); });
earlier.addEventListener("click", () => { view.from = Math.max(0, view.from - WINDOW); show(); });
more.addEventListener("click", () => { view.to += WINDOW; show(); });
new IntersectionObserver(([seen]) => { if (seen.isIntersecting) more.click(); }, { rootMargin: "600px" }).observe(more);
for (const change of ["popstate", "hashchange"]) window.addEventListener(change, visit);
new ResizeObserver(leaveRoomForForm).observe(finder);
for (const button of document.querySelectorAll("#languages button")) {
  button.addEventListener("click", () => { remembered(button.value); setLanguage(button.value); find({ keepsOpen: true }); });
}
// On a phone, the codes come first: the filters and the overview are closed.
const phone = matchMedia("(max-width: 46rem)");
const closeOnPhone = () => {
  for (const part of document.querySelectorAll("#filters, #overview > details")) part.open = !phone.matches;
};
phone.addEventListener("change", closeOnPhone);
closeOnPhone();

overview?.addEventListener("click", ({ target }) => {
  const column = target.closest("button.column");
  if (column) showColumn(column, target.closest("i"));
  if (target.id === "sort") sortCharts(target.getAttribute("aria-pressed") !== "true");
});

/** Prepares the search, at most 10 ms at a time, so that the page stays responsive. */
function prepareWhenIdle() {
  const end = performance.now() + 10;
  prepare(() => performance.now() < end);
  if (made === null) (window.requestIdleCallback ?? setTimeout)(prepareWhenIdle);
}

element("tables").addEventListener("click", (event) => {
  const row = event.target.closest("tbody > tr:not(.detail)");
  const link = event.target.closest("a");
  if (!row || event.ctrlKey || event.metaKey || event.shiftKey || (!link && getSelection().toString())) return;
  event.preventDefault();
  if (event.detail > 1) return; // The second click of a double click selects a word.
  const code = byAnchor.get(row.id);
  if (code === view.open) close();
  else open(code, true);
});
document.addEventListener("keydown", (event) => {
  const isTyping = event.target.matches("input, select, textarea");
  if (event.key === "/" && !isTyping && !event.ctrlKey && !event.metaKey) {
    event.preventDefault();
    query.focus();
    query.select();
  } else if (event.key === "Escape" && view.open && !isTyping) {
    close();
  } else if ((event.key === "ArrowDown" || event.key === "ArrowUp") && (event.target === query || event.target.matches("#tables tbody th a"))) {
    const stops = [query, ...document.querySelectorAll("#tables tbody th a")];
    const next = stops[stops.indexOf(event.target) + (event.key === "ArrowDown" ? 1 : -1)];
    if (next) event.preventDefault();
    next?.focus();
  }
});

// Print all matches; each page repeats the table and what was searched for.
let beforePrint = null;
window.addEventListener("beforeprint", () => {
  beforePrint = { ...view };
  Object.assign(view, { from: 0, to: Infinity, open: null });
  show();
  // The table and its provider are named anyway.
  const set = filters.filter((filter) => filter.value !== "" && !["provider", "table"].includes(filter.name));
  const asked = set.map((filter) => `${filter.labels[0].textContent}: ${choiceName(filter.selectedOptions[0])}`);
  if (query.value.trim() !== "") asked.unshift(`${text("search")}: ${query.value.trim()}`);
  for (const section of sections) {
    const { module, table } = section.dataset;
    const names = [text(`module.${module}`), text(`table.${table}`), ...asked];
    section.querySelector(".running th").textContent = [...new Set(names)].join(" · ");
  }
});
window.addEventListener("afterprint", () => {
  Object.assign(view, beforePrint);
  show();
});

for (const section of sections) section.querySelector("tbody").replaceChildren();
setLanguage(preferredLanguage());
// Follow the address after the browser has scrolled to the anchor by itself, which drops the focus.
window.addEventListener("load", () => requestAnimationFrame(() => {
  document.documentElement.className = "ready";
  visit();
}));
