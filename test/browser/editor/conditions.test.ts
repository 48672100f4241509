import { expect } from 'chai';
import { click, keys } from '../../support/input.js';
import { mount } from '../../support/mount.js';
import { byRole, clear } from '../../support/page.js';

const question = (name: string, more = '') =>
  `<Choices name="${name}" toName="text" ${more}><Choice value="${name} yes"/><Choice value="${name} no"/></Choices>`;
const when = (name: string) => `visibleWhen="choice-selected" whenTagName="${name}" whenChoiceValue="${name} yes"`;
const chain = `<View><Text name="text" value="$text"/>
  ${question('first')}${question('second', when('first'))}
  <View ${when('second')}>${question('third', 'required="true"')}</View></View>`;
const task = { id: 1, data: { text: 'Rain over the harbour.' } };

type Editor = Awaited<ReturnType<typeof mount>>;
const inView = (editor: Editor) =>
  [...(editor.shadowRoot?.querySelectorAll<HTMLElement>('[data-tag=Choices]') ?? [])]
    .filter((host) => host.checkVisibility())
    .map(({ dataset }) => dataset.name);
const answers = (editor: Editor) =>
  (editor.serialize() as { value: { choices: string[] } }[]).map(({ value }) => value.choices[0]);

describe('conditions', () => {
  afterEach(clear);

  it('show a chain of questions one by one, and take it all back with the first', async () => {
    const editor = await mount(chain, task);
    expect(inView(editor)).to.deep.equal(['first']);
    await click(byRole(editor, 'checkbox', 'first yes'));
    expect(inView(editor)).to.deep.equal(['first', 'second']);
    await click(byRole(editor, 'checkbox', 'second yes'));
    expect(inView(editor)).to.deep.equal(['first', 'second', 'third']);
    await click(byRole(editor, 'checkbox', 'third no'));
    expect(answers(editor)).to.deep.equal(['first yes', 'second yes', 'third no']);
    await click(byRole(editor, 'checkbox', 'first no'));
    expect(inView(editor)).to.deep.equal(['first']);
    expect(answers(editor)).to.deep.equal(['first no']);
    await click(byRole(editor, 'checkbox', 'first yes'));
    expect(inView(editor)).to.deep.equal(['first', 'second', 'third']);
    expect(answers(editor)).to.deep.equal(['first yes', 'second yes', 'third no']);
  });

  it('ask for what is required only while it is shown', async () => {
    const editor = await mount(chain, task);
    await click(byRole(editor, 'checkbox', 'first no'));
    expect(await editor.submit()).to.equal(true);
    await click(byRole(editor, 'checkbox', 'first yes'));
    await click(byRole(editor, 'checkbox', 'second yes'));
    expect(await editor.submit()).to.equal(false);
    expect(editor.shadowRoot?.activeElement?.ariaLabel).to.equal('third yes');
  });

  it('let no hidden question hear its keys', async () => {
    const editor = await mount(chain, task);
    editor.shadowRoot?.querySelector<HTMLElement>('.content')?.focus();
    // The keys of the second question, which are given in the order of the config.
    await keys('3');
    expect(answers(editor)).to.deep.equal([]);
    await keys('1');
    await keys('3');
    expect(answers(editor)).to.deep.equal(['first yes', 'second yes']);
  });

  it('leave questions that wait for each other hidden, and say so', async () => {
    const editor = await mount(
      `<View><Text name="text" value="$text"/>${question('a', when('b'))}${question('b', when('a'))}${question('c')}</View>`,
      task,
    );
    expect(inView(editor)).to.deep.equal(['c']);
    expect(editor.problems.map(({ code }) => code)).to.deep.equal(['config/circular-condition']);
  });
});
