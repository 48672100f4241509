import type { Picture, PictureObject, PoseShape } from '../pictures.js';

type BodyPoint = PoseShape['points'][number];

/** An object with the points that belong to it. */
export interface Body {
  /** Of a body without a box: its skeleton, or the first of its points. */
  readonly object: PictureObject;
  /** Its box or outline, where it has one. */
  readonly hasShape: boolean;
  readonly points: readonly BodyPoint[];
}

/**
 * The objects of a picture, keypoints gathered: those that name an object as their parent belong to it; those without one
 * make bodies of their own, a new one where a name comes again.
 */
export function bodiesOf({ objects }: Picture): readonly Body[] {
  if (!objects.some(({ shape: { kind } }) => kind === 'keypoint' || kind === 'pose')) {
    return objects.map((object) => ({ object, hasShape: true, points: none }));
  }
  const parents = new Map<string, BodyPoint[]>();
  for (const { id, shape } of objects) if (id !== undefined && shape.kind !== 'keypoint') parents.set(id, []);
  const bodies: Body[] = [];
  let loose: BodyPoint[] | undefined;
  for (const object of objects) {
    const { shape, labels, id, parentId } = object;
    if (shape.kind === 'pose') bodies.push({ object, hasShape: false, points: shape.points });
    else if (shape.kind !== 'keypoint') {
      bodies.push({ object, hasShape: true, points: (id !== undefined && parents.get(id)) || none });
    } else {
      const own = parentId === undefined ? undefined : parents.get(parentId);
      for (const name of labels) {
        const point = { name, at: shape.at, visible: shape.visible };
        if (own) own.push(point);
        else if (loose && !loose.some((before) => before.name === name)) loose.push(point);
        else {
          loose = [point];
          bodies.push({ object, hasShape: false, points: loose });
        }
      }
      if (labels.length === 0) bodies.push({ object, hasShape: false, points: none });
    }
  }
  return bodies;
}

const none: readonly BodyPoint[] = [];
