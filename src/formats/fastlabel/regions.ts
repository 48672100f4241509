import { type Dict, isDict, isList } from '../../model/json.js';
import type { ConfigFacts, ControlFacts, ObjectFacts } from '../config-facts.js';
import type { Item, ItemResult } from '../items.js';
import { isDrawing } from '../label-studio/sources.js';
import { textIn } from '../plain.js';
import { type Medium, mediumOfTag } from './medium.js';

/** What one region of a completion says. */
export interface Region {
  readonly id: string;
  /** The result that says where it is: that of the control that draws it, where there is one. */
  readonly drawn: ItemResult;
  readonly labels: readonly string[];
  /** The control of its labels. */
  readonly labelled: ControlFacts;
  /** Answers of other controls about it. */
  readonly said: readonly ItemResult[];
}

/** What a completion says, in the order of its results: regions, answers about all of the task, and relations. */
export interface Reading {
  readonly regions: readonly Region[];
  readonly answers: readonly ItemResult[];
  readonly relations: readonly Dict[];
  /** Results of controls that the config does not have, or of objects that the task of FastLabel has not. */
  readonly others: readonly Dict[];
}

/** The object that a task of FastLabel shows: the first that has controls. */
export function objectOf({
  objects,
  controls,
}: ConfigFacts): { readonly object: ObjectFacts; readonly medium: Medium } | undefined {
  const named = new Set(controls.flatMap(({ toNames }) => toNames));
  for (const known of [objects.filter(({ name }) => named.has(name)), objects]) {
    for (const object of known) {
      const medium = mediumOfTag(object.tag);
      if (medium) return { object, medium };
    }
  }
  return undefined;
}

/** Whether a control marks places, or gives labels to what is marked. */
const marks = (control: ControlFacts): boolean => isDrawing(control) || control.tag.startsWith('Video');

export function readRegions({ results, dropped }: Item, object: ObjectFacts): Reading {
  const groups = new Map<string, ItemResult[]>();
  const answers: ItemResult[] = [];
  const others: Dict[] = [];
  for (const found of results) {
    const { control, result } = found;
    if (control.tag !== 'Pairwise' && result.to_name !== undefined && result.to_name !== object.name)
      others.push(result);
    else if (!marks(control) && !isOfRegion(found)) answers.push(found);
    else {
      const id = textIn(result.id);
      // Without an id each is a region of its own.
      const key = id === '' ? ` ${groups.size}` : id;
      const group = groups.get(key);
      if (group) group.push(found);
      else groups.set(key, [found]);
    }
  }
  const regions = [...groups].flatMap(([id, group]) => regionOf(id, group));
  const relations = dropped.filter(({ type }) => type === 'relation');
  for (const each of dropped) if (each.type !== 'relation') others.push(each);
  return { regions, answers, relations, others };
}

/** What is said of a region repeats where it is. */
function isOfRegion({ control, value }: ItemResult): boolean {
  if (control.attributes.perRegion === 'true') return true;
  return places.some((key) => value[key] !== undefined) && control.attributes.perRegion !== 'false';
}

const places = [
  'x',
  'points',
  'polygons',
  'vertices',
  'keypoints',
  'rle',
  'start',
  'sequence',
  'position',
  'imageDataURL',
];

function regionOf(id: string, group: readonly ItemResult[]): Region[] {
  const drawing = group.filter(({ control }) => marks(control));
  // `Labels` beside a shape says no more than its labels.
  const drawn = drawing.find(({ control }) => control.tag !== 'Labels') ?? drawing[0] ?? group[0];
  if (!drawn) return [];
  const labels: string[] = [];
  let labelled = drawn.control;
  for (const { value, result, control } of drawing) {
    const given = value[textIn(result.type)] ?? value[control.tag.toLowerCase()] ?? value.labels;
    for (const label of isList(given) ? given : []) {
      if (typeof label !== 'string' || labels.includes(label)) continue;
      labels.push(label);
      labelled = control;
    }
  }
  return [{ id, drawn, labels, labelled, said: group.filter(({ control }) => !marks(control)) }];
}

/** Whether a region says more than FastLabel can: its notes. */
export const noteOf = ({ drawn }: Region): Dict | undefined =>
  isDict(drawn.result.meta) ? drawn.result.meta : undefined;
