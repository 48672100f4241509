import type { ControlValue, Region } from '../../model/document.js';
import { isList, type Json } from '../../model/json.js';
import type { Editor } from '../editor.js';
import { controlOf, isLabels } from '../regions/controls.js';

/** UTF-16 units that there is room for in a row. */
const MOST = 160;

/** What controls other than labels say of a region, in a few words each: what was chosen, written, rated. Observable. */
export function saidOf(editor: Editor, region: Region): readonly string[] {
  const values = editor.completion?.store.valuesOf(region.id) ?? [];
  return values.flatMap((value) => {
    // What a region consists in stands in its text.
    if (region.shape === 'answer' && value.fromName === region.fromName) return [];
    const words = wordsOf(editor, value);
    return words === '' ? [] : [words];
  });
}

function wordsOf({ config, faces }: Editor, { fromName, value }: ControlValue): string {
  const control = controlOf(config.byName.get(fromName));
  if (control && isLabels(control)) return '';
  const summary = control?.tag.summary?.(value);
  if (summary !== undefined) return short(summary);
  if (typeof value === 'number') return control?.tag.result.type === 'rating' ? `★ ${value}` : String(value);
  return short(told(value, (word) => faces.option(fromName, word)?.value ?? word).join(', '));
}

/** The words in a value; of a path in a tree its end. */
function told(value: Json, named: (word: string) => string): readonly string[] {
  if (typeof value === 'string') return [named(value)];
  if (typeof value === 'number') return [String(value)];
  if (!isList(value)) return [];
  return value.flatMap((each) => {
    const end = isList(each) ? each.at(-1) : each;
    return typeof end === 'string' ? [named(end)] : typeof end === 'number' ? [String(end)] : [];
  });
}

const short = (text: string): string => {
  const line = text
    .slice(0, MOST * 2)
    .replace(/\s+/g, ' ')
    .trim();
  return line.length > MOST ? `${line.slice(0, MOST)}…` : line;
};
