import { sendKeys } from '@web/test-runner-commands';
import axe from 'axe-core';
import { expect } from 'chai';
import type { LabelEditor } from '../../../src/ui/label-editor.js';
import { click, keys } from '../../support/input.js';
import { mount } from '../../support/mount.js';
import { byRole, clear, painted, picture, pointOn } from '../../support/page.js';
import { until } from '../../support/until.js';

const config = `<View>
  <RectangleLabels name="box" toName="img"><Label value="Car"/></RectangleLabels>
  <Image name="img" value="$url"/>
</View>`;
const given = {
  id: 'a',
  from_name: 'box',
  to_name: 'img',
  type: 'rectanglelabels',
  value: { x: 10.123456789, y: 10, width: 20, height: 20, rotation: 0, rectanglelabels: ['Car'] },
};
const task = { id: 1, data: { url: '' }, annotations: [{ id: 9, result: [given] }] };
const value = (editor: LabelEditor) => (editor.serialize() as unknown as (typeof given)[])[0]?.value;
const field = (editor: LabelEditor, name: string) => byRole(editor, 'textbox', name) as HTMLInputElement;

async function opened(properties: object = {}): Promise<LabelEditor> {
  const editor = await mount(config, { ...task, data: { url: picture(400, 200) } }, properties);
  await click(byRole(editor, 'button', 'Show or hide the panel'));
  await painted();
  await click(byRole(editor, 'tab', 'Details'));
  editor.select(['a']);
  await until(() => editor.shadowRoot?.querySelector('.facts .figure') !== null);
  return editor;
}
const type = async (text: string) => {
  await keys('Control+a');
  await sendKeys({ type: text });
};

describe('figures in the details', () => {
  afterEach(clear);

  it('are typed, in percent or pixels, each as one step', async () => {
    const editor = await opened();
    expect(field(editor, 'X').value).to.equal('10.123');
    expect(field(editor, 'X').title).to.contain('10.123456789 %').and.to.contain('40.49 px');
    await click(field(editor, 'Width'));
    await type('25,5');
    await keys('Enter');
    expect(value(editor)?.width).to.equal(25.5);
    await click(field(editor, 'Y'));
    await type('100 px');
    await click(field(editor, 'X'));
    expect(value(editor)?.y).to.equal(50);
    // What was only looked at keeps its digits.
    await keys('Tab');
    expect(value(editor)?.x).to.equal(10.123456789);
    editor.undo();
    await painted();
    expect(field(editor, 'Y').value).to.equal('10');
    editor.undo();
    expect(editor.serialize()).to.deep.equal([given]);
  });

  it('go up and down by arrows, as one step until the field is left', async () => {
    const editor = await opened();
    await click(field(editor, 'Rotation'));
    await keys('ArrowUp');
    await keys('ArrowUp');
    await keys('Shift+ArrowUp');
    await keys('Alt+ArrowDown');
    expect(value(editor)?.rotation).to.be.closeTo(11.9, 1e-9);
    await keys('Tab');
    editor.undo();
    expect(editor.serialize()).to.deep.equal([given]);
  });

  it('say what is wrong, and change nothing; Escape brings back what was there', async () => {
    const editor = await opened();
    await click(field(editor, 'Width'));
    await type('-3');
    await keys('Enter');
    expect(field(editor, 'Width').getAttribute('aria-invalid')).to.equal('true');
    expect(field(editor, 'Width').parentElement?.textContent).to.contain('Width cannot be -3');
    await type('many');
    await keys('Enter');
    expect(field(editor, 'Width').parentElement?.textContent).to.contain('not a number');
    await keys('Escape');
    expect(field(editor, 'Width').value).to.equal('20');
    expect(field(editor, 'Width').hasAttribute('aria-invalid')).to.equal(false);
    expect(editor.serialize()).to.deep.equal([given]);
  });

  it('follow a drag, and cannot be typed where the region is locked or read-only', async () => {
    const editor = await opened();
    const from = pointOn(editor, 'img', [20, 20]);
    await click(from);
    await keys('ArrowRight');
    await painted();
    expect(field(editor, 'X').value).to.equal('10.373');
    await keys('Alt+l');
    await painted();
    expect(field(editor, 'X').disabled).to.equal(true);
    await keys('Alt+l');
    editor.readonly = true;
    await painted();
    expect(field(editor, 'X').disabled).to.equal(true);
  });
});

describe('labels in the details', () => {
  afterEach(clear);

  const labelled = (attributes: string, labels: readonly string[]) => ({
    xml: `<View><RectangleLabels name="box" toName="img" ${attributes}><Label value="Car"/><Label value="Bus"/><Label value="Old"/></RectangleLabels>
      <PolygonLabels name="area" toName="img"><Label value="Road"/></PolygonLabels><Image name="img" value="$url"/></View>`,
    result: { ...given, value: { ...given.value, rectanglelabels: labels } },
  });
  async function show(attributes: string, labels: readonly string[]): Promise<LabelEditor> {
    const { xml, result } = labelled(attributes, labels);
    const editor = await mount(xml, {
      id: 1,
      data: { url: picture(400, 200) },
      annotations: [{ id: 9, result: [result] }],
    });
    editor.style.width = '1200px';
    await painted();
    await click(byRole(editor, 'tab', 'Details'));
    editor.select(['a']);
    await until(() => chipsOf(editor).length > 0);
    return editor;
  }
  const chipsOf = (editor: LabelEditor) =>
    [...(editor.shadowRoot?.querySelectorAll('.label-chip') ?? [])].map((chip) => chip.textContent?.trim());
  const said = (editor: LabelEditor) => value(editor)?.rectanglelabels;
  const takeOff = (editor: LabelEditor, name: string) => byRole(editor, 'button', `Take off ${name}`);
  const offered = (editor: LabelEditor) =>
    [...(editor.shadowRoot?.querySelectorAll<HTMLElement>('.label-bars .le-chip') ?? [])].map(
      (chip) => chip.ariaLabel ?? chip.textContent,
    );
  const inMenu = async (editor: LabelEditor, name: string) => {
    await until(() => offered(editor).some((each) => each?.includes(name)));
    const place = editor.shadowRoot?.querySelector('.label-bars') as HTMLElement;
    return byRole(place, 'button', new RegExp(`^${name}`));
  };

  it('are put on and taken off as in the bar, each as one step', async () => {
    const editor = await show('choice="multiple"', ['Car']);
    expect(() => takeOff(editor, 'Car'), 'the last one stays').to.throw();
    await click(byRole(editor, 'button', 'Change labels'));
    await click(await inMenu(editor, 'Bus'));
    expect(said(editor)).to.deep.equal(['Car', 'Bus']);
    // Those of another shape are not offered.
    expect(offered(editor)).to.have.length(3);
    await keys('Escape');
    await until(() => chipsOf(editor).length === 2);
    await click(takeOff(editor, 'Car'));
    expect(said(editor)).to.deep.equal(['Bus']);
    editor.undo();
    editor.undo();
    expect(said(editor)).to.deep.equal(['Car']);
  });

  it('take the place of each other where one is the most, and the menu closes', async () => {
    const editor = await show('', ['Car']);
    await click(byRole(editor, 'button', 'Change labels'));
    await click(await inMenu(editor, 'Old'));
    expect(said(editor)).to.deep.equal(['Old']);
    await until(() => offered(editor).length === 0);
  });

  it('can all be taken off where the config allows none', async () => {
    const editor = await show('allowEmpty="true"', ['Car']);
    await click(takeOff(editor, 'Car'));
    expect(said(editor)).to.deep.equal([]);
    await until(() => editor.shadowRoot?.querySelector('.label-chips')?.textContent?.includes('No label') === true);
  });

  it('are used no more often than the config allows', async () => {
    const editor = await show('choice="multiple" maxUsages="1"', ['Car']);
    editor.addResults([{ ...given, id: 'b', value: { ...given.value, x: 60, rectanglelabels: ['Bus'] } }]);
    await click(byRole(editor, 'button', 'Change labels'));
    await click(await inMenu(editor, 'Bus'));
    expect(said(editor)).to.deep.equal(['Car']);
    expect(editor.shadowRoot?.querySelector('.toast')?.textContent).to.contain("You can't use Bus more than 1 time(s)");
  });

  it('can only be seen where the region is locked', async () => {
    const editor = await show('choice="multiple"', ['Car', 'Bus', 'Unknown']);
    expect(chipsOf(editor)).to.deep.equal(['Car', 'Bus', 'Unknown']);
    byRole(editor, 'application', 'Image').focus();
    await keys('Alt+l');
    await until(() => editor.shadowRoot?.querySelector('.fixed')?.textContent?.includes('Locked') === true);
    expect(editor.shadowRoot?.querySelector('.label-chips button')).to.equal(null);
  });
});

describe('answers in the details', () => {
  afterEach(clear);

  const asking = `<View><RectangleLabels name="box" toName="img"><Label value="Car"/><Label value="Bus"/></RectangleLabels><Image name="img" value="$url"/>
    <Rating name="rating" toName="img" perRegion="true"/>
    <Choices name="side" toName="img" perRegion="true" whenTagName="box" whenLabelValue="Car" visibleWhen="region-selected"><Choice value="Left"/><Choice value="Right"/></Choices>
    <TextArea name="plate" toName="img" perRegion="true"/>
    <Choices name="scene" toName="img"><Choice value="Town"/></Choices></View>`;
  const place = { x: 10, y: 10, width: 20, height: 20, rotation: 0 };
  const said = (editor: LabelEditor) =>
    Object.fromEntries(
      (editor.serialize() as { id: string; from_name: string; value: object }[]).map(({ id, from_name, value }) => [
        `${id} ${from_name}`,
        Object.entries(value).find(([key]) => !(key in place))?.[1],
      ]),
    );
  const answers = (editor: LabelEditor) => editor.shadowRoot?.querySelector('.answers') as HTMLElement;
  const shown = (editor: LabelEditor) =>
    [...answers(editor).querySelectorAll<HTMLElement>('[data-beside]')]
      .filter((each) => !each.hidden)
      .map((each) => each.dataset.beside);

  it('are those that the config asks of the region, shown and changed there', async () => {
    const box = (id: string, label: string) => ({ ...given, id, value: { ...place, rectanglelabels: [label] } });
    const rated = { ...given, from_name: 'rating', type: 'rating', value: { ...place, rating: 4 } };
    const result = [box('a', 'Car'), rated, box('b', 'Bus')];
    const editor = await mount(asking, { id: 1, data: { url: picture(400, 200) }, annotations: [{ id: 9, result }] });
    editor.style.width = '1200px';
    await painted();
    await click(byRole(editor, 'tab', 'Details'));
    editor.select(['a']);
    await until(() => answers(editor)?.querySelector('textarea') !== null);
    await until(() =>
      ['input[type=checkbox]', '[role=radio], input[type=radio]'].every((each) => answers(editor).querySelector(each)),
    );
    expect(shown(editor)).to.deep.equal(['rating', 'side', 'plate']);
    const { violations } = await axe.run(editor);
    expect(violations.map(({ id }) => id)).to.deep.equal([]);
    const four = byRole(answers(editor), 'radio', /^4/);
    expect(four instanceof HTMLInputElement ? String(four.checked) : four.ariaChecked).to.equal('true');
    await click(byRole(answers(editor), 'checkbox', 'Right'));
    await click(answers(editor).querySelector('textarea') as Element);
    await sendKeys({ type: 'XY 1' });
    await keys('Enter');
    expect(said(editor)).to.deep.equal({
      'a box': ['Car'],
      'a rating': 4,
      'a side': ['Right'],
      'a plate': ['XY 1'],
      'b box': ['Bus'],
    });
    editor.select(['b']);
    await painted();
    expect(shown(editor)).to.deep.equal(['rating', 'plate']);
    editor.undo();
    editor.undo();
    expect(editor.serialize()).to.deep.equal(result);
  });

  it('do not hear keys twice', async () => {
    const result = [{ ...given, value: { ...place, rectanglelabels: ['Car'] } }];
    const config = asking.replace('<Rating ', '<Rating hotkey="h" ');
    const editor = await mount(config, { id: 1, data: { url: picture(400, 200) }, annotations: [{ id: 9, result }] });
    editor.style.width = '1200px';
    await painted();
    await click(byRole(editor, 'tab', 'Details'));
    editor.select(['a']);
    await until(() => answers(editor)?.querySelector('textarea') !== null);
    byRole(editor, 'application', 'Image').focus();
    await keys('h');
    expect(said(editor)['a rating']).to.equal(1);
    // They are heard as well once the details are closed.
    await click(byRole(editor, 'tab', 'History'));
    byRole(editor, 'application', 'Image').focus();
    await keys('h');
    expect(said(editor)['a rating']).to.equal(2);
  });

  it('have the text of a box as a field, in which every key counts', async () => {
    const box = {
      ...given,
      id: 'a',
      from_name: 'read',
      type: 'ocrlabels',
      value: { ...place, ocrlabels: ['Word'], ocrtext: 'Helo' },
    };
    const editor = await mount(
      `<View><Image name="img" value="$url"/><OcrLabels name="read" toName="img"><Label value="Word"/></OcrLabels></View>`,
      { id: 1, data: { url: picture(400, 200) }, annotations: [{ id: 9, result: [box] }] },
    );
    editor.style.width = '1200px';
    await painted();
    await click(byRole(editor, 'tab', 'Details'));
    editor.select(['a']);
    await until(() => editor.shadowRoot?.querySelector('.facts .writing') !== null);
    const text = () => (editor.serialize() as unknown as (typeof box)[])[0]?.value.ocrtext;
    await click(field(editor, 'Text'));
    await keys('Control+a');
    await sendKeys({ type: 'Hello' });
    expect(text()).to.equal('Hello');
    await keys('Enter');
    editor.undo();
    expect(editor.serialize()).to.deep.equal([box]);
  });
});
