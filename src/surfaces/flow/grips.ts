import type { Handle } from '../../contract/shape.js';
import type { Layer } from '../../contract/surface.js';
import type { Hit } from '../../contract/tool.js';
import type { Scope } from '../../contract/view.js';
import { safe } from './span-look.js';

interface Grip {
  readonly element: HTMLElement;
  hit: Hit | undefined;
  /** In code points. */
  at: number;
}
export interface GripPlace {
  /** In client pixels. */
  readonly rect: DOMRectReadOnly;
  /** Whether the text there runs from right to left, so that what is before it is on its right. */
  readonly turned: boolean;
}
export interface Drag {
  start(hit: Hit, at: number, event: PointerEvent): void;
  move(event: PointerEvent): void;
  end(event: PointerEvent): void;
}

/** What the selected region's ends are dragged by. A grip stands beside the text, so that short spans stay clickable. */
export class Grips {
  readonly #over: HTMLElement;
  readonly #scope: Scope;
  readonly #drag: Drag;
  readonly #grips = new Map<string, Grip>();

  /** @param over an element over the text, whose top left corner the grips are placed from */
  constructor(over: HTMLElement, scope: Scope, drag: Drag) {
    this.#over = over;
    this.#scope = scope;
    this.#drag = drag;
  }

  /** @param place where the end (or, by its id, the start) of a span stands; nothing where it is out of sight */
  show(layer: Layer | undefined, place: (at: number, edge: 'start' | 'end') => GripPlace | undefined): void {
    const corner = this.#over.getBoundingClientRect();
    const handles = (layer?.handles ?? []) as readonly Handle<unknown>[];
    // A grip that is being dragged keeps its element, and with it the pointer.
    for (const [id, grip] of this.#grips) {
      if (handles.some((handle) => handle.id === id)) continue;
      grip.hit = undefined;
      grip.element.hidden = true;
    }
    for (const handle of handles) {
      const grip = this.#grip(handle.id);
      const isStart = handle.id === 'start';
      grip.at = Number(handle.at);
      grip.hit = { regionId: (layer as Layer).id, handle: handle.id };
      const found = place(grip.at, isStart ? 'start' : 'end');
      const { element } = grip;
      element.hidden = !found;
      if (!found) continue;
      const { rect, turned } = found;
      element.title = handle.title ?? '';
      const upright = rect.height === 0;
      element.style.cursor = upright ? 'row-resize' : (handle.cursor ?? 'col-resize');
      element.style.left = `${rect.left - corner.left}px`;
      element.style.top = `${rect.top - corner.top}px`;
      element.style.height = upright ? '' : `${rect.height}px`;
      element.style.width = upright ? `${rect.width}px` : '';
      element.classList.toggle('le-flow-upright', upright);
      element.style.setProperty('--le-flow-colour', safe((layer as Layer).colour));
      element.classList.toggle('le-flow-grip-start', isStart !== turned);
    }
  }

  /** The handle under a client point. */
  pick(x: number, y: number): Hit | undefined {
    for (const { element, hit } of this.#grips.values()) {
      const { left, right, top, bottom } = element.getBoundingClientRect();
      if (hit && right > left && x >= left && x <= right && y >= top && y <= bottom) return hit;
    }
    return undefined;
  }

  #grip(id: string): Grip {
    const known = this.#grips.get(id);
    if (known) return known;
    const element = document.createElement('div');
    element.className = 'le-flow-grip';
    this.#over.append(element);
    const grip: Grip = { element, hit: undefined, at: 0 };
    this.#grips.set(id, grip);
    let last: PointerEvent | undefined;
    // The text would be selected otherwise; preventing `pointerdown` alone does not stop that.
    this.#scope.listen(element, 'mousedown', (event) => event.preventDefault());
    this.#scope.listen<PointerEvent>(element, 'pointerdown', (event) => {
      if (event.button !== 0 || !event.isPrimary || !grip.hit) return;
      event.stopPropagation();
      element.setPointerCapture(event.pointerId);
      last = event;
      this.#drag.start(grip.hit, grip.at, event);
    });
    this.#scope.listen<PointerEvent>(element, 'pointermove', (event) => {
      if (!last) return;
      last = event;
      this.#drag.move(event);
    });
    // Comes after `pointerup` and `pointercancel`, and also when the browser takes the pointer away.
    this.#scope.listen(element, 'lostpointercapture', () => {
      if (last) this.#drag.end(last);
      last = undefined;
    });
    return grip;
  }
}
