import { expect } from 'chai';
import type { AssistDetail, LabelEditor } from '../../../src/index.js';
import type { Json } from '../../../src/model/json.js';
import { click, drag, keys, touch } from '../../support/input.js';
import { mount } from '../../support/mount.js';
import { byRole, chip, clear, painted, picture, pointOn } from '../../support/page.js';
import { until } from '../../support/until.js';

const config = `<View>
  <RectangleLabels name="box" toName="img"><Label value="Car" hotkey="c"/></RectangleLabels>
  <KeyPointLabels name="point" toName="img"><Label value="Thing" hotkey="t"/></KeyPointLabels>
  <Image name="img" value="$url"/>
</View>`;
const task = { id: 1, data: { url: picture(400, 200) } };

const suggestion = (id: string, x: number, more: object = {}) => ({
  id,
  from_name: 'box',
  to_name: 'img',
  type: 'rectanglelabels',
  score: 0.93,
  value: { x, y: 20, width: 20, height: 30, rotation: 0, rectanglelabels: ['Car'] },
  ...more,
});

/** An editor whose host has a model, in smart mode; what it was asked, and what it answers. */
async function smart(answer?: (detail: AssistDetail) => Promise<readonly Json[]>, properties: { xml?: string } = {}) {
  const editor = await mount(properties.xml ?? config, task);
  const asked: AssistDetail[] = [];
  editor.addEventListener('assist-request', ({ detail }) => {
    asked.push(detail);
    if (answer) detail.respondWith(answer(detail));
  });
  editor.assist = true;
  await editor.updateComplete;
  await painted();
  await click(byRole(editor, 'button', 'Ask the model'));
  return { editor, asked };
}

const at = (editor: LabelEditor, x: number, y: number) => pointOn(editor, 'img', [x, y]);
const idsOf = (editor: LabelEditor) => editor.serialize().map((result) => (result as { id: string }).id);
interface Sent {
  readonly is_positive?: boolean;
  readonly value: { readonly x: number; readonly width: number };
}
/** A config with labels that draw this. */
const drawing = (shape: string) => ({
  xml: `<View><${shape}Labels name="x" toName="img"><Label value="Thing"/></${shape}Labels><Image name="img" value="$url"/></View>`,
});
/** What the model was shown last. */
const sent = (asked: readonly AssistDetail[]) => (asked.at(-1)?.results ?? []) as unknown as readonly Sent[];
const has = (editor: LabelEditor, role: string, name: string | RegExp): boolean => {
  try {
    return byRole(editor, role, name) !== undefined;
  } catch {
    return false;
  }
};

describe('asking a model', () => {
  afterEach(clear);

  it('is offered where the host has a model, and not otherwise', async () => {
    const editor = await mount(config, task);
    await painted();
    expect(has(editor, 'button', 'Ask the model')).to.equal(false);
    editor.setAttribute('assist', '');
    await until(() => has(editor, 'button', 'Ask the model'));
    editor.assist = false;
    await until(() => !has(editor, 'button', 'Ask the model'));
  });

  it('shows positive and negative points as one prompt, none of which is in the document', async () => {
    const { editor, asked } = await smart(() => new Promise(() => {}));
    const changed: Event[] = [];
    editor.addEventListener('document-change', (event) => changed.push(event));
    await click(chip(editor, 'Thing'));
    await click(at(editor, 25, 50));
    await click(at(editor, 75, 50), { held: ['Alt'] });
    expect(asked).to.have.length(2);
    const [first, second] = asked;
    expect(first?.results).to.have.length(1);
    const results = second?.results as unknown as { id: string; value: { x: number; y: number; width: number } }[];
    expect(second?.region).to.equal(results[1]?.id);
    const place = (index: number) => results[index]?.value as { x: number; y: number; width: number };
    expect(place(0).x).to.be.closeTo(25, 0.6);
    expect(place(1).x).to.be.closeTo(75, 0.6);
    const said = (index: number, positive: boolean) => ({
      id: results[index]?.id,
      from_name: 'point',
      to_name: 'img',
      type: 'keypointlabels',
      origin: 'manual',
      original_width: 400,
      original_height: 200,
      image_rotation: 0,
      value: { x: place(index).x, y: place(index).y, width: 0.5, keypointlabels: ['Thing'] },
      is_positive: positive,
    });
    expect(results).to.deep.equal([said(0, true), said(1, false)]);
    expect(editor.serialize()).to.deep.equal([]);
    expect(changed).to.have.length(0);
  });

  it('has a way to say without a keyboard what is not meant', async () => {
    const { editor, asked } = await smart(async () => []);
    await click(chip(editor, 'Thing'));
    await click(byRole(editor, 'button', 'Points say what is not meant'));
    await click(at(editor, 25, 50));
    expect(sent(asked)[0]?.is_positive).to.equal(false);
  });

  it('puts up what the model suggests, and takes it into the completion by a key', async () => {
    const { editor } = await smart(async () => [suggestion('s1', 10), suggestion('s2', 60)]);
    await click(chip(editor, 'Car'));
    await drag(at(editor, 5, 10), at(editor, 95, 90));
    await until(() => has(editor, 'button', 'Accept all'));
    const corner = at(editor, 60, 20);
    const bounds = editor.regionBounds('s2');
    expect(bounds?.left).to.be.closeTo(corner.x, 2);
    expect(bounds?.top).to.be.closeTo(corner.y, 2);
    expect(editor.shadowRoot?.querySelector('.suggestion-note')?.textContent).to.equal('2 suggestions');
    expect(editor.serialize()).to.deep.equal([]);
    await keys('Alt+y');
    const taken = { origin: 'prediction', original_width: 400, original_height: 200, image_rotation: 0 };
    expect(editor.serialize()).to.deep.equal([suggestion('s1', 10, taken), suggestion('s2', 60, taken)]);
    await until(() => !has(editor, 'button', 'Accept all'));
    editor.undo();
    expect(editor.serialize()).to.deep.equal([]);
    editor.redo();
    expect(idsOf(editor)).to.deep.equal(['s1', 's2']);
  });

  it('lets one suggestion be picked by a click and decided alone; a drag does not move it', async () => {
    const { editor } = await smart(async () => [suggestion('s1', 10), suggestion('s2', 60)]);
    await click(chip(editor, 'Car'));
    await drag(at(editor, 5, 10), at(editor, 95, 90));
    await until(() => has(editor, 'button', 'Accept all'));
    await painted();
    await click(at(editor, 70, 35));
    await until(() => has(editor, 'button', 'Accept this'));
    expect(editor.shadowRoot?.querySelector('.suggestion-note')?.textContent).to.equal('Car 0.93 · 2 of 2');
    const before = editor.regionBounds('s2')?.left;
    await keys('v');
    await drag(at(editor, 70, 35), at(editor, 80, 35));
    await painted();
    expect(editor.regionBounds('s2')?.left).to.equal(before);
    await click(at(editor, 70, 35));
    await click(byRole(editor, 'button', 'Accept this'));
    expect(idsOf(editor)).to.deep.equal(['s2']);
    await click(byRole(editor, 'button', 'Reject all'));
    await painted();
    expect(editor.regionBounds('s1')).to.equal(undefined);
    expect(idsOf(editor)).to.deep.equal(['s2']);
  });

  it('takes a point inside of what is suggested, or of a region, as one more point', async () => {
    const { editor, asked } = await smart(async () => [suggestion('s1', 10)]);
    editor.addResults([suggestion('r1', 60)]);
    await click(chip(editor, 'Thing'));
    await click(at(editor, 50, 50));
    await until(() => has(editor, 'button', 'Accept all'));
    await painted();
    await click(at(editor, 15, 30), { held: ['Alt'] });
    await click(at(editor, 70, 30));
    expect(sent(asked).map(({ is_positive }) => is_positive)).to.deep.equal([true, false, true]);
    expect(idsOf(editor)).to.deep.equal(['r1']);
  });

  it('takes back the last point by Ctrl+Z, and all of them by Escape', async () => {
    const { editor, asked } = await smart(async () => [suggestion('s1', 10)]);
    await click(chip(editor, 'Thing'));
    await click(at(editor, 25, 50));
    await click(at(editor, 75, 50));
    await keys('Control+z');
    expect(asked.map(({ results }) => results.length)).to.deep.equal([1, 2, 1]);
    await until(() => has(editor, 'button', 'Accept all'));
    await keys('Escape');
    await until(() => !has(editor, 'button', 'Accept all'));
    await click(at(editor, 30, 30));
    expect(asked.at(-1)?.results).to.have.length(1);
  });

  it('shows that the model is at work, and can be told not to wait', async () => {
    let resolve = (_: readonly Json[]): void => {};
    const { editor } = await smart(
      () =>
        new Promise((done) => {
          resolve = done;
        }),
    );
    await click(chip(editor, 'Car'));
    await drag(at(editor, 5, 10), at(editor, 50, 90));
    await until(() => has(editor, 'button', 'Cancel'));
    expect(editor.shadowRoot?.querySelector('.suggestions [role=status]')?.textContent).to.match(/model is at work/);
    await click(byRole(editor, 'button', 'Cancel'));
    resolve([suggestion('late', 10)]);
    await painted();
    await painted();
    expect(has(editor, 'button', 'Accept all')).to.equal(false);
    expect(editor.regionBounds('late')).to.equal(undefined);
  });

  it('says why the host failed', async () => {
    const { editor } = await smart(() => Promise.reject(new Error('no GPU is free')));
    await click(chip(editor, 'Car'));
    await drag(at(editor, 5, 10), at(editor, 50, 90));
    await until(() => /no GPU is free/.test(editor.shadowRoot?.querySelector('.toast')?.textContent ?? ''));
    expect(editor.serialize()).to.deep.equal([]);
  });

  it('sends strokes of a brush, all of them each time', async () => {
    const { editor, asked } = await smart(async () => [], drawing('Brush'));
    await click(chip(editor, 'Thing'));
    await drag(at(editor, 20, 20), at(editor, 40, 20));
    await drag(at(editor, 20, 60), at(editor, 40, 60));
    expect(asked.map(({ results }) => results.length)).to.deep.equal([1, 2]);
    const { region, results } = asked[1] as AssistDetail;
    const [, last] = results as unknown as { id: string; type: string; value: { format: string; rle: number[] } }[];
    expect(last?.id).to.equal(region);
    expect(last?.type).to.equal('brushlabels');
    expect(last?.value.rle.length).to.be.greaterThan(10);
    expect(editor.serialize()).to.deep.equal([]);
  });

  it('asks once for what is drawn in several steps, of which undo takes back one', async () => {
    const { editor, asked } = await smart(async () => [], drawing('Vector'));
    await click(chip(editor, 'Thing'));
    for (const x of [20, 40, 60, 80]) {
      await click(at(editor, x, 20 + x / 4));
      await painted();
    }
    expect(asked).to.have.length(0);
    await keys('Control+z');
    expect(asked).to.have.length(0);
    await keys('Enter');
    expect(asked).to.have.length(1);
    const [result] = (asked[0] as AssistDetail).results as unknown as { type: string; value: { vertices: object[] } }[];
    expect(result?.type).to.equal('vectorlabels');
    expect(result?.value.vertices).to.have.length(3);
    expect(editor.serialize()).to.deep.equal([]);
  });

  it('asks by a finger', async () => {
    const { editor, asked } = await smart(async () => []);
    await click(chip(editor, 'Car'));
    const [from, to] = [at(editor, 20, 20), at(editor, 60, 70)];
    await touch('touchStart', [{ id: 1, x: from.x, y: from.y }]);
    await touch('touchMove', [{ id: 1, x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 }]);
    await touch('touchMove', [{ id: 1, x: to.x, y: to.y }]);
    await touch('touchEnd');
    expect(asked).to.have.length(1);
    const [result] = sent(asked);
    expect(result?.value.x).to.be.closeTo(20, 0.6);
    expect(result?.value.width).to.be.closeTo(40, 0.6);
    expect(editor.serialize()).to.deep.equal([]);
  });

  it('draws regions again once it is switched off by its key', async () => {
    const { editor, asked } = await smart(async () => []);
    await click(chip(editor, 'Car'));
    await keys('m');
    await drag(at(editor, 20, 20), at(editor, 60, 70));
    expect(asked).to.have.length(0);
    expect(editor.serialize()).to.have.length(1);
  });

  it('wants a label, as drawing does', async () => {
    const { editor, asked } = await smart(async () => []);
    await drag(at(editor, 20, 20), at(editor, 60, 70));
    expect(asked).to.have.length(0);
    await until(() => /Pick a label first/.test(editor.shadowRoot?.querySelector('.toast')?.textContent ?? ''));
  });

  it('draws nothing with a tool that only asks a model, where there is none', async () => {
    const only = config.replace('name="box"', 'name="box" smartOnly="true"');
    const editor = await mount(only, task);
    await click(chip(editor, 'Car'));
    await drag(at(editor, 20, 20), at(editor, 60, 70));
    await until(() => /only asks a model/.test(editor.shadowRoot?.querySelector('.toast')?.textContent ?? ''));
    expect(editor.serialize()).to.deep.equal([]);
  });

  it('drops everything when the editor becomes read-only, and suggests nothing then', async () => {
    const { editor } = await smart(async () => [suggestion('s1', 10)]);
    await click(chip(editor, 'Car'));
    await drag(at(editor, 5, 10), at(editor, 95, 90));
    await until(() => has(editor, 'button', 'Accept all'));
    editor.readonly = true;
    await until(() => !has(editor, 'button', 'Accept all'));
    editor.suggest([suggestion('s2', 10)]);
    await painted();
    expect(editor.regionBounds('s2')).to.equal(undefined);
    await keys('Alt+y');
    expect(editor.serialize()).to.deep.equal([]);
  });

  it('puts up what a host suggests by itself', async () => {
    const editor = await mount(config, task);
    editor.suggest([suggestion('s1', 10)]);
    await until(() => has(editor, 'button', 'Accept all'));
    await click(byRole(editor, 'button', 'Accept all'));
    expect(idsOf(editor)).to.deep.equal(['s1']);
  });

  it('has a host answer while the event is dispatched, and once', async () => {
    const { editor, asked } = await smart();
    await click(chip(editor, 'Car'));
    await drag(at(editor, 20, 20), at(editor, 60, 70));
    expect(() => asked[0]?.respondWith([])).to.throw(DOMException);
    await until(() => /No model answers/.test(editor.shadowRoot?.querySelector('.toast')?.textContent ?? ''));
  });
});
