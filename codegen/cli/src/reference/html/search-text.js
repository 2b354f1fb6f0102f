"use strict";

// Texts in the form that the search compares. The same as `reference/search/text.rs`.

const SOLID = "\\u0e00-\\u0eff\\u2e80-\\u30ff\\u3400-\\u9fff\\uf900-\\ufaff\\u{20000}-\\u{3ffff}";
const TOKEN = new RegExp(`(?:(?=[${SOLID}])[\\p{Alphabetic}\\p{N}])+|(?:(?![${SOLID}])[\\p{Alphabetic}\\p{N}])+`, "gu");
const [SOLID_FIRST, SOLIDS] = [new RegExp(`^[${SOLID}]`, "u"), new RegExp(`[${SOLID}]`, "gu")];
const FIRST_TOKEN = new RegExp(TOKEN.source, "u");
const LETTERS = `(?![${SOLID}])[\\p{Alphabetic}\\p{N}]`;
const [LETTER, NAME] = [new RegExp(`^${LETTERS}$`, "u"), new RegExp(`^(?:${LETTERS}|[_-])*$`, "u")];
const WORD_END = `(?:(?<!${LETTERS})|(?!${LETTERS}))`;
const simplified = new Map();

/** Returns the text in lower case, with half-width and Simplified characters. */
function fold(text) {
  if (simplified.size === 0) for (let at = 0; at < HAN_PAIRS.length; at += 2) simplified.set(HAN_PAIRS[at], HAN_PAIRS[at + 1]);
  if (/^[\0-\x7f]*$/.test(text)) return text.toLowerCase();
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

function firstWord(plain) {
  const [token] = plain.match(FIRST_TOKEN);
  return SOLID_FIRST.test(token) ? [...token.slice(0, 4)].slice(0, 2).join("") : token;
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
