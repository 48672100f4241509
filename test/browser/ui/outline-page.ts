import type { LabelEditor } from '../../../src/index.js';
import { click, hover } from '../../support/input.js';
import { mount } from '../../support/mount.js';
import { byRole, painted, picture } from '../../support/page.js';
import { until } from '../../support/until.js';

/** Controls beside boxes; the labels of `box` are Car, Bus, Wheel. */
export const config = (more = '') => `<View>
  <RectangleLabels name="box" toName="img" choice="multiple"><Label value="Car" background="#ff0000"/><Label value="Bus" background="#0000ff"/><Label value="Wheel"/></RectangleLabels>
  <Image name="img" value="$url"/>${more}
</View>`;

interface Box {
  readonly x?: number;
  readonly y?: number;
  readonly size?: number;
  readonly [key: string]: unknown;
}

/** A box with one label or several. */
export const box = (id: string, labels: string, { x = 10, y = 10, size = 10, ...more }: Box = {}) => ({
  id,
  from_name: 'box',
  to_name: 'img',
  type: 'rectanglelabels',
  original_width: 400,
  original_height: 200,
  value: { x, y, width: size, height: size, rotation: 0, rectanglelabels: labels === '' ? [] : labels.split(' ') },
  ...more,
});

/** An editor with its list of regions beside the picture. */
export async function open(
  result: readonly object[],
  { tags = '', ...properties }: { readonly tags?: string } & Parameters<typeof mount>[2] = {},
): Promise<LabelEditor> {
  const task = { id: 1, data: { url: picture(400, 200) }, completions: [{ id: 1, result }] };
  const editor = await mount(config(tags), task, properties);
  editor.style.width = '1200px';
  await until(() => shadow(editor).querySelector('[role=treegrid]') !== null);
  await painted();
  return editor;
}

export const shadow = (editor: LabelEditor): ShadowRoot => editor.shadowRoot as ShadowRoot;
export const rows = (editor: LabelEditor): readonly HTMLElement[] =>
  [...shadow(editor).querySelectorAll<HTMLElement>('.regions .row')].sort(
    (a, b) => Number(a.ariaRowIndex) - Number(b.ariaRowIndex),
  );
export const row = (editor: LabelEditor, id: string): HTMLElement => {
  const found = shadow(editor).querySelector<HTMLElement>(`.regions .row[data-id="${id}"]`);
  if (!found) throw new Error(`${id} is not in the list.`);
  return found;
};
/** `1 a, 2 b`: levels and ids of the rows; a heading is its text. */
export const tree = (editor: LabelEditor): string =>
  rows(editor)
    .map((each) => `${each.ariaLevel} ${each.dataset.id ?? heading(each)}`)
    .join(', ');
const heading = (each: HTMLElement): string => `[${each.querySelector('.names')?.textContent?.trim()}]`;

export const selected = (editor: LabelEditor): readonly (string | undefined)[] =>
  rows(editor)
    .filter((each) => each.ariaSelected === 'true')
    .map(({ dataset }) => dataset.id);

/** `a<p`: ids of the saved regions in their order, with their parents. */
export const saved = (editor: LabelEditor): string =>
  (editor.serialize() as readonly { readonly id: string; readonly parentID?: string; readonly type: string }[])
    .filter(({ type }) => type === 'rectanglelabels')
    .map(({ id, parentID }) => (parentID === undefined ? id : `${id}<${parentID}`))
    .join(' ');

/** Clicks the name of a region, which is always in view. */
export const press = async (target: Element, held: ('Shift' | 'Control')[] = []): Promise<void> => {
  await click(target.querySelector('.names') ?? target, { held });
  await painted();
};

/** Presses a button that a row shows while the pointer is on it. */
export const toggle = async (target: Element, name: string): Promise<void> => {
  await hover(target.querySelector('.names') as Element);
  await painted();
  await click(byRole(target, 'button', name));
  await painted();
};

/** Picks something in the menu of the list. */
export async function view(editor: LabelEditor, group: 'Group by' | 'Sort by', name: string): Promise<void> {
  await click(byRole(editor, 'button', 'Group and sort'));
  await until(() => shadow(editor).querySelector('#list-view input') !== null);
  const choices = [...shadow(editor).querySelectorAll('#list-view fieldset')].find(
    (each) => each.querySelector('legend')?.textContent === group,
  );
  const label = [...(choices?.querySelectorAll('label') ?? [])].find((each) => each.textContent?.trim() === name);
  await click(label as Element);
  await click(byRole(editor, 'button', 'Group and sort'));
  await painted();
}
