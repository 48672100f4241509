import { error, type Place, type Problem } from '../model/problem.js';
import type { Closing, ConfigElement } from './elements.js';
import type { LineTable } from './lines.js';

/** Keeps the first fault of the text: those behind it mostly follow from it. */
export class FirstFault {
  readonly #lines: LineTable;
  #offset = Number.POSITIVE_INFINITY;
  problem: Problem | undefined;

  constructor(lines: LineTable) {
    this.#lines = lines;
  }

  /** Whether a fault at this offset would be the first. */
  isBefore(offset: number): boolean {
    return offset < this.#offset;
  }

  tell(offset: number, message: string, about: Place = {}, code: Problem['code'] = 'config/malformed'): void {
    if (!this.isBefore(offset)) return;
    this.#offset = offset;
    this.problem = error(code, message, { ...about, ...this.#lines.at(offset) });
  }
}

const malformed = (what: string): string => `The config is not well-formed XML: ${what}`;

export const bareAmpersand = malformed('a bare "&". Write &amp; for it.');
export const bareLess = malformed('a bare "<". Write &lt; for it.');
export const lateDeclaration = malformed('a declaration <?xml ...?> that is not at the very start. Take it out.');
export const textBefore = malformed('text before the first tag. Start with <View>.');
export const textBehind = malformed('text behind the last tag. Take it out, or put it into a tag.');

/** By what the parser says: what the trouble starts with, and what is wrong. */
export const faultsByMessage: Readonly<Record<string, readonly [sign: string, message: string]>> = {
  'disallowed character in tag name': ['<', bareLess],
  'disallowed character in closing tag.': ['</', malformed('more than a name in a closing tag. Write it as </View>.')],
  'incorrect syntax.': ['<!', malformed('"<!" that starts no comment. Write <!-- ... -->, or take it out.')],
};

/** What the parser says of start tags. It tells neither what is wrong nor where, see `faultInTag`. */
export const faultsInTags =
  /^(disallowed character in|forward-slash|attribute without|unquoted attribute|no whitespace between)/;

const ends: Readonly<Record<string, string>> = { '<!--': '-->', '<![CDATA[': ']]>', '<?': '?>' };

/** The text ends behind a `<` where a tag, a comment or the like has begun. */
export function cutOff(text: string, start: number): string {
  const found = Object.entries(ends).find(([sign]) => text.startsWith(sign, start));
  if (!found) return 'The config ends inside of a tag. Add ">" or "/>".';
  return `What ${found[0]} starts is never closed. Add ${found[1]}.`;
}

export const repeated = (name: string, tag: string): string =>
  `${name} is given twice in <${tag}>. Take one of them out.`;

export const secondRoot = (tag: string, root: string): string =>
  `<${tag}> stands beside the root <${root}>. Put all tags into one, for example <View>.`;

export const unclosed = (tag: string): string => `<${tag}> is never closed. Add </${tag}>, or write <${tag} ... />.`;

/** @param expected the innermost open element */
export function wrongEnd(tag: string, expected: ConfigElement | undefined, closing: Closing): string {
  if (!expected) return malformed(`</${tag}> closes nothing. Take it out.`);
  const opened = `<${expected.tag}> of line ${expected.at.line}`;
  if (closing === 'outer') {
    return malformed(
      `${opened} is not closed before </${tag}>. Add </${expected.tag}>, or write <${expected.tag} ... />.`,
    );
  }
  const mend = closing === 'misspelled' ? '' : ', or take it out';
  return malformed(`</${tag}> stands where ${opened} is open. Write </${expected.tag}>${mend}.`);
}

export interface TagFault {
  readonly offset: number;
  readonly message: string;
  readonly attribute?: string;
}

const nameAt = /\s*([\p{L}_:][^\s=>"'/<]*)(\s*=)?/uy;
const signAt = /\s*(\/?)\s*(\S?)/y;

/**
 * What is wrong in a start tag.
 * @param from offset behind its last attribute that is right, or behind its name
 * @param last that attribute, with its value as it is written
 */
export function faultInTag(
  text: string,
  tag: string,
  from: number,
  last: { readonly name: string; readonly value: string; readonly offset: number } | undefined,
): TagFault {
  if (last && /[^\s/>]/.test(text.charAt(from)) && /<|=\s*$/.test(last.value)) {
    return unquoted(tag, last.name, last.offset);
  }
  nameAt.lastIndex = from;
  const found = nameAt.exec(text);
  if (!found) {
    signAt.lastIndex = from;
    const [, slash, sign] = signAt.exec(text) ?? [];
    const offset = signAt.lastIndex - (sign?.length ?? 0);
    if (sign === '<' || !sign) return { offset: from, message: `<${tag}> has no ">". Add it, or "/>".` };
    return slash && sign !== '>'
      ? { offset: text.indexOf('/', from), message: `A stray "/" in <${tag}>. Take it out.` }
      : { offset, message: `A stray ${sign === '"' ? 'quote' : `"${sign}"`} in <${tag}>. Take it out.` };
  }
  const [whole, name = '', equals] = found;
  const attribute = name.slice(0, 40);
  const offset = from + whole.length - whole.trimStart().length;
  if (last && offset === from) {
    const message = `There is no space before ${attribute} in <${tag}>. Add one; a quote inside of a value is written &quot;.`;
    return { offset, message, attribute };
  }
  const message = equals
    ? `The value of ${attribute} in <${tag}> is not in quotes. Write ${attribute}="...".`
    : `${attribute} in <${tag}> has no value. Write ${attribute}="true", or take it out.`;
  return { offset, message, attribute };
}

export const unquoted = (tag: string, name: string, offset: number): TagFault => ({
  offset,
  message: `The value of ${name} in <${tag}> has no quote at its end. Add it.`,
  attribute: name,
});
