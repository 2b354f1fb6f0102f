// Charts

/** Shows the codes of a column, or of a part of it. */
function showColumn(column, part) {
  const wanted = { provider: column.dataset.module, status: column.dataset.status };
  if (part) wanted[`attribute.${overview.dataset.attribute}`] = part.dataset.value;
  for (const filter of filters) filter.value = Object.hasOwn(wanted, filter.name) ? wanted[filter.name] : "";
  ask();
  query.focus();
}

/** Orders the columns and the rows of numbers by status, or by the number of codes. */
function sortCharts(isByCount) {
  element("sort").setAttribute("aria-pressed", isByCount);
  for (const parent of document.querySelectorAll("#overview .columns, #overview tbody")) {
    const parts = [...parent.children];
    for (const [place, part] of parts.entries()) part.dataset.place ??= place;
    const key = ({ dataset }) => (isByCount ? -dataset.total : Number(dataset.place));
    parent.append(...parts.sort((a, b) => key(a) - key(b) || a.dataset.place - b.dataset.place));
  }
}
