/** Brings an answer that is missing into view and focus, and lights its place up for a moment. */
export function attract(place: HTMLElement, focus: HTMLElement | null): void {
  place.scrollIntoView({ block: 'nearest' });
  focus?.focus();
  place.animate(
    [
      { outline: '2px solid var(--le-accent)', outlineOffset: '4px' },
      { outline: '2px solid transparent', outlineOffset: '4px' },
    ],
    { duration: 1200, easing: 'ease-in' },
  );
}
