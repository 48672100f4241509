import { expect } from 'chai';
import type { LabelEditor } from '../../../src/ui/label-editor.js';
import { click, keys } from '../../support/input.js';
import { mount } from '../../support/mount.js';
import { byRole, clear, painted, picture } from '../../support/page.js';

const results = (editor: LabelEditor) =>
  editor.serialize() as unknown as readonly { value: { choices: unknown }; item_index?: number; origin: string }[];
const chosen = (editor: LabelEditor) => results(editor).map(({ value }) => value.choices);
const focus = (editor: LabelEditor) => editor.shadowRoot?.querySelector<HTMLElement>('[part~=content]')?.focus();

describe('choices in the editor', () => {
  afterEach(clear);

  it('come from the config and from texts, numbers and objects of the task, each with its keys', async () => {
    const editor = await mount(
      `<View><Text name="t" value="$text"/>
<Choices name="c" toName="t" choice="multiple" allowNested="true" value="$list">
  <Choice value="Static" hotkey="s, ctrl+shift+s"/>
</Choices></View>`,
      {
        id: 1,
        data: {
          text: 'x',
          list: ['Plain', 7, { value: 'Deep', alias: 'd', children: [{ value: 'Inner', hotkey: 'i' }] }, [1], {}],
        },
      },
    );
    focus(editor);
    await keys('s');
    await keys('i');
    expect(chosen(editor)).to.deep.equal([[['Static'], ['d'], ['d', 'Inner']]]);
    await keys('Control+Shift+S');
    await click(byRole(editor, 'checkbox', '7'));
    await click(byRole(editor, 'checkbox', 'Plain'));
    expect(chosen(editor)).to.deep.equal([[['Plain'], ['7'], ['d'], ['d', 'Inner']]]);
    expect(editor.problems.map(({ code }) => code)).to.deep.equal(['task/wrong-data']);
    for (let step = 0; step < 5; step++) editor.undo();
    expect(chosen(editor)).to.deep.equal([]);
  });

  it('say another thing of every page, where they are asked per item', async () => {
    const images = [picture(40, 20), picture(50, 20)];
    const editor = await mount(
      `<View><Image name="i" valueList="$images"/>
<Choices name="c" toName="i" perItem="true" required="true"><Choice value="A"/><Choice value="B"/></Choices></View>`,
      { id: 1, data: { images } },
    );
    await click(byRole(editor, 'checkbox', 'A'));
    expect(await editor.submit()).to.equal(false);
    await click(byRole(editor, 'button', 'Next image'));
    expect(await editor.submit()).to.equal(false);
    await painted();
    expect((byRole(editor, 'checkbox', 'A') as HTMLInputElement).checked).to.equal(false);
    await click(byRole(editor, 'checkbox', 'B'));
    expect(results(editor).map(({ value, item_index }) => [item_index, value.choices])).to.deep.equal([
      [0, ['A']],
      [1, ['B']],
    ]);
  });

  it('begin with what is selected in the config, at any depth, as no edit', async () => {
    const editor = await mount(
      `<View><Text name="t" value="$text"/>
<Choices name="c" toName="t" allowNested="true"><Choice value="A"><Choice value="B" selected="true"/></Choice></Choices></View>`,
      { id: 1, data: { text: 'x' } },
    );
    expect(chosen(editor)).to.deep.equal([[['A', 'B']]]);
    editor.undo();
    expect(chosen(editor)).to.deep.equal([[['A', 'B']]]);
  });
});
