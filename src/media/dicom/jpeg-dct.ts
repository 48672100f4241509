import { Damage } from './damage.js';
import { decodeCoefficients, natural, type Plane } from './jpeg-coefficients.js';
import type { JpegStream } from './jpeg-markers.js';

type Samples = Uint8Array<ArrayBuffer> | Uint16Array<ArrayBuffer>;

/** Factors that the transform of Arai, Agui and Nakajima leaves to the dequantization. */
const scales = [
  1, 1.387039845322148, 1.306562964876377, 1.175875602419359, 1, 0.785694958387102, 0.541196100146197,
  0.275899379282943,
];

/** Decodes a sequential or progressive stream to samples, colours of a pixel side by side. Throws a `Damage`. */
export function decodeDct({ frame, scans, quantization }: JpegStream): Samples {
  const { width, height, components, precision } = frame;
  const planes = decodeCoefficients(frame, scans);
  const count = components.length;
  const out = precision > 8 ? new Uint16Array(width * height * count) : new Uint8Array(width * height * count);
  const [most, tallest] = [Math.max(...components.map(({ h }) => h)), Math.max(...components.map(({ v }) => v))];
  components.forEach(({ h, v, quantization: place }, index) => {
    const table = quantization[place];
    const plane = planes[index];
    if (!table || !plane) throw new Damage('it lacks a quantization table');
    const samples = samplesOf(plane, natural(table), precision);
    const raster = { width, height, columns: Math.ceil((width * h) / most), rows: Math.ceil((height * v) / tallest) };
    spread(samples, plane.stride * 8, raster, { out, first: index, step: count });
  });
  return out;
}

/** The samples of a plane, as wide as its blocks. */
function samplesOf({ coefficients, stride }: Plane, table: Uint16Array, precision: number): Samples {
  const factors = new Float64Array(64);
  for (let i = 0; i < 64; i++) {
    factors[i] = ((table[i] as number) * (scales[i >> 3] as number) * (scales[i & 7] as number)) / 8;
  }
  const out = precision > 8 ? new Uint16Array(coefficients.length) : new Uint8Array(coefficients.length);
  const [middle, greatest] = [1 << (precision - 1), (1 << precision) - 1];
  const block = new Float64Array(64);
  const width = stride * 8;
  for (let from = 0, index = 0; from < coefficients.length; from += 64, index++) {
    const at = Math.floor(index / stride) * width * 8 + (index % stride) * 8;
    for (let i = 0; i < 64; i++) block[i] = (coefficients[from + i] as number) * (factors[i] as number);
    for (let i = 0; i < 8; i++) if (!isFlat(block, i)) transform(block, i, 8);
    for (let i = 0; i < 64; i += 8) {
      transform(block, i, 1);
      const row = at + i * stride;
      for (let x = 0; x < 8; x++) {
        const value = (block[i + x] as number) + middle;
        out[row + x] = value < 0 ? 0 : value > greatest ? greatest : value + 0.5;
      }
    }
  }
  return out;
}

/** Most columns have nothing but their first coefficient, which then is all of it. */
function isFlat(block: Float64Array, at: number): boolean {
  for (let i = at + 8; i < 64; i += 8) if (block[i] !== 0) return false;
  const value = block[at] as number;
  if (value !== 0) for (let i = at + 8; i < 64; i += 8) block[i] = value;
  return true;
}

/** The inverse cosine transform of eight numbers, in place. */
function transform(block: Float64Array, at: number, step: number): void {
  const i1 = at + step;
  const i2 = i1 + step;
  const i3 = i2 + step;
  const i4 = i3 + step;
  const i5 = i4 + step;
  const i6 = i5 + step;
  const i7 = i6 + step;
  const b0 = block[at] as number;
  const b2 = block[i2] as number;
  const b4 = block[i4] as number;
  const b6 = block[i6] as number;
  const sum04 = b0 + b4;
  const diff04 = b0 - b4;
  const sum26 = b2 + b6;
  const diff26 = (b2 - b6) * Math.SQRT2 - sum26;
  const even0 = sum04 + sum26;
  const even3 = sum04 - sum26;
  const even1 = diff04 + diff26;
  const even2 = diff04 - diff26;
  const b1 = block[i1] as number;
  const b3 = block[i3] as number;
  const b5 = block[i5] as number;
  const b7 = block[i7] as number;
  const sum53 = b5 + b3;
  const diff53 = b5 - b3;
  const sum17 = b1 + b7;
  const diff17 = b1 - b7;
  const odd0 = sum17 + sum53;
  const rotated = (diff53 + diff17) * 1.847759065022573;
  const odd1 = rotated - diff53 * 2.613125929752753 - odd0;
  const odd2 = (sum17 - sum53) * Math.SQRT2 - odd1;
  const odd3 = rotated - diff17 * 1.082392200292394 - odd2;
  block[at] = even0 + odd0;
  block[i7] = even0 - odd0;
  block[i1] = even1 + odd1;
  block[i6] = even1 - odd1;
  block[i2] = even2 + odd2;
  block[i5] = even2 - odd2;
  block[i3] = even3 + odd3;
  block[i4] = even3 - odd3;
}

interface Raster {
  readonly width: number;
  readonly height: number;
  /** Samples that the plane has, fewer where it is coarser. */
  readonly columns: number;
  readonly rows: number;
}
interface Target {
  readonly out: Samples;
  readonly first: number;
  readonly step: number;
}

/** Writes a plane where its colour goes. A coarser one is interpolated between the middles of its samples. */
function spread(samples: Samples, stride: number, { width, height, columns, rows }: Raster, target: Target): void {
  const { out, first, step } = target;
  let to = first;
  if (columns === width && rows === height) {
    for (let y = 0; y < height; y++) {
      for (let x = 0, from = y * stride; x < width; x++, to += step) out[to] = samples[from + x] as number;
    }
    return;
  }
  const across = places(width, columns);
  const down = places(height, rows);
  for (let y = 0; y < height; y++) {
    const upper = (down.before[y] as number) * stride;
    const lower = (down.after[y] as number) * stride;
    const vertical = down.share[y] as number;
    for (let x = 0; x < width; x++, to += step) {
      const left = across.before[x] as number;
      const right = across.after[x] as number;
      const share = across.share[x] as number;
      const above = (samples[upper + left] as number) * (1 - share) + (samples[upper + right] as number) * share;
      const below = (samples[lower + left] as number) * (1 - share) + (samples[lower + right] as number) * share;
      out[to] = Math.round(above * (1 - vertical) + below * vertical);
    }
  }
}

/** Between which two of `coarse` samples each of `fine` lies, and how near to the second. */
function places(fine: number, coarse: number) {
  const [before, after, share] = [new Uint32Array(fine), new Uint32Array(fine), new Float64Array(fine)];
  // The last sample may stand for less than the others.
  const factor = Math.round(fine / coarse) || 1;
  for (let i = 0; i < fine; i++) {
    const at = Math.min(Math.max((i + 0.5) / factor - 0.5, 0), coarse - 1);
    before[i] = Math.floor(at);
    after[i] = Math.min(Math.floor(at) + 1, coarse - 1);
    share[i] = at - Math.floor(at);
  }
  return { before, after, share };
}
