import type { LabelEditor } from '../../src/ui/label-editor.js';
import { mount } from './mount.js';
import { byRole, painted } from './page.js';
import { until } from './until.js';

/** A relation as results have it. */
export const relation = (from: string, to: string, more: object = {}) => ({
  type: 'relation',
  from_id: from,
  to_id: to,
  direction: 'right',
  ...more,
});

export const relationsOf = (editor: LabelEditor) =>
  (editor.serialize() as { readonly type: string }[]).filter(({ type }) => type === 'relation');

export const shadow = (editor: LabelEditor) => editor.shadowRoot as ShadowRoot;

/** The arrows' lines. */
export const lines = (editor: LabelEditor) => [...shadow(editor).querySelectorAll<SVGPathElement>('.le-relation-line')];

/** The rows of their list. */
export const rows = (editor: LabelEditor) => [...shadow(editor).querySelectorAll<HTMLElement>('.relation-row')];

/** Whether a relation is being made. */
export const relating = (editor: LabelEditor) => shadow(editor).querySelector('.le')?.hasAttribute('data-relating');

export function boundsOf(editor: LabelEditor, id: string): DOMRectReadOnly {
  const box = editor.regionBounds(id);
  if (!box) throw new Error(`${id} is not on show.`);
  return box;
}

export function middle(editor: LabelEditor, id: string): { readonly x: number; readonly y: number } {
  const { left, top, width, height } = boundsOf(editor, id);
  return { x: left + width / 2, y: top + height / 2 };
}

/** Waits until so many arrows are drawn, each where it stays. */
export async function drawn(editor: LabelEditor, count: number): Promise<void> {
  await until(() => lines(editor).length === count);
  await painted();
}

/** Puts an editor on the page with the panel beside the content. */
export const mountWide: typeof mount = async (...given) => {
  const editor = await mount(...given);
  editor.style.width = '1200px';
  await painted();
  return editor;
};

/** Waits until something of that role and name is to be seen. */
export const seen = (editor: LabelEditor, role: string, name: string): Promise<void> =>
  until(() => {
    try {
      return byRole(editor, role, name).checkVisibility();
    } catch {
      return false;
    }
  });
