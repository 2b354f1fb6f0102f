// The search for codes, independent of the page. It is the same as in `reference/search/`, function by function: the comments there
// say how it works, and the cases of `tests/cases/search.rs` test both.

const [MAX_TOKENS, MAX_TEXT, MAX_WORDS, MAX_INSIDE, MAX_CODE_TOKENS, MAX_SIMILAR, MAX_INSTEAD] = [20000, 4000, 64, 8, 8, 5, 4];
const [MIN_WIDTH, MIN_LETTERS] = [8, 4];

/** How a code matches, the best first. */
const CLASS = { typed: 0, same: 1, text: 2, labeled: 3, found: 4, part: 5, words: 6, similar: 7 };

/** How a query shows a possible code, the surest last. */
const SIGHT = { other: 1, bare: 2, labeled: 3 };

// Codes

/** Returns what the search knows of a code. */
function entryOf({ code, link, status, paths, messages, printed, labels, filters, declared, isCautious }) {
  const folded = fold(code);
  const names = paths.map((path) => nameWords(path.split("::").at(-1)));
  const texts = [...messages, ...printed].map((text) => textOf(text, false, pieces(text, declared)));
  texts.push(...names.map((name) => textOf(name, true, [name])));
  return {
    code, folded, status, isCautious,
    key: keyOf(folded),
    number: numberOf(folded),
    link: fold(link),
    paths: paths.map(fold),
    names: names.filter((name) => name.includes(" ")).map((name) => name.replaceAll(" ", "")),
    texts: texts.filter((text) => text.plain !== ""),
    length: texts.reduce((sum, text) => sum + text.plain.length, 0),
    labels: [...labels, `${code} http ${status}`, ...paths],
    filters: filters.map(fold),
  };
}

/** Returns the part of a folded code from its first letter or digit to its last, with its sign. */
function keyOf(folded) {
  const found = tokens(folded);
  if (found.length === 0) return null;
  const [{ start }, last] = [found[0], found.at(-1)];
  const sign = folded[start - 1] === "-" && /\d/.test(folded[start]) ? 1 : 0;
  return folded.slice(start - sign, last.start + last.token.length);
}

function textOf(text, isName, parts) {
  const plain = plainOf(text);
  const pieces = parts.length === 1 ? [plain] : parts.map(plainOf);
  const first = pieces.find((piece) => piece !== "");
  return { plain, isName, pieces, width: pieces.reduce((sum, piece) => sum + width(piece), 0), first: first && firstWord(first) };
}

/** Returns `true` if the query is this text with arguments that are not longer than the text itself. */
function isWhole(text, query) {
  if (query.plain === text.plain) return true;
  if (text.pieces.length < 2 || text.width === 0 || query.width > 2 * text.width) return false;
  const [first, last] = [text.pieces[0], text.pieces.at(-1)];
  const isAround = query.plain.startsWith(first) && query.plain.endsWith(last) && query.plain.length >= first.length + last.length;
  return isAround && findAll(query.plain.slice(first.length, query.plain.length - last.length), text.pieces.slice(1, -1));
}

/** Returns the width of the text if the query contains it, or else 0. */
function widthInside(text, query) {
  // Most texts fail here, at the first word.
  const isCandidate = text.width >= MIN_WIDTH && text.width <= query.width && query.allWords.has(text.first);
  return isCandidate && findAll(query.plain, text.pieces) ? Math.min(text.width, 100) : 0;
}

/** Returns `true` if a text contains plain texts one after the other. */
function findAll(text, pieces) {
  let at = 0;
  for (const piece of pieces) {
    if (piece === "") continue;
    at = findPart(text, piece, at, true);
    if (at < 0) return false;
  }
  return true;
}

/** Returns the texts between the placeholders: in braces, and those that the table declares for printed texts. */
function pieces(text, declared) {
  const alone = (name) => new RegExp(`${WORD_END}${name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}${WORD_END}`, "u");
  return declared.reduce((found, name) => found.flatMap((piece) => piece.split(alone(name))), text.split(/\{[^}]*\}/));
}

// Queries

/** Returns what somebody searches for. */
function queryOf(text, vocabulary) {
  const typed = text.trim();
  const folded = fold(typed);
  const all = tokens(folded).slice(0, MAX_TOKENS);
  let length = 0;
  const end = all.findIndex(({ token }) => (length += token.length) > MAX_TEXT);
  const first = all.slice(0, end < 0 ? all.length : end).map(({ token }) => token);
  const corrections = correctionsOf(vocabulary, first);
  const plain = join(first.map((token) => corrections.get(token) ?? token));
  const query = {
    typed, folded, plain,
    width: width(plain),
    hasLetters: /[^\p{N} ]/u.test(plain),
    isOne: folded !== "" && !/\s/.test(folded),
    number: numberOf(folded),
    link: folded.replace(/^#+/, ""),
    name: all.length > 0 ? nameOf(folded.slice(all[0].start)) : null,
    seen: new Map(), labeledNumbers: new Set(), names: new Set(), allWords: new Set(words(plain)),
  };
  for (let at = 0; at < all.length; at += 1) see(query, vocabulary, all, at);
  return query;
}

/** Notes the known codes and names that start with a token. */
function see({ folded, seen, names, labeledNumbers }, known, all, first) {
  const { start, token } = all[first];
  for (let last = first; last < all.length && last < first + MAX_CODE_TOKENS; last += 1) {
    const text = folded.slice(start, all[last].start + all[last].token.length);
    const name = nameOf(text);
    if (last - first >= known.codeTokens && name === null) break;
    if (name !== null && known.names.has(name)) names.add(name);
    const isOne = last === first;
    const signed = folded[start - 1] === "-" && /^\d/.test(token) ? [`-${text}`] : [];
    for (const code of [...signed, text]) {
      const number = isOne ? numberOf(code) : null;
      if (!known.keys.has(code) && !known.numbers.has(number)) continue;
      const sight = sightOf(folded, all, first);
      if (isOne && sight !== SIGHT.labeled && (!/\p{N}/u.test(text) || isInsideNumber(folded, start, text))) continue;
      if (number !== null && sight === SIGHT.labeled) labeledNumbers.add(number);
      seen.set(code, Math.max(sight, seen.get(code) ?? 0));
    }
  }
}

/** Returns a text as a name without what separates its words; `null` if it is not one identifier. */
function nameOf(text) {
  return NAME.test(text) ? text.replace(/[_-]/g, "") : null;
}

/** Returns `true` if a number is a part of a longer one, of a time, of a date or of an address. */
function isInsideNumber(folded, start, token) {
  const end = start + token.length;
  return /[.,:/+-]/.test(folded[start - 1]) && /\d/.test(folded[start - 2]) || /^[.,:/+-]\d/.test(folded.slice(end, end + 2));
}

/** Returns how the query shows the token, by the words before it. */
function sightOf(folded, all, at) {
  let label = at;
  let between = "";
  // `the code is 2008`: some words may come between the label and the code.
  do {
    if (label === 0) return SIGHT.bare;
    const { start, token } = all[label - 1];
    between = folded.slice(start + token.length, all[label].start) + between;
    label -= 1;
  } while (["is", "was", "no", "number", "value", "type", "string"].includes(all[label].token) && at - label <= 3);
  const word = all[label].token;
  if (/[\n,;{}]/.test(between) || [...between].length > 12) return SIGHT.bare;
  if (/code$|^codes$|码[为是]*$/.test(word)) {
    // The status of a reply says little beside a code of the provider.
    const isStatus = (word) => /status|http|状态/.test(word);
    return isStatus(all[label - 1]?.token ?? "") || isStatus(word) ? SIGHT.other : SIGHT.labeled;
  }
  if (["err", "error", "errno", "rc", "ret", "result", "reason"].includes(word)) return SIGHT.bare;
  return /[=:>]/.test(between) ? SIGHT.other : SIGHT.bare;
}

// Words

/** Adds what a code has to what all codes have: words, each with the places of the codes that have it, filters, and names. */
function learn(vocabulary, entry, at) {
  const { codes, wordsOf, filters, keys, numbers, names } = vocabulary;
  const add = (word) => {
    const places = codes.get(word);
    if (places === undefined) codes.set(word, [at]);
    else if (places.at(-1) !== at) places.push(at);
  };
  for (const text of entry.texts) for (const word of words(text.plain)) add(word);
  for (const label of entry.labels) {
    // Most labels are those of many codes.
    if (!wordsOf.has(label)) wordsOf.set(label, words(plainOf(label)));
    for (const word of wordsOf.get(label)) add(word);
  }
  for (const filter of entry.filters) filters.add(filter);
  for (const name of entry.names) names.add(name);
  if (entry.key !== null) keys.add(entry.key);
  if (entry.number !== null) numbers.add(entry.number);
  vocabulary.codeTokens = Math.max(vocabulary.codeTokens, tokens(entry.folded).length);
}

/** Sorts the words, when all codes are known. */
function sortWords(vocabulary) {
  const sorted = [...vocabulary.codes.keys()].sort();
  const byLength = new Map();
  for (const word of sorted.filter(isSpelled)) {
    if (!byLength.has(word.length)) byLength.set(word.length, []);
    byLength.get(word.length).push(word);
  }
  Object.assign(vocabulary, { sorted, byLength });
}

/** Returns `true` for a word that may be misspelt. */
function isSpelled(word) {
  return word.length >= MIN_LETTERS && !/\p{N}/u.test(word) && !SOLID_FIRST.test(word);
}

/** Returns the place of the first word that does not come before a text. */
function placeOf({ sorted }, start) {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle] < start) low = middle + 1;
    else high = middle;
  }
  return low;
}

function hasWordsFrom(vocabulary, start) {
  return vocabulary.sorted[placeOf(vocabulary, start)]?.startsWith(start) ?? false;
}

/** Returns the corrections of misspelt words: the most frequent word that differs by one edit. */
function correctionsOf(vocabulary, all) {
  const corrections = new Map();
  for (const token of [...new Set(all)].slice(0, MAX_WORDS)) {
    // A word that others start with may be right, and go on.
    if (!isSpelled(token) || hasWordsFrom(vocabulary, token)) continue;
    const near = [-1, 0, 1].flatMap((longer) => vocabulary.byLength.get(token.length + longer) ?? []);
    let best = 0;
    for (const word of near) {
      const frequency = vocabulary.codes.get(word).length;
      if (frequency > best && isTypo(word, token)) {
        corrections.set(token, word);
        best = frequency;
      }
    }
  }
  return corrections;
}

/** Returns the words like this one, each with the quality of the match: the same word, words that start with it, or else words that contain it. */
function like(vocabulary, word, mayBeInside) {
  const [found, { sorted }] = [[], vocabulary];
  for (let at = placeOf(vocabulary, word); at < sorted.length && sorted[at].startsWith(word); at += 1) {
    found.push([sorted[at], sorted[at] === word ? 3 : 2]);
  }
  if (found.length > 0 || !mayBeInside || (word.length < 3 && !SOLID_FIRST.test(word))) return found;
  return sorted.filter((known) => known.includes(word)).map((known) => [known, 1]);
}

/** Returns how the words of the query match each code. Rare words count more. */
function matchWords(vocabulary, query, size) {
  const [scores, counts, weights] = [new Uint32Array(size), new Uint32Array(size), new Uint32Array(size)];
  const wanted = [...new Set(words(query.plain))].slice(0, MAX_WORDS);
  let total = 0;
  for (const word of wanted) {
    const qualities = new Uint8Array(size);
    let frequency = 0;
    for (const [known, quality] of like(vocabulary, word, wanted.length <= MAX_INSIDE)) {
      for (const code of vocabulary.codes.get(known)) {
        if (qualities[code] === 0) frequency += 1;
        if (qualities[code] < quality) qualities[code] = quality;
      }
    }
    const weight = 32 - Math.clz32(size / Math.max(frequency, 1));
    total += weight;
    if (frequency === 0) continue;
    for (let code = 0; code < size; code += 1) {
      if (qualities[code] === 0) continue;
      counts[code] += 1;
      weights[code] += weight;
      scores[code] += weight * qualities[code];
    }
  }
  const isAll = (code) => wanted.length > 0 && counts[code] === wanted.length;
  const isMost = (code) => weights[code] > 0 && 2 * weights[code] >= total;
  return { isAll, isMost, score: (code) => scores[code] };
}

// The search

/** Prepares the search in so many entries, one in each step. Returns the index after the last. */
function* indexing(size, entryAt) {
  const vocabulary = {
    codes: new Map(), wordsOf: new Map(), filters: new Set(), keys: new Set(), numbers: new Set(), names: new Set(), codeTokens: 0,
  };
  const entries = [];
  for (let at = 0; at < size; at += 1) {
    entries.push(entryAt(at));
    learn(vocabulary, entries[at], at);
    yield;
  }
  sortWords(vocabulary);
  return { entries, vocabulary };
}

/** Takes the filters out of a query: words such as `outcome:pending` that some code has as a filter. */
function splitQuery({ vocabulary }, text) {
  const isFilter = (word) => /[:：]/.test(word) && vocabulary.filters.has(fold(word));
  const wanted = (text.match(/\S+/g) ?? []).filter(isFilter).map(fold);
  return { wanted, rest: wanted.length === 0 ? text : text.replace(/\S+/g, (word) => (isFilter(word) ? "" : word)).trim() };
}

/** Returns the places of the entries that match a query and pass a filter, the best first; and if none does, of some that are similar. */
function search(index, text, passes) {
  const { entries, vocabulary } = index;
  const { wanted, rest } = splitQuery(index, text);
  const query = queryOf(rest, vocabulary);
  const matches = matchWords(vocabulary, query, entries.length);
  let hits = [];
  entries.forEach((entry, at) => {
    if (!passes(at) || !wanted.every((filter) => entry.filters.includes(filter))) return;
    const isPart = query.hasLetters && entry.texts.some((text) => findPart(text.plain, query.plain, 0, false) >= 0);
    const [kind, score] = classOf(entry, at, matches, query, isPart);
    if (kind !== null) hits.push({ at, kind, score, isPart, isCautious: entry.isCautious, length: kind === CLASS.words ? entry.length : 0 });
  });
  // Of codes with the same words, the one with the least text is the closest. Filters alone leave the codes in their order.
  if (query.typed !== "") hits.sort((a, b) => a.kind - b.kind || b.score - a.score || b.isCautious - a.isCautious || a.length - b.length);
  hits = cautiousFirst(hits);
  const found = hits.filter((hit) => hit.kind < CLASS.similar);
  const similar = found.length === 0 ? hits.slice(0, MAX_SIMILAR) : [];
  return { matches: found.map((hit) => hit.at), similar: similar.map((hit) => hit.at) };
}

/** Returns what to search for if nothing matches, with the number of codes: the query without filters, corrected filters, single words. */
function instead(index, text, isFiltered) {
  const { wanted, rest } = splitQuery(index, text);
  const counted = (text) => ({ text, count: text === "" ? 0 : search(index, text, () => true).matches.length });
  const all = [...new Set(rest.split(/\s+/).filter(Boolean))].slice(0, MAX_INSTEAD);
  const isNear = (filter) => all.some((word) => isTypo(filter, fold(word)));
  const single = [...[...index.vocabulary.filters].filter(isNear).sort(), ...(all.length > 1 ? all : [])];
  const unfiltered = isFiltered || wanted.length > 0 ? [counted(rest)] : [];
  const isUseful = ({ count }) => count > 0;
  return { unfiltered: unfiltered.filter(isUseful), words: single.map(counted).filter(isUseful) };
}

/** Moves the codes with a cautious outcome to the front if the query is a part of their texts and does not name the first code. */
function cautiousFirst(hits) {
  if (hits.length === 0 || hits[0].kind <= CLASS.same || hits[0].isCautious) return hits;
  const isMoved = (hit) => hit.isPart && hit.isCautious;
  return [...hits.filter(isMoved), ...hits.filter((hit) => !isMoved(hit))];
}

/** Returns how a code matches, and its score; the class is `null` if it does not. */
function classOf(entry, at, matches, query, isPart) {
  if (query.typed === "") return [CLASS.part, 0];
  if (entry.code === query.typed) return [CLASS.typed, 0];
  if (isSame(entry, query)) return [CLASS.same, 0];
  let [whole, inside] = [-1, 0];
  for (const text of entry.texts) {
    if (isWhole(text, query)) whole = Math.max(whole, text.isName ? 0 : 1);
    // The name in words is too short to say much inside a longer text.
    else if (!text.isName) inside = Math.max(inside, widthInside(text, query));
  }
  if (whole >= 0) return [CLASS.text, whole];
  const seen = query.seen.get(entry.key);
  if (seen === SIGHT.labeled) return [CLASS.labeled, 1000 + inside];
  if (query.labeledNumbers.has(entry.number)) return [CLASS.labeled, inside];
  const isNamed = entry.names.some((name) => query.names.has(name));
  const found = inside + (seen === SIGHT.bare ? 20 : seen === SIGHT.other ? 5 : 0) + (isNamed ? 60 : 0);
  if (found > 0) return [CLASS.found, found];
  const part = partOf(entry, query);
  if (part > 0 || isPart) return [CLASS.part, part];
  if (matches.isAll(at)) return [CLASS.words, matches.score(at)];
  if (matches.isMost(at)) return [CLASS.similar, matches.score(at)];
  return query.isOne && isTypo(query.folded, entry.folded) ? [CLASS.similar, closeness(entry, query)] : [null, 0];
}

/** Returns a score that is higher for a closer number. */
function closeness(entry, query) {
  const isNumber = entry.number !== null && query.number !== null;
  return isNumber ? Math.max(0, 1000 - Math.abs(Number(entry.number) - Number(query.number))) : 0;
}

/** Returns `true` if the whole query is the code, or its number, name, link or path. */
function isSame(entry, query) {
  const isPath = (path) => path === query.folded || path.endsWith(`::${query.folded}`);
  return entry.folded === query.folded
    || (query.number !== null && entry.number === query.number)
    || entry.link === query.link
    || (query.name !== null && entry.names.includes(query.name))
    || (query.folded.includes("::") && entry.paths.some(isPath));
}

/** Returns a score above 0 if the query is a part of the code, or its HTTP status. */
function partOf(entry, query) {
  if (!query.isOne) return 0;
  // `13` finds 1000013 before 1000130: providers pad their numbers.
  if (query.number !== null && entry.folded.endsWith(`0${query.number}`)) return 5;
  if (entry.status === query.folded) return 4;
  if (entry.folded.startsWith(query.folded)) return 3;
  return entry.folded.includes(query.folded) ? 2 : 0;
}
