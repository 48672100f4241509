import type { Slice, SlicePixels, StoredValues, Window } from './slice.js';

/** Windows that radiologists look at a CT with, in Hounsfield units. */
export const ctWindows: readonly Required<Pick<Window, 'name' | 'center' | 'width'>>[] = [
  { name: 'Soft tissue', center: 40, width: 400 },
  { name: 'Lung', center: -600, width: 1500 },
  { name: 'Bone', center: 480, width: 2500 },
  { name: 'Brain', center: 40, width: 80 },
  { name: 'Liver', center: 60, width: 160 },
  { name: 'Mediastinum', center: 50, width: 350 },
];

/** The windows that are offered for a slice: those of its file, and those of its modality. */
export function windowsFor({ windows, modality, units }: Slice): readonly Window[] {
  return modality === 'CT' && units === 'HU' ? [...windows, ...ctWindows] : windows;
}

/** How bright a value of the modality is in a window, from 0 to 1 (PS3.3 C.11.2.1.2 and C.11.2.1.3). */
export function brightnessIn({ center, width, curve }: Window, value: number): number {
  if (curve === 'sigmoid') return 1 / (1 + Math.exp((-4 * (value - center)) / width));
  if (curve === 'exact') return Math.min(1, Math.max(0, (value - center) / width + 0.5));
  // The first and last whole value of the window are black and white, so that its width counts values, not steps.
  if (value <= center - 0.5 - (width - 1) / 2) return 0;
  if (value > center - 0.5 + (width - 1) / 2) return 1;
  return (value - (center - 0.5)) / (width - 1) + 0.5;
}

/** Parts of all pixels that may be darker, and brighter, than a window that is made for them. */
const SHARE = 0.005;
const BINS = 4096;

/** The window of the slice's file, or else one that shows nearly all of its values. */
export function defaultWindow(slice: Slice, pixels: SlicePixels): Window {
  const [own] = slice.windows;
  if (own) return own;
  const { bitsStored, signed, slope, intercept, padding } = slice;
  // Pictures of eight bits were made to be looked at as they are.
  if (bitsStored <= 8 && !signed && slope === 1 && intercept === 0 && bitsStored > 1)
    return { center: 128, width: 256 };
  if (pixels.kind === 'colour') return { center: 128, width: 256 };
  const [least, greatest] = range(pixels.values, padding);
  const [from, to] = [least * slope + intercept, greatest * slope + intercept].sort((a, b) => a - b) as [
    number,
    number,
  ];
  return spanning(from, to, slope);
}

/** The window in which `from` is black and `to` is white. */
function spanning(from: number, to: number, step: number): Window {
  if (Number.isInteger(step)) return { center: (from + to + 1) / 2, width: Math.max(2, to - from + 1) };
  return { center: (from + to) / 2, width: Math.max(to - from, Number.MIN_VALUE), curve: 'exact' };
}

/** Stored values that nearly all lie between. */
function range(values: StoredValues, padding: number | undefined): readonly [number, number] {
  let [least, greatest, count] = [Infinity, -Infinity, 0];
  for (let i = 0; i < values.length; i++) {
    const value = values[i] as number;
    if (value === padding || !Number.isFinite(value)) continue;
    count++;
    if (value < least) least = value;
    if (value > greatest) greatest = value;
  }
  if (count === 0) return [0, 1];
  if (least === greatest) return [least, greatest];
  const bins = new Uint32Array(BINS);
  const scale = (BINS - 1) / (greatest - least);
  for (let i = 0; i < values.length; i++) {
    const value = values[i] as number;
    if (value === padding || !Number.isFinite(value)) continue;
    const bin = Math.floor((value - least) * scale);
    bins[bin] = (bins[bin] as number) + 1;
  }
  const cut = Math.floor(count * SHARE);
  let [low, high] = [0, BINS - 1];
  for (let sum = bins[0] as number; sum <= cut && low < high; sum += bins[low] as number) low++;
  for (let sum = bins[high] as number; sum <= cut && high > low; sum += bins[high] as number) high--;
  return [least + low / scale, Math.min(greatest, least + (high + 1) / scale)];
}

/** What is on show of grey pixels. */
export interface Look {
  readonly window: Window;
  /** Whether black and white are exchanged, over and above what the slice says. */
  readonly inverted: boolean;
}

/** Whether the least value is the brightest. */
export const isBrightLow = ({ photometric }: Slice, { inverted }: Look): boolean =>
  (photometric === 'MONOCHROME1') !== inverted;

/** The grey, from 0 to 255, of each stored value from `least` on. */
export function greys(slice: Slice, look: Look, least: number, count: number): Uint8ClampedArray<ArrayBuffer> {
  const out = new Uint8ClampedArray(count);
  const flipped = isBrightLow(slice, look);
  for (let i = 0; i < count; i++) out[i] = greyOf(slice, look, flipped, least + i);
  return out;
}

/** Not rounded. */
export function greyOf({ slope, intercept }: Slice, { window }: Look, flipped: boolean, stored: number): number {
  const brightness = brightnessIn(window, stored * slope + intercept);
  return 255 * (flipped ? 1 - brightness : brightness);
}
