// Finding

/** Returns the filters that are set: names and values. */
function chosen() {
  return filters.filter((filter) => filter.value !== "").map((filter) => [filter.name, filter.value]);
}

/** Returns the codes that match the query and pass a filter, the best first, or else similar codes. */
function matching(text, passes = () => true) {
  if (text.trim() === "") return { matches: codes.filter(passes), similar: [] };
  const { matches, similar } = search(index(), text, (at) => passes(codes[at]));
  const [found, near] = [matches, similar].map((places) => places.map((at) => codes[at]));
  return { matches: found, similar: near };
}

/** Searches for what the form asks for and shows the matches. A code that is open stays open only if asked to. */
function find({ keepsOpen = false } = {}) {
  const set = chosen();
  const failing = (code) => set.filter(([name, value]) => code.facets[name] !== value);
  const { matches, similar } = matching(query.value, (code) => failing(code).length === 0);
  // The tables are in the order of their best codes.
  const ranked = new Map(matches.map((code) => [code.section, []]));
  for (const code of matches) ranked.get(code.section).push(code);
  view.matches = [...ranked.values()].flat();
  nameChoices(set.length === 0 ? matches : matching(query.value, (code) => failing(code).length <= 1).matches, failing);
  const isAsking = query.value.trim() !== "" || set.length > 0;
  if (overview) overview.hidden = isAsking;
  element("clear").disabled = !isAsking;
  const isKept = keepsOpen && view.matches.includes(view.open);
  if (!isKept) view.open = null;
  showAround(isKept ? view.matches.indexOf(view.open) : 0);
  suggest(similar);
  show();
  if (!isKept) scrollTo(0, 0); // The best match is at the top.
}

/** Names the values of the filters with the number of codes that each would leave. Values without codes cannot be chosen. */
function nameChoices(candidates, failing) {
  const counts = new Map(filters.map((filter) => [filter.name, new Map()]));
  for (const code of candidates) {
    const [only] = failing(code);
    // A code that fails one filter would match with another value of it.
    for (const name of only ? [only[0]] : counts.keys()) {
      const [values, value] = [counts.get(name), code.facets[name]];
      values.set(value, (values.get(value) ?? 0) + 1);
    }
  }
  for (const filter of filters) {
    for (const option of filter.options) {
      if (option.value === "") continue;
      const found = counts.get(filter.name).get(option.value) ?? 0;
      option.textContent = `${choiceName(option)} (${found})`;
      option.disabled = found === 0 && !option.selected;
    }
  }
}

function choiceName(option) {
  return option.dataset.choice ? text(option.dataset.choice) : option.value;
}

function clear() {
  query.value = "";
  for (const filter of filters) filter.value = "";
  ask();
}

/** If nothing matches, offers searches that find something, and similar codes. */
function suggest(similar) {
  const list = element("suggestions");
  list.replaceChildren();
  if (view.matches.length > 0) return;
  const offer = (label, act) => {
    const [item, button] = [document.createElement("li"), document.createElement("button")];
    button.type = "button";
    button.textContent = label;
    button.onclick = act;
    item.append(button);
    list.append(item);
  };
  const search = (text) => {
    query.value = text;
    for (const filter of filters) filter.value = "";
    ask();
    query.focus();
  };
  const { unfiltered, words } = instead(index(), query.value, chosen().length > 0);
  for (const { text: rest, count } of unfiltered) offer(text("suggest-unfiltered", { count }), () => search(rest));
  for (const { text: word, count } of words) offer(text("suggest-word", { word, count }), () => search(word));
  for (const code of similar.slice(0, 5)) {
    const table = text(`table.${code.facets.table}`);
    offer(text("suggest-code", { code: code.code, table }), () => open(code, true));
  }
}
