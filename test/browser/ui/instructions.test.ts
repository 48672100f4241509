import axe from 'axe-core';
import { expect } from 'chai';
import type { LabelEditor } from '../../../src/index.js';
import { click, keys, move } from '../../support/input.js';
import { mount } from '../../support/mount.js';
import { byRole, clear, painted } from '../../support/page.js';
import { until } from '../../support/until.js';

const config =
  '<View><Text name="txt" value="$text"/><Choices name="c" toName="txt"><Choice value="A"/></Choices></View>';
const task = (more: object = {}) => ({ id: 1, data: { text: 'Fog over the river.' }, ...more });

let spaces = 0;
let space = '';
const open = (properties: object, more: object = {}) => mount(config, task(more), { storage: space, ...properties });
const card = (editor: LabelEditor) => editor.shadowRoot?.querySelector<HTMLElement>('.instructions') ?? undefined;
const isOpen = (editor: LabelEditor) => card(editor) !== undefined;
const text = (editor: LabelEditor) => card(editor)?.querySelector('.le-markdown')?.textContent ?? '';
/** What comes after the display has come. */
async function settled(editor: LabelEditor): Promise<void> {
  await until(() => editor.shadowRoot?.querySelector('.instructions, [aria-label="Instructions"]') !== null);
  await painted();
}

describe('instructions', () => {
  beforeEach(() => {
    space = `instructions-test-${++spaces}`;
  });
  afterEach(() => {
    clear();
    for (const part of ['settings', 'layout', 'keys', 'read']) localStorage.removeItem(`le:${space}:${part}`);
  });

  it('open by themselves once for each text that is new to the user', async () => {
    const editor = await open({ instructions: 'Mark **all** of it.' });
    await until(() => text(editor).includes('Mark all of it.'));
    expect(card(editor)?.querySelector('strong')?.textContent).to.equal('all');
    await click(byRole(editor, 'button', 'Close'));
    expect(isOpen(editor)).to.equal(false);
    editor.remove();

    const next = await open({ instructions: 'Mark **all** of it.' });
    await settled(next);
    expect(isOpen(next)).to.equal(false);
    next.instructions = 'Mark **half** of it.';
    await until(() => text(next).includes('half'));
  });

  it('open and close by button and key, and give the focus back', async () => {
    const editor = await open({ instructions: 'Read me.' });
    await until(() => text(editor).includes('Read me'));
    await click(byRole(editor, 'button', 'Instructions'));
    await until(() => card(editor) === undefined);
    await move({ x: 500, y: 400 });
    await click({ x: 500, y: 400 });
    await keys('Shift+i');
    await until(() => card(editor)?.matches(':focus-within, :focus') === true);
    await keys('Escape');
    expect(isOpen(editor)).to.equal(false);
    expect(editor.shadowRoot?.activeElement !== null).to.equal(true);
    expect(byRole(editor, 'button', 'Instructions').title).to.match(/Shift\+I/);
  });

  it('are what the task says, where the host says nothing', async () => {
    const editor = await open({}, { description: '<b>Bold</b> and <i>plain</i>' });
    await until(() => text(editor).includes('Bold and plain'));
    expect(card(editor)?.querySelector('b')?.textContent).to.equal('Bold');
    editor.instructions = 'The host';
    await until(() => text(editor).includes('The host'));
  });

  it('are not there without a text, nor where the data speaks of a description', async () => {
    for (const properties of [{}, { instructions: '  ' }, { instructions: 5 }]) {
      const editor = await open(properties, { description: 7 });
      await painted();
      await painted();
      expect(() => byRole(editor, 'button', 'Instructions')).to.throw();
      editor.remove();
    }
    const bare = await mount(config, { id: 1, text: 'Fog', description: 'of the data' }, { storage: space });
    await painted();
    expect(() => byRole(bare, 'button', 'Instructions')).to.throw();
  });

  it('run nothing that is in them', async () => {
    const odd =
      'Hi <script>window.ran = true</script><img src="x:y" onerror="window.ran = true"><a href="javascript:ran=1">go</a>';
    const editor = await open({ instructions: odd });
    await until(() => text(editor).includes('Hi'));
    expect(card(editor)?.querySelectorAll('script, [onerror], a[href]')).to.have.length(0);
    expect('ran' in window).to.equal(false);
  });

  it('are accessible, scroll where they are long, and leave the content in reach', async () => {
    const editor = await open({ instructions: `# How\n\n${'A line of it.\n\n'.repeat(60)}` });
    await until(() => text(editor).includes('A line'));
    const { violations } = await axe.run(card(editor) as HTMLElement);
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).to.deep.equal([]);
    const body = card(editor)?.querySelector('.instructions-body') as HTMLElement;
    expect(body.scrollHeight).to.be.above(body.clientHeight);
    for (const width of [400, 900, 1400]) {
      editor.style.width = `${width}px`;
      await painted();
      await painted();
      const content = editor.shadowRoot?.querySelector('[part=content]')?.getBoundingClientRect() as DOMRect;
      const box = card(editor)?.getBoundingClientRect() as DOMRect;
      expect(box.left, `${width}`).to.be.at.least(content.left);
      expect(box.right, `${width}`).to.be.at.most(content.right);
      expect(box.bottom, `${width}`).to.be.at.most(content.bottom);
    }
    await click(byRole(editor, 'checkbox', 'A'));
    expect(editor.serialize()).to.have.length(1);
  });
});
