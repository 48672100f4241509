import { expect } from 'chai';
import type { LabelEditor } from '../../../src/ui/label-editor.js';
import { click, drag, keys, move, press, release, touch } from '../../support/input.js';
import { mount } from '../../support/mount.js';
import { chip, clear, painted, picture, pointOn } from '../../support/page.js';

const config = (attributes = '') => `<View>
  <KeyPointLabels name="kp" toName="img" ${attributes}><Label value="Nose" background="#e00"/></KeyPointLabels>
  <Image name="img" value="$url"/>
</View>`;
const task = (...result: object[]) => ({ id: 1, data: { url: picture(400, 200) }, annotations: [{ id: 9, result }] });
interface Value {
  readonly x: number;
  readonly y: number;
  readonly width?: number;
}
const point = (id: string, value: Value) => ({
  id,
  from_name: 'kp',
  to_name: 'img',
  type: 'keypointlabels',
  value: { ...value, keypointlabels: ['Nose'] },
});
const results = (editor: LabelEditor) => editor.serialize() as unknown as { value: Value }[];
const at = (editor: LabelEditor, x: number, y: number) => pointOn(editor, 'img', [x, y]);
const near = (value: Value | undefined, x: number, y: number) => {
  expect(value?.x, 'x').to.be.closeTo(x, 0.6);
  expect(value?.y, 'y').to.be.closeTo(y, 0.6);
};

describe('annotating with keypoints', () => {
  afterEach(clear);

  it('sets a point by a click, and says all that the peer says of it', async () => {
    const editor = await mount(config(), task());
    await click(chip(editor, 'Nose'));
    await click(at(editor, 33, 20));
    const [result, ...others] = editor.serialize() as unknown as Record<string, unknown>[];
    expect(others).to.have.length(0);
    const value = result?.value as Value;
    expect({ ...result, id: '', value: { ...value, x: 0, y: 0 } }).to.deep.equal({
      id: '',
      from_name: 'kp',
      to_name: 'img',
      type: 'keypointlabels',
      origin: 'manual',
      original_width: 400,
      original_height: 200,
      image_rotation: 0,
      // Two pixels of 400.
      value: { x: 0, y: 0, width: 0.5, keypointlabels: ['Nose'] },
    });
    near(value, 33, 20);
    editor.undo();
    expect(results(editor)).to.deep.equal([]);
  });

  it('is as large as strokeWidth says', async () => {
    const editor = await mount(config('strokeWidth="6"'), task());
    await click(chip(editor, 'Nose'));
    await click(at(editor, 50, 50));
    expect(results(editor)[0]?.value.width).to.equal(1.5);
  });

  it('is set on a whole pixel where the config asks for it', async () => {
    const editor = await mount(config('snap="pixel"'), task());
    await click(chip(editor, 'Nose'));
    await click(at(editor, 33.4, 20.3));
    const value = results(editor)[0]?.value;
    near(value, 33.4, 20.3);
    expect([(value?.x ?? 0.1) * 4, (value?.y ?? 0.1) * 2].map((pixel) => pixel % 1)).to.deep.equal([0, 0]);
  });

  it('is dragged to its place before it is let go of, and dropped by Escape', async () => {
    const editor = await mount(config(), task());
    await click(chip(editor, 'Nose'));
    await move(at(editor, 20, 20));
    await press();
    await move(at(editor, 40, 60), 4);
    await keys('Escape');
    await release();
    expect(results(editor)).to.deep.equal([]);
    await drag(at(editor, 20, 20), at(editor, 40, 60));
    near(results(editor)[0]?.value, 40, 60);
  });

  it('is set by touch, and moved', async () => {
    const editor = await mount(config(), task());
    await click(chip(editor, 'Nose'));
    const finger = (kind: 'touchStart' | 'touchMove', { x, y }: { readonly x: number; readonly y: number }) =>
      touch(kind, [{ id: 1, x, y }]);
    await finger('touchStart', at(editor, 30, 40));
    await touch('touchEnd');
    near(results(editor)[0]?.value, 30, 40);
    await finger('touchStart', at(editor, 30, 40));
    await finger('touchMove', at(editor, 40, 45));
    await finger('touchMove', at(editor, 60, 50));
    await touch('touchEnd');
    near(results(editor)[0]?.value, 60, 50);
    expect(results(editor)).to.have.length(1);
  });

  it('is set by its key and Enter, and moved by the arrows', async () => {
    const editor = await mount(
      config().replace(
        '<Image',
        '<RectangleLabels name="box" toName="img"><Label value="Box"/></RectangleLabels><Image',
      ),
      task(),
    );
    await click(chip(editor, 'Nose'));
    await move(at(editor, 1, 1));
    await keys('r');
    await keys('k');
    editor.shadowRoot?.querySelector<HTMLElement>('[part="surface"]')?.focus();
    await keys('Enter');
    const [made] = results(editor);
    expect(made?.value.width).to.equal(0.5);
    near(made?.value, 50, 50);
    await keys('ArrowRight');
    expect((results(editor)[0]?.value.x ?? 0) - (made?.value.x ?? 0)).to.be.closeTo(0.25, 1e-9);
  });

  it('moves by a drag and stays on the picture, to the last digit where it is undone', async () => {
    const given = point('a', { x: 33.123456789, y: 40, width: 0.4 });
    const editor = await mount(config(), task(given, point('b', { x: 80, y: 80 })));
    await drag(at(editor, 33.1, 40), at(editor, 50, 60), { steps: 6 });
    near(results(editor)[0]?.value, 50, 60);
    expect(results(editor)[0]?.value.width).to.equal(0.4);
    expect(results(editor)[1]).to.deep.equal(point('b', { x: 80, y: 80 }));
    await drag(at(editor, 50, 60), at(editor, 104, -4), { steps: 6 });
    expect([results(editor)[0]?.value.x, results(editor)[0]?.value.y]).to.deep.equal([100, 0]);
    editor.undo();
    editor.undo();
    expect(results(editor)[0]).to.deep.equal(given);
  });

  it('can be picked by a click near it, however small it is', async () => {
    const editor = await mount(config(), task(point('a', { x: 50, y: 50, width: 0.01 })));
    const selected: (readonly string[])[] = [];
    editor.addEventListener('selection-change', ({ detail }) => selected.push(detail.regionIds));
    const place = at(editor, 50, 50);
    await click({ x: place.x + 3, y: place.y + 2 });
    expect(selected).to.deep.equal([['a']]);
    await click({ x: place.x + 20, y: place.y });
    expect(selected.at(-1)).to.deep.equal([]);
  });

  it('is as large on the screen as its width, but never smaller than a dot', async () => {
    const editor = await mount(
      config(),
      task(point('small', { x: 25, y: 50, width: 0.4 }), point('large', { x: 75, y: 50, width: 10 })),
    );
    await painted();
    const across = at(editor, 100, 0).x - at(editor, 0, 0).x;
    expect(editor.regionBounds('large')?.width).to.be.closeTo(across / 10, 2);
    expect(editor.regionBounds('large')?.height).to.be.closeTo(across / 10, 2);
  });

  it('writes two results with one id for KeyPoint with Labels', async () => {
    const editor = await mount(
      `<View><Image name="img" value="$url"/><KeyPoint name="shape" toName="img"/><Labels name="lbl" toName="img"><Label value="Nose"/></Labels></View>`,
      task(),
    );
    await click(chip(editor, 'Nose'));
    await click(at(editor, 50, 50));
    const [shape, label] = editor.serialize() as unknown as { id: string; type: string; value: object }[];
    expect([shape?.type, label?.type, label?.id]).to.deep.equal(['keypoint', 'labels', shape?.id]);
    expect(label?.value).to.deep.equal({ ...shape?.value, labels: ['Nose'] });
  });
});
