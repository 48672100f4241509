import type { Action } from '../actions/actions.js';
import { arrowKeys } from '../actions/keys.js';
import type { Stages } from './stages.js';

/** CSS pixels. */
const STEP = 10;

/** In the order of `arrowKeys`. */
const ways = [
  [-1, 0],
  [0, -1],
  [1, 0],
  [0, 1],
] as const;

/** A pointer that keys move and press with: whatever a mouse can do on a picture can be done by it. */
export function pointerActions(stages: Stages): readonly Action[] {
  const group = 'Pointing by keys';
  const pointer = () => stages.keyPointer;
  const active = () => pointer()?.active === true;
  const moving = (name: string, title: string, held: string, step: number): Action => ({
    name,
    title,
    keys: arrowKeys(held),
    group,
    enabled: active,
    run(place = 0) {
      const [dx, dy] = ways[place] ?? ways[0];
      pointer()?.move(dx * step, dy * step);
    },
  });
  return [
    {
      name: 'pointer',
      title: 'Point by keys',
      keys: 'shift+enter',
      group,
      enabled: () => pointer()?.active === false,
      run: () => pointer()?.start(),
    },
    moving('pointer-move', 'Move the pointer by ten', '', STEP),
    moving('pointer-move-finely', 'Move the pointer by one', 'shift+', 1),
    {
      name: 'pointer-click',
      title: 'Click',
      keys: 'enter',
      group,
      enabled: active,
      run() {
        pointer()?.press();
        pointer()?.release();
      },
    },
    {
      name: 'pointer-hold',
      title: 'Hold to drag, and let go',
      keys: 'shift+enter',
      group,
      enabled: active,
      run: () => (pointer()?.pressed ? pointer()?.release() : pointer()?.press()),
    },
    {
      name: 'pointer-end',
      title: 'Stop drawing, or stop pointing by keys',
      keys: 'escape',
      group,
      enabled: active,
      run() {
        if (!stages.leave()) pointer()?.end();
      },
    },
  ];
}
