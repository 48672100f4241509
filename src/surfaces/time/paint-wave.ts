import type { TimeOptions, WaveSource } from '../../contract/surface.js';
import type { Ink } from './ink.js';
import type { Samples } from './near-samples.js';
import type { Sheet } from './sheet.js';
import { type Scale, toAt, toX } from './view-window.js';

/** So many device pixels of the sheet, from one on, each with the least and greatest sample in it. */
export interface Columns {
  readonly x: number;
  /** NaN where nothing is known. */
  readonly ranges: Float32Array;
}

/** Which parts of time the sheet's device pixels are: whole multiples of one, so that a pan does not make the wave shimmer. */
export interface Grid {
  /** Device pixels from the sheet's left edge. */
  readonly x: number;
  readonly start: number;
  readonly end: number;
  readonly count: number;
}

export function gridOf(scale: Scale, width: number, ratio: number, length: number): Grid {
  const part = (scale.view.end - scale.view.start) / scale.width / ratio;
  const first = Math.max(0, Math.floor(toAt(scale, 0) / part));
  const last = Math.max(first, Math.min(Math.ceil(toAt(scale, width) / part), Math.ceil(length / part)));
  return {
    x: Math.round(toX(scale, first * part) * ratio),
    start: first * part,
    end: last * part,
    count: last - first,
  };
}

/** Least and greatest of several channels together. */
export function envelope(all: readonly Float32Array[]): Float32Array {
  const [first = new Float32Array(), ...others] = all;
  const merged = Float32Array.from(first);
  for (const other of others) {
    for (let i = 0; i + 1 < merged.length; i += 2) {
      // Comparisons with NaN are false: what is known of one channel is shown.
      const [least, most] = [other[i] as number, other[i + 1] as number];
      if (!((merged[i] as number) <= least) && !Number.isNaN(least)) merged[i] = least;
      if (!((merged[i + 1] as number) >= most) && !Number.isNaN(most)) merged[i + 1] = most;
    }
  }
  return merged;
}

/** Of samples that stand so close that each part of the grid has one or more. */
export function rangesOf(samples: Samples, channel: number, { start, end, count }: Grid): Float32Array {
  const data = samples.channels[channel] ?? new Float32Array();
  const ranges = new Float32Array(2 * count).fill(Number.NaN);
  const perPart = ((end - start) / count) * samples.rate;
  const offset = start * samples.rate - samples.first;
  for (let k = 0; k < count; k++) {
    const from = Math.max(0, Math.ceil(offset + k * perPart - 1e-6));
    const to = Math.min(data.length, Math.max(from + 1, Math.ceil(offset + (k + 1) * perPart - 1e-6)));
    let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
    for (let i = from; i < to; i++) {
      const sample = data[i] as number;
      if (sample < least) least = sample;
      if (sample > most) most = sample;
    }
    if (least <= most) ranges.set([least, most], 2 * k);
  }
  return ranges;
}

/** Where a band of the wave lies, in CSS pixels of the sheet, and how much taller than it is the wave is drawn. */
export interface Band {
  readonly top: number;
  readonly height: number;
  readonly amplitude: number;
}

/** @param hatches whether to mark what is not known: it is still being read */
export function paintColumns(sheet: Sheet, { x, ranges }: Columns, band: Band, ink: Ink, hatches: boolean): void {
  const { context, ratio } = sheet;
  if (!context) return;
  const [middle, half] = [(band.top + band.height / 2) * ratio, (band.height / 2) * ratio];
  const yOf = (sample: number) => middle - Math.max(-1, Math.min(1, sample * band.amplitude)) * half;
  context.save();
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.beginPath();
  let before: readonly [least: number, most: number] | undefined;
  let unknown = 0;
  const hatch = (end: number) => {
    if (unknown > 0 && hatches) paintUnknown(sheet, end - unknown, unknown, band, ink);
    unknown = 0;
  };
  for (let k = 0; 2 * k < ranges.length; k++) {
    const [least, most] = [ranges[2 * k] as number, ranges[2 * k + 1] as number];
    if (Number.isNaN(least)) {
      unknown++;
      before = undefined;
      continue;
    }
    hatch(x + k);
    // What is one line stays one, also where it is steep.
    const [low, high] = before ? [Math.min(least, before[1]), Math.max(most, before[0])] : [least, most];
    before = [least, most];
    const top = Math.round(yOf(high));
    context.rect(x + k, top, 1, Math.max(1, Math.round(yOf(low)) - top));
  }
  context.fillStyle = ink.wave;
  context.fill();
  hatch(x + ranges.length / 2);
  context.restore();
}

/** The samples one by one, joined by a line; so near that they stand apart, as dots. */
export function paintSamples(
  sheet: Sheet,
  scale: Scale,
  samples: Samples,
  channels: readonly number[],
  band: Band,
  ink: Ink,
): void {
  const { context, ratio, width } = sheet;
  if (!context) return;
  const [middle, half] = [band.top + band.height / 2, band.height / 2];
  const apart = scale.width / (scale.view.end - scale.view.start) / samples.rate;
  const place = (i: number) => Math.round(i * samples.rate) - samples.first;
  const [from, to] = [place(toAt(scale, 0)) - 1, place(toAt(scale, width)) + 1];
  context.strokeStyle = ink.wave;
  context.fillStyle = ink.wave;
  context.lineWidth = Math.max(1, 1.25 / ratio);
  context.lineJoin = 'round';
  for (const channel of channels) {
    const data = samples.channels[channel];
    if (!data) continue;
    const points: [x: number, y: number][] = [];
    for (let i = Math.max(0, from); i <= Math.min(data.length - 1, to); i++) {
      const sample = Math.max(-1, Math.min(1, (data[i] as number) * band.amplitude));
      points.push([toX(scale, (samples.first + i) / samples.rate), middle - sample * half]);
    }
    context.beginPath();
    for (const [x, y] of points) context.lineTo(x, y);
    context.stroke();
    if (apart < 6) continue;
    context.beginPath();
    for (const [x, y] of points) {
      context.moveTo(x + 2, y);
      context.arc(x, y, 2, 0, 2 * Math.PI);
    }
    context.fill();
  }
}

const STRIPE = 7;

/** @param x and width device pixels */
function paintUnknown({ context, ratio }: Sheet, x: number, width: number, band: Band, ink: Ink): void {
  if (!context) return;
  const [top, height] = [Math.round(band.top * ratio), Math.round(band.height * ratio)];
  const step = STRIPE * ratio;
  context.save();
  context.beginPath();
  context.rect(x, top, width, height);
  context.clip();
  context.beginPath();
  for (let from = Math.floor((x - height) / step) * step; from < x + width; from += step) {
    context.moveTo(from, top + height);
    context.lineTo(from + height, top);
  }
  context.strokeStyle = ink.line;
  context.lineWidth = ratio;
  context.stroke();
  context.restore();
  context.beginPath();
}

/** Whether what is not known yet will be: decoders say at the end how long a sound really is, a little less than its file says. */
export const isReading = ({ known, duration }: WaveSource): boolean => known < duration - 0.15;

/** Which channels each band shows. */
export const channelsOf = (
  { channels }: WaveSource,
  { splitChannels }: TimeOptions,
): readonly (readonly number[])[] => {
  const all = Array.from({ length: channels }, (_, channel) => channel);
  return splitChannels ? all.map((channel) => [channel]) : [all];
};
