import { error, type Problem } from '../model/problem.js';
import type { LineTable, Position } from './source.js';

/** What a validator says of the text, in its own words. */
export interface Fault extends Position {
  readonly text: string;
}

/** An element that is never closed. */
export interface Unclosed {
  readonly tag: string;
  readonly at: Position;
}

/** The validator's finding as a problem. That a tag is not closed it knows, but not always which one. */
export function problemOf({ text, line, column }: Fault, unclosed: Unclosed | undefined): Problem {
  if (unclosed && /^(Unclosed tag|Invalid '\[)/.test(text)) {
    const { tag, at } = unclosed;
    const message = `<${tag}> is never closed. Add </${tag}>, or write <${tag} ... />.`;
    return error('config/malformed', message, { tag, ...at });
  }
  return error('config/malformed', `The config is not well-formed XML: ${sentence(text)}`, { line, column });
}

function sentence(text: string): string {
  if (text.startsWith("char '&'")) return 'a bare "&". Write &amp; for it.';
  if (text.startsWith("Invalid space after '<'")) return 'a bare "<". Write &lt; for it.';
  return text.trim().replace(/\.?$/, '.');
}

const sections: Readonly<Record<string, string>> = { Comment: '<!--', CDATA: '<![CDATA[' };

/** What the parser threw as a problem; it has no place, which is found again in the text. */
export function problemOfThrown(
  reason: unknown,
  text: string,
  lines: LineTable,
  maxDepth: number,
): Problem & { readonly at: Position } {
  const thrown = reason instanceof Error ? reason.message : String(reason);
  const malformed = (message: string, offset: number) => {
    const at = lines.at(Math.max(offset, 0));
    return { ...error('config/malformed', message), at };
  };
  if (thrown.includes('nested tags')) {
    const message = `Tags are nested more than ${maxDepth} deep.`;
    return { ...error('config/too-large', message), at: lines.at(tooDeep(text, maxDepth)) };
  }
  const reserved = /Invalid name: "(\w+)"/.exec(thrown)?.[1];
  if (reserved) {
    const offset = text.search(new RegExp(`(?<=[<\\s])${reserved}(?=[\\s=/>])`));
    return malformed(`"${reserved}" cannot be the name of a tag or attribute.`, offset);
  }
  const section = sections[/^(\w+) is not closed/.exec(thrown)?.[1] ?? ''];
  if (section) return malformed(`What ${section} starts is never closed.`, text.lastIndexOf(section));
  return malformed('The config ends inside of a tag.', text.lastIndexOf('<'));
}

/** The offset of the first tag that is nested too deep. */
function tooDeep(text: string, maxDepth: number): number {
  let depth = 0;
  for (const tag of text.matchAll(/<(\/?)[^\s<>/!?][^<>]*>/g)) {
    if (tag[0].endsWith('/>')) continue;
    depth += tag[1] ? -1 : 1;
    if (depth > maxDepth) return tag.index;
  }
  return 0;
}
