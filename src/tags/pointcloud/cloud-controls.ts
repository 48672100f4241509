import { html, nothing, type TemplateResult } from 'lit';
import type { PointCloud } from '../../contract/cloud.js';
import type { Clock, ColourBy, Scene3D } from '../../contract/surface.js';
import type { TagContext } from '../../contract/view.js';
import { barButton } from '../parts/bar.js';
import {
  bindFrameKeys,
  type Frames,
  frameNumber,
  keyFrameButtons,
  stepBack,
  stepForward,
} from '../parts/frame-controls.js';
import { icons } from '../parts/icons.js';
import { playButton, speedChoice, toggle } from '../parts/transport.js';

const ZOOM_STEP = 1.3;

export interface CloudParts {
  readonly scene: Scene3D;
  readonly clock: Clock;
  /** Of a sequence. */
  readonly frames: Frames | undefined;
  /** Observable. */
  readonly cloud: () => PointCloud | undefined;
}

const names: Readonly<Record<ColourBy, string>> = {
  height: 'Height',
  intensity: 'Intensity',
  rgb: 'Own colour',
  label: 'Label',
  plain: 'One colour',
};

/** The keys of a cloud, and the row of its controls. */
export function bindCloudControls(context: TagContext, parts: CloudParts): () => TemplateResult {
  const { scene, clock, frames } = parts;
  const top = () => scene.look({ mode: scene.view.mode === 'top' ? 'orbit' : 'top' });
  const focus = () => scene.configure({ focused: !scene.options.focused });
  const sides = () => scene.configure({ sides: !scene.options.sides });
  const marked = () => (context.target.of === 'regions' ? context.target.ids[0] : undefined);
  const toRegion = () => {
    const id = marked();
    if (id !== undefined) scene.zoomToRegion(id);
  };
  context.hotkey('t', 'From above, or in perspective', top);
  context.hotkey('shift+1', 'Show all points', () => scene.zoomTo('all'));
  context.hotkey('shift+2', 'Show all points from above', () => scene.zoomTo('top'));
  context.hotkey('shift+3', 'Look at the selected box', toRegion);
  context.hotkey('x', 'Only what is near the selected box', focus);
  context.hotkey('shift+x', 'Side views', sides);
  context.hotkey('ctrl+plus, ctrl+=', 'Zoom in', () => scene.zoomBy(ZOOM_STEP));
  context.hotkey('ctrl+minus', 'Zoom out', () => scene.zoomBy(1 / ZOOM_STEP));
  if (frames) {
    context.hotkey('ctrl+alt+space, space', 'Play or pause', () => toggle(clock));
    bindFrameKeys(context, frames);
  }
  const pressed = (name: string, keys: string, on: boolean, icon: TemplateResult, run: () => void, disabled = false) =>
    html`<button type="button" aria-label=${name} title="${name} — ${keys}" aria-pressed=${on ? 'true' : 'false'} ?disabled=${disabled} @click=${run}>${icon}</button>`;

  return () => {
    const cloud = parts.cloud();
    const { options, view } = scene;
    return html`<div class="le-bar">
      ${frames ? sequence(frames, clock) : nothing}
      ${frames ? keyFrameButtons(context) : nothing}
      ${cloud ? html`<span class="le-playing">${cloud.count.toLocaleString('en')} points</span>` : nothing}
      <div class="le-bar-group le-bar-end">
        ${colourChoice(scene, cloud)}
        ${heightChoice(scene, cloud)}
        <label title="Size of points">${icons.points}<input type="range" min="1" max="8" step="0.5" aria-label="Size of points" .value=${String(options.pointSize)}
          @input=${(event: Event) => scene.configure({ pointSize: Number((event.target as HTMLInputElement).value) })} /></label>
        <div class="le-bar-group" role="group" aria-label="View">
          ${pressed('From above', 'T', view.mode === 'top', icons.top, top)}
          ${pressed('Side views of the selected box', 'Shift X', options.sides, icons.sides, sides)}
          ${pressed('Only what is near the selected box', 'X', options.focused, icons.focus, focus, marked() === undefined)}
          ${barButton('Look at the selected box', 'Shift 3', icons.toRegion, toRegion, marked() === undefined)}
          ${barButton('Show all points', 'Shift 1', icons.fit, () => scene.zoomTo('all'))}
        </div>
      </div>
    </div>`;
  };
}

const sequence = (
  frames: Frames,
  clock: Clock,
): TemplateResult => html`<div class="le-bar-group" role="group" aria-label="Playing"
  >${stepBack(frames)}${playButton(clock, 'Space')}${stepForward(frames)}</div>${frameNumber(frames)}${speedChoice(clock, 0.1, 4)}`;

function colourChoice(scene: Scene3D, cloud: PointCloud | undefined): TemplateResult {
  const there: Readonly<Record<ColourBy, boolean>> = {
    height: true,
    intensity: cloud?.intensity !== undefined,
    rgb: cloud?.colours !== undefined,
    label: cloud?.labels !== undefined,
    plain: true,
  };
  const set = (event: Event) => scene.configure({ colourBy: (event.target as HTMLSelectElement).value as ColourBy });
  return html`<select aria-label="Colour of points" title="Colour of points" .value=${scene.options.colourBy} @change=${set}>${Object.entries(
    names,
  ).map(
    ([value, name]) =>
      html`<option value=${value} ?selected=${value === scene.options.colourBy} ?disabled=${!there[value as ColourBy]}>${name}</option>`,
  )}</select>`;
}

/** From and to which height points are drawn. */
function heightChoice(scene: Scene3D, cloud: PointCloud | undefined): TemplateResult | typeof nothing {
  if (!cloud?.bounds) return nothing;
  const axis = { x: 0, y: 1, z: 2 }[scene.options.upAxis];
  const [least, most] = [cloud.bounds.least[axis] ?? 0, cloud.bounds.most[axis] ?? 0];
  const [from, to] = scene.options.heightRange ?? [least, most];
  const set = (range: readonly [number, number]) =>
    scene.configure({ heightRange: range[0] <= least && range[1] >= most ? undefined : range });
  const step = Math.max(0.01, (most - least) / 200);
  const slider = (name: string, value: number, change: (value: number) => void) => html`<input
    type="range" min=${least} max=${most} step=${step} aria-label=${name} title="${name}: ${value.toFixed(2)} m" .value=${String(value)}
    @input=${(event: Event) => change(Number((event.target as HTMLInputElement).value))} />`;
  return html`<label class="le-cloud-heights" title="Heights that are drawn (double click for all)" @dblclick=${() => scene.configure({ heightRange: undefined })}
    >${icons.heights}${slider('Lowest height', from, (value) => set([Math.min(value, to), to]))}${slider('Greatest height', to, (value) => set([from, Math.max(value, from)]))}</label>`;
}
