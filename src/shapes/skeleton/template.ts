import type { TagNode } from '../../contract/tag.js';
import type { Skeleton } from './codec.js';

type Point = readonly [number, number];

/** What the config says of skeletons: its Keypoint and Edge tags. */
export interface Template {
  /** Places in percent of the skeleton's own box. */
  readonly points: readonly { readonly name: string; readonly at: Point }[];
  /** Between the names of keypoints. */
  readonly edges: readonly (readonly [from: string, to: string])[];
}

const empty: Template = { points: [], edges: [] };
const known = new WeakMap<TagNode, Template>();

/** Of two keypoints with the same name the first counts; an edge to a keypoint that there is not is left out. */
export function templateOf(control: TagNode | undefined): Template {
  if (!control) return empty;
  const found = known.get(control) ?? read(control);
  known.set(control, found);
  return found;
}

/** A skeleton that fills a box: all of the template, visible. */
export const skeletonIn = ({ points }: Template, [left, top]: Point, [right, bottom]: Point): Skeleton => ({
  keypoints: points.map(({ name, at: [x, y] }) => ({
    name,
    x: left + ((right - left) * x) / 100,
    y: top + ((bottom - top) * y) / 100,
    visible: 2,
  })),
});

function read(control: TagNode): Template {
  const parts = within(control);
  const places = new Map<string, Point | undefined>();
  for (const { attributes } of parts.filter(isTag('keypoint'))) {
    const name = text(attributes.value);
    const { x, y } = attributes;
    if (name === undefined || places.has(name)) continue;
    places.set(name, typeof x === 'number' && typeof y === 'number' ? [x, y] : undefined);
  }
  const edges = parts.filter(isTag('edge')).flatMap(({ attributes }): (readonly [string, string])[] => {
    const [from, to] = [text(attributes.from), text(attributes.to)];
    return from !== undefined && to !== undefined && places.has(from) && places.has(to) ? [[from, to]] : [];
  });
  const loose = [...places.values()].filter((place) => !place).length;
  let index = 0;
  const points = [...places].map(([name, place]) => ({ name, at: place ?? onRing(index++, loose) }));
  return { points, edges };
}

/** The tags inside, at any depth: layout between them counts for nothing. */
const within = ({ children }: TagNode): readonly TagNode[] => children.flatMap((node) => [node, ...within(node)]);

const isTag = (tag: string) => (node: TagNode) => node.tag.toLowerCase() === tag;

const text = (value: unknown): string | undefined =>
  typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;

/** Keypoints without a place stand on a ring, clockwise from the top, so that no edges lie on each other. */
function onRing(index: number, count: number): Point {
  if (count === 1) return [50, 50];
  const angle = (index / count) * 2 * Math.PI;
  return [50 + 50 * Math.sin(angle), 50 - 50 * Math.cos(angle)];
}
