import type { Slice, SlicePixels, StoredValues } from './slice.js';
import { greyOf, greys, isBrightLow, type Look } from './window.js';

const OPAQUE = 0xff000000;

/** Draws slices without a graphics card: a table of greys for each stored value, and one copy. */
export class WindowedCanvas {
  #canvas: OffscreenCanvas | undefined;
  #context: OffscreenCanvasRenderingContext2D | null = null;
  #image: ImageData | undefined;

  draw(slice: Slice, pixels: SlicePixels, look: Look): OffscreenCanvas {
    const { width, height } = pixels;
    this.#canvas ??= new OffscreenCanvas(width, height);
    // Kept where the processor writes it.
    this.#context ??= this.#canvas.getContext('2d', { alpha: false, willReadFrequently: true });
    if (this.#canvas.width !== width) this.#canvas.width = width;
    if (this.#canvas.height !== height) this.#canvas.height = height;
    if (pixels.kind === 'colour') {
      this.#context?.putImageData(new ImageData(pixels.values, width, height), 0, 0);
      return this.#canvas;
    }
    if (this.#image?.width !== width || this.#image.height !== height) this.#image = new ImageData(width, height);
    paint(slice, pixels.values, look, new Uint32Array(this.#image.data.buffer));
    this.#context?.putImageData(this.#image, 0, 0);
    return this.#canvas;
  }
}

/** @param out red, green, blue and alpha of a pixel in one number */
function paint(slice: Slice, values: StoredValues, look: Look, out: Uint32Array): void {
  const isTable = values.BYTES_PER_ELEMENT <= 2;
  if (!isTable) {
    const flipped = isBrightLow(slice, look);
    const byte = new Uint8ClampedArray(1);
    for (let i = 0; i < out.length; i++) {
      byte[0] = greyOf(slice, look, flipped, values[i] as number);
      out[i] = OPAQUE | ((byte[0] as number) * 0x010101);
    }
    return;
  }
  const [least, count] = span(values, slice);
  const table = greys(slice, look, least, count);
  const colours = new Uint32Array(count);
  for (let i = 0; i < count; i++) colours[i] = OPAQUE | ((table[i] as number) * 0x010101);
  for (let i = 0; i < out.length; i++) out[i] = colours[(values[i] as number) - least] as number;
}

/** The values that there can be. */
function span(values: StoredValues, { bitsStored }: Slice): readonly [least: number, count: number] {
  if (values instanceof Uint8Array) return [0, 256];
  const count = 1 << Math.min(16, bitsStored);
  return values instanceof Int16Array ? [-count / 2, count] : [0, count];
}
