import type { RegionCodec } from '../../contract/shape.js';
import { type Dict, isDict, isList, type Json } from '../../model/json.js';
import { error, type Outcome } from '../../model/problem.js';

/** A keypoint as it is on the wire, with whatever else stands in it. */
export type Keypoint = Dict & {
  readonly name: string;
  /** Percent; what is not labelled may have no place. */
  readonly x?: Json;
  readonly y?: Json;
  /** As in COCO: 0 not labelled, 1 hidden, 2 visible, which is what absent means. */
  readonly visible?: Json;
};

/** Named points. Which of them are joined is told by the config. */
export interface Skeleton {
  readonly keypoints: readonly Keypoint[];
}

export const skeletonCodec: RegionCodec<Skeleton> = {
  keys: ['keypoints'],
  decode({ keypoints }: Dict): Outcome<Skeleton> {
    if (!isList(keypoints)) return unreadable('A skeleton needs a list of keypoints.');
    const nameless = keypoints.findIndex((keypoint) => !isDict(keypoint) || typeof keypoint.name !== 'string');
    if (nameless >= 0) return unreadable(`Keypoint ${nameless + 1} of the skeleton has no name.`);
    const lost = (keypoints as readonly Keypoint[]).find((keypoint) => !isReadable(keypoint));
    if (lost) return unreadable(`The keypoint "${lost.name}" needs x and y as numbers.`);
    return { value: { keypoints: keypoints as readonly Keypoint[] } };
  },
  encode: ({ keypoints }) => ({ keypoints }),
};

export type Visibility = 0 | 1 | 2;

/** A boolean tells what is hidden from what is visible. */
export function visibilityOf({ visible }: Keypoint): Visibility {
  if (visible === false) return 1;
  return visible === 0 || visible === 1 ? visible : 2;
}

/** Where it is; none for one that nobody has placed, which COCO writes as 0, 0. */
export function placeOf(keypoint: Keypoint): readonly [number, number] | undefined {
  const { x, y } = keypoint;
  if (typeof x !== 'number' || typeof y !== 'number') return undefined;
  return x === 0 && y === 0 && visibilityOf(keypoint) === 0 ? undefined : [x, y];
}

function isReadable(keypoint: Keypoint): boolean {
  const { x = null, y = null } = keypoint;
  if (Number.isFinite(x) && Number.isFinite(y)) return true;
  return x === null && y === null && visibilityOf(keypoint) === 0;
}

const unreadable = (message: string): Outcome<Skeleton> => ({ problems: [error('result/unreadable', message)] });
