import { expect } from 'chai';
import { LifetimeScope } from '../../../src/base/scope.js';
import type { PointCloud } from '../../../src/contract/cloud.js';
import type { Layer, SceneOptions } from '../../../src/contract/surface.js';
import type { Problem } from '../../../src/model/problem.js';
import { autorun } from '../../../src/reactive/index.js';
import { Graphics } from '../../../src/surfaces/scene3d/graphics.js';
import { createScene3D } from '../../../src/surfaces/scene3d/scene3d.js';
import { surveyed } from '../../../src/surfaces/scene3d/survey.js';
import { until } from '../../support/until.js';

type Vec3 = readonly [number, number, number];

const frames = async (count = 2) => {
  for (let i = 0; i < count; i++) await new Promise((done) => requestAnimationFrame(done));
};

// What is drawn can be read at any time then, and not only in the task in which it was.
const { getContext } = HTMLCanvasElement.prototype;
before(() => {
  HTMLCanvasElement.prototype.getContext = function (this: HTMLCanvasElement, kind: string, options?: object) {
    const more = kind === 'webgl2' ? { ...options, preserveDrawingBuffer: true } : options;
    return Reflect.apply(getContext, this, [kind, more]);
  } as typeof getContext;
});
after(() => {
  HTMLCanvasElement.prototype.getContext = getContext;
});

const scopes: LifetimeScope[] = [];
afterEach(() => {
  for (const scope of scopes.splice(0)) scope.dispose();
});

function cloudOf(points: readonly Vec3[], more: Partial<PointCloud> = {}): PointCloud {
  const { origin = [0, 0, 0] as const } = more;
  const real = points.filter((point) => point.every(Number.isFinite));
  const side = (how: (...values: number[]) => number) =>
    [0, 1, 2].map((i) => how(...real.map((point) => point[i] as number)) + (origin[i] as number)) as unknown as Vec3;
  return {
    count: points.length,
    positions: new Float32Array(points.flat()),
    origin,
    bounds: real.length > 0 ? { least: side(Math.min), most: side(Math.max) } : undefined,
    ...more,
  };
}

/** Nine points, three metres apart, each half a metre higher than the last. */
const places: readonly Vec3[] = [0, 1, 2, 3, 4, 5, 6, 7, 8].map((i) => [
  ((i % 3) - 1) * 3,
  (Math.floor(i / 3) - 1) * 3,
  i / 2,
]);

interface Shown {
  readonly options?: Partial<SceneOptions>;
  readonly size?: readonly [number, number];
  readonly style?: Partial<CSSStyleDeclaration>;
}

/** A scene of 400 by 300 CSS pixels at the window's top left, seen from above. */
async function show(
  cloud: PointCloud | undefined,
  layers: readonly Layer[] = [],
  { options, size = [400, 300], style }: Shown = {},
) {
  const scope = new LifetimeScope(autorun);
  scopes.push(scope);
  const host = document.createElement('div');
  Object.assign(
    host.style,
    { position: 'fixed', left: '0', top: '0', width: `${size[0]}px`, height: `${size[1]}px`, colorScheme: 'light' },
    style,
  );
  document.body.append(host);
  scope.add(() => host.remove());
  const problems: Problem[] = [];
  const scene = await createScene3D(host, scope, { report: (problem) => problems.push(problem) });
  scene.configure({ pointSize: 5, ...options });
  scene.show(cloud);
  scene.zoomTo('top');
  scene.draw(layers);
  const root = host.querySelector<HTMLElement>('[part="surface"]') as HTMLElement;
  const canvas = root.querySelector('canvas') as HTMLCanvasElement;
  const seen = async (): Promise<ImageData> => {
    // What is asked for is drawn in the next frame at the latest.
    await frames(3);
    const context = new OffscreenCanvas(size[0], size[1]).getContext('2d') as OffscreenCanvasRenderingContext2D;
    context.drawImage(canvas, 0, 0, size[0], size[1]);
    return context.getImageData(0, 0, size[0], size[1]);
  };
  return { scene, host, root, canvas, problems, seen };
}

/** Looks again and again until something has come true. */
async function eventually(isTrue: () => Promise<boolean>): Promise<void> {
  const end = performance.now() + 8000;
  while (!(await isTrue())) if (performance.now() > end) throw new Error(`It did not come true: ${isTrue}`);
}

const pixelAt = (
  { data, width }: ImageData,
  { x, y }: { readonly x: number; readonly y: number },
): readonly number[] => {
  const k = 4 * (Math.floor(y) * width + Math.floor(x));
  return [...data.slice(k, k + 4)];
};
/** Pixels that something opaque is drawn on. */
const drawn = ({ data }: ImageData): number => data.filter((value, i) => i % 4 === 3 && value > 250).length;

function expectNear(at: readonly number[], wanted: readonly number[], within = 3): void {
  expect(
    wanted.every((value, i) => Math.abs((at[i] as number) - value) <= within),
    `${at} is not ${wanted}`,
  ).to.equal(true);
}

const box = (id: string, centre: Vec3, size: Vec3, yaw = 0, more: Partial<Layer> = {}): Layer =>
  Object.freeze<Layer>({
    id,
    marks: [{ draw: 'box3d', centre, size, rotation: [0, 0, yaw] }],
    colour: 'rgb(255, 0, 0)',
    fillOpacity: 0,
    strokeWidth: 2,
    ...more,
  });

describe('createScene3D: points', () => {
  it('draws each where it is', async () => {
    const { scene, seen } = await show(cloudOf(places), [], { options: { colourBy: 'plain' } });
    const picture = await seen();
    for (const place of places) expect(pixelAt(picture, scene.toClient(place))[3]).to.equal(255);
    // Circles of five pixels, nine of them, and nothing else.
    expect(drawn(picture)).to.be.within(9 * 15, 9 * 25);
  });

  it('does not draw what is not a number', async () => {
    const bad: readonly Vec3[] = [
      [Number.NaN, 0, 0],
      [0, Number.NaN, 0],
      [0, 0, Number.NaN],
      [Infinity, 0, 0],
    ];
    const { scene, seen } = await show(cloudOf([...bad, [5, 5, 0], [-5, -5, 0]]), [], {
      options: { colourBy: 'plain' },
    });
    scene.draw([]);
    expect(drawn(await seen())).to.be.within(2 * 15, 2 * 25);
  });

  it('colours them by height, intensity, their own colours, labels, or all alike', async () => {
    const cloud = cloudOf(places, {
      intensity: new Float32Array([0, 1, 2, 3, 4, 5, 6, 7, 8]),
      colours: new Uint8Array(places.flatMap((_, i) => [10 * i, 200, 255 - 20 * i])),
      labels: new Uint32Array([0, 1, 2, 1, 2, 1, 2, 1, 300]),
    });
    const { scene, seen } = await show(cloud);
    const colours = async (colourBy: SceneOptions['colourBy']) => {
      scene.configure({ colourBy });
      const picture = await seen();
      return places.map((place) => pixelAt(picture, scene.toClient(place)).slice(0, 3));
    };
    (await colours('rgb')).forEach((colour, i) => {
      expectNear(colour, [10 * i, 200, 255 - 20 * i], 1);
    });
    for (const ramp of ['height', 'intensity'] as const) {
      expect(new Set((await colours(ramp)).map(String)).size, ramp).to.be.greaterThan(6);
    }
    const labels = await colours('label');
    expect(labels[1]).to.deep.equal(labels[3]);
    expect(labels[1]).not.to.deep.equal(labels[2]);
    expect(labels[8]).not.to.deep.equal(labels[0]);
    const plain = await colours('plain');
    expect(new Set(plain.map(String)).size).to.equal(1);
    expect(plain[0]).to.deep.equal(labels[0]);
  });

  it('are all alike where the cloud does not have what they are to be coloured by', async () => {
    const { scene, seen } = await show(cloudOf(places), [], { options: { colourBy: 'plain' } });
    const plain = pixelAt(await seen(), scene.toClient(places[0] as Vec3));
    for (const colourBy of ['rgb', 'intensity', 'label'] as const) {
      scene.configure({ colourBy });
      expectNear(pixelAt(await seen(), scene.toClient(places[8] as Vec3)), plain, 0);
    }
  });

  it('leaves out those outside of the range of heights', async () => {
    const { scene, seen } = await show(cloudOf(places), [], { options: { heightRange: [1.9, 3.1] } });
    const alphas = async () => {
      const picture = await seen();
      return places.map((place) => (pixelAt(picture, scene.toClient(place))[3] === 255 ? 1 : 0)).join('');
    };
    expect(await alphas()).to.equal('000011100');
    scene.configure({ heightRange: undefined });
    expect(await alphas()).to.equal('111111111');
  });

  it('leaves out those that are not near to the selected box, where that is wanted', async () => {
    const selected = box('a', [0, 0, 2], [2, 2, 2], 0.3, { selected: true });
    const { scene, seen } = await show(cloudOf(places), [selected], {
      options: { sides: false, focused: true, colourBy: 'plain' },
    });
    const alphas = async () => {
      const picture = await seen();
      return places.map((place) => (pixelAt(picture, scene.toClient(place))[3] === 255 ? 1 : 0)).join('');
    };
    expect(await alphas()).to.equal('000010000');
    scene.configure({ focused: false });
    expect(await alphas()).to.equal('111111111');
  });

  it('draws all of a cloud of several pieces once the camera rests', async () => {
    const count = 300_000;
    const side = Math.ceil(Math.sqrt(count));
    const positions = new Float32Array(3 * count);
    for (let i = 0; i < count; i++) positions.set([(i % side) / 10, Math.floor(i / side) / 10, 0], 3 * i);
    const bounds = { least: [0, 0, 0] as const, most: [side / 10, side / 10, 0] as const };
    const { seen } = await show({ count, positions, origin: [0, 0, 0], bounds }, [], { options: { pointSize: 1 } });
    // More points than pixels: where they are drawn, nothing is left open.
    let picture = await seen();
    await eventually(async () => {
      picture = await seen();
      return drawn(picture) > 250 * 250;
    });
    expect(drawn(picture)).to.be.within(250 * 250, 300 * 300);
  });
});

describe('createScene3D: boxes', () => {
  it('draws their edges, wider for one that is selected, and dashed for a prediction', async () => {
    const size: Vec3 = [4, 4, 1];
    const { scene, seen } = await show(cloudOf(places), [], { options: { sides: false } });
    // How much of the picture is red.
    const red = async () => {
      const { data } = await seen();
      let all = 0;
      for (let k = 0; k < data.length; k += 4) {
        all += (Math.max(0, (data[k] as number) - (data[k + 1] as number)) * (data[k + 3] as number)) / 255 ** 2;
      }
      return all;
    };
    const points = await red();
    scene.draw([box('a', [0, 0, 5], size)]);
    const plain = (await red()) - points;
    expectNear(pixelAt(await seen(), scene.toClient([0.6, 2, 5])), [255, 0, 0, 255], 60);
    scene.draw([box('a', [0, 0, 5], size, 0, { selected: true })]);
    expect((await red()) - points).to.be.greaterThan(plain * 1.15);
    scene.draw([box('a', [0, 0, 5], size, 0, { dashed: true })]);
    expect((await red()) - points).to.be.within(plain * 0.4, plain * 0.8);
    scene.draw([]);
    expect(await red()).to.be.closeTo(points, 1);
  });

  it('draws what is being drawn', async () => {
    const { scene, seen } = await show(cloudOf(places));
    scene.sketch(box('sketch', [0, 0, 5], [4, 4, 1]));
    expectNear(pixelAt(await seen(), scene.toClient([0.6, 2, 5])), [255, 0, 0, 255], 60);
    scene.sketch(undefined);
    expect(pixelAt(await seen(), scene.toClient([0.6, 2, 5]))[3]).to.be.lessThan(60);
  });

  it('draws a thousand of them', async () => {
    const crowd = Array.from({ length: 1000 }, (_, i) =>
      box(`r${i}`, [((i % 40) - 20) / 5, (Math.floor(i / 40) - 12) / 5, 1], [0.15, 0.15, 0.2]),
    );
    const { scene, seen } = await show(cloudOf(places), crowd);
    const picture = await seen();
    for (const i of [0, 500, 999]) {
      const { centre } = (crowd[i] as Layer).marks[0] as unknown as { centre: Vec3 };
      expect(pixelAt(picture, scene.toClient([centre[0] + 0.075, centre[1], 1]))[3]).to.be.greaterThan(100);
    }
    expect(scene.pick(scene.toClient([-4, -2.4, 1]))?.regionId).to.equal('r0');
  });

  it('has captions over those in view only, and a lock on those that are locked', async () => {
    const layers = [
      box('a', [0, 0, 0], [2, 2, 1], 0, { caption: 'Car' }),
      box('b', [500, 0, 0], [2, 2, 1], 0, { caption: 'Far' }),
      box('c', [2, 2, 0], [2, 2, 1], 0, { caption: 'Van', locked: true }),
    ];
    const { scene, root } = await show(cloudOf(places), layers);
    await frames(3);
    const captions = () =>
      [...root.querySelectorAll<HTMLElement>('div')].filter(
        (element) =>
          element.style.maxWidth === '200px' &&
          /Car|Far|Van/.test(element.textContent ?? '') &&
          element.style.display !== 'none',
      );
    expect(captions().map((element) => element.textContent)).to.deep.equal(['Car', 'Van']);
    expect(captions().map((element) => element.querySelector('svg') !== null)).to.deep.equal([false, true]);
    const caption = captions()[0]?.getBoundingClientRect() as DOMRect;
    const bounds = scene.bounds('a') as DOMRectReadOnly;
    expect(Math.abs(caption.left + caption.width / 2 - (bounds.left + bounds.width / 2))).to.be.lessThan(2);
    expect(caption.bottom).to.be.at.most(bounds.top + 1);
  });

  it('tells the rectangle they are drawn in, and those within a marquee', async () => {
    const { scene } = await show(cloudOf(places), [box('a', [2, 2, 0], [2, 1, 1]), box('b', [-2, -2, 0], [1, 1, 1])]);
    const { left, right, top, bottom } = scene.bounds('a') as DOMRectReadOnly;
    const [from, to] = [scene.toClient([1, 2.5, 0]), scene.toClient([3, 1.5, 0])];
    expectNear([left, top, right, bottom], [from.x, from.y, to.x, to.y], 0.01);
    expect(scene.bounds('none')).to.equal(undefined);
    expect(scene.within([0, 0, 0], [4, 4, 0])).to.deep.equal(['a']);
    expect(scene.within([4, 4, 0], [-4, -4, 9])).to.deep.equal(['a', 'b']);
  });
});

describe('createScene3D: side views', () => {
  const selected = box('a', [1, 2, 1], [4, 2, 1.5], 0.5, { selected: true });
  const panels = (root: HTMLElement) =>
    [...root.querySelectorAll<HTMLElement>('[data-side]')].map((element) => element.dataset.side);

  it('are there for one selected box, called by their side, and not otherwise', async () => {
    const { scene, root } = await show(cloudOf(places), [selected], { size: [800, 500] });
    await frames(3);
    expect(panels(root)).to.deep.equal(['top', 'side', 'front']);
    expect(root.querySelector('[data-side="front"]')?.textContent).to.equal('Front');
    scene.draw([selected, box('b', [0, 0, 0], [1, 1, 1], 0, { selected: true })]);
    await frames(3);
    expect(panels(root)).to.deep.equal([]);
    scene.draw([selected]);
    scene.configure({ sides: false });
    await frames(3);
    expect(panels(root)).to.deep.equal([]);
  });

  it('show the points at the box, those inside at full strength', async () => {
    const turned = (x: number, y: number, z: number): Vec3 => [
      1 + x * Math.cos(0.5) - y * Math.sin(0.5),
      2 + x * Math.sin(0.5) + y * Math.cos(0.5),
      1 + z,
    ];
    const cloud = cloudOf([turned(1, 0.5, 0.3), turned(2.3, 0.6, 0), turned(0, 0, 9), [-20, -20, 0], [20, 20, 0]]);
    const { root, seen } = await show(cloud, [selected], { size: [800, 500], options: { colourBy: 'plain' } });
    const picture = await seen();
    const { left, top, width, height } = (
      root.querySelector('[data-side="top"]') as HTMLElement
    ).getBoundingClientRect();
    const scale = 0.6 * Math.min(width / 4, height / 2);
    const at = (x: number, y: number) =>
      pixelAt(picture, { x: left + width / 2 + x * scale, y: top + height / 2 - y * scale })[3];
    expect(at(1, 0.5)).to.equal(255);
    expect(at(2.3, 0.6)).to.be.within(60, 120);
    // High above the box: not drawn.
    expect(at(0, 0)).to.be.lessThan(60);
  });

  it('lie on the main view, which stays as it is when they come', async () => {
    const { scene } = await show(cloudOf(places), [], { size: [800, 500] });
    const before = scene.toClient([1, 2, 1]);
    scene.draw([selected]);
    await frames(3);
    const after = scene.toClient([1, 2, 1]);
    expect([after.x, after.y]).to.deep.equal([before.x, before.y]);
  });
});

describe('createScene3D: the camera', () => {
  const utm: Vec3 = [512_345.5, 5_403_211.25, 431.125];
  const far = (place: Vec3): Vec3 => [place[0] + utm[0], place[1] + utm[1], place[2] + utm[2]];

  it('leads from a place to the screen and back, to a millimetre in the coordinates of a map', async () => {
    const { scene } = await show(cloudOf(places, { origin: utm }));
    // From above: on the ground.
    for (const [x, y] of places) {
      const [a, b, c] = scene.toMedia(scene.toClient(far([x, y, 0])));
      expectNear([a, b], far([x, y, 0]).slice(0, 2), 0.001);
      expectNear([c], [utm[2]], 0.1);
    }
    scene.look({ mode: 'orbit' });
    // In perspective: on the point that is seen there.
    for (const place of places) expectNear(scene.toMedia(scene.toClient(far(place))), far(place), 0.001);
  });

  it('draws the coordinates of a map where they are', async () => {
    const { scene, seen } = await show(cloudOf(places, { origin: utm }), [box('a', far([0, 0, 2]), [4, 4, 1])]);
    scene.look({ mode: 'orbit' });
    scene.zoomTo('all');
    const picture = await seen();
    for (const place of places) expect(pixelAt(picture, scene.toClient(far(place)))[3]).to.equal(255);
    expectNear(pixelAt(picture, scene.toClient(far([0.6, -2, 1.5]))), [255, 0, 0], 80);
  });

  it('turns to a region, and pans as little as needed to show one', async () => {
    const { scene } = await show(cloudOf(places), [box('a', [40, 0, 0], [4, 2, 1]), box('b', [0, 0, 0], [1, 1, 1])]);
    const { view } = scene;
    scene.reveal('b');
    expect(scene.view).to.equal(view);
    scene.reveal('a');
    const { left, right } = scene.bounds('a') as DOMRectReadOnly;
    expect(right).to.be.at.most(400.01);
    expect(left).to.be.within(200, 399);
    expect(right).to.be.greaterThan(399.9);
    scene.zoomToRegion('a');
    const bounds = scene.bounds('a') as DOMRectReadOnly;
    expectNear([bounds.left + bounds.width / 2, bounds.top + bounds.height / 2], [200, 150], 2);
    expect(bounds.width).to.be.greaterThan(90);
  });

  it('zooms about a place', async () => {
    const { scene } = await show(cloudOf(places));
    const place: Vec3 = [3, 3, 0];
    const { x, y } = scene.toClient(place);
    scene.zoomBy(2, new DOMPointReadOnly(x, y));
    const after = scene.toClient(place);
    expectNear([after.x, after.y], [x, y], 0.01);
    expect(scene.pixel.length).to.equal(3);
  });

  it('shows all again in another size', async () => {
    const { scene, host, canvas } = await show(cloudOf(places));
    Object.assign(host.style, { width: '700px', height: '200px' });
    await until(() => canvas.width === 700 * Math.min(2, devicePixelRatio));
    for (const place of places) {
      const { x, y } = scene.toClient(place);
      expect(x > 0 && x < 700 && y > 0 && y < 200).to.equal(true);
    }
  });
});

describe('createScene3D: the surface', () => {
  it('is blank until it shows a cloud, and has a name and the focus', async () => {
    const { scene, root } = await show(undefined, [], { options: { label: 'Street' } });
    expect(scene.blank).to.equal(true);
    expect(scene.cloud()).to.equal(undefined);
    expect(scene.pick(new DOMPointReadOnly(200, 150))).to.equal(undefined);
    const cloud = cloudOf(places);
    scene.show(cloud);
    expect([scene.blank, scene.cloud()]).to.deep.equal([false, cloud]);
    expect([root.getAttribute('role'), root.getAttribute('aria-label'), root.tabIndex]).to.deep.equal([
      'application',
      'Street',
      0,
    ]);
    scene.show(undefined);
    expect(scene.blank).to.equal(true);
  });

  it('shows a cloud of no points, or of none that are numbers', async () => {
    for (const cloud of [cloudOf([]), cloudOf([[Number.NaN, 0, 0]])]) {
      const { scene, seen, problems } = await show(cloud);
      expect(drawn(await seen())).to.equal(0);
      expect(scene.view.eye.every(Number.isFinite)).to.equal(true);
      expect(problems).to.deep.equal([]);
    }
  });

  it('draws darker on a light theme than on a dark one, and sees it switched', async () => {
    const { scene, host, seen } = await show(cloudOf(places), [], { options: { colourBy: 'plain' } });
    const brightness = async () => pixelAt(await seen(), scene.toClient(places[4] as Vec3))[0] as number;
    const light = await brightness();
    host.style.colorScheme = 'dark';
    await eventually(async () => (await brightness()) > light + 40);
  });

  it('says so where there is no WebGL, and goes on without', async () => {
    const { prototype } = HTMLCanvasElement;
    const before = prototype.getContext;
    prototype.getContext = function (this: HTMLCanvasElement, kind: string, ...rest: unknown[]) {
      return kind.startsWith('webgl') ? null : Reflect.apply(getContext, this, [kind, ...rest]);
    } as typeof getContext;
    try {
      const { scene, root, problems } = await show(cloudOf(places), [box('a', [0, 0, 0], [2, 2, 2])]);
      expect(problems.map(({ code }) => code)).to.deep.equal(['media/no-graphics']);
      expect(root.querySelector('[role="status"]')?.textContent).to.include('WebGL');
      expect(scene.pick(scene.toClient([0.9, 0, 1]))?.regionId).to.equal(undefined);
      expect(scene.pick(scene.toClient([1, 0, 1]))?.regionId).to.equal('a');
    } finally {
      prototype.getContext = before;
    }
  });

  it('draws again after the context was lost, and says so meanwhile', async () => {
    const { scene, root, canvas, seen } = await show(cloudOf(places), [box('a', [0, 0, 5], [4, 4, 1])]);
    await seen();
    const context = canvas.getContext('webgl2') as WebGL2RenderingContext;
    const loser = context.getExtension('WEBGL_lose_context') as WEBGL_lose_context;
    const notice = root.querySelector('[role="status"]') as HTMLElement;
    loser.loseContext();
    await until(() => notice.style.display !== 'none');
    expect(notice.textContent).to.include('graphics');
    loser.restoreContext();
    await until(() => notice.style.display === 'none');
    const picture = await seen();
    for (const place of places) expect(pixelAt(picture, scene.toClient(place))[3]).to.equal(255);
    expectNear(pixelAt(picture, scene.toClient([0.6, 2, 5])), [255, 0, 0, 255], 60);
  });

  it('gives back what it has taken', async () => {
    const { scene, root, canvas, seen } = await show(cloudOf(places));
    await seen();
    const context = canvas.getContext('webgl2') as WebGL2RenderingContext;
    scene.dispose();
    expect(root.isConnected).to.equal(false);
    expect(context.isContextLost()).to.equal(true);
    expect(canvas.width).to.equal(0);
  });
});

describe('Graphics', () => {
  it('holds nothing on the graphics card after it was disposed', () => {
    const canvas = document.createElement('canvas');
    const context = canvas.getContext('webgl2') as WebGL2RenderingContext;
    const graphics = new Graphics(canvas, context);
    const cloud = cloudOf(places, { intensity: new Float32Array(9) });
    graphics.set([0, 0, 0], true);
    graphics.resize(100, 100, 1);
    graphics.points.show(cloud, surveyed(cloud, [0, 0, 1]));
    expect(graphics.points.more()).to.equal(true);
    expect(graphics.points.more()).to.equal(false);
    graphics.points.gather(new Uint32Array([0, 4]));
    graphics.boxes.update([box('a', [0, 0, 0], [1, 1, 1])], [0, 0, 0]);
    const lens = {
      panel: { left: 0, top: 0, width: 100, height: 100 },
      eye: [0, 0, 50] as const,
      right: [1, 0, 0] as const,
      up: [0, 1, 0] as const,
      back: [0, 0, 1] as const,
      perspective: false,
      scale: 10,
      near: 0,
      far: 100,
    };
    const look = {
      size: 2,
      colourBy: 'height' as const,
      up: [0, 0, 1] as const,
      shown: undefined,
      ramp: [0, 4] as const,
    };
    for (const nearby of [true, false]) graphics.paintPoints([{ lens, nearby, grid: true }], look, Infinity);
    graphics.paint([{ lens, only: undefined }], [], undefined, [0, 0, 0], [0, 0, 1]);
    expect(graphics.held.geometries).to.be.greaterThan(4);
    expect(graphics.held.textures).to.be.greaterThan(1);
    graphics.dispose();
    expect(graphics.held).to.deep.equal({ geometries: 0, textures: 0 });
    context.getExtension('WEBGL_lose_context')?.loseContext();
  });
});
