import type { Clock, WaveSource } from '../../contract/surface.js';
import type { Scope } from '../../contract/view.js';
import { onceAFrame } from '../stage2d/once-a-frame.js';
import type { Bar } from './bars.js';
import type { Grip } from './grips.js';
import { InkWell } from './ink.js';
import { contentHeight } from './layout.js';
import { paintLanes } from './paint-bars.js';
import { paintGrips } from './paint-grips.js';
import { paintOverview, WholeWave } from './paint-overview.js';
import { paintRows } from './paint-rows.js';
import { paintRuler } from './paint-ruler.js';
import { paintTints } from './paint-tints.js';
import type { Scene } from './scene.js';
import { screenRatio } from './sheet.js';
import type { TimeFrame } from './time-frame.js';
import type { Limits, Scale } from './view-window.js';
import { WavePainter } from './wave-painter.js';

/** What is painted by itself, so that a change paints no more than it has to. */
export type Part = 'overview' | 'ruler' | 'wave' | 'marks';
const allParts: readonly Part[] = ['overview', 'ruler', 'wave', 'marks'];

export interface Painted {
  readonly scene: Scene;
  readonly grips: readonly Grip[];
  readonly gripUnder: Grip | undefined;
  readonly sketch: Bar | undefined;
  readonly wave: WaveSource | undefined;
  /** Undefined while there is nothing to draw on. */
  readonly limits: Limits | undefined;
  /** Where all of the axis is drawn in the overview. */
  readonly whole: Scale;
  /** Whether frames have a time of their own. */
  readonly timed: boolean;
  readonly stretch: Clock['stretch'];
  /** Rows that there are. */
  readonly rows: number;
}

/** Paints what has changed, once a frame. */
export class Painting {
  readonly #frame: TimeFrame;
  readonly #inks: InkWell;
  readonly #waves: WavePainter;
  readonly #wholeWave = new WholeWave();
  readonly #stale = new Set<Part>();
  readonly #ask: () => void;
  readonly #painted: () => Painted;
  #ratio = 0;

  constructor(frame: TimeFrame, scope: Scope, painted: () => Painted) {
    this.#frame = frame;
    this.#painted = painted;
    this.#ask = onceAFrame(scope, () => this.#paint());
    this.#waves = new WavePainter(scope, () => this.invalidate('wave'));
    this.#inks = new InkWell(frame.root, scope, () => this.invalidate(...allParts));
  }

  invalidate(...parts: readonly Part[]): void {
    for (const part of parts) this.#stale.add(part);
    this.#ask();
  }

  /** More is known of the sound, or it is another one. */
  waveChanged(): void {
    this.#waves.stale();
    this.#wholeWave.drop();
    this.invalidate('wave', 'overview');
  }

  #paint(): void {
    this.#frame.settle();
    const ratio = screenRatio();
    if (ratio !== this.#ratio) for (const part of allParts) this.#stale.add(part);
    this.#ratio = ratio;
    const painted = this.#painted();
    if (this.#stale.has('overview')) this.#paintOverview(painted);
    if (this.#stale.has('ruler')) this.#paintRuler(painted);
    if (this.#stale.has('wave')) this.#paintWave(painted);
    if (this.#stale.has('marks')) this.#paintMarks(painted);
    this.#stale.clear();
  }

  #paintOverview({ scene, wave, whole, limits }: Painted): void {
    const { layout, bars, options } = scene;
    if (layout.overview.height === 0) return;
    const sheet = this.#frame.overview;
    if (!sheet.clear(layout.width, layout.overview.height, this.#ratio) || !limits) return;
    const sounds = wave && options.unit === 'seconds';
    paintOverview(sheet, whole, layout, {
      bars,
      ink: this.#inks.ink,
      wave: sounds ? [wave, this.#wholeWave] : undefined,
    });
  }

  #paintRuler({ scene, limits, timed, stretch }: Painted): void {
    const { layout, scale, options } = scene;
    const sheet = this.#frame.ruler;
    if (!sheet.clear(layout.width, layout.ruler.height, this.#ratio) || !limits) return;
    paintRuler(sheet, {
      layout,
      scale,
      options,
      timed,
      ink: this.#inks.ink,
      limits,
      stretch: stretch && { start: options.fromClock(stretch.start), end: options.fromClock(stretch.end) },
    });
  }

  #paintWave({ scene, wave, limits }: Painted): void {
    const { layout, scale, options } = scene;
    const sheet = this.#frame.wave;
    if (!sheet.clear(layout.width, layout.wave.height, this.#ratio) || !limits || !wave) return;
    this.#waves.paint(sheet, wave, { layout, scale, options, ink: this.#inks.ink, length: limits.last });
  }

  #paintMarks({ scene, grips, gripUnder, sketch, limits, rows }: Painted): void {
    const { layout, options, scrolled } = scene;
    const sheet = this.#frame.marks;
    if (!sheet.clear(layout.width, layout.field.height, this.#ratio) || !limits) return;
    const { ink } = this.#inks;
    paintTints(sheet, scene, sketch);
    if (options.rows === 'each') paintRows(sheet, scene, sketch, ink);
    else paintLanes(sheet, scene, ink, sketch);
    paintGrips(sheet, scene, grips, gripUnder, ink);
    this.#frame.scroll(layout, scrolled, contentHeight({ options, rows, channels: 0 }));
  }
}
