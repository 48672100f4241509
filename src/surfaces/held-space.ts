import type { Scope } from '../contract/view.js';

/**
 * Tells when Space is held over a surface, or on it while it has the focus, and when it is let go.
 *
 * @param over whether the pointer is over the surface
 */
export function listenForSpace(
  element: HTMLElement,
  scope: Scope,
  over: () => boolean,
  hold: (held: boolean) => void,
): void {
  const page = element.ownerDocument;
  scope.listen<KeyboardEvent>(page, 'keydown', (event) => {
    if (event.key !== ' ' || event.ctrlKey || event.metaKey || event.altKey) return;
    if (!(over() || event.composedPath()[0] === element) || isTyping(event)) return;
    event.preventDefault();
    hold(true);
  });
  scope.listen<KeyboardEvent>(page, 'keyup', (event) => event.key === ' ' && hold(false));
  if (page.defaultView) scope.listen(page.defaultView, 'blur', () => hold(false));
}

/** Whether Space means something to what has the focus. */
function isTyping(event: KeyboardEvent): boolean {
  const target = event.composedPath()[0];
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT|BUTTON|SUMMARY)$/.test(target.tagName))
  );
}
