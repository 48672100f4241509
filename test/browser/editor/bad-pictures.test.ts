import { expect } from 'chai';
import { encodeRle } from '../../../src/base/rle.js';
import type { ShapeModule } from '../../../src/contract/shape.js';
import type { ControlTag } from '../../../src/contract/tag.js';
import type { View } from '../../../src/contract/view.js';
import type { Json } from '../../../src/model/json.js';
import type { Problem, ProblemCode } from '../../../src/model/problem.js';
import type { LabelEditor } from '../../../src/ui/label-editor.js';
import { click, drag, keys } from '../../support/input.js';
import { mount } from '../../support/mount.js';
import { byRole, chip, clear, painted, picture, pointOn } from '../../support/page.js';
import { rasterOfAlpha } from '../../support/raster.js';
import { until } from '../../support/until.js';

const WIDTH = 400;
const HEIGHT = 200;

type Value = Readonly<Record<string, unknown>>;
const configOf = (tag: string, parts = '') => `<View>
  <RectangleLabels name="box" toName="img"><Label value="Car"/></RectangleLabels>
  <${tag} name="odd" toName="img"><Label value="Odd"/>${parts}</${tag}>
  <Image name="img" value="$url"/>
</View>`;
const box = (id: string, x: number, y: number) => ({
  id,
  from_name: 'box',
  to_name: 'img',
  type: 'rectanglelabels',
  value: { x, y, width: 20, height: 20, rotation: 0, rectanglelabels: ['Car'] },
});
const odd = (tag: string, value: Value, more: object = {}) => ({
  id: 'odd',
  from_name: 'odd',
  to_name: 'img',
  type: tag.toLowerCase(),
  ...more,
  value: { ...value, [tag.toLowerCase()]: ['Odd'] },
});
const task = (...result: object[]) => ({
  id: 1,
  data: { url: picture(WIDTH, HEIGHT) },
  annotations: [{ id: 9, result }],
});
const at = (editor: LabelEditor, x: number, y: number) => pointOn(editor, 'img', [x, y]);
const results = (editor: LabelEditor) => editor.serialize() as unknown as ReturnType<typeof box>[];
const rootOf = (editor: LabelEditor) => editor.shadowRoot as ShadowRoot;
const rows = (editor: LabelEditor) =>
  [...rootOf(editor).querySelectorAll<HTMLElement>('.row[data-id]')].map(({ dataset }) => dataset.id);

let told: readonly Problem[] = [];
const listen = (event: Event) => {
  told = (event as CustomEvent<{ problems: readonly Problem[] }>).detail.problems;
};

/** With the list of regions beside it. */
async function widened(editor: LabelEditor): Promise<LabelEditor> {
  editor.style.width = '1200px';
  await until(() => rootOf(editor).querySelector('[role=treegrid]') !== null);
  await painted();
  return editor;
}

/** What the list of problems says, as a person opens it. */
async function read(editor: LabelEditor): Promise<string> {
  await click(byRole(editor, 'button', /problems?$/));
  const list = rootOf(editor).querySelector<HTMLElement>('.problems');
  const said = list?.checkVisibility() ? list.innerText : '';
  await click(byRole(editor, 'button', /problems?$/));
  return said;
}

/** That a box can be moved and another drawn, and that nothing given beside it has changed. */
async function worksOn(editor: LabelEditor, given: readonly object[]): Promise<void> {
  const place = given.findIndex((item) => 'id' in item && item.id === 'good');
  await drag(at(editor, 70, 20), at(editor, 75, 40));
  expect(results(editor)[place]?.value.x, 'moved').to.be.closeTo(65, 0.6);
  await click(at(editor, 97, 97));
  await click(chip(editor, 'Car'));
  await drag(at(editor, 70, 65), at(editor, 90, 90));
  const now = results(editor);
  expect(now, 'drawn').to.have.length(given.length + 1);
  given.forEach((item, index) => {
    if (index !== place) expect(JSON.stringify(now[index])).to.equal(JSON.stringify(item));
  });
}

interface Case {
  readonly tag: string;
  readonly parts?: string;
  readonly value: Value;
  readonly more?: object;
  readonly code?: ProblemCode;
  readonly says: RegExp;
}

/** A bad result is told, listed and kept, and all else works. */
async function holds({ tag, parts, value, more, code = 'result/unreadable', says }: Case): Promise<void> {
  const given = [odd(tag, value, more), box('good', 60, 10)];
  const editor = await widened(await mount(configOf(tag, parts), task(...given)));
  await until(() => editor.problems.length > 0);
  await painted();
  expect(editor.problems.map((problem) => [problem.code, problem.at?.resultId])).to.deep.equal([[code, 'odd']]);
  const message = editor.problems[0]?.message ?? '';
  expect(message).to.match(says);
  expect(told).to.deep.equal(editor.problems);
  expect(await read(editor)).to.include(message);
  expect(rows(editor)).to.deep.equal(['odd', 'good']);
  expect(JSON.stringify(editor.serialize())).to.equal(JSON.stringify(given));
  await worksOn(editor, given);
}

const whole = { x: 10, y: 10, width: 20, height: 20, rotation: 0 };
const rle = (width = WIDTH, height = HEIGHT) => [
  ...encodeRle(
    rasterOfAlpha(
      width,
      height,
      Uint8Array.from({ length: width * height }, (_, i) => (i % 7 ? 0 : 255)),
    ),
  ),
];
const sized = { original_width: WIDTH, original_height: HEIGHT };
const ring = [
  [10, 10],
  [30, 10],
  [30, 40],
];

function png(width = WIDTH, height = HEIGHT, type = 'image/png'): string {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  canvas.getContext('2d')?.fillRect(20, 20, 40, 40);
  return canvas.toDataURL(type);
}
const vertex = (id: string, x: number, y: number, prevPointId: string | null) => ({
  id,
  x,
  y,
  prevPointId,
  isBezier: false,
});
const skeleton = '<Keypoint value="nose"/><Keypoint value="eye"/><Edge from="nose" to="eye"/>';

const cases: Readonly<Record<string, Case>> = {
  'a box with NaN as a number': { tag: 'RectangleLabels', value: { ...whole, x: Number.NaN }, says: /wrong.*: x\./ },
  'a box with null': { tag: 'RectangleLabels', value: { ...whole, width: null }, says: /wrong.*: width\./ },
  'a box with "NaN"': { tag: 'RectangleLabels', value: { ...whole, height: 'NaN' }, says: /wrong.*: height\./ },
  'a box with x as text': { tag: 'RectangleLabels', value: { ...whole, x: '10' }, says: /needs x, y.*as numbers/ },
  'a box that is turned by text': { tag: 'RectangleLabels', value: { ...whole, rotation: '5' }, says: /number of deg/ },
  'a box of negative size': {
    tag: 'RectangleLabels',
    value: { ...whole, x: 40, width: -10 },
    code: 'result/suspect',
    says: /negative width \(-10\).*[Rr]esize/,
  },
  'a box without size': {
    tag: 'RectangleLabels',
    value: { ...whole, height: 0 },
    code: 'result/suspect',
    says: /no height/,
  },
  'an ellipse with radius 0': {
    tag: 'EllipseLabels',
    value: { x: 20, y: 20, radiusX: 0, radiusY: 5, rotation: 0 },
    code: 'result/suspect',
    says: /no horizontal radius/,
  },
  'an ellipse with a negative radius': {
    tag: 'EllipseLabels',
    value: { x: 20, y: 20, radiusX: 5, radiusY: -5, rotation: 0 },
    code: 'result/suspect',
    says: /negative vertical radius/,
  },
  'an ellipse without radii': { tag: 'EllipseLabels', value: { x: 1, y: 1 }, says: /missing: radiusX, radiusY/ },
  'a polygon of three numbers a point': {
    tag: 'PolygonLabels',
    value: { points: [...ring, [1, 2, 3]] },
    says: /list of \[x, y\] in numbers; point 4 is not/,
  },
  'a polygon without points': { tag: 'PolygonLabels', value: { points: [] }, says: /must be a list of \[x, y\]/ },
  'a polygon with null in a point': { tag: 'PolygonLabels', value: { points: [[1, null]] }, says: /point 1 is not/ },
  'a polygon of two points, closed': {
    tag: 'PolygonLabels',
    value: { points: ring.slice(0, 2), closed: true },
    code: 'result/suspect',
    says: /2 of the three points.*Add points/,
  },
  'a key point without y': { tag: 'KeyPointLabels', value: { x: 5, width: 1 }, says: /needs x and y as numbers/ },
  'an RLE that is cut short': {
    tag: 'BrushLabels',
    value: { format: 'rle', rle: rle().slice(0, -40) },
    more: sized,
    says: /mask cannot be read.*cut short/,
  },
  'an RLE that is cut short, where no size is told': {
    tag: 'BrushLabels',
    value: { format: 'rle', rle: rle().slice(0, -40) },
    says: /mask cannot be read.*cut short/,
  },
  'an RLE of a wrong count': {
    tag: 'BrushLabels',
    value: { format: 'rle', rle: [0, 0, 0, 7, ...rle().slice(4)] },
    more: sized,
    says: /begin with the number of its values/,
  },
  'an RLE that claims to be huge': {
    tag: 'BrushLabels',
    value: { format: 'rle', rle: [255, 255, 255, 252, ...rle().slice(4)] },
    more: { original_width: 32768, original_height: 32768 },
    says: /another size than the picture/,
  },
  'an RLE that is as huge as it claims': {
    tag: 'BrushLabels',
    value: { format: 'rle', rle: [128, 0, 0, 0, ...rle().slice(4)] },
    more: { original_width: 32768, original_height: 16384 },
    says: /cut short|longer than its/,
  },
  'an RLE with values that are no bytes': {
    tag: 'BrushLabels',
    value: { format: 'rle', rle: [...rle(), 256, -1, 'x'] },
    says: /no list of bytes/,
  },
  'an RLE that is no list': { tag: 'BrushLabels', value: { format: 'rle', rle: 'AAAA' }, says: /no list of bytes/ },
  'a mask of another size than it says': {
    tag: 'BrushLabels',
    value: { format: 'rle', rle: rle(100, 100) },
    more: sized,
    says: /another size than the picture: the mask has 10000 pixels, the picture 400 × 200/,
  },
  'a mask of another size than the picture that says none': {
    tag: 'BrushLabels',
    value: { format: 'rle', rle: rle(100, 100) },
    says: /another size than the picture: the mask has 10000 pixels, the picture 400 × 200/,
  },
  'a mask of other proportions than the picture': {
    tag: 'BrushLabels',
    value: { format: 'rle', rle: rle(100, 100) },
    more: { original_width: 100, original_height: 100 },
    code: 'result/suspect',
    says: /100 × 100 pixels, the picture 400 × 200/,
  },
  'a mask as a data URL that is no PNG': {
    tag: 'BrushLabels',
    value: { maskDataURL: 'data:text/plain;base64,AAAA' },
    says: /must be a data URL of a PNG/,
  },
  'a bitmask whose PNG is damaged': {
    tag: 'BitmaskLabels',
    value: { imageDataURL: `${png().slice(0, -90)}${png().slice(-40)}` },
    says: /bitmask cannot be read.*damaged/,
  },
  'a bitmask of other proportions than the picture': {
    tag: 'BitmaskLabels',
    value: { imageDataURL: png(100, 100) },
    code: 'result/suspect',
    says: /stretched.*100 × 100/,
  },
  'a bitmask that is a JPEG': {
    tag: 'BitmaskLabels',
    value: { imageDataURL: png(WIDTH, HEIGHT, 'image/jpeg') },
    says: /must be a data URL of a PNG/,
  },
  'a bitmask at an address': {
    tag: 'BitmaskLabels',
    value: { imageDataURL: 'https://example.org/mask.png' },
    says: /must be a data URL of a PNG/,
  },
  'a vector whose vertices name each other in a circle': {
    tag: 'VectorLabels',
    value: {
      vertices: [vertex('a', 10, 10, 'b'), vertex('b', 20, 20, 'a'), vertex('c', 10, 30, 'b')],
      closed: false,
    },
    code: 'result/suspect',
    says: /joined in a circle \(prevPointId\)/,
  },
  'a vector with a vertex joined to none': {
    tag: 'VectorLabels',
    value: { vertices: [vertex('a', 10, 10, null), vertex('b', 20, 20, 'z')], closed: false },
    code: 'result/suspect',
    says: /Vertex 2.*"z"/,
  },
  'a vector with a vertex without y': {
    tag: 'VectorLabels',
    value: { vertices: [vertex('a', 10, 10, null), { id: 'b', x: 20, prevPointId: 'a' }] },
    says: /Vertex 2 of the vector needs x and y/,
  },
  'a skeleton with keypoints that the config does not have': {
    tag: 'SkeletonLabels',
    parts: skeleton,
    value: { keypoints: [{ name: 'tail', x: 10, y: 10 }] },
    code: 'result/suspect',
    says: /does not have: tail.*config/,
  },
  'a skeleton without a keypoint': {
    tag: 'SkeletonLabels',
    parts: skeleton,
    value: { keypoints: [] },
    code: 'result/suspect',
    says: /no keypoints/,
  },
  'a skeleton without keypoints': {
    tag: 'SkeletonLabels',
    parts: skeleton,
    value: { points: [] },
    says: /a list of ke/,
  },
  'a multi-polygon that is nested as a polygon': {
    tag: 'MultiPolygonLabels',
    value: { polygons: [ring] },
    says: /list of lists of rings/,
  },
  'a multi-polygon with a ring of two points': {
    tag: 'MultiPolygonLabels',
    value: { polygons: [[ring.slice(0, 2)], [ring]] },
    code: 'result/suspect',
    says: /less than three points \(1\)/,
  },
};

describe('bad results on a picture', () => {
  beforeEach(() => {
    told = [];
    document.addEventListener('editor-problem', listen);
  });
  afterEach(() => {
    document.removeEventListener('editor-problem', listen);
    clear();
  });

  for (const [name, one] of Object.entries(cases)) it(`are told, listed and kept: ${name}`, () => holds(one));

  it('draws a skeleton with fewer keypoints than the config has', async () => {
    const given = [odd('SkeletonLabels', { keypoints: [{ name: 'nose', x: 10, y: 10 }] }), box('good', 60, 10)];
    const editor = await mount(configOf('SkeletonLabels', skeleton), task(...given));
    expect(editor.problems).to.deep.equal([]);
    await worksOn(editor, given);
  });

  it('takes back what was odd as soon as it is mended, and with its region', async () => {
    const given = [odd('RectangleLabels', { ...whole, x: 40, width: -20 }), box('good', 60, 10)];
    const editor = await mount(configOf('RectangleLabels'), task(...given));
    const codes = () => editor.problems.map(({ code }) => code);
    await until(() => codes().length > 0);
    await click(at(editor, 30, 20));
    await painted();
    await drag(at(editor, 40, 30), at(editor, 45, 35));
    await until(() => codes().length === 0);
    expect(results(editor)[0]?.value.width).to.be.closeTo(25, 0.6);
    editor.undo();
    await until(() => codes().length === 1);
    await keys('Delete');
    await until(() => codes().length === 0);
    editor.undo();
    await until(() => codes().length === 1);
    expect(JSON.stringify(editor.serialize())).to.equal(JSON.stringify(given));
  });

  it('shows thousands of polygons, some of them broken', async () => {
    const given = Array.from({ length: 4000 }, (_, i) => {
      const [x, y] = [(i % 80) * 0.5, Math.floor(i / 80) * 1.5];
      const points = [[x, y], [x + 0.4, y], i % 400 === 7 ? [x] : [x, y + 1.2]];
      return { ...odd('PolygonLabels', { points }), id: `p${i}` };
    });
    const all = [...given, box('good', 60, 10)];
    const editor = await mount(configOf('PolygonLabels'), task(...all));
    expect(editor.problems).to.have.length(10);
    expect(new Set(editor.problems.map(({ at: place }) => place?.resultId)).has('p407')).to.equal(true);
    expect(JSON.stringify(editor.serialize())).to.equal(JSON.stringify(all));
    await worksOn(editor, all);
  });

  it('goes on where the code of somebody’s shape fails, and says so once', async () => {
    const failing: ShapeModule = {
      name: 'blob',
      space: 'stage2d',
      codec: {
        keys: ['blob'],
        decode: (value) => {
          if (value.blob === 'unreadable') throw new Error('no such blob');
          return { value: value.blob };
        },
        encode: (blob) => ({ blob: blob as Json }),
      },
      marks() {
        throw new Error('no luck');
      },
      handles: () => [],
      drag: (geometry) => geometry,
      describe() {
        throw new Error('no words');
      },
    };
    const tag: ControlTag<View> = {
      contract: 1,
      kind: 'control',
      tag: 'BlobLabels',
      about: 'Blobs.',
      controls: ['Image'],
      result: { type: 'bloblabels', key: 'bloblabels' },
      speaksOf: 'region',
      draws: { shape: 'blob', tools: [] },
      offers: 'Label',
      attributes: {
        name: { type: 'name', required: true, about: 'Name.' },
        toName: { type: 'name', about: 'Object.' },
      },
      examples: [],
    };
    const given = [
      odd('BlobLabels', { blob: 1 }),
      { ...odd('BlobLabels', { blob: 2 }), id: 'odd2' },
      { ...odd('BlobLabels', { blob: 'unreadable' }), id: 'odd3' },
      box('good', 60, 10),
    ];
    const editor = document.createElement('label-editor') as LabelEditor;
    editor.style.cssText = 'display:block;width:1000px;height:700px';
    editor.use({ name: 'blobs', tags: [tag], shapes: [failing] });
    editor.config = configOf('BlobLabels');
    editor.task = task(...given);
    document.body.append(editor);
    await editor.ready;
    await widened(editor);
    await until(() => editor.problems.length > 1);
    expect(editor.problems.map(({ code, at: place }) => [code, place?.resultId])).to.deep.equal([
      ['result/unreadable', 'odd3'],
      ['shape/failed', 'odd'],
    ]);
    expect(editor.problems[1]?.message).to.include('"blob" failed: no luck');
    expect(rows(editor)).to.deep.equal(['odd', 'odd2', 'odd3', 'good']);
    rootOf(editor).querySelector<HTMLElement>('.row[data-id="odd2"]')?.click();
    await painted();
    expect(JSON.stringify(editor.serialize())).to.equal(JSON.stringify(given));
    await worksOn(editor, given);
  });
});

describe('bad pictures', () => {
  afterEach(clear);

  const config = `<View>
  <RectangleLabels name="box" toName="img"><Label value="Car"/></RectangleLabels>
  <Image name="img" value="$url" height="200px"/>
  <RectangleLabels name="on" toName="pic"><Label value="Bus"/></RectangleLabels>
  <Image name="pic" value="$bad" crossOrigin="anonymous" height="200px"/>
</View>`;
  // Another origin to the browser, the same server to us, and one that allows nothing.
  const elsewhere = location.origin.includes('127.0.0.1')
    ? location.origin.replace('127.0.0.1', 'localhost')
    : location.origin.replace('localhost', '127.0.0.1');
  const fixture = '/test/fixtures/image/deep_files/6/0_0.png';
  const svg = `data:image/svg+xml,${encodeURIComponent('<svg xmlns="http://www.w3.org/2000/svg" width="0" height="0"/>')}`;

  for (const [name, url, code, says] of [
    ['is missing', '/no/such/picture.png', 'media/not-found', /no\/such\/picture\.png.*404/],
    ['we may not read', elsewhere + fixture, 'media/not-found', /CORS.*Access-Control-Allow-Origin/],
    ['is on no server', 'http://127.0.0.1:9/a.png', 'media/not-found', /could not be loaded/],
    ['is cut short', `${png().slice(0, 400)}`, 'media/unreadable', /cannot be shown/],
    ['is no picture', '/package.json', 'media/unreadable', /application\/json/],
    ['has no size', svg, 'media/unreadable', /no size/],
  ] as const) {
    it(`keeps the regions of one that ${name}, and all else works`, async () => {
      const lost = { ...box('lost', 10, 10), from_name: 'on', to_name: 'pic' };
      const given = [lost, box('good', 60, 10)];
      const editor = await mount(config, {
        ...task(...given),
        data: { url: picture(WIDTH, HEIGHT), bad: url },
      });
      await widened(editor);
      await until(() => rootOf(editor).querySelector('.le-media-card') !== null);
      expect(editor.problems.map((problem) => [problem.code, problem.at?.name])).to.deep.equal([[code, 'pic']]);
      expect(editor.problems[0]?.message).to.match(says);
      expect(await read(editor)).to.include(editor.problems[0]?.message);
      expect(rows(editor)).to.deep.equal(['lost', 'good']);
      expect(JSON.stringify(editor.serialize())).to.equal(JSON.stringify(given));
      await worksOn(editor, given);
    });
  }
});
