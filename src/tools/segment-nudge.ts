import type { Inputs, Intent } from '../contract/tool.js';
import { carry } from './carry.js';
import { type Env, type Place, pickUp, reshape } from './moved.js';

/** Seconds, and frames where the medium has some; `far`: with Shift. */
const seconds = { near: 0.01, far: 0.1 };
const frames = { near: 1, far: 10 };

const directions: Readonly<Record<string, number>> = { left: -1, right: 1 };

/**
 * What an arrow key asks for along the time: the selected regions move by a frame, or ten with Shift; where the medium
 * has no frames by 10 ms, or 100. With Ctrl only their ends do.
 */
export function nudgeInTime({ key, shift, ctrl }: Inputs<Place>['key'], env: Env): readonly Intent[] {
  const direction = directions[key];
  const moved = env.selected.filter((id) => env.editable(id)).flatMap((id) => pickUp(id, env) ?? []);
  if (direction === undefined || moved.length === 0) return [];
  const steps = env.sight.facts.frames === undefined ? seconds : frames;
  const by = direction * (shift ? steps.far : steps.near);
  if (!ctrl) return carry(moved, 0, by, env);
  return moved.flatMap((one) => {
    const end = one.shape.handles(one.geometry, one.sight, one.options).find(({ id }) => id === 'end');
    return end ? [reshape(one, 'end', end.at, (end.at as number) + by, 'Move the end')] : [];
  });
}
