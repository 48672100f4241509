import { expect } from 'chai';
import type { LabelEditor } from '../../../src/ui/label-editor.js';
import { click, doubleClick, drag, holding, keys, move, press, release, touch, wheel } from '../../support/input.js';
import { mount } from '../../support/mount.js';
import { byRole, chip, clear, painted, picture, pointOn } from '../../support/page.js';

const config = (attributes = '') => `<View>
  <EllipseLabels name="cell" toName="img" ${attributes}><Label value="Round"/></EllipseLabels>
  <Image name="img" value="$url" rotateControl="true"/>
</View>`;
const task = (...result: object[]) => ({ id: 1, data: { url: picture(400, 200) }, annotations: [{ id: 9, result }] });
interface Value {
  readonly x: number;
  readonly y: number;
  readonly radiusX: number;
  readonly radiusY: number;
  readonly rotation?: number;
}
const ellipse = (id: string, value: Value) => ({
  id,
  from_name: 'cell',
  to_name: 'img',
  type: 'ellipselabels',
  value: { ...value, ellipselabels: ['Round'] },
});
const results = (editor: LabelEditor) => editor.serialize() as unknown as { value: Value }[];
const at = (editor: LabelEditor, x: number, y: number) => pointOn(editor, 'img', [x, y]);
/** Percent, to what a pixel on the screen can tell. */
const near = (value: Value | undefined, wanted: Partial<Value>, by = 0.6) => {
  for (const [key, number] of Object.entries(wanted)) {
    expect(value?.[key as keyof Value], key).to.be.closeTo(number, by);
  }
};
const finger = (kind: 'touchStart' | 'touchMove', { x, y }: { readonly x: number; readonly y: number }) =>
  touch(kind, [{ id: 1, x, y }]);
const tap = async (point: { readonly x: number; readonly y: number }) => {
  await finger('touchStart', point);
  await touch('touchEnd');
};
const swipe = async (
  from: { readonly x: number; readonly y: number },
  to: { readonly x: number; readonly y: number },
) => {
  await finger('touchStart', from);
  await finger('touchMove', { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 });
  await finger('touchMove', to);
  await touch('touchEnd');
};

describe('annotating with ellipses', () => {
  afterEach(clear);

  it('draws by a drag from the middle outwards, and says all that the peer says of it', async () => {
    const editor = await mount(config(), task());
    await click(chip(editor, 'Round'));
    await drag(at(editor, 50, 40), at(editor, 60, 70));
    const [result] = editor.serialize() as unknown as Record<string, unknown>[];
    expect({ ...result, id: '', value: {} }).to.deep.equal({
      id: '',
      from_name: 'cell',
      to_name: 'img',
      type: 'ellipselabels',
      origin: 'manual',
      original_width: 400,
      original_height: 200,
      image_rotation: 0,
      value: {},
    });
    const value = result?.value as Value & { ellipselabels: string[] };
    expect(Object.keys(value)).to.deep.equal(['x', 'y', 'radiusX', 'radiusY', 'rotation', 'ellipselabels']);
    near(value, { x: 50, y: 40, radiusX: 10, radiusY: 30 });
    expect(value.rotation).to.equal(0);
    expect(value.ellipselabels).to.deep.equal(['Round']);
  });

  it('has the place of the press for its middle when it is dragged to the left and up, too', async () => {
    const editor = await mount(config(), task());
    await click(chip(editor, 'Round'));
    await drag(at(editor, 50, 60), at(editor, 30, 40));
    near(results(editor)[0]?.value, { x: 50, y: 60, radiusX: 20, radiusY: 20 });
  });

  it('draws by two clicks, after its key was pressed', async () => {
    const editor = await mount(
      config().replace(
        '<Image',
        '<RectangleLabels name="box" toName="img"><Label value="Box"/></RectangleLabels><Image',
      ),
      task(),
    );
    await click(chip(editor, 'Round'));
    await move(at(editor, 30, 30));
    await keys('r');
    await keys('o');
    await click(at(editor, 30, 30));
    await click(at(editor, 45, 50));
    near(results(editor)[0]?.value, { x: 30, y: 30, radiusX: 15, radiusY: 20 });
  });

  it('makes one of 30 pixels by a double click, and none by a twitch', async () => {
    const editor = await mount(config(), task());
    await click(chip(editor, 'Round'));
    const middle = at(editor, 50, 50);
    await drag(middle, { x: middle.x + 20, y: middle.y + 1 });
    expect(results(editor)).to.have.length(0);
    await doubleClick(middle);
    const across = at(editor, 100, 0).x - at(editor, 0, 0).x;
    const down = at(editor, 0, 100).y - at(editor, 0, 0).y;
    near(results(editor)[0]?.value, { x: 50, y: 50, radiusX: 3000 / across, radiusY: 3000 / down }, 0.3);
  });

  it('draws in the middle of the view by Enter', async () => {
    const editor = await mount(config(), task());
    await click(chip(editor, 'Round'));
    editor.shadowRoot?.querySelector<HTMLElement>('[part="surface"]')?.focus();
    await keys('Enter');
    near(results(editor)[0]?.value, { x: 50, y: 50 }, 2);
    await keys('ArrowRight');
    near(results(editor)[0]?.value, { x: 50.25 }, 2);
  });

  it('draws a circle with Shift held', async () => {
    const editor = await mount(config(), task());
    await click(chip(editor, 'Round'));
    await move(at(editor, 50, 50));
    await press();
    await holding(['Shift'], async () => {
      await move(at(editor, 60, 55), 4);
      await release();
    });
    near(results(editor)[0]?.value, { x: 50, y: 50, radiusX: 10, radiusY: 20 });
  });

  it('draws, selects and moves by touch', async () => {
    const editor = await mount(config(), task());
    await click(chip(editor, 'Round'));
    await swipe(at(editor, 50, 50), at(editor, 60, 80));
    near(results(editor)[0]?.value, { x: 50, y: 50, radiusX: 10, radiusY: 30 });
    await tap(at(editor, 50, 50));
    await painted();
    await swipe(at(editor, 60, 50), at(editor, 80, 50));
    near(results(editor)[0]?.value, { x: 60, y: 50, radiusX: 20, radiusY: 30 }, 1);
  });

  it('draws by two taps', async () => {
    const editor = await mount(config(), task());
    await click(chip(editor, 'Round'));
    await tap(at(editor, 40, 40));
    await tap(at(editor, 60, 60));
    near(results(editor)[0]?.value, { x: 40, y: 40, radiusX: 20, radiusY: 20 });
  });

  for (const [corner, to, wanted] of [
    ['nw', [10, 20], { x: 40, y: 50, radiusX: 30, radiusY: 30 }],
    ['e', [90, 90], { x: 65, y: 60, radiusX: 25, radiusY: 20 }],
    ['s', [0, 100], { x: 55, y: 70, radiusX: 15, radiusY: 30 }],
  ] as const) {
    it(`is pulled by its handle ${corner}, the opposite side fixed`, async () => {
      const editor = await mount(config(), task(ellipse('a', { x: 55, y: 60, radiusX: 15, radiusY: 20, rotation: 0 })));
      await click(at(editor, 55, 60));
      await painted();
      const places = { nw: [40, 40], e: [70, 60], s: [55, 80] } as const;
      const [x, y] = places[corner];
      await drag(at(editor, x, y), at(editor, to[0], to[1]), { steps: 6 });
      near(results(editor)[0]?.value, wanted);
      editor.undo();
      expect(results(editor)[0]?.value).to.deep.equal({
        x: 55,
        y: 60,
        radiusX: 15,
        radiusY: 20,
        rotation: 0,
        ellipselabels: ['Round'],
      });
    });
  }

  it('has positive radii when it is pulled inside out', async () => {
    const editor = await mount(config(), task(ellipse('a', { x: 50, y: 50, radiusX: 10, radiusY: 20, rotation: 0 })));
    await click(at(editor, 50, 50));
    await painted();
    await drag(at(editor, 40, 50), at(editor, 80, 50), { steps: 8 });
    near(results(editor)[0]?.value, { x: 70, y: 50, radiusX: 10, radiusY: 20 });
  });

  it('is turned about its middle by the handle above it, unless the config forbids it', async () => {
    const given = ellipse('a', { x: 50, y: 50, radiusX: 10, radiusY: 10, rotation: 0 });
    const turn = async (editor: LabelEditor) => {
      await click(at(editor, 50, 50));
      await painted();
      const [centre, top] = [at(editor, 50, 50), at(editor, 50, 40)];
      const reach = centre.y - top.y + 24;
      await drag({ x: top.x, y: top.y - 24 }, { x: centre.x + reach, y: centre.y }, { steps: 10 });
    };
    const editor = await mount(config(), task(given));
    await turn(editor);
    const { value } = results(editor)[0] as { value: Value };
    expect(value.rotation).to.be.closeTo(90, 2);
    expect({ ...value, rotation: 0 }).to.deep.equal(given.value);
    clear();
    const fixed = await mount(config('canRotate="false"'), task(given));
    await turn(fixed);
    expect(results(fixed)[0]).to.deep.equal(given);
  });

  it('stays on the picture when it is dragged past each of its corners', async () => {
    const editor = await mount(config(), task(ellipse('a', { x: 50, y: 50, radiusX: 10, radiusY: 20, rotation: 0 })));
    let from: readonly [number, number] = [50, 50];
    for (const [to, x, y] of [
      [[-2, -2], 10, 20],
      [[102, -2], 90, 20],
      [[102, 102], 90, 80],
      [[-2, 102], 10, 80],
    ] as const) {
      await drag(at(editor, from[0], from[1]), at(editor, to[0], to[1]), { steps: 8 });
      near(results(editor)[0]?.value, { x, y }, 1e-9);
      from = [x, y];
    }
  });

  it('is hit inside of its outline, not in the corners of the box round it', async () => {
    const editor = await mount(config(), task(ellipse('a', { x: 50, y: 50, radiusX: 20, radiusY: 40, rotation: 0 })));
    const selected: (readonly string[])[] = [];
    editor.addEventListener('selection-change', ({ detail }) => selected.push(detail.regionIds));
    await click(at(editor, 32, 14));
    expect(selected).to.deep.equal([]);
    await click(at(editor, 60, 60));
    expect(selected).to.deep.equal([['a']]);
  });

  it('draws the same percent on a picture that is zoomed and turned', async () => {
    const editor = await mount(config(), task());
    for (let notch = 0; notch < 3; notch++) await wheel(at(editor, 50, 50), { deltaY: -100, ctrl: true });
    await click(byRole(editor, 'button', 'Rotate right'));
    await painted();
    await click(chip(editor, 'Round'));
    const [from, to] = [at(editor, 50, 50), at(editor, 55, 65)];
    // To the right on the picture is down on the screen.
    expect(to.x).to.be.below(from.x);
    await drag(from, to);
    near(results(editor)[0]?.value, { x: 50, y: 50, radiusX: 5, radiusY: 15 });
  });

  it('writes two results with one id for Ellipse with Labels', async () => {
    const editor = await mount(
      `<View><Image name="img" value="$url"/><Ellipse name="shape" toName="img"/><Labels name="lbl" toName="img"><Label value="Round"/></Labels></View>`,
      task(),
    );
    await click(chip(editor, 'Round'));
    await drag(at(editor, 50, 50), at(editor, 60, 70));
    const [shape, label] = editor.serialize() as unknown as { id: string; type: string; value: object }[];
    expect([shape?.type, label?.type, label?.id]).to.deep.equal(['ellipse', 'labels', shape?.id]);
    expect(label?.value).to.deep.equal({ ...shape?.value, labels: ['Round'] });
  });
});
