import { html, nothing, type TemplateResult } from 'lit';
import type { Clock, Stage2D, TimeAxis } from '../../contract/surface.js';
import type { TagContext } from '../../contract/view.js';
import { number, text } from '../parts/attributes.js';
import { zoomButtons } from '../parts/bar.js';
import {
  bindFrameKeys,
  type Frames,
  frameNumber,
  keyFrameButtons,
  stepBack,
  stepForward,
} from '../parts/frame-controls.js';
import { type Loudness, playButton, speedChoice, timeOf, toggle, volumeControl } from '../parts/transport.js';

const ZOOM_STEP = 1.2;

export interface VideoParts {
  readonly clock: Clock;
  readonly stage: Stage2D;
  readonly axis: TimeAxis;
  readonly frames: Frames;
  readonly sound: Loudness;
  /** Whether the film has sound. Observable. */
  readonly sounds: () => boolean;
  /** Why frame numbers may be wrong. Observable. */
  readonly doubt: () => string | undefined;
}

/** The keys of a film, and the row of its controls. */
export function bindVideoControls(context: TagContext, parts: VideoParts): () => TemplateResult {
  const { clock, stage, axis, frames } = parts;
  const { attributes } = context.node;
  const own = text(attributes, 'hotkey');
  const least = Math.min(1, number(attributes, 'minPlaybackSpeed') ?? 0.25);
  context.hotkey(own ? `${own}, ctrl+alt+space` : 'ctrl+alt+space, space', 'Play or pause', () => toggle(clock), {
    whileTyping: true,
  });
  bindFrameKeys(context, frames);
  const zoom = {
    by: (steps: number) => stage.zoomBy(ZOOM_STEP ** steps),
    to: (what: 'fit' | 'original') => stage.zoomTo(what),
  };
  context.hotkey('ctrl+plus, ctrl+=', 'Zoom in', () => zoom.by(1));
  context.hotkey('ctrl+minus', 'Zoom out', () => zoom.by(-1));
  context.hotkey('shift+1', 'Zoom to fit', () => zoom.to('fit'));
  context.hotkey('shift+2', 'Zoom to actual size', () => zoom.to('original'));
  context.hotkey('shift+0', 'Show all of the time line', () => axis.zoomTo('all'));
  return () => {
    const doubt = parts.doubt();
    return html`<div class="le-bar">
      <div class="le-bar-group" role="group" aria-label="Playing">${stepBack(frames)}${playButton(clock, own ?? 'Space')}${stepForward(frames)}</div>
      ${frameNumber(frames)}
      ${doubt === undefined ? nothing : html`<span class="le-video-doubt" title=${doubt}>≈ approximate</span>`}
      ${timeOf(clock)}
      ${keyFrameButtons(context)}
      <div class="le-bar-group le-bar-end">
        ${speedChoice(clock, Math.min(least, 0.1))}
        ${parts.sounds() ? volumeControl(parts.sound) : nothing}
        ${zoomButtons(stage.view.zoom, zoom)}
      </div>
    </div>`;
  };
}
