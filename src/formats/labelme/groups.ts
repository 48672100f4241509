import { newId } from '../../base/ids.js';
import type { Json } from '../../model/json.js';
import type { PictureObject } from '../pictures.js';

/** An object with the `group_id` of its shape. */
export interface Grouped {
  readonly object: PictureObject;
  readonly group: Json | undefined;
  /** Of the points of a skeleton: its label. */
  readonly body: string | undefined;
}

/** Points with the number of one thing that is no point are nested in it; polygons with the same number and label are one. */
export function grouped(found: readonly Grouped[]): PictureObject[] {
  const groups = new Map<Json, Grouped[]>();
  for (const each of found) {
    if (each.group === null || each.group === undefined) continue;
    const list = groups.get(each.group);
    if (list) list.push(each);
    else groups.set(each.group, [each]);
  }
  const parents = new Map<Json, string>();
  const joined = new Map<Grouped, PictureObject | undefined>();
  for (const [group, members] of groups) {
    const things = members.filter(({ object }) => object.shape.kind !== 'keypoint');
    const [first, ...rest] = things;
    const [point, ...others] = members;
    if (!first && point?.body !== undefined && members.every(({ body }) => body === point.body)) {
      joined.set(point, poseOf(point.body, members));
      for (const each of others) joined.set(each, undefined);
    }
    if (!first) continue;
    const areas = things.map(({ object }) => object.shape).filter((shape) => shape.kind === 'area');
    const isOne =
      areas.length === things.length && things.every(({ object }) => object.labels[0] === first.object.labels[0]);
    const shape = isOne
      ? { kind: 'area' as const, polygons: areas.flatMap(({ polygons }) => polygons), simple: areas.length === 1 }
      : first.object.shape;
    if (!isOne && things.length > 1) continue;
    const id = newId();
    joined.set(first, { ...first.object, id, shape });
    for (const each of rest) joined.set(each, undefined);
    parents.set(group, id);
  }
  return found.flatMap((each) => {
    if (joined.has(each)) return joined.get(each) ?? [];
    const parentId = each.object.shape.kind === 'keypoint' ? parents.get(each.group ?? null) : undefined;
    return { ...each.object, ...(parentId !== undefined && { parentId }) };
  });
}

/** The points of a skeleton, as our export leaves them. */
function poseOf(body: string, members: readonly Grouped[]): PictureObject {
  const points = members.flatMap(({ object: { labels, shape } }) =>
    shape.kind === 'keypoint' ? [{ name: labels[0] ?? '', at: shape.at, visible: shape.visible }] : [],
  );
  const { labels: _, ...rest } = members[0]?.object ?? { labels: [] };
  return { ...rest, id: newId(), labels: [body], shape: { kind: 'pose', points, edges: [] } };
}
