import axe from 'axe-core';
import { expect } from 'chai';
import type { CommentDetail, LabelEditor } from '../../../src/index.js';
import { click, hover, keys, move } from '../../support/input.js';
import { mount } from '../../support/mount.js';
import { byRole, clear, painted, picture, pointOn } from '../../support/page.js';
import { until } from '../../support/until.js';

const config = `<View><RectangleLabels name="box" toName="img"><Label value="Car"/><Label value="Bus"/></RectangleLabels>
  <Image name="img" value="$url"/></View>`;
const box = (id: string, x: number, label: string) => ({
  id,
  from_name: 'box',
  to_name: 'img',
  type: 'rectanglelabels',
  original_width: 400,
  original_height: 200,
  value: { x, y: 10, width: 10, height: 20, rotation: 0, rectanglelabels: [label] },
});
const task = () => ({
  id: 12,
  data: { url: picture(400, 200) },
  annotations: [{ id: 4, result: [box('a', 10, 'Car'), box('b', 40, 'Bus')] }],
});
const grace = { id: 3, displayName: 'Grace Hopper' };
const ada = { id: 7, displayName: 'Ada Byron' };
const given = () => [
  { id: 1, text: 'A van?', regionId: 'a', createdBy: grace, createdAt: '2024-01-01T10:00:00Z', priority: 2 },
  { id: 2, text: 'Done.', createdBy: ada, createdAt: '2024-01-02T10:00:00Z', isResolved: true },
];
const panels = ['topbar', 'regions', 'comments', 'status'] as const;

type Answer = (detail: CommentDetail) => void;
/** An editor with the comments open, and what its host is told. */
async function open(comments: unknown = given(), answer: Answer = () => {}) {
  const editor = await mount(config, task(), { panels });
  editor.style.width = '1200px';
  editor.user = ada;
  editor.comments = comments as LabelEditor['comments'];
  const told: { readonly type: string; readonly detail: CommentDetail }[] = [];
  for (const type of ['comment-create', 'comment-update', 'comment-delete'] as const) {
    editor.addEventListener(type, (event) => {
      told.push({ type, detail: event.detail });
      answer(event.detail);
    });
  }
  await until(() => editor.shadowRoot?.querySelector('#tab-comments') !== null);
  await click(byRole(editor, 'tab', 'Comments'));
  await until(() => editor.shadowRoot?.querySelector('.comments') !== null);
  return { editor, told };
}
const rows = (editor: LabelEditor) => [...(editor.shadowRoot?.querySelectorAll<HTMLElement>('.comment') ?? [])];
const texts = (editor: LabelEditor) =>
  rows(editor).map((row) => `${row.querySelector('.comment-text')?.textContent} ${row.dataset.state}`);
const row = (editor: LabelEditor, text: string) => {
  const found = rows(editor).find((each) => each.textContent?.includes(text));
  if (!found) throw new Error(`There is no comment "${text}".`);
  return found;
};
const button = (within: HTMLElement, name: string) =>
  within.querySelector<HTMLElement>(`[aria-label="${name}"]`) ?? byText(within, name);
const byText = (within: HTMLElement, text: string) => {
  const found = [...within.querySelectorAll<HTMLElement>('button')].find((each) => each.textContent?.trim() === text);
  if (!found) throw new Error(`There is no button "${text}".`);
  return found;
};
async function press(within: HTMLElement, name: string): Promise<void> {
  await hover(within);
  await click(button(within, name));
}
const draft = (editor: LabelEditor) =>
  editor.shadowRoot?.querySelector<HTMLTextAreaElement>('.composer textarea')?.value;
async function write(editor: LabelEditor, text: string): Promise<void> {
  const field = editor.shadowRoot?.querySelector('.composer textarea') as HTMLTextAreaElement;
  await click(field);
  for (const letter of text) await keys(letter === ' ' ? 'Space' : letter);
}
const failing: Answer = ({ waitUntil }) => waitUntil(Promise.reject(new Error('The server is away')));

describe('comments', () => {
  afterEach(clear);

  it('are there only where the host asks for them', async () => {
    const editor = await mount(config, task());
    editor.style.width = '1200px';
    editor.comments = given();
    await painted();
    await painted();
    expect(() => byRole(editor, 'tab', 'Comments')).to.throw();
  });

  it('are listed with author, age and region, open ones first and all on demand', async () => {
    const { editor } = await open();
    await until(() => texts(editor).join() === 'A van? kept');
    const one = row(editor, 'A van?');
    expect(one.textContent)
      .to.contain('Grace Hopper')
      .and.match(/ago|last yr/);
    expect(one.querySelector('time')?.title).to.match(/2024/);
    expect(editor.shadowRoot?.querySelector('.comments')?.textContent).to.contain('1 open comment');
    await click(byRole(editor, 'button', 'All'));
    await until(() => texts(editor).join() === 'Done. kept,A van? kept');
    expect(row(editor, 'Done.').textContent).to.contain('Resolved');
  });

  it('lead to their region', async () => {
    const { editor } = await open();
    const selected: readonly string[][] = [];
    editor.addEventListener('selection-change', ({ detail }) => (selected as string[][]).push([...detail.regionIds]));
    await until(() => rows(editor).length === 1);
    await click(row(editor, 'A van?').querySelector('.comment-place') as Element);
    await until(() => selected.length === 1);
    expect(selected).to.deep.equal([['a']]);
  });

  it('are written on the selected region, sent with Ctrl and Enter, and kept by the host', async () => {
    const { editor, told } = await open([], ({ waitUntil }) => waitUntil(Promise.resolve({ id: 9 })));
    editor.select(['b']);
    await until(() => /Bus/.test(editor.shadowRoot?.querySelector('.comment-target')?.textContent ?? ''));
    await write(editor, 'Too big');
    await keys('Control+Enter');
    await until(() => texts(editor).join() === 'Too big kept');
    const { type, detail } = told[0] as (typeof told)[0];
    expect(type).to.equal('comment-create');
    const { localId, createdAt, ...comment } = detail.comment;
    expect([detail.taskId, detail.completionId, comment]).to.deep.equal([
      12,
      4,
      { text: 'Too big', regionId: 'b', createdBy: ada, isResolved: false },
    ]);
    expect([typeof localId, Number.isNaN(Date.parse(createdAt ?? ''))]).to.deep.equal(['string', false]);
    expect(draft(editor)).to.equal('');
    editor.comments = [{ id: 9, text: 'Too big', regionId: 'b', createdBy: ada }];
    await painted();
    expect(texts(editor)).to.deep.equal(['Too big kept']);
    expect(editor.completion?.id, 'nothing was submitted').to.equal(4);
  });

  it('are about the whole task where the user wants that, or nothing is selected', async () => {
    const { editor, told } = await open([]);
    editor.select(['b']);
    await until(() => /Bus/.test(editor.shadowRoot?.querySelector('.comment-target')?.textContent ?? ''));
    await click(byRole(editor, 'button', 'Speak of the whole task'));
    await write(editor, 'x');
    await click(byRole(editor, 'button', 'Comment'));
    await until(() => told.length === 1);
    editor.select([]);
    await write(editor, 'y');
    await keys('Control+Enter');
    await until(() => told.length === 2);
    expect(told.map(({ detail }) => 'regionId' in detail.comment)).to.deep.equal([false, false]);
  });

  it('show what is under way, and what failed with its text, to be tried again', async () => {
    let answer: Answer = ({ waitUntil }) => waitUntil(new Promise(() => {}));
    const { editor, told } = await open([], (detail) => answer(detail));
    await write(editor, 'slow');
    await keys('Control+Enter');
    await until(() => texts(editor).join() === 'slow sending');
    answer = failing;
    await write(editor, 'lost');
    await keys('Control+Enter');
    await until(() => texts(editor).includes('lost failed'));
    expect(row(editor, 'lost').querySelector('[role=alert]')?.textContent)
      .to.contain('The server is away')
      .and.contain('Your text is kept here.');
    answer = () => {};
    await press(row(editor, 'lost'), 'Try again');
    await until(() => texts(editor).includes('lost kept'));
    expect(told.map(({ detail }) => detail.comment.text)).to.deep.equal(['slow', 'lost', 'lost']);
  });

  it('stay in the field where the host forbids them', async () => {
    const { editor } = await open([]);
    editor.addEventListener('comment-create', (event) => event.preventDefault());
    await write(editor, 'no');
    await keys('Control+Enter');
    await painted();
    expect(texts(editor)).to.deep.equal([]);
    expect(draft(editor)).to.equal('no');
  });

  it('are resolved by anybody, and changed or deleted by who wrote them', async () => {
    const { editor, told } = await open([
      ...given(),
      { id: 5, text: 'Mine', createdBy: ada, createdAt: '2024-01-03T10:00:00Z' },
    ]);
    await until(() => rows(editor).length === 2);
    expect(
      row(editor, 'A van?').querySelectorAll('[aria-label="Edit comment"], [aria-label="Delete comment"]'),
    ).to.have.length(0);
    await press(row(editor, 'A van?'), 'Resolve');
    await until(() => rows(editor).length === 1);
    await press(row(editor, 'Mine'), 'Edit comment');
    await until(() => row(editor, '').querySelector('textarea') !== null);
    const field = rows(editor)[0]?.querySelector('textarea') as HTMLTextAreaElement;
    await click(field);
    await keys('End');
    await keys('2');
    await keys('Control+Enter');
    await until(() => texts(editor).join() === 'Mine2 kept');
    await press(row(editor, 'Mine2'), 'Delete comment');
    await until(() => row(editor, 'Mine2').querySelector('[role=alertdialog]') !== null);
    await click(byText(row(editor, 'Mine2'), 'Delete comment'));
    await until(() => rows(editor).length === 0);
    expect(
      told.map(({ type, detail }) => [type, detail.comment.id, detail.comment.text, detail.comment.isResolved]),
    ).to.deep.equal([
      ['comment-update', 1, 'A van?', true],
      ['comment-update', 5, 'Mine2', false],
      ['comment-delete', 5, 'Mine2', false],
    ]);
    expect(told[0]?.detail.comment.priority, 'keys that we do not know').to.equal(2);
  });

  it('are reached by key, with the field ready to write in', async () => {
    const { editor } = await open();
    await click(byRole(editor, 'tab', 'Regions'));
    await move(pointOn(editor, 'img', [80, 80]));
    await click(pointOn(editor, 'img', [15, 20]));
    await keys('Control+Alt+m');
    await until(() => editor.shadowRoot?.activeElement?.matches('.composer textarea') === true);
    await until(() => /Car/.test(editor.shadowRoot?.querySelector('.comment-target')?.textContent ?? ''));
  });

  it('may be anything, and break nothing', async () => {
    const { editor } = await open([
      null,
      5,
      { text: {} },
      { text: 'Fine', regionId: 'gone', createdBy: 5, createdAt: {} },
    ]);
    await until(() => texts(editor).join() === 'Fine kept');
    expect(row(editor, 'Fine').textContent).to.contain('Region that is not on show');
    await until(() => editor.problems.some(({ code }) => code === 'comment/malformed'));
    for (const odd of [5, 'x', {}, null]) {
      (editor as unknown as Record<string, unknown>).comments = odd;
      await painted();
      expect(rows(editor)).to.have.length(0);
    }
    expect(editor.shadowRoot?.querySelector('.comments')?.textContent).to.contain('Nothing was said yet.');
  });

  it('show a hundred at a time', async () => {
    const many = Array.from({ length: 250 }, (_, index) => ({ id: index + 1, text: `No ${index}` }));
    const { editor } = await open(many);
    await until(() => rows(editor).length === 100);
    const more = byRole(editor, 'button', 'Show 150 more');
    more.scrollIntoView();
    await click(more);
    await until(() => rows(editor).length === 200);
  });

  it('can be read by screen readers', async () => {
    const { editor } = await open(given(), failing);
    await write(editor, 'x');
    await keys('Control+Enter');
    await until(() => texts(editor).includes('x failed'));
    await click(byRole(editor, 'button', 'All'));
    const { violations } = await axe.run(editor.shadowRoot?.querySelector('.comments') as HTMLElement);
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).to.deep.equal([]);
  });
});
