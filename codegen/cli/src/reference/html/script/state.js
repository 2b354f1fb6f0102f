// The page: takes the codes out of the tables and puts the matching ones back.

/** Up to so many matches are all in the document, so that the search of the browser finds them. */
const ALL = 2000;
/** Of more matches, so many are shown at a time. */
const WINDOW = 40;

const texts = JSON.parse(document.getElementById("texts").textContent);
const element = (id) => document.getElementById(id);
const [query, finder, count, overview] = ["query", "finder", "count", "overview"].map(element);
const [earlier, more, nothing, announcement] = ["earlier", "more", "nothing", "announcement"].map(element);
const sections = [...document.querySelectorAll("section.codes")];
const filters = [...finder.querySelectorAll("select")];

/** The state of the view: it shows `matches[from..to]` and the details of the open code. */
const view = { language: document.documentElement.lang, matches: [], from: 0, to: WINDOW, open: null, detail: null };

const [known, languageNames] = [new Map(), new Map()];
const codes = sections.flatMap((section) => [...section.querySelector("tbody").rows].map((row) => read(row, section)));
const sizes = new Map(sections.map((section) => [section, section.querySelector("tbody").rows.length]));
const byAnchor = new Map(codes.map((code) => [code.anchor, code]));

/** Reads a code from its row in the page. It asks no selector for a row: that takes time that grows with the page. */
function read(row, section) {
  const cells = { message: [], value: [], http: [], variant: [], printed: [] };
  for (const cell of row.cells) cells[cell.className]?.push(cell);
  const text = (kind) => cells[kind].map((cell) => cell.textContent).join("\n");
  const values = cells.value;
  const { module, table, path } = section.dataset;
  const link = row.cells[0].firstElementChild;
  const code = link.textContent;
  const variant = text("variant");
  const status = row.dataset.status ?? "";
  const facets = { provider: module, table, status };
  for (const cell of values) facets[`attribute.${cell.dataset.attribute}`] = cell.dataset.value;
  const parts = [row.id, `${path}::${variant}`, row.dataset.aliases ?? "", text("printed")];
  parts.push(...inAllLanguages(`module.${module}`), ...inAllLanguages(`table.${table}`));
  for (const cell of values) {
    parts.push(cell.dataset.value ?? cell.textContent, ...inAllLanguages(cell.firstElementChild?.dataset.text));
  }
  return {
    anchor: row.id, row, link, section, facets, code,
    path: `${path}::${variant}`, type: path,
    search: searchable(code, variant, text("message"), status, parts),
  };
}

/** Returns a text in each language of the page: the search covers all of them. */
function inAllLanguages(key) {
  if (!known.has(key)) known.set(key, Object.values(texts).map((language) => (Object.hasOwn(language, key ?? "") ? language[key] : "")));
  return known.get(key);
}
