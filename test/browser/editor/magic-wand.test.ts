import { expect } from 'chai';
import { decodeRle } from '../../../src/base/rle.js';
import type { LabelEditor } from '../../../src/ui/label-editor.js';
import { click, drag, holding, keys, move, press, release, touch, wheel } from '../../support/input.js';
import { mount } from '../../support/mount.js';
import { byRole, chip, clear, painted, pointOn } from '../../support/page.js';

/** 200 by 100 pixels of blue; on it a disc of dark grey, beside it one a little lighter, and a red block. */
const scene = () => {
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [200, 100];
  const context = canvas.getContext('2d') as CanvasRenderingContext2D;
  const paint = (colour: string, left: number, width: number) => {
    context.fillStyle = colour;
    context.fillRect(left, 20, width, 60);
  };
  context.fillStyle = 'rgb(40, 80, 200)';
  context.fillRect(0, 0, 200, 100);
  paint('rgb(100, 100, 100)', 20, 40);
  paint('rgb(120, 120, 120)', 60, 40);
  paint('rgb(200, 30, 30)', 140, 40);
  return canvas.toDataURL();
};
const labels = '<Labels name="lbl" toName="img"><Label value="Dark"/><Label value="Red"/></Labels>';
const config = (rest = labels) => `<View>
  <Image name="img" value="$url" rotateControl="true"/>${rest}<MagicWand name="wand" toName="img"/>
</View>`;
const task = () => ({ id: 1, data: { url: scene() } });
interface Item {
  readonly id: string;
  readonly type: string;
  readonly from_name: string;
  readonly value: { readonly rle: readonly number[]; readonly format: string; readonly labels?: readonly string[] };
}
const results = (editor: LabelEditor) => editor.serialize() as unknown as Item[];
const raster = (item: Item | undefined) => {
  const { raster: found } = decodeRle(Uint8Array.from(item?.value.rle ?? []), 200, 100);
  if (!found) throw new Error('no mask');
  return found;
};
const covered = (editor: LabelEditor) => raster(results(editor)[0]).covered;
const at = (editor: LabelEditor, x: number, y: number) => pointOn(editor, 'img', [x, y]);
const by = (point: { readonly x: number; readonly y: number }, dx: number, dy = 0) => ({
  x: point.x + dx,
  y: point.y + dy,
});

describe('masking with the magic wand', () => {
  afterEach(clear);

  it('masks what is of the colour that is clicked, and says all that the peer says of it', async () => {
    const editor = await mount(config(), task());
    await click(chip(editor, 'Dark'));
    await click(at(editor, 15, 50));
    const [shape, label, ...others] = results(editor);
    expect(others).to.deep.equal([]);
    expect([shape?.type, shape?.from_name, label?.type, label?.from_name]).to.deep.equal([
      'magicwand',
      'wand',
      'labels',
      'lbl',
    ]);
    expect(label?.id).to.equal(shape?.id);
    expect(label?.value).to.deep.equal({ ...shape?.value, labels: ['Dark'] });
    expect(shape?.value.format).to.equal('rle');
    expect({ ...shape, id: '', value: {} }).to.deep.equal({
      id: '',
      from_name: 'wand',
      to_name: 'img',
      type: 'magicwand',
      origin: 'manual',
      original_width: 200,
      original_height: 100,
      image_rotation: 0,
      value: {},
    });
    expect(raster(shape).bounds).to.deep.equal({ left: 20, top: 20, right: 60, bottom: 80 });
    expect(covered(editor)).to.equal(40 * 60);
  });

  it('takes in more while it is dragged to the right, and less again when it comes back', async () => {
    const editor = await mount(config(), task());
    await click(chip(editor, 'Dark'));
    const start = at(editor, 15, 50);
    await move(start);
    await press();
    await move(by(start, 30), 3);
    expect(covered(editor), 'while it is dragged').to.equal(80 * 60);
    await move(start, 3);
    expect(covered(editor)).to.equal(40 * 60);
    await move(by(start, 0, 60), 3);
    await release();
    expect(covered(editor)).to.equal(80 * 60);
    editor.undo();
    expect(results(editor)).to.deep.equal([]);
    editor.redo();
    expect(covered(editor)).to.equal(80 * 60);
  });

  it('goes on with the region while it is selected, each time one step to undo; another label makes another region', async () => {
    const editor = await mount(config(), task());
    await click(chip(editor, 'Dark'));
    await click(at(editor, 15, 50));
    await click(at(editor, 80, 50));
    expect(new Set(results(editor).map(({ id }) => id)).size).to.equal(1);
    expect(covered(editor)).to.equal(2 * 40 * 60);
    editor.undo();
    expect(covered(editor)).to.equal(40 * 60);
    editor.redo();
    expect(covered(editor)).to.equal(2 * 40 * 60);
    await keys('Escape');
    await click(chip(editor, 'Red'));
    await click(at(editor, 40, 50));
    const ids = new Set(results(editor).map(({ id }) => id));
    expect(ids.size).to.equal(2);
    const last = results(editor).at(-1);
    expect(last?.value.labels).to.deep.equal(['Red']);
    expect(raster(last).bounds).to.deep.equal({ left: 60, top: 20, right: 100, bottom: 80 });
  });

  it('cuts out of the selected region with Alt, until nothing is left of it', async () => {
    const editor = await mount(config(), task());
    await click(chip(editor, 'Dark'));
    await click(at(editor, 15, 50));
    await click(at(editor, 80, 50));
    await holding(['Alt'], () => click(at(editor, 20, 40)));
    expect(raster(results(editor)[0]).bounds).to.deep.equal({ left: 140, top: 20, right: 180, bottom: 80 });
    await holding(['Alt'], () => click(at(editor, 80, 40)));
    expect(results(editor)).to.deep.equal([]);
    editor.undo();
    expect(covered(editor)).to.equal(40 * 60);
  });

  it('works by touch', async () => {
    const editor = await mount(config(), task());
    await click(chip(editor, 'Dark'));
    const { x, y } = at(editor, 15, 50);
    await touch('touchStart', [{ id: 1, x, y }]);
    await touch('touchMove', [{ id: 1, x: x + 30, y }]);
    await touch('touchEnd');
    expect(covered(editor)).to.equal(80 * 60);
  });

  it('works by keys: at the middle of the view', async () => {
    const editor = await mount(config(), task());
    await click(chip(editor, 'Dark'));
    editor.shadowRoot?.querySelector<HTMLElement>('[part="surface"]')?.focus();
    await keys('e');
    await keys('w');
    await keys('Enter');
    // What is blue: all but the three blocks.
    expect(covered(editor)).to.equal(200 * 100 - 3 * 40 * 60);
  });

  it('works on a picture that is zoomed and turned', async () => {
    const editor = await mount(config(), task());
    for (let notch = 0; notch < 4; notch++) await wheel(at(editor, 15, 50), { deltaY: -100, ctrl: true });
    await click(byRole(editor, 'button', 'Rotate right'));
    await painted();
    await click(chip(editor, 'Dark'));
    const start = at(editor, 15, 50);
    await drag(start, by(start, 30));
    expect(covered(editor)).to.equal(80 * 60);
    expect((results(editor)[0] as unknown as { image_rotation: number }).image_rotation).to.equal(90);
  });

  it('takes its tolerance from the config', async () => {
    const editor = await mount(config().replace('<MagicWand', '<MagicWand defaultThreshold="25"'), task());
    await click(chip(editor, 'Dark'));
    await click(at(editor, 15, 50));
    expect(covered(editor)).to.equal(80 * 60);
  });

  for (const order of ['before', 'after'] as const) {
    it(`draws for BrushLabels that stand ${order} it in the config`, async () => {
      const brush = '<BrushLabels name="brush" toName="img"><Label value="Sky"/><Label value="Sea"/></BrushLabels>';
      const editor = await mount(
        order === 'before' ? config(brush) : config('').replace('</View>', `${brush}</View>`),
        task(),
      );
      await click(chip(editor, 'Sky'));
      await move(at(editor, 2, 2));
      await keys('w');
      await click(at(editor, 15, 50));
      expect(results(editor).map(({ type, from_name }) => [type, from_name])).to.deep.equal([['brushlabels', 'brush']]);
      expect(covered(editor)).to.equal(40 * 60);
      await keys('Escape');
      await click(chip(editor, 'Sea'));
      await click(at(editor, 80, 50));
      expect(results(editor)).to.have.length(2);
      expect(raster(results(editor)[1]).bounds).to.deep.equal({ left: 140, top: 20, right: 180, bottom: 80 });
    });
  }

  it('says what to do where the pixels are of another server that does not show them', async () => {
    const url = `http://127.0.0.1:${location.port}/demo/playground/examples/hall.jpg`;
    const editor = await mount(config(), { id: 1, data: { url } });
    expect(editor.problems).to.deep.equal([]);
    await click(chip(editor, 'Dark'));
    await click(at(editor, 50, 50));
    await painted();
    expect(editor.shadowRoot?.textContent).to.contain('crossOrigin="anonymous"');
    expect(results(editor)).to.deep.equal([]);
  });

  it('goes on with a mask that was loaded', async () => {
    const made = await mount(config(), task());
    await click(chip(made, 'Dark'));
    await click(at(made, 15, 50));
    const result = made.serialize();
    clear();
    const editor = await mount(config(), { ...task(), annotations: [{ id: 1, result }] });
    expect(editor.serialize()).to.deep.equal(result);
    await keys('v');
    await click(at(editor, 20, 50));
    await keys('w');
    await click(at(editor, 80, 50));
    expect(new Set(results(editor).map(({ id }) => id)).size).to.equal(1);
    expect(covered(editor)).to.equal(2 * 40 * 60);
  });
});
