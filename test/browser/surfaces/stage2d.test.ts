import { sendKeys } from '@web/test-runner-commands';
import { expect } from 'chai';
import { LifetimeScope } from '../../../src/base/scope.js';
import type { Layer, Stage2D, StageOptions } from '../../../src/contract/surface.js';
import type { Input } from '../../../src/contract/tool.js';
import type { Problem } from '../../../src/model/problem.js';
import { autorun } from '../../../src/reactive/index.js';
import { createStage2D } from '../../../src/surfaces/stage2d/stage2d.js';
import { doubleClick, drag, holding, hover, move, press, release, touch, wheel } from '../../support/input.js';

type Renderer = 'auto' | 'webgl' | 'canvas';
type Point = readonly [number, number];

interface Shown {
  readonly stage: Stage2D;
  readonly root: HTMLElement;
  readonly host: HTMLElement;
  readonly inputs: Input<Point>[];
  readonly problems: Problem[];
}

const frames = async (count = 2) => {
  for (let i = 0; i < count; i++) await new Promise((done) => requestAnimationFrame(done));
};

const scopes: LifetimeScope[] = [];

/** A stage of 400 by 300 CSS pixels at the window's top left, with a green picture of 200 by 100. */
async function show(
  layers: readonly Layer[] = [],
  renderer: Renderer = 'canvas',
  options: Partial<StageOptions> = {},
): Promise<Shown> {
  const scope = new LifetimeScope(autorun);
  scopes.push(scope);
  const host = document.createElement('div');
  Object.assign(host.style, { position: 'fixed', left: '0', top: '0', width: '400px', height: '300px' });
  document.body.append(host);
  scope.add(() => host.remove());
  const problems: Problem[] = [];
  const stage = await createStage2D(host, scope, { renderer, report: (problem) => problems.push(problem) });
  stage.configure(options);
  stage.show(green(200, 100));
  stage.draw(layers);
  const inputs: Input<Point>[] = [];
  stage.onInput((input) => inputs.push(input));
  await frames();
  const root = host.querySelector<HTMLElement>('[part="surface"]');
  if (!root) throw new Error('There is no drawing element.');
  return { stage, root, host, inputs, problems };
}

function green(width: number, height: number) {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext('2d') as CanvasRenderingContext2D;
  context.fillStyle = 'rgb(0, 128, 0)';
  context.fillRect(0, 0, width, height);
  return { width, height, revision: 0, pixels: () => canvas };
}

const box = (id: string, x: number, y: number, width: number, height: number, more: Partial<Layer> = {}): Layer =>
  Object.freeze<Layer>({
    id,
    marks: [{ draw: 'box', x, y, width, height }],
    colour: 'rgb(255, 0, 0)',
    fillOpacity: 0.5,
    strokeWidth: 2,
    ...more,
  });

/** What the regions' canvases show at a point of the window, the picture left out. */
function pixel(root: HTMLElement, x: number, y: number): number[] {
  const sheet = new OffscreenCanvas(1, 1);
  const context = sheet.getContext('2d') as OffscreenCanvasRenderingContext2D;
  for (const canvas of root.querySelectorAll('canvas')) {
    const seen = canvas.getBoundingClientRect();
    if (seen.width === 0 || canvas.hasAttribute('aria-hidden')) continue;
    const scale = canvas.width / seen.width;
    context.drawImage(canvas, (x - seen.left) * scale, (y - seen.top) * scale, 1, 1, 0, 0, 1, 1);
  }
  return [...context.getImageData(0, 0, 1, 1).data];
}

const isWebGL = (root: HTMLElement) =>
  [...root.querySelectorAll('canvas')].some((canvas) => canvas.getContext('webgl2') !== null);
const kinds = (inputs: readonly Input<Point>[]) => inputs.map(({ kind }) => kind);
const rounded = (point: readonly number[]) => point.map((value) => Math.round(value * 10) / 10);
const atOf = (input: Input<Point> | undefined) => (input && 'at' in input ? rounded(input.at) : undefined);

/** Counts calls of the 2D canvas while `run` runs. */
async function counting(run: () => Promise<void>): Promise<{ fillRect: number; putImageData: number }> {
  const counts = { fillRect: 0, putImageData: 0 };
  const { prototype } = CanvasRenderingContext2D;
  const originals = Object.keys(counts).map((name) => [name, prototype[name as keyof typeof counts]] as const);
  for (const [name, original] of originals) {
    Object.assign(prototype, {
      [name](this: CanvasRenderingContext2D, ...args: never[]) {
        counts[name as keyof typeof counts]++;
        return Reflect.apply(original as () => void, this, args);
      },
    });
  }
  try {
    await run();
  } finally {
    Object.assign(prototype, Object.fromEntries(originals));
  }
  return counts;
}

afterEach(async () => {
  for (const scope of scopes.splice(0)) scope.dispose();
  await move({ x: 700, y: 500 });
});

describe('createStage2D', () => {
  it('fits the picture and translates between the window and percent', async () => {
    const { stage, root } = await show();
    expect(stage.view).to.deep.equal({ x: 0, y: 50, zoom: 2, rotation: 0 });
    expect(stage.toMedia(new DOMPoint(200, 150))).to.deep.equal([50, 50]);
    expect(stage.toClient([100, 0]).x).to.equal(400);
    expect(rounded(stage.tolerance)).to.deep.equal([1, 2]);
    expect(root.getAttribute('role')).to.equal('application');
    expect(root.tabIndex).to.equal(0);
  });

  it('is named as the options say', async () => {
    const { stage, root } = await show();
    stage.configure({ label: 'Street' });
    expect(root.getAttribute('aria-label')).to.equal('Street');
  });

  for (const renderer of ['canvas', 'webgl'] as const) {
    it(`paints boxes, ellipses and paths with ${renderer}`, async () => {
      const { stage, root } = await show([], renderer);
      await frames();
      stage.draw([
        box('a', 10, 10, 20, 40),
        {
          ...box('b', 0, 0, 0, 0),
          colour: 'rgb(0, 0, 255)',
          marks: [{ draw: 'ellipse', centre: [60, 30], radii: [10, 20] }],
        },
        {
          ...box('c', 0, 0, 0, 0),
          fillOpacity: 1,
          marks: [
            {
              draw: 'path',
              closed: true,
              points: [
                [70, 60],
                [95, 60],
                [95, 95],
              ],
            },
          ],
        },
        {
          ...box('d', 0, 0, 0, 0),
          marks: [
            {
              draw: 'path',
              points: [
                [5, 80],
                [45, 80],
              ],
            },
          ],
        },
      ]);
      await Promise.resolve();
      expect(isWebGL(root)).to.equal(renderer === 'webgl');
      const near = (at: Point, wanted: readonly number[]) => {
        const seen = pixel(root, ...at);
        expect(
          seen.every((value, i) => Math.abs(value - (wanted[i] as number)) <= 3),
          `${at}: ${seen} is not ${wanted}`,
        ).to.equal(true);
      };
      near([80, 110], [255, 0, 0, 128]);
      near([80, 70], [255, 0, 0, 255]);
      near([20, 110], [0, 0, 0, 0]);
      near([240, 110], [0, 0, 255, 128]);
      near([203, 75], [0, 0, 0, 0]);
      near([360, 190], [255, 0, 0, 255]);
      near([300, 230], [0, 0, 0, 0]);
      near([100, 210], [255, 0, 0, 255]);
      near([100, 195], [0, 0, 0, 0]);
    });

    it(`turns what it paints with the picture, with ${renderer}`, async () => {
      const { stage, root } = await show([], renderer);
      stage.look({ rotation: 90 });
      expect(stage.view).to.deep.equal({ x: 125, y: 0, zoom: 1.5, rotation: 90 });
      await frames();
      stage.draw([box('a', 0, 0, 20, 20)]);
      await Promise.resolve();
      expect(pixel(root, 265, 30)[3]).to.be.greaterThan(100);
      expect(pixel(root, 135, 30)[3]).to.equal(0);
    });
  }

  it('paints regions that overlap without holes, whichever way round they were drawn', async () => {
    const square = (id: string, points: number[][]): Layer => ({
      ...box(id, 0, 0, 0, 0),
      fillOpacity: 1,
      marks: [{ draw: 'path', closed: true, points }],
    });
    const { root } = await show([
      square('a', [
        [10, 10],
        [60, 10],
        [60, 60],
        [10, 60],
      ]),
      square('b', [
        [30, 30],
        [30, 80],
        [80, 80],
        [80, 30],
      ]),
    ]);
    expect(pixel(root, 180, 140)[3]).to.equal(255);
  });

  it('goes on with the canvas when the WebGL context is lost, and loses nothing', async () => {
    const { root, stage } = await show([box('a', 10, 10, 20, 40)], 'webgl');
    const canvas = [...root.querySelectorAll('canvas')].find((one) => one.getContext('webgl2'));
    canvas?.getContext('webgl2')?.getExtension('WEBGL_lose_context')?.loseContext();
    await new Promise((done) => setTimeout(done, 50));
    await frames();
    expect(isWebGL(root)).to.equal(false);
    expect(pixel(root, 80, 110)[3]).to.be.within(125, 131);
    expect(stage.bounds('a')?.left).to.equal(40);
  });

  it('asks for no WebGL where it would be slow', async () => {
    const { root, problems } = await show([box('a', 10, 10, 20, 40)], 'auto');
    await frames(3);
    expect(isWebGL(root)).to.equal(false);
    expect(problems).to.deep.equal([]);
  });

  it('says so when there is no way to draw', async () => {
    const { getContext } = HTMLCanvasElement.prototype;
    Object.assign(HTMLCanvasElement.prototype, { getContext: () => null });
    const scope = new LifetimeScope(autorun);
    scopes.push(scope);
    const problems: Problem[] = [];
    try {
      await createStage2D(document.body, scope, { renderer: 'canvas', report: (problem) => problems.push(problem) });
    } finally {
      Object.assign(HTMLCanvasElement.prototype, { getContext });
    }
    expect(problems.map(({ code }) => code)).to.deep.equal(['media/no-graphics']);
  });

  it('joins a handle to what it belongs to by a thin line', async () => {
    const handle = { id: 'c1', at: [80, 20], cursor: 'crosshair' };
    const selected = (more: object) =>
      box('a', 10, 10, 20, 20, { selected: true, handles: [{ ...handle, ...more }] as never });
    const { stage, root } = await show([selected({ from: [40, 20] })]);
    const { x, y } = stage.toClient([60, 20]);
    expect(pixel(root, x, y)[3]).to.be.above(100);
    stage.draw([selected({})]);
    await frames();
    expect(pixel(root, x, y)[3]).to.equal(0);
  });

  it('picks regions and handles, and says where regions are', async () => {
    const handles = [{ id: 'se', at: [30, 50], cursor: 'nwse-resize' }] as never;
    const { stage } = await show([box('a', 10, 10, 20, 40), box('b', 20, 20, 20, 40, { selected: true, handles })]);
    expect(stage.pick(new DOMPoint(50, 100))).to.deep.equal({ regionId: 'a' });
    expect(stage.pick(new DOMPoint(118, 153))).to.deep.equal({ regionId: 'b', handle: 'se' });
    expect(stage.pick(new DOMPoint(390, 290))).to.equal(undefined);
    const { left, top, width, height } = stage.bounds('a') as DOMRect;
    expect([left, top, width, height]).to.deep.equal([40, 70, 80, 80]);
    expect(stage.bounds('z')).to.equal(undefined);
    expect(stage.within([0, 0], [15, 15])).to.deep.equal(['a']);
  });

  it('stays fitted when it is resized, and else keeps the middle', async () => {
    const { stage, host } = await show();
    host.style.width = '200px';
    await frames(3);
    expect(stage.view.zoom).to.equal(1);
    stage.zoomBy(4);
    const middle = stage.toMedia(new DOMPoint(100, 150));
    host.style.height = '200px';
    await frames(3);
    expect(stage.view.zoom).to.equal(4);
    expect(rounded(stage.toMedia(new DOMPoint(100, 100)))).to.deep.equal(rounded(middle));
  });

  it('brings a region into view', async () => {
    const { stage } = await show([box('a', 90, 90, 5, 5)]);
    stage.look({ zoom: 10, x: 0, y: 0 });
    expect(stage.bounds('a')?.left).to.be.greaterThan(400);
    stage.reveal('a');
    const { left, right, top, bottom } = stage.bounds('a') as DOMRect;
    expect(left).to.be.at.least(0);
    expect(right).to.be.at.most(400);
    expect(top).to.be.at.least(0);
    expect(bottom).to.be.at.most(300);
  });

  it('tells observers of its view', async () => {
    const { stage } = await show();
    const seen: number[] = [];
    const stop = autorun(() => seen.push(stage.view.zoom));
    stage.zoomTo('original');
    stop();
    expect(seen).to.deep.equal([2, 1]);
  });
});

describe('createStage2D: pointers', () => {
  it('tells of press, move and release in percent, with what was hit', async () => {
    const { inputs } = await show([box('a', 10, 10, 20, 40)]);
    await drag({ x: 80, y: 110 }, { x: 120, y: 130 }, { steps: 2 });
    const gesture = inputs.slice(kinds(inputs).indexOf('press'));
    expect(kinds(gesture)).to.deep.equal(['press', 'move', 'move', 'release']);
    expect(gesture[0]).to.deep.include({ kind: 'press', hit: { regionId: 'a' } });
    expect(atOf(gesture[0])).to.deep.equal([20, 30]);
    expect(atOf(gesture.at(-1))).to.deep.equal([30, 40]);
  });

  it('passes on points beside the picture as they are, also when the pointer leaves the surface', async () => {
    const { inputs } = await show();
    await drag({ x: 20, y: 20 }, { x: 600, y: 150 }, { steps: 1 });
    expect(atOf(inputs.find(({ kind }) => kind === 'press'))).to.deep.equal([5, -15]);
    expect(atOf(inputs.at(-1))).to.deep.equal([150, 50]);
  });

  it('tells of the second press of a double click', async () => {
    const { inputs } = await show();
    await doubleClick({ x: 80, y: 110 });
    expect(kinds(inputs).filter((kind) => kind !== 'move')).to.deep.equal([
      'press',
      'release',
      'press',
      'doublepress',
      'release',
    ]);
  });

  it('tells what the pointer is over, and when it leaves', async () => {
    const { stage } = await show([box('a', 10, 10, 20, 40)]);
    const seen: (string | undefined)[] = [];
    stage.onHover((id, at) => seen.push(at && `${id} ${rounded(at)}`));
    await hover({ x: 80, y: 110 });
    await hover({ x: 300, y: 110 });
    await hover({ x: 600, y: 400 });
    expect(seen).to.deep.equal(['a 20,30', 'undefined 75,30', undefined]);
  });

  it('shows by the cursor that a click would select what is under it, while no tool draws', async () => {
    const { stage, root } = await show([box('a', 10, 10, 20, 40)]);
    await hover({ x: 80, y: 110 });
    expect(root.style.cursor).to.equal('pointer');
    await hover({ x: 300, y: 110 });
    expect(root.style.cursor).to.equal('default');
    stage.cursor('crosshair');
    await hover({ x: 80, y: 110 });
    expect(root.style.cursor).to.equal('crosshair');
  });

  it('shows the cursor of the tool, and that of a handle', async () => {
    const handles = [{ id: 'se', at: [30, 50], cursor: 'nwse-resize' }] as never;
    const { stage, root } = await show([box('a', 10, 10, 20, 40, { selected: true, handles })]);
    stage.cursor('crosshair');
    await hover({ x: 300, y: 110 });
    expect(root.style.cursor).to.equal('crosshair');
    await hover({ x: 120, y: 150 });
    expect(root.style.cursor).to.equal('nwse-resize');
  });

  it('shows two lines under the pointer, if they are wanted', async () => {
    const { root } = await show([], 'canvas', { crosshair: true });
    const lines = () =>
      [...root.children].filter(
        (child) => child.getBoundingClientRect().width === 1 || child.getBoundingClientRect().height === 1,
      );
    expect(lines()).to.have.length(0);
    await hover({ x: 80, y: 110 });
    const [across, down] = lines().map((line) => line.getBoundingClientRect());
    expect([across?.top, across?.width, down?.left, down?.height]).to.deep.equal([110, 400, 80, 300]);
    await hover({ x: 600, y: 400 });
    expect(lines()).to.have.length(0);
  });
});

describe('createStage2D: pan and zoom', () => {
  it('zooms about the pointer by ctrl and wheel, one step a notch', async () => {
    const { stage } = await show([], 'canvas', { zoomBy: 1.5 });
    const before = stage.toMedia(new DOMPoint(300, 150));
    await wheel({ x: 300, y: 150 }, { deltaY: -100, ctrl: true });
    await frames();
    expect(stage.view.zoom).to.equal(3);
    expect(rounded(stage.toMedia(new DOMPoint(300, 150)))).to.deep.equal(rounded(before));
    await wheel({ x: 300, y: 150 }, { deltaY: 100, ctrl: true });
    await frames();
    expect(stage.view).to.deep.equal({ x: 0, y: 50, zoom: 2, rotation: 0 });
  });

  it('leaves the wheel to the page when fitted, and pans by it when zoomed', async () => {
    const { stage, root } = await show();
    const prevented: boolean[] = [];
    root.parentElement?.addEventListener('wheel', (event) => prevented.push(event.defaultPrevented));
    await wheel({ x: 100, y: 150 }, { deltaY: 40 });
    await frames();
    stage.zoomBy(4);
    const { x, y } = stage.view;
    await wheel({ x: 100, y: 150 }, { deltaX: 30, deltaY: 40 });
    await frames();
    expect(prevented).to.deep.equal([false, true]);
    expect([stage.view.x, stage.view.y]).to.deep.equal([x - 30, y - 40]);
  });

  it('does not zoom by the wheel where that is not wanted', async () => {
    const { stage } = await show([], 'canvas', { zoomable: false });
    await wheel({ x: 300, y: 150 }, { deltaY: -100, ctrl: true });
    await frames();
    expect(stage.view.zoom).to.equal(2);
  });

  it('pans by the middle button, by space and drag, and by shift and drag over nothing, and tells no tool of it', async () => {
    const { stage, inputs } = await show([box('a', 50, 50, 2, 2)]);
    stage.zoomBy(4);
    const start = stage.view;
    const pressed = () => inputs.some(({ kind }) => kind === 'press');
    await drag({ x: 100, y: 100 }, { x: 110, y: 105 }, { button: 'middle' });
    expect([stage.view.x - start.x, stage.view.y - start.y]).to.deep.equal([10, 5]);
    await drag({ x: 100, y: 100 }, { x: 110, y: 105 }, { held: ['Shift'] });
    expect([stage.view.x - start.x, stage.view.y - start.y]).to.deep.equal([20, 10]);
    await sendKeys({ down: 'Space' });
    await drag({ x: 100, y: 100 }, { x: 110, y: 105 });
    await sendKeys({ up: 'Space' });
    expect([stage.view.x - start.x, stage.view.y - start.y]).to.deep.equal([30, 15]);
    expect(pressed()).to.equal(false);
    const middle = stage.toClient([51, 51]);
    await holding(['Shift'], async () => {
      await move({ x: middle.x, y: middle.y });
      await press();
      await release();
    });
    expect(pressed()).to.equal(true);
  });

  it('pans and zooms by two fingers, and cancels the gesture of the first', async () => {
    const { stage, inputs } = await show();
    await touch('touchStart', [{ id: 1, x: 150, y: 150 }]);
    await touch('touchMove', [{ id: 1, x: 160, y: 150 }]);
    await touch('touchStart', [
      { id: 1, x: 160, y: 150 },
      { id: 2, x: 240, y: 150 },
    ]);
    await touch('touchMove', [
      { id: 1, x: 120, y: 150 },
      { id: 2, x: 280, y: 150 },
    ]);
    await touch('touchEnd', [{ id: 2, x: 280, y: 150 }]);
    await touch('touchMove', [{ id: 2, x: 300, y: 170 }]);
    await touch('touchEnd');
    await frames();
    const gesture = kinds(inputs);
    expect(gesture[0]).to.equal('press');
    expect(gesture.at(-1)).to.equal('cancel');
    expect(gesture).not.to.include('release');
    expect(stage.view.zoom).to.be.closeTo(4, 0.001);
    expect(rounded(stage.toMedia(new DOMPoint(200, 150)))).to.deep.equal([50, 50]);
  });
});

describe('createStage2D: ten thousand boxes', () => {
  const many = (): Layer[] =>
    Array.from({ length: 10_000 }, (_, i) => box(`r${i}`, i % 100, Math.floor(i / 100), 1.2, 1.2));

  it('paints each once when they are loaded', async () => {
    const { stage } = await show();
    const counts = await counting(async () => {
      stage.draw(many());
      await frames(3);
    });
    expect(counts.fillRect).to.equal(10_000);
  });

  it('paints only what lies around a region that is dragged: when it is taken, and when it is let go', async () => {
    const layers = many();
    const { stage } = await show([...layers]);
    const dragTo = async (x: number, more: Partial<Layer>) => {
      layers[5050] = box('r5050', x, 50, 1.2, 1.2, more);
      stage.draw([...layers]);
      await frames(1);
    };
    const taken = await counting(() => dragTo(50.1, { selected: true }));
    expect(taken.fillRect).to.be.within(1, 500);
    const moving = await counting(async () => {
      for (let i = 2; i <= 20; i++) await dragTo(50 + i / 10, { selected: true });
    });
    // The region itself, and once more as it is selected.
    expect(moving.fillRect).to.be.at.most(2 * 19);
    const settled = await counting(() => dragTo(52, {}));
    expect(settled.fillRect).to.be.within(1, 500);
  });

  it('paints nothing for a hover but the region that is hovered', async () => {
    const layers = many();
    const { stage } = await show([...layers]);
    const counts = await counting(async () => {
      layers[77] = { ...(layers[77] as Layer), hovered: true };
      stage.draw([...layers]);
      await frames();
    });
    expect(counts.fillRect).to.equal(1);
  });

  it('paints nothing while it is panned within what was painted ahead, and while it is zoomed', async () => {
    const { stage } = await show(many());
    stage.look({ zoom: 8, x: -600, y: -300 });
    await frames();
    const counts = await counting(async () => {
      for (let i = 1; i <= 10; i++) {
        stage.look({ x: -600 - 10 * i });
        await frames(1);
      }
    });
    expect(counts.fillRect).to.equal(0);
    stage.zoomTo('fit');
    await frames();
    const zooming = await counting(async () => {
      stage.zoomBy(1.1);
      await Promise.resolve();
    });
    expect(zooming.fillRect).to.equal(0);
  });

  it('paints a zoom crisply once it has come to rest', async () => {
    const { stage, root } = await show(many());
    stage.zoomBy(1.5);
    await new Promise((done) => setTimeout(done, 400));
    const transform = getComputedStyle(root.querySelector('canvas:not([aria-hidden])') as Element).transform;
    expect(new DOMMatrix(transform).a).to.equal(1);
  });
});

describe('createStage2D: the end', () => {
  it('leaves nothing in the page and loses no context of others, fifty times over', async function () {
    this.timeout(60_000);
    const mine = document.createElement('canvas').getContext('webgl2');
    const before = document.querySelectorAll('canvas').length;
    for (let i = 0; i < 50; i++) {
      const scope = new LifetimeScope(autorun);
      const host = document.createElement('div');
      Object.assign(host.style, { width: '100px', height: '100px' });
      document.body.append(host);
      const stage = await createStage2D(host, scope, { renderer: 'webgl', report: () => {} });
      stage.show(green(20, 20));
      stage.draw([box('a', 10, 10, 20, 40)]);
      await Promise.resolve();
      stage.dispose();
      scope.dispose();
      expect(host.childElementCount).to.equal(0);
      host.remove();
    }
    await frames();
    expect(document.querySelectorAll('canvas').length).to.equal(before);
    expect(mine?.isContextLost()).to.equal(false);
  });

  it('is deaf afterwards, and forgives late calls', async () => {
    const { stage, root, inputs } = await show([box('a', 10, 10, 20, 40)]);
    document.body.append(root);
    stage.dispose();
    root.dispatchEvent(new PointerEvent('pointerdown', { clientX: 80, clientY: 110, pointerId: 1 }));
    stage.draw([]);
    stage.show(undefined);
    stage.zoomBy(2);
    await frames();
    root.remove();
    expect(inputs).to.deep.equal([]);
  });
});
