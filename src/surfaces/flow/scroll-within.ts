/**
 * Scrolls what a node is in, up to but without an element that holds all, as little as needed for a rectangle to be seen.
 * Answers whether it had to.
 *
 * @param rect in client pixels, as it is after what has been scrolled so far
 * @param margin client pixels round the rectangle
 */
export function scrollWithin(
  outer: Element,
  node: Node,
  rect: () => DOMRectReadOnly | undefined,
  margin: number,
): boolean {
  let scrolled = false;
  for (let element = above(node); element && element !== outer; element = above(element)) {
    if (element.scrollHeight <= element.clientHeight && element.scrollWidth <= element.clientWidth) continue;
    const { overflowX, overflowY } = getComputedStyle(element);
    const wanted = rect();
    if (!wanted) return scrolled;
    const box = element.getBoundingClientRect();
    const [left, top] = [box.left + element.clientLeft, box.top + element.clientTop];
    const dx = scrolls(overflowX) ? shift(wanted.left, wanted.right, left, left + element.clientWidth, 0) : 0;
    const dy = scrolls(overflowY) ? shift(wanted.top, wanted.bottom, top, top + element.clientHeight, margin) : 0;
    if (dx === 0 && dy === 0) continue;
    element.scrollBy({ left: dx, top: dy, behavior: 'instant' });
    scrolled = true;
  }
  return scrolled;
}

const scrolls = (overflow: string) => overflow === 'auto' || overflow === 'scroll' || overflow === 'hidden';

/** How far to go that what is from `start` to `end` lies between `low` and `high`; of what is too long, its start does. */
function shift(start: number, end: number, low: number, high: number, margin: number): number {
  if (start - margin < low || end - start + 2 * margin > high - low)
    return Math.min(0, start - margin - low) || (start > high ? start - margin - low : 0);
  return Math.max(0, end + margin - high);
}

function above(node: Node): Element | undefined {
  const parent = node.parentNode;
  return parent instanceof ShadowRoot ? parent.host : parent instanceof Element ? parent : undefined;
}
