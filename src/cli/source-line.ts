import { printable } from './terminal.js';

/** Characters of a line that are shown: a config may be all in one. */
const widest = 100;
/** Of these, in front of the place. */
const before = 60;

/**
 * The line of a text that a place is in, and below it a caret at the place; undefined where there is nothing to see.
 * @param column from 1; without it there is no caret.
 */
export function sourceLine(lines: readonly string[], line: number, column?: number): string | undefined {
  const text = lines[line - 1];
  if (!text?.trim()) return undefined;
  const at = Math.min((column ?? 1) - 1, text.length);
  const indent = text.length - text.trimStart().length;
  const start = Math.max(Math.min(indent, at), at - before);
  const end = start + widest;
  const shown = [...text.slice(start, end)].map(oneCell).join('');
  const [cutBefore, cutAfter] = [start > indent ? '…' : '', end < text.length ? '…' : ''];
  const number = String(line);
  const gutter = ' '.repeat(number.length);
  const row = `  ${number} | ${cutBefore}${shown}${cutAfter}`;
  if (column === undefined) return row;
  const offset = cutBefore.length + [...text.slice(start, at)].length;
  return `${row}\n  ${gutter} | ${' '.repeat(offset)}^`;
}

/** The lines of a text, as problems count them. */
export const linesOf = (text: string): readonly string[] => text.replace(/^\uFEFF/, '').split(/\r\n?|\n/);

const oneCell = (character: string): string => printable(character);
