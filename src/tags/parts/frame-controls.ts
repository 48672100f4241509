import { html, nothing, type TemplateResult } from 'lit';
import type { TagContext } from '../../contract/view.js';
import { barButton } from './bar.js';
import { icons } from './icons.js';

export const frameControlsStyles = `
.le-frame-number { display: inline-flex; align-items: center; gap: 4px; white-space: nowrap; }
.le-frame-number input {
  font: inherit; width: 6.5ch; box-sizing: border-box; height: 26px; padding: 0 4px; text-align: end; color: var(--le-text); background: var(--le-surface);
  border: 1px solid var(--le-line); border-radius: var(--le-radius); font-variant-numeric: tabular-nums; appearance: textfield;
}
.le-frame-number input::-webkit-inner-spin-button { appearance: none; }
`;

/** Frames as one goes through them; they count from 1. */
export interface Frames {
  /** Observable. */
  readonly frame: number;
  /** Observable. */
  readonly count: number;
  go(frame: number): void;
}

/** How many frames a hop is. */
const HOP = 10;

/** The keys that go through frames. */
export function bindFrameKeys(context: TagContext, frames: Frames): void {
  const by = (count: number) => () => frames.go(frames.frame + count);
  context.hotkey('alt+left, comma', 'Frame before', by(-1));
  context.hotkey('alt+right, .', 'Next frame', by(1));
  context.hotkey('shift+alt+left', `${HOP} frames back`, by(-HOP));
  context.hotkey('shift+alt+right', `${HOP} frames forward`, by(HOP));
  context.hotkey('ctrl+alt+shift+left', 'First frame', () => frames.go(1));
  context.hotkey('ctrl+alt+shift+right', 'Last frame', () => frames.go(frames.count));
}

export const stepBack = (frames: Frames): TemplateResult =>
  barButton('Frame before', 'Alt Left', icons.stepBack, () => frames.go(frames.frame - 1), frames.frame <= 1);
export const stepForward = (frames: Frames): TemplateResult =>
  barButton(
    'Next frame',
    'Alt Right',
    icons.stepForward,
    () => frames.go(frames.frame + 1),
    frames.frame >= frames.count,
  );

/** The number of the frame on show, to be typed over: `12 of 300`. */
export function frameNumber(frames: Frames): TemplateResult {
  const type = (event: Event) => {
    const input = event.target as HTMLInputElement;
    const wished = Math.round(Number(input.value));
    if (Number.isFinite(wished) && input.value !== '') frames.go(wished);
    input.value = String(frames.frame);
  };
  return html`<span class="le-frame-number"><input
      type="number" min="1" max=${frames.count} step="1" aria-label="Frame" title="Frame" .value=${String(frames.frame)} @change=${type}
    />of ${frames.count}</span>`;
}

/** What can be done to the key frames of the selected tracks. */
export function keyFrameButtons(context: TagContext): TemplateResult | typeof nothing {
  const button = (name: string, icon: TemplateResult) => {
    const action = context.action(name);
    return action ? barButton(action.title, action.keys ?? '', icon, () => action.run(), !action.enabled) : nothing;
  };
  if (context.readonly) return nothing;
  return html`<div class="le-bar-group" role="group" aria-label="Key frames">
    ${button('track:previous', icons.keyBefore)}
    ${button('track:put', icons.keyAdd)}
    ${button('track:remove', icons.keyRemove)}
    ${button('track:toggle', icons.lifespan)}
    ${button('split', icons.split)}
    ${button('track:next', icons.keyAfter)}
  </div>`;
}
