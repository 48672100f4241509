import type { Scope } from '../../contract/view.js';
import { dress, safeStyle } from '../parts/inline-style.js';

/** Where a press means something of its own (on a time line it seeks), and picks no side. */
const controls =
  'a[href], button, input, select, textarea, option, label, summary, video, audio, iframe, [contenteditable], [role=button], [role=checkbox], [role=menuitem], [role=option], [role=radio], [role=separator], [role=slider], [role=tab], .le-time';
/** CSS pixels that the pointer may stray in a click. */
const STRAY = 4;

export interface SideLook {
  readonly className: string | undefined;
  /** CSS declarations while it is selected. */
  readonly style: string | undefined;
}

/** One of the two that are compared, where its own tag has put it. It is as it was when the scope ends. */
export class Side {
  readonly #host: HTMLElement;
  readonly #style: string | undefined;
  /** What the declarations of the selection stand in place of. */
  #covered: ReadonlyMap<string, readonly [value: string, priority: string]> = new Map();

  constructor(host: HTMLElement, look: SideLook, pick: () => void, scope: Scope) {
    this.#host = host;
    this.#style = look.style;
    const added = ['le-pair', ...(look.className?.split(/\s+/).filter(Boolean) ?? [])].filter(
      (name) => !host.classList.contains(name),
    );
    dress(host, { className: added.join(' ') });
    scope.add(() => {
      this.show('off', false);
      host.classList.remove(...added);
    });
    let pressed: PointerEvent | undefined;
    scope.listen<PointerEvent>(
      host,
      'pointerdown',
      (event) => {
        pressed = event.button === 0 ? event : undefined;
      },
      { capture: true },
    );
    scope.listen<MouseEvent>(host, 'click', (event) => {
      const from = pressed;
      pressed = undefined;
      if (!from || Math.hypot(event.clientX - from.clientX, event.clientY - from.clientY) > STRAY) return;
      if (event.defaultPrevented || isOfControl(event, host) || marksText(host)) return;
      pick();
    });
  }

  /** @param open whether a click on it does something */
  show(look: 'on' | 'off', open: boolean): void {
    const { classList, style } = this.#host;
    classList.toggle('le-pair-open', open);
    if (classList.contains('le-pair-on') === (look === 'on')) return;
    classList.toggle('le-pair-on', look === 'on');
    classList.toggle('le-pair-plain', look === 'on' && this.#style === undefined);
    if (look === 'on') this.#cover(style);
    else {
      for (const [name, [value, priority]] of this.#covered) style.setProperty(name, value, priority);
      this.#covered = new Map();
    }
  }

  #cover(style: CSSStyleDeclaration): void {
    if (this.#style === undefined) return;
    const wish = document.createElement('div').style;
    wish.cssText = safeStyle(this.#style);
    this.#covered = new Map(
      [...wish].map((name) => [name, [style.getPropertyValue(name), style.getPropertyPriority(name)]]),
    );
    for (const name of wish) style.setProperty(name, wish.getPropertyValue(name));
  }
}

function isOfControl(event: Event, host: HTMLElement): boolean {
  for (const each of event.composedPath()) {
    if (each === host) return false;
    if (each instanceof Element && each.matches(controls)) return true;
  }
  return false;
}

function marksText(host: HTMLElement): boolean {
  const root = host.getRootNode() as Document | (ShadowRoot & { getSelection?(): Selection | null });
  const selections = [root.getSelection?.(), host.ownerDocument.getSelection()];
  return selections.some((selection) => selection?.type === 'Range' && String(selection) !== '');
}
