import { expect } from 'chai';
import { Raster, RasterEdit } from '../../../src/base/raster.js';
import { LifetimeScope } from '../../../src/base/scope.js';
import type { Mark } from '../../../src/contract/shape.js';
import type { Layer } from '../../../src/contract/surface.js';
import { autorun } from '../../../src/reactive/index.js';
import { createStage2D } from '../../../src/surfaces/stage2d/stage2d.js';
import { move } from '../../support/input.js';
import { until } from '../../support/until.js';

type Renderer = 'auto' | 'webgl' | 'canvas';

const frames = async (count = 2) => {
  for (let i = 0; i < count; i++) await new Promise((done) => requestAnimationFrame(done));
};

const scopes: LifetimeScope[] = [];
afterEach(async () => {
  for (const scope of scopes.splice(0)) scope.dispose();
  await move({ x: 700, y: 500 });
});

/** A stage of 400 by 300 CSS pixels at the window's top left, with a picture of 200 by 100: from y = 50 on, twice as large. */
async function show(layers: readonly Layer[] = [], renderer: Renderer = 'canvas') {
  const scope = new LifetimeScope(autorun);
  scopes.push(scope);
  const host = document.createElement('div');
  Object.assign(host.style, { position: 'fixed', left: '0', top: '0', width: '400px', height: '300px' });
  document.body.append(host);
  scope.add(() => host.remove());
  const stage = await createStage2D(host, scope, { renderer, report: () => {} });
  const picture = document.createElement('canvas');
  [picture.width, picture.height] = [200, 100];
  stage.show({ width: 200, height: 100, revision: 0, pixels: () => picture });
  // Until it is painted and has been told its size; it paints once in a frame.
  await frames(4);
  stage.draw(layers);
  // A WebGL canvas can be read only until the browser has shown it.
  await Promise.resolve();
  const root = host.querySelector<HTMLElement>('[part="surface"]');
  if (!root) throw new Error('There is no drawing element.');
  return { stage, root };
}

/** The canvases of the regions, the undermost first. */
const canvases = (root: HTMLElement) =>
  [...root.querySelectorAll('canvas')].filter((canvas) => !canvas.hasAttribute('aria-hidden'));

/** What the regions' canvases show, the picture left out: 400 by 300 pixels. */
function seen(root: HTMLElement): ImageData {
  const context = new OffscreenCanvas(400, 300).getContext('2d') as OffscreenCanvasRenderingContext2D;
  for (const canvas of canvases(root)) {
    const { left, top, width, height } = canvas.getBoundingClientRect();
    if (width > 0) context.drawImage(canvas, left, top, width, height);
  }
  return context.getImageData(0, 0, 400, 300);
}

function pixel(root: HTMLElement, x: number, y: number): number[] {
  const { data } = seen(root);
  return [...data.slice((y * 400 + x) * 4, (y * 400 + x) * 4 + 4)];
}

const layer = (id: string, marks: readonly Mark[], more: Partial<Layer> = {}): Layer =>
  Object.freeze<Layer>({ id, marks, colour: 'rgb(255, 0, 0)', fillOpacity: 0.5, strokeWidth: 2, ...more });

const box = (x: number, y: number, width: number, height: number): Mark => ({ draw: 'box', x, y, width, height });

const square = (from: number, to: number) =>
  [
    [from, from],
    [to, from],
    [to, to],
    [from, to],
  ] as const;

/** A mask of 200 by 100 pixels. */
function painted(left: number, top: number, right: number, bottom: number, from = new Raster(200, 100)): Raster {
  const edit = new RasterEdit(from);
  for (let y = top; y < bottom; y++) edit.span(y, left, right, 255);
  return edit.done();
}
const mask = (raster: Raster, more: Partial<Layer> = {}) => layer('mask', [{ draw: 'mask', raster }], more);

function expectNear(at: readonly number[], wanted: readonly number[], within = 3): void {
  const near = at.every((value, i) => Math.abs(value - (wanted[i] as number)) <= within);
  expect(near, `${at} is not ${wanted}`).to.equal(true);
}

/** The boxes that were composed while `run` ran. */
async function composed(run: () => unknown): Promise<string[]> {
  const { prototype } = CanvasRenderingContext2D;
  const { putImageData } = prototype;
  const sizes: string[] = [];
  prototype.putImageData = function (image: ImageData, ...at: number[]) {
    sizes.push(`${image.width}x${image.height}`);
    Reflect.apply(putImageData, this, [image, ...at]);
  };
  try {
    await frames(3);
    await run();
    await Promise.resolve();
  } finally {
    prototype.putImageData = putImageData;
  }
  return sizes;
}

describe('createStage2D: dots and areas', () => {
  for (const renderer of ['canvas', 'webgl'] as const) {
    it(`paints dots and rings, the same size at any zoom, with ${renderer}`, async () => {
      const dots = [
        layer('dot', [{ draw: 'dot', at: [40, 50] }]),
        layer('ring', [{ draw: 'dot', at: [60, 50], hollow: true }]),
      ];
      for (const zoom of [2, 5]) {
        const { stage, root } = await show([], renderer);
        stage.look({ zoom, x: 200 - 100 * zoom, y: 150 - 50 * zoom });
        await frames(4);
        stage.draw(dots);
        await Promise.resolve();
        const [dot = 0, ring = 0] = dots.map((_, i) => Math.round(stage.toClient([40 + 20 * i, 50]).x));
        expect(ring - dot).to.equal(40 * zoom);
        expectNear(pixel(root, dot, 150), [255, 0, 0, 255]);
        expectNear(pixel(root, dot + 2, 150), [255, 0, 0, 255]);
        expect(pixel(root, dot + 8, 150)[3]).to.equal(0);
        expect(pixel(root, ring, 150)[3]).to.equal(0);
        expect(pixel(root, ring + 4, 150)[3]).to.be.greaterThan(150);
        expect(pixel(root, ring + 9, 150)[3]).to.equal(0);
      }
    });

    it(`fills an area but for its holes, with ${renderer}`, async () => {
      const rings = [square(10, 90), square(30, 70), square(45, 55)];
      const { root } = await show([layer('a', [{ draw: 'area', rings }])], renderer);
      // Percent of 400 by 200 CSS pixels from y = 50 on.
      expectNear(pixel(root, 80, 150), [255, 0, 0, 128]);
      expectNear(pixel(root, 150, 150), [0, 0, 0, 0]);
      expectNear(pixel(root, 200, 150), [255, 0, 0, 128]);
      expectNear(pixel(root, 120, 150), [255, 0, 0, 255]);
    });

    it(`paints what comes later over what comes before, of any kind, with ${renderer}`, async () => {
      const path: Mark = { draw: 'path', closed: true, points: square(20, 60) };
      const { root } = await show(
        [
          layer('under', [box(10, 10, 50, 50)], { fillOpacity: 1 }),
          layer('middle', [path], { fillOpacity: 1, colour: 'rgb(0, 0, 255)' }),
          layer('over', [box(40, 40, 50, 50)], { fillOpacity: 1, colour: 'rgb(0, 255, 0)' }),
        ],
        renderer,
      );
      expectNear(pixel(root, 60, 90), [255, 0, 0, 255]);
      expectNear(pixel(root, 120, 120), [0, 0, 255, 255]);
      expectNear(pixel(root, 200, 150), [0, 255, 0, 255]);
      // The edge of the lowest lies beneath.
      expectNear(pixel(root, 239, 100), [0, 0, 255, 255]);
    });
  }

  it('looks the same by WebGL as on the canvas', async () => {
    const marks: Mark[] = [
      box(3, 5, 20, 25),
      { draw: 'box', x: 40, y: 5, width: 12, height: 30, rotation: 30 },
      { draw: 'ellipse', centre: [70, 20], radii: [10, 12], rotation: 20 },
      { draw: 'path', closed: true, points: square(55, 75) },
      { draw: 'path', points: square(80, 95) },
      { draw: 'area', rings: [square(5, 48).map(([x, y]) => [x, y + 45] as const), square(60, 70)] },
      { draw: 'dot', at: [90, 10] },
      { draw: 'dot', at: [95, 40], hollow: true },
    ];
    const layers = marks.map((mark, i) => layer(`${i}`, [mark], { colour: `hsl(${i * 40} 90% 40%)` }));
    for (const rotation of [0, 90, 180, 270]) {
      const pictures: ImageData[] = [];
      for (const renderer of ['canvas', 'webgl'] as const) {
        const { stage, root } = await show([], renderer);
        stage.look({ rotation });
        await frames(4);
        stage.draw(layers);
        await Promise.resolve();
        pictures.push(seen(root));
        stage.dispose();
      }
      const [canvas, webgl] = pictures as [ImageData, ImageData];
      let [different, covered] = [0, 0];
      for (let at = 0; at < canvas.data.length; at += 4) {
        // A colour weighs as much as it covers.
        const weight = (data: Uint8ClampedArray, i: number) => ((data[at + i] ?? 0) * (data[at + 3] ?? 0)) / 255;
        const off = [0, 1, 2].map((i) => Math.abs(weight(canvas.data, i) - weight(webgl.data, i)));
        if (Math.max(...off, Math.abs((canvas.data[at + 3] ?? 0) - (webgl.data[at + 3] ?? 0))) > 48) different++;
        if ((canvas.data[at + 3] ?? 0) > 0) covered++;
      }
      expect(covered).to.be.greaterThan(15_000);
      expect(different / covered, `turned by ${rotation}`).to.be.lessThan(0.02);
    }
  });
});

describe('createStage2D: masks', () => {
  for (const renderer of ['canvas', 'webgl'] as const) {
    it(`paints a mask where it is, under the other marks, with ${renderer}`, async () => {
      const { root } = await show(
        [
          layer('box', [box(20, 20, 20, 20)], { colour: 'rgb(0, 0, 255)', fillOpacity: 1 }),
          mask(painted(20, 10, 60, 30)),
        ],
        renderer,
      );
      expectNear(pixel(root, 42, 72), [255, 0, 0, 128]);
      expectNear(pixel(root, 118, 100), [0, 0, 255, 255]);
      expect(pixel(root, 38, 72)[3]).to.equal(0);
      expect(pixel(root, 122, 72)[3]).to.equal(0);
    });
  }

  it('stretches a mask over the picture, and turns it with that', async () => {
    const edit = new RasterEdit(new Raster(4, 2));
    edit.span(0, 0, 1, 255);
    const { stage, root } = await show([mask(edit.done())]);
    expectNear(pixel(root, 98, 148), [255, 0, 0, 128]);
    expect(pixel(root, 102, 148)[3]).to.equal(0);
    stage.look({ rotation: 90 });
    await frames();
    // The picture is now 150 by 300 CSS pixels from x = 125 on; its top left corner is at the top right.
    expectNear(pixel(root, 273, 5), [255, 0, 0, 128]);
    expectNear(pixel(root, 202, 73), [255, 0, 0, 128]);
    expect(pixel(root, 198, 5)[3]).to.equal(0);
  });

  it('composes only what was painted upon, and that right', async () => {
    const before = painted(20, 10, 60, 30);
    const { stage, root } = await show([mask(before, { selected: true })]);
    const after = painted(100, 50, 110, 55, before);
    const sizes = await composed(() => stage.draw([mask(after, { selected: true })]));
    // 20 by 10 CSS pixels and some around; one box of the masks, one of the outlines.
    expect(sizes).to.deep.equal(['28x18', '28x18']);
    expectNear(pixel(root, 210, 155), [255, 0, 0, 128]);
    expectNear(pixel(root, 50, 80), [255, 0, 0, 128]);
    expect(await composed(() => stage.draw([mask(after, { selected: true })]))).to.deep.equal([]);
  });

  it('composes nothing while one pans', async () => {
    const { stage } = await show([mask(painted(20, 10, 60, 30))]);
    stage.look({ zoom: 8, x: -600, y: -300 });
    await new Promise((done) => setTimeout(done, 250));
    const sizes = await composed(async () => {
      for (let i = 1; i <= 5; i++) {
        stage.look({ x: -600 - 10 * i });
        await frames(1);
      }
    });
    expect(sizes).to.deep.equal([]);
  });

  it('draws a line round a mask that is selected, and takes it away again', async () => {
    const raster = painted(20, 10, 60, 30);
    const { stage, root } = await show([mask(raster, { selected: true })]);
    expectNear(pixel(root, 40, 90), [255, 0, 0, 255]);
    expect(pixel(root, 39, 90)[3]).to.be.greaterThan(200);
    expect(pixel(root, 39, 90)[1]).to.be.greaterThan(200);
    stage.draw([mask(raster)]);
    await frames();
    expectNear(pixel(root, 42, 90), [255, 0, 0, 128]);
    expect(pixel(root, 39, 90)[3]).to.equal(0);
  });

  it('has canvases for masks only while there are some', async () => {
    const { stage, root } = await show([layer('box', [box(20, 20, 20, 20)])]);
    const before = canvases(root).length;
    stage.draw([mask(painted(20, 10, 60, 30))]);
    await frames();
    expect(canvases(root)).to.have.length(before + 1);
    stage.draw([mask(painted(20, 10, 60, 30), { hovered: true })]);
    await frames();
    expect(canvases(root)).to.have.length(before + 2);
    stage.draw([]);
    await frames();
    expect(canvases(root)).to.have.length(before);
  });

  it('picks a mask by its paint', async () => {
    const { stage } = await show([mask(painted(20, 10, 60, 30))]);
    expect(stage.pick(new DOMPoint(50, 80))).to.deep.equal({ regionId: 'mask' });
    expect(stage.pick(new DOMPoint(50, 130))).to.equal(undefined);
    const { left, top, width, height } = stage.bounds('mask') as DOMRect;
    expect([left, top, width, height]).to.deep.equal([40, 70, 80, 40]);
  });
});

describe('createStage2D: frames', () => {
  const frame = layer('frame', [box(10, 10, 50, 50)], {
    frame: true,
    strokeWidth: 1,
    fillOpacity: 0,
    colour: 'rgb(0, 0, 0)',
    handles: [{ id: 'se', at: [60, 60], cursor: 'nwse-resize' }] as never,
  });

  it('draws a frame dashed, and lets only its handles be touched', async () => {
    const { stage, root } = await show([layer('a', [box(20, 20, 10, 10)]), frame]);
    const along = Array.from({ length: 40 }, (_, i) => pixel(root, 60 + i, 70));
    expect(along.some(([red = 0]) => red > 200)).to.equal(true);
    expect(along.some(([red = 255]) => red < 50)).to.equal(true);
    expect(along.every(([, , , alpha = 0]) => alpha > 200)).to.equal(true);
    expect(stage.pick(new DOMPoint(150, 70))).to.equal(undefined);
    expect(stage.pick(new DOMPoint(100, 105))).to.deep.equal({ regionId: 'a' });
    expect(stage.pick(new DOMPoint(240, 170))).to.deep.equal({ regionId: 'frame', handle: 'se' });
    expect(stage.within([0, 0], [100, 100])).to.deep.equal(['a']);
    expect(stage.bounds('frame')).to.equal(undefined);
  });
});

describe('createStage2D: what helps the hand', () => {
  /** Opaque pixels in a row. */
  const inked = (root: HTMLElement, y: number, from: number, to: number) =>
    Array.from({ length: to - from }, (_, i) => pixel(root, from + i, y)).filter(([, , , alpha = 0]) => alpha > 200)
      .length;

  it('keeps the caption of a region that reaches beyond the left edge on the picture', async () => {
    const { root } = await show([layer('a', [box(-30, 40, 60, 30)], { caption: 'Wall', selected: true })]);
    // Its tag stands above the box, from the edge on.
    expect(inked(root, 123, 0, 40)).to.be.above(30);
  });

  it('rings a dot by itself when it is selected, and says the name of a point under the pointer', async () => {
    const dot: Mark = { draw: 'dot', at: [50, 50] };
    const { stage, root } = await show([layer('a', [dot], { selected: true, handles: [] as never })]);
    expect(inked(root, 150, 180, 200)).to.be.at.least(10);
    stage.draw([layer('a', [dot])]);
    await frames();
    expect(inked(root, 150, 180, 200)).to.be.below(7);
    const handles = [{ id: 'k0', at: [50, 50], cursor: 'move', label: 'left_elbow' }] as never;
    stage.draw([layer('a', [dot], { selected: true, handles })]);
    await frames();
    expect(inked(root, 136, 210, 250)).to.equal(0);
    await move({ x: 200, y: 150 });
    await frames(3);
    expect(inked(root, 136, 210, 250)).to.be.above(35);
  });

  it('draws what is sketched on white, so that it reads on any picture', async () => {
    const { stage, root } = await show();
    stage.sketch(
      layer('sketch', [
        {
          draw: 'path',
          points: [
            [20, 50],
            [80, 50],
          ],
        },
      ]),
    );
    await frames();
    const across = Array.from({ length: 12 }, (_, i) => pixel(root, 200, 144 + i));
    expect(across.some(([red = 0, green = 0]) => red > 200 && green > 200)).to.equal(true);
    expect(across.some(([red = 0, green = 255]) => red > 200 && green < 50)).to.equal(true);
  });
});

describe('createStage2D: WebGL', () => {
  const crowd = () =>
    Array.from({ length: 1500 }, (_, i) => layer(`${i}`, [box(i % 50, Math.floor(i / 50), 1, 1)], { fillOpacity: 1 }));

  it('is not asked for until there is a crowd to paint', async () => {
    const { getContext } = HTMLCanvasElement.prototype;
    let asked = 0;
    HTMLCanvasElement.prototype.getContext = function (this: HTMLCanvasElement, ...args: unknown[]) {
      if (args[0] === 'webgl2') asked++;
      return Reflect.apply(getContext, this, args);
    } as typeof getContext;
    try {
      const { stage } = await show([layer('a', [box(20, 20, 20, 20)])], 'auto');
      await new Promise((done) => setTimeout(done, 200));
      expect(asked).to.equal(0);
      stage.draw(crowd());
      await until(() => asked > 0);
      expect(asked).to.equal(1);
    } finally {
      HTMLCanvasElement.prototype.getContext = getContext;
    }
  });

  it('has one context on a stage, and gives it back', async () => {
    const { stage, root } = await show(crowd(), 'webgl');
    const contexts = canvases(root).flatMap((canvas) => canvas.getContext('webgl2') ?? []);
    expect(contexts).to.have.length(1);
    stage.dispose();
    expect(contexts[0]?.isContextLost()).to.equal(true);
  });

  it('follows layers that come, go and move', async () => {
    const layers = crowd();
    const { stage, root } = await show(layers, 'webgl');
    const path: Mark = { draw: 'path', closed: true, points: square(60, 90) };
    const steps: ((now: readonly Layer[]) => readonly Layer[])[] = [
      (now) => now.toSpliced(700, 1),
      (now) => now.toSpliced(100, 0, layer('path', [path])),
      (now) => now.map((one) => (one.id === 'path' ? layer('path', [path], { colour: 'rgb(0, 0, 255)' }) : one)),
      (now) => [...now.filter(({ id }) => id !== '300'), layer('300', [box(80, 5, 10, 10)])],
      (now) => now.slice(400),
    ];
    let now: readonly Layer[] = layers;
    for (const step of steps) {
      now = step(now);
      stage.draw(now);
      await frames();
    }
    await frames();
    stage.look({ rotation: 180 });
    await Promise.resolve();
    const followed = seen(root);
    const fresh = await show([], 'webgl');
    fresh.stage.look({ rotation: 180 });
    await frames(4);
    fresh.stage.draw(now);
    await Promise.resolve();
    const wanted = seen(fresh.root);
    expect(wanted.data.some((value) => value > 0)).to.equal(true);
    expect(followed.data.findIndex((value, i) => value !== wanted.data[i])).to.equal(-1);
  });
});
