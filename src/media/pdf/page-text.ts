import type { PDFPageProxy } from 'pdfjs-dist';
import { type MeasureText, type RunGeometry, runGeometry } from './run-geometry.js';

/** A stretch of text in one line and one font. */
export interface TextRun extends RunGeometry {
  readonly text: string;
  /** Where it starts in the text of the page, in UTF-16 units. */
  readonly start: number;
}

/** What is between white space; of scripts that write none, a letter. Its box is in percent of the page. */
export interface PageWord {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** What separates it from the word before: a space, a line break or nothing. */
  readonly gap: '' | ' ' | '\n';
}

/** What a page says, in the order of the document. Empty where it is only a picture of text. */
export interface PageText {
  readonly text: string;
  readonly runs: readonly TextRun[];
  readonly words: readonly PageWord[];
}

/** A piece of text as the decoder gives it. Widths and heights are points. */
export interface TextItem {
  readonly str: string;
  readonly dir: string;
  readonly transform: readonly number[];
  readonly width: number;
  readonly height: number;
  readonly fontName: string;
  readonly hasEOL: boolean;
}
export interface TextStyle {
  readonly ascent: number;
  readonly descent: number;
  readonly vertical: boolean;
  readonly fontFamily: string;
}
/** From the document's points to those of the page as it is shown. */
export interface Sheet {
  readonly transform: readonly number[];
  readonly scale: number;
  readonly width: number;
  readonly height: number;
}

export async function textOfPage(page: PDFPageProxy): Promise<PageText> {
  const { items, styles } = await page.getTextContent();
  const { transform, scale, width, height } = page.getViewport({ scale: 1 });
  const context = document.createElement('canvas').getContext('2d');
  const measure: MeasureText = (text, family) => {
    if (!context) return text.length;
    const font = `100px ${family}`;
    // To set the same again is not free.
    if (context.font !== font) context.font = font;
    return context.measureText(text).width;
  };
  const pieces = items.filter((item): item is typeof item & TextItem => 'str' in item);
  const known = styles as unknown as Readonly<Record<string, TextStyle>>;
  return readText(pieces, known, { transform: transform as number[], scale, width, height }, measure);
}

/** The text of a page, and where its words are. */
export function readText(
  items: readonly TextItem[],
  styles: Readonly<Record<string, TextStyle>>,
  sheet: Sheet,
  measure: MeasureText,
): PageText {
  const runs: TextRun[] = [];
  let text = '';
  for (const item of items) {
    if (item.str !== '') {
      runs.push({ text: item.str, start: text.length, ...runGeometry(item, styles[item.fontName], sheet, measure) });
    }
    text += item.str;
    if (item.hasEOL) text += '\n';
  }
  text = text.trimEnd();
  return { text, runs, words: wordsOf(text, runs, sheet) };
}

/** Scripts that put nothing between words. */
const unspaced = '\\p{sc=Han}\\p{sc=Hiragana}\\p{sc=Katakana}\\p{sc=Thai}\\p{sc=Lao}\\p{sc=Khmer}\\p{sc=Myanmar}';
const word = new RegExp(`[${unspaced}]\\p{M}*|[^\\s${unspaced}]+`, 'gu');

function wordsOf(text: string, runs: readonly TextRun[], { width, height }: Sheet): readonly PageWord[] {
  const words: PageWord[] = [];
  let [at, end] = [0, 0];
  for (const { 0: found, index } of text.matchAll(word)) {
    const between = text.slice(end, index);
    let gap: PageWord['gap'] = between === '' ? '' : between.includes('\n') ? '\n' : ' ';
    end = index + found.length;
    while (at < runs.length && endOf(runs[at]) <= index) at++;
    // A word may be written in parts; parts that lie apart are words of their own.
    let part: { text: string; box: Box; tail: TextRun } | undefined;
    const put = () => {
      if (!part) return;
      const { left, top, right, bottom } = part.box;
      const box = { x: left / width, y: top / height, width: (right - left) / width, height: (bottom - top) / height };
      words.push({
        text: part.text,
        x: box.x * 100,
        y: box.y * 100,
        width: box.width * 100,
        height: box.height * 100,
        gap,
      });
      gap = ' ';
    };
    for (let next = at; next < runs.length && (runs[next]?.start ?? end) < end; next++) {
      const run = runs[next] as TextRun;
      const [from, to] = [Math.max(0, index - run.start), Math.min(run.text.length, end - run.start)];
      const box = run.boxOf(from, to);
      const said = run.text.slice(from, to);
      if (part && run.follows(part.tail)) {
        part = { text: part.text + said, box: union(part.box, box), tail: run };
      } else {
        put();
        part = { text: said, box, tail: run };
      }
    }
    put();
  }
  return words;
}

const endOf = (run: TextRun | undefined): number => (run ? run.start + run.text.length : 0);

type Box = ReturnType<TextRun['boxOf']>;

const union = (a: Box, b: Box): Box => ({
  left: Math.min(a.left, b.left),
  top: Math.min(a.top, b.top),
  right: Math.max(a.right, b.right),
  bottom: Math.max(a.bottom, b.bottom),
});
