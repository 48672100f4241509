import type { WaveSource } from '../../contract/surface.js';
import type { Bars } from './bars.js';
import type { Ink } from './ink.js';
import type { Layout } from './layout.js';
import { envelope, isReading, paintColumns } from './paint-wave.js';
import type { Sheet } from './sheet.js';
import { type Scale, toX } from './view-window.js';

/** Below the wave there is a strip of regions so high; without a wave it is all there is. CSS pixels. */
const STRIP = 4;
const TOP = 4;

/** The wave of the whole for a sheet of this size, made again only when more is known of it. */
export class WholeWave {
  #key = '';
  #ranges: Float32Array = new Float32Array();

  of(source: WaveSource, count: number): Float32Array {
    const key = `${source.revision} ${count} ${source.duration}`;
    if (key === this.#key) return this.#ranges;
    this.#key = key;
    const channels = Array.from({ length: source.channels }, (_, channel) =>
      source.columns(channel, 0, source.duration, count),
    );
    this.#ranges = envelope(channels);
    return this.#ranges;
  }

  /** It is another sound. */
  drop(): void {
    this.#key = '';
  }
}

/** @param whole where all of the axis is drawn; @param sheet clear */
export function paintOverview(
  sheet: Sheet,
  whole: Scale,
  { overview }: Layout,
  {
    bars,
    ink,
    wave,
  }: { readonly bars: Bars; readonly ink: Ink; readonly wave: readonly [WaveSource, WholeWave] | undefined },
): void {
  const { context, ratio } = sheet;
  if (!context) return;
  const strip = {
    top: wave ? overview.height - STRIP - 2 : TOP + 2,
    height: wave ? STRIP : overview.height - 2 * TOP - 4,
  };
  if (wave) {
    const [source, known] = wave;
    const [from, to] = [Math.round(whole.left * ratio), Math.round(toX(whole, source.duration) * ratio)];
    const band = { top: TOP, height: strip.top - TOP - 2, amplitude: 1 };
    if (to > from) paintColumns(sheet, { x: from, ranges: known.of(source, to - from) }, band, ink, isReading(source));
  }
  context.globalAlpha = 0.8;
  const rows = wave ? 1 : Math.max(1, Math.min(bars.rowCount, Math.floor(strip.height / 3)));
  for (let row = 0; row < bars.rowCount; row++) {
    const [top, height] = [
      strip.top + ((row % rows) * strip.height) / rows,
      Math.max(1, strip.height / rows - (rows > 1 ? 1 : 0)),
    ];
    let painted = Number.NEGATIVE_INFINITY;
    for (const { layer, spans } of bars.meetingIn(row, Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY)) {
      context.fillStyle = layer.colour;
      for (const { start, end } of spans) {
        const [left, right] = [toX(whole, start), toX(whole, end)];
        // Several in one pixel would not be seen.
        if (right < painted + 1 / ratio) continue;
        context.fillRect(left, top, Math.max(1, right - left), height);
        painted = right;
      }
    }
  }
  context.globalAlpha = 1;
}
