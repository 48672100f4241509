import { sendKeys } from '@web/test-runner-commands';
import { expect } from 'chai';
import type { LabelEditor } from '../../../src/ui/label-editor.js';
import { click, keys } from '../../support/input.js';
import { mount } from '../../support/mount.js';
import { byRole, clear, painted, picture, pointOn } from '../../support/page.js';

const config = `<View style="display: flex; gap: 16px">
  <View style="flex: 1 1 400px; min-width: 0">
    <RectangleLabels name="box" toName="img"><Label value="Car"/></RectangleLabels>
    <Image name="img" value="$url"/>
  </View>
  <View style="flex: 0 0 260px" visibleWhen="region-selected">
    <TextArea name="note" toName="img" perRegion="true" editable="true"/>
    <Choices name="distance" toName="img" perRegion="true" layout="select" required="true">
      <Choice value="Near"/><Choice value="Middle"/><Choice value="Far"/>
    </Choices>
    <Choices name="seen" toName="img" perRegion="true" choice="single-radio" layout="inline">
      <Choice value="All"/><Choice value="Part"/>
    </Choices>
    <Choices name="hard" toName="img" perRegion="true" choice="multiple">
      <Choice value="Blur"/><Choice value="Glare"/>
    </Choices>
  </View>
</View>`;
const box = (id: string, x: number) => ({
  id,
  from_name: 'box',
  to_name: 'img',
  type: 'rectanglelabels',
  original_width: 400,
  original_height: 200,
  image_rotation: 0,
  value: { x, y: 20, width: 20, height: 40, rotation: 0, rectanglelabels: ['Car'] },
});

interface Result {
  readonly id: string;
  readonly from_name: string;
  readonly type: string;
  readonly value: Record<string, unknown>;
  readonly meta?: { readonly lead_time?: number };
}
const results = (editor: LabelEditor) => editor.serialize() as unknown as readonly Result[];
/** What is said of each region, control by control. */
const said = (editor: LabelEditor) =>
  results(editor)
    .filter(({ from_name }) => from_name !== 'box')
    .map(({ id, from_name, value }) => [id, from_name, value.text ?? value.choices]);

function distance(editor: LabelEditor): HTMLSelectElement {
  const select = editor.shadowRoot?.querySelector<HTMLSelectElement>('select[aria-label=distance]');
  if (!select) throw new Error('There is no select.');
  return select;
}

const opened = () =>
  mount(config, {
    id: 1,
    data: { url: picture(400, 200) },
    annotations: [{ id: 9, result: [box('a', 10), box('b', 60)] }],
  });

describe('attributes of regions: text, select, radio, check boxes', () => {
  afterEach(clear);

  it('are asked once a region is selected, and filled by mouse', async () => {
    const editor = await opened();
    expect(() => byRole(editor, 'textbox', 'note')).to.throw();
    await click(pointOn(editor, 'img', [20, 40]));
    await painted();
    await click(byRole(editor, 'textbox', 'note'));
    await sendKeys({ type: 'dented' });
    await click(byRole(editor, 'radio', 'Part'));
    await click(byRole(editor, 'checkbox', 'Blur'));
    await click(byRole(editor, 'checkbox', 'Glare'));
    distance(editor).focus();
    await keys('F');
    await click(pointOn(editor, 'img', [70, 40]));
    await painted();
    await click(byRole(editor, 'radio', 'All'));
    expect(said(editor)).to.deep.equal([
      ['a', 'note', ['dented']],
      ['a', 'distance', ['Far']],
      ['a', 'seen', ['Part']],
      ['a', 'hard', ['Blur', 'Glare']],
      ['b', 'seen', ['All']],
    ]);
    // Each stands in a result of its own, with the id and the place of the region.
    const seen = results(editor).find(({ id, from_name }) => id === 'a' && from_name === 'seen');
    expect(seen?.type).to.equal('choices');
    expect(seen?.value).to.deep.equal({ x: 10, y: 20, width: 20, height: 40, rotation: 0, choices: ['Part'] });
  });

  it('are filled by keyboard alone, for one region after another', async () => {
    const editor = await opened();
    const focused = () => editor.shadowRoot?.activeElement?.getAttribute('aria-label');
    const fill = async (note: string, letter: string) => {
      expect(focused()).to.equal('note');
      await sendKeys({ type: note });
      await keys('Enter');
      await keys('Tab');
      await keys(letter);
      await keys('Tab');
      // The first radio button has the focus; an arrow chooses the next.
      await keys('ArrowRight');
      for (const _ of ['Blur', 'Glare']) {
        await keys('Tab');
        await keys(' ');
      }
      expect(focused()).to.equal('Glare');
    };
    editor.shadowRoot?.querySelector<HTMLElement>('[part~=content]')?.focus();
    await keys('Alt+.');
    await painted();
    await keys('Enter');
    await fill('red', 'N');
    while (focused() !== 'note') await keys('Shift+Tab');
    await keys('Control+ArrowDown');
    await painted();
    await fill('blue', 'M');
    expect(said(editor)).to.have.deep.members([
      ['a', 'note', ['red']],
      ['a', 'distance', ['Near']],
      ['a', 'seen', ['Part']],
      ['a', 'hard', ['Blur', 'Glare']],
      ['b', 'note', ['blue']],
      ['b', 'distance', ['Middle']],
      ['b', 'seen', ['Part']],
      ['b', 'hard', ['Blur', 'Glare']],
    ]);
  });

  it('show what is said of the region that is selected, and undo step by step', async () => {
    const editor = await opened();
    editor.select(['a']);
    await painted();
    await click(byRole(editor, 'checkbox', 'Blur'));
    await click(byRole(editor, 'radio', 'All'));
    editor.select(['b']);
    await painted();
    expect((byRole(editor, 'checkbox', 'Blur') as HTMLInputElement).checked).to.equal(false);
    editor.select(['a']);
    await painted();
    expect((byRole(editor, 'radio', 'All') as HTMLInputElement).checked).to.equal(true);
    editor.undo();
    await painted();
    expect(said(editor)).to.deep.equal([['a', 'hard', ['Blur']]]);
    editor.undo();
    expect(results(editor)).to.deep.equal([box('a', 10), box('b', 60)]);
  });

  it('are missed on submit with their region selected, where they are required', async () => {
    const editor = await opened();
    editor.select(['a']);
    await painted();
    distance(editor).focus();
    await keys('F');
    editor.select([]);
    await painted();
    let selected: unknown;
    editor.addEventListener('selection-change', (event) => {
      selected = (event as CustomEvent<{ regionIds: unknown }>).detail.regionIds;
    });
    expect(await editor.submit()).to.equal(false);
    await painted();
    expect(selected).to.deep.equal(['b']);
    expect(editor.shadowRoot?.activeElement?.getAttribute('aria-label')).to.equal('distance');
  });

  it('cannot be changed where the editor is read-only', async () => {
    const editor = await opened();
    editor.readonly = true;
    editor.select(['a']);
    await painted();
    const fields = [
      ...(editor.shadowRoot?.querySelectorAll<HTMLInputElement>(
        ':is([data-tag=Choices], [data-tag=TextArea]) :is(input, select, textarea)',
      ) ?? []),
    ];
    expect(fields.length).to.equal(6);
    for (const field of fields) expect(field.disabled, field.ariaLabel ?? '').to.equal(true);
  });

  it('tell how long one wrote, for each region by itself, added to what was told before', async () => {
    const before = { ...box('a', 10), from_name: 'note', type: 'textarea', meta: { lead_time: 20 } };
    const { rectanglelabels: _, ...at } = before.value;
    const note = { ...before, value: { ...at, text: ['old'] } };
    const result = [box('a', 10), note, box('b', 60)];
    const editor = await mount(config, { id: 1, data: { url: picture(400, 200) }, annotations: [{ id: 9, result }] });
    for (const id of ['a', 'b']) {
      editor.select([id]);
      await painted();
      await click(byRole(editor, 'textbox', 'note'));
      await sendKeys({ type: 'x' });
    }
    editor.select([]);
    const times = results(editor)
      .filter(({ from_name }) => from_name === 'note')
      .map(({ meta }) => meta?.lead_time ?? 0);
    expect(times[0]).to.be.within(20.5, 25);
    // Who goes on at once is still counted for the region before: no time counts twice.
    expect(times[1]).to.be.within(0.001, 5);
  });

  it('can stand beside the list of regions, and are written there too', async () => {
    const beside = config.replace('<TextArea ', '<TextArea displayMode="region-list" ');
    const annotations = [{ id: 9, result: [box('a', 10), box('b', 60)] }];
    const editor = await mount(beside, { id: 1, data: { url: picture(400, 200) }, annotations });
    await click(byRole(editor, 'button', 'Show or hide the panel'));
    editor.select(['a']);
    await painted();
    const fields = () => editor.shadowRoot?.querySelector('.region-fields');
    expect(fields()?.contains(byRole(editor, 'textbox', 'note'))).to.equal(true);
    editor.shadowRoot?.querySelector<HTMLElement>('[part~=content]')?.focus();
    await keys('Enter');
    await sendKeys({ type: 'beside' });
    await keys('Enter');
    expect(said(editor)).to.deep.equal([['a', 'note', ['beside']]]);
    editor.select([]);
    await painted();
    expect(fields()?.textContent?.trim()).to.equal('');
    await click(byRole(editor, 'tab', 'Details'));
    editor.select(['b']);
    await painted();
    expect(fields()).to.equal(null);
    await click(byRole(editor, 'textbox', 'note'));
  });
});
