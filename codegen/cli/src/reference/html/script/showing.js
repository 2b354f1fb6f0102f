// Showing

/** Chooses the rows to show: all of them, or a window around a match. */
function showAround(at) {
  const isSmall = view.matches.length <= ALL;
  const isNear = at < WINDOW;
  view.from = isSmall || isNear ? 0 : at - 10;
  view.to = isSmall ? view.matches.length : at + WINDOW;
}

/** Shows the rows of the window in their tables. */
function show() {
  const { matches, from, to } = view;
  const rows = new Map();
  for (const code of matches.slice(from, to)) {
    if (!rows.has(code.section)) rows.set(code.section, []);
    if (code.language !== view.language) translate(code.row);
    code.language = view.language;
    code.link.setAttribute("aria-expanded", code === view.open);
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
  document.title = named();
  mark();
}

/** Returns the title of the page: the open code or the query comes first. */
function named() {
  const page = text("title");
  if (view.open) return `${view.open.code} – ${text(`table.${view.open.facets.table}`)} – ${page}`;
  return query.value.trim() === "" ? page : `${query.value.trim()} – ${page}`;
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

/** Keeps the form from covering what is scrolled to or gets the focus. */
function leaveRoomForForm() {
  const covered = getComputedStyle(finder).position === "sticky" ? finder.offsetHeight : 0;
  document.documentElement.style.scrollPaddingTop = `${covered + 8}px`;
}

function counted(found) {
  const total = codes.length;
  const key = { 0: "count-none", 1: "count-one", [total]: "count-all" }[found] ?? "count";
  return text(key, { count: found, total });
}
/** Highlights the words of the query, if the browser can do so without changing the page. */
function mark() {
  if (!window.CSS?.highlights) return;
  const searched = query.value.trim() === "" ? "" : splitQuery(index(), query.value).rest;
  const wanted = [...new Set(fold(searched).match(TOKEN) ?? [])].slice(0, MAX_WORDS);
  const ranges = [];
  for (const row of wanted.length > 0 ? document.querySelectorAll("#tables tbody > tr") : []) {
    const walker = document.createTreeWalker(row, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const [node, folded] = [walker.currentNode, fold(walker.currentNode.data)];
      if (folded.length !== node.length) continue;
      for (const word of wanted) {
        for (let at = folded.indexOf(word); at >= 0; at = folded.indexOf(word, at + word.length)) {
          // The browser updates each live range whenever a row is removed.
          ranges.push(new StaticRange({ startContainer: node, startOffset: at, endContainer: node, endOffset: at + word.length }));
        }
      }
    }
  }
  CSS.highlights.set("found", new Highlight(...ranges));
}

