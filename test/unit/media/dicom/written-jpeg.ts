/** An encoder for lossless JPEG (process 14), as plain as can be: every difference by the same codes. */

export interface LosslessPicture {
  readonly width: number;
  readonly height: number;
  readonly precision: number;
  readonly components: number;
  /** Samples of a pixel side by side; multiples of two to the power of the point transform. */
  readonly samples: readonly number[];
}
export interface LosslessOptions {
  readonly predictor: number;
  readonly shift?: number;
  /** Rows between restart markers. */
  readonly restartRows?: number;
  /** Whether each colour has a scan of its own. */
  readonly apart?: boolean;
}

const marker = (code: number, body: readonly number[]): number[] => {
  const length = body.length + 2;
  return [0xff, code, length >> 8, length & 255, ...body];
};

class Bits {
  readonly bytes: number[] = [];
  #held = 0;
  #count = 0;

  put(value: number, count: number): void {
    for (let bit = count - 1; bit >= 0; bit--) {
      this.#held = this.#held * 2 + ((value >> bit) & 1);
      if (++this.#count < 8) continue;
      this.bytes.push(this.#held);
      if (this.#held === 0xff) this.bytes.push(0);
      [this.#held, this.#count] = [0, 0];
    }
  }

  finish(): void {
    while (this.#count > 0) this.put(1, 1);
  }
}

/** Categories 0 to 16 have codes of five bits each, which are the categories. */
const table = marker(0xc4, [
  0,
  0,
  0,
  0,
  0,
  17,
  ...Array.from({ length: 11 }, () => 0),
  ...Array.from({ length: 17 }, (_, i) => i),
]);

export function losslessJpeg(picture: LosslessPicture, options: LosslessOptions): Uint8Array<ArrayBuffer> {
  const { width, height, precision, components } = picture;
  const { predictor, shift = 0, restartRows = 0, apart = false } = options;
  const ids = Array.from({ length: components }, (_, i) => i + 1);
  const size = [height >> 8, height & 255, width >> 8, width & 255];
  const frame = marker(0xc3, [precision, ...size, components, ...ids.flatMap((id) => [id, 0x11, 0])]);
  const restart = marker(0xdd, [(restartRows * width) >> 8, (restartRows * width) & 255]);
  const scans = (apart ? ids.map((id) => [id]) : [ids]).flatMap((own) => [
    ...marker(0xda, [own.length, ...own.flatMap((id) => [id, 0]), predictor, 0, shift]),
    ...coded(picture, own, { predictor, shift, restartRows: restartRows || height }),
  ]);
  return Uint8Array.from([0xff, 0xd8, ...frame, ...table, ...restart, ...scans, 0xff, 0xd9]);
}

function coded(
  { width, height, precision, components, samples }: LosslessPicture,
  ids: readonly number[],
  {
    predictor,
    shift,
    restartRows,
  }: { readonly predictor: number; readonly shift: number; readonly restartRows: number },
): number[] {
  const out: number[] = [];
  const at = (x: number, y: number, id: number) => (samples[(y * width + x) * components + id - 1] ?? 0) >> shift;
  for (let first = 0; first < height; first += restartRows) {
    if (first > 0) out.push(0xff, 0xd0 + ((first / restartRows - 1) % 8));
    const bits = new Bits();
    for (let y = first; y < Math.min(first + restartRows, height); y++) {
      for (let x = 0; x < width; x++) {
        for (const id of ids) {
          const [a, b, c] = [at(x - 1, y, id), at(x, y - 1, id), at(x - 1, y - 1, id)];
          const within = [0, a, b, c, a + b - c, a + ((b - c) >> 1), b + ((a - c) >> 1), (a + b) >> 1][predictor] ?? 0;
          const start = 1 << (precision - shift - 1);
          const predicted = y === first ? (x === 0 ? start : a) : x === 0 ? b : within;
          const difference = (((at(x, y, id) - predicted) & 0xffff) << 16) >> 16;
          const category = difference === -32_768 ? 16 : 32 - Math.clz32(Math.abs(difference));
          bits.put(category, 5);
          if (category < 16) bits.put(difference < 0 ? difference - 1 + (1 << category) : difference, category);
        }
      }
    }
    bits.finish();
    out.push(...bits.bytes);
  }
  return out;
}
