/** Moves the focus among the tabs of a tablist with arrow keys, Home and End; Enter and Space press the button as ever. */
export const roveByArrows = (event: KeyboardEvent): void => rove(event, '[role=tab]');

/** The same among the buttons of a toolbar, which may stand side by side or one below the other. */
export const roveButtons = (event: KeyboardEvent): void => {
  const key = { ArrowDown: 'ArrowRight', ArrowUp: 'ArrowLeft' }[event.key] ?? event.key;
  rove(event, 'button:not(:disabled)', key);
};

function rove(event: KeyboardEvent, selector: string, key = event.key): void {
  const all = [...(event.currentTarget as Element).querySelectorAll<HTMLElement>(selector)];
  const at = all.indexOf(event.target as HTMLElement);
  const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: all.length - 1 }[key];
  if (at < 0 || to === undefined) return;
  event.preventDefault();
  const next = all[(to + all.length) % all.length];
  next?.focus();
  next?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
}
