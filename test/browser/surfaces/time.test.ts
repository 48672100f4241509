import { expect } from 'chai';
import { LifetimeScope } from '../../../src/base/scope.js';
import type { Mark } from '../../../src/contract/shape.js';
import type { Clock, Layer, TimeAxis, TimeOptions, WaveSource } from '../../../src/contract/surface.js';
import type { Input } from '../../../src/contract/tool.js';
import { autorun, observable, runInAction } from '../../../src/reactive/index.js';
import { createTimeAxis } from '../../../src/surfaces/time/time-axis.js';
import { click, doubleClick, drag, hover, keys, move, press, release, touch, wheel } from '../../support/input.js';
import { until } from '../../support/until.js';

/** Observable but for some fields, which the code under test writes while it reads. */
const observableBut = <T extends object>(fields: T, plain: readonly string[]): T => {
  const entries = Object.entries(fields);
  const of = (wanted: boolean) => Object.fromEntries(entries.filter(([key]) => plain.includes(key) === wanted));
  return Object.assign(observable(of(false)), of(true)) as T;
};

const frames = async (count = 3) => {
  for (let i = 0; i < count; i++) await new Promise((done) => requestAnimationFrame(done));
};

type FakeClock = { -readonly [K in keyof Clock]: Clock[K] } & { readonly seeks: number[] };

function fakeClock(): FakeClock {
  const seeks: number[] = [];
  const clock = observableBut(
    {
      time: 0,
      duration: 10,
      playing: false,
      rate: 1,
      stretch: undefined,
      seeks,
      seek(time: number) {
        seeks.push(time);
        runInAction(() => {
          clock.time = time;
        });
      },
      play: () => {},
      pause: () => {},
      setRate: () => {},
      attach: () => () => {},
    } as FakeClock,
    ['seeks'],
  );
  return clock;
}
const set = (clock: FakeClock, values: Partial<FakeClock>) => runInAction(() => Object.assign(clock, values));

interface FakeWave extends WaveSource {
  readonly asked: { readonly start: number; readonly end: number; readonly signal: AbortSignal }[];
  columnCalls: number;
}

/**
 * Ten seconds: from second 2 to 4 as loud as 0.8 in the first channel, from 6 to 7 in the second; else silent.
 *
 * @param near whether it gives its samples, 8000 a second (else 1000): each tenth is up, all others down
 */
function fakeWave({ known = 10, channels = 1, near = false } = {}): FakeWave {
  const loud = (channel: number, time: number) => (channel === 0 ? time >= 2 && time < 4 : time >= 6 && time < 7);
  const rate = near ? 8000 : 1000;
  const wave: FakeWave = observableBut(
    {
      duration: 10,
      known,
      channels,
      sampleRate: rate,
      revision: 0,
      asked: [],
      columnCalls: 0,
      columns(channel: number, start: number, end: number, columns: number) {
        wave.columnCalls++;
        const found = new Float32Array(2 * columns);
        for (let k = 0; k < columns; k++) {
          const time = start + ((k + 0.5) * (end - start)) / columns;
          const height = time > wave.known ? Number.NaN : loud(channel, time) ? 0.8 : 0;
          found.set([-height, height], 2 * k);
        }
        return found;
      },
      ...(near && { samples }),
    } as FakeWave,
    ['asked', 'columnCalls', 'columns'],
  );
  async function samples(channel: number, start: number, end: number, signal: AbortSignal) {
    wave.asked.push({ start, end, signal });
    const [from, to] = [Math.round(start * rate), Math.round(end * rate)];
    await frames(2);
    return Float32Array.from({ length: to - from }, (_, i) => ((from + i) % 10 === channel ? 0.8 : -0.8));
  }
  return wave;
}

interface Setup {
  readonly length?: number | undefined;
  readonly wave?: WaveSource;
  readonly options?: Partial<TimeOptions>;
  readonly layers?: readonly Layer[];
  readonly width?: number;
  readonly height?: number;
}
interface Shown {
  readonly axis: TimeAxis;
  readonly clock: FakeClock;
  readonly root: HTMLElement;
  readonly host: HTMLElement;
  readonly inputs: Input<number>[];
  readonly hovered: (readonly [string | undefined, number | undefined])[];
}

const scopes: LifetimeScope[] = [];

/** An axis of 624 CSS pixels at the window's top left, whose view is 600 wide and begins at 12. */
async function show({ length = 10, layers = [], options = {}, wave, width = 624, height }: Setup = {}): Promise<Shown> {
  const scope = new LifetimeScope(autorun);
  scopes.push(scope);
  const host = document.createElement('div');
  Object.assign(host.style, { position: 'fixed', left: '0', top: '0', width: `${width}px`, font: '13px sans-serif' });
  if (height !== undefined) host.style.height = `${height}px`;
  document.body.append(host);
  scope.add(() => host.remove());
  const clock = fakeClock();
  const axis = await createTimeAxis(host, scope, { clock, report: (problem) => expect.fail(problem.message) });
  axis.configure({ waveHeight: 100, ...options });
  axis.show(length, wave);
  axis.draw(layers);
  const inputs: Input<number>[] = [];
  const hovered: (readonly [string | undefined, number | undefined])[] = [];
  axis.onInput((input) => inputs.push(input));
  axis.onHover((id, at) => hovered.push([id, at]));
  await frames();
  return { axis, clock, host, inputs, hovered, root: host.querySelector('[part=surface]') as HTMLElement };
}

const layer = (id: string, marks: readonly Mark[], more: Partial<Layer> = {}): Layer =>
  Object.freeze({ id, marks, colour: 'rgb(255, 0, 0)', fillOpacity: 0.4, strokeWidth: 1, ...more });
const span = (id: string, start: number, end: number, more: Partial<Layer> = {}): Layer =>
  layer(id, [{ draw: 'span', start, end }], more);
const selected = (id: string, start: number, end: number): Layer =>
  span(id, start, end, {
    selected: true,
    handles: [
      { id: 'start', at: start },
      { id: 'end', at: end },
    ] as unknown as NonNullable<Layer['handles']>,
  });

/** Two frames of a film a second, so that frame k begins at second (k - 1) / 2. */
const film: Partial<TimeOptions> = {
  unit: 'frames',
  rows: 'each',
  waveHeight: 0,
  overview: false,
  fromClock: (seconds) => Math.floor(seconds * 2) + 1,
  toClock: (frame) => (frame - 1) / 2,
};

/** What a canvas of the surface shows at a point of the window. */
function pixel(root: HTMLElement, name: 'wave' | 'marks' | 'ticks' | 'whole', x: number, y: number): number[] {
  const canvas = root.querySelector(`canvas.le-time-${name}`) as HTMLCanvasElement;
  const box = canvas.getBoundingClientRect();
  const scale = canvas.width / box.width;
  const context = canvas.getContext('2d') as CanvasRenderingContext2D;
  return [...context.getImageData(Math.floor((x - box.left) * scale), Math.floor((y - box.top) * scale), 1, 1).data];
}
const isPainted = (...where: Parameters<typeof pixel>) => (pixel(...where)[3] as number) > 100;

/** A time of the axis in the middle of its wave, or so many CSS pixels below that. */
const onWave = (axis: TimeAxis, at: number, below = 0) => {
  const { x, y } = axis.toClient(at);
  return { x, y: y + below };
};
const partOf = (root: HTMLElement, name: string) =>
  (root.querySelector(`.le-time-${name}`) as HTMLElement).getBoundingClientRect();
const onRuler = (axis: TimeAxis, root: HTMLElement, at: number) => ({
  x: axis.toClient(at).x,
  y: partOf(root, 'ruler').top + 14,
});
const kinds = (inputs: readonly Input<number>[]) => inputs.map(({ kind }) => kind).filter((kind) => kind !== 'move');
const hundredths = (value: number) => Math.round(value * 100) / 100;

/** Counts calls of the 2D canvas while `run` runs. */
async function counting<K extends 'roundRect' | 'fillText' | 'clearRect' | 'fillRect'>(
  names: readonly K[],
  run: () => void | Promise<void>,
): Promise<Record<K, number>> {
  const counts = Object.fromEntries(names.map((name) => [name, 0])) as Record<K, number>;
  const { prototype } = CanvasRenderingContext2D;
  const originals = names.map((name) => [name, prototype[name]] as const);
  for (const [name, original] of originals) {
    Object.assign(prototype, {
      [name](this: CanvasRenderingContext2D, ...args: never[]) {
        counts[name]++;
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

describe('createTimeAxis', () => {
  afterEach(async () => {
    for (const scope of scopes.splice(0)) scope.dispose();
    await move({ x: 790, y: 590 });
  });

  describe('shows', () => {
    it('all of a sound, and translates between the window and seconds', async () => {
      const { axis } = await show();
      expect(axis.view).to.deep.equal({ start: 0, end: 10 });
      expect(axis.toClient(0).x).to.equal(12);
      expect(axis.toClient(10).x).to.equal(612);
      expect(axis.toMedia(new DOMPoint(312, 5))).to.equal(5);
      expect(axis.pixel[0]).to.equal(10 / 600);
      expect(axis.tolerance[0]).to.equal(40 / 600);
    });

    it('nothing before it is known how long it is', async () => {
      const { axis, inputs, clock } = await show({ length: undefined });
      axis.show(undefined);
      expect(axis.blank).to.equal(true);
      await click({ x: 300, y: 90 });
      expect(inputs).to.deep.equal([]);
      expect(clock.seeks).to.deep.equal([]);
      axis.show(20);
      expect(axis.blank).to.equal(false);
      expect(axis.view).to.deep.equal({ start: 0, end: 20 });
    });

    it('stays at the whole when there is more of it, and where one looks when one looks nearer', async () => {
      const { axis } = await show();
      axis.show(12);
      expect(axis.view).to.deep.equal({ start: 0, end: 12 });
      axis.look({ start: 3, end: 5 });
      axis.show(20);
      expect(axis.view).to.deep.equal({ start: 3, end: 5 });
      axis.show(4);
      expect(axis.view).to.deep.equal({ start: 2, end: 4 });
      axis.zoomTo('all');
      expect(axis.view).to.deep.equal({ start: 0, end: 4 });
    });

    it('can be reached by keyboard and has a name', async () => {
      const { root, axis } = await show();
      axis.configure({ label: 'Interview' });
      expect(root.tabIndex).to.equal(0);
      expect(root.getAttribute('aria-label')).to.equal('Interview');
      const description = root.querySelector(`#${root.getAttribute('aria-describedby')}`);
      expect(description?.textContent).to.equal('Time 0:00.000');
    });

    it('is as high as what it shows, until it scrolls', async () => {
      const { root, axis } = await show({ wave: fakeWave() });
      const low = root.offsetHeight;
      axis.draw([span('a', 1, 5), span('b', 2, 6), span('c', 3, 7)]);
      expect(root.offsetHeight).to.equal(low + 44);
      axis.draw(Array.from({ length: 30 }, (_, i) => span(`r${i}`, 1, 5)));
      await frames();
      expect(root.offsetHeight).to.equal(low + 7 * 22);
      expect(partOf(root, 'thumb').height).to.be.greaterThan(10);
    });
  });

  describe('a wave', () => {
    it('lies where its source says, as high as its samples', async () => {
      const { root, axis } = await show({ wave: fakeWave() });
      for (const [at, below, painted] of [
        [1.97, 20, false],
        [2.03, 20, true],
        [3.97, 38, true],
        [3.97, 42, false],
        [4.03, 20, false],
        [5, 0, true],
      ] as const) {
        const { x, y } = onWave(axis, at, below);
        expect(isPainted(root, 'wave', x, y), `at ${at}, ${below} below`).to.equal(painted);
      }
    });

    it('lies there to the pixel also where one looks nearer', async () => {
      const { root, axis } = await show({ wave: fakeWave() });
      axis.look({ start: 1.9137, end: 2.7137 });
      await frames();
      const { x, y } = onWave(axis, 2, 20);
      expect(isPainted(root, 'wave', x - 1.5, y)).to.equal(false);
      expect(isPainted(root, 'wave', x + 1.5, y)).to.equal(true);
    });

    it('is drawn taller by its amplitude, and no taller than there is room', async () => {
      const { root, axis } = await show({ wave: fakeWave(), options: { amplitude: 0.5 } });
      const seen = (below: number) => isPainted(root, 'wave', ...xy(onWave(axis, 3, below)));
      expect([seen(18), seen(22)]).to.deep.equal([true, false]);
      axis.configure({ amplitude: 5 });
      await frames();
      expect(seen(48)).to.equal(true);
    });

    it('has its channels together, or below one another', async () => {
      const { root, axis } = await show({ wave: fakeWave({ channels: 2 }) });
      const height = root.offsetHeight;
      const seen = (at: number, below: number) => isPainted(root, 'wave', ...xy(onWave(axis, at, below)));
      expect([seen(3, 20), seen(6.5, 20)]).to.deep.equal([true, true]);
      axis.configure({ splitChannels: true });
      await frames();
      expect(root.offsetHeight).to.equal(height + 100);
      // The middle of the wave is now the line between the two.
      expect([seen(3, -70), seen(3, 70), seen(6.5, -70), seen(6.5, 70)]).to.deep.equal([true, false, false, true]);
    });

    it('is hatched where it is not known yet, until it is', async () => {
      const wave = fakeWave({ known: 5 });
      const { root, axis } = await show({ wave });
      const { x, y } = onWave(axis, 7.5);
      const inked = () => {
        const canvas = root.querySelector('canvas.le-time-wave') as HTMLCanvasElement;
        const box = canvas.getBoundingClientRect();
        const context = canvas.getContext('2d') as CanvasRenderingContext2D;
        const ratio = canvas.width / box.width;
        const { data } = context.getImageData((x - 20) * ratio, (y - box.top - 40) * ratio, 40, 30);
        return data.filter((value, i) => i % 4 === 3 && value > 0).length;
      };
      expect(inked()).to.be.greaterThan(50);
      runInAction(() => Object.assign(wave, { known: 10, revision: 1 }));
      await frames();
      expect(inked()).to.equal(0);
    });

    it('is drawn by its samples, each in its place, where one looks so near', async () => {
      const wave = fakeWave({ near: true });
      const { root, axis } = await show({ wave });
      expect(wave.asked).to.deep.equal([]);
      // Twenty samples, 30 pixels from one to the next. That at 5.00125 is up, the next one down.
      axis.look({ start: 5, end: 5.0025 });
      const seen = (at: number, below: number) => isPainted(root, 'wave', ...xy(onWave(axis, at, below)));
      await until(() => seen(5.00125, -40));
      expect(seen(5.001375, 40)).to.equal(true);
      expect([seen(5.00125, 40), seen(5.001375, -40)]).to.deep.equal([false, false]);
      const asked = wave.asked.length;
      axis.look({ start: 5.0005, end: 5.003 });
      await frames();
      expect(wave.asked.length, 'what is beside is there already').to.equal(asked);
    });

    it('is drawn by its samples also where several are in one pixel', async () => {
      const { root, axis } = await show({ wave: fakeWave({ near: true }) });
      axis.look({ start: 5, end: 6 });
      const seen = (below: number) => isPainted(root, 'wave', ...xy(onWave(axis, 5.5, below)));
      await until(() => seen(-38));
      expect([seen(38), seen(-42), seen(42)]).to.deep.equal([true, false, false]);
    });

    it('gives up samples that it needs no more', async () => {
      const wave = fakeWave({ near: true });
      const { axis } = await show({ wave });
      axis.look({ start: 5, end: 5.02 });
      await until(() => wave.asked.length === 1);
      axis.look({ start: 8, end: 8.02 });
      await until(() => wave.asked.length === 2);
      expect(wave.asked.map(({ signal }) => signal.aborted)).to.deep.equal([true, false]);
    });

    it('is as near as ten samples and no nearer', async () => {
      const { axis } = await show({ wave: fakeWave() });
      axis.zoomBy(1e9, 5);
      expect(hundredths((axis.view.end - axis.view.start) * 1000)).to.equal(10);
      expect(Math.abs((axis.view.end + axis.view.start) / 2 - 5)).to.be.lessThan(1e-9);
    });

    it('is not drawn again while regions change or it plays', async () => {
      const wave = fakeWave();
      const { axis, clock } = await show({ wave, layers: [span('a', 1, 2)] });
      const before = wave.columnCalls;
      axis.draw([span('a', 1, 3)]);
      await frames();
      set(clock, { playing: true, time: 3 });
      await frames();
      expect(wave.columnCalls).to.equal(before);
    });
  });

  describe('regions', () => {
    it('are tinted over the wave and lie in lanes below', async () => {
      const { root, axis } = await show({ wave: fakeWave(), layers: [span('a', 5, 8), span('b', 6, 9)] });
      const seen = (at: number, id?: string) => {
        const { x, y } = axis.toClient(at, id);
        return pixel(root, 'marks', x, y)[3] as number;
      };
      expect(seen(5.5)).to.be.greaterThan(40);
      expect(seen(7), 'over one another').to.be.greaterThan(seen(5.5) + 20);
      expect(seen(4.9)).to.equal(0);
      expect([seen(5.5, 'a') > 0, seen(5.5, 'b') > 0, seen(8.5, 'a') > 0, seen(8.5, 'b') > 0]).to.deep.equal([
        true,
        false,
        false,
        true,
      ]);
    });

    it('say where they are drawn', async () => {
      const { axis } = await show({ wave: fakeWave(), layers: [span('a', 5, 8), span('b', 6, 9)] });
      const [a, b] = [axis.bounds('a'), axis.bounds('b')];
      expect([a?.left, a?.right, a?.height]).to.deep.equal([312, 492, 22]);
      expect(b?.top).to.equal((a?.top ?? 0) + 22);
      axis.look({ start: 0, end: 2 });
      expect(axis.bounds('a')).to.equal(undefined);
      expect(axis.bounds('none')).to.equal(undefined);
      expect(axis.within(7, 8.5)).to.deep.equal(['a', 'b']);
      expect(axis.within(8.5, 8.2)).to.deep.equal(['b']);
    });

    it('on one channel are tinted there only', async () => {
      const marks = [{ draw: 'span', start: 5, end: 8, track: 1 } as const];
      const options = { splitChannels: true };
      const { root, axis } = await show({ wave: fakeWave({ channels: 2 }), options, layers: [layer('a', marks)] });
      const seen = (below: number) => (pixel(root, 'marks', ...xy(onWave(axis, 6, below)))[3] as number) > 0;
      expect([seen(-50), seen(50)]).to.deep.equal([false, true]);
      expect(axis.pick(new DOMPoint(...xy(onWave(axis, 6, -50))))).to.equal(undefined);
      expect(axis.pick(new DOMPoint(...xy(onWave(axis, 6, 50))))).to.deep.equal({ regionId: 'a' });
    });

    it('are picked over the wave and by their bars: of several the shortest', async () => {
      const { axis } = await show({ wave: fakeWave(), layers: [span('long', 1, 9), span('short', 4, 5)] });
      const pick = (at: number, id?: string) => axis.pick(axis.toClient(at, id))?.regionId;
      expect([pick(2), pick(4.5), pick(9.5)]).to.deep.equal(['long', 'short', undefined]);
      expect([pick(4.5, 'long'), pick(4.5, 'short'), pick(6, 'short')]).to.deep.equal(['long', 'short', undefined]);
    });

    it('that are selected have handles at their ends, ten pixels wide, over the wave and at the bar', async () => {
      const { axis, root } = await show({ wave: fakeWave(), layers: [selected('a', 4, 6)] });
      for (const id of [undefined, 'a']) {
        const pick = (at: number, by: number) => {
          const { x, y } = axis.toClient(at, id);
          return axis.pick(new DOMPoint(x + by, y))?.handle;
        };
        expect([pick(4, -5), pick(4, 5), pick(6, -5), pick(6, 5)]).to.deep.equal(['start', 'start', 'end', 'end']);
        expect([pick(4, 9), pick(6, 9)]).to.deep.equal([undefined, undefined]);
      }
      await hover(axis.toClient(4));
      expect(root.style.cursor).to.equal('ew-resize');
      await hover(axis.toClient(5));
      expect(root.style.cursor).to.equal('move');
      axis.cursor('crosshair');
      await hover(axis.toClient(2));
      expect(root.style.cursor).to.equal('crosshair');
    });

    it('that are short leave their middle to move them by, and yet have handles to grab', async () => {
      const { axis } = await show({ wave: fakeWave(), layers: [selected('a', 5, 5.2)] });
      const { x, y } = axis.toClient(5.1);
      const pick = (by: number) => axis.pick(new DOMPoint(x + by, y))?.handle;
      expect([pick(-9), pick(-5), pick(0), pick(5), pick(9)]).to.deep.equal([
        'start',
        'start',
        undefined,
        'end',
        'end',
      ]);
    });

    it('of which there are 2,000 are drawn where they are in view, and nowhere else', async () => {
      const all = Array.from({ length: 2000 }, (_, i) => span(`r${i}`, i / 2, i / 2 + 0.9));
      const { axis } = await show({ length: 1000, layers: all });
      const counts = await counting(['roundRect'], async () => {
        axis.look({ start: 500, end: 505 });
        await frames();
      });
      // Some 12 bars, each with its edge.
      expect(counts.roundRect).to.be.within(20, 40);
    });

    it('scroll where there are more than have room, and are brought into view', async () => {
      const layers = Array.from({ length: 40 }, (_, i) => span(`r${i}`, 1 + i / 100, 5));
      const { axis, root } = await show({ layers });
      const field = partOf(root, 'field');
      expect(axis.bounds('r39')).to.equal(undefined);
      axis.reveal('r39');
      await frames();
      const bounds = axis.bounds('r39') as DOMRectReadOnly;
      expect(bounds.height).to.equal(22);
      expect(bounds.bottom).to.be.at.most(field.bottom);
      const at = { x: 200, y: field.top + 40 };
      await move(at);
      await wheel(at, { deltaY: -2000 });
      await until(() => axis.bounds('r0')?.height === 22);
      expect(axis.view, 'the time stays').to.deep.equal({ start: 0, end: 10 });
      const thumb = partOf(root, 'thumb');
      await drag({ x: thumb.x + 3, y: thumb.y + 5 }, { x: thumb.x + 3, y: thumb.y + 500 });
      expect(axis.bounds('r39')?.height).to.equal(22);
    });

    it('are brought into view in time', async () => {
      const { axis } = await show({ layers: [span('a', 7, 8)] });
      axis.look({ start: 0, end: 2 });
      axis.reveal('a');
      expect(axis.view.start).to.be.lessThan(7);
      expect(axis.view.end).to.be.greaterThan(8);
      expect(hundredths(axis.view.end - axis.view.start)).to.equal(2);
    });

    it('are sketched while they are drawn', async () => {
      const { axis, root } = await show({ wave: fakeWave(), layers: [span('a', 1, 9)] });
      axis.sketch(span('sketch', 6, 7));
      await frames();
      const below = axis.bounds('a')?.bottom ?? 0;
      expect(isPainted(root, 'marks', axis.toClient(6.5).x, below + 11)).to.equal(true);
      axis.sketch(undefined);
      await frames();
      expect(pixel(root, 'marks', axis.toClient(6.5).x, Math.min(below + 11, root.offsetHeight - 2))[3]).to.equal(0);
    });
  });

  describe('pointers', () => {
    it('drag in seconds, to half a pixel', async () => {
      const { axis, inputs, clock } = await show({ wave: fakeWave() });
      await drag(axis.toClient(2), axis.toClient(4.5));
      expect(kinds(inputs)).to.deep.equal(['press', 'release']);
      const [first, last] = [inputs.find(({ kind }) => kind === 'press'), inputs.at(-1)];
      const half = (axis.pixel[0] ?? 0) / 2;
      expect(first && 'at' in first && Math.abs(first.at - 2)).to.be.at.most(half);
      expect(last && 'at' in last && Math.abs(last.at - 4.5)).to.be.at.most(half);
      expect(clock.seeks).to.deep.equal([]);
    });

    it('click where no region is, which seeks', async () => {
      const { axis, inputs, clock } = await show({ wave: fakeWave(), layers: [span('a', 6, 8)] });
      await click(axis.toClient(3));
      expect(clock.seeks.map(hundredths)).to.deep.equal([3]);
      expect(kinds(inputs)).to.deep.equal(['press', 'release']);
      await click(axis.toClient(7));
      await click(axis.toClient(7, 'a'));
      expect(clock.seeks.length).to.equal(1);
      expect(inputs.filter(({ kind }) => kind === 'press').map((input) => 'hit' in input && input.hit)).to.deep.equal([
        false,
        { regionId: 'a' },
        { regionId: 'a' },
      ]);
    });

    it('press twice', async () => {
      const { axis, inputs } = await show({ layers: [span('a', 2, 8)] });
      // The two must come within less than half a second, which a busy machine may miss.
      for (let tries = 0; tries < 5 && !kinds(inputs).includes('doublepress'); tries++) {
        inputs.length = 0;
        await doubleClick(axis.toClient(5, 'a'));
      }
      expect(kinds(inputs)).to.deep.equal(['press', 'release', 'press', 'doublepress', 'release']);
    });

    it('drag on the ruler, which seeks and is no input of tools', async () => {
      const { axis, root, inputs, clock } = await show({ wave: fakeWave() });
      await drag(onRuler(axis, root, 5), onRuler(axis, root, 8), { steps: 2 });
      expect(hundredths(clock.seeks[0] ?? 0)).to.equal(5);
      expect(hundredths(clock.time)).to.equal(8);
      expect(inputs.filter(({ kind }) => kind !== 'move')).to.deep.equal([]);
    });

    it('take the playhead by its head along, from where they grab it', async () => {
      const { axis, root, clock } = await show({ wave: fakeWave() });
      set(clock, { time: 5 });
      const from = onRuler(axis, root, 5);
      await drag({ ...from, x: from.x + 4 }, { ...from, x: from.x + 64 });
      expect(hundredths(clock.time)).to.equal(6);
    });

    it('beside the surface bring what is there into view while they drag', async () => {
      const { axis, inputs } = await show({ wave: fakeWave() });
      axis.look({ start: 2, end: 4 });
      const { y } = axis.toClient(3);
      await move({ x: 300, y });
      await press();
      await move({ x: 700, y }, 3);
      await until(() => axis.view.start > 4);
      await release();
      const last = inputs.at(-1);
      expect(last?.kind === 'release' && last.at > 6).to.equal(true);
      const { start } = axis.view;
      await frames(5);
      expect(axis.view.start).to.equal(start);
    });

    it('with the middle button pan', async () => {
      const { axis, inputs } = await show({ wave: fakeWave() });
      axis.look({ start: 2, end: 4 });
      await drag({ x: 300, y: 100 }, { x: 240, y: 100 }, { button: 'middle' });
      expect(hundredths(axis.view.start)).to.equal(2.2);
      expect(kinds(inputs)).to.deep.equal([]);
    });

    it('turn the wheel to go along the time, with Ctrl to zoom where they are', async () => {
      const { axis } = await show({ wave: fakeWave() });
      const at = axis.toClient(5);
      await move(at);
      await wheel(at, { deltaY: -100, ctrl: true });
      await until(() => axis.view.start > 0);
      expect(hundredths(axis.view.end - axis.view.start)).to.equal(8);
      expect(hundredths(axis.toMedia(at))).to.equal(5);
      const { start } = axis.view;
      await wheel(at, { deltaY: 75 });
      await until(() => axis.view.start > start);
      expect(hundredths(axis.view.start)).to.equal(hundredths(start + 1));
      await wheel(at, { deltaX: -75 });
      await until(() => axis.view.start < start + 0.5);
      expect(hundredths(axis.view.start)).to.equal(hundredths(start));
    });

    it('leave the wheel to the page where there is nothing to go along', async () => {
      const { root } = await show();
      const event = new WheelEvent('wheel', { deltaY: 50, cancelable: true, clientX: 300, clientY: 60 });
      root.dispatchEvent(event);
      expect(event.defaultPrevented).to.equal(false);
    });

    it('are fingers: one drags, and two zoom and pan and take back what the one began', async () => {
      const { axis, inputs } = await show({ wave: fakeWave() });
      const { y } = axis.toClient(5);
      await touch('touchStart', [{ id: 0, x: 252, y }]);
      await touch('touchStart', [
        { id: 0, x: 252, y },
        { id: 1, x: 372, y },
      ]);
      expect(kinds(inputs)).to.deep.equal(['press', 'cancel']);
      await touch('touchMove', [
        { id: 0, x: 192, y },
        { id: 1, x: 432, y },
      ]);
      await frames();
      expect(hundredths(axis.view.end - axis.view.start)).to.equal(5);
      expect(hundredths(axis.toMedia(new DOMPoint(192, y)))).to.equal(4);
      await touch('touchMove', [
        { id: 0, x: 132, y },
        { id: 1, x: 372, y },
      ]);
      await frames();
      expect(hundredths(axis.toMedia(new DOMPoint(132, y)))).to.equal(4);
      await touch('touchEnd');
      expect(kinds(inputs)).to.deep.equal(['press', 'cancel']);
      await touch('touchStart', [{ id: 0, x: 192, y }]);
      await touch('touchMove', [{ id: 0, x: 312, y }]);
      await touch('touchEnd');
      expect(kinds(inputs).slice(2)).to.deep.equal(['press', 'release']);
    });

    it('are fingers, which handles are wider for', async () => {
      const { axis, inputs } = await show({ wave: fakeWave(), layers: [selected('a', 4, 6)] });
      const { x, y } = axis.toClient(4);
      await touch('touchStart', [{ id: 0, x: x - 12, y }]);
      await touch('touchEnd');
      const [first] = inputs;
      expect(first?.kind === 'press' && first.hit).to.deep.equal({ regionId: 'a', handle: 'start' });
    });

    it('show the time where they are', async () => {
      const { axis, root, hovered } = await show({ wave: fakeWave(), layers: [span('a', 4, 6)] });
      await hover(axis.toClient(5));
      await frames();
      const [id, at] = hovered.at(-1) ?? [];
      expect(id).to.equal('a');
      expect(hundredths(at ?? 0)).to.equal(5);
      expect(root.querySelector('.le-time-tip')?.textContent).to.equal('0:05.000');
      const hair = partOf(root, 'hair');
      expect(Math.abs(hair.left - 312)).to.be.at.most(1);
      await hover({ x: 700, y: 400 });
      expect(hovered.at(-1)).to.deep.equal([undefined, undefined]);
      expect(partOf(root, 'tip').width).to.equal(0);
    });
  });

  describe('the overview', () => {
    const on = (root: HTMLElement, at: number) => ({ x: 12 + at * 60, y: partOf(root, 'overview').top + 16 });

    it('shows the whole, with the part in view framed', async () => {
      const { axis, root } = await show({ wave: fakeWave(), layers: [span('a', 5, 6)] });
      axis.look({ start: 2, end: 4 });
      await frames();
      expect(Math.round(partOf(root, 'window').left)).to.equal(132);
      expect(Math.round(partOf(root, 'window').width)).to.equal(120);
      expect(isPainted(root, 'whole', on(root, 3).x, on(root, 3).y + 4)).to.equal(true);
      expect(isPainted(root, 'whole', on(root, 5).x, on(root, 5).y + 4)).to.equal(false);
    });

    it('moves the view by the window, and by a press beside it', async () => {
      const { axis, root, inputs, clock } = await show({ wave: fakeWave() });
      axis.look({ start: 2, end: 4 });
      await drag(on(root, 3), on(root, 4));
      expect([axis.view.start, axis.view.end].map(hundredths)).to.deep.equal([3, 5]);
      await click(on(root, 8));
      expect([axis.view.start, axis.view.end].map(hundredths)).to.deep.equal([7, 9]);
      expect(kinds(inputs)).to.deep.equal([]);
      expect(clock.seeks).to.deep.equal([]);
    });

    it('makes the view longer and shorter by the edges of the window', async () => {
      const { axis, root } = await show({ wave: fakeWave() });
      await drag(on(root, 10), on(root, 6));
      expect([axis.view.start, axis.view.end].map(hundredths)).to.deep.equal([0, 6]);
      await drag(on(root, 0), on(root, 4));
      expect([axis.view.start, axis.view.end].map(hundredths)).to.deep.equal([4, 6]);
    });

    it('is painted no more while one only looks elsewhere', async () => {
      const { axis } = await show({ wave: fakeWave(), layers: [span('a', 5, 6)] });
      const counts = await counting(['clearRect'], async () => {
        axis.look({ start: 2, end: 4 });
        await frames();
      });
      expect(counts.clearRect, 'ruler, wave and regions').to.equal(3);
    });

    it('can be left out', async () => {
      const { root } = await show({ options: { overview: false } });
      expect(partOf(root, 'overview').height).to.equal(0);
      expect(partOf(root, 'ruler').top).to.equal(0);
    });
  });

  it('marks on the ruler what is being played, where that is not all', async () => {
    const { axis, root, clock } = await show({ wave: fakeWave() });
    const seen = (at: number) => pixel(root, 'ticks', axis.toClient(at).x + 3, partOf(root, 'ruler').bottom - 1)[3];
    expect(seen(5.13)).to.equal(0);
    set(clock, { stretch: { start: 5, end: 6 } });
    await frames();
    expect(seen(5.13)).to.be.greaterThan(200);
    expect(seen(6.13)).to.equal(0);
  });

  describe('the playhead', () => {
    const line = (root: HTMLElement) => root.querySelector('[role=slider]') as HTMLElement;

    it('goes with the clock and paints nothing', async () => {
      const { root, clock } = await show({ wave: fakeWave() });
      const counts = await counting(['clearRect'], async () => {
        for (let time = 1; time <= 5; time++) {
          set(clock, { playing: true, time });
          await frames(1);
        }
      });
      expect(counts.clearRect).to.equal(0);
      expect(Math.round(line(root).getBoundingClientRect().left)).to.equal(312);
    });

    it('is followed while it plays: the page turns', async () => {
      const { axis, clock } = await show({ wave: fakeWave() });
      axis.look({ start: 2, end: 4 });
      set(clock, { time: 3 });
      set(clock, { playing: true, time: 3.9 });
      expect(axis.view.start).to.equal(2);
      set(clock, { time: 4.05 });
      expect(hundredths(axis.view.start)).to.equal(3.95);
      axis.configure({ follow: false });
      set(clock, { time: 6 });
      set(clock, { time: 6.5 });
      expect(hundredths(axis.view.start)).to.equal(3.95);
    });

    it('is a slider for keys', async () => {
      const { root, axis, clock } = await show({ wave: fakeWave() });
      const outside: string[] = [];
      const listener = ({ key }: KeyboardEvent) => outside.push(key);
      document.addEventListener('keydown', listener);
      set(clock, { time: 5 });
      line(root).focus();
      await keys('ArrowRight');
      expect(clock.time).to.be.greaterThan(5);
      expect(clock.time - 5).to.be.lessThan(10 * (axis.pixel[0] ?? 0));
      await keys('End');
      expect(clock.time).to.equal(10);
      await keys('Home');
      expect(clock.time).to.equal(0);
      expect(line(root).getAttribute('aria-valuetext')).to.equal('Time 0:00.000');
      expect(line(root).getAttribute('aria-valuemax')).to.equal('10');
      expect(outside).to.deep.equal([]);
      root.focus();
      await keys('ArrowRight');
      expect(outside, 'elsewhere arrows are not its own').to.deep.equal(['ArrowRight']);
      document.removeEventListener('keydown', listener);
    });

    it('zooms about itself where it is in view', async () => {
      const { axis, clock } = await show({ wave: fakeWave() });
      set(clock, { time: 2 });
      axis.zoomBy(2);
      expect([axis.view.start, axis.view.end].map(hundredths)).to.deep.equal([1, 6]);
      set(clock, { playing: true });
      axis.look({ start: 6, end: 10 });
      axis.zoomBy(2);
      expect([axis.view.start, axis.view.end].map(hundredths)).to.deep.equal([7, 9]);
    });

    it('looks as asked for, and only so', async () => {
      const { axis, root } = await show({ options: { cursorWidth: 3, cursorColour: 'rgb(0, 200, 0)' } });
      const style = getComputedStyle(line(root), '::before');
      expect([style.width, style.backgroundColor]).to.deep.equal(['3px', 'rgb(0, 200, 0)']);
      axis.configure({ cursorColour: 'red; position: fixed' });
      expect(root.style.getPropertyValue('--le-time-cursor')).to.equal('');
    });
  });

  describe('with a row for each', () => {
    const track = (id: string, caption: string, first: number, keysAt: readonly number[], more: Partial<Layer> = {}) =>
      layer(
        id,
        [
          { draw: 'span', start: first, end: (keysAt.at(-1) ?? first) + 1 },
          ...keysAt.map((at, i) => ({ draw: 'key', at, ...(i === keysAt.length - 1 && { ends: true }) }) as const),
        ],
        { caption, ...more },
      );

    it('shows captions, lifespans, and key frames in the middle of their frames', async () => {
      const layers = [track('a', 'Car', 2, [2, 5]), track('b', 'Dog', 4, [4, 8])];
      // 120 for captions and 12 on both sides leave 48 for each of 10 frames.
      const { root, axis } = await show({ options: film, length: 10, layers });
      expect(axis.view).to.deep.equal({ start: 1, end: 11 });
      expect(axis.toClient(1).x).to.equal(132);
      const { y } = axis.toClient(3, 'a');
      const seen = (at: number, by = 0) => pixel(root, 'marks', axis.toClient(at).x + by, y);
      expect(seen(2.5), 'a diamond').to.deep.equal([255, 0, 0, 255]);
      expect(seen(5.5), 'a hollow one').not.to.deep.equal([255, 0, 0, 255]);
      expect(seen(5.5, 5)[0], 'its rim').to.be.greaterThan(200);
      expect(seen(4)[3], 'a bar').to.be.within(60, 200);
      expect(seen(7)[3], 'after it').to.equal(0);
      expect(seen(5.5)[3]).to.equal(255);
      expect(axis.toClient(3, 'b').y).to.equal(y + 24);
    });

    it('seeks to whole frames', async () => {
      const { root, axis, clock } = await show({ options: film, length: 10 });
      await click(onRuler(axis, root, 4.9));
      expect(clock.seeks).to.deep.equal([1.5]);
      await drag(onRuler(axis, root, 4.9), { x: 700, y: 10 });
      expect(clock.time).to.equal(4.5);
      const line = root.querySelector('[role=slider]') as HTMLElement;
      expect(Math.abs(line.getBoundingClientRect().left - axis.toClient(10.5).x)).to.be.at.most(1);
      line.focus();
      await keys('ArrowLeft');
      expect(clock.time).to.equal(4);
      expect(line.getAttribute('aria-valuetext')).to.equal('Frame 9 · 0:04.000');
    });

    it('comes as near as a frame of 80 pixels', async () => {
      const { axis } = await show({ options: film, length: 1000 });
      axis.zoomBy(1e6, 500);
      expect(hundredths(1 / (axis.pixel[0] ?? 1))).to.equal(80);
      expect(Math.abs((axis.view.start + axis.view.end) / 2 - 500)).to.be.lessThan(0.01);
    });

    it('selects by captions, without a time', async () => {
      const { axis, inputs, clock } = await show({ options: film, layers: [track('a', 'Car', 2, [2, 5])] });
      await click({ x: 50, y: axis.toClient(2, 'a').y });
      expect(inputs).to.deep.equal([
        { kind: 'press', at: 2, hit: { regionId: 'a' } },
        { kind: 'release', at: 2, hit: { regionId: 'a' } },
      ]);
      expect(clock.seeks).to.deep.equal([]);
    });

    it('grabs the key frames of what is selected', async () => {
      const handles = [
        { id: 'key:2', at: 2 },
        { id: 'key:5', at: 5 },
      ] as unknown as NonNullable<Layer['handles']>;
      const { axis, inputs } = await show({
        options: film,
        layers: [track('a', 'Car', 2, [2, 5], { selected: true, handles }), track('b', 'Dog', 2, [2, 5])],
      });
      await drag(axis.toClient(2.5, 'a'), axis.toClient(3.5, 'a'));
      const [first] = inputs.filter(({ kind }) => kind === 'press');
      expect(first && 'hit' in first && first.hit).to.deep.equal({ regionId: 'a', handle: 'key:2' });
      expect(axis.pick(axis.toClient(2.5, 'b'))).to.deep.equal({ regionId: 'b' });
      expect(axis.pick(axis.toClient(9, 'b'))).to.equal(undefined);
    });

    it('paints 2,000 rows only where they are in view', async () => {
      const layers = Array.from({ length: 2000 }, (_, i) =>
        track(`t${i}`, `Track ${i}`, 1 + (i % 50), [1 + (i % 50), 90]),
      );
      const { axis, root } = await show({ options: film, length: 100, layers });
      expect(partOf(root, 'field').height).to.equal(12 * 24);
      const at = { x: 300, y: 100 };
      await move(at);
      await frames();
      const counts = await counting(['fillText'], async () => {
        await wheel(at, { deltaY: 240 });
        await until(() => axis.bounds('t10')?.top === partOf(root, 'field').top);
        await frames();
      });
      expect(counts.fillText).to.be.within(12, 26);
      axis.reveal('t1999');
      await frames();
      expect(axis.bounds('t1999')?.bottom).to.equal(partOf(root, 'field').bottom);
      expect(axis.pick(axis.toClient(80, 't1999'))).to.deep.equal({ regionId: 't1999' });
    });

    it('has a narrow column where there is little room, and says when there is nothing', async () => {
      const { axis, root } = await show({ options: film, width: 400 });
      expect(axis.toClient(1).x).to.equal(84);
      expect(root.innerText).to.contain('There are no tracks yet.');
      axis.draw([track('a', 'Car', 2, [2, 5])]);
      expect(root.innerText).not.to.contain('There are no tracks yet.');
    });

    it('pans the time with Shift held, and scrolls without', async () => {
      const layers = Array.from({ length: 50 }, (_, i) => track(`t${i}`, `Track ${i}`, 1, [1, 900]));
      const { axis, root } = await show({ options: film, length: 1000, layers });
      axis.look({ start: 100, end: 200 });
      const turn = (init: WheelEventInit) => {
        const event = new WheelEvent('wheel', { deltaY: 48, cancelable: true, clientX: 300, clientY: 100, ...init });
        root.dispatchEvent(event);
        return axis.view.start;
      };
      expect(turn({})).to.equal(100);
      expect(axis.bounds('t2')?.top).to.equal(partOf(root, 'field').top);
      expect(turn({ shiftKey: true })).to.be.greaterThan(100);
    });
  });

  it('fits a host that has a height of its own', async () => {
    const { root, axis } = await show({ wave: fakeWave(), height: 130, layers: [span('a', 1, 2)] });
    expect(root.offsetHeight).to.equal(130);
    expect(axis.bounds('a')?.height).to.equal(22);
  });

  it('shows another theme as soon as it is switched', async () => {
    const { root, host, axis } = await show({ wave: fakeWave() });
    const seen = () => pixel(root, 'wave', ...xy(onWave(axis, 3)));
    const before = seen();
    host.style.setProperty('--le-wave', 'rgb(1, 2, 3)');
    await until(() => seen().join() !== before.join());
    expect(seen()).to.deep.equal([1, 2, 3, 255]);
  });

  it('leaves nothing behind', async () => {
    const sheets = document.adoptedStyleSheets.length;
    const wave = fakeWave();
    const { axis, host, root, inputs, clock } = await show({ wave });
    expect(document.adoptedStyleSheets.length).to.equal(sheets + 1);
    axis.dispose();
    expect(host.children.length).to.equal(0);
    expect(document.adoptedStyleSheets.length).to.equal(sheets);
    const before = wave.columnCalls;
    set(clock, { time: 3 });
    runInAction(() => Object.assign(wave, { revision: 5 }));
    root.dispatchEvent(new PointerEvent('pointerdown', { clientX: 300, clientY: 100 }));
    await frames();
    expect(wave.columnCalls).to.equal(before);
    expect(inputs).to.deep.equal([]);
  });
});

const xy = ({ x, y }: { readonly x: number; readonly y: number }): [number, number] => [x, y];
