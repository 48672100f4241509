import axe from 'axe-core';
import { expect } from 'chai';
import type { LabelEditor } from '../../../src/index.js';
import { click, hover, keys, move } from '../../support/input.js';
import { mount } from '../../support/mount.js';
import { byRole, clear, painted, picture, pointOn } from '../../support/page.js';
import { until } from '../../support/until.js';

const config = `<View>
  <Labels name="ner" toName="txt"><Label value="Place"/><Label value="Weather"/></Labels>
  <Text name="txt" value="$text"/>
  <RectangleLabels name="box" toName="img"><Label value="Car"/><Label value="Bus"/></RectangleLabels>
  <Image name="img" value="$url"/>
  <Choices name="sky" toName="img" showInline="true"><Choice value="Clear"/><Choice value="Cloudy"/></Choices>
  <Rating name="stars" toName="img"/>
</View>`;
const box = (id: string, x: number, y: number, label = 'Car') => ({
  id,
  from_name: 'box',
  to_name: 'img',
  type: 'rectanglelabels',
  original_width: 400,
  original_height: 200,
  value: { x, y, width: 20, height: 30, rotation: 0, rectanglelabels: [label] },
});
const span = (id: string, start: number, end: number) => ({
  id,
  from_name: 'ner',
  to_name: 'txt',
  type: 'labels',
  value: { start, end, text: 'Fog', labels: ['Weather'] },
});
const sky = (choice: string) => ({
  id: 'k',
  from_name: 'sky',
  to_name: 'img',
  type: 'choices',
  value: { choices: [choice] },
});
const task = (more: object = {}) => ({
  id: 12,
  data: { url: picture(400, 200), text: 'Fog over the river.' },
  annotations: [
    { id: 1, created_username: 'ana', result: [box('a', 10, 10), span('s', 0, 3), sky('Clear')] },
    {
      id: 2,
      created_username: 'bo',
      result: [box('b', 20, 10), box('c', 60, 50, 'Bus'), span('t', 0, 6), sky('Cloudy')],
    },
  ],
  predictions: [{ id: 5, model_version: 'm1', score: 0.5, result: [box('p', 10, 10)] }],
  ...more,
});

const table = (editor: LabelEditor) => editor.shadowRoot?.querySelector('.compare-table');
/** The rows of the table, cell by cell. */
const rows = (editor: LabelEditor) =>
  [...(table(editor)?.querySelectorAll('.compare-row') ?? [])].map((row) =>
    [...row.children].map((cell) =>
      (cell.querySelector('.compare-text, .compare-what') ?? cell).textContent?.trim().replace(/\s+/g, ' '),
    ),
  );
const row = (editor: LabelEditor, name: RegExp) => byRole(editor, 'row', name);
const head = (editor: LabelEditor) => editor.shadowRoot?.querySelector('.compare-bar')?.textContent ?? '';

async function comparing(given: object = task(), properties: Parameters<typeof mount>[2] = {}): Promise<LabelEditor> {
  const editor = await mount(config, given, properties);
  await until(() => editor.shadowRoot?.querySelector('[aria-label="Compare completions"]') != null);
  await click(byRole(editor, 'button', 'Compare completions'));
  await until(() => /% agreement/.test(head(editor)));
  return editor;
}

describe('comparing completions', () => {
  afterEach(clear);

  it('shows all objects, and what each completion says, row by row', async () => {
    const editor = await comparing();
    for (const tag of ['Text', 'Image', 'Choices', 'Rating'])
      expect(editor.shadowRoot?.querySelector(`[data-tag=${tag}]`), tag).to.exist;
    const found = rows(editor).sort();
    expect(found.map((cells) => cells.slice(1))).to.deep.equal([
      ['Car80 × 60 px', 'Car80 × 60 px', 'Car80 × 60 px'],
      ['WeatherFog', 'WeatherFog', '–'],
      ['–', 'Bus80 × 60 px', '–'],
      ['Clear', 'Cloudy', '–'],
    ]);
  });

  it('says how much they agree', async () => {
    const editor = await comparing();
    const share = (name: RegExp) => row(editor, name).querySelector('.compare-share')?.textContent;
    // 1/3 with bo, all with the model, and 1/3 between the two.
    expect(share(/Region 1/)).to.equal('56%');
    // 3 of 6 characters, and nothing of the model.
    expect(share(/Weather/)).to.equal('17%');
    expect(share(/sky/)).to.equal('0%');
  });

  it('lays the others over the picture and the text, and names them under the pointer', async () => {
    const editor = await comparing();
    await painted();
    // The left edge of what bo has drawn.
    await move(pointOn(editor, 'img', [60, 60]), 3);
    const tip = () => editor.shadowRoot?.querySelector('.compare-tip:popover-open')?.textContent ?? '';
    await until(() => /bo/.test(tip()));
    expect(tip()).to.contain('Bus').and.not.contain('ana');
    await until(() => row(editor, /Bus/).hasAttribute('data-hovered'));
    await click(pointOn(editor, 'img', [60, 60]));
    await until(() => row(editor, /Bus/).getAttribute('aria-selected') === 'true');
    // Of one's own the row is picked with it.
    editor.select(['s']);
    await until(() => row(editor, /Weather/).getAttribute('aria-selected') === 'true');
  });

  it('takes a region over, and undoes it', async () => {
    const editor = await comparing();
    await hover(row(editor, /Region 1/));
    await click(byRole(row(editor, /Region 1/), 'button', 'Use this one of bo'));
    await until(() => editor.serialize().length === 3);
    expect(editor.serialize()[0]).to.deep.equal({ ...box('b', 20, 10), id: 'a' });
    await until(() => /Taken over from bo/.test(editor.shadowRoot?.querySelector('.toast')?.textContent ?? ''));
    await keys('Control+z');
    expect(editor.serialize()[0]).to.deep.equal(box('a', 10, 10));
  });

  it('takes an answer over, by the keyboard alone', async () => {
    const editor = await comparing();
    const first = row(editor, /sky/);
    first.focus();
    await keys('Tab');
    await keys('Enter');
    await until(() => JSON.stringify(editor.serialize()).includes('Cloudy'));
    expect(editor.serialize()).to.have.length(3);
  });

  it('is read-only otherwise: answers and regions can be looked at and selected', async () => {
    const editor = await comparing();
    const before = editor.serialize();
    await click(byRole(editor, 'checkbox', 'Cloudy'));
    await click(pointOn(editor, 'img', [20, 25]));
    await until(() => row(editor, /Region 1/).getAttribute('aria-selected') === 'true');
    await keys('Delete');
    expect(editor.serialize()).to.deep.equal(before);
    expect(byRole(editor, 'button', /^Update/).hasAttribute('disabled')).to.equal(true);
  });

  it('goes through the rows with arrow keys, and ends with Escape', async () => {
    const editor = await comparing();
    await until(() => editor.shadowRoot?.activeElement?.className === 'compare-row');
    await keys('ArrowDown');
    await until(() => editor.shadowRoot?.activeElement?.getAttribute('aria-selected') === 'true');
    expect(editor.shadowRoot?.activeElement?.getAttribute('aria-rowindex')).to.equal('3');
    await keys('Escape');
    expect(table(editor)).to.equal(null);
    await click(byRole(editor, 'checkbox', 'Cloudy'));
    expect(JSON.stringify(editor.serialize())).to.contain('Cloudy');
  });

  it('is begun by its key, and ends with the task', async () => {
    const editor = await mount(config, task());
    await until(() => editor.shadowRoot?.querySelector('[aria-label="Compare completions"]') != null);
    await move(pointOn(editor, 'img', [90, 90]));
    await keys('Shift+c');
    await until(() => /% agreement/.test(head(editor)));
    editor.task = { id: 13, data: task().data };
    await editor.ready;
    await until(() => table(editor) === null);
  });

  it('leaves completions out, hides what is drawn of them, and shows another in the middle', async () => {
    const editor = await comparing();
    const columns = () =>
      [...(table(editor)?.querySelectorAll('.compare-author') ?? [])].map(({ textContent }) => textContent?.trim());
    expect(columns()).to.deep.equal(['ana #1', 'bo #2', 'm1']);
    await click(byRole(editor, 'button', '3 compared. Choose which'));
    await click(byRole(editor, 'checkbox', 'm1'));
    await until(() => columns().length === 2);
    await keys('Escape');
    expect(table(editor)).to.exist;
    await click(byRole(editor, 'button', 'Hide the regions of bo #2'));
    await until(() => byRole(editor, 'button', 'Show the regions of bo #2').getAttribute('aria-pressed') === 'true');
    await click(byRole(editor, 'button', 'bo #2'));
    await until(() => columns().join() === 'bo #2,ana #1');
    expect(editor.completion?.id).to.equal(2);
  });

  it('shows differences alone', async () => {
    const result = [box('a', 10, 10), sky('Clear')];
    const editor = await comparing(
      task({
        annotations: [
          { id: 1, result },
          { id: 2, result: [box('b', 10, 10), sky('Cloudy')] },
        ],
        predictions: [],
      }),
    );
    expect(rows(editor)).to.have.length(2);
    await click(byRole(editor, 'checkbox', 'Only differences'));
    await until(() => rows(editor).length === 1);
    expect(rows(editor)[0]?.[0]).to.equal('sky');
  });

  it('takes nothing over into what may not be changed', async () => {
    const editor = await comparing(task(), { readonly: true });
    await hover(row(editor, /Region 1/));
    expect(table(editor)?.querySelector('.compare-take')).to.equal(null);
  });

  it('shows what cannot be read, and goes on', async () => {
    const odd = { ...box('odd', 1, 1), from_name: 'gone', to_name: 'gone' };
    const editor = await comparing(
      task({
        predictions: [{ id: 5, model_version: 'm1', result: [box('p', 10, 10), odd, 7, { id: 'x', value: 1 }] }],
      }),
    );
    expect(rows(editor).length).to.be.at.least(4);
    expect(editor.shadowRoot?.querySelector('.compare-heading [data-tone=warning]')).to.exist;
  });

  it('breaks no rule of accessibility', async () => {
    const editor = await comparing();
    const { violations } = await axe.run(editor, { rules: { region: { enabled: false } } });
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).to.deep.equal([]);
  });
});
