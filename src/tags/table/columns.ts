import { cellNumber, cellText, type Sheet } from './sheet.js';

/** How a column looks. */
export interface Column {
  readonly title: string;
  /** Numbers only: they stand under each other. */
  readonly numeric: boolean;
  /** CSS pixels in which the title and most cells are seen whole. */
  readonly wanted: number;
}

/** Rows that are looked at for it, evenly spread. */
const SAMPLES = 200;
/** CSS pixels of a letter at 13 px, and of what stands round a text. */
const LETTER = 7.5;
const ROUND = 26;
/** For the arrow behind a title. */
const ARROW = 14;
/** Columns narrower than this cannot be read. */
const NARROWEST = 44;
/** So much may every column have before the wide ones must make room. */
const FAIR = 120;
/** Columns of which the cells are looked at: with more, it would be felt. */
const MOST = 400;

export function columnsOf(sheet: Sheet): readonly Column[] {
  const step = Math.max(1, sheet.count / SAMPLES);
  return sheet.titles.map((title, column) => {
    let width = textWidth(title) + ARROW;
    let numbers = 0;
    let others = 0;
    for (let row = 0; row < sheet.count && column < MOST; row += step) {
      const value = sheet.cell(Math.floor(row), column);
      const text = cellText(value);
      if (text === '') continue;
      width = Math.max(width, textWidth(text));
      if (cellNumber(value) === undefined) others++;
      else numbers++;
    }
    return { title, numeric: numbers > 0 && others === 0, wanted: Math.ceil(Math.max(NARROWEST, width)) };
  });
}

/** Of the first line, and not more than anyone reads in one. */
function textWidth(text: string): number {
  const [line = ''] = text.slice(0, 400).split('\n', 1);
  let letters = 0;
  // Signs of East Asia are as wide as two letters.
  for (let i = 0; i < line.length; i++) letters += line.charCodeAt(i) >= 0x2e80 ? 1.8 : 1;
  return letters * LETTER + ROUND;
}

/**
 * The widths of columns in a room, CSS pixels: what each wants, while there is enough. Then the widest are cut to one
 * width, though not below what is fair; beyond that one has to scroll.
 */
export function fitColumns(wanted: readonly number[], room: number): readonly number[] {
  const sorted = [...wanted].sort((a, b) => a - b);
  let left = room;
  let cap = Number.POSITIVE_INFINITY;
  for (const [index, width] of sorted.entries()) {
    const share = left / (sorted.length - index);
    if (width > share) {
      cap = Math.max(FAIR, Math.floor(share));
      break;
    }
    left -= width;
  }
  return wanted.map((width) => Math.min(width, cap));
}
