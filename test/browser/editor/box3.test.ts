import { expect } from 'chai';
import type { LabelEditor } from '../../../src/ui/label-editor.js';
import { click, doubleClick, drag, keys, move, press, release, touch } from '../../support/input.js';
import { mount } from '../../support/mount.js';
import { byRole, chip, clear, painted, picture, pointOn } from '../../support/page.js';
import { boxesByThreePoints } from '../../support/three-points.js';

const config = `<View>
  <RectangleLabels name="box" toName="img"><Label value="Car"/></RectangleLabels>
  <Image name="img" value="$url"/>
</View>`;
interface Value {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly rotation: number;
}
const results = (editor: LabelEditor) => editor.serialize() as unknown as { value: Value; type: string }[];
const at = (editor: LabelEditor, x: number, y: number) => pointOn(editor, 'img', [x, y]);
const near = (value: Value | undefined, wanted: Partial<Value>) => {
  for (const [key, number] of Object.entries(wanted)) {
    expect(value?.[key as keyof Value], key).to.be.closeTo(number, 0.6);
  }
};
/** The editor with the tool and a label in the hand; the picture is as wide as it is high. */
const ready = async () => {
  const editor = await mount(config, { id: 1, data: { url: picture(300, 300) } });
  await click(chip(editor, 'Car'));
  await move(at(editor, 50, 50));
  await keys('Shift+R');
  return editor;
};

describe('drawing boxes by three points', () => {
  afterEach(clear);

  for (const { points, drawn: wanted } of boxesByThreePoints) {
    const { rotation, ...placed } = wanted;
    it(`makes one turned by ${rotation} degrees by three clicks`, async () => {
      const editor = await ready();
      for (const [x, y] of points) await click(at(editor, x, y));
      near(results(editor)[0]?.value, placed);
      const off = Math.abs((results(editor)[0]?.value.rotation ?? 0) - rotation);
      expect(Math.min(off, 360 - off)).to.be.below(1);
      expect(results(editor)[0]?.type).to.equal('rectanglelabels');
    });
  }

  it('takes a drag for the edge, and a drag for the height', async () => {
    const editor = await ready();
    await drag(at(editor, 20, 20), at(editor, 60, 20));
    expect(results(editor)).to.have.length(0);
    await drag(at(editor, 60, 25), at(editor, 40, 50));
    near(results(editor)[0]?.value, { x: 20, y: 20, width: 40, height: 30, rotation: 0 });
    editor.undo();
    expect(results(editor)).to.have.length(0);
  });

  it('is drawn by touch', async () => {
    const editor = await ready();
    const finger = (kind: 'touchStart' | 'touchMove', { x, y }: { readonly x: number; readonly y: number }) =>
      touch(kind, [{ id: 1, x, y }]);
    await finger('touchStart', at(editor, 20, 80));
    await finger('touchMove', at(editor, 20, 60));
    await finger('touchMove', at(editor, 20, 40));
    await touch('touchEnd');
    await finger('touchStart', at(editor, 50, 50));
    await touch('touchEnd');
    near(results(editor)[0]?.value, { x: 20, y: 80, width: 40, height: 30, rotation: 270 });
  });

  it('is dropped by Escape at any stage', async () => {
    const editor = await ready();
    await click(at(editor, 20, 50));
    await click(at(editor, 60, 50));
    await painted();
    await keys('Escape');
    await click(at(editor, 60, 80));
    expect(results(editor)).to.have.length(0);
    await keys('Escape');
    await move(at(editor, 20, 20));
    await press();
    await move(at(editor, 50, 20), 3);
    await keys('Escape');
    await release();
    await click(at(editor, 50, 50));
    expect(results(editor)).to.have.length(0);
  });

  it('makes a box of the default size by a double click', async () => {
    const editor = await ready();
    await doubleClick(at(editor, 50, 50));
    const across = at(editor, 100, 0).x - at(editor, 0, 0).x;
    near(results(editor)[0]?.value, { x: 50, y: 50, width: 3000 / across, height: 3000 / across, rotation: 0 });
    expect(results(editor)).to.have.length(1);
  });

  it('sets its points on whole pixels where the config asks for it', async () => {
    const editor = await mount(config.replace('toName="img"', 'toName="img" snap="pixel"'), {
      id: 1,
      data: { url: picture(300, 300) },
    });
    await click(chip(editor, 'Car'));
    await keys('Shift+R');
    for (const [x, y] of [
      [20.2, 20.2],
      [20.2, 50.1],
      [60.3, 40],
    ] as const) {
      await click(at(editor, x, y));
    }
    const { x = 0.1, y = 0.1, width = 0.1, height = 0.1 } = results(editor)[0]?.value ?? {};
    for (const side of [x, y, width, height]) expect((side * 3) % 1).to.be.closeTo(0, 1e-9);
  });

  it('is a tool beside the rectangle’s', async () => {
    const editor = await mount(config, { id: 1, data: { url: picture(300, 300) } });
    await click(chip(editor, 'Car'));
    await click(byRole(editor, 'button', /^Three-point rectangle/));
    for (const [x, y] of [
      [20, 20],
      [40, 20],
      [40, 50],
    ] as const)
      await click(at(editor, x, y));
    near(results(editor)[0]?.value, { x: 20, y: 20, width: 20, height: 30 });
  });
});
