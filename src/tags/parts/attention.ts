/** CSS pixels that are left free at the edge, where the message stands that says what is missing. */
const MARGIN = 100;

/** Brings an answer that is missing into view and focus, and lights its place up for a moment. */
export function attract(place: HTMLElement, focus: HTMLElement | null): void {
  // All of it where there is room for that, and what has the focus in any case.
  for (const element of focus ? [place, focus] : [place]) {
    element.style.scrollMarginBlock = `${MARGIN}px`;
    element.scrollIntoView({ block: 'nearest' });
    element.style.scrollMarginBlock = '';
  }
  focus?.focus({ preventScroll: true });
  place.animate(
    [
      { outline: '2px solid var(--le-accent)', outlineOffset: '4px' },
      { outline: '2px solid transparent', outlineOffset: '4px' },
    ],
    { duration: 1200, easing: 'ease-in' },
  );
}
