import { html, nothing, type TemplateResult } from 'lit';
import type { Stage2D } from '../../contract/surface.js';
import type { TagContext } from '../../contract/view.js';
import { windowsFor } from '../../media/dicom/window.js';
import { barButton, zoomButtons } from '../parts/bar.js';
import { icons } from '../parts/icons.js';
import type { Pointing } from './pointing.js';
import type { Slices } from './slices.js';

const ZOOM_STEP = 1.2;

export interface DicomParts {
  readonly slices: Slices;
  readonly stage: Stage2D;
  readonly pointing: Pointing;
  /** From 0. Observable. */
  readonly index: () => number;
  readonly go: (index: number) => void;
  /** Observable. */
  readonly playing: () => boolean;
  readonly play: () => void;
  readonly metadata: () => void;
}

/** The keys of slices, and the row of their controls. */
export function bindDicomControls(context: TagContext, parts: DicomParts): () => TemplateResult {
  const { slices, stage, pointing, index, go } = parts;
  const zoom = {
    by: (steps: number) => stage.zoomBy(ZOOM_STEP ** steps),
    to: (what: 'fit' | 'original') => stage.zoomTo(what),
  };
  const preset = (place: number) => {
    const window = slices.picture && windowsFor(slices.picture.slice)[place];
    if (window) slices.setWindow(window);
  };
  context.hotkey('pagedown, ctrl+right', 'Next slice', () => go(index() + 1));
  context.hotkey('pageup, ctrl+left', 'Slice before', () => go(index() - 1));
  context.hotkey('ctrl+home', 'First slice', () => go(0));
  context.hotkey('ctrl+end', 'Last slice', () => go(slices.list.length - 1));
  context.hotkey('alt+w', 'Window and level by dragging', () => pointing.toggle());
  context.hotkey('alt+i', 'Invert', () => slices.invert());
  context.hotkey('alt+0', 'Window of the file', () => slices.setWindow(undefined));
  for (const place of [0, 1, 2, 3, 4, 5])
    context.hotkey(`alt+${place + 1}`, `Window ${place + 1} of the list`, () => preset(place));
  context.hotkey('space, ctrl+alt+space', 'Play or pause', parts.play);
  context.hotkey('ctrl+plus, ctrl+=', 'Zoom in', () => zoom.by(1));
  context.hotkey('ctrl+minus', 'Zoom out', () => zoom.by(-1));
  context.hotkey('shift+1', 'Zoom to fit', () => zoom.to('fit'));
  context.hotkey('shift+2', 'Zoom to actual size', () => zoom.to('original'));

  return () => html`<div class="le-bar">
    ${slices.list.length > 1 ? scroll(parts) : nothing}
    ${slices.series.length > 1 ? seriesChoice(slices) : nothing}
    ${progress(slices)}
    <div class="le-bar-group le-bar-end">
      ${slices.picture?.values.kind === 'grey' ? levels(slices, pointing) : nothing}
      ${barButton('Metadata', '', icons.info, parts.metadata, !slices.picture)}
      ${zoomButtons(stage.view.zoom, zoom)}
    </div>
  </div>`;
}

function scroll({ slices, index, go, playing, play }: DicomParts): TemplateResult {
  const now = index();
  const { length } = slices.list;
  return html`<div class="le-bar-group" role="group" aria-label="Slices">
    ${barButton('Slice before', 'Page Up', icons.previous, () => go(now - 1), now <= 0)}
    ${barButton(playing() ? 'Pause' : 'Play', 'Space', playing() ? icons.pause : icons.play, play)}
    ${barButton('Next slice', 'Page Down', icons.next, () => go(now + 1), now >= length - 1)}
    <input class="le-dicom-slider" type="range" min="1" max=${length} step="1" aria-label="Slice" .value=${String(now + 1)}
      @input=${(event: Event) => go(Number((event.target as HTMLInputElement).value) - 1)} />
    <span aria-live="polite">${now + 1} of ${length}</span>
  </div>`;
}

function seriesChoice(slices: Slices): TemplateResult {
  const set = (event: Event) => slices.showSeries((event.target as HTMLSelectElement).value);
  return html`<select aria-label="Series" title="Series" @change=${set}>${slices.series.map(
    ({ uid, description, number, modality, slices: list }) =>
      html`<option value=${uid} ?selected=${uid === slices.shownSeries?.uid}>${number === undefined ? '' : `${number}: `}${description ?? modality} (${list.length})</option>`,
  )}</select>`;
}

/** Until all is read one can look, but not draw: slices are counted when their order is known. */
function progress(slices: Slices): TemplateResult | typeof nothing {
  if (slices.complete || slices.state.is !== 'shown') return nothing;
  const { loaded = 0, total } = slices.progress ?? {};
  return html`<span class="le-bar-group">${slices.list.length} slices${total ? ` · ${Math.floor((loaded / total) * 100)} % read` : ' so far'}</span>`;
}

function levels(slices: Slices, pointing: Pointing): TemplateResult {
  const slice = slices.picture?.slice;
  const windows = slice ? windowsFor(slice) : [];
  const now = slices.look?.window;
  const place = windows.findIndex(({ center, width }) => center === now?.center && width === now?.width);
  const set = (event: Event) => {
    const wish = windows[Number((event.target as HTMLSelectElement).value)];
    slices.setWindow(wish);
  };
  return html`<select aria-label="Window" title="Window and level — Alt 1 to 6; right drag over the picture" @change=${set}
      >${place < 0 ? html`<option value="-1" selected>${windows.length > 0 ? 'Own window' : 'Window'}</option>` : nothing}${windows.map(
        ({ name, center, width }, at) =>
          html`<option value=${at} ?selected=${at === place}>${name ?? 'Window'} ${Math.round(center)} / ${Math.round(width)}</option>`,
      )}</select>
    <div class="le-bar-group" role="group" aria-label="Window and level">
      <button type="button" aria-label="Window and level by dragging" title="Window and level by dragging — Alt W" aria-pressed=${pointing.levelling ? 'true' : 'false'}
        @click=${() => pointing.toggle()}>${icons.contrast}</button>
      <button type="button" aria-label="Invert" title="Invert — Alt I" aria-pressed=${slices.inverted ? 'true' : 'false'} @click=${() => slices.invert()}>${icons.invert}</button>
    </div>`;
}
