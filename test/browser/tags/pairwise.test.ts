import axe from 'axe-core';
import { expect } from 'chai';
import type { Dict } from '../../../src/model/json.js';
import { pairwiseView } from '../../../src/tags/pairwise/pairwise.view.js';
import type { LabelEditor } from '../../../src/ui/label-editor.js';
import { click, drag, hover, keys } from '../../support/input.js';
import { mount as mountEditor } from '../../support/mount.js';
import { byRole, clear, picture, pointOn } from '../../support/page.js';
import { byName, type FakeSetup, type FakeTag, fakeNode, mountTag } from '../../support/tag-context.js';

describe('pairwiseView', () => {
  let tag: FakeTag;
  let hosts: Record<'a' | 'b', HTMLElement>;
  const mount = async (attributes: Dict = {}, setup: Partial<FakeSetup> = {}) => {
    tag = await mountTag(pairwiseView, {
      tag: 'Pairwise',
      name: 'better',
      attributes,
      objects: [fakeNode('Text', {}, 'a'), fakeNode('Text', {}, 'b')],
      ...setup,
    });
    hosts = { a: box('One '), b: box('Other ') };
    tag.host.after(hosts.a, hosts.b);
    tag.update({ hosts });
  };
  const box = (text: string) => {
    const host = document.createElement('div');
    host.className = 'own';
    host.style.color = 'rgb(1, 2, 3)';
    const inner = document.createElement('button');
    inner.textContent = 'Play';
    host.append(`${text} of them, in some words`, inner);
    return host;
  };
  const radio = (name: string) => byName<HTMLButtonElement>(tag.root, 'button', name);
  const checked = () => ['Left', 'Right'].filter((name) => radio(name).getAttribute('aria-checked') === 'true');
  const selected = () => (['a', 'b'] as const).filter((name) => hosts[name].classList.contains('le-pair-on'));
  const note = () => tag.root.querySelector('[role=status]')?.textContent;
  afterEach(() => tag.remove());

  it('picks a side by its button, and clears it by another press', async () => {
    await mount();
    await click(radio('Right'));
    expect([checked(), selected()]).to.deep.equal([['Right'], ['b']]);
    await click(radio('Left'));
    await click(radio('Left'));
    expect([tag.values, checked(), selected()]).to.deep.equal([['right', 'left', undefined], [], []]);
  });

  it('picks a side by a click on it', async () => {
    await mount();
    await click(hosts.a);
    expect([checked(), selected()]).to.deep.equal([['Left'], ['a']]);
    await click(hosts.b);
    await click(hosts.b);
    expect(tag.values).to.deep.equal(['left', 'right', undefined]);
  });

  it('picks nothing by a drag, by marking text, or by a control inside', async () => {
    await mount();
    const { x, y, width, height } = hosts.a.getBoundingClientRect();
    await drag({ x: x + 12, y: y + height / 2 }, { x: x + width / 2, y: y + height / 2 });
    await click(hosts.a.querySelector('button') as Element);
    await click(hosts.b, { button: 'right' });
    expect(tag.values).to.deep.equal([]);
  });

  it('works by keyboard alone', async () => {
    await mount();
    tag.focusRequest();
    expect(tag.root.activeElement).to.equal(radio('Left'));
    await keys('ArrowRight');
    expect([tag.now().value, tag.root.activeElement]).to.deep.equal(['right', radio('Right')]);
    await keys('ArrowUp');
    await keys(' ');
    expect(tag.values).to.deep.equal(['right', 'left', undefined]);
    tag.keys.get(']')?.run();
    expect([tag.now().value, radio('Right').title]).to.deep.equal(['right', 'Right (b) — ]']);
  });

  it('gives the sides their classes and the selected one its style, and takes all of it back', async () => {
    await mount({
      leftClass: 'cold blue',
      rightClass: 'own',
      selectionStyle: 'color: rgb(9, 9, 9); border: 2px solid rgb(0, 0, 255); background: url(http://x.test/spy.png)',
    });
    expect([...hosts.a.classList]).to.include.members(['own', 'le-pair', 'cold', 'blue']);
    tag.update({ value: 'left' });
    const style = getComputedStyle(hosts.a);
    expect([style.color, style.borderTopWidth, style.backgroundImage]).to.deep.equal(['rgb(9, 9, 9)', '2px', 'none']);
    tag.update({ value: 'right' });
    expect([getComputedStyle(hosts.a).color, getComputedStyle(hosts.a).borderTopWidth]).to.deep.equal([
      'rgb(1, 2, 3)',
      '0px',
    ]);
    tag.remove();
    for (const host of [hosts.a, hosts.b]) {
      expect([host.className, host.style.cssText]).to.deep.equal(['own', 'color: rgb(1, 2, 3);']);
    }
    hosts.a.click();
    expect(tag.values).to.deep.equal([]);
  });

  it('follows the sides when they are put elsewhere', async () => {
    await mount({}, { value: 'left' });
    const again = box('Again');
    tag.host.after(again);
    tag.update({ hosts: { ...hosts, a: again } });
    expect([hosts.a.className, again.classList.contains('le-pair-on')]).to.deep.equal(['own', true]);
    await click(again);
    expect(tag.values).to.deep.equal([undefined]);
  });

  for (const value of ['middle', 1, { side: 'left' }, ['left', 'right']]) {
    it(`shows ${JSON.stringify(value)} as it is, and keeps it until one is chosen`, async () => {
      await mount({}, { value });
      expect([checked(), selected()]).to.deep.equal([[], []]);
      expect(note()).to.contain(`says ${JSON.stringify(value)}, which is neither`);
      await click(radio('Left'));
      expect([tag.values, note()]).to.deep.equal([['left'], '']);
    });
  }

  it('cannot be changed while read-only or locked', async () => {
    await mount({}, { value: 'left', readonly: true });
    await click(hosts.b);
    tag.keys.get(']')?.run();
    tag.update({ readonly: false, locked: true });
    await click(hosts.b);
    expect([tag.values, radio('Right').disabled, checked(), selected()]).to.deep.equal([[], true, ['Left'], ['a']]);
    expect(getComputedStyle(hosts.b).cursor).to.equal('auto');
  });

  it('can be used by everybody', async () => {
    await mount({}, { value: 'left' });
    await hover(hosts.b);
    expect((await axe.run(tag.host)).violations.map(({ id }) => id)).to.deep.equal([]);
    expect(tag.root.querySelector('[role=radiogroup]')?.getAttribute('aria-label')).to.equal('better');
  });
});

describe('a Pairwise in the editor', () => {
  const config = `<View>
    <Pairwise name="pw" toName="one,other"/>
    <Labels name="ner" toName="one"><Label value="PER"/></Labels>
    <Text name="one" value="$one"/><Text name="other" value="$other"/></View>`;
  const data = {
    one: 'In a little while you will have forgotten everything.',
    other: 'Death remembered should be like a mirror.',
  };
  const result = (to_name: string, selected: string) => ({
    id: 'w1',
    from_name: 'pw',
    to_name,
    type: 'pairwise',
    value: { selected },
  });
  const task = (...results: object[]) => ({ id: 1, data, annotations: [{ id: 5, result: results }] });
  const on = (editor: LabelEditor, name: string, offset = 5) => {
    const { x, y } = pointOn(editor, name, offset);
    return { x: x + 1, y: y + 6 };
  };
  const checked = (editor: LabelEditor, name: string) => byRole(editor, 'radio', name).getAttribute('aria-checked');
  afterEach(clear);

  it('answers in its own name by a click on a text', async () => {
    const editor = await mountEditor(config, task());
    await click(on(editor, 'other'));
    expect(editor.serialize().map((each) => ({ ...(each as object), id: '' }))).to.deep.equal([
      { ...result('pw', 'right'), id: '', origin: 'manual' },
    ]);
    await click(on(editor, 'other'));
    expect(editor.serialize()).to.deep.equal([]);
    editor.undo();
    expect(checked(editor, 'Right')).to.equal('true');
  });

  it('answers nothing where a span is marked', async () => {
    const editor = await mountEditor(config, task());
    await click(byRole(editor, 'button', 'PER'));
    await drag(on(editor, 'one', 5), on(editor, 'one', 12), { steps: 5 });
    expect(editor.serialize().map(({ type }: any) => type)).to.deep.equal(['labels']);
  });

  it('answers by its keys', async () => {
    const editor = await mountEditor(config, task());
    await click(on(editor, 'one'));
    await keys(']');
    expect(editor.serialize()[0]).to.deep.include({ value: { selected: 'right' } });
    await keys('[');
    await keys('[');
    expect(editor.serialize()).to.deep.equal([]);
  });

  it('answers by a click on a picture, and not by a box that is drawn there', async () => {
    const pictures = `<View><Pairwise name="pw" toName="one,other"/>
      <RectangleLabels name="box" toName="one"><Label value="Car"/></RectangleLabels>
      <View style="display: grid; grid-template-columns: 1fr 1fr"><Image name="one" value="$a"/><Image name="other" value="$a"/></View></View>`;
    const editor = await mountEditor(pictures, { id: 1, data: { a: picture(300, 200) } });
    const at = (name: string, x: number, y: number) => pointOn(editor, name, [x, y]);
    await click(at('other', 50, 50));
    expect(checked(editor, 'Right')).to.equal('true');
    await click(byRole(editor, 'button', 'Car'));
    await drag(at('one', 20, 20), at('one', 70, 70), { steps: 5 });
    expect(editor.serialize().map((each) => (each as { type?: string }).type)).to.deep.equal([
      'pairwise',
      'rectanglelabels',
    ]);
    expect(checked(editor, 'Right')).to.equal('true');
  });

  for (const to of ['pw', 'other']) {
    it(`takes up a result that names ${to}, and changes nothing of it but the side`, async () => {
      const editor = await mountEditor(config, task(result(to, 'right')));
      expect(checked(editor, 'Right')).to.equal('true');
      expect(editor.serialize()).to.deep.equal([result(to, 'right')]);
      await click(byRole(editor, 'radio', 'Left'));
      expect(editor.serialize()).to.deep.equal([result(to, 'left')]);
    });
  }
});
