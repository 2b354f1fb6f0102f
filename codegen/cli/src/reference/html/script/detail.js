// Opening

/** Returns the row with the details of a code. An existing row is reused. */
function detail(code) {
  if (view.detail?.id === `about-${code.anchor}` && view.detail.lang === view.language) return view.detail;
  const part = element("detail").content.cloneNode(true);
  const row = part.firstElementChild;
  const find = (selector) => row.querySelector(selector);
  row.id = `about-${code.anchor}`;
  row.lang = view.language;
  row.cells[0].colSpan = code.section.querySelectorAll("thead .heads th:not(.variant, .printed)").length;
  identify(code, find(".identity"));
  const values = [...code.row.querySelectorAll("td.value")].filter((cell) => cell.textContent !== "");
  const advice = values.find((cell) => "derived" in cell.dataset && cell.firstElementChild);
  find(".in-short").hidden = !advice;
  if (advice) find(".in-short span").textContent = text(`${advice.firstElementChild.dataset.text}.doc`);
  const list = find(".meaning dl");
  for (const cell of values.filter((cell) => cell !== advice)) {
    const [label, link] = [cell.querySelector("span"), cell.querySelector("a")];
    const value = document.createElement("strong");
    value.append(label ? text(label.dataset.text) : link?.cloneNode(true) ?? cell.textContent);
    value.className = label?.className ?? "";
    const doc = label ? `${label.dataset.text}.doc` : `attribute.${cell.dataset.attribute}.doc`;
    define(list, text(`attribute.${cell.dataset.attribute}`), value, text(doc));
  }
  if (code.facets.status) define(list, text("status"), code.facets.status, text("status.doc"));
  const names = new Set([...code.row.querySelectorAll("var")].map((name) => name.textContent));
  if (names.size > 0) define(list, text("placeholders"), [...names].join(" "));
  if (code.row.dataset.aliases) define(list, text("alias"), code.row.dataset.aliases);
  const printed = code.row.querySelector("td.printed").cloneNode(true);
  find(".as-documented").hidden = printed.childElementCount === 0;
  find(".as-documented").append(...printed.childNodes);
  for (const part of pathOf(code).split(/(?<=::)/)) find(".path").append(part, document.createElement("wbr"));
  find("pre code").textContent = snippet(code);
  const link = find(".link");
  link.href = link.textContent = `#${code.anchor}`;
  for (const message of code.row.querySelectorAll("td.message")) {
    const button = find(".texts .copy").cloneNode();
    button.dataset.text = "copy-message";
    button.dataset.messageLanguage = message.lang;
    button.onclick = () => copy(button, message.textContent);
    find(".texts").append(button, " ");
  }
  translate(row);
  const address = location.href.split(/[?#]/)[0];
  for (const [where, what] of [[".texts", code.code], [".for-rust p", pathOf(code)], [".snippet", snippet(code)], [".actions", `${address}#${code.anchor}`]]) {
    find(`${where} > .copy`).onclick = (event) => copy(event.target, what);
  }
  find(".close").onclick = close;
  return row;
}

/** Lists what the code is: the code, its provider, its table, and the document with its edition. */
function identify(code, list) {
  for (const [name, value] of [
    [text("code"), code.code],
    [text("provider"), text(`module.${code.facets.provider}`)],
    [text("table"), text(`table.${code.facets.table}`)],
  ]) {
    const pair = document.createElement("div");
    define(pair, name, value);
    list.append(pair);
  }
  for (const fact of code.section.querySelectorAll(".source > *")) list.append(fact.cloneNode(true));
}

function define(list, name, value, doc) {
  const [term, words] = [document.createElement("dt"), document.createElement("dd")];
  term.textContent = name;
  words.append(value);
  if (doc) {
    const paragraph = document.createElement("p");
    paragraph.textContent = doc;
    words.append(paragraph);
  }
  list.append(term, words);
}

function snippet(code) {
  const [type, variant] = [code.type.split("::").at(-1), pathOf(code).split("::").at(-1)];
  return `use ${code.type};\n\nlet code = ${type}::from_code(received);\nif code == Some(${type}::${variant}) {\n    // …\n}`;
}

/** Opens a code, as a new entry of the history if the user asked for it. */
function open(code, isNew = false) {
  if (isNew) writeAddress(); // The entry before it has the query.
  if (!view.matches.includes(code)) {
    query.value = "";
    for (const filter of filters) filter.value = "";
    find();
  }
  const at = view.matches.indexOf(code);
  // A code far away gets its own window, so that the rows in between need not be shown.
  if (at < view.from || at >= view.to) showAround(at);
  view.open = code;
  show();
  writeAddress(isNew);
  code.link.focus({ preventScroll: true });
}

function close() {
  const code = view.open;
  view.open = null;
  show();
  writeAddress();
  code?.link.focus();
}
