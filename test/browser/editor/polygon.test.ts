import { expect } from 'chai';
import type { LabelEditor } from '../../../src/ui/label-editor.js';
import { click, doubleClick, drag, keys, move, press, release, touch } from '../../support/input.js';
import { mount } from '../../support/mount.js';
import { byRole, chip, clear, painted, picture, pointOn } from '../../support/page.js';

type Points = readonly (readonly [number, number])[];

const config = `<View>
  <PolygonLabels name="area" toName="img"><Label value="Roof" hotkey="c"/><Label value="Wall"/></PolygonLabels>
  <Image name="img" value="$url"/>
</View>`;
const task = (...result: object[]) => ({ id: 1, data: { url: picture(400, 200) }, annotations: [{ id: 9, result }] });
const polygon = (id: string, points: Points, more: object = { closed: true }) => ({
  id,
  from_name: 'area',
  to_name: 'img',
  type: 'polygonlabels',
  value: { points, ...more, polygonlabels: ['Roof'] },
});
interface Value {
  readonly points: Points;
  readonly closed?: boolean;
  readonly polygonlabels: readonly string[];
}
const values = (editor: LabelEditor) => (editor.serialize() as unknown as { value: Value }[]).map(({ value }) => value);
const at = (editor: LabelEditor, point: readonly [number, number]) => {
  const { x, y } = pointOn(editor, 'img', point);
  return { x, y };
};
/** Percent, to what a pixel on the screen can tell. */
const near = (points: Points | undefined, wanted: Points) => {
  expect(points?.length, JSON.stringify(points)).to.equal(wanted.length);
  wanted.forEach(([x, y], index) => {
    expect(points?.[index]?.[0], `x of ${index}`).to.be.closeTo(x, 0.6);
    expect(points?.[index]?.[1], `y of ${index}`).to.be.closeTo(y, 0.6);
  });
};
const square: Points = [
  [20, 20],
  [60, 20],
  [60, 70],
  [20, 70],
];
/** Two clicks so near in time and place would be a double click; these never are. */
const clicks = async (editor: LabelEditor, points: Points) => {
  for (const point of points) await click(at(editor, point));
  await painted();
};
const armed = async (...result: object[]) => {
  const editor = await mount(config, task(...result));
  await click(chip(editor, 'Roof'));
  return editor;
};

describe('drawing a polygon', () => {
  afterEach(clear);

  it('adds a point with every click, in the result from the first on, and closes on the first point', async () => {
    const editor = await armed();
    await clicks(editor, square.slice(0, 1));
    near(values(editor)[0]?.points, square.slice(0, 1));
    expect(values(editor)[0]?.closed).to.equal(false);
    await clicks(editor, square.slice(1));
    near(values(editor)[0]?.points, square);
    expect(values(editor)[0]?.closed).to.equal(false);
    await click(at(editor, [20.9, 21.2]));
    expect(values(editor)[0]?.closed).to.equal(true);
    near(values(editor)[0]?.points, square);
    expect(values(editor)[0]?.polygonlabels).to.deep.equal(['Roof']);
    const [result] = editor.serialize() as unknown as Record<string, unknown>[];
    expect({ ...result, id: '', value: {} }).to.deep.equal({
      id: '',
      from_name: 'area',
      to_name: 'img',
      type: 'polygonlabels',
      origin: 'manual',
      original_width: 400,
      original_height: 200,
      image_rotation: 0,
      value: {},
    });
  });

  it('does not close on the first point while there are only two', async () => {
    const editor = await armed();
    await clicks(editor, [square[0] as never, square[1] as never, square[0] as never]);
    expect(values(editor)[0]?.closed).to.equal(false);
    expect(values(editor)[0]?.points.length).to.equal(3);
  });

  it('closes by a double click, which adds one point', async () => {
    const editor = await armed();
    await clicks(editor, square.slice(0, 3));
    await doubleClick(at(editor, [20, 70]));
    near(values(editor)[0]?.points, square);
    expect(values(editor)[0]?.closed).to.equal(true);
  });

  for (const key of ['Enter', 'Escape']) {
    it(`closes by ${key}, and takes away what is none yet`, async () => {
      const editor = await armed();
      await clicks(editor, square.slice(0, 3));
      byRole(editor, 'application', 'Image').focus();
      await keys(key);
      near(values(editor)[0]?.points, square.slice(0, 3));
      expect(values(editor)[0]?.closed).to.equal(true);
      await keys('Escape');
      await click(chip(editor, 'Wall'));
      await clicks(editor, [
        [70, 80],
        [90, 80],
      ]);
      expect(values(editor)).to.have.length(2);
      byRole(editor, 'application', 'Image').focus();
      await keys(key);
      expect(values(editor)).to.have.length(1);
      await keys('Control+z');
      near(values(editor)[1]?.points, [
        [70, 80],
        [90, 80],
      ]);
    });
  }

  it('undoes and redoes point by point, and drawing goes on from there', async () => {
    const editor = await armed();
    await clicks(editor, square);
    await move(at(editor, [40, 90]));
    await keys('Control+z');
    await keys('Control+z');
    near(values(editor)[0]?.points, square.slice(0, 2));
    await keys('Control+Shift+z');
    near(values(editor)[0]?.points, square.slice(0, 3));
    await clicks(editor, [[40, 90]]);
    near(values(editor)[0]?.points, [...square.slice(0, 3), [40, 90]]);
    await click(at(editor, [20, 20]));
    expect(values(editor)[0]?.closed).to.equal(true);
    await keys('Control+z');
    expect(values(editor)[0]?.closed).to.equal(false);
    for (const left of [3, 2, 1]) {
      await keys('Control+z');
      expect(values(editor)[0]?.points.length).to.equal(left);
    }
    await keys('Control+z');
    expect(values(editor)).to.deep.equal([]);
    for (let time = 0; time < 5; time++) await keys('Control+Shift+z');
    near(values(editor)[0]?.points, [...square.slice(0, 3), [40, 90]]);
    expect(values(editor)[0]?.closed).to.equal(true);
  });

  it('starts anew when the first point was undone', async () => {
    const editor = await armed();
    await clicks(editor, square.slice(0, 1));
    await keys('Control+z');
    expect(values(editor)).to.deep.equal([]);
    await clicks(editor, [[50, 50]]);
    near(values(editor)[0]?.points, [[50, 50]]);
  });

  it('takes back the last point with Backspace, and the polygon with its only one', async () => {
    const editor = await armed();
    await clicks(editor, square.slice(0, 2));
    await keys('Backspace');
    near(values(editor)[0]?.points, square.slice(0, 1));
    await clicks(editor, [[70, 30]]);
    near(values(editor)[0]?.points, [square[0] as never, [70, 30]]);
    await keys('Backspace');
    await keys('Backspace');
    expect(values(editor)).to.deep.equal([]);
  });

  it('makes an equilateral triangle by a double click', async () => {
    const editor = await armed();
    await doubleClick(at(editor, [40, 40]));
    const [value] = values(editor);
    expect(value?.closed).to.equal(true);
    const [a, b, c] = (value?.points ?? []).map((point) => at(editor, point));
    if (!a || !b || !c) throw new Error('no triangle');
    expect(Math.hypot(a.x - at(editor, [40, 40]).x, a.y - at(editor, [40, 40]).y)).to.be.below(1);
    for (const [p, q] of [[a, b] as const, [b, c] as const, [c, a] as const]) {
      expect(Math.hypot(p.x - q.x, p.y - q.y)).to.be.closeTo(30, 0.5);
    }
    expect(c.y).to.be.above(a.y);
  });

  it('draws a contour by a drag, in one step', async () => {
    const editor = await armed();
    await move(at(editor, [20, 20]));
    await press();
    for (const corner of [...square.slice(1), [20, 22] as const]) await move(at(editor, corner), 12);
    await release();
    const [value] = values(editor);
    expect(value?.closed).to.equal(true);
    expect(value?.points.length).to.be.within(4, 12);
    for (const corner of square) {
      const distances = (value?.points ?? []).map(([x, y]) => Math.hypot(x - corner[0], y - corner[1]));
      expect(Math.min(...distances), String(corner)).to.be.below(2.5);
    }
    await keys('Control+z');
    expect(values(editor)).to.deep.equal([]);
  });

  it('adds a contour to the points that are there, which it may close', async () => {
    const editor = await armed();
    await clicks(editor, square.slice(0, 2));
    await move(at(editor, [60, 70]));
    await press();
    await move(at(editor, [20, 70]), 10);
    await move(at(editor, [20, 21]), 10);
    await release();
    const [value] = values(editor);
    expect(value?.closed).to.equal(true);
    near(value?.points.slice(0, 3), square.slice(0, 3));
    await keys('Control+z');
    near(values(editor)[0]?.points, square.slice(0, 2));
    expect(values(editor)[0]?.closed).to.equal(false);
  });

  it('keeps lines to 15 degrees with Shift', async () => {
    const editor = await armed();
    await clicks(editor, [[50, 50]]);
    await click(at(editor, [97, 53]), { held: ['Shift'] });
    near(values(editor)[0]?.points, [
      [50, 50],
      [97, 50],
    ]);
  });

  it('begins on the picture only, and then takes its edge for what is beside it', async () => {
    const editor = await mount(config, { ...task(), data: { url: picture(100, 200) } });
    await click(chip(editor, 'Roof'));
    await clicks(editor, [[140, 50]]);
    expect(values(editor)).to.deep.equal([]);
    await clicks(editor, [
      [50, 50],
      [140, 80],
    ]);
    expect(values(editor)[0]?.points[1]?.[0]).to.equal(100);
  });

  it('keeps to whole pixels where the config wants it', async () => {
    const editor = await mount(config.replace('name="area"', 'name="area" snap="pixel"'), task());
    await click(chip(editor, 'Roof'));
    await clicks(editor, square.slice(0, 3));
    for (const [x, y] of values(editor)[0]?.points ?? []) {
      expect([(x * 4) % 1, (y * 2) % 1]).to.deep.equal([0, 0]);
    }
    expect(values(editor)[0]?.points).to.have.length(3);
  });

  it('goes on over another region, which a press selects otherwise', async () => {
    const other = polygon('p1', square);
    const editor = await armed(other);
    await clicks(editor, [
      [80, 20],
      [80, 80],
      [50, 50],
    ]);
    near(values(editor)[1]?.points, [
      [80, 20],
      [80, 80],
      [50, 50],
    ]);
    await click(at(editor, [80, 20]));
    expect(values(editor)[1]?.closed).to.equal(true);
    expect(values(editor)[0]).to.deep.equal(other.value);
    await click(at(editor, [40, 40]));
    expect(values(editor)).to.have.length(2);
  });

  it('starts over another region with Ctrl held', async () => {
    const editor = await armed(polygon('p1', square));
    await click(at(editor, [40, 40]), { held: ['Control'] });
    near(values(editor)[1]?.points, [[40, 40]]);
  });

  it('closes what is drawn when another tool is taken up', async () => {
    const editor = await armed();
    await clicks(editor, square.slice(0, 3));
    await keys('v');
    await painted();
    expect(values(editor)[0]?.closed).to.equal(true);
  });

  it('draws by keys alone', async () => {
    const editor = await mount(config, task());
    byRole(editor, 'application', 'Image').focus();
    await keys('c');
    await keys('Enter');
    const [value] = values(editor);
    expect(value?.points).to.have.length(5);
    expect(value?.closed).to.equal(true);
    expect(value?.points[0]?.[0]).to.be.closeTo(50, 0.01);
  });
});

describe('drawing a polygon by touch', () => {
  afterEach(clear);
  const finger = (editor: LabelEditor, point: readonly [number, number], id = 0) => ({ id, ...at(editor, point) });
  const tap = async (editor: LabelEditor, point: readonly [number, number]) => {
    await touch('touchStart', [finger(editor, point)]);
    await touch('touchEnd');
  };

  it('adds a point with every tap, a hand that shakes included, and closes on the first', async () => {
    const editor = await armed();
    for (const point of square) await tap(editor, point);
    near(values(editor)[0]?.points, square);
    await painted();
    const first = at(editor, [20, 20]);
    await touch('touchStart', [{ id: 0, x: first.x + 12, y: first.y + 8 }]);
    await touch('touchEnd');
    expect(values(editor)[0]?.closed).to.equal(true);
  });

  it('takes a tap that slips for a point', async () => {
    const editor = await armed();
    const start = finger(editor, [30, 30]);
    await touch('touchStart', [start]);
    await touch('touchMove', [{ ...start, x: start.x + 7 }]);
    await touch('touchEnd');
    near(values(editor)[0]?.points, [[30, 30]]);
    expect(values(editor)[0]?.closed).to.equal(false);
  });

  it('draws a contour by a drag', async () => {
    const editor = await armed();
    await touch('touchStart', [finger(editor, [20, 20])]);
    for (const corner of square) {
      await touch('touchMove', [finger(editor, corner)]);
    }
    await touch('touchEnd');
    near(values(editor)[0]?.points, square);
    expect(values(editor)[0]?.closed).to.equal(true);
  });

  it('goes on after a pinch', async () => {
    const editor = await armed();
    for (const point of square.slice(0, 2)) await tap(editor, point);
    const [a, b] = [finger(editor, [40, 40]), finger(editor, [60, 60], 1)];
    await touch('touchStart', [a]);
    await touch('touchStart', [a, b]);
    await touch('touchMove', [a, { ...b, x: b.x + 60 }]);
    await touch('touchEnd');
    await painted();
    near(values(editor)[0]?.points, square.slice(0, 2));
    await tap(editor, [60, 70]);
    near(values(editor)[0]?.points, square.slice(0, 3));
  });
});

describe('a polygon that is there', () => {
  afterEach(clear);

  it('goes out as it came, whether it says that it is closed or not', async () => {
    const given = [
      polygon(
        'p1',
        [
          [10.12345678901234, 20],
          [30, 20],
          [30, 1e-7],
        ],
        {},
      ),
      polygon('p2', [[50, 50]], { closed: false }),
      polygon('p3', [[50, 50, 1]] as never),
      polygon('p4', []),
    ];
    const editor = await mount(config, task(...given));
    expect(editor.serialize()).to.deep.equal(given);
    expect(editor.problems.filter(({ code }) => code === 'result/unreadable')).to.have.length(2);
  });

  it('is moved by its body and by its points, and back to the last digit', async () => {
    const given = polygon(
      'p1',
      [
        [20.000000001, 20],
        [60, 20],
        [60, 70],
        [20, 70],
      ],
      {},
    );
    const editor = await mount(config, task(given));
    await drag(at(editor, [40, 40]), at(editor, [50, 50]), { steps: 6 });
    near(
      values(editor)[0]?.points,
      square.map(([x, y]) => [x + 10, y + 10]),
    );
    expect(values(editor)[0]).not.to.have.property('closed');
    await painted();
    await drag(at(editor, [30, 30]), at(editor, [25, 45]), { steps: 6 });
    near(values(editor)[0]?.points.slice(0, 1), [[25, 45]]);
    await keys('Control+z');
    await keys('Control+z');
    expect(editor.serialize()).to.deep.equal([given]);
  });

  it('takes a point more where the middle of an edge is dragged', async () => {
    const editor = await mount(config, task(polygon('p1', square)));
    await click(at(editor, [40, 40]));
    await painted();
    await drag(at(editor, [40, 20]), at(editor, [45, 5]), { steps: 6 });
    near(values(editor)[0]?.points, [square[0] as never, [45, 5], ...square.slice(1)]);
    await keys('Control+z');
    expect(values(editor)[0]?.points).to.deep.equal(square);
  });

  it('loses a point by Alt and a click, or a double click, and keeps three', async () => {
    const five: Points = [...square, [10, 45]];
    const editor = await mount(config, task(polygon('p1', five)));
    await click(at(editor, [40, 40]));
    await painted();
    await click(at(editor, [10, 45]), { held: ['Alt'] });
    expect(values(editor)[0]?.points).to.deep.equal(square);
    await painted();
    await doubleClick(at(editor, [60, 70]));
    expect(values(editor)[0]?.points).to.deep.equal([square[0], square[1], square[3]]);
    await painted();
    await click(at(editor, [20, 70]), { held: ['Alt'] });
    expect(values(editor)[0]?.points).to.have.length(3);
    await keys('Control+z');
    await keys('Control+z');
    expect(values(editor)[0]?.points).to.deep.equal(five);
  });

  it('is gone on with when it is unfinished: selected, continued, closed, labelled', async () => {
    const editor = await mount(config, task(polygon('p1', square.slice(0, 3), { closed: false })));
    await click(at(editor, [40, 20]));
    await painted();
    await click(at(editor, [20, 70]));
    near(values(editor)[0]?.points, square);
    expect(values(editor)[0]?.closed).to.equal(false);
    await click(at(editor, [20, 20]));
    expect(values(editor)[0]?.closed).to.equal(true);
    expect(values(editor)).to.have.length(1);
  });

  it('is closed by a click on its first point, without a point more', async () => {
    const editor = await mount(config, task(polygon('p1', square, { closed: false })));
    await click(at(editor, [40, 20]));
    await painted();
    await click(at(editor, [20, 20]));
    expect(values(editor)[0]).to.deep.equal({ points: square, closed: true, polygonlabels: ['Roof'] });
    await keys('Control+z');
    expect(values(editor)[0]?.closed).to.equal(false);
  });

  it('is locked and hidden unfinished as any other, and not continued then', async () => {
    const editor = await mount(config, task(polygon('p1', square, { closed: false })));
    await click(at(editor, [40, 20]));
    await keys('Alt+l');
    await click(at(editor, [80, 80]));
    expect(values(editor)[0]?.points).to.deep.equal(square);
  });

  it('stays usable with 10,000 points', async () => {
    const many: Points = Array.from({ length: 10_000 }, (_, index) => {
      const angle = (index * 2 * Math.PI) / 10_000;
      const radius = 30 + 5 * Math.sin(angle * 60);
      return [50 + radius * Math.cos(angle), 50 + radius * Math.sin(angle)];
    });
    const editor = await mount(config, task(polygon('p1', many)));
    const start = performance.now();
    await drag(at(editor, [50, 50]), at(editor, [55, 52]), { steps: 10 });
    await painted();
    expect(performance.now() - start).to.be.below(4000);
    expect(values(editor)[0]?.points[0]?.[0]).to.be.closeTo(85, 0.6);
    await keys('Control+z');
    expect(values(editor)[0]?.points).to.deep.equal(many);
  });
});
