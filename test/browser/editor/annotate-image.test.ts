import { expect } from 'chai';
import type { LabelEditor } from '../../../src/ui/label-editor.js';
import { click, drag, keys, move, press, release, wheel } from '../../support/input.js';
import { mount } from '../../support/mount.js';
import { byRole, chip, clear, painted, picture, pointOn } from '../../support/page.js';

const config = `<View>
  <RectangleLabels name="box" toName="img"><Label value="Car" hotkey="c"/><Label value="Bus"/></RectangleLabels>
  <Image name="img" value="$url"/>
</View>`;
const boxes = (...result: object[]) => ({ id: 1, data: { url: picture(400, 200) }, annotations: [{ id: 9, result }] });
const box = (id: string, x: number, y: number, width = 20, height = 20, rotation = 0) => ({
  id,
  from_name: 'box',
  to_name: 'img',
  type: 'rectanglelabels',
  value: { x, y, width, height, rotation, rectanglelabels: ['Car'] },
});
type Box = ReturnType<typeof box>;
const results = (editor: LabelEditor) => editor.serialize() as unknown as Box[];
const at = (editor: LabelEditor, x: number, y: number) => pointOn(editor, 'img', [x, y]);
/** Percent, to what a pixel on the screen can tell. */
const near = (value: Box['value'] | undefined, wanted: Partial<Box['value']>) => {
  for (const [key, number] of Object.entries(wanted)) {
    expect(value?.[key as 'x'], key).to.be.closeTo(number as number, 0.6);
  }
};

describe('annotating an image', () => {
  afterEach(clear);

  it('draws a box with the label that was clicked, and says all that the peer says of it', async () => {
    const editor = await mount(config, boxes());
    await click(chip(editor, 'Car'));
    await drag(at(editor, 20, 30), at(editor, 50, 70));
    const [result, ...others] = results(editor) as unknown as Record<string, unknown>[];
    expect(others).to.have.length(0);
    expect(result?.id).to.match(/^[\w-]{10}$/);
    expect({ ...result, id: '', value: {} }).to.deep.equal({
      id: '',
      from_name: 'box',
      to_name: 'img',
      type: 'rectanglelabels',
      origin: 'manual',
      original_width: 400,
      original_height: 200,
      image_rotation: 0,
      value: {},
    });
    const value = (result as unknown as Box).value;
    near(value, { x: 20, y: 30, width: 30, height: 40 });
    expect(value.rotation).to.equal(0);
    expect(value.rectanglelabels).to.deep.equal(['Car']);
  });

  it('draws with a hotkey, by two clicks', async () => {
    const editor = await mount(config, boxes());
    await move(at(editor, 10, 10));
    await keys('c');
    await click(at(editor, 10, 10));
    await click(at(editor, 40, 50));
    near(results(editor)[0]?.value, { x: 10, y: 10, width: 30, height: 40 });
  });

  it('lays the label down after drawing, unless it is to stay armed', async () => {
    const editor = await mount(config, boxes());
    await click(chip(editor, 'Car'));
    await drag(at(editor, 5, 5), at(editor, 20, 20));
    await drag(at(editor, 60, 60), at(editor, 80, 80));
    expect(results(editor)).to.have.length(1);
  });

  it('does not draw without a label, nor beside the picture', async () => {
    const editor = await mount(config, boxes());
    await drag(at(editor, 20, 20), at(editor, 50, 50));
    expect(results(editor)).to.have.length(0);
    await click(chip(editor, 'Car'));
    await drag(at(editor, 50, -8), at(editor, 60, -4));
    expect(results(editor)).to.have.length(0);
  });

  it('keeps a box inside of the picture', async () => {
    const editor = await mount(config, boxes());
    await click(chip(editor, 'Car'));
    await drag(at(editor, 90, 90), at(editor, 120, 101));
    const { value } = results(editor)[0] as Box;
    expect(value.x + value.width).to.be.at.most(100);
    expect(value.y + value.height).to.be.at.most(100);
  });

  it('moves a box by dragging it, as one step that can be undone to the last digit', async () => {
    const given = box('r1', 10.123456789, 20);
    const editor = await mount(config, boxes(given, box('r2', 70, 70)));
    await drag(at(editor, 20, 30), at(editor, 40, 50), { steps: 8 });
    near(results(editor)[0]?.value, { x: 30.1, y: 40, width: 20, height: 20 });
    expect(results(editor)[1]).to.deep.equal(box('r2', 70, 70));
    editor.undo();
    expect(results(editor)[0]).to.deep.equal(given);
    editor.redo();
    near(results(editor)[0]?.value, { x: 30.1, y: 40 });
  });

  it('selects by a click, resizes by a corner, and keeps the opposite corner', async () => {
    const editor = await mount(config, boxes(box('r1', 20, 20, 30, 30)));
    await click(at(editor, 35, 35));
    await painted();
    await drag(at(editor, 50, 50), at(editor, 70, 80), { steps: 6 });
    near(results(editor)[0]?.value, { x: 20, y: 20, width: 50, height: 60 });
  });

  it('turns a box about its centre by the handle above it', async () => {
    const editor = await mount(config, boxes(box('r1', 40, 40, 20, 20)));
    await click(at(editor, 50, 50));
    await painted();
    const centre = at(editor, 50, 50);
    const top = at(editor, 50, 40);
    const handle = { x: top.x, y: top.y - 24 };
    const reach = centre.y - handle.y;
    await drag(handle, { x: centre.x + reach, y: centre.y }, { steps: 10 });
    const { value } = results(editor)[0] as Box;
    expect(value.rotation).to.be.closeTo(90, 2);
    // A box of 20 % × 20 % of 400 × 200 pixels is 80 × 40; turned by a right angle its corner lies at (52.5, 30) from 40.
    near(value, { x: 55, y: 30, width: 20, height: 20 });
  });

  it('relabels the selected box and deletes it by key', async () => {
    const editor = await mount(config, boxes(box('r1', 20, 20)));
    await click(at(editor, 30, 30));
    await click(chip(editor, 'Bus'));
    expect(results(editor)[0]?.value.rectanglelabels).to.deep.equal(['Bus']);
    await move(at(editor, 30, 30));
    await click(at(editor, 30, 30));
    await keys('Delete');
    expect(results(editor)).to.have.length(0);
    editor.undo();
    expect(results(editor)).to.have.length(1);
  });

  it('drops what is being drawn, and puts back what is being moved, on Escape', async () => {
    const editor = await mount(config, boxes(box('r1', 20, 20)));
    await click(chip(editor, 'Car'));
    await move(at(editor, 60, 60));
    await press();
    await move(at(editor, 90, 90), 3);
    await keys('Escape');
    await release();
    expect(results(editor)).to.have.length(1);
    await move(at(editor, 30, 30));
    await press();
    await move(at(editor, 60, 60), 3);
    await keys('Escape');
    await release();
    expect(results(editor)[0]).to.deep.equal(box('r1', 20, 20));
  });

  it('draws over another box while Ctrl is held', async () => {
    const editor = await mount(config, boxes(box('r1', 20, 20, 40, 40)));
    await click(chip(editor, 'Bus'));
    await drag(at(editor, 30, 30), at(editor, 50, 50), { held: ['Control'] });
    expect(results(editor)).to.have.length(2);
    expect(results(editor)[0]).to.deep.equal(box('r1', 20, 20, 40, 40));
  });

  it('zooms about the pointer with Ctrl and the wheel, and draws the same percent there', async () => {
    const editor = await mount(config, boxes());
    const turn = async (notches: number) => {
      for (let notch = 0; notch < notches; notch++) await wheel(at(editor, 30, 30), { deltaY: -100, ctrl: true });
      await painted();
    };
    // A picture that has room beside it stays at its side; from there on it grows about the pointer.
    await turn(3);
    const [before, width] = [at(editor, 30, 30), at(editor, 100, 30).x - at(editor, 0, 30).x];
    await turn(3);
    const after = at(editor, 30, 30);
    expect(after.x).to.be.closeTo(before.x, 1);
    expect(after.y).to.be.closeTo(before.y, 1);
    expect((at(editor, 100, 30).x - at(editor, 0, 30).x) / width).to.be.closeTo(1.1 ** 3, 0.01);
    await click(chip(editor, 'Car'));
    await drag(at(editor, 30, 30), at(editor, 40, 50));
    near(results(editor)[0]?.value, { x: 30, y: 30, width: 10, height: 20 });
  });

  it('lets one look and select, but change nothing, when it is read-only', async () => {
    const editor = await mount(config, boxes(box('r1', 20, 20)), { readonly: true });
    await drag(at(editor, 30, 30), at(editor, 60, 60));
    await keys('Delete');
    expect(results(editor)).to.deep.equal([box('r1', 20, 20)]);
    await click(at(editor, 30, 30));
    expect(editor.regionBounds('r1')?.width).to.be.greaterThan(10);
  });

  it('selects several with a frame and moves them together', async () => {
    const editor = await mount(
      config,
      boxes(box('r1', 10, 10, 10, 10), box('r2', 30, 10, 10, 10), box('r3', 80, 80, 10, 10)),
    );
    await move(at(editor, 50, 50));
    await keys('v');
    await drag(at(editor, 5, 5), at(editor, 45, 25));
    await drag(at(editor, 15, 15), at(editor, 25, 35), { steps: 5 });
    near(results(editor)[0]?.value, { x: 20, y: 30 });
    near(results(editor)[1]?.value, { x: 40, y: 30 });
    expect(results(editor)[2]).to.deep.equal(box('r3', 80, 80, 10, 10));
    editor.undo();
    expect(results(editor)[1]).to.deep.equal(box('r2', 30, 10, 10, 10));
  });

  it('writes two results with one id for Rectangle with Labels', async () => {
    const editor = await mount(
      `<View><Image name="img" value="$url"/><Rectangle name="rect" toName="img"/><Labels name="lbl" toName="img"><Label value="Car"/></Labels></View>`,
      boxes(),
    );
    await click(chip(editor, 'Car'));
    await drag(at(editor, 20, 20), at(editor, 60, 60));
    const [shape, label] = results(editor) as unknown as {
      id: string;
      type: string;
      from_name: string;
      value: Record<string, unknown>;
    }[];
    expect([shape?.type, shape?.from_name, label?.type, label?.from_name]).to.deep.equal([
      'rectangle',
      'rect',
      'labels',
      'lbl',
    ]);
    expect(label?.id).to.equal(shape?.id);
    expect(label?.value).to.deep.equal({ ...shape?.value, labels: ['Car'] });
  });

  it('labels one box from several blocks of labels: one region, one result for each', async () => {
    const editor = await mount(
      `<View><Image name="img" value="$url"/>
        <RectangleLabels name="a" toName="img"><Label value="Car"/></RectangleLabels>
        <RectangleLabels name="b" toName="img"><Label value="Red"/></RectangleLabels></View>`,
      boxes(),
    );
    await click(chip(editor, 'Car'));
    await click(chip(editor, 'Red'));
    await drag(at(editor, 20, 20), at(editor, 60, 60));
    const list = results(editor);
    expect(list.map(({ from_name }) => from_name)).to.deep.equal(['a', 'b']);
    expect(list[0]?.id).to.equal(list[1]?.id);
    expect(list.map(({ value }) => value.rectanglelabels)).to.deep.equal([['Car'], ['Red']]);
  });

  it('refuses a label that was used as often as it may be', async () => {
    const editor = await mount(config.replace('hotkey="c"', 'hotkey="c" maxUsages="1"'), boxes(box('r1', 10, 10)));
    await click(chip(editor, 'Car'));
    await painted();
    expect(editor.shadowRoot?.textContent).to.contain("You can't use Car more than 1 time(s)");
    await drag(at(editor, 50, 50), at(editor, 80, 80));
    expect(results(editor)).to.have.length(1);
  });

  it('keeps the boxes of a picture that cannot be loaded', async () => {
    const editor = await mount(config, { ...boxes(box('r1', 20, 20)), data: { url: '/no/such/picture.png' } });
    expect(results(editor)).to.deep.equal([box('r1', 20, 20)]);
    expect(editor.problems.map(({ code }) => code)).to.include('media/not-found');
  });

  it('pans with the middle button and leaves the results alone', async () => {
    const editor = await mount(config, boxes(box('r1', 20, 20)));
    const middle = at(editor, 50, 50);
    for (let notch = 0; notch < 8; notch++) await wheel(middle, { deltaY: -100, ctrl: true });
    await painted();
    const before = at(editor, 50, 50);
    await drag(before, { x: before.x + 60, y: before.y + 30 }, { button: 'middle' });
    await painted();
    expect(at(editor, 50, 50).x).to.be.closeTo(before.x + 60, 1.5);
    expect(results(editor)).to.deep.equal([box('r1', 20, 20)]);
  });
});

describe('annotating a list of images', () => {
  afterEach(clear);

  it('writes the page of each box, and shows only those of the page in view', async () => {
    const editor = await mount(
      `<View><Image name="img" valueList="$urls"/><RectangleLabels name="box" toName="img"><Label value="Car"/></RectangleLabels></View>`,
      { id: 1, data: { urls: [picture(400, 200), picture(300, 300)] } },
    );
    await click(chip(editor, 'Car'));
    await drag(at(editor, 10, 10), at(editor, 40, 40));
    await move(at(editor, 50, 50));
    await keys('Control+ArrowRight');
    await painted();
    await new Promise((resolve) => setTimeout(resolve, 300));
    await click(chip(editor, 'Car'));
    await drag(at(editor, 10, 10), at(editor, 40, 40));
    const list = editor.serialize() as unknown as { item_index: number; original_width: number; id: string }[];
    expect(list.map(({ item_index, original_width }) => [item_index, original_width])).to.deep.equal([
      [0, 400],
      [1, 300],
    ]);
    expect(editor.regionBounds(list[0]?.id ?? '')).to.equal(undefined);
    expect(editor.regionBounds(list[1]?.id ?? '')?.width).to.be.greaterThan(10);
  });

  it('drops the first corner of a box when another page is shown', async () => {
    const editor = await mount(
      `<View><Image name="img" valueList="$urls"/><RectangleLabels name="box" toName="img"><Label value="Car"/></RectangleLabels></View>`,
      { id: 1, data: { urls: [picture(400, 200), picture(400, 200)] } },
    );
    await click(chip(editor, 'Car'));
    await click(at(editor, 60, 60));
    await keys('Control+ArrowRight');
    await painted();
    await click(at(editor, 20, 20));
    expect(editor.serialize()).to.deep.equal([]);
  });
});

describe('annotating two images', () => {
  afterEach(clear);

  const two = `<View>
    <View style="display: flex"><View style="width: 50%"><Image name="img" value="$url"/></View><View style="width: 50%"><Image name="other" value="$url"/></View></View>
    <RectangleLabels name="box" toName="img,other"><Label value="Car"/></RectangleLabels>
  </View>`;

  it('draws on each with the one control, and lets go of a box by a click on the other picture', async () => {
    const editor = await mount(two, boxes(box('r1', 20, 20)));
    await click(chip(editor, 'Car'));
    await drag(pointOn(editor, 'other', [40, 40]), pointOn(editor, 'other', [60, 60]));
    expect((editor.serialize() as unknown as { to_name: string }[]).map(({ to_name }) => to_name)).to.deep.equal([
      'img',
      'other',
    ]);
    let selected: readonly string[] = [];
    editor.addEventListener('selection-change', ({ detail }) => {
      selected = detail.regionIds;
    });
    await click(at(editor, 30, 30));
    expect(selected).to.deep.equal(['r1']);
    await click(pointOn(editor, 'other', [90, 90]));
    expect(selected).to.deep.equal([]);
  });

  it('zooms the one that the pointer is over', async () => {
    const editor = await mount(two, boxes());
    const width = (name: string) => pointOn(editor, name, [100, 0]).x - pointOn(editor, name, [0, 0]).x;
    const [before, other] = [width('img'), width('other')];
    await move(at(editor, 50, 50));
    await keys('Control+=');
    expect(width('img')).to.be.greaterThan(before);
    expect(width('other')).to.equal(other);
  });

  it('leaves no empty band below pictures that stand side by side', async () => {
    const editor = await mount(two, boxes());
    await painted();
    const surface = editor.shadowRoot?.querySelector('[part="surface"]')?.getBoundingClientRect();
    expect(surface?.bottom).to.be.closeTo(at(editor, 0, 100).y, 2);
  });
});

describe('the frame of an image', () => {
  afterEach(clear);

  it('leaves room to zoom into a picture that is only a strip', async () => {
    const editor = await mount(config, { id: 1, data: { url: picture(2000, 20) } });
    const surface = editor.shadowRoot?.querySelector('[part="surface"]')?.getBoundingClientRect();
    expect(surface?.height).to.be.at.least(150);
  });

  it('shows that it has the focus, over the picture', async () => {
    const editor = await mount(config, boxes());
    const surface = editor.shadowRoot?.querySelector<HTMLElement>('[part="surface"]');
    await keys('Tab');
    surface?.focus();
    const frame = surface?.closest('.le-image-stage');
    expect(frame && getComputedStyle(frame, '::after').outlineStyle).to.equal('solid');
  });

  it('shows no label as armed in a prediction, which cannot be drawn on', async () => {
    const editor = await mount(config, {
      ...boxes(),
      predictions: [{ id: 3, result: [box('p1', 20, 20)] }],
    });
    await click(chip(editor, 'Car'));
    expect(chip(editor, 'Car').getAttribute('aria-pressed')).to.equal('true');
    await click(byRole(editor, 'tab', /prediction|model|%/i));
    await painted();
    expect(chip(editor, 'Car').getAttribute('aria-pressed')).to.equal('false');
  });
});
