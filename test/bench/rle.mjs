/** Masks to results and back, as ratios to the library that Label Studio uses, over the same pixels. In Node. */
import { decode, encode } from '@thi.ng/rle-pack';
import { tsImport } from 'tsx/esm/api';

const width = 3000;
const height = 2860;

/** Twelve discs, with or without an edge of alpha values as a brush leaves it. */
function discs({ Raster, RasterEdit }, soft) {
  let seed = 7;
  const random = () => {
    seed = (seed * 1103515245 + 12345) % 2 ** 31;
    return seed / 2 ** 31;
  };
  const edit = new RasterEdit(new Raster(width, height));
  for (let disc = 0; disc < 12; disc++) {
    const [cx, cy, radius] = [random() * width, random() * height, 80 + random() * 250];
    for (let y = Math.ceil(cy - radius); y < cy + radius; y++) {
      const half = Math.sqrt(radius ** 2 - (y - cy) ** 2) + random() * 4;
      const [left, right] = [Math.floor(cx - half), Math.floor(cx + half)];
      edit.span(y, left, right, 255);
      if (soft) for (const x of [left - 1, right]) edit.raise(x, y, Math.floor(random() * 255));
    }
  }
  return edit.done();
}

function rgbaOf(raster) {
  const bytes = new Uint8Array(width * height * 4);
  for (let y = 0, at = 0; y < height; y++)
    for (let x = 0; x < width; x++, at += 4) bytes.fill(raster.at(x, y), at, at + 4);
  return bytes;
}

/** The middle of so many times, in milliseconds, and the last value. */
function timed(act, times) {
  const taken = [];
  let value;
  for (let time = 0; time < times; time++) {
    const started = performance.now();
    value = act();
    taken.push(performance.now() - started);
  }
  return [value, taken.sort((a, b) => a - b)[times >> 1]];
}

export async function benchRle({ rounds }) {
  const rasters = await tsImport('../../src/base/raster.ts', import.meta.url);
  const { decodeRle, encodeRle } = await tsImport('../../src/base/rle.ts', import.meta.url);
  console.log(`\n${width} × ${height} masks, ms; middle of ${rounds * 2 + 1} rounds`);
  for (const kind of ['hard', 'soft']) {
    const raster = discs(rasters, kind === 'soft');
    const rgba = rgbaOf(raster);
    const runs = rounds * 2 + 1;
    const [packed, theirEncode] = timed(() => encode(rgba, rgba.length), runs);
    const [, theirDecode] = timed(() => decode(packed), runs);
    const [own, encoded] = timed(() => encodeRle(raster), runs);
    const [back, decoded] = timed(() => decodeRle(packed, width, height), runs);
    for (const one of [back, decodeRle(own, width, height)])
      if (!isSame(one.raster, raster)) throw new Error('the mask came back changed');
    const line = (name, ours, theirs) =>
      `${name} ${ours.toFixed(2)} of ${theirs.toFixed(1)}: ${(theirs / ours).toFixed(0)}× as fast`;
    console.log(`${kind}  ${line('encode', encoded, theirEncode)}  ${line('decode', decoded, theirDecode)}`);
  }
}

function isSame(a, b) {
  for (let y = 0; y < height; y += 7) for (let x = 0; x < width; x += 7) if (a.at(x, y) !== b.at(x, y)) return false;
  return true;
}
