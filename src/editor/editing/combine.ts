import type { Combination } from '../../contract/plugin.js';
import type { Outline, ShapeModule } from '../../contract/shape.js';
import type { Region } from '../../model/document.js';
import type { Action } from '../actions/actions.js';
import type { Editor } from '../editor.js';
import { controlsOf } from '../regions/controls.js';
import { editable, putEdited, removeRegions, selected, sightOf } from '../regions/regions.js';
import { outlineOf } from './convert.js';

/** What several regions can be made into. The first one selected is what they are made into. */
export function combineActions(editor: Editor): readonly Action[] {
  const entry = (how: Combination, title: string, icon: string): Action => ({
    name: `combine-${how}`,
    title,
    group: 'Shapes',
    icon,
    enabled: () => combinable(editor, how).length > 1,
    run: () => void combine(editor, how, title),
  });
  return [
    entry('union', 'Unite into the first selected', 'squares-unite'),
    entry('subtract', 'Cut the others out of the first selected', 'squares-subtract'),
    entry('intersect', 'Keep what all selected share', 'squares-intersect'),
  ];
}

/** The selected regions that cover something, on the object and page of the first; what is only cut with may be locked. */
function combinable(editor: Editor, how: Combination): readonly Region[] {
  const { registry } = editor;
  const [first] = selected(editor);
  if (!first || !editor.mayEdit(first) || !registry.shape(first.shape)?.outline || !registry.combine()) return [];
  return (how === 'subtract' ? selected(editor) : editable(editor)).filter(
    ({ toName, itemIndex, shape }) =>
      toName === first.toName && itemIndex === first.itemIndex && registry.shape(shape)?.outline !== undefined,
  );
}

async function combine(editor: Editor, how: Combination, label: string): Promise<void> {
  const { registry, notices, completion } = editor;
  const regions = combinable(editor, how);
  const [first, ...others] = regions;
  const outlines = regions.map((region) => outlineOf(editor, region)).filter((outline) => outline !== undefined);
  if (!completion || !first || others.length === 0) return;
  if (outlines.length < regions.length) return notices.say('One of them is not finished yet.', 'danger');
  let outline: Outline;
  try {
    outline = (await registry.combine()?.(how, outlines)) ?? [];
  } catch (reason) {
    const why = reason instanceof Error ? reason.message : String(reason);
    return notices.say(`What combines shapes could not be loaded: ${why}`, 'danger');
  }
  // They may have changed meanwhile.
  const unchanged = regions.every((region) => completion.doc.regions.get(region.id) === region);
  if (!unchanged || completion !== editor.completion || !editor.mayEdit(first)) return;
  if (outline.length === 0) return notices.say('Nothing would be left.', 'danger');
  const geometry = held(editor, first, first.fromName, outline);
  if (geometry === undefined) return notices.say(refusal(editor, first, outline), 'danger');
  completion.store.edit(label, (write) => {
    putEdited(completion.store, write, { ...first, geometry });
    if (how !== 'subtract') removeRegions(completion.store, write, new Set(others.map(({ id }) => id)));
  });
}

/** The geometry that covers the outline in a control's shape; undefined where it cannot, or only about. */
function held(editor: Editor, region: Region, controlName: string, outline: Outline, name = region.shape): unknown {
  const shape: ShapeModule | undefined = editor.registry.shape(name);
  const sight = sightOf(editor, region, controlName);
  const geometry = shape?.fromOutline?.(outline, sight);
  if (geometry === undefined) return undefined;
  const [wanted, got] = [areaOf(outline), areaOf(shape?.outline?.(geometry, sight) ?? [])];
  return Math.abs(wanted - got) <= 0.02 * wanted + pixels(sight.facts, 4) ? geometry : undefined;
}

/** So many pixels of the picture, in square percent. */
const pixels = ({ width = 100, height = 100 }: { readonly width?: number; readonly height?: number }, count: number) =>
  (count * 10_000) / (width * height);

function refusal(editor: Editor, region: Region, outline: Outline): string {
  const able = controlsOf(editor.config, region.toName).flatMap(({ node, tag }) => {
    const shape = tag.draws?.shape;
    if (shape === undefined || shape === region.shape) return [];
    return held(editor, region, node.name ?? '', outline, shape) === undefined ? [] : `${node.tag} "${node.name}"`;
  });
  const what = outline.length > 1 ? 'several parts' : outline.flat().length > 1 ? 'a hole' : 'another form';
  const way =
    able.length > 0
      ? `Convert the first one to ${able.join(' or ')} before.`
      : 'The config has no control for such a shape: MultiPolygonLabels or BrushLabels would be one.';
  return `The result has ${what}, which the shape “${region.shape}” cannot have. ${way}`;
}

/** Square percent, the holes taken away. */
const areaOf = (outline: Outline): number =>
  outline.reduce(
    (sum, [outer, ...holes]) => sum + ringArea(outer) - holes.reduce((gaps, hole) => gaps + ringArea(hole), 0),
    0,
  );

function ringArea(ring: Outline[number][number] = []): number {
  let twice = 0;
  ring.forEach(([x, y], index) => {
    const [x1 = x, y1 = y] = ring[(index + 1) % ring.length] ?? [];
    twice += x * y1 - x1 * y;
  });
  return Math.abs(twice) / 2;
}
