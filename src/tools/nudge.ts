import type { Handle } from '../contract/shape.js';
import type { Inputs, Intent } from '../contract/tool.js';
import { boundsOf } from '../shapes/bounds.js';
import { carry } from './carry.js';
import { type Env, type Moved, type Place, pickUp, reshape } from './moved.js';

type Vector = readonly [number, number];

/** As seen on the screen. */
const directions: Readonly<Record<string, Vector>> = { left: [-1, 0], up: [0, -1], right: [1, 0], down: [0, 1] };

/** Pixels of the picture. */
const FAR = 10;

/**
 * What an arrow key asks for: the selected regions move by a pixel of the picture, or by ten with Shift; with Ctrl a
 * region's right or lower edge does. Left is left on the screen, however the picture is turned.
 */
export function nudge({ key, shift, ctrl }: Inputs<Place>['key'], env: Env): readonly Intent[] {
  const seen = directions[key];
  const moved = env.selected.filter((id) => env.editable(id)).flatMap((id) => pickUp(id, env) ?? []);
  if (!seen || moved.length === 0) return [];
  const { width = 100, height = 100 } = env.sight.facts;
  const [dx, dy] = unturned(seen, env);
  const pixels = shift ? FAR : 1;
  const by: Vector = [(dx * pixels * 100) / width, (dy * pixels * 100) / height];
  if (!ctrl) return carry(moved, [0, 0], by, env);
  const edge = unturned([Math.abs(seen[0]), Math.abs(seen[1])], env);
  return moved.flatMap((one) => {
    const handle = handleToward(edge, one);
    if (!handle) return [];
    const [x = 0, y = 0] = handle.at as readonly number[];
    return reshape(one, handle.id, [x, y], [x + by[0], y + by[1]], 'Resize region');
  });
}

/** From a direction on the screen to one on the picture before it is turned. */
function unturned([x, y]: Vector, { sight }: Env): Vector {
  switch (sight.facts.rotation) {
    case 90:
      return [y, -x];
    case 180:
      return [-x, -y];
    case 270:
      return [-y, x];
    default:
      return [x, y];
  }
}

/** The handle that lies farthest this way as seen from the middle; of an edge, where the shape has edges to pull. */
function handleToward([dx, dy]: Vector, { geometry, shape, sight, options }: Moved): Handle<Place> | undefined {
  const { width = 100, height = 100 } = sight.facts;
  const bounds = boundsOf(shape.marks(geometry, sight), sight.facts);
  if (!bounds) return undefined;
  const middle = [0, 1].map((axis) => ((bounds[0][axis] ?? 0) + (bounds[1][axis] ?? 0)) / 2);
  // One that adds a point would add one with every key.
  const handles = shape.handles(geometry, sight, options).filter(({ stem, cursor }) => !stem && cursor !== 'copy');
  const edges = handles.filter(({ id }) => /^[nesw]$/.test(id));
  const share = ({ at }: Handle<Place>) => {
    const [x = 0, y = 0] = at as readonly number[];
    const [across, down] = [(x - (middle[0] ?? 0)) * width, (y - (middle[1] ?? 0)) * height];
    return (across * dx + down * dy) / (Math.hypot(across, down) || 1);
  };
  return (edges.length > 0 ? edges : handles).reduce<Handle<Place> | undefined>(
    (best, handle) => (best && share(best) >= share(handle) ? best : handle),
    undefined,
  );
}
