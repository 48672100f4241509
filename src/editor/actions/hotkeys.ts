import type { Scope } from '../../contract/view.js';
import type { Actions } from './actions.js';
import { keysOf } from './keys.js';

/** Inputs that take letters; in them no key is ours. */
export const writing =
  'input:not([type=checkbox],[type=radio],[type=button],[type=range],[type=color]), textarea, select, [contenteditable=""], [contenteditable=true]';
/** Keys that a focused button, checkbox, list or tab needs for itself. */
const acting =
  'button, a[href], summary, input, [role=option], [role=tab], [role=slider], [role=row], [role=separator]';
const actingKeys = new Set(['space', 'enter', 'left', 'right', 'up', 'down', 'home', 'end', 'pageup', 'pagedown']);

/** A key that is held down repeats a step, but does not turn something on and off, and submits once. */
const repeating = /(left|right|up|down)$|\+[zy.,+-]$/;

/**
 * Listens for keys while the element has the focus, or the pointer is over it and nobody else on the page has the
 * focus. What is typed into any input, ours or the host's, is never taken, so two editors on a page do not hear each other;
 * only what says so hears keys with Ctrl or Alt in our own.
 */
export function listenForKeys(actions: Actions, element: HTMLElement, scope: Scope): void {
  let pointed = false;
  let taken = '';
  scope.listen(element, 'pointerenter', () => {
    pointed = true;
  });
  scope.listen(element, 'pointerleave', () => {
    pointed = false;
  });
  scope.listen<KeyboardEvent>(element.ownerDocument, 'keydown', (event) => {
    if (event.defaultPrevented || event.isComposing) return;
    const path = event.composedPath();
    const inside = path.includes(element);
    const { body, documentElement } = element.ownerDocument;
    const nobody = path[0] === body || path[0] === documentElement;
    if (!inside && !(pointed && nobody)) return;
    // The focus may have been lost within what is open over the editor.
    if (!inside && element.shadowRoot?.querySelector('dialog[open]')) return;
    const [target] = path;
    const typing = target instanceof Element && target.matches(writing);
    // Of the host's own inputs no key is ours.
    if (typing && !inside) return;
    if (target instanceof Element && inside && !typing) {
      if (actingKeys.has(keysOf(event)) && target.matches(acting)) return;
    }
    const keys = keysOf(event);
    const again = event.repeat && !repeating.test(keys);
    if (typing && !/^(ctrl|alt)\+/.test(keys)) return;
    if (again ? keys !== taken : !actions.press(keys, typing)) return;
    taken = keys;
    event.preventDefault();
    event.stopPropagation();
  });
}

/** Whether text is selected in the page, or in the element where the browser tells. */
export function marksText(element: HTMLElement): boolean {
  const root = element.shadowRoot as (ShadowRoot & { getSelection?(): Selection | null }) | null;
  const selections = [root?.getSelection?.(), element.ownerDocument.getSelection()];
  return selections.some((selection) => selection?.type === 'Range' && String(selection) !== '');
}
