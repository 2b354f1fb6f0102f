// The page: takes the codes out of the tables and puts the matching ones back, a window at a time.

const WINDOW = 40;

const texts = JSON.parse(document.getElementById("texts").textContent);
const element = (id) => document.getElementById(id);
const [query, finder, count, overview] = ["query", "finder", "count", "overview"].map(element);
const [earlier, more, nothing, announcement] = ["earlier", "more", "nothing", "announcement"].map(element);
const sections = [...document.querySelectorAll("section.codes")];

/** The state of the view: it shows `matches[from..to]` and the details of the open code. */
const view = { language: document.documentElement.lang, matches: [], from: 0, to: WINDOW, open: null, detail: null };

const [known, languageNames] = [new Map(), new Map()];
const codes = sections.flatMap((section) => [...section.querySelectorAll("tbody > tr")].map((row) => read(row, section)));
const sizes = new Map(sections.map((section) => [section, section.querySelectorAll("tbody > tr").length]));
const index = (() => {
  let made = null;
  return () => (made ??= searchIndex(codes.map(entry))); // after the page has opened, or when somebody searches
})();
const byAnchor = new Map(codes.map((code) => [code.anchor, code]));

/** Reads a code from its row in the page. */
function read(row, section) {
  const { module, table, path } = section.dataset;
  const facets = { provider: module, table, status: row.dataset.status ?? "" };
  for (const cell of row.querySelectorAll("td.value")) facets[`attribute.${cell.dataset.attribute}`] = cell.dataset.value;
  const variant = row.querySelector("td.variant").textContent;
  return {
    anchor: row.id, row, section, facets, code: row.querySelector("th a").textContent,
    path: `${path}::${variant}`, type: path,
  };
}

/** Returns what the search knows of a code. */
function entry({ row, section, facets, code, path, type }) {
  const content = (part) => part.textContent;
  const [cells, printed] = [[...row.cells], row.cells[row.cells.length - 1]];
  const textsIn = (selector) => (printed.firstElementChild ? [...printed.querySelectorAll(selector)].map(content) : []);
  const labels = [...inAllLanguages(`module.${facets.provider}`), ...inAllLanguages(`table.${facets.table}`)];
  const values = cells.filter((cell) => cell.className === "value");
  for (const cell of values) {
    labels.push(cell.dataset.value ?? cell.textContent, ...inAllLanguages(cell.firstElementChild?.dataset.text));
  }
  const messages = cells.filter((cell) => cell.className === "message" || (cell.className === "value" && cell.dataset.value === undefined));
  return entryOf({
    code, labels,
    link: row.id,
    status: facets.status,
    paths: [path, ...(row.dataset.aliases ?? "").split(" ").filter(Boolean).map((alias) => `${type}::${alias}`)],
    // Every entry has its messages if there are several.
    messages: [...messages.map(content), ...textsIn("dt[data-language]:not(.is-printed) + dd")],
    printed: textsIn("dt.is-printed:not([data-text=code], [data-text=scope], [data-text=status]) + dd:not(.absent)"),
    declared: JSON.parse(section.dataset.placeholders),
    isCautious: row.dataset.cautious !== undefined,
  });
}

/** Returns a text in each language of the page: the search covers all of them. */
function inAllLanguages(key) {
  if (!known.has(key)) known.set(key, Object.values(texts).map((language) => language[key] ?? ""));
  return known.get(key);
}

// Texts

function text(key, values = {}) {
  const pattern = texts[view.language][key] ?? key;
  return pattern.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
}

/** Returns the name of a language in the language of the page. */
function languageName(tag) {
  const key = `${view.language} ${tag}`;
  if (!languageNames.has(key)) {
    try {
      languageNames.set(key, new Intl.DisplayNames([view.language], { type: "language" }).of(tag));
    } catch {
      languageNames.set(key, tag);
    }
  }
  return languageNames.get(key);
}

/** Translates a part of the page. */
function translate(part) {
  for (const node of part.querySelectorAll("[data-text], [data-language], [data-label], [data-hint]")) {
    const { text: key, number, attribute, language, label, hint } = node.dataset;
    if (key) node.textContent = text(key, { number, attribute: attribute && text(attribute) });
    if (language) {
      const name = languageName(language);
      node.textContent = node.className === "is-printed" ? `${name} (${text("printed-as")})` : name;
    }
    if (label) node.setAttribute("aria-label", text(label));
    if (hint) node.placeholder = text(hint);
  }
}

function setLanguage(language) {
  view.language = language;
  document.documentElement.lang = language;
  document.title = text("title");
  for (const button of document.querySelectorAll("#languages button")) {
    button.setAttribute("aria-pressed", button.value === language);
  }
  for (const code of codes) code.language = null;
  translate(document);
  element("summary").textContent = text(sections.length === 1 ? "summary-one" : "summary", { codes: codes.length, tables: sections.length });
  show();
}

/** Returns the language chosen before, or else the first one that the browser prefers and the page has. */
function preferredLanguage() {
  const wanted = [remembered(), ...navigator.languages].filter(Boolean);
  const primary = wanted.map((tag) => tag.toLowerCase().split("-")[0]);
  return primary.find((tag) => tag in texts) ?? view.language;
}

function remembered(language) {
  try {
    if (language) localStorage.setItem("codes-language", language);
    return localStorage.getItem("codes-language");
  } catch {
    return null; // A page on disk may not have storage.
  }
}

// Showing

/** Searches for what the form asks for and shows the first matches. */
function find() {
  const filters = [...new FormData(finder)].filter(([, value]) => value !== "");
  const passes = (code) => filters.every(([name, value]) => code.facets[name] === value);
  const isSearching = query.value.trim() !== "";
  const found = isSearching
    ? search(index(), query.value, (at) => passes(codes[at])).matches.map((at) => codes[at])
    : codes.filter(passes);
  // The tables are in the order of their best codes.
  const ranked = new Map(found.map((code) => [code.section, []]));
  for (const code of found) ranked.get(code.section).push(code);
  view.matches = [...ranked.values()].flat();
  view.open = null;
  [view.from, view.to] = [0, WINDOW];
  const isAsking = isSearching || filters.length > 0;
  if (overview) overview.hidden = isAsking;
  element("clear").disabled = !isAsking;
  show();
  scrollTo(0, 0); // The best match is at the top.
}

/** Shows the rows of the window in their tables. */
function show() {
  const { matches, from, to } = view;
  const rows = new Map();
  for (const code of matches.slice(from, to)) {
    if (!rows.has(code.section)) rows.set(code.section, []);
    if (code.language !== view.language) translate(code.row);
    code.language = view.language;
    code.row.querySelector("a").setAttribute("aria-expanded", code === view.open);
    rows.get(code.section).push(code.row);
    if (code === view.open) rows.get(code.section).push(view.detail = detail(code));
  }
  const found = new Map();
  for (const { section } of matches) found.set(section, (found.get(section) ?? 0) + 1);
  fill(element("tables"), [...rows.keys(), ...sections.filter((section) => !rows.has(section))]);
  for (const section of sections) {
    section.hidden = !rows.has(section);
    const [some, all] = [found.get(section) ?? 0, sizes.get(section)];
    section.querySelector("h2 .number").textContent = some === all ? all : `${some} / ${all}`;
    fill(section.querySelector("tbody"), rows.get(section) ?? []);
  }
  earlier.hidden = from === 0;
  more.hidden = to >= matches.length;
  nothing.hidden = matches.length > 0;
  count.textContent = counted(matches.length);
  mark();
}

/** Makes these the children of the parent. A child in its place is not moved: it may have the focus or hold the scroll position. */
function fill(parent, children) {
  const wanted = new Set(children);
  for (const child of [...parent.children]) if (!wanted.has(child)) child.remove();
  let next = parent.firstElementChild;
  for (const child of children) {
    if (child === next) next = next.nextElementSibling;
    else parent.insertBefore(child, next);
  }
}

function counted(found) {
  const total = codes.length;
  const key = { 0: "count-none", 1: "count-one", [total]: "count-all" }[found] ?? "count";
  return text(key, { count: found, total });
}

/** Highlights the words of the query, if the browser can do so without changing the page. */
function mark() {
  if (!window.CSS?.highlights) return;
  const wanted = [...new Set(fold(query.value).match(TOKEN) ?? [])].slice(0, MAX_WORDS);
  const ranges = [];
  for (const row of wanted.length > 0 ? document.querySelectorAll("#tables tbody > tr") : []) {
    const walker = document.createTreeWalker(row, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const [node, folded] = [walker.currentNode, fold(walker.currentNode.data)];
      if (folded.length !== node.length) continue;
      for (const word of wanted) {
        for (let at = folded.indexOf(word); at >= 0; at = folded.indexOf(word, at + word.length)) {
          const range = new Range();
          range.setStart(node, at);
          range.setEnd(node, at + word.length);
          ranges.push(range);
        }
      }
    }
  }
  CSS.highlights.set("found", new Highlight(...ranges));
}

// Opening

/** Returns the row with the details of a code. An existing row is reused. */
function detail(code) {
  if (view.detail?.id === `about-${code.anchor}` && view.detail.lang === view.language) return view.detail;
  const part = element("detail").content.cloneNode(true);
  const row = part.firstElementChild;
  const find = (selector) => row.querySelector(selector);
  row.id = `about-${code.anchor}`;
  row.lang = view.language;
  row.cells[0].colSpan = code.section.querySelectorAll("thead th:not(.variant, .printed)").length;
  const list = find(".meaning dl");
  const add = (key, value, doc) => {
    const [term, words] = [document.createElement("dt"), document.createElement("dd")];
    term.textContent = text(key);
    words.append(value, doc ? document.createElement("p") : "");
    if (doc) words.querySelector("p").textContent = doc;
    list.append(term, words);
  };
  for (const cell of code.row.querySelectorAll("td.value")) {
    const label = cell.firstElementChild;
    if (cell.textContent === "") continue;
    const value = document.createElement("strong");
    value.textContent = cell.textContent;
    value.className = label?.className ?? "";
    add(`attribute.${cell.dataset.attribute}`, value, text(label ? `${label.dataset.text}.doc` : `attribute.${cell.dataset.attribute}.doc`));
  }
  if (code.facets.status) add("status", code.facets.status, text("status.doc"));
  const names = new Set([...code.row.querySelectorAll("var")].map((name) => name.textContent));
  if (names.size > 0) add("placeholders", [...names].join(" "));
  if (code.row.dataset.aliases) add("alias", code.row.dataset.aliases);
  const printed = code.row.querySelector("td.printed").cloneNode(true);
  find(".as-documented").hidden = printed.childElementCount === 0;
  find(".as-documented").append(...printed.childNodes);
  for (const part of code.path.split(/(?<=::)/)) find(".path").append(part, document.createElement("wbr"));
  find("pre code").textContent = snippet(code);
  const link = find(".link");
  link.href = link.textContent = `#${code.anchor}`;
  translate(row);
  const address = location.href.split("#")[0];
  for (const [where, what] of [["p", code.path], [".snippet", snippet(code)], [".actions", `${address}#${code.anchor}`]]) {
    find(`${where} > .copy`).onclick = (event) => copy(event.target, what);
  }
  find(".close").onclick = close;
  return row;
}

function snippet(code) {
  const [type, variant] = [code.type.split("::").at(-1), code.path.split("::").at(-1)];
  return `use ${code.type};\n\nlet code = ${type}::from_code(received);\nif code == Some(${type}::${variant}) {\n    // …\n}`;
}

function open(code) {
  if (!view.matches.includes(code)) {
    finder.reset();
    find();
  }
  const at = view.matches.indexOf(code);
  // A code far away gets its own window, so that the rows in between need not be shown.
  if (at < view.from || at >= view.to) [view.from, view.to] = [Math.max(0, at - 10), at + WINDOW];
  view.open = code;
  show();
  code.row.querySelector("a").focus({ preventScroll: true });
}

function close() {
  const code = view.open;
  view.open = null;
  history.replaceState(null, "", location.href.split("#")[0]);
  show();
  code?.row.querySelector("a").focus();
}

/** Opens the code in the address. */
function follow() {
  const anchor = location.hash.slice(1);
  const code = byAnchor.get(anchor) ?? byAnchor.get(unescaped(anchor));
  if (code) {
    open(code);
    code.row.scrollIntoView();
  } else if (anchor !== "" && !element(anchor)) {
    announcement.textContent = count.textContent = text("unknown-link", { id: unescaped(anchor) });
  }
}

function unescaped(anchor) {
  try {
    return decodeURIComponent(anchor);
  } catch {
    return anchor;
  }
}

// Copying

async function copy(button, what) {
  const copied = await writeToClipboard(what);
  const message = text(copied ? "copied" : "not-copied");
  announcement.textContent = message;
  button.textContent = message;
  button.addEventListener("blur", () => { button.textContent = text(button.dataset.text); }, { once: true });
}

async function writeToClipboard(what) {
  try {
    await navigator.clipboard.writeText(what);
    return true;
  } catch {
    // A page on disk may not have access to the clipboard: select the text and copy it.
    const field = document.createElement("textarea");
    const focused = document.activeElement;
    field.value = what;
    field.className = "unseen";
    document.body.append(field);
    field.select();
    const copied = document.execCommand("copy");
    field.remove();
    focused?.focus();
    return copied;
  }
}

// Events

query.addEventListener("input", find);
(window.requestIdleCallback ?? setTimeout)(() => index());
for (const filter of finder.querySelectorAll("select")) filter.addEventListener("change", find);
finder.addEventListener("submit", (event) => event.preventDefault());
element("clear").addEventListener("click", () => { finder.reset(); find(); query.focus(); });
earlier.addEventListener("click", () => { view.from = Math.max(0, view.from - WINDOW); show(); });
more.addEventListener("click", () => { view.to += WINDOW; show(); });
new IntersectionObserver(([seen]) => { if (seen.isIntersecting) more.click(); }, { rootMargin: "600px" }).observe(more);
window.addEventListener("hashchange", follow);
// The form must not cover what is scrolled to or gets the focus.
new ResizeObserver(() => {
  const covered = getComputedStyle(finder).position === "sticky" ? finder.offsetHeight : 0;
  document.documentElement.style.scrollPaddingTop = `${covered + 8}px`;
}).observe(finder);
for (const button of document.querySelectorAll("#languages button")) {
  button.addEventListener("click", () => { remembered(button.value); setLanguage(button.value); });
}

element("tables").addEventListener("click", (event) => {
  const row = event.target.closest("tbody > tr:not(.detail)");
  const link = event.target.closest("a");
  if (!row || event.ctrlKey || event.metaKey || event.shiftKey || (!link && getSelection().toString())) return;
  event.preventDefault();
  const code = byAnchor.get(row.id);
  if (code === view.open) return close();
  // Setting the address instead would make the page jump.
  history.pushState(null, "", `#${code.anchor}`);
  open(code);
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

// Print all matches.
let beforePrint = null;
window.addEventListener("beforeprint", () => {
  beforePrint = { ...view };
  Object.assign(view, { from: 0, to: Infinity, open: null });
  show();
});
window.addEventListener("afterprint", () => {
  Object.assign(view, beforePrint);
  show();
});

for (const section of sections) section.querySelector("tbody").replaceChildren();
find();
setLanguage(preferredLanguage());
// Follow the address after the browser has scrolled to the anchor by itself, which drops the focus.
window.addEventListener("load", () => requestAnimationFrame(() => {
  document.documentElement.className = "ready";
  follow();
}));
