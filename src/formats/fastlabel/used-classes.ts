import { type Dict, isDict, isList, type Json } from '../../model/json.js';
import { byCodePoint } from '../label-studio/classes.js';
import { textIn } from '../plain.js';
import { annotationsOf, dictsIn } from './medium.js';
import { type Body, shapeOf } from './shapes.js';

/** A class, as annotations or the list of classes have it. */
export interface UsedClass {
  readonly value: string;
  readonly colour: string | undefined;
  readonly body: (Body & { readonly colours: readonly (string | undefined)[] }) | undefined;
}

/** The classes that the annotations of tasks have. */
export class UsedClasses {
  readonly #used = new Map<string, UsedClass>();
  readonly #types: ReadonlySet<string> | undefined;

  /** @param types only of annotations of these types */
  constructor(types?: ReadonlySet<string>) {
    this.#types = types;
  }

  add(task: Dict): void {
    for (const { type, value, color, keypoints } of annotationsOf(task)) {
      if (typeof value !== 'string' || value === '' || this.#types?.has(textIn(type)) === false) continue;
      const known = this.#used.get(value);
      const body = isList(keypoints) && keypoints.length > 0 ? merged(known?.body, bodyIn(keypoints)) : known?.body;
      const colour = known?.colour ?? (typeof color === 'string' ? color : undefined);
      if (!known || known.body !== body || known.colour !== colour) this.#used.set(value, { value, colour, body });
    }
  }

  has(value: string): boolean {
    return this.#used.has(value);
  }

  /** By name, as FastLabel sorts them. */
  get sorted(): readonly UsedClass[] {
    return [...this.#used.values()].sort((a, b) => byCodePoint(a.value, b.value));
  }
}

function bodyIn(keypoints: readonly Json[]): UsedClass['body'] {
  const keys = dictsIn(keypoints).flatMap(({ key }) => (typeof key === 'string' ? [key] : []));
  const shape = shapeOf({ type: 'pose_estimation', keypoints }, undefined, () => {});
  return { points: keys, edges: shape?.kind === 'pose' ? shape.edges : [], colours: [] };
}

function merged(known: UsedClass['body'], more: UsedClass['body']): UsedClass['body'] {
  if (!known || !more) return more ?? known;
  const edges = more.edges.filter(
    ([a, b]) => !known.edges.some(([x, y]) => (x === a && y === b) || (x === b && y === a)),
  );
  const points = more.points.filter((point) => !known.points.includes(point));
  if (edges.length === 0 && points.length === 0) return known;
  return { points: [...known.points, ...points], edges: [...known.edges, ...edges], colours: [] };
}

/** The classes of a list: names, or annotation classes of FastLabel's API. */
export function listedClasses(list: Json | readonly (string | Dict)[] | undefined): readonly UsedClass[] | undefined {
  if (!isList(list)) return undefined;
  return list.flatMap((each): UsedClass[] => {
    if (typeof each === 'string') return [{ value: each, colour: undefined, body: undefined }];
    if (!isDict(each) || typeof each.value !== 'string') return [];
    return [
      { value: each.value, colour: typeof each.color === 'string' ? each.color : undefined, body: listedBody(each) },
    ];
  });
}

/** There edges are ids of points, not keys. */
function listedBody({ keypoints }: Dict): UsedClass['body'] {
  const points = dictsIn(keypoints).filter(({ key }) => typeof key === 'string');
  if (points.length === 0) return undefined;
  const keys = new Map(
    points.flatMap(({ id, key }) => (typeof id === 'string' ? [[id, textIn(key)]] : [])) as [string, string][],
  );
  const edges: [string, string][] = [];
  const done = new Set<string>();
  for (const { key, edges: others } of points) {
    for (const other of isList(others) ? others : []) {
      const to = keys.get(textIn(other)) ?? textIn(other);
      if (!done.has(to)) edges.push([textIn(key), to]);
    }
    done.add(textIn(key));
  }
  return {
    points: points.map(({ key }) => textIn(key)),
    edges,
    colours: points.map(({ color }) => (typeof color === 'string' ? color : undefined)),
  };
}
