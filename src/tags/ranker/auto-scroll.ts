/** CSS pixels from the edge of what scrolls. */
const EDGE = 48;
/** CSS pixels a frame, at the edge itself. */
const FASTEST = 18;

/** Scrolls the innermost box round an element that can go on, the nearer a height of the window is to its edge the faster. */
export function autoScroll(inside: Element, y: number): void {
  for (let box: Element | undefined = inside; box; box = outer(box)) {
    if (box.scrollHeight <= box.clientHeight || !scrolls(box)) continue;
    const { top, bottom } = box === document.scrollingElement ? page() : box.getBoundingClientRect();
    const up = Math.max(top, 0) + EDGE - y;
    const down = y - (Math.min(bottom, window.innerHeight) - EDGE);
    const by = down > 0 ? Math.min(1, down / EDGE) : up > 0 ? -Math.min(1, up / EDGE) : 0;
    const before = box.scrollTop;
    box.scrollTop += Math.round(by * FASTEST);
    if (box.scrollTop !== before) return;
  }
}

const page = () => ({ top: 0, bottom: window.innerHeight });

const scrolls = (box: Element): boolean =>
  box === document.scrollingElement || /auto|scroll/.test(getComputedStyle(box).overflowY);

function outer(element: Element): Element | undefined {
  if (element.assignedSlot) return element.assignedSlot;
  if (element.parentElement) return element.parentElement;
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? root.host : undefined;
}
