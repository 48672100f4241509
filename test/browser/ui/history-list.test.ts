import axe from 'axe-core';
import { expect } from 'chai';
import type { LabelEditor } from '../../../src/ui/label-editor.js';
import { click, drag, keys } from '../../support/input.js';
import { mount } from '../../support/mount.js';
import { byRole, clear, painted, picture, pointOn } from '../../support/page.js';
import { until } from '../../support/until.js';

const config = `<View>
  <Labels name="kind" toName="img"><Label value="Car" hotkey="c"/></Labels>
  <Image name="img" value="$url"/>
  <Rectangle name="box" toName="img"/><Polygon name="area" toName="img"/><Brush name="mask" toName="img"/>
</View>`;
const at = (editor: LabelEditor, x: number, y: number) => pointOn(editor, 'img', [x, y]);
const rows = (editor: LabelEditor) => [
  ...(editor.shadowRoot?.querySelectorAll<HTMLButtonElement>('.history .step') ?? []),
];
const nameOf = (row: Element) => row.querySelector('.step-name')?.textContent ?? '';
/** Without what stands for the beginning. */
const steps = (editor: LabelEditor) => rows(editor).slice(1).map(nameOf);
const current = (editor: LabelEditor) => rows(editor).findIndex((row) => row.getAttribute('aria-current') === 'step');
const undone = (editor: LabelEditor) =>
  rows(editor)
    .filter((row) => row.hasAttribute('data-undone'))
    .map(nameOf);
const versions = (editor: LabelEditor) =>
  [...(editor.shadowRoot?.querySelectorAll('.version') ?? [])].map((row) =>
    row.textContent?.replace(/\s+/g, ' ').trim(),
  );

const box = (id: string, x: number) => ({
  id,
  from_name: 'box',
  to_name: 'img',
  type: 'rectangle',
  value: { x, y: 10, width: 10, height: 20, rotation: 0 },
});
/** Two boxes, to which others were added, a step each; the history is shown. */
async function grown(times: number, completion: object = {}, properties: object = {}): Promise<LabelEditor> {
  const editor = await mount(
    config,
    {
      id: 1,
      data: { url: picture(400, 200) },
      annotations: [{ id: 9, result: [box('a', 10), box('b', 60)], ...completion }],
    },
    properties,
  );
  editor.style.width = '1200px';
  editor.style.height = '500px';
  await painted();
  await click(byRole(editor, 'tab', 'History'));
  for (let step = 0; step < times; step++) editor.addResults([box(`n${step}`, step / 20)]);
  await until(() => times === 0 || current(editor) > 0);
  await painted();
  return editor;
}
const boxes = (editor: LabelEditor) => editor.serialize().length;

describe('the history list', () => {
  afterEach(clear);

  it('calls each step by what was done', async () => {
    const editor = await mount(config, { id: 1, data: { url: picture(400, 200) } });
    editor.style.width = '1300px';
    await painted();
    await click(byRole(editor, 'tab', 'History'));
    await until(() => editor.shadowRoot?.querySelector('.panel .empty')?.textContent === 'Nothing was changed yet.');
    byRole(editor, 'application', 'Image').focus();
    await keys('p');
    for (const [x, y] of [
      [10, 10],
      [40, 10],
      [40, 60],
      [10, 10],
    ] as const) {
      await click(at(editor, x, y));
      await painted();
    }
    await keys('v');
    await click(at(editor, 35, 20));
    await painted();
    await drag(at(editor, 40, 60), at(editor, 44, 70));
    await painted();
    await drag(at(editor, 35, 20), at(editor, 38, 20));
    await painted();
    await keys('Escape');
    await keys('b');
    await drag(at(editor, 60, 80), at(editor, 70, 80));
    await keys('e');
    await drag(at(editor, 68, 80), at(editor, 70, 80));
    await painted();
    expect(steps(editor)).to.deep.equal([
      'Draw polygon',
      'Add a point',
      'Add a point',
      'Close the outline',
      'Move the point',
      'Move region',
      'Brush stroke',
      'Erase',
    ]);
  });

  it('goes back and forth in one go, and marks where it is', async () => {
    const editor = await grown(3);
    expect(steps(editor)).to.deep.equal(['Add results', 'Add results', 'Add results']);
    expect(rows(editor)[1]?.textContent).to.contain('now');
    expect(boxes(editor)).to.equal(5);
    const told: unknown[] = [];
    editor.addEventListener('document-change', ({ detail }) => told.push(detail.origin));
    await click(rows(editor)[0] as Element);
    expect(boxes(editor)).to.equal(2);
    expect(told).to.deep.equal(['replay']);
    await painted();
    expect(current(editor)).to.equal(0);
    expect(undone(editor)).to.have.length(3);
    await click(rows(editor)[2] as Element);
    expect(boxes(editor)).to.equal(4);
    await painted();
    expect([current(editor), undone(editor).length]).to.deep.equal([2, 1]);
    await keys('Control+z');
    expect(boxes(editor)).to.equal(3);
    await painted();
    expect(current(editor)).to.equal(1);
    await keys('End');
    await keys('Enter');
    expect(boxes(editor)).to.equal(5);
    await painted();
    expect(undone(editor)).to.deep.equal([]);
  });

  it('forgets what was undone once something else is done', async () => {
    const editor = await grown(3);
    await click(rows(editor)[1] as Element);
    byRole(editor, 'application', 'Image').focus();
    editor.select(['b']);
    await keys('Delete');
    await painted();
    expect(steps(editor)).to.deep.equal(['Add results', 'Delete region']);
    expect(current(editor)).to.equal(2);
  });

  it('has but the rows in view of a thousand steps in the page, the last of them in view', async () => {
    const editor = await grown(1000);
    await until(() => rows(editor).some((row) => row.dataset.step === '1000' && row.checkVisibility()));
    expect(rows(editor).length).to.be.lessThan(60);
    const list = editor.shadowRoot?.querySelector('.history-steps') as HTMLElement;
    const last = rows(editor).find((row) => row.dataset.step === '1000') as HTMLElement;
    await until(() => last.getBoundingClientRect().bottom <= list.getBoundingClientRect().bottom + 1);
    last.focus();
    await keys('Home');
    await until(() => (editor.shadowRoot?.activeElement as HTMLElement | null)?.dataset.step === '0');
    await keys('Enter');
    expect(editor.serialize()).to.deep.equal([box('a', 10), box('b', 60)]);
  });

  it('can be read, and nothing be gone to, where nothing may be changed', async () => {
    const editor = await grown(2, { history: [{ id: 1, result: [] }] });
    editor.readonly = true;
    await painted();
    expect(rows(editor).map((row) => row.disabled)).to.deep.equal([true, true, true]);
    expect(versions(editor)).to.deep.equal(['Version 1 0 results']);
    expect(editor.shadowRoot?.querySelector('.version button')).to.equal(null);
  });

  it('shows the versions that a completion came with, and goes back to one as one step', async () => {
    const earlier = [box('a', 30), box('c', 80)];
    const history = [
      {
        id: 1,
        created_at: '2020-01-01T00:00:00Z',
        created_by: { first_name: 'Ada', last_name: 'Byron' },
        result: earlier,
      },
      { id: 2, created_at: '2021-01-01T00:00:00Z', created_by: 7, action: 'accepted', comment: 'Fine', result: null },
      'no version',
    ];
    const editor = await grown(1, { history }, { user: { id: 7 } });
    const before = editor.serialize();
    expect(versions(editor)[0]).to.match(/^You\s?\d+y ago accepted · Fine$/);
    const { violations } = await axe.run(editor);
    expect(violations.map(({ id }) => id)).to.deep.equal([]);
    expect(versions(editor)[1]).to.match(/^Ada Byron\s?\d+y ago 2 results$/);
    const [unreadable, first] = editor.shadowRoot?.querySelectorAll<HTMLButtonElement>('.version button') ?? [];
    expect(unreadable?.disabled).to.equal(true);
    await click(first as Element);
    expect(editor.serialize()).to.deep.equal(earlier);
    expect((editor.completion as { history?: unknown }).history).to.deep.equal(history);
    await painted();
    expect(steps(editor)).to.deep.equal(['Add results', 'Go back to a version']);
    await click(first as Element);
    await until(() => editor.shadowRoot?.querySelector('.toast')?.textContent?.includes('what is here now') === true);
    await keys('Control+z');
    expect(editor.serialize()).to.deep.equal(before);
  });

  it('keeps a region selected through the strokes and moves that are undone and done again', async () => {
    const editor = await mount(config, {
      id: 1,
      data: { url: picture(400, 200) },
      annotations: [{ id: 9, result: [box('a', 10)] }],
    });
    const selected = () => editor.shadowRoot?.querySelectorAll('.regions .row[aria-selected=true]').length;
    editor.style.width = '1200px';
    await painted();
    byRole(editor, 'application', 'Image').focus();
    await keys('b');
    await drag(at(editor, 60, 30), at(editor, 70, 30));
    await painted();
    const mask = (editor.serialize() as unknown as { readonly id: string }[])[1]?.id ?? '';
    editor.select([mask]);
    await drag(at(editor, 60, 60), at(editor, 70, 60));
    await until(() => selected() === 1);
    for (const key of ['Control+z', 'Control+Shift+z', 'Control+z', 'Control+Shift+z']) {
      await keys(key);
      await painted();
      expect([boxes(editor), selected()], key).to.deep.equal([2, 1]);
    }
    await keys('Escape');
    await keys('v');
    editor.select(['a']);
    await drag(at(editor, 15, 20), at(editor, 30, 20));
    await drag(at(editor, 30, 20), at(editor, 35, 40));
    for (const key of ['Control+z', 'Control+z', 'Control+Shift+z', 'Control+Shift+z']) {
      await keys(key);
      await painted();
      expect([boxes(editor), selected()], key).to.deep.equal([2, 1]);
    }
  });
});
