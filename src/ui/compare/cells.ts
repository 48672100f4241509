import type { Side } from '../../editor/compare/sides.js';
import { controlOf, isLabels, labelsIn } from '../../editor/regions/controls.js';
import type { LabelFace } from '../../editor/regions/faces.js';
import type { ControlValue, Region } from '../../model/document.js';
import { isDict, isList, type Json } from '../../model/json.js';
import type { Desk } from '../desk.js';

/** Characters: more than a cell can show. */
const MOST = 300;

/** What a cell shows of a region. */
export interface RegionCell {
  readonly labels: readonly LabelFace[];
  /** What tells it from others with the same labels. */
  readonly text: string;
  /** What else is said of it: the control, and what that says. */
  readonly more: readonly string[];
}

export function regionCell(desk: Desk, { store }: Side, region: Region): RegionCell {
  const { faces, config } = desk.editor;
  const values = store.valuesOf(region.id);
  const others = values.filter(({ fromName }) => {
    const control = controlOf(config.byName.get(fromName));
    return !(control && isLabels(control)) && fromName !== (region.shape === 'answer' ? region.fromName : undefined);
  });
  const own = values.find(({ fromName }) => fromName === region.fromName);
  return {
    labels: faces.labels(region, store),
    text: region.shape === 'answer' ? (own ? answerText(desk, [own]) : '') : faces.text(region),
    more: others.map((value) => `${value.fromName}: ${answerText(desk, [value])}`),
  };
}

/** What a control says, in words. */
export function answerText(desk: Desk, values: readonly ControlValue[]): string {
  const { editor } = desk;
  const [first] = values;
  if (!first) return '';
  const control = controlOf(editor.config.byName.get(first.fromName));
  const said = values.map(({ value }) => {
    if (control?.tag.offers !== undefined && isList(value))
      return labelsIn(value)
        .map((label) => editor.faces.label(first.fromName, label).name)
        .join(', ');
    return control?.tag.summary?.(value) ?? textOf(value, desk);
  });
  return said.join(', ').slice(0, MOST);
}

function textOf(value: Json, desk: Desk): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return desk.number(value);
  if (typeof value === 'boolean') return value ? desk.texts.yes : desk.texts.no;
  if (isList(value)) return value.map((item) => textOf(item, desk)).join(', ');
  return isDict(value) ? JSON.stringify(value) : '';
}
