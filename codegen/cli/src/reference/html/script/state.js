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
const codes = sections.flatMap(read);
const sizes = new Map(sections.map((section) => [section, section.querySelector("tbody").rows.length]));
const byAnchor = new Map(codes.map((code) => [code.anchor, code]));

/** Reads the codes of a table from its rows. It reads only what the page needs to open: of ten thousand rows, each cell takes time. */
function read(section) {
  const { module, table, path } = section.dataset;
  const heads = [...section.querySelectorAll("thead .heads th")];
  const placesOf = (name) => heads.flatMap((head, at) => (head.className === name ? [at] : []));
  const columns = Object.fromEntries(["message", "value", "variant", "printed"].map((name) => [name, placesOf(name)]));
  return Array.from(section.querySelector("tbody").rows, (row) => {
    const facets = { provider: module, table, status: row.getAttribute("data-status") ?? "" };
    for (const at of columns.value) facets[heads[at].dataset.text] = row.children[at].getAttribute("data-value") ?? undefined;
    const link = row.firstElementChild.firstElementChild;
    return { anchor: row.id, row, link, section, facets, columns, code: link.textContent, type: path };
  });
}

/** Returns the cells of a code in the columns of a kind. */
function cellsOf({ row, columns }, kind) {
  return columns[kind].map((at) => row.children[at]);
}

/** Returns the path of the code's variant. */
function pathOf(code) {
  return `${code.type}::${cellsOf(code, "variant")[0].textContent}`;
}

// The search index. It is made in pieces while the browser is idle; the first search makes the rest.
const steps = indexing(codes.length, (at) => entry(codes[at]));
let made = null;

/** Makes the index as long as there is time. */
function prepare(hasTime) {
  while (made === null && hasTime()) {
    const { done, value } = steps.next();
    if (done) made = value;
  }
}

function index() {
  prepare(() => true);
  return made;
}

/** Returns what the search knows of a code. */
function entry(described) {
  const { row, section, facets, code, type } = described;
  const [messageCells, valueCells, [printedCell]] = ["message", "value", "printed"].map((kind) => cellsOf(described, kind));
  const labels = [...inAllLanguages(`module.${facets.provider}`), ...inAllLanguages(`table.${facets.table}`)];
  for (const cell of valueCells) {
    labels.push(cell.dataset.value ?? cell.textContent, ...inAllLanguages(cell.firstElementChild?.dataset.text));
  }
  const unlisted = valueCells.filter((cell) => cell.dataset.value === undefined);
  const [messages, printed] = [[...messageCells, ...unlisted].map((cell) => cell.textContent), []];
  for (const list of printedCell.children) {
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
    paths: [pathOf(described), ...(row.dataset.aliases ?? "").split(" ").filter(Boolean).map((alias) => `${type}::${alias}`)],
    filters: filtersOf(facets, type),
    declared: JSON.parse(section.dataset.placeholders),
    isCautious: row.dataset.cautious !== undefined,
  });
}

/** Returns the words that limit a search to codes with these facets: `lianlian:`, `http:409`, `outcome:pending`. */
function filtersOf({ provider, table, status, ...attributes }, type) {
  const values = Object.entries(attributes).filter(([, value]) => value !== undefined);
  return [
    `${provider}:`, `${table}:`, `${provider}::${type.split("::").at(-1)}:`, ...(status ? [`http:${status}`] : []),
    ...values.map(([name, value]) => `${name.slice("attribute.".length)}:${value}`),
  ];
}

/** Returns a text in each language of the page: the search covers all of them. */
function inAllLanguages(key) {
  if (!known.has(key)) known.set(key, Object.values(texts).map((language) => (Object.hasOwn(language, key ?? "") ? language[key] : "")));
  return known.get(key);
}
