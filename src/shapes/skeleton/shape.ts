import type { Mark, MediaFacts, ShapeModule, ShapeOperation, Sight } from '../../contract/shape.js';
import type { TagNode } from '../../contract/tag.js';
import type { Dict } from '../../model/json.js';
import type { Problem } from '../../model/problem.js';
import { boxOf, carrier, dragged, type Point } from '../rings.js';
import { carried } from '../similarity.js';
import { named } from '../summary.js';
import { suspect } from '../suspect.js';
import { type Keypoint, placeOf, type Skeleton, skeletonCodec, visibilityOf } from './codec.js';
import { skeletonIn, templateOf } from './template.js';

const operations: readonly ShapeOperation<Skeleton>[] = [
  { name: 'all-visible', title: 'Make all keypoints visible', apply: showAll },
  { name: 'swap-sides', title: 'Swap left and right', apply: swapSides },
];

/** As in COCO. */
const visibilities = [
  [2, 'Visible'],
  [1, 'Covered'],
  [0, 'Not labelled'],
] as const;

export const skeletonShape: ShapeModule<Skeleton, Point> = {
  name: 'skeleton',
  space: 'stage2d',
  codec: skeletonCodec,
  marks(skeleton, { control }) {
    const places = new Map<string, Point>();
    for (const { keypoint, at } of drawn(skeleton)) if (!places.has(keypoint.name)) places.set(keypoint.name, at);
    const lines = templateOf(control).edges.flatMap(([from, to]): Mark[] => {
      const [start, end] = [places.get(from), places.get(to)];
      return start && end ? [{ draw: 'path', points: [start, end] }] : [];
    });
    const dots = drawn(skeleton).map(({ keypoint, at }): Mark => {
      const isHidden = visibilityOf(keypoint) === 1;
      return { draw: 'dot', at, ...(isHidden && { hollow: true }) };
    });
    return [...lines, ...dots];
  },
  handles: (skeleton) =>
    drawn(skeleton).map(({ keypoint, at, index }) => ({
      id: `k${index}`,
      at,
      cursor: 'move',
      title: `Move ${keypoint.name}`,
      label: keypoint.name,
    })),
  drag(skeleton, handle, from, to, { facts }, options) {
    if (from[0] === to[0] && from[1] === to[1]) return skeleton;
    const snap = options.snap === 'pixel';
    if (handle === 'body') return moveAll(skeleton, from, to, facts, snap);
    const [index, keypoint] = at(skeleton, handle);
    const place = keypoint && placeOf(keypoint);
    if (!place) return skeleton;
    const [x, y] = dragged(place, from, to, facts, snap);
    return replaced(skeleton, index, { ...keypoint, x, y });
  },
  /** Not labelled any more; it keeps its place, to be made visible there again. One has to stay. */
  erase(skeleton, handle) {
    const [index, keypoint] = at(skeleton, handle);
    if (!keypoint || drawn(skeleton).length < 2) return undefined;
    return replaced(skeleton, index, { ...keypoint, visible: 0 });
  },
  similar: (skeleton, change, { facts }) => everywhere(skeleton, (place) => carried(place, change, facts)),
  anchors: (skeleton) => drawn(skeleton).map((each) => each.at),
  fault: (skeleton, { control }) => strange(skeleton, control),
  summary: (skeleton) => named('Skeleton', `${visible(skeleton)} points`),
  describe: (skeleton): Dict => ({
    Visible: visible(skeleton),
    ...Object.fromEntries(skeleton.keypoints.map((each) => [each.name, visibilityOf(each)])),
  }),
  choices: (figure) => (figure === 'Visible' ? undefined : visibilities),
  revise(skeleton, figure, value) {
    const index = skeleton.keypoints.findIndex(({ name }) => name === figure);
    const keypoint = skeleton.keypoints[index];
    if (!keypoint || (value !== 0 && value !== 1 && value !== 2)) return undefined;
    // What has no place can only be shown with all the others, which tell where it may be.
    if (value !== 0 && !Number.isFinite(keypoint.x)) return undefined;
    return visibilityOf(keypoint) === value ? skeleton : replaced(skeleton, index, { ...keypoint, visible: value });
  },
  operations,
};

const visible = ({ keypoints }: Skeleton): string =>
  `${keypoints.filter((each) => visibilityOf(each) === 2).length} of ${keypoints.length}`;

interface Drawn {
  readonly keypoint: Keypoint;
  readonly at: Point;
  readonly index: number;
}

/** The keypoints that can be seen. */
const drawn = ({ keypoints }: Skeleton): readonly Drawn[] =>
  keypoints.flatMap((keypoint, index): Drawn[] => {
    const place = placeOf(keypoint);
    return place && visibilityOf(keypoint) > 0 ? [{ keypoint, at: place, index }] : [];
  });

/** Of keypoints that the config has more nothing is said: what is not labelled is often left out. */
function strange({ keypoints }: Skeleton, control: TagNode | undefined): Problem | undefined {
  if (keypoints.length === 0) return suspect('The skeleton has no keypoints, so that it cannot be seen. Delete it.');
  const { points } = templateOf(control);
  if (points.length === 0) return undefined;
  const known = new Set(points.map(({ name }) => name));
  const unknown = new Set(keypoints.flatMap(({ name }) => (known.has(name) ? [] : [name])));
  if (unknown.size === 0) return undefined;
  return suspect(
    `The skeleton has keypoints that the config does not have: ${[...unknown].join(', ')}. They are shown without edges; add them to the config, or mend the result.`,
  );
}

function at({ keypoints }: Skeleton, handle: string): readonly [index: number, keypoint: Keypoint | undefined] {
  const index = handle.startsWith('k') ? Number(handle.slice(1)) : -1;
  return [index, keypoints[index]];
}

const replaced = ({ keypoints }: Skeleton, index: number, keypoint: Keypoint): Skeleton => ({
  keypoints: keypoints.map((each, place) => (place === index ? keypoint : each)),
});

function moveAll(skeleton: Skeleton, from: Point, to: Point, facts: MediaFacts, snap: boolean): Skeleton {
  const points = drawn(skeleton).map((each) => each.at);
  const [by = [0, 0]] = carrier(points, from, to, facts, snap)([[0, 0]]);
  return everywhere(skeleton, ([x, y]) => [x + by[0], y + by[1]]);
}

/** Each keypoint that has a place put somewhere else. */
const everywhere = ({ keypoints }: Skeleton, change: (place: Point) => Point): Skeleton => ({
  keypoints: keypoints.map((keypoint) => {
    const place = placeOf(keypoint);
    if (!place) return keypoint;
    const [x, y] = change(place);
    return { ...keypoint, x, y };
  }),
});

/** With those that nobody has placed, and those that the config has more, where the template puts them among the others. */
function showAll(skeleton: Skeleton, { control }: Sight): Skeleton | undefined {
  const template = templateOf(control);
  const points = drawn(skeleton).map((each) => each.at);
  if (points.length === 0) return undefined;
  const fitted = new Map(skeletonIn(template, ...boxOf(points)).keypoints.map((each) => [each.name, each]));
  const shown = skeleton.keypoints.map((keypoint): Keypoint => {
    if (visibilityOf(keypoint) === 2) return keypoint;
    const { x, y } = fitted.get(keypoint.name) ?? {};
    const isLost = placeOf(keypoint) === undefined;
    if (isLost && x === undefined) return keypoint;
    return { ...keypoint, ...(isLost && { x, y }), visible: 2 } as Keypoint;
  });
  const names = new Set(skeleton.keypoints.map(({ name }) => name));
  const missing = [...fitted.values()].filter(({ name }) => !names.has(name));
  if (missing.length === 0 && shown.every((each, index) => each === skeleton.keypoints[index])) return undefined;
  return { keypoints: [...shown, ...missing] };
}

/** What is called left gets the place of what is called right, and the other way round. */
function swapSides({ keypoints }: Skeleton): Skeleton | undefined {
  const byName = new Map(keypoints.map((keypoint) => [keypoint.name, keypoint]));
  let changed = false;
  const swapped = keypoints.map((keypoint): Keypoint => {
    const other = byName.get(otherSide(keypoint.name));
    if (!other || other.name === keypoint.name) return keypoint;
    changed = true;
    return { ...other, name: keypoint.name };
  });
  return changed ? { keypoints: swapped } : undefined;
}

const sides: Readonly<Record<string, string>> = { left: 'right', right: 'left' };

const otherSide = (name: string): string =>
  name.replace(/left|right/gi, (word) => {
    const other = sides[word.toLowerCase()] ?? word;
    if (word === word.toUpperCase()) return other.toUpperCase();
    return word[0] === word[0]?.toUpperCase() ? `${other[0]?.toUpperCase()}${other.slice(1)}` : other;
  });
