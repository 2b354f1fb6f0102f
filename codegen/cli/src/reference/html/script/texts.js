// Texts

/** Returns a text in the language of the page, with these values in place of its placeholders. Other braces are text. */
function text(key, values = {}) {
  const pattern = Object.hasOwn(texts[view.language], key) ? texts[view.language][key] : key;
  return pattern.replace(/\{(\w+)\}/g, (whole, name) => (Object.hasOwn(values, name) ? values[name] : whole));
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
    const { text: key, number, attribute, language, label, hint, messageLanguage } = node.dataset;
    if (key && number) node.textContent = text(key, { number });
    else if (key && attribute) node.textContent = text(key, { attribute: text(attribute) });
    else if (key && messageLanguage) node.textContent = text(key, { language: languageName(messageLanguage) });
    else if (key) node.textContent = text(key);
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
  for (const button of document.querySelectorAll("#languages button")) {
    button.setAttribute("aria-pressed", button.value === language);
  }
  for (const code of codes) code.language = null;
  translate(document);
  element("summary").textContent = text(sections.length === 1 ? "summary-one" : "summary", { codes: codes.length, tables: sections.length });
}

/** Returns the language chosen before, or else the first one that the browser prefers and the page has. */
function preferredLanguage() {
  const wanted = [remembered(), ...navigator.languages].filter(Boolean);
  const primary = wanted.map((tag) => tag.toLowerCase().split("-")[0]);
  return primary.find((tag) => Object.hasOwn(texts, tag)) ?? view.language;
}

function remembered(language) {
  try {
    if (language) localStorage.setItem("codes-language", language);
    return localStorage.getItem("codes-language");
  } catch {
    return null; // A page on disk may not have storage.
  }
}
