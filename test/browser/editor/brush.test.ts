import { expect } from 'chai';
import type { Raster } from '../../../src/base/raster.js';
import { decodeRle, encodeRle } from '../../../src/base/rle.js';
import type { LabelEditor } from '../../../src/ui/label-editor.js';
import { click, drag, keys, move, press, release, touch } from '../../support/input.js';
import { mount } from '../../support/mount.js';
import { byRole, chip, clear, painted, picture, pointOn } from '../../support/page.js';
import { rasterOfAlpha } from '../../support/raster.js';

const WIDTH = 400;
const HEIGHT = 200;
const brush = `<View>
  <BrushLabels name="area" toName="img"><Label value="Sky" hotkey="s"/><Label value="Sea"/></BrushLabels>
  <Image name="img" value="$url"/>
</View>`;
const bitmask = `<View>
  <Bitmask name="area" toName="img" strokeWidth="10"/>
  <Labels name="kind" toName="img"><Label value="Crack"/></Labels>
  <Image name="img" value="$url" smoothing="false"/>
</View>`;
const task = (...result: object[]) => ({
  id: 1,
  data: { url: picture(WIDTH, HEIGHT) },
  annotations: [{ id: 9, result }],
});

interface Result {
  readonly id: string;
  readonly type: string;
  readonly original_width: number;
  readonly value: {
    readonly format?: string;
    readonly rle?: readonly number[];
    readonly imageDataURL?: string;
    readonly brushlabels?: readonly string[];
    readonly labels?: readonly string[];
  };
}
const results = (editor: LabelEditor) => editor.serialize() as unknown as readonly Result[];
const at = (editor: LabelEditor, x: number, y: number) => pointOn(editor, 'img', [x, y]);
const stage = (editor: LabelEditor) => byRole(editor, 'application', 'Image');

function maskOf(result: Result | undefined): Raster {
  const { raster, fault } = decodeRle(Uint8Array.from(result?.value.rle ?? []), WIDTH, HEIGHT);
  if (!raster) throw new Error(fault);
  return raster;
}
const mask = (editor: LabelEditor, place = 0) => maskOf(results(editor)[place]);
/** Alpha at a place in percent. */
const alphaAt = (raster: Raster, x: number, y: number) =>
  raster.at(Math.floor((x * WIDTH) / 100), Math.floor((y * HEIGHT) / 100));
/** Picture pixels in a CSS pixel. */
const scale = (editor: LabelEditor) => WIDTH / (at(editor, 100, 0).x - at(editor, 0, 0).x);

/** A mask that covers a box, in pixels. */
function boxed(id: string, left: number, top: number, right: number, bottom: number) {
  const alpha = new Uint8Array(WIDTH * HEIGHT);
  for (let y = top; y < bottom; y++) alpha.fill(255, y * WIDTH + left, y * WIDTH + right);
  return {
    id,
    from_name: 'area',
    to_name: 'img',
    type: 'brushlabels',
    original_width: WIDTH,
    original_height: HEIGHT,
    image_rotation: 0,
    value: { format: 'rle', rle: [...encodeRle(rasterOfAlpha(WIDTH, HEIGHT, alpha))], brushlabels: ['Sky'] },
  };
}

describe('painting masks', () => {
  afterEach(clear);

  it('paints what the pointer passes, as wide as the tip, in the format of the peer', async () => {
    const editor = await mount(brush, task());
    await click(chip(editor, 'Sky'));
    await drag(at(editor, 20, 50), at(editor, 60, 50));
    const [result, ...others] = results(editor);
    expect(others).to.have.length(0);
    expect({ ...result, id: '', value: { ...result?.value, rle: [] } }).to.deep.equal({
      id: '',
      from_name: 'area',
      to_name: 'img',
      type: 'brushlabels',
      origin: 'manual',
      original_width: WIDTH,
      original_height: HEIGHT,
      image_rotation: 0,
      value: { format: 'rle', rle: [], brushlabels: ['Sky'] },
    });
    expect(result?.value.rle?.every((byte) => Number.isInteger(byte) && byte >= 0 && byte < 256)).to.equal(true);
    const raster = mask(editor);
    for (const x of [20, 30, 45, 60]) expect(alphaAt(raster, x, 50), String(x)).to.equal(255);
    expect(alphaAt(raster, 10, 50)).to.equal(0);
    expect(alphaAt(raster, 70, 50)).to.equal(0);
    const { top = 0, bottom = 0 } = raster.bounds ?? {};
    expect(bottom - top).to.be.closeTo(15 * scale(editor), 2);
  });

  it('goes on in the region that it made, one undo step for each stroke', async () => {
    const editor = await mount(brush, task());
    await click(chip(editor, 'Sky'));
    await drag(at(editor, 20, 30), at(editor, 40, 30));
    const first = mask(editor);
    await drag(at(editor, 20, 70), at(editor, 40, 70));
    expect(results(editor)).to.have.length(1);
    const both = mask(editor);
    expect([alphaAt(both, 30, 30), alphaAt(both, 30, 70)]).to.deep.equal([255, 255]);
    await keys('Control+z');
    expect([...encodeRle(mask(editor))]).to.deep.equal([...encodeRle(first)]);
    await keys('Control+z');
    expect(results(editor)).to.have.length(0);
    await keys('Control+Shift+z');
    await keys('Control+Shift+z');
    expect([...encodeRle(mask(editor))]).to.deep.equal([...encodeRle(both)]);
  });

  it('begins another region once nothing is selected', async () => {
    const editor = await mount(brush, task());
    await click(chip(editor, 'Sky'));
    await drag(at(editor, 20, 30), at(editor, 40, 30));
    await keys('Escape');
    await drag(at(editor, 60, 60), at(editor, 80, 60));
    expect(results(editor), 'without a label').to.have.length(1);
    await click(chip(editor, 'Sea'));
    await drag(at(editor, 60, 60), at(editor, 80, 60));
    expect(results(editor).map(({ value }) => value.brushlabels)).to.deep.equal([['Sky'], ['Sea']]);
    expect(alphaAt(mask(editor, 0), 70, 60)).to.equal(0);
    expect(alphaAt(mask(editor, 1), 70, 60)).to.equal(255);
  });

  it('paints over regions that are there', async () => {
    const editor = await mount(brush, task(boxed('m1', 40, 40, 200, 160)));
    await click(chip(editor, 'Sea'));
    await drag(at(editor, 20, 50), at(editor, 30, 50));
    expect(results(editor)).to.have.length(2);
    expect(alphaAt(mask(editor, 1), 25, 50)).to.equal(255);
  });

  it('erases from the selected region, which goes when nothing of it is left', async () => {
    const before = boxed('m1', 200, 100, 206, 106);
    const editor = await mount(brush, task(before));
    stage(editor).focus();
    await keys('Alt+.');
    await keys('e');
    await drag(at(editor, 51.5, 51.5), at(editor, 60, 51.5));
    const half = mask(editor);
    expect([half.at(200, 102), half.at(205, 102)]).to.deep.equal([255, 0]);
    for (let time = 0; time < 2; time++) await keys(']');
    await drag(at(editor, 45, 51.5), at(editor, 60, 51.5));
    expect(results(editor)).to.have.length(0);
    await keys('Control+z');
    expect([...encodeRle(mask(editor))]).to.deep.equal([...encodeRle(half)]);
    await keys('Control+z');
    expect(results(editor)).to.deep.equal([before]);
  });

  it('says what the eraser wants, and selects what it is pressed on', async () => {
    const before = boxed('m1', 40, 40, 200, 160);
    const editor = await mount(brush, task(before));
    await move(at(editor, 80, 50));
    await keys('e');
    await click(at(editor, 80, 50));
    await painted();
    expect(editor.shadowRoot?.textContent).to.contain('Select the region to erase from');
    await click(at(editor, 25, 50));
    expect(results(editor)).to.deep.equal([before]);
    await click(at(editor, 25, 50));
    expect(alphaAt(mask(editor), 25, 50)).to.equal(0);
  });

  it('drops the stroke under way on Escape', async () => {
    const editor = await mount(brush, task());
    await click(chip(editor, 'Sky'));
    await move(at(editor, 20, 30));
    await press();
    await move(at(editor, 40, 30), 3);
    expect(results(editor)).to.have.length(1);
    await keys('Escape');
    expect(results(editor)).to.have.length(0);
    await release();
    expect(results(editor)).to.have.length(0);
  });

  it('makes the tip smaller and larger by keys', async () => {
    const editor = await mount(brush, task());
    await click(chip(editor, 'Sky'));
    await move(at(editor, 50, 50));
    await keys('[');
    await keys('[');
    await click(at(editor, 20, 50));
    const small = mask(editor).covered;
    for (let time = 0; time < 4; time++) await keys(']');
    await keys('Escape');
    await click(chip(editor, 'Sky'));
    await click(at(editor, 70, 50));
    const large = mask(editor, 1).covered;
    expect(small).to.be.closeTo((Math.PI * (5 * scale(editor)) ** 2) / 4, 12);
    expect(large).to.be.closeTo((Math.PI * (25 * scale(editor)) ** 2) / 4, 60);
  });

  it('paints nothing beside the picture', async () => {
    const editor = await mount(brush, task());
    await click(chip(editor, 'Sky'));
    const corner = at(editor, 0, 0);
    await drag({ x: corner.x + 40, y: corner.y - 25 }, { x: corner.x + 120, y: corner.y - 25 });
    expect(results(editor)).to.have.length(0);
    await drag(at(editor, 10, 10), { x: corner.x + 40, y: corner.y - 25 });
    expect(mask(editor).bounds?.top).to.equal(0);
  });

  it('paints with a finger; two fingers take it back and move the view', async () => {
    const editor = await mount(brush, task());
    await click(chip(editor, 'Sky'));
    const finger = (id: number, place: { readonly x: number; readonly y: number }) => ({ id, x: place.x, y: place.y });
    const path = [20, 30, 40, 50].map((x) => finger(1, at(editor, x, 40)));
    await touch('touchStart', path.slice(0, 1));
    for (const point of path.slice(1)) await touch('touchMove', [point]);
    await touch('touchEnd');
    const one = mask(editor);
    expect([alphaAt(one, 25, 40), alphaAt(one, 45, 40)]).to.deep.equal([255, 255]);
    const second = finger(2, at(editor, 60, 80));
    const first = finger(1, at(editor, 40, 80));
    await touch('touchStart', [first]);
    await touch('touchStart', [first, second]);
    await touch('touchMove', [first, { ...second, x: second.x + 20 }]);
    await touch('touchEnd');
    expect([...encodeRle(mask(editor))]).to.deep.equal([...encodeRle(one)]);
  });

  it('puts a dab in the middle of the view by Enter, and more of them into the same region', async () => {
    const editor = await mount(brush, task());
    stage(editor).focus();
    await keys('s');
    await keys('Enter');
    expect(alphaAt(mask(editor), 50, 50)).to.equal(255);
    const { left = 0, right = 0 } = mask(editor).bounds ?? {};
    expect((left + right) / 2).to.be.closeTo(WIDTH / 2, 1);
    await keys(']');
    await keys('Enter');
    expect(results(editor)).to.have.length(1);
    expect((mask(editor).bounds?.left ?? left) < left).to.equal(true);
  });

  it('gives masks back as they came until they are changed', async () => {
    const before = [boxed('m1', 40, 40, 80, 60), boxed('m2', 200, 40, 280, 60)];
    const editor = await mount(brush, task(...before));
    expect(results(editor)).to.deep.equal(before);
    stage(editor).focus();
    await keys('Alt+.');
    await keys('Shift+ArrowRight');
    const [moved, kept] = results(editor);
    expect(kept).to.deep.equal(before[1]);
    expect(maskOf(moved).bounds).to.deep.equal({ left: 50, top: 40, right: 90, bottom: 60 });
  });

  it('keeps a mask of another size as it came, and says that it does not fit', async () => {
    const odd = { ...boxed('m1', 40, 40, 80, 60), original_width: 100, original_height: 50 };
    const { original_width, original_height, ...bare } = boxed('m2', 40, 40, 80, 60);
    const small = {
      ...bare,
      value: { format: 'rle', rle: [0, 0, 0, 8, 57, 27, 252, 127, 241, 128, 0], brushlabels: ['Sky'] },
    };
    const editor = await mount(brush, task(odd, { ...small, original_width, original_height }));
    expect(results(editor)).to.deep.equal([odd, { ...small, original_width, original_height }]);
    const said = editor.problems.map(({ message }) => message).join('\n');
    expect(said).to.contain('the mask has 2 pixels, the picture 400 × 200 pixels');
  });
});

describe('painting bitmasks', () => {
  afterEach(clear);

  async function pixelsOf(url: string | undefined): Promise<ImageData> {
    const image = new Image();
    image.src = url ?? '';
    await image.decode();
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [image.naturalWidth, image.naturalHeight];
    const context = canvas.getContext('2d');
    if (!context) throw new Error('no 2d context');
    context.drawImage(image, 0, 0);
    return context.getImageData(0, 0, canvas.width, canvas.height);
  }
  const pixel = ({ data, width }: ImageData, x: number, y: number) => {
    const start = (Math.floor((y * HEIGHT) / 100) * width + Math.floor((x * WIDTH) / 100)) * 4;
    return [...data.slice(start, start + 4)];
  };

  it('writes a picture of black on nothing, with hard edges, that a browser can show', async () => {
    const editor = await mount(bitmask, task());
    await click(chip(editor, 'Crack'));
    await drag(at(editor, 20, 50), at(editor, 60, 50));
    const [result, labels] = results(editor);
    expect([result?.type, labels?.type, labels?.id]).to.deep.equal(['bitmask', 'labels', result?.id]);
    expect(labels?.value.labels).to.deep.equal(['Crack']);
    expect(labels?.value.imageDataURL).to.equal(result?.value.imageDataURL);
    const drawn = await pixelsOf(result?.value.imageDataURL);
    expect([drawn.width, drawn.height]).to.deep.equal([WIDTH, HEIGHT]);
    expect(pixel(drawn, 40, 50)).to.deep.equal([0, 0, 0, 255]);
    expect(pixel(drawn, 80, 50)).to.deep.equal([0, 0, 0, 0]);
    const alphas = new Set(drawn.data.filter((_, index) => index % 4 === 3));
    expect([...alphas].sort()).to.deep.equal([0, 255]);
  });

  it('loads what it wrote, as it was, and erases from it', async () => {
    const editor = await mount(bitmask, task());
    await click(chip(editor, 'Crack'));
    await drag(at(editor, 20, 50), at(editor, 60, 50));
    const saved = results(editor);
    clear();
    const again = await mount(bitmask, task(...(saved as unknown as object[])));
    expect(results(again)).to.deep.equal(saved);
    stage(again).focus();
    await keys('Alt+.');
    await keys('e');
    await drag(at(again, 35, 40), at(again, 35, 60));
    const drawn = await pixelsOf(results(again)[0]?.value.imageDataURL);
    expect(pixel(drawn, 35, 50)).to.deep.equal([0, 0, 0, 0]);
    expect(pixel(drawn, 50, 50)).to.deep.equal([0, 0, 0, 255]);
    await keys('Control+z');
    expect(results(again)).to.deep.equal(saved);
  });
});
