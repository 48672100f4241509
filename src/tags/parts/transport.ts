import { html, type TemplateResult } from 'lit';
import { timeText } from '../../base/time-text.js';
import type { Clock } from '../../contract/surface.js';
import { observable, runInAction } from '../../reactive/index.js';
import { barButton } from './bar.js';
import { icons } from './icons.js';

export const transportStyles = `
.le-bar select {
  font: inherit; height: 26px; padding: 0 2px; color: inherit; background: none; border: 1px solid transparent; border-radius: var(--le-radius); cursor: pointer;
}
.le-bar select:hover { background: var(--le-surface-2); color: var(--le-text); }
.le-bar select:focus-visible { outline: 2px solid var(--le-accent); outline-offset: -1px; }
.le-bar option { color: var(--le-text); background: var(--le-surface); }
.le-bar button[aria-pressed="true"] { color: var(--le-accent); background: color-mix(in srgb, var(--le-accent) 14%, transparent); }
.le-playing { white-space: nowrap; color: var(--le-text); }
.le-playing small { font-size: inherit; color: var(--le-muted); }
`;

/** Plays from where the playhead is, or pauses. @param keys as a person reads them */
export const playButton = (clock: Clock, keys: string): TemplateResult =>
  barButton(clock.playing ? 'Pause' : 'Play', keys, clock.playing ? icons.pause : icons.play, () => toggle(clock));

export const toggle = (clock: Clock): void => (clock.playing ? clock.pause() : clock.play());

/** Where the playhead is and how long all is: `0:01.250 / 1:00.000`. */
export const timeOf = (clock: Clock): TemplateResult =>
  html`<span class="le-playing">${timeText(clock.time)} <small>/ ${timeText(clock.duration)}</small></span>`;

const speeds = [0.1, 0.25, 0.5, 0.75, 1, 1.25, 1.5, 2, 3, 4, 8, 16];

/** How fast it plays; what it is set to is always among the choices. */
export function speedChoice(clock: Clock, least = 0.1, most = 16): TemplateResult {
  const offered = [...new Set([...speeds.filter((speed) => speed >= least && speed <= most), clock.rate])];
  offered.sort((a, b) => a - b);
  const set = (event: Event) => clock.setRate(Number((event.target as HTMLSelectElement).value));
  return html`<select aria-label="Speed" title="Speed" .value=${String(clock.rate)} @change=${set}>${offered.map(
    (speed) => html`<option value=${speed} ?selected=${speed === clock.rate}>${speed}×</option>`,
  )}</select>`;
}

/** How loud a player is; 0 to 1. */
export interface Loudness {
  readonly volume: number;
  readonly muted: boolean;
  set(change: { readonly volume?: number; readonly muted?: boolean }): void;
}

/** Observable. */
export function loudness(at: { readonly volume: number; readonly muted: boolean }): Loudness {
  const now = observable({ ...at });
  return {
    get volume() {
      return now.volume;
    },
    get muted() {
      return now.muted;
    },
    set: (change) => runInAction(() => Object.assign(now, change)),
  };
}

export const volumeControl = (sound: Loudness): TemplateResult => html`<span class="le-bar-group">${barButton(
  sound.muted ? 'Unmute' : 'Mute',
  '',
  sound.muted || sound.volume === 0 ? icons.muted : icons.volume,
  () => sound.set({ muted: !sound.muted }),
)}<input type="range" min="0" max="1" step="0.01" aria-label="Volume" title="Volume" .value=${String(sound.muted ? 0 : sound.volume)}
  @input=${(event: Event) => sound.set({ volume: Number((event.target as HTMLInputElement).value), muted: false })} /></span>`;
