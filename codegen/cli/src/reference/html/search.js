"use strict";

// Search: finds the codes that match a query and ranks them. Independent of the page.

/** Returns the text in the form that is compared: full and half width, upper and lower case are the same. */
function fold(text) {
  return text.normalize("NFKC").toLowerCase();
}

/** Returns the words of a query, separated by spaces and without the `#` of a link. */
function words(query) {
  const pieces = fold(query).split(/\s+/).map((word) => word.replace(/^#/, ""));
  return pieces.filter((word) => word !== "").map((word) => ({ word, number: numberOf(word) }));
}

/** Returns the searchable texts of a code: `parts` are all further texts about it. */
function searchable(code, variant, messages, status, parts) {
  const plain = variant.replace(/([a-z0-9])([A-Z])/g, "$1 $2");
  return {
    code: fold(code),
    number: numberOf(fold(code)),
    variant: fold(variant),
    status,
    messages: fold(messages),
    all: fold([code, variant, plain, messages, `http ${status}`, ...parts].join("\n")),
  };
}

/** Returns the rank of a code, the smaller the better: `Infinity` if it lacks one of the words. */
function rank(item, queryWords) {
  let sum = 0;
  for (const word of queryWords) {
    const score = rankWord(item, word);
    if (score === Infinity) return Infinity;
    sum += score;
  }
  return sum;
}

function rankWord(item, { word, number }) {
  if (item.code === word) return 0;
  if (number !== null) {
    if (item.number === number) return 1;
    // `13` ranks 1000013 before 1000130: providers pad their numbers.
    if (item.code.endsWith(`0${number}`)) return 2;
    if (item.status === word) return 3;
  }
  if (item.variant === word) return 1;
  if (item.code.startsWith(word)) return 4;
  if (item.code.includes(word)) return 5;
  if (item.variant.startsWith(word)) return 6;
  const at = item.messages.indexOf(word);
  if (at >= 0) return startsWord(item.messages, at) ? 7 : 8;
  return item.all.includes(word) ? 9 : Infinity;
}

/** Returns `true` unless a Latin letter or digit comes before: in Chinese, every place begins a word. */
function startsWord(text, at) {
  return at === 0 || !/[a-z0-9]/.test(text[at - 1]);
}

/** Returns the number of a code in decimal digits without leading zeros, or `null` for other text. */
function numberOf(code) {
  if (/^-?\d+$/.test(code)) return code.replace(/^(-?)0+(?=\d)/, "$1");
  return /^0x[\da-f]{1,32}$/.test(code) ? BigInt(code).toString() : null;
}
