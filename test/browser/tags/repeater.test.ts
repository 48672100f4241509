import axe from 'axe-core';
import { expect } from 'chai';
import { click, keys } from '../../support/input.js';
import { mount } from '../../support/mount.js';
import { byRole, clear } from '../../support/page.js';
import { until } from '../../support/until.js';

const entries = ['Rain', 'Fog', 'Sun'];
const show = (mode: string, data: object = { items: entries.map((text) => ({ text })) }, more = '') =>
  mount(
    `<View><Repeater on="$items" mode="${mode}">
      <Text name="text_{{idx}}" value="$items[{{idx}}].text"/>
      <Choices name="seen_{{idx}}" toName="text_{{idx}}" ${more}><Choice value="Yes {{idx}}"/><Choice value="No"/></Choices>
    </Repeater></View>`,
    { id: 1, data },
  );
type Editor = Awaited<ReturnType<typeof show>>;
const inView = (editor: Editor) =>
  [...(editor.shadowRoot?.querySelectorAll<HTMLElement>('[data-tag=Text]') ?? [])]
    .filter((host) => host.checkVisibility())
    .map(({ dataset }) => dataset.name);
/** A page is mounted when it is first seen. */
const seen = (editor: Editor, name: string) => until(() => inView(editor).join() === name);
/** Waits until a box of a page that was just mounted is there, below its text, and keeps its place. */
async function still(editor: Editor, name: string): Promise<void> {
  let before = 0;
  let same = 0;
  await until(() => {
    const box = [...(editor.shadowRoot?.querySelectorAll('input') ?? [])].find((input) => input.ariaLabel === name);
    const top = box?.checkVisibility() ? box.getBoundingClientRect().top : 0;
    same = top > 0 && top === before ? same + 1 : 0;
    before = top;
    return same > 5;
  });
}
const field = (editor: Editor) =>
  editor.shadowRoot?.querySelector<HTMLInputElement>('input[aria-label=Page]') as HTMLInputElement;
const focusContent = (editor: Editor) => editor.shadowRoot?.querySelector<HTMLElement>('.content')?.focus();
const answers = (editor: Editor) =>
  (editor.serialize() as { from_name: string; value: { choices: string[] } }[]).map(({ from_name, value }) => [
    from_name,
    value.choices[0],
  ]);

describe('repeaterView', () => {
  afterEach(clear);

  it('shows all entries below each other', async () => {
    const editor = await show('list');
    expect(inView(editor)).to.deep.equal(['text_0', 'text_1', 'text_2']);
    await click(byRole(editor, 'checkbox', 'Yes 1'));
    await click(byRole(editor, 'checkbox', 'Yes 2'));
    expect(answers(editor)).to.deep.equal([
      ['seen_1', 'Yes 1'],
      ['seen_2', 'Yes 2'],
    ]);
  });

  it('shows one at a time, by buttons', async () => {
    const editor = await show('pagination');
    await seen(editor, 'text_0');
    expect((byRole(editor, 'button', 'Previous page') as HTMLButtonElement).disabled).to.equal(true);
    await click(byRole(editor, 'button', 'Next page'));
    await seen(editor, 'text_1');
    await click(byRole(editor, 'button', 'Next page'));
    await seen(editor, 'text_2');
    expect((byRole(editor, 'button', 'Next page') as HTMLButtonElement).disabled).to.equal(true);
    await click(byRole(editor, 'button', 'Previous page'));
    await seen(editor, 'text_1');
    expect(field(editor).value).to.equal('2');
  });

  it('goes by keys, and answers on the page in view only', async () => {
    const editor = await show('pagination');
    focusContent(editor);
    await keys('Alt+ArrowRight');
    await still(editor, 'Yes 1');
    await seen(editor, 'text_1');
    await keys('1');
    await keys('3');
    await keys('Alt+PageDown');
    await keys('Alt+ArrowRight');
    await seen(editor, 'text_2');
    await keys('Alt+ArrowLeft');
    expect(answers(editor)).to.deep.equal([['seen_1', 'Yes 1']]);
  });

  it('goes to the page whose number is typed, within what there is', async () => {
    const editor = await show('pagination');
    for (const [typed, expected] of [
      ['3', 'text_2'],
      ['99', 'text_2'],
      ['0', 'text_0'],
    ] as const) {
      field(editor).select();
      for (const digit of typed) await keys(digit);
      await keys('Enter');
      await seen(editor, expected);
    }
    field(editor).select();
    await keys('Delete');
    await keys('Enter');
    expect(field(editor).value).to.equal('1');
  });

  it('stays on its page when answers are given, taken back and given again', async () => {
    const editor = await show('pagination');
    await click(byRole(editor, 'button', 'Next page'));
    await still(editor, 'Yes 1');
    await click(byRole(editor, 'checkbox', 'Yes 1'));
    editor.undo();
    editor.redo();
    await seen(editor, 'text_1');
    expect(answers(editor)).to.deep.equal([['seen_1', 'Yes 1']]);
  });

  it('goes to the page with an answer that is missing', async () => {
    const editor = await show('pagination', undefined, 'required="true"');
    await click(byRole(editor, 'checkbox', 'Yes 0'));
    await click(byRole(editor, 'button', 'Next page'));
    await still(editor, 'Yes 1');
    await click(byRole(editor, 'checkbox', 'Yes 1'));
    await click(byRole(editor, 'button', 'Previous page'));
    expect(await editor.submit()).to.equal(false);
    await seen(editor, 'text_2');
    await until(() => editor.shadowRoot?.activeElement?.ariaLabel === 'Yes 2');
  });

  it('mounts only the pages that were seen', async () => {
    const editor = await show('pagination', { items: Array.from({ length: 40 }, (_, at) => ({ text: `Text ${at}` })) });
    const mounted = () => editor.shadowRoot?.querySelectorAll('[data-tag=Text]').length;
    expect(mounted()).to.equal(1);
    for (let page = 1; page < 8; page++) {
      await click(byRole(editor, 'button', 'Next page'));
      await seen(editor, `text_${page}`);
    }
    expect(mounted()).to.equal(5);
    expect(answers(editor)).to.deep.equal([]);
  });

  it('says that there is nothing', async () => {
    for (const mode of ['list', 'pagination']) {
      const editor = await show(mode, { items: [] });
      expect(editor.shadowRoot?.querySelector('.content')?.textContent).to.contain('no entries in $items');
      clear();
    }
  });

  it('can be used by everybody', async () => {
    const editor = await show('pagination');
    const { violations } = await axe.run(editor.shadowRoot?.querySelector('.content') as HTMLElement);
    expect(violations.map(({ id }) => id)).to.deep.equal([]);
  });
});
