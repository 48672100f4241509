import { boxOf } from '../shapes/rings.js';
import { placeOf, type Skeleton } from '../shapes/skeleton/codec.js';
import { skeletonIn, templateOf } from '../shapes/skeleton/template.js';
import { type Env, inPercent, isTiny, type Point, placed } from './on-picture.js';
import { twoPointTool } from './two-points.js';

/** CSS pixels across and down of the skeleton that a double click or a key makes. */
const SIZE = [80, 160] as const;

/** Sets all keypoints of the config at once, in a box drawn from corner to corner; each is then dragged into place. */
export const skeletonTool = twoPointTool<Skeleton>(
  { name: 'skeleton', shape: 'skeleton', title: 'Skeleton', icon: 'person-standing', hotkey: 'shift+k' },
  {
    between,
    handy: ([x, y], env) => {
      const [across, down] = sizeIn(env);
      return between([x, y], placed([x + across, y + down], env), env);
    },
    about: ([x, y], env) => {
      const [across, down] = sizeIn(env);
      const [start, end]: [Point, Point] = [
        [x - across / 2, y - down / 2],
        [x + across / 2, y + down / 2],
      ];
      return between(placed(start, env), placed(end, env), env);
    },
    isTiny(skeleton, env) {
      const points = skeleton.keypoints.flatMap((keypoint): Point[] => {
        const place = placeOf(keypoint);
        return place ? [place] : [];
      });
      if (points.length === 0) return true;
      // A template that is a line, or a single point, is as wide or high as nothing.
      const [width, height] = extent(points);
      const [wide, high] = extent(templateOf(env.sight.control).points.map(({ at }) => at));
      return isTiny(wide > 0 ? width : Infinity, high > 0 ? height : Infinity, env);
    },
  },
);

function between(from: Point, to: Point, { sight }: Env): Skeleton {
  const [least, most] = boxOf([from, to]);
  return skeletonIn(templateOf(sight.control), least, most);
}

const sizeIn = (env: Env): Point => [inPercent(SIZE[0], env)[0], inPercent(SIZE[1], env)[1]];

function extent(points: readonly Point[]): Point {
  const [least, most] = boxOf(points);
  return [most[0] - least[0], most[1] - least[1]];
}
