import axe from 'axe-core';
import { expect } from 'chai';
import { click, drag, keys } from '../../support/input.js';
import { mount } from '../../support/mount.js';
import { byRole, chip, clear, picture, pointOn } from '../../support/page.js';
import { until } from '../../support/until.js';

const task = { id: 1, data: { text: 'Fog over the river', image: picture(200, 100), name: 'Ada' } };
const show = (panels: string, attributes = '') =>
  mount(`<View><Text name="text" value="$text"/><Collapse ${attributes}>${panels}</Collapse></View>`, task);
type Editor = Awaited<ReturnType<typeof show>>;
const panels = (editor: Editor) => [...(editor.shadowRoot?.querySelectorAll('details') ?? [])];
const titles = (editor: Editor) => [...(editor.shadowRoot?.querySelectorAll('summary') ?? [])];
const title = (editor: Editor, name: string) => {
  const found = titles(editor).find(({ textContent }) => textContent === name);
  if (!found) throw new Error(`There is no panel "${name}".`);
  return found;
};
const open = (editor: Editor) => panels(editor).flatMap((panel, index) => (panel.open ? index : []));
const choices = (name: string, more = '') =>
  `<Choices name="${name}" toName="text" ${more}><Choice value="${name} yes"/><Choice value="${name} no"/></Choices>`;
const three = `<Panel value="One">${choices('one')}</Panel><Panel value="Two">${choices('two')}</Panel><Panel value="Three"/>`;

describe('collapseView and panelView', () => {
  afterEach(clear);

  it('begin closed, and open one at a time', async () => {
    const editor = await show(three);
    expect(open(editor)).to.deep.equal([]);
    await click(title(editor, 'One'));
    expect(open(editor)).to.deep.equal([0]);
    await click(title(editor, 'Three'));
    expect(open(editor)).to.deep.equal([2]);
    await click(title(editor, 'Three'));
    expect(open(editor)).to.deep.equal([]);
  });

  it('open independently with accordion="false"', async () => {
    const editor = await show(three, 'accordion="false"');
    await click(title(editor, 'Two'));
    await click(title(editor, 'One'));
    expect(open(editor)).to.deep.equal([0, 1]);
  });

  it('begin open where it says so, of an accordion the first', async () => {
    const states = async (panel: string, attributes: string) => {
      const editor = await show(panel, attributes);
      const found = open(editor);
      clear();
      return found;
    };
    expect(await states(three, 'accordion="false" open="true"')).to.deep.equal([0, 1, 2]);
    expect(await states(three, 'open="true"')).to.deep.equal([0]);
    const own = three.replace('"One"', '"One" open="false"').replace('"Two"', '"Two" open="true"');
    expect(await states(own, 'accordion="false" open="true"')).to.deep.equal([1, 2]);
    expect(await states(own, '')).to.deep.equal([1]);
  });

  it('are folded inside of each other without a say in each other', async () => {
    const editor = await show(
      `<Panel value="Outer" open="true"><View><Collapse><Panel value="Inner"><Text value="deep"/></Panel></Collapse></View></Panel>`,
    );
    await click(title(editor, 'Inner'));
    expect(open(editor)).to.deep.equal([0, 1]);
  });

  it('are worked by keys alone', async () => {
    const editor = await show(three);
    title(editor, 'One').focus();
    await keys('Enter');
    expect(open(editor)).to.deep.equal([0]);
    await keys('Tab');
    await keys('Space');
    expect(editor.serialize()).to.have.length(1);
    await keys('Shift+Tab');
    await keys('Space');
    expect(open(editor)).to.deep.equal([]);
  });

  it('take no keys for what is folded away, and keep what it says', async () => {
    const editor = await show(`<Panel value="One">${choices('one')}</Panel>`);
    byRole(editor, 'button', /./).focus();
    editor.shadowRoot?.querySelector<HTMLElement>('.content')?.focus();
    await keys('1');
    expect(editor.serialize()).to.deep.equal([]);
    await click(title(editor, 'One'));
    editor.shadowRoot?.querySelector<HTMLElement>('.content')?.focus();
    await keys('1');
    await click(title(editor, 'One'));
    expect(editor.serialize()).to.have.length(1);
    editor.undo();
    expect(editor.serialize()).to.have.length(0);
  });

  it('open for an answer that is missing', async () => {
    const editor = await show(
      `<Panel value="One" open="true">${choices('one')}</Panel><Panel value="Two"><Collapse><Panel value="Deep">${choices('two', 'required="true"')}</Panel></Collapse></Panel>`,
    );
    expect(await editor.submit()).to.equal(false);
    expect(open(editor)).to.deep.equal([1, 2]);
    expect(editor.shadowRoot?.activeElement?.ariaLabel).to.equal('two yes');
  });

  it('show a picture that was folded away as it would be, ready to be drawn on', async () => {
    const editor = await mount(
      `<View><Collapse><Panel value="Picture"><Image name="img" value="$image"/>
      <RectangleLabels name="box" toName="img"><Label value="Boat"/></RectangleLabels></Panel></Collapse></View>`,
      task,
    );
    await click(title(editor, 'Picture'));
    const host = () => editor.shadowRoot?.querySelector('[data-tag=Image]')?.getBoundingClientRect();
    await until(() => (host()?.height ?? 0) > 80 && pointOn(editor, 'img', [50, 50]).x > (host()?.left ?? 0) + 20);
    await until(() => pointOn(editor, 'img', [90, 90]).x - pointOn(editor, 'img', [10, 10]).x > 100);
    await click(chip(editor, 'Boat'));
    await drag(pointOn(editor, 'img', [20, 20]), pointOn(editor, 'img', [60, 70]));
    const [result] = editor.serialize() as { value: { x: number; width: number } }[];
    expect(Math.round(result?.value.x ?? 0)).to.equal(20);
    expect(Math.round(result?.value.width ?? 0)).to.equal(40);
  });

  it('have titles from the task, and look as the config says', async () => {
    const editor = await show('<Panel value="About $name" className="mine"/><Panel/>', 'bordered="true"');
    expect(titles(editor).map(({ textContent }) => textContent)).to.deep.equal(['About Ada', 'Panel']);
    expect(panels(editor)[0]?.matches('.mine')).to.equal(true);
    const collapse = editor.shadowRoot?.querySelector('.le-collapse');
    expect(collapse && getComputedStyle(collapse).borderTopStyle).to.equal('solid');
  });

  it('can be used by everybody', async () => {
    const editor = await show(three, 'open="true"');
    const { violations } = await axe.run(editor.shadowRoot?.querySelector('.le-collapse') as HTMLElement);
    expect(violations.map(({ id }) => id)).to.deep.equal([]);
  });
});
