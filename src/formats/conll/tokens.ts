/** A token of a text. Offsets are UTF-16 units; `end` is behind it. */
export interface Token {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

// What Python, and so the peers, take for white space: JavaScript's \s has U+FEFF, and has not U+001C to U+001F and U+0085.
const space = '[\\t-\\r\\u001c-\\u0020\\u0085\\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000]';
const blank = new RegExp(`${space}+`, 'u');
const word = new RegExp(`(?:(?!${space}).)+`, 'gsu');
// A word boundary where letters of all scripts are parts of words.
const inWord = '[\\p{L}\\p{N}_]';
const edge = `(?:(?<=${inWord})(?!${inWord})|(?<!${inWord})(?=${inWord}))`;

/** Splits at white space alone. */
export const whitespaceTokens = (text: string): readonly Token[] =>
  Array.from(text.matchAll(word), ({ 0: found, index }) => ({ text: found, start: index, end: index + found.length }));

type Rule = readonly [pattern: RegExp, replacement: string];

const contraction = (first: string, second: string, behind = edge): Rule => [
  new RegExp(`${edge}(${first})(${second})${behind}`, 'giu'),
  ' $1 $2 ',
];

/*
 * The Penn Treebank's way of writing text as tokens with spaces between them, rule after rule over the whole text, as the
 * peer's tokenizer has them (NLTK 3.8, with `/` among the symbols): https://www.nltk.org/api/nltk.tokenize.treebank.html
 */
const opening: readonly Rule[] = [
  [/^"/u, '``'],
  [/``/gu, ' `` '],
  [/([ ([{<])("|'{2})/gu, '$1 `` '],
];
const middle: readonly Rule[] = [
  [/([:,])(\P{Nd})/gu, ' $1 $2'],
  [/([:,])(?=\n?$)/gu, ' $1 '],
  [/\.\.\./gu, ' ... '],
  [/[;@#$/%&]/gu, ' $& '],
  // The full stop at the very end, with what closes behind it.
  [new RegExp(`([^.])(\\.)([\\]\\)}>"']*)${space}*$`, 'gu'), '$1 $2$3 '],
  [/[?!]/gu, ' $& '],
  [/([^'])' /gu, "$1 ' "],
  [/[\][(){}<>]/gu, ' $& '],
  [/--/gu, ' -- '],
];
const closing: readonly Rule[] = [
  [/''/gu, " '' "],
  [/"/gu, " '' "],
  [/([^' ])('[sS]|'[mM]|'[dD]|') /gu, '$1 $2 '],
  [/([^' ])('ll|'LL|'re|'RE|'ve|'VE|n't|N'T) /gu, '$1 $2 '],
  contraction('can', 'not'),
  contraction('d', "'ye"),
  contraction('gim', 'me'),
  contraction('gon', 'na'),
  contraction('got', 'ta'),
  contraction('lem', 'me'),
  contraction('more', "'n"),
  contraction('wan', 'na', `(?=${space})`),
  [new RegExp(` ('t)(is)${edge}`, 'giu'), ' $1 $2 '],
  [new RegExp(` ('t)(was)${edge}`, 'giu'), ' $1 $2 '],
];
const quotes = /``|''|"/gu;
const isQuote = (piece: string) => piece === '"' || piece === '``' || piece === "''";

/** Splits as the Penn Treebank does: punctuation, brackets and quotes are tokens, `can't` is `ca` and `n't`. */
export function treebankTokens(text: string): readonly Token[] {
  const apply = (rules: readonly Rule[], to: string) =>
    rules.reduce((changed, [pattern, replacement]) => changed.replace(pattern, replacement), to);
  const spaced = apply(closing, ` ${apply(middle, apply(opening, text))} `);
  // Quotes were made alike; in the text they stand as they were written.
  const written = text.includes('"') || text.includes("''") ? text.match(quotes) : undefined;
  let quote = 0;
  const tokens: Token[] = [];
  let at = 0;
  for (const piece of spaced.split(blank)) {
    if (piece === '') continue;
    const token = written && isQuote(piece) ? (written[quote++] ?? piece) : piece;
    const start = text.indexOf(token, at);
    // No rule adds letters, so it is found, unless quotes are so odd that they were counted wrongly.
    if (start === -1) continue;
    at = start + token.length;
    tokens.push({ text: token, start, end: at });
  }
  return tokens;
}
