import type { Stage2D } from '../../contract/surface.js';
import type { TagContext } from '../../contract/view.js';
import { observable, runInAction } from '../../reactive/index.js';
import type { Slices } from './slices.js';

/** CSS pixels of wheel for a slice. */
const NOTCH = 60;

export interface Pointing {
  /** Whether a drag with the first button changes window and level. Observable. */
  readonly levelling: boolean;
  toggle(): void;
}

/**
 * What the pointer does on slices beside drawing: a drag with the right button beside a region changes window and level
 * (across: the width, down: the level), and so does one with the first button where that is switched on; the wheel goes
 * through the slices, with Ctrl it zooms.
 *
 * @param place what holds the stage
 */
export function bindPointing(
  context: TagContext,
  place: HTMLElement,
  stage: Stage2D,
  slices: Slices,
  go: (by: number) => void,
): Pointing {
  const { scope } = context;
  const levelling = observable.box(false);
  let drag: { readonly id: number; readonly x: number; readonly y: number } | undefined;
  const isOurs = (event: MouseEvent) =>
    event.button === 2 ? stage.pick(new DOMPoint(event.clientX, event.clientY)) === undefined : levelling.get();

  scope.listen<PointerEvent>(
    place,
    'pointerdown',
    (event) => {
      if ((event.button !== 0 && event.button !== 2) || !isOurs(event)) return;
      event.stopPropagation();
      if (event.button === 0) event.preventDefault();
      place.setPointerCapture(event.pointerId);
      drag = { id: event.pointerId, x: event.clientX, y: event.clientY };
    },
    { capture: true },
  );
  scope.listen<PointerEvent>(
    place,
    'pointermove',
    (event) => {
      if (drag?.id !== event.pointerId) return;
      event.stopPropagation();
      const window = slices.look?.window;
      if (!window) return;
      // A drag over 200 pixels changes by as much as the window is wide: fine in narrow ones, quick in wide ones.
      const step = Math.max(window.width / 200, 0.02);
      const [dx, dy] = [event.clientX - drag.x, event.clientY - drag.y];
      drag = { id: drag.id, x: event.clientX, y: event.clientY };
      slices.setWindow({ center: window.center + dy * step, width: window.width + dx * step });
    },
    { capture: true },
  );
  for (const end of ['pointerup', 'pointercancel']) {
    scope.listen<PointerEvent>(
      place,
      end,
      (event) => {
        if (drag?.id !== event.pointerId) return;
        event.stopPropagation();
        drag = undefined;
      },
      { capture: true },
    );
  }
  scope.listen<MouseEvent>(place, 'contextmenu', (event) => {
    if (stage.pick(new DOMPoint(event.clientX, event.clientY))) return;
    event.preventDefault();
    event.stopPropagation();
  });

  let turned = 0;
  scope.listen<WheelEvent>(
    place,
    'wheel',
    (event) => {
      if (event.ctrlKey || event.metaKey || slices.list.length < 2) return;
      event.preventDefault();
      event.stopPropagation();
      turned += event.deltaMode === 0 ? event.deltaY : Math.sign(event.deltaY) * NOTCH;
      const by = Math.trunc(turned / NOTCH);
      if (by === 0) return;
      turned -= by * NOTCH;
      go(by);
    },
    { capture: true, passive: false },
  );
  scope.react(() => {
    place.style.cursor = levelling.get() ? 'ns-resize' : '';
  });
  return {
    get levelling() {
      return levelling.get();
    },
    toggle: () => runInAction(() => levelling.set(!levelling.get())),
  };
}
