// Finding

/** Returns the filters that are set: names and values. */
function chosen() {
  return filters.filter((filter) => filter.value !== "").map((filter) => [filter.name, filter.value]);
}

/** Searches for what the form asks for and shows the matches. A code that is open stays open only if asked to. */
function find({ keepsOpen = false } = {}) {
  const wanted = words(query.value);
  const set = chosen();
  const counts = new Map(filters.map((filter) => [filter.name, new Map()]));
  const add = (code, name) => {
    const values = counts.get(name);
    values.set(code.facets[name], (values.get(code.facets[name]) ?? 0) + 1);
  };
  // By section and score: equally good matches stay in the order of the page.
  const found = new Map();
  for (const code of codes) {
    const failing = set.filter(([name, value]) => code.facets[name] !== value);
    if (failing.length > 1) continue;
    const score = rank(code.search, wanted);
    if (score === Infinity) continue;
    if (failing.length === 1) {
      add(code, failing[0][0]); // It would match with another value of this filter.
      continue;
    }
    for (const { name } of filters) add(code, name);
    if (!found.has(code.section)) found.set(code.section, []);
    (found.get(code.section)[score] ??= []).push(code);
  }
  const best = (scores) => scores.findIndex(Boolean);
  view.matches = [...found.values()].sort((a, b) => best(a) - best(b)).flatMap((scores) => scores.flat());
  nameChoices(counts);
  const isAsking = wanted.length > 0 || set.length > 0;
  if (overview) overview.hidden = isAsking;
  element("clear").disabled = !isAsking;
  const isKept = keepsOpen && view.matches.includes(view.open);
  if (!isKept) view.open = null;
  showAround(isKept ? view.matches.indexOf(view.open) : 0);
  suggest(wanted, set);
  show();
  if (!isKept) scrollTo(0, 0); // The best match is at the top.
}

/** Names the values of the filters with the number of codes that each would leave. Values without codes cannot be chosen. */
function nameChoices(counts) {
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
function suggest(wanted, set) {
  const list = element("suggestions");
  list.replaceChildren();
  if (view.matches.length > 0 || wanted.length === 0 && set.length === 0) return;
  const matching = (some) => codes.filter((code) => rank(code.search, some) !== Infinity).length;
  const offer = (label, act) => {
    const [item, button] = [document.createElement("li"), document.createElement("button")];
    button.type = "button";
    button.textContent = label;
    button.onclick = () => { act(); query.focus(); };
    item.append(button);
    list.append(item);
  };
  const unfiltered = set.length > 0 && wanted.length > 0 ? matching(wanted) : 0;
  if (unfiltered > 0) {
    offer(text("suggest-unfiltered", { count: unfiltered }), () => {
      for (const filter of filters) filter.value = "";
      ask();
    });
  }
  const typed = query.value.trim().split(/\s+/);
  for (const word of typed.length > 1 ? typed.slice(0, 4) : []) {
    const found = matching(words(word));
    if (found > 0) {
      offer(text("suggest-word", { word, count: found }), () => {
        clear();
        query.value = word;
        ask();
      });
    }
  }
  const isCode = typed.length === 1 && /\d/.test(typed[0]);
  const similar = isCode ? codes.filter((code) => isSimilar(fold(code.code), fold(typed[0]))) : [];
  for (const code of similar.slice(0, 5)) {
    offer(text("suggest-code", { code: code.code, table: text(`table.${code.facets.table}`) }), () => {
      clear();
      open(code, true);
    });
  }
}

/** Returns `true` if one character is other, missing or added, or two neighbors are swapped. */
function isSimilar(a, b) {
  if (Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start += 1;
  const [restA, restB] = [a.slice(start), b.slice(start)];
  if (a.length !== b.length) return a.length > b.length ? restA.slice(1) === restB : restA === restB.slice(1);
  const isSwapped = restA.length > 1 && restA[0] === restB[1] && restA[1] === restB[0] && restA.slice(2) === restB.slice(2);
  return restA.slice(1) === restB.slice(1) || isSwapped;
}
