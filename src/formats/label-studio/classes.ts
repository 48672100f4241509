import type { ConfigFacts, ControlFacts } from '../config-facts.js';
import { Classes, type PictureClass } from '../pictures/classes.js';
import { drawingControls } from './sources.js';

/** What the points without a body of their own are of, as in Label Studio's COCO. */
export const BODY = 'default';

export interface ClassesOptions {
  /** `category`: by the labels' attribute `category`, the others as they sort. `line`: numbered from 0 without a gap. */
  readonly by: 'category' | 'line';
  tell?(message: string): void;
}

/** The labels of a config with which something is marked on pictures. Those of keypoints are points of the other classes. */
export function classesOf(config: ConfigFacts, { by, tell }: ClassesOptions): Classes {
  const controls = drawingControls(config);
  const points = pointsOf(controls);
  const found = new Map<string, { readonly category: number | undefined; readonly about: Partial<PictureClass> }>();
  for (const control of controls) {
    if (control.tag === 'KeyPointLabels') continue;
    const about = aboutOf(control, points);
    for (const { name, attributes } of control.labels) {
      const before = found.get(name);
      const category = before?.category ?? numberIn(attributes.category);
      found.set(name, { category, about: { ...before?.about, ...about } });
    }
  }
  const taken = new Set<number>();
  const explicit: PictureClass[] = [];
  const rest: [string, Partial<PictureClass>][] = [];
  for (const [name, { category, about }] of found) {
    if (category === undefined) rest.push([name, about]);
    else if (taken.has(category)) {
      tell?.(`Two labels have the category ${category}; "${name}" gets another.`);
      rest.push([name, about]);
    } else {
      taken.add(category);
      explicit.push({ id: category, name, ...about });
    }
  }
  // Of bodies Label Studio keeps the order of the config.
  if (by === 'category' || points.length === 0) rest.sort(([a], [b]) => byCodePoint(a, b));
  let next = 0;
  const added = rest.map(([name, about]) => {
    while (taken.has(next)) next++;
    return { id: next++, name, ...about };
  });
  const all = [...explicit, ...added];
  if (by === 'category') return new Classes(all);
  all.sort((a, b) => a.id - b.id);
  if (all.some(({ id }, line) => id !== line)) {
    tell?.('Classes are numbered by their line; numbers that `category` gives with gaps are not kept.');
  }
  return new Classes(all.map((each, id) => ({ ...each, id })));
}

/** Labels of keypoints in the order of their `model_index`; those without one follow as they stand in the config. */
export function pointsOf(controls: readonly ControlFacts[]): readonly string[] {
  const found = new Map<string, number>();
  for (const { tag, labels } of controls) {
    if (tag !== 'KeyPointLabels') continue;
    for (const { name, attributes } of labels) {
      if (!found.has(name)) found.set(name, numberIn(attributes.model_index) ?? Infinity);
    }
  }
  // A difference of infinities is no number.
  return [...found].sort(([, a], [, b]) => (a === b ? 0 : a - b)).map(([name]) => name);
}

function aboutOf({ tag, skeleton }: ControlFacts, points: readonly string[]): Partial<PictureClass> {
  if (skeleton) return { points: skeleton.points, edges: skeleton.edges };
  return points.length > 0 && (tag === 'RectangleLabels' || tag === 'Labels') ? { points } : {};
}

/** As Python sorts, by code point; JavaScript sorts by halves of them. */
export function byCodePoint(a: string, b: string): number {
  for (let at = 0; at < a.length && at < b.length; ) {
    const [x, y] = [a.codePointAt(at) as number, b.codePointAt(at) as number];
    if (x !== y) return x - y;
    at += x > 0xffff ? 2 : 1;
  }
  return a.length - b.length;
}

/** A whole number; undefined for all else. */
function numberIn(text: string | undefined): number | undefined {
  return text !== undefined && /^\s*[+-]?\d+\s*$/.test(text) ? Number(text) : undefined;
}
