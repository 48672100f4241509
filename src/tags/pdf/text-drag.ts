import type { Scope } from '../../contract/view.js';

export interface TextSpot {
  readonly node: Node;
  readonly offset: number;
}

/** CSS pixels that a pointer may stray in a click. */
const STRAY = 4;

/**
 * Selects text by dragging with a mouse or pen, natively, from the letter that is nearest to where the drag began to the
 * one that is nearest to the pointer. Left to itself a browser jumps to the start or end of a page between its lines, as
 * these are placed one by one.
 */
export function bindTextDrag(
  host: HTMLElement,
  scope: Scope,
  spotAt: (event: PointerEvent) => TextSpot | undefined,
): void {
  let press: { readonly x: number; readonly y: number; readonly from: TextSpot; drags: boolean } | undefined;
  let byTouch = false;
  /** The second press of a double click: the browser selects the word. */
  let repeated = false;
  const selectTo = (event: PointerEvent) => {
    if (!press) return;
    press.drags ||= Math.hypot(event.clientX - press.x, event.clientY - press.y) > STRAY;
    const to = press.drags ? spotAt(event) : undefined;
    if (!to) return;
    const { node, offset } = press.from;
    document.getSelection()?.setBaseAndExtent(node, offset, to.node, to.offset);
  };
  scope.listen<PointerEvent>(host, 'pointerdown', (event) => {
    byTouch = event.pointerType === 'touch';
    const takes = event.button === 0 && event.isPrimary && !byTouch && !onGrip(event);
    const from = takes ? spotAt(event) : undefined;
    press = from && { x: event.clientX, y: event.clientY, from, drags: false };
  });
  scope.listen<MouseEvent>(host, 'mousedown', ({ detail }) => {
    repeated = detail > 1;
  });
  scope.listen(host, 'selectstart', (event) => {
    if (!byTouch && !repeated) event.preventDefault();
  });
  scope.listen<PointerEvent>(host.ownerDocument, 'pointermove', selectTo, { passive: true });
  // Before the surface asks what is selected.
  scope.listen<PointerEvent>(
    host.ownerDocument,
    'pointerup',
    (event) => {
      selectTo(event);
      press = undefined;
    },
    { capture: true },
  );
  scope.listen(host.ownerDocument, 'pointercancel', () => {
    press = undefined;
  });
}

/** What lies over the text: the ends of a region, which are dragged. */
const onGrip = ({ target }: Event): boolean => target instanceof Element && target.closest('.le-flow-over') !== null;
