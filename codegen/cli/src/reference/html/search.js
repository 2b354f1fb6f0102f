"use strict";

// The search for codes, independent of the page. It is the same as in `reference/search/`, function by function: the comments there
// say how it works, and the cases of `tests/cases/search.rs` test both.

const [MAX_TOKENS, MAX_TEXT, MAX_WORDS, MIN_WIDTH, MAX_CODE_TOKENS, MIN_LETTERS, MAX_SIMILAR] = [20000, 4000, 64, 8, 8, 4, 5];

/** How a code matches, the best first. */
const CLASS = { typed: 0, same: 1, text: 2, labeled: 3, found: 4, part: 5, words: 6, similar: 7 };

/** How a query shows a possible code, the surest last. */
const SIGHT = { other: 1, bare: 2, labeled: 3 };

// Texts

const SOLID = "\\u0e00-\\u0eff\\u2e80-\\u30ff\\u3400-\\u9fff\\uf900-\\ufaff\\u{20000}-\\u{3ffff}";
const TOKEN = new RegExp(`(?:(?=[${SOLID}])[\\p{Alphabetic}\\p{N}])+|(?:(?![${SOLID}])[\\p{Alphabetic}\\p{N}])+`, "gu");
const [SOLID_FIRST, SOLIDS] = [new RegExp(`^[${SOLID}]`, "u"), new RegExp(`[${SOLID}]`, "gu")];
const LETTERS = `(?![${SOLID}])[\\p{Alphabetic}\\p{N}]`;
const [LETTER, NAME] = [new RegExp(`^${LETTERS}$`, "u"), new RegExp(`^(?:${LETTERS}|[_-])*$`, "u")];
const WORD_END = `(?:(?<!${LETTERS})|(?!${LETTERS}))`;
const simplified = new Map();

/** Returns the text in lower case, with half-width and Simplified characters. */
function fold(text) {
  if (simplified.size === 0) for (let at = 0; at < HAN_PAIRS.length; at += 2) simplified.set(HAN_PAIRS[at], HAN_PAIRS[at + 1]);
  return text
    .replace(/[\u3000\uff01-\uff5e]/g, (c) => (c === "\u3000" ? " " : String.fromCharCode(c.charCodeAt(0) - 0xfee0)))
    .replace(/[\u4e00-\u9fff]/g, (c) => simplified.get(c) ?? c)
    .toLowerCase();
}

/** Returns the tokens of a folded text, each with its place: runs of letters and digits, and runs of solid characters. */
function tokens(folded) {
  return [...folded.matchAll(TOKEN)].map((match) => ({ start: match.index, token: match[0] }));
}

/** Returns the tokens of a text without what separates them, except for a space between words of letters. */
function plainOf(text) {
  return join(fold(text).match(TOKEN) ?? []);
}

function join(parts) {
  let plain = "";
  let wasSolid = true;
  for (const part of parts) {
    const isSolid = SOLID_FIRST.test(part);
    plain += wasSolid || isSolid ? part : ` ${part}`;
    wasSolid = isSolid;
  }
  return plain;
}

/** Returns the words of a plain text. Of a run of solid characters, each two neighbors are a word. */
function words(plain) {
  return (plain.match(TOKEN) ?? []).flatMap((token) => {
    if (!SOLID_FIRST.test(token)) return [token];
    const letters = [...token];
    return letters.length < 3 ? [token] : letters.slice(1).map((letter, at) => letters[at] + letter);
  });
}

/** Returns the words of a name: `OrderNotFound` as `order not found`. */
function nameWords(name) {
  return plainOf(name.replace(/(?<=[\p{Alphabetic}\p{N}])(?<!\p{Lu})(?=\p{Lu})/gu, " "));
}

/** Returns how much a plain text says. A Chinese character says as much as two letters. */
function width(plain) {
  return plain.length + (plain.match(SOLIDS) ?? []).length;
}

/** Finds a plain text in another that starts and, if asked for, ends between words there. Returns the place after it, or -1. */
function findPart(text, part, from, wholeEnd) {
  const splits = (at) => at > 0 && at < text.length && LETTER.test(text[at - 1]) && LETTER.test(text[at]);
  for (let at = text.indexOf(part, from); at >= 0; at = text.indexOf(part, at + 1)) {
    const end = at + part.length;
    if (!(splits(at) || (wholeEnd && splits(end)))) return end;
  }
  return -1;
}

/** Returns the number that a text writes, in decimal digits without leading zeros, or `null`. `0x` begins hexadecimal digits. */
function numberOf(text) {
  if (/^0x[\da-f]{1,32}$/i.test(text)) return BigInt(text).toString();
  if (!/^-?\d+$/.test(text)) return null;
  return /^-?0+$/.test(text) ? "0" : text.replace(/^(-?)0+/, "$1");
}

/** Returns `true` if one edit makes the words equal: two letters swapped, or one added, left out or replaced. */
function isTypo(a, b) {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (long.length - short.length > 1) return false;
  let same = 0;
  while (same < short.length && short[same] === long[same]) same += 1;
  const [left, right] = [short.slice(same), long.slice(same)];
  if (left.length < right.length) return left === right.slice(1);
  const isSwapped = left.length > 1 && left[0] === right[1] && left[1] === right[0];
  return isSwapped && left.slice(2) === right.slice(2) || left.slice(1) === right.slice(1);
}

// Codes

/** Returns what the search knows of a code. */
function entryOf({ code, link, status, paths, messages, printed, labels, declared, isCautious }) {
  const folded = fold(code);
  const names = paths.map((path) => nameWords(path.split("::").at(-1)));
  const texts = [...messages, ...printed].map((text) => textOf(plainOf(text), false, pieces(text, declared).map(plainOf)));
  texts.push(...names.map((name) => textOf(name, true, [name])));
  const labelTexts = [...labels, `${code} http ${status}`, ...paths].map(plainOf);
  return {
    code, folded, status, isCautious,
    key: keyOf(folded),
    number: numberOf(folded),
    link: fold(link),
    paths: paths.map(fold),
    names: names.filter((name) => name.includes(" ")).map((name) => name.replaceAll(" ", "")),
    texts: texts.filter((text) => text.plain !== ""),
    length: texts.reduce((sum, text) => sum + text.plain.length, 0),
    words: new Set([...texts.map((text) => text.plain), ...labelTexts].flatMap(words)),
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

function textOf(plain, isName, pieces) {
  const first = pieces.find((piece) => piece !== "");
  return { plain, isName, pieces, width: width(pieces.join("")), first: first && words(first)[0] };
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
    name: all.length > 0 ? nameOf(folded.slice(all[0].start)) : null,
    seen: new Map(), labeledNumbers: new Set(), names: new Set(), allWords: new Set(words(plain)),
  };
  for (let at = 0; at < all.length; at += 1) see(query, all, at);
  return query;
}

/** Notes what may be a code or a name that starts with a token. */
function see(query, all, first) {
  const { folded, seen, names, labeledNumbers } = query;
  const { start, token } = all[first];
  const sight = sightOf(folded, all, first);
  for (const last of all.slice(first, first + MAX_CODE_TOKENS)) {
    const text = folded.slice(start, last.start + last.token.length);
    const isOne = text === token;
    const name = nameOf(text);
    if (name !== null) names.add(name);
    if (isOne && sight !== SIGHT.labeled && (!/\p{N}/u.test(text) || isInsideNumber(folded, start, text))) continue;
    const signed = folded[start - 1] === "-" && /^\d/.test(token) ? [`-${text}`] : [];
    for (const code of [...signed, text]) {
      if (isOne && sight === SIGHT.labeled && numberOf(code) !== null) labeledNumbers.add(numberOf(code));
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

/** Returns the words of all codes, sorted, each with the places of the codes that have it. */
function vocabularyOf(entries) {
  const codes = new Map();
  entries.forEach((entry, at) => {
    for (const word of entry.words) {
      if (!codes.has(word)) codes.set(word, []);
      codes.get(word).push(at);
    }
  });
  return { codes, sorted: [...codes.keys()].sort() };
}

/** Returns the words that start with a text. */
function wordsFrom({ sorted }, start) {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle] < start) low = middle + 1;
    else high = middle;
  }
  let end = low;
  while (end < sorted.length && sorted[end].startsWith(start)) end += 1;
  return sorted.slice(low, end);
}

/** Returns the corrections of misspelt words: the most frequent word that differs by one edit. */
function correctionsOf(vocabulary, all) {
  const corrections = new Map();
  for (const token of [...new Set(all)].slice(0, MAX_WORDS)) {
    if (token.length < MIN_LETTERS || /\p{N}/u.test(token) || SOLID_FIRST.test(token)) continue;
    // The word may be right, and go on.
    if (wordsFrom(vocabulary, token).length > 0) continue;
    let best = 0;
    for (const word of vocabulary.sorted) {
      const frequency = vocabulary.codes.get(word).length;
      if (frequency > best && word.length >= MIN_LETTERS && isTypo(word, token)) {
        corrections.set(token, word);
        best = frequency;
      }
    }
  }
  return corrections;
}

/** Returns the words like this one, each with the quality of the match: the same word, words that start with it, or else words that contain it. */
function like(vocabulary, word) {
  const found = wordsFrom(vocabulary, word).map((known) => [known, known === word ? 3 : 2]);
  if (found.length > 0 || (word.length < 3 && !SOLID_FIRST.test(word))) return found;
  return vocabulary.sorted.filter((known) => known.includes(word)).map((known) => [known, 1]);
}

/** Returns how the words of the query match each code. Rare words count more. */
function matchWords(vocabulary, query, size) {
  const [scores, counts, weights] = [new Uint32Array(size), new Uint32Array(size), new Uint32Array(size)];
  let total = 0;
  const wanted = [...new Set(words(query.plain))].slice(0, MAX_WORDS);
  for (const word of wanted) {
    const qualities = new Map();
    for (const [known, quality] of like(vocabulary, word)) {
      for (const code of vocabulary.codes.get(known)) qualities.set(code, Math.max(quality, qualities.get(code) ?? 0));
    }
    const weight = 32 - Math.clz32(size / Math.max(qualities.size, 1));
    total += weight;
    for (const [code, quality] of qualities) {
      counts[code] += 1;
      weights[code] += weight;
      scores[code] += weight * quality;
    }
  }
  const isAll = (code) => wanted.length > 0 && counts[code] === wanted.length;
  const isMost = (code) => weights[code] > 0 && 2 * weights[code] >= total;
  return { isAll, isMost, score: (code) => scores[code] };
}

// The search

/** Prepares the search in these entries. */
function searchIndex(entries) {
  return { entries, vocabulary: vocabularyOf(entries) };
}

/** Returns the places of the entries that match a query and pass a filter, the best first; and if none does, of some that are similar. */
function search({ entries, vocabulary }, text, passes) {
  const query = queryOf(text, vocabulary);
  const matches = matchWords(vocabulary, query, entries.length);
  let hits = [];
  entries.forEach((entry, at) => {
    if (!passes(at)) return;
    const isPart = query.hasLetters && entry.texts.some((text) => findPart(text.plain, query.plain, 0, false) >= 0);
    const [kind, score] = classOf(entry, at, matches, query, isPart);
    if (kind !== null) hits.push({ at, kind, score, isPart, isCautious: entry.isCautious, length: kind === CLASS.words ? entry.length : 0 });
  });
  // Of codes with the same words, the one with the least text is the closest.
  hits.sort((a, b) => a.kind - b.kind || b.score - a.score || b.isCautious - a.isCautious || a.length - b.length);
  hits = cautiousFirst(hits);
  const found = hits.filter((hit) => hit.kind < CLASS.similar);
  const similar = found.length === 0 ? hits.slice(0, MAX_SIMILAR) : [];
  return { matches: found.map((hit) => hit.at), similar: similar.map((hit) => hit.at) };
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
  const whole = entry.texts.filter((text) => isWhole(text, query));
  if (whole.length > 0) return [CLASS.text, whole.some((text) => !text.isName) ? 1 : 0];
  // The name in words is too short to say much inside a longer text.
  const inside = Math.max(0, ...entry.texts.map((text) => (text.isName ? 0 : widthInside(text, query))));
  const seen = query.seen.get(entry.key);
  if (seen === SIGHT.labeled) return [CLASS.labeled, 1000 + inside];
  if (query.labeledNumbers.has(entry.number)) return [CLASS.labeled, inside];
  const isNamed = entry.names.some((name) => query.names.has(name));
  const found = inside + ({ [SIGHT.bare]: 20, [SIGHT.other]: 5 }[seen] ?? 0) + (isNamed ? 60 : 0);
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
    || entry.link === query.folded.replace(/^#+/, "")
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
