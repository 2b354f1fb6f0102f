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
const index = (() => {
  let made = null;
  return () => (made ??= searchIndex(codes.map(entry))); // after the page has opened, or at the first search
})();
const byAnchor = new Map(codes.map((code) => [code.anchor, code]));

/** Reads a code from its row in the page. It asks no selector for a row: that takes time that grows with the page. */
function read(row, section) {
  const { module, table, path } = section.dataset;
  const cells = { message: [], value: [], http: [], variant: [], printed: [] };
  for (const cell of row.cells) cells[cell.className]?.push(cell);
  const facets = { provider: module, table, status: row.dataset.status ?? "" };
  for (const cell of cells.value) facets[`attribute.${cell.dataset.attribute}`] = cell.dataset.value;
  const link = row.cells[0].firstElementChild;
  return {
    anchor: row.id, row, link, section, facets, cells, code: link.textContent,
    path: `${path}::${cells.variant[0].textContent}`, type: path,
  };
}

/** Returns what the search knows of a code. */
function entry({ row, section, facets, cells, code, path, type }) {
  const labels = [...inAllLanguages(`module.${facets.provider}`), ...inAllLanguages(`table.${facets.table}`)];
  for (const cell of cells.value) {
    labels.push(cell.dataset.value ?? cell.textContent, ...inAllLanguages(cell.firstElementChild?.dataset.text));
  }
  const unlisted = cells.value.filter((cell) => cell.dataset.value === undefined);
  const [messages, printed] = [[...cells.message, ...unlisted].map((cell) => cell.textContent), []];
  for (const list of cells.printed[0].children) {
    for (const term of list.children) {
      const [{ text: key, language }, words] = [term.dataset, term.nextElementSibling];
      if (term.tagName !== "DT" || words?.tagName !== "DD") continue;
      if (term.className !== "is-printed" && language) messages.push(words.textContent); // An entry of several has its messages.
      const isText = !["code", "scope", "status"].includes(key) && words.className !== "absent";
      if (term.className === "is-printed" && isText) printed.push(words.textContent);
    }
  }
  return entryOf({
    code, labels, messages, printed,
    link: row.id,
    status: facets.status,
    paths: [path, ...(row.dataset.aliases ?? "").split(" ").filter(Boolean).map((alias) => `${type}::${alias}`)],
    declared: JSON.parse(section.dataset.placeholders),
    isCautious: row.dataset.cautious !== undefined,
  });
}

/** Returns a text in each language of the page: the search covers all of them. */
function inAllLanguages(key) {
  if (!known.has(key)) known.set(key, Object.values(texts).map((language) => (Object.hasOwn(language, key ?? "") ? language[key] : "")));
  return known.get(key);
}
