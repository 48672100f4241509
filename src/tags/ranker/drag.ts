import type { Scope } from '../../contract/view.js';
import { autoScroll } from './auto-scroll.js';
import type { Place } from './columns.js';

/** CSS pixels: how far the pointer goes before a press is a drag. */
const THRESHOLD = 4;
/** CSS pixels: as much of a high card is held at most below its upper edge. */
const GRASP = 120;

interface Point {
  readonly x: number;
  readonly y: number;
}

/** What a drag is about, and whom it tells. */
export interface DragOf {
  readonly card: HTMLElement;
  /** Where the copy of the card that follows the pointer is put. */
  readonly host: HTMLElement;
  /** Has the columns in it. */
  readonly board: HTMLElement;
  lift(): void;
  carry(to: Place): void;
  drop(): void;
  putBack(): void;
}

/**
 * Follows a pointer that was pressed on a card. Nothing happens until it moves.
 * @param scope ends with the drag, and ends it
 */
export function startDrag(press: PointerEvent, scope: Scope, drag: DragOf): void {
  const { pointerId } = press;
  const start: Point = { x: press.clientX, y: press.clientY };
  let at = start;
  let ghost: Ghost | undefined;
  scope.add(() => ghost?.element.remove());
  const end = (how: 'drop' | 'putBack') => {
    const lifted = ghost !== undefined;
    scope.dispose();
    if (lifted) drag[how]();
  };
  const follow = () => {
    if (!ghost) return;
    ghost.element.style.transform = `translate(${at.x - ghost.x}px, ${at.y - ghost.y}px)`;
    const place = landing(drag.board, at);
    if (place) drag.carry(place.place);
    autoScroll(place?.list ?? drag.board, at.y);
  };
  const eachFrame = () => {
    follow();
    scope.frame(eachFrame);
  };
  const own = (run: (event: PointerEvent) => void) => (event: PointerEvent) => {
    if (event.pointerId === pointerId) run(event);
  };
  const onMove = own(({ clientX: x, clientY: y }) => {
    at = { x, y };
    if (ghost || Math.hypot(x - start.x, y - start.y) < THRESHOLD) return;
    ghost = ghostOf(drag, start);
    drag.board.setPointerCapture(pointerId);
    drag.lift();
    eachFrame();
  });
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !ghost) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    end('putBack');
  };
  scope.listen(window, 'pointermove', onMove);
  scope.listen(window, 'keydown', onKey, { capture: true });
  scope.listen(
    window,
    'pointercancel',
    own(() => end('putBack')),
  );
  scope.listen(
    window,
    'pointerup',
    own(({ clientX: x, clientY: y }) => {
      at = { x, y };
      follow();
      end('drop');
    }),
  );
}

/** Where the pointer has hold of the card is `x`, `y`. */
interface Ghost extends Point {
  readonly element: HTMLElement;
}

/** A copy of the card in the top layer, where nothing clips it. */
function ghostOf({ card, host }: DragOf, { x, y }: Point): Ghost {
  const box = card.getBoundingClientRect();
  const element = document.createElement('div');
  element.className = 'le-rank-ghost';
  element.popover = 'manual';
  element.inert = true;
  element.style.width = `${box.width}px`;
  const copy = card.cloneNode(true) as HTMLElement;
  for (const { name } of [...copy.attributes]) if (name !== 'class') copy.removeAttribute(name);
  element.append(copy);
  host.append(element);
  element.showPopover();
  return { element, x: x - box.left, y: Math.min(y - box.top, GRASP) };
}

/** The place that a card is put in at this point of the window: in the column under it, or else in the nearest. */
function landing(board: HTMLElement, at: Point): { readonly place: Place; readonly list: HTMLElement } | undefined {
  let nearest: HTMLElement | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const column of board.querySelectorAll<HTMLElement>('[data-column]:not([data-stranger])')) {
    const { left, right, top, bottom } = column.getBoundingClientRect();
    const distance = Math.hypot(Math.max(left - at.x, 0, at.x - right), Math.max(top - at.y, 0, at.y - bottom));
    if (distance >= least) continue;
    least = distance;
    nearest = column;
  }
  const list = nearest?.querySelector<HTMLElement>('ol');
  if (!nearest || !list) return undefined;
  const cards = list.querySelectorAll<HTMLElement>('[data-item]:not(.le-rank-carried)');
  return { place: { key: nearest.dataset.column ?? '', index: above(cards, at.y) }, list };
}

/** How many cards have their middle above a height of the window. They are in order, so that few of them are measured. */
function above(cards: NodeListOf<HTMLElement>, y: number): number {
  let [low, high] = [0, cards.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const box = cards[middle]?.getBoundingClientRect();
    if (box && box.top + box.height / 2 < y) low = middle + 1;
    else high = middle;
  }
  return low;
}
