import { html, nothing, type TemplateResult } from 'lit';
import type { Clock, Stretch, TimeAxis } from '../../contract/surface.js';
import type { TagContext } from '../../contract/view.js';
import { isDict } from '../../model/json.js';
import { flag, text } from '../parts/attributes.js';
import { barButton } from '../parts/bar.js';
import { icons } from '../parts/icons.js';
import { type Loudness, playButton, speedChoice, timeOf, toggle, volumeControl } from '../parts/transport.js';

/** Seconds. */
const STEP = 1;
const SMALL_STEP = 0.1;
const ZOOM_STEP = 1.6;

export interface AudioParts {
  readonly clock: Clock;
  readonly axis: TimeAxis;
  readonly sound: Loudness;
  /** Whether there is something that plays. Observable. */
  readonly ready: () => boolean;
  /** Whether a region that is played is played again and again. Observable. */
  readonly looping: { readonly on: boolean; set(on: boolean): void };
  /** The share of the wave that is read, while it is read. Observable. */
  readonly reading: () => { readonly share: number | undefined; readonly cancel: () => void } | undefined;
}

/** The keys of a sound, and the row of its controls. */
export function bindAudioControls(context: TagContext, parts: AudioParts): () => TemplateResult {
  const { clock, axis, sound, looping } = parts;
  const { attributes } = context.node;
  const own = text(attributes, 'hotkey');
  const play = () => toggle(clock);
  const typing = { whileTyping: true } as const;
  const by = (seconds: number) => clock.seek(clock.time + seconds);
  const playRegion = () => {
    const stretch = stretchOf(context);
    if (stretch) clock.play({ ...stretch, loop: looping.on });
  };
  context.hotkey(own ? `${own}, ctrl+p` : 'ctrl+p, space, shift+space', 'Play or pause', play, typing);
  context.hotkey('ctrl+b', 'Back by a second', () => by(-STEP), typing);
  context.hotkey('alt+a', 'Back by a tenth of a second', () => by(-SMALL_STEP), typing);
  context.hotkey('alt+d', 'Forward by a tenth of a second', () => by(SMALL_STEP), typing);
  context.hotkey('alt+p', 'Play the selected region', playRegion, typing);
  context.hotkey('shift+alt+p', 'Play regions again and again, or once', () => looping.set(!looping.on), typing);
  context.hotkey('ctrl+plus, ctrl+=', 'Zoom in', () => axis.zoomBy(ZOOM_STEP));
  context.hotkey('ctrl+minus', 'Zoom out', () => axis.zoomBy(1 / ZOOM_STEP));
  context.hotkey('shift+1', 'Show all of it', () => axis.zoomTo('all'));
  context.hotkey('shift+3', 'Zoom to the selected region', () => zoomToRegion(context, axis));

  return () => {
    const ready = parts.ready();
    const stretch = stretchOf(context);
    const split = context.action('split');
    return html`<div class="le-bar">
      <div class="le-bar-group" role="group" aria-label="Playing">
        ${barButton('Back by a second', 'Ctrl B', icons.stepBack, () => by(-STEP), !ready)}
        ${ready ? playButton(clock, own ?? 'Space') : barButton('Play', 'the sound is being prepared', icons.play, play, true)}
        ${barButton('Forward by a second', '', icons.stepForward, () => by(STEP), !ready)}
      </div>
      ${timeOf(clock)}
      <div class="le-bar-group" role="group" aria-label="Region">
        ${barButton('Play the selected region', 'Alt P', icons.playRegion, playRegion, !ready || !stretch)}
        <button type="button" aria-label="Play regions again and again" title="Play regions again and again — Shift Alt P" aria-pressed=${looping.on ? 'true' : 'false'}
          @click=${() => looping.set(!looping.on)}>${icons.loop}</button>
        ${split ? barButton(split.title, split.keys ?? '', icons.split, () => split.run(), !split.enabled) : nothing}
      </div>
      <div class="le-bar-group le-bar-end">
        ${reading(parts)}
        ${flag(attributes, 'speed') === false ? nothing : speedChoice(clock, 0.25, 4)}
        ${flag(attributes, 'volume') === false ? nothing : volumeControl(sound)}
        ${flag(attributes, 'zoom') === false ? nothing : zoom(axis)}
      </div>
    </div>`;
  };
}

function reading({ reading }: AudioParts): TemplateResult | typeof nothing {
  const state = reading();
  if (!state) return nothing;
  const { share, cancel } = state;
  return html`<span class="le-bar-group"><span class="le-audio-reading">Reading the wave${share === undefined ? '' : ` ${Math.floor(share * 100)} %`}</span
    >${barButton('Stop reading the wave', '', icons.cross, cancel)}</span>`;
}

/** How tall the wave is drawn, and how much of it. */
const zoom = (
  axis: TimeAxis,
): TemplateResult => html`<label title="Height of the wave (double click to reset)">${icons.amplitude}<input
    type="range" min="0" max="5" step="0.1" aria-label="Height of the wave" .value=${String(Math.log2(axis.options.amplitude))}
    @input=${(event: Event) => axis.configure({ amplitude: 2 ** Number((event.target as HTMLInputElement).value) })}
    @dblclick=${() => axis.configure({ amplitude: 1 })}
  /></label>
  <div class="le-bar-group" role="group" aria-label="Zoom">
    ${barButton('Zoom out', 'Ctrl −', icons.minus, () => axis.zoomBy(1 / ZOOM_STEP))}
    ${barButton('Zoom in', 'Ctrl +', icons.plus, () => axis.zoomBy(ZOOM_STEP))}
    ${barButton('Show all of it', 'Shift 1', icons.fit, () => axis.zoomTo('all'))}
  </div>`;

/** From the start of the first to the end of the last selected region. Observable. */
function stretchOf({ target, doc }: TagContext): Stretch | undefined {
  if (target.of !== 'regions') return undefined;
  const spans = target.ids.flatMap((id) => {
    const geometry = doc.regions.get(id)?.geometry;
    if (!isDict(geometry as never)) return [];
    const { start, end } = geometry as { start?: unknown; end?: unknown };
    return typeof start === 'number' && typeof end === 'number' ? [{ start, end }] : [];
  });
  if (spans.length === 0) return undefined;
  return { start: Math.min(...spans.map(({ start }) => start)), end: Math.max(...spans.map(({ end }) => end)) };
}

/** With some of what is before and after. */
function zoomToRegion(context: TagContext, axis: TimeAxis): void {
  const stretch = stretchOf(context);
  if (!stretch) return;
  const margin = (stretch.end - stretch.start) * 0.15;
  axis.zoomTo({ start: stretch.start - margin, end: stretch.end + margin });
}
