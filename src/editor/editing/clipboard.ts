import { newId } from '../../base/ids.js';
import type { ShapeModule } from '../../contract/shape.js';
import type { CompletionDoc, ControlValue, Region } from '../../model/document.js';
import { type Dict, isDict, isList, type Json, jsonEqual } from '../../model/json.js';
import { decodeResults } from '../../results/decode.js';
import { encodeResults } from '../../results/encode.js';
import type { Editor } from '../editor.js';
import { controlOf, isLabels, labelWords } from '../regions/controls.js';
import { sightOf } from '../regions/regions.js';
import { mostUses } from '../regions/usages.js';

/** By this, text in the clipboard is known as ours. */
const MARKER = 'label-editor/results';

/** Pixels of the picture by which a copy is moved off what lies in its place. */
const OFFSET = 10;
const MOST_OFFSETS = 50;

/** Regions as text for the clipboard: their results, with what is said of them and the relations among them. */
export function copied(editor: Editor, ids: readonly string[]): string | undefined {
  const { completion, world } = editor;
  if (!completion) return undefined;
  const wanted = new Set(ids);
  const among = <R>(table: ReadonlyMap<string, R>, test: (record: R) => boolean) =>
    new Map([...table].filter(([, record]) => test(record)));
  const regions = among(completion.doc.regions, ({ id }) => wanted.has(id));
  if (regions.size === 0) return undefined;
  const values = among(completion.doc.values, ({ regionId }) => regionId !== undefined && wanted.has(regionId));
  const relations = among(completion.doc.relations, ({ fromId, toId }) => wanted.has(fromId) && wanted.has(toId));
  return JSON.stringify({ type: MARKER, version: 1, results: encodeResults({ regions, values, relations }, world) });
}

/** The results in text from a clipboard. Undefined: it is none of ours. `broken`: it was. */
export function resultsIn(text: string): readonly Json[] | 'broken' | undefined {
  if (!text.slice(0, 100).includes(MARKER)) return undefined;
  try {
    const read: unknown = JSON.parse(text);
    return isDict(read) && read.type === MARKER && isList(read.results) ? read.results : 'broken';
  } catch {
    return 'broken';
  }
}

/** Puts copied results on the pages on show, beside what lies in their place, and selects them. One undo step. */
export function paste(editor: Editor, results: readonly Json[], label: string): void {
  const { completion, world, notices } = editor;
  if (!completion || editor.readonly) return;
  const { doc } = decodeResults(renewed(results, completion.doc), world);
  const regions = [...doc.regions.values()]
    .filter(({ shape }) => shape !== 'opaque' && shape !== 'answer')
    .map((region) => onPage(editor, region));
  const marked = new Set(results.filter((result) => isDict(result) && result.type !== 'relation').map(idIn)).size;
  if (regions.length < marked) {
    notices.say(
      regions.length === 0
        ? 'Nothing was pasted: this config draws nothing like it.'
        : `${marked - regions.length} of ${marked} regions were not pasted: this config draws nothing like them.`,
      'danger',
    );
  }
  if (regions.length === 0) return;
  const ids = new Set(regions.map(({ id }) => id));
  const values = [...doc.values.values()].filter(({ regionId }) => regionId !== undefined && ids.has(regionId));
  const refusal = usedUp(editor, values);
  if (refusal !== undefined) return notices.say(refusal, 'danger');
  const placed = besideOthers(editor, regions);
  const pages = new Map(placed.map((region) => [region.id, region.itemIndex]));
  const relations = [...doc.relations.values()].filter(({ fromId, toId }) => ids.has(fromId) && ids.has(toId));
  const plain = values.map(({ wire: _, itemIndex: __, ...value }): ControlValue => {
    const itemIndex = pages.get(value.regionId ?? '');
    return itemIndex === undefined ? value : { ...value, itemIndex };
  });
  const added: CompletionDoc = {
    regions: new Map(placed.map((region) => [region.id, region])),
    values: new Map(plain.map((value) => [value.id, value])),
    relations: new Map(relations.map(({ wire: _, ...relation }) => [relation.id, relation])),
  };
  completion.merge(added, label);
  editor.select([...ids]);
}

/** Why labels may not be used so many more times. */
function usedUp(editor: Editor, values: readonly ControlValue[]): string | undefined {
  const { config, faces, usages } = editor;
  const added = new Map<string, number>();
  for (const { fromName, value } of values) {
    const control = controlOf(config.byName.get(fromName));
    if (!control || !isLabels(control)) continue;
    for (const word of labelWords(value)) {
      const count = (added.get(`${fromName} ${word}`) ?? 0) + 1;
      added.set(`${fromName} ${word}`, count);
      const most = mostUses(control, faces.option(fromName, word));
      if (most !== undefined && usages.of(fromName, word) + count > most) {
        return `You can't use ${faces.label(fromName, word).name} more than ${most} time(s)`;
      }
    }
  }
  return undefined;
}

/** With ids of their own, as if drawn by hand just now. A parent that is not among them is kept where it is there. */
function renewed(results: readonly Json[], { regions }: CompletionDoc): readonly Json[] {
  const ids = new Map<string, string>();
  for (const result of results) {
    const id = idIn(result);
    if (id !== undefined && !ids.has(id)) ids.set(id, newId());
  }
  const renamed = (id: Json | undefined) => ids.get(String(id)) ?? (regions.has(String(id)) ? String(id) : undefined);
  return results.flatMap((result) => {
    if (!isDict(result)) return [];
    if (result.type === 'relation') {
      const [from, to] = [ids.get(String(result.from_id)), ids.get(String(result.to_id))];
      return from && to ? [{ ...result, from_id: from, to_id: to }] : [];
    }
    const { readonly: _, score: __, parentID, ...rest } = result;
    const parent = renamed(parentID);
    const id = ids.get(String(result.id)) ?? newId();
    return [{ ...rest, id, origin: 'manual', ...(parent !== undefined && { parentID: parent }) } as Dict];
  });
}

const idIn = (result: Json): string | undefined =>
  isDict(result) && (typeof result.id === 'string' || typeof result.id === 'number') ? String(result.id) : undefined;

/** On the page of its object that is on show, written as a new one is. */
function onPage({ facts }: Editor, { wire: _, itemIndex: __, ...region }: Region): Region {
  const paged = facts.of(region.toName).items !== undefined;
  return paged ? { ...region, itemIndex: facts.item(region.toName) } : region;
}

/** Moved together until none of them lies where another region of the same form does. */
function besideOthers(editor: Editor, regions: readonly Region[]): readonly Region[] {
  const taken = (region: Region) => {
    for (const other of editor.doc.regions.values()) {
      if (other.shape !== region.shape || other.toName !== region.toName || other.itemIndex !== region.itemIndex)
        continue;
      if (jsonEqual(encoded(editor, other), encoded(editor, region))) return true;
    }
    return false;
  };
  if (!regions.some(taken)) return regions;
  for (const toward of directions) {
    for (let step = 1; step < MOST_OFFSETS; step++) {
      const moved = regions.flatMap((region) => shifted(editor, region, toward, step * OFFSET) ?? []);
      if (moved.length < regions.length) break;
      if (!moved.some(taken)) return moved;
    }
  }
  return regions;
}

const directions = [
  [1, 1],
  [-1, 1],
  [1, -1],
  [-1, -1],
] as const;

/** Undefined where it would not stay on the picture; what cannot be moved stays where it is. */
function shifted(
  editor: Editor,
  region: Region,
  [right, down]: readonly [number, number],
  pixels: number,
): Region | undefined {
  const shape: ShapeModule<any, any> | undefined = editor.registry.shape(region.shape);
  if (shape?.space !== 'stage2d') return region;
  const sight = sightOf(editor, region, region.fromName);
  const { width = 100, height = 100 } = sight.facts;
  const by = [(right * pixels * 100) / width, (down * pixels * 100) / height];
  const geometry = shape.drag(region.geometry, 'body', [0, 0], by, sight, {});
  const back = shape.drag(geometry, 'body', by, [0, 0], sight, {});
  const moved = { ...region, geometry };
  return alike(encoded(editor, { ...region, geometry: back }), encoded(editor, region)) ? moved : undefined;
}

const encoded = ({ registry, facts }: Editor, { shape, geometry, toName, itemIndex }: Region): Dict =>
  registry.shape(shape)?.codec.encode(geometry, facts.of(toName, itemIndex)) ?? {};

/** The same but for rounding. */
function alike(a: Json | undefined, b: Json | undefined): boolean {
  if (typeof a === 'number' && typeof b === 'number') return Math.abs(a - b) < 1e-6;
  if (isList(a) && isList(b)) return a.length === b.length && a.every((item, index) => alike(item, b[index]));
  if (isDict(a) && isDict(b)) return Object.keys({ ...a, ...b }).every((key) => alike(a[key], b[key]));
  return a === b;
}
