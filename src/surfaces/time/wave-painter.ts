import type { TimeOptions, WaveSource } from '../../contract/surface.js';
import type { Scope } from '../../contract/view.js';
import type { Ink } from './ink.js';
import type { Layout } from './layout.js';
import { NearSamples } from './near-samples.js';
import { channelsOf, envelope, gridOf, isReading, paintColumns, paintSamples, rangesOf } from './paint-wave.js';
import type { Sheet } from './sheet.js';
import type { Scale } from './view-window.js';

/** With fewer samples than this in a device pixel a pyramid of waves is too coarse, or soon will be. */
const NEAR = 128;

export interface WaveLook {
  readonly layout: Layout;
  readonly scale: Scale;
  readonly options: TimeOptions;
  readonly ink: Ink;
  /** Seconds. */
  readonly length: number;
}

/** Draws the wave: from the source's columns, and nearer by from its samples. */
export class WavePainter {
  readonly #near: NearSamples;

  constructor(scope: Scope, changed: () => void) {
    this.#near = new NearSamples(scope, changed);
  }

  /** More is known of the sound, or it is another one. */
  stale(): void {
    this.#near.retry();
  }

  /** @param sheet clear */
  paint(sheet: Sheet, source: WaveSource, { layout, scale, options, ink, length }: WaveLook): void {
    const { height, bands } = layout.wave;
    const { context, width, ratio } = sheet;
    const grid = gridOf(scale, width, ratio, length);
    if (bands === 0 || grid.count === 0 || !context) return;
    const perPixel = ((grid.end - grid.start) / grid.count) * source.sampleRate;
    const samples = perPixel < NEAR ? this.#near.of(source, grid.start, Math.min(length, grid.end)) : undefined;
    const reading = isReading(source);
    for (const [i, channels] of channelsOf(source, options).entries()) {
      const band = { top: (i * height) / bands, height: height / bands, amplitude: options.amplitude };
      if (i > 0) {
        context.fillStyle = ink.line;
        context.fillRect(0, sheet.snap(band.top), width, 1);
      }
      if (samples && perPixel <= 1) {
        paintSamples(sheet, scale, samples, channels, band, ink);
        continue;
      }
      const ranges = channels.map((channel) =>
        samples ? rangesOf(samples, channel, grid) : source.columns(channel, grid.start, grid.end, grid.count),
      );
      paintColumns(sheet, { x: grid.x, ranges: envelope(ranges) }, band, ink, reading);
    }
  }
}
