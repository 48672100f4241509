import { sendKeys } from '@web/test-runner-commands';
import { expect } from 'chai';
import { taxonomyTag } from '../../../src/tags/taxonomy/taxonomy.tag.js';
import type { LabelEditor } from '../../../src/ui/label-editor.js';
import { click, keys } from '../../support/input.js';
import { mount } from '../../support/mount.js';
import { byRole, clear, painted } from '../../support/page.js';
import { until } from '../../support/until.js';

const text = 'A mushroom grew on the old oak.';
const paths = (editor: LabelEditor) =>
  (editor.serialize() as { type: string; value: { taxonomy?: unknown } }[])
    .filter(({ type }) => type === 'taxonomy')
    .map(({ value }) => value.taxonomy);
const result = (taxonomy: unknown, more: object = {}) => ({
  id: 'x',
  from_name: 'kind',
  to_name: 'text',
  type: 'taxonomy',
  value: { taxonomy },
  ...more,
});
const config = (attributes: string, inside: string) => `<View>
  <Text name="text" value="$text"/>
  <Taxonomy name="kind" toName="text" ${attributes}>${inside}</Taxonomy>
</View>`;
const tree = `<Choice value="Eukarya" alias="e"><Choice value="Fungi" alias="f"/><Choice value="Plants"/></Choice><Choice value="Bacteria"/>`;

describe('Taxonomy in the editor', () => {
  afterEach(clear);
  const open = async (editor: LabelEditor) => {
    await until(() => editor.shadowRoot?.querySelector('.le-taxonomy-open') != null);
    await click(editor.shadowRoot?.querySelector('.le-taxonomy-open') as HTMLElement);
  };
  const row = (editor: LabelEditor, name: string) => byRole(editor, 'treeitem', name);

  it('says aliases, and can be undone and done again', async () => {
    const editor = await mount(config('', tree), { id: 1, data: { text } });
    await open(editor);
    await sendKeys({ type: 'fung' });
    await until(() => editor.shadowRoot?.querySelectorAll('[role=treeitem]').length === 2);
    await keys('Enter');
    expect(paths(editor)).to.deep.equal([[['e', 'f']]]);
    await click(row(editor, 'Eukarya'));
    expect(paths(editor)).to.deep.equal([[['e', 'f'], ['e']]]);
    editor.undo();
    expect(paths(editor)).to.deep.equal([[['e', 'f']]]);
    editor.undo();
    expect(paths(editor)).to.deep.equal([]);
    editor.redo();
    expect(paths(editor)).to.deep.equal([[['e', 'f']]]);
    await painted();
    expect(row(editor, 'Fungi').getAttribute('aria-selected')).to.equal('true');
  });

  it('is asked for before one submits', async () => {
    const editor = await mount(config('required="true"', tree), { id: 1, data: { text } });
    await click(byRole(editor, 'button', 'Submit'));
    await until(() => editor.shadowRoot?.activeElement?.classList.contains('le-taxonomy-open') === true);
    expect(editor.problems.map(({ message }) => message)).to.contain('Taxonomy "kind" is required.');
  });

  it('takes dynamic nodes beside those of the config, nested and as plain texts', async () => {
    const items = [{ value: 'Items', children: ['Item 1', { value: 'Item 2', alias: '2' }] }, 'Plain'];
    const editor = await mount(config('value="$items"', '<Choice value="Static"/>'), { id: 1, data: { text, items } });
    await open(editor);
    await keys('ArrowDown');
    await keys('ArrowDown');
    await keys('ArrowRight');
    await click(row(editor, 'Item 2'));
    await click(row(editor, 'Plain'));
    await click(row(editor, 'Static'));
    expect(paths(editor)).to.deep.equal([[['Items', '2'], ['Plain'], ['Static']]]);
  });

  it('keeps what it loads digit for digit, also what the config does not have', async () => {
    const loaded = [result([['e', 'f'], ['gone', 'far'], ['Bacteria']], { meta: { text: ['sure'] } })];
    const editor = await mount(config('maxUsages="1"', tree), {
      id: 1,
      data: { text },
      annotations: [{ id: 1, result: loaded }],
    });
    expect(editor.serialize()).to.deep.equal(loaded);
    await click(byRole(editor, 'button', 'Remove far'));
    expect(paths(editor)).to.deep.equal([[['e', 'f'], ['Bacteria']]]);
    await click(byRole(editor, 'button', 'Update'));
    await until(() => editor.problems.some(({ code }) => code === 'tag/max-usages'));
  });

  it('begins with what is selected', async () => {
    const editor = await mount(config('', '<Choice value="A"><Choice value="B" selected="true"/></Choice>'), {
      id: 1,
      data: { text },
    });
    expect(paths(editor)).to.deep.equal([[['A', 'B']]]);
  });

  it('cannot be changed where the result is read-only, but looked into', async () => {
    const editor = await mount(config('', tree), {
      id: 1,
      data: { text },
      annotations: [{ id: 1, result: [result([['e', 'f']], { readonly: true })] }],
    });
    await open(editor);
    expect(row(editor, 'Fungi').getAttribute('aria-selected')).to.equal('true');
    await click(row(editor, 'Fungi'));
    await click(row(editor, 'Bacteria'));
    expect(paths(editor)).to.deep.equal([[['e', 'f']]]);
  });

  it('speaks of the region that is selected', async () => {
    const regions = ['a', 'b'].map((id, index) => ({
      id,
      from_name: 'who',
      to_name: 'text',
      type: 'labels',
      value: { start: index * 3, end: index * 3 + 2, text: text.slice(index * 3, index * 3 + 2), labels: ['Word'] },
    }));
    const editor = await mount(
      `<View><Labels name="who" toName="text"><Label value="Word"/></Labels><Text name="text" value="$text"/>
        <Taxonomy name="kind" toName="text" perRegion="true" whenLabelValue="Word">${tree}</Taxonomy></View>`,
      { id: 1, data: { text }, annotations: [{ id: 1, result: regions }] },
    );
    editor.select(['a']);
    await painted();
    await open(editor);
    await click(row(editor, 'Bacteria'));
    await keys('Escape');
    editor.select(['b']);
    await painted();
    expect(editor.shadowRoot?.querySelectorAll('.le-taxonomy-chip')).to.have.length(0);
    const said = (editor.serialize() as { id: string; type: string; value: { taxonomy?: unknown } }[]).find(
      ({ type }) => type === 'taxonomy',
    );
    expect([said?.id, said?.value.taxonomy]).to.deep.equal(['a', [['Bacteria']]]);
  });

  it('fits into an editor of 400 pixels, and its panel is not clipped', async () => {
    const editor = await mount(config('minWidth="600" dropdownWidth="600"', tree), { id: 1, data: { text } });
    editor.style.width = '400px';
    await painted();
    await open(editor);
    const frame = editor.getBoundingClientRect();
    const panel = byRole(editor, 'dialog', 'kind');
    const box = panel.getBoundingClientRect();
    expect(box.left).to.be.at.least(frame.left);
    expect(box.right).to.be.at.most(frame.right);
    expect(box.height).to.be.above(100);
  });

  it('hears its keys alone', async () => {
    const editor = await mount(
      `<View><Choices name="mood" toName="text"><Choice value="Good" hotkey="f"/></Choices><Text name="text" value="$text"/>
        <Taxonomy name="kind" toName="text">${tree}</Taxonomy></View>`,
      { id: 1, data: { text } },
    );
    await open(editor);
    await keys('ArrowDown');
    await sendKeys({ type: 'f' });
    expect(editor.serialize()).to.deep.equal([]);
  });

  for (const { title, config: source, data } of taxonomyTag.examples) {
    it(`shows its example: ${title}`, async () => {
      const editor = await mount(source, { id: 1, data });
      await open(editor);
      expect(editor.shadowRoot?.querySelectorAll('[role=treeitem]').length).to.be.above(1);
      expect(editor.problems).to.deep.equal([]);
    });
  }
});
