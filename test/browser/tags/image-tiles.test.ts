import { expect } from 'chai';
import type { Json } from '../../../src/model/json.js';
import type { LabelEditor } from '../../../src/ui/label-editor.js';
import { drag, wheel } from '../../support/input.js';
import { mount } from '../../support/mount.js';
import { chip, clear, pointOn } from '../../support/page.js';
import { until } from '../../support/until.js';

const config = `<View>
  <RectangleLabels name="box" toName="img"><Label value="Cat"/></RectangleLabels>
  <Image name="img" value="$image" smoothing="false" rotateControl="true"/>
</View>`;
const folder = '/test/fixtures/image';
const SIZE = { width: 200, height: 150 };

const rootOf = (editor: LabelEditor) => editor.shadowRoot as ShadowRoot;
const pictureOf = (editor: LabelEditor) =>
  rootOf(editor).querySelector<HTMLCanvasElement>('[part="surface"] > canvas[aria-hidden]');

/** What is seen of the picture at one of its pixels. */
function seen(editor: LabelEditor, x: number, y: number, size = SIZE): readonly number[] {
  const canvas = pictureOf(editor);
  const at = pointOn(editor, 'img', [((x + 0.5) * 100) / size.width, ((y + 0.5) * 100) / size.height]);
  const box = canvas?.getBoundingClientRect();
  if (!canvas || !box) return [];
  const scale = canvas.width / box.width;
  const data = canvas.getContext('2d')?.getImageData((at.x - box.left) * scale, (at.y - box.top) * scale, 1, 1).data;
  return [...(data ?? [])];
}

/** Of the fixtures, see make.mjs. */
const colourOf = (x: number, y: number) => [x, y - (y % 5), 100, 255];
const problems = (editor: LabelEditor) => editor.problems.map(({ code }) => code);

describe('a picture in tiles', () => {
  afterEach(clear);

  for (const address of ['deep.dzi', 'iiif2/info.json', 'iiif3/info.json']) {
    it(`shows every pixel of ${address} in its place`, async () => {
      const editor = await mount(config, { id: 1, data: { image: `${folder}/${address}` } });
      // In every corner, on both sides of the edges between tiles, and in the middle.
      const places = [0, 63, 64, 65, 127, 128, 199].flatMap((x) => [0, 63, 64, 128, 149].map((y) => [x, y] as const));
      // Until then a coarser level is seen, here and there.
      const isThere = ([x, y]: readonly [number, number]) => `${seen(editor, x, y)}` === `${colourOf(x, y)}`;
      await until(() => places.every(isThere)).catch(() => {});
      for (const [x, y] of places) expect(seen(editor, x, y), `${x}, ${y}`).to.deep.equal(colourOf(x, y));
      expect(problems(editor)).to.deep.equal([]);
    });
  }

  it('gives results its full size, and keeps regions exact', async () => {
    const editor = await mount(config, { id: 1, data: { image: `${folder}/deep.dzi` } });
    await until(() => seen(editor, 100, 64)[0] === 100);
    chip(editor, 'Cat').click();
    await drag(pointOn(editor, 'img', [25, 20]), pointOn(editor, 'img', [75, 80]));
    const [item] = (editor.completion?.result ?? []) as readonly Record<string, Json>[];
    expect([item?.original_width, item?.original_height, item?.image_rotation]).to.deep.equal([200, 150, 0]);
    const { x = 0, y = 0, width = 0, height = 0 } = (item?.value ?? {}) as Record<string, number>;
    expect([x, y, width, height].map(Math.round)).to.deep.equal([25, 20, 50, 60]);
  });

  it('is turned, and seen through a filter', async () => {
    const editor = await mount(config.replace('rotateControl', 'brightnessControl="true" rotateControl'), {
      id: 1,
      data: { image: `${folder}/deep.dzi` },
    });
    await until(() => seen(editor, 100, 64)[0] === 100);
    for (const turn of [90, 180, 270]) {
      rootOf(editor).querySelector<HTMLElement>('[aria-label="Rotate right"]')?.click();
      const places = [
        [130, 20],
        [3, 3],
        [196, 3],
        [64, 140],
      ] as const;
      // Until then a coarser level is seen, here and there.
      await until(() => places.every(([x, y]) => `${seen(editor, x, y)}` === `${colourOf(x, y)}`)).catch(() => {});
      for (const [x, y] of places) expect(seen(editor, x, y), `${turn}: ${x}, ${y}`).to.deep.equal(colourOf(x, y));
    }
    const brightness = rootOf(editor).querySelector('[aria-label="Brightness"]') as HTMLInputElement;
    brightness.value = '2';
    brightness.dispatchEvent(new Event('input'));
    // The browser does it with what lies on the canvas, which stays as it is; what is loaded later is seen so, too.
    const filter = () => getComputedStyle(pictureOf(editor) as Element).filter;
    expect(filter()).to.equal('brightness(2) contrast(1)');
    await wheel(pointOn(editor, 'img', [50, 50]), { deltaY: -100, ctrl: true });
    await until(() => `${seen(editor, 100, 64)}` === `${colourOf(100, 64)}`);
    expect(filter()).to.equal('brightness(2) contrast(1)');
  });

  it('shows what there is where a tile is missing, and says so once', async () => {
    const editor = await mount(config, { id: 1, data: { image: `${folder}/gap.dzi` } });
    const size = { width: 100, height: 50 };
    await until(() => seen(editor, 31, 20, size)[0] === 31);
    await until(() => editor.problems.length > 0);
    // The coarse level has every other pixel.
    expect(seen(editor, 90, 20, size)).to.deep.equal([90, 20, 100, 255]);
    expect(seen(editor, 91, 20, size)).to.deep.equal([90, 20, 100, 255]);
    expect(editor.problems.map(({ code, severity }) => [code, severity])).to.deep.equal([
      ['media/not-found', 'warning'],
    ]);
    expect(editor.problems[0]?.message).to.include('gap_files/7/1_0.png');
  });

  it('says in its place that a pyramid is not there, or is no such thing', async () => {
    for (const [address, code] of [
      ['none.dzi', 'media/not-found'],
      ['none/info.json', 'media/not-found'],
      // There is such a file, and it describes something else.
      ['../../../package.json?/info.json', 'media/unreadable'],
    ] as const) {
      const editor = await mount(config, { id: 1, data: { image: `${folder}/${address}` } });
      await until(() => rootOf(editor).querySelector('.le-media-card') !== null);
      expect(problems(editor), address).to.deep.equal([code]);
      clear();
    }
  });
});
