/** Trusted input, in CSS pixels of the viewport. */
import { executeServerCommand, sendKeys } from '@web/test-runner-commands';

export interface At {
  readonly x: number;
  readonly y: number;
}
export type Button = 'left' | 'middle' | 'right';
export type Modifier = 'Shift' | 'Control' | 'Alt' | 'Meta';

const send = async (command: string, payload: object): Promise<void> => {
  await executeServerCommand(command, payload);
};

/** Turns the wheel over a point; deltas in CSS pixels, as a wheel event reports them. `ctrl` is what a pinch sends. */
export const wheel = (
  at: At,
  turn: { readonly deltaX?: number; readonly deltaY?: number; readonly ctrl?: boolean },
): Promise<void> => send('wheel', { x: at.x, y: at.y, ...turn });

export interface TouchPoint extends At {
  readonly id: number;
}
/** One touch event; `points` are all fingers that are down after it (none for `touchEnd`). */
export const touch = (
  type: 'touchStart' | 'touchMove' | 'touchEnd' | 'touchCancel',
  points: readonly TouchPoint[] = [],
): Promise<void> => send('touch', { type, points });

/** Moves the pointer in `steps` equal moves. */
export const move = (to: At, steps = 1): Promise<void> => send('pointer', { type: 'move', x: to.x, y: to.y, steps });
export const press = (button: Button = 'left', clickCount = 1): Promise<void> =>
  send('pointer', { type: 'down', button, clickCount });
export const release = (button: Button = 'left', clickCount = 1): Promise<void> =>
  send('pointer', { type: 'up', button, clickCount });

export interface DragOptions {
  readonly steps?: number;
  readonly button?: Button;
  readonly held?: readonly Modifier[];
}
/** Presses at `from`, moves to `to` and releases there. */
export const drag = (from: At, to: At, { steps = 4, button = 'left', held = [] }: DragOptions = {}): Promise<void> =>
  holding(held, async () => {
    await move(from);
    await press(button);
    await move(to, steps);
    await release(button);
  });

export interface ClickOptions {
  readonly button?: Button;
  readonly held?: readonly Modifier[];
}
/** Clicks a point, or the middle of an element. */
export const click = (target: At | Element, { button = 'left', held = [] }: ClickOptions = {}): Promise<void> =>
  holding(held, async () => {
    await move(pointOf(target));
    await press(button);
    await release(button);
  });
export const doubleClick = async (target: At | Element): Promise<void> => {
  await click(target);
  await press('left', 2);
  await release('left', 2);
};
export const hover = (target: At | Element): Promise<void> => move(pointOf(target));

/** Presses and releases one key with modifiers, as in `keys('Control+Shift+z')`; the names are those of KeyboardEvent.key. */
export const keys = (combination: string): Promise<void> => {
  const names = combination === '+' ? ['+'] : combination.split('+');
  const key = names.pop() as string;
  return holding(names as Modifier[], () => sendKeys({ press: key }));
};

/** Holds keys down while `act` runs. */
export async function holding(names: readonly Modifier[], act: () => Promise<void>): Promise<void> {
  const down: Modifier[] = [];
  try {
    for (const name of names) {
      await sendKeys({ down: name });
      down.push(name);
    }
    await act();
  } finally {
    for (const name of down.reverse()) await sendKeys({ up: name });
  }
}

/** For developers: writes what the page looks like; look at it, then remove the call. */
export const screenshot = (path: string): Promise<void> => send('screenshot', { path });

function pointOf(target: At | Element): At {
  if (!(target instanceof Element)) return target;
  const box = target.getBoundingClientRect();
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}
