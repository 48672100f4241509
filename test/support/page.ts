import type { LabelEditor } from '../../src/ui/label-editor.js';

/** Takes away what tests put on the page. */
export const clear = (): void => {
  for (const element of document.querySelectorAll('label-editor')) element.remove();
};

/** Finds by role and accessible name in the element, as a person or a screen reader does. */
export function byRole(element: Element, role: string, name: string | RegExp): HTMLElement {
  const root = element.shadowRoot ?? element;
  const natives: Readonly<Record<string, string>> = {
    button: 'button',
    checkbox: 'input[type=checkbox]',
    radio: 'input[type=radio]',
    textbox: 'input:not([type]), input[type=text], textarea',
  };
  const selector = [`[role="${role}"]`, ...(natives[role] ? [`${natives[role]}:not([role])`] : [])].join(', ');
  const fits = (node: Element) => {
    const label = (node as HTMLInputElement).labels?.[0]?.textContent;
    const said = (node.getAttribute('aria-label') ?? label ?? node.textContent ?? '').trim().replace(/\s+/g, ' ');
    return typeof name === 'string' ? said === name || said.startsWith(`${name} `) : name.test(said);
  };
  const found = [...root.querySelectorAll<HTMLElement>(selector)].filter(
    (node) => fits(node) && node.checkVisibility(),
  );
  if (!found[0]) throw new Error(`There is no ${role} "${name}" in view.`);
  return found[0];
}

/** A label's chip. */
export const chip = (element: Element, name: string): HTMLElement => {
  for (const role of ['option', 'button', 'radio', 'checkbox']) {
    try {
      return byRole(element, role, name);
    } catch {
      // Tried as the next role.
    }
  }
  throw new Error(`There is no label "${name}" in view.`);
};

/** A picture of this size as a data URL, with some pattern on it. */
export function picture(width: number, height: number): string {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no 2d context');
  context.fillStyle = '#7d8b99';
  context.fillRect(0, 0, width, height);
  context.fillStyle = '#c8b273';
  for (let x = 0; x < width; x += 40) context.fillRect(x, (x * 7) % height, 20, 20);
  return canvas.toDataURL();
}

/** Where a point of a medium is on the screen. */
export function pointOn(editor: LabelEditor, name: string, point: unknown): { readonly x: number; readonly y: number } {
  const client = editor.toClient(name, point as never);
  if (!client) throw new Error(`"${name}" shows no such point.`);
  return client;
}

/** The next event of this type. */
export const next = <E extends Event>(target: EventTarget, type: string): Promise<E> =>
  new Promise((resolve) => target.addEventListener(type, (event) => resolve(event as E), { once: true }));

/** Two frames: what was asked for is on the screen. */
export const painted = (): Promise<void> =>
  new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve())));
