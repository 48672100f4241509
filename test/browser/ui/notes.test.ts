import { sendKeys } from '@web/test-runner-commands';
import { expect } from 'chai';
import type { LabelEditor } from '../../../src/ui/label-editor.js';
import { keys } from '../../support/input.js';
import { mount } from '../../support/mount.js';
import { byRole, clear, painted, picture } from '../../support/page.js';
import { until } from '../../support/until.js';

const config = `<View>
  <RectangleLabels name="box" toName="img"><Label value="Car"/></RectangleLabels>
  <Image name="img" value="$url"/>
  <Choices name="side" toName="img" perRegion="true"><Choice value="Left"/></Choices>
</View>`;
const place = { x: 10, y: 10, width: 20, height: 20, rotation: 0 };
const box = (id: string, more: object = {}) => ({
  id,
  from_name: 'box',
  to_name: 'img',
  type: 'rectanglelabels',
  value: { ...place, rectanglelabels: ['Car'] },
  ...more,
});
const side = (id: string, more: object = {}) => ({
  ...box(id),
  from_name: 'side',
  type: 'choices',
  value: { ...place, choices: ['Left'] },
  ...more,
});
const task = (...result: object[]) => ({
  id: 1,
  data: { url: picture(400, 200) },
  annotations: [{ id: 9, result }],
});
const metas = (editor: LabelEditor) => (editor.serialize() as { readonly meta?: object }[]).map(({ meta }) => meta);
const field = (editor: LabelEditor) => byRole(editor, 'textbox', 'Note') as HTMLTextAreaElement;
const isThere = (editor: LabelEditor) => {
  try {
    return field(editor).checkVisibility();
  } catch {
    return false;
  }
};
const focused = (editor: LabelEditor) => editor.shadowRoot?.activeElement;
const type = (text: string) => sendKeys({ type: text });

/** With a region selected and the keys going to the editor. */
async function opened(result: readonly object[], properties: object = {}): Promise<LabelEditor> {
  const editor = await mount(config, task(...result), properties);
  editor.select(['a']);
  byRole(editor, 'application', 'Image').focus();
  return editor;
}
/** Goes to the note by its key. */
async function write(editor: LabelEditor): Promise<void> {
  await keys('Alt+m');
  await until(() => isThere(editor) && focused(editor) === field(editor));
}

describe('the note on a region', () => {
  afterEach(clear);

  it('is gone to by a key, written in lines, and stands on every item of the region as one text', async () => {
    const given = [box('a', { meta: { by: 'x' } }), side('a'), box('b')];
    const editor = await opened(given);
    await write(editor);
    await type('M 1');
    await keys('Shift+Enter');
    await type('M 2');
    await keys('Enter');
    expect(metas(editor)).to.deep.equal([{ by: 'x', text: ['M 1\nM 2'] }, { text: ['M 1\nM 2'] }, undefined]);
    expect(focused(editor), 'where the focus was').to.equal(byRole(editor, 'application', 'Image'));
    await write(editor);
    await keys('Shift+Enter');
    await type('3');
    await keys('Enter');
    expect(metas(editor)[0]).to.deep.equal({ by: 'x', text: ['M 1\nM 2\n3'] });
    editor.undo();
    expect(metas(editor)[0]).to.deep.equal({ by: 'x', text: ['M 1\nM 2'] });
    editor.undo();
    expect(editor.serialize()).to.deep.equal(given);
  });

  it('is gone when it is emptied, and meta with it', async () => {
    const editor = await opened([box('a', { meta: { text: ['old'] } }), side('a', { meta: { text: ['old'] } })]);
    await write(editor);
    expect(field(editor).value).to.equal('old');
    await keys('Control+a');
    await keys('Backspace');
    await keys('Enter');
    expect(editor.serialize()).to.deep.equal([box('a'), side('a')]);
  });

  it('is in the document with every key, so that nothing typed is lost', async () => {
    const editor = await opened([box('a')]);
    await write(editor);
    await type('half a');
    expect(metas(editor)).to.deep.equal([{ text: ['half a'] }]);
    editor.select([]);
    await painted();
    await type('x');
    expect(metas(editor)).to.deep.equal([{ text: ['half a'] }]);
    editor.undo();
    expect(editor.serialize()).to.deep.equal([box('a')]);
  });

  it('is taken back by Escape, which selects nothing else', async () => {
    const editor = await opened([box('a', { meta: { text: ['old'] } })]);
    let selections = 0;
    editor.addEventListener('selection-change', () => selections++);
    await write(editor);
    await type(' and new');
    await keys('Escape');
    expect(metas(editor)).to.deep.equal([{ text: ['old'] }]);
    expect(field(editor).value).to.equal('old');
    expect(selections).to.equal(0);
    expect(focused(editor)).not.to.equal(field(editor));
    await keys('Control+z');
    expect(metas(editor)).to.deep.equal([{ text: ['old'] }]);
  });

  it('can be read where it may not be written, and there is none to read where there is none', async () => {
    const editor = await opened([box('a', { meta: { text: ['see'] } }), box('b')], { readonly: true });
    await keys('Alt+m');
    await until(() => isThere(editor));
    expect(field(editor).readOnly).to.equal(true);
    editor.select(['b']);
    await painted();
    expect(isThere(editor)).to.equal(false);
    editor.readonly = false;
    await until(() => isThere(editor));
    byRole(editor, 'application', 'Image').focus();
    await keys('Alt+l');
    await until(() => !isThere(editor));
  });

  it('is written on the track of a film', async () => {
    const track = {
      id: 'a',
      from_name: 'box',
      to_name: 'film',
      type: 'videorectangle',
      value: { framesCount: 50, sequence: [{ ...place, frame: 1, enabled: true }], labels: ['Car'] },
    };
    const editor = await mount(
      `<View><Labels name="tag" toName="film"><Label value="Car"/></Labels><Video name="film" value="$url"/><VideoRectangle name="box" toName="film"/></View>`,
      { id: 1, data: { url: 'data:video/mp4,none' }, annotations: [{ id: 9, result: [track] }] },
    );
    editor.select(['a']);
    editor.shadowRoot?.querySelector<HTMLElement>('.le')?.focus();
    await write(editor);
    await type('limps');
    await keys('Enter');
    expect(editor.serialize()).to.deep.equal([{ ...track, meta: { text: ['limps'] } }]);
  });
});
