import { expect } from 'chai';
import { LifetimeScope } from '../../../src/base/scope.js';
import type { PixelSource } from '../../../src/contract/surface.js';
import { loadImage } from '../../../src/media/image.js';
import { autorun } from '../../../src/reactive/index.js';

interface Tiff {
  readonly width: number;
  readonly height: number;
  /** By number; SHORT, or LONG where it does not fit. */
  readonly tags?: Readonly<Record<number, number | readonly number[]>>;
  readonly strips: readonly (readonly number[] | Uint8Array)[];
  readonly bigEndian?: boolean;
  /** Where the next directory is. */
  readonly next?: number;
}

/** 258: bits, 259: compression, 262: colours, 273: offsets, 277: samples, 278: rows, 279: lengths. */
function tiff({ width, height, tags = {}, strips, bigEndian = false, next = 0 }: Tiff): Uint8Array<ArrayBuffer> {
  const little = !bigEndian;
  const tiled = tags[322] !== undefined;
  const data: number[] = [];
  const offsets = strips.map((strip) => {
    const at = 8 + data.length;
    data.push(...strip);
    return at;
  });
  const all: Record<number, number | readonly number[]> = {
    256: width,
    257: height,
    258: 8,
    262: 1,
    277: 1,
    [tiled ? 324 : 273]: offsets,
    [tiled ? 325 : 279]: strips.map(({ length }) => length),
    ...(!tiled && { 278: height }),
    ...tags,
  };
  const entries = Object.entries(all).map(([tag, value]) => [Number(tag), [value].flat() as number[]] as const);
  const start = 8 + data.length + (data.length % 2);
  const rest = start + 2 + entries.length * 12 + 4;
  const bytes = new Uint8Array(rest + entries.reduce((sum, [, values]) => sum + values.length * 4, 0));
  const view = new DataView(bytes.buffer);
  view.setUint16(0, little ? 0x4949 : 0x4d4d);
  view.setUint16(2, 42, little);
  view.setUint32(4, start, little);
  bytes.set(data, 8);
  view.setUint16(start, entries.length, little);
  let free = rest;
  entries.forEach(([tag, values], i) => {
    const at = start + 2 + i * 12;
    const long = values.some((value) => value > 0xffff);
    view.setUint16(at, tag, little);
    view.setUint16(at + 2, long ? 4 : 3, little);
    view.setUint32(at + 4, values.length, little);
    const place = values.length * (long ? 4 : 2) <= 4 ? at + 8 : free;
    if (place === free) view.setUint32(at + 8, free, little);
    values.forEach((value, k) => {
      if (long) view.setUint32(place + k * 4, value, little);
      else view.setUint16(place + k * 2, value, little);
    });
    if (place === free) free += values.length * 4;
  });
  view.setUint32(rest - 4, next, little);
  return bytes;
}

const scopes: LifetimeScope[] = [];
afterEach(() => {
  for (const scope of scopes.splice(0)) scope.dispose();
});

async function load(file: Uint8Array<ArrayBuffer>) {
  const scope = new LifetimeScope(autorun);
  scopes.push(scope);
  // Called a PNG: what counts is what it is.
  const url = URL.createObjectURL(new Blob([file], { type: 'image/png' }));
  const outcome = await loadImage(url, { scope });
  URL.revokeObjectURL(url);
  return outcome;
}

/** All pixels, each as red, green, blue, alpha. */
async function pixelsOf(file: Uint8Array<ArrayBuffer>): Promise<number[][]> {
  const { value, problems } = await load(file);
  if (!value) throw new Error(problems[0]?.message);
  const { width, height } = value;
  const context = new OffscreenCanvas(width, height).getContext('2d') as OffscreenCanvasRenderingContext2D;
  context.drawImage((value as PixelSource).pixels(), 0, 0);
  const { data } = context.getImageData(0, 0, width, height);
  return Array.from({ length: width * height }, (_, i) => [...data.subarray(i * 4, i * 4 + 4)]);
}

const reds = async (file: Uint8Array<ArrayBuffer>) => (await pixelsOf(file)).map(([red]) => red);
const objection = async (file: Uint8Array<ArrayBuffer>) => {
  const { value, problems } = await load(file);
  expect(value === undefined).to.equal(true);
  expect(problems?.map(({ code }) => code)).to.deep.equal(['media/unreadable']);
  return problems?.[0]?.message ?? '';
};
const deflated = async (bytes: readonly number[]) => {
  const stream = new Blob([new Uint8Array(bytes)]).stream().pipeThrough(new CompressionStream('deflate'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
};
const grey = { width: 3, height: 2, strips: [[0, 50, 100, 150, 200, 250]] };

describe('TIFF', () => {
  it('reads grey, of either byte order and with either end as white', async () => {
    for (const bigEndian of [false, true]) {
      expect(await reds(tiff({ ...grey, bigEndian }))).to.deep.equal([0, 50, 100, 150, 200, 250]);
      expect(await reds(tiff({ ...grey, bigEndian, tags: { 262: 0 } }))).to.deep.equal([255, 205, 155, 105, 55, 5]);
    }
  });

  it('brings 16 bits and floating-point numbers to eight', async () => {
    const sixteen = [0, 0x80, 0xff, 0xff].flatMap((high) => [high, high]);
    expect(
      await reds(tiff({ width: 4, height: 1, bigEndian: true, tags: { 258: 16 }, strips: [sixteen] })),
    ).to.deep.equal([0, 128, 255, 255]);
    const floats = (...values: number[]) => new Uint8Array(new Float32Array(values).buffer);
    const file = (values: Uint8Array) => tiff({ width: 3, height: 1, tags: { 258: 32, 339: 3 }, strips: [values] });
    expect(await reds(file(floats(0, 0.2, 0.6)))).to.deep.equal([0, 51, 153]);
    expect(await reds(file(floats(-100, 20, 100)))).to.deep.equal([0, 153, 255]);
  });

  it('reads one bit per pixel, palettes, CMYK and alpha', async () => {
    expect(
      await reds(tiff({ width: 10, height: 1, tags: { 258: 1 }, strips: [[0b10110000, 0b01000000]] })),
    ).to.deep.equal([255, 0, 255, 255, 0, 0, 0, 0, 0, 255]);
    const shades = Array.from({ length: 768 }, (_, i) => (i === 1 || i === 256 + 2 ? 65_535 : 0));
    const palette = tiff({ width: 2, height: 1, tags: { 262: 3, 320: shades }, strips: [[1, 2]] });
    expect(await pixelsOf(palette)).to.deep.equal([
      [255, 0, 0, 255],
      [0, 255, 0, 255],
    ]);
    const cmyk = tiff({ width: 1, height: 1, tags: { 262: 5, 277: 4, 258: [8, 8, 8, 8] }, strips: [[0, 255, 0, 51]] });
    expect(await pixelsOf(cmyk)).to.deep.equal([[204, 0, 204, 255]]);
    const clear = tiff({ width: 1, height: 1, tags: { 262: 2, 277: 4, 338: 2 }, strips: [[9, 9, 9, 0]] });
    expect((await pixelsOf(clear))[0]?.[3]).to.equal(0);
  });

  it('reads strips, tiles and planes', async () => {
    const rgb = [1, 2, 3, 11, 12, 13, 21, 22, 23, 31, 32, 33];
    const expected = [
      [1, 2, 3, 255],
      [11, 12, 13, 255],
      [21, 22, 23, 255],
      [31, 32, 33, 255],
    ];
    const tags = { 262: 2, 277: 3, 258: [8, 8, 8] };
    const strips = [rgb.slice(0, 6), rgb.slice(6)];
    expect(await pixelsOf(tiff({ width: 2, height: 2, tags: { ...tags, 278: 1 }, strips }))).to.deep.equal(expected);
    const planes = [0, 1, 2].map((plane) => rgb.filter((_, i) => i % 3 === plane));
    expect(await pixelsOf(tiff({ width: 2, height: 2, tags: { ...tags, 284: 2 }, strips: planes }))).to.deep.equal(
      expected,
    );
    // Tiles of 16 by 16 for a picture of 18 by 2: the second is mostly beyond its edge.
    const tile = (first: number) =>
      Array.from({ length: 256 }, (_, i) => (i < 32 ? [first + (i % 16), i < 16 ? 0 : 9, 7] : [99, 99, 99])).flat();
    const tiled = tiff({ width: 18, height: 2, tags: { ...tags, 322: 16, 323: 16 }, strips: [tile(0), tile(16)] });
    const seen = await pixelsOf(tiled);
    expect(seen.slice(0, 18).map(([red]) => red)).to.deep.equal(Array.from({ length: 18 }, (_, x) => x));
    expect(seen[35]).to.deep.equal([17, 9, 7, 255]);
  });

  it('reads LZW with differences, deflate and PackBits', async () => {
    const lzw =
      'SUkqACwAAACAAoKB4AQWDQZfFAKQeGQKCQyEQqIQaHROCwmFxaKxaMRYAQELAAABAwABAAAACAAAAAEBAwABAAAABAAAAAIBAwADAAAAtgAAAAMBAwABAAAABQAAAAYBAwABAAAAAgAAABEBBAABAAAACAAAABUBAwABAAAAAwAAABYBAwABAAAABAAAABcBBAABAAAAJAAAABwBAwABAAAAAQAAAD0BAwABAAAAAgAAAAAAAAAIAAgACAA=';
    const seen = await pixelsOf(Uint8Array.from(atob(lzw), (char) => char.charCodeAt(0)));
    expect([seen[3], seen[4], seen[31]]).to.deep.equal([
      [10, 20, 30, 255],
      [200, 100, 50, 255],
      [200, 100, 50, 255],
    ]);
    const [pixels = []] = grey.strips;
    expect(await reds(tiff({ ...grey, tags: { 259: 8 }, strips: [await deflated(pixels)] }))).to.deep.equal(pixels);
    expect(await reds(tiff({ ...grey, tags: { 259: 32_773 }, strips: [[254, 7, 2, 1, 2, 3]] }))).to.deep.equal([
      7, 7, 7, 1, 2, 3,
    ]);
  });

  it('turns it upright', async () => {
    const turned = [
      [0, 50, 100, 150, 200, 250],
      [100, 50, 0, 250, 200, 150],
      [250, 200, 150, 100, 50, 0],
      [150, 200, 250, 0, 50, 100],
      [0, 150, 50, 200, 100, 250],
      [150, 0, 200, 50, 250, 100],
      [250, 100, 200, 50, 150, 0],
      [100, 250, 50, 200, 0, 150],
    ];
    for (const [i, expected] of turned.entries()) {
      const file = tiff({ ...grey, tags: { 274: i + 1 } });
      expect(await reds(file), `orientation ${i + 1}`).to.deep.equal(expected);
      const { value } = await load(file);
      expect([value?.width, value?.height]).to.deep.equal(i < 4 ? [3, 2] : [2, 3]);
    }
  });

  it('shows the first of several pages, and says so', async () => {
    const once = tiff(grey);
    const start = new DataView(once.buffer).getUint32(4, true);
    const first = tiff({ ...grey, next: once.length });
    const second = new Uint8Array([...once.slice(start)]);
    const { value, problems } = await load(new Uint8Array([...first, ...second]));
    expect(value?.width).to.equal(3);
    expect(problems?.[0]?.message).to.include('Of the 2 pages');
    // A directory that leads to itself ends nowhere.
    const round = await load(tiff({ ...grey, next: start }));
    expect(round.value?.width).to.equal(3);
  });

  it('says why it cannot be read', async () => {
    expect(await objection(tiff({ ...grey, width: 60_000, height: 60_000 }))).to.include('60000 × 60000 pixels');
    expect(await objection(tiff({ ...grey, width: 0 }))).to.include('no size');
    expect(await objection(tiff({ ...grey, tags: { 259: 7 } }))).to.include('JPEG');
    expect(await objection(tiff({ ...grey, tags: { 258: 12 } }))).to.include('12 bits');
    expect(await objection(tiff({ ...grey, tags: { 262: 8 } }))).to.include('colours');
    expect(await objection(tiff({ ...grey, strips: [[1, 2]] }))).to.include('damaged');
    expect(await objection(tiff({ ...grey, tags: { 273: 1e6 } }))).to.include('damaged');
    expect(await objection(tiff({ ...grey, tags: { 259: 8 } }))).to.include('damaged');
    expect(await objection(tiff(grey).slice(0, 30))).to.include('damaged');
    expect(await objection(new Uint8Array([0x49, 0x49, 43, 0, 8, 0, 0, 0]))).to.include('BigTIFF');
  });
});
