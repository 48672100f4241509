import { expect } from 'chai';
import type { LabelEditor } from '../../../src/ui/label-editor.js';
import { click, drag, holding, keys, move, press, release, touch } from '../../support/input.js';
import { mount } from '../../support/mount.js';
import { byRole, chip, clear, painted, picture, pointOn } from '../../support/page.js';

type Point = readonly [number, number];
type Ring = readonly Point[];
type Outline = readonly (readonly Ring[])[];

const config = `<View>
  <MultiPolygonLabels name="area" toName="img"><Label value="Land" hotkey="c"/><Label value="Sea"/></MultiPolygonLabels>
  <Image name="img" value="$url"/>
</View>`;
const task = (...result: object[]) => ({ id: 1, data: { url: picture(400, 200) }, annotations: [{ id: 9, result }] });
const region = (id: string, polygons: Outline) => ({
  id,
  from_name: 'area',
  to_name: 'img',
  type: 'multipolygonlabels',
  value: { polygons, multipolygonlabels: ['Land'] },
});
const polygons = (editor: LabelEditor) =>
  (editor.serialize() as unknown as { value: { polygons: Outline } }[]).map(({ value }) => value.polygons);
const at = (editor: LabelEditor, point: Point) => {
  const { x, y } = pointOn(editor, 'img', point);
  return { x, y };
};
const box = (x: number, y: number, width: number, height = width): Ring => [
  [x, y],
  [x + width, y],
  [x + width, y + height],
  [x, y + height],
];
const near = (ring: Ring | undefined, wanted: Ring) => {
  expect(ring?.length, JSON.stringify(ring)).to.equal(wanted.length);
  wanted.forEach(([x, y], index) => {
    expect(ring?.[index]?.[0], `x of ${index}`).to.be.closeTo(x, 0.6);
    expect(ring?.[index]?.[1], `y of ${index}`).to.be.closeTo(y, 0.6);
  });
};
/** The numbers of points of all rings, by polygon. */
const counts = (outline: Outline | undefined) => outline?.map((rings) => rings.map(({ length }) => length));
const clicks = async (editor: LabelEditor, points: Ring, held: readonly ('Alt' | 'Control')[] = []) => {
  for (const point of points) await click(at(editor, point), { held });
  await painted();
};
const selected = async (outline: Outline, inside: Point) => {
  const editor = await mount(config, task(region('r1', outline)));
  await click(at(editor, inside));
  await painted();
  return editor;
};

describe('drawing a multi-polygon', () => {
  afterEach(clear);

  it('draws its first ring point by point, each a step', async () => {
    const editor = await mount(config, task());
    await click(chip(editor, 'Land'));
    await clicks(editor, box(20, 20, 30));
    near(polygons(editor)[0]?.[0]?.[0], box(20, 20, 30));
    await click(at(editor, [20, 20]));
    const [result] = editor.serialize() as unknown as { type: string; value: Record<string, unknown> }[];
    expect(result?.type).to.equal('multipolygonlabels');
    expect(Object.keys(result?.value ?? {})).to.deep.equal(['polygons', 'multipolygonlabels']);
    expect(counts(polygons(editor)[0])).to.deep.equal([[4]]);
    await keys('Control+z');
    await keys('Control+z');
    expect(counts(polygons(editor)[0])).to.deep.equal([[3]]);
    for (let time = 0; time < 3; time++) await keys('Control+z');
    expect(polygons(editor)).to.deep.equal([]);
  });

  it('adds a ring to the selected region: apart from it', async () => {
    const editor = await selected([[box(10, 10, 30)]], [20, 20]);
    await clicks(editor, [
      [60, 20],
      [80, 20],
      [80, 60],
    ]);
    // Two points would be no polygon, three are one.
    expect(counts(polygons(editor)[0])).to.deep.equal([[4], [3]]);
    await click(at(editor, [60, 20]));
    expect(counts(polygons(editor)[0])).to.deep.equal([[4], [3]]);
    expect(polygons(editor)).to.have.length(1);
    for (let time = 0; time < 4; time++) await keys('Control+z');
    expect(polygons(editor)).to.deep.equal([[[box(10, 10, 30)]]]);
  });

  it('writes no ring that is none yet beside polygons', async () => {
    const editor = await selected([[box(10, 10, 30)]], [20, 20]);
    await clicks(editor, [
      [60, 20],
      [80, 20],
    ]);
    expect(polygons(editor)).to.deep.equal([[[box(10, 10, 30)]]]);
    await keys('Escape');
    expect(polygons(editor)).to.deep.equal([[[box(10, 10, 30)]]]);
    await clicks(editor, [[60, 70]]);
    await keys('Backspace');
    expect(polygons(editor)).to.deep.equal([[[box(10, 10, 30)]]]);
  });

  it('joins a ring that overlaps, in one step, and keeps what it did not touch digit for digit', async () => {
    const far: Ring = [
      [80.123456789, 80],
      [90, 80],
      [90, 95],
    ];
    const editor = await selected([[box(10, 10, 30)], [far]], [20, 20]);
    const ring: Ring = [
      [60, 25],
      [60, 60],
      [25, 60],
      [25, 25],
    ];
    await clicks(editor, ring.slice(0, 3));
    await click(at(editor, [25, 25]), { held: ['Control'] });
    await click(at(editor, [60, 25]));
    const [outline] = polygons(editor);
    expect(
      counts(outline)
        ?.map(([points]) => points)
        .sort(),
    ).to.deep.equal([3, 8]);
    expect(outline?.flat(2).map(String)).to.include.members(far.map(String));
    await keys('Control+z');
    expect(counts(polygons(editor)[0])).to.deep.equal([[4], [3], [4]]);
  });

  it('cuts a hole with Alt held', async () => {
    const editor = await selected([[box(10, 10, 60)]], [15, 15]);
    await click(at(editor, [20, 20]), { held: ['Alt'] });
    await clicks(editor, box(20, 20, 30).slice(1));
    await click(at(editor, [20, 20]));
    expect(counts(polygons(editor)[0])).to.deep.equal([[4, 4]]);
    await keys('Control+z');
    expect(counts(polygons(editor)[0])).to.deep.equal([[4], [4]]);
  });

  it('cuts by a drag with Alt held, and takes the region away with its last piece', async () => {
    const editor = await selected([[box(10, 10, 40)]], [15, 15]);
    await holding(['Alt'], async () => {
      await move(at(editor, [5, 5]));
      await press();
      for (const corner of box(5, 5, 50).slice(1)) await move(at(editor, corner), 8);
      await release();
    });
    expect(polygons(editor)).to.deep.equal([]);
    await keys('Control+z');
    expect(polygons(editor)).to.deep.equal([[[box(10, 10, 40)]]]);
  });

  it('moves the region by a press inside of it, without Alt', async () => {
    const editor = await selected([[box(10, 10, 30), box(20, 20, 10)]], [15, 15]);
    await drag(at(editor, [13, 13]), at(editor, [33, 23]), { steps: 6 });
    near(polygons(editor)[0]?.[0]?.[0], box(30, 20, 30));
    near(polygons(editor)[0]?.[0]?.[1], box(40, 30, 10));
  });

  it('draws by touch', async () => {
    const editor = await mount(config, task());
    await click(chip(editor, 'Land'));
    await touch('touchStart', [{ id: 0, ...at(editor, [20, 20]) }]);
    for (const corner of box(20, 20, 40)) await touch('touchMove', [{ id: 0, ...at(editor, corner) }]);
    await touch('touchEnd');
    near(polygons(editor)[0]?.[0]?.[0], box(20, 20, 40));
  });

  it('draws by keys alone', async () => {
    const editor = await mount(config, task());
    byRole(editor, 'application', 'Image').focus();
    await keys('c');
    await keys('Enter');
    expect(counts(polygons(editor)[0])).to.deep.equal([[5]]);
  });
});

describe('a multi-polygon that is there', () => {
  afterEach(clear);
  const given: Outline = [
    [box(10, 10, 40), box(20, 20, 20)],
    [
      [
        [70, 70],
        [90, 70],
        [90.00000000001, 90],
      ],
    ],
  ];

  it('goes out as it came, broken ones too', async () => {
    const results = [
      region('r1', given),
      region('r2', [[[[10, 10]]]]),
      region('r3', []),
      region('r4', [[]]),
      region('r5', [[[[1, 2, 3] as never]]]),
    ];
    const editor = await mount(config, task(...results));
    expect(editor.serialize()).to.deep.equal(results);
    expect(editor.problems.filter(({ code }) => code === 'result/unreadable')).to.have.length(3);
  });

  it('is hit in its area, not in its holes', async () => {
    const editor = await mount(config, task(region('r1', given)));
    let ids: readonly string[] = [];
    editor.addEventListener('selection-change', ({ detail }) => {
      ids = detail.regionIds;
    });
    await move(at(editor, [95, 5]));
    await keys('v');
    await click(at(editor, [30, 30]));
    expect(ids).to.deep.equal([]);
    await click(at(editor, [15, 30]));
    expect(ids).to.deep.equal(['r1']);
    await click(at(editor, [95, 5]));
    await click(at(editor, [85, 75]));
    expect(ids).to.deep.equal(['r1']);
  });

  it('loses a hole with its third last point, and takes a point more in the middle of an edge', async () => {
    const editor = await mount(config, task(region('r1', given)));
    await move(at(editor, [95, 5]));
    await keys('v');
    await click(at(editor, [15, 30]));
    await painted();
    await drag(at(editor, [30, 10]), at(editor, [30, 4]), { steps: 5 });
    expect(counts(polygons(editor)[0])).to.deep.equal([[5, 4], [3]]);
    await painted();
    await click(at(editor, [20, 20]), { held: ['Alt'] });
    expect(counts(polygons(editor)[0])).to.deep.equal([[5, 3], [3]]);
    await painted();
    await click(at(editor, [40, 40]), { held: ['Alt'] });
    expect(counts(polygons(editor)[0])).to.deep.equal([[5], [3]]);
    await painted();
    await click(at(editor, [90, 90]), { held: ['Alt'] });
    expect(counts(polygons(editor)[0])).to.deep.equal([[5]]);
    for (let time = 0; time < 4; time++) await keys('Control+z');
    expect(polygons(editor)).to.deep.equal([given]);
  });
});
