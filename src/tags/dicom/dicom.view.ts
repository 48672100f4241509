import { html, render } from 'lit';
import type { Stage2D } from '../../contract/surface.js';
import type { TagContext, View } from '../../contract/view.js';
import { isList, type Json } from '../../model/json.js';
import { error } from '../../model/problem.js';
import { observable, runInAction, untracked } from '../../reactive/index.js';
import { number, text } from '../parts/attributes.js';
import { barStyles } from '../parts/bar.js';
import { mediaNote, mediaStateStyles } from '../parts/media-state.js';
import { transportStyles } from '../parts/transport.js';
import { AttributeSheet, attributeSheetStyles } from './attribute-sheet.js';
import { bindDicomControls } from './dicom-controls.js';
import { overlay, overlayStyles } from './overlay.js';
import { bindPointing } from './pointing.js';
import { Slices } from './slices.js';
import { windowWish } from './window-wish.js';

/** Milliseconds a slice is on show when they are played, where the file does not say. */
const SLICE_TIME = 100;

/** A medical picture, or a stack of slices, to draw on. */
export const dicomView: View = {
  styles: `
${mediaStateStyles}
${barStyles}
${transportStyles}
${overlayStyles}
${attributeSheetStyles}
.le-dicom { display: flex; flex-direction: column; flex: 1 0 auto; min-width: 0; }
.le-dicom-stage {
  position: relative; flex: 1 1 0; min-height: min(max(260px, 56cqh), var(--le-dicom-height, 600px)); max-height: var(--le-dicom-height, 600px); overflow: hidden; touch-action: none;
  --le-canvas: #000; background: #000; border-radius: var(--le-radius);
}
.le-dicom-surface { position: absolute; inset: 0; }
.le-dicom-stage:has([part="surface"]:focus-visible)::after {
  content: ""; position: absolute; inset: 0; pointer-events: none; border-radius: inherit; outline: 2px solid var(--le-accent); outline-offset: -2px;
}
.le-dicom-note { position: absolute; inset: 0; display: grid; pointer-events: none; background: var(--le-surface-2); }
.le-dicom-note > * { pointer-events: auto; }
.le-dicom-note:empty { display: none; }
.le-bar .le-dicom-slider { width: 120px; }
`,
  async mount(host, context) {
    const { scope, node } = context;
    const { attributes } = node;
    host.classList.add('le-fill', 'le-dicom');
    const make = (className: string, parent: HTMLElement) => {
      const element = document.createElement('div');
      element.className = className;
      parent.append(element);
      return element;
    };
    const place = make('le-dicom-stage', host);
    place.style.setProperty('--le-dicom-height', `${Math.max(160, number(attributes, 'height') ?? 600)}px`);
    const surface = make('le-dicom-surface', place);
    const over = make('le-dicom-over', place);
    const note = make('le-dicom-note', place);
    const bar = make('le-dicom-bar', host);
    const sheet = new AttributeSheet(host);

    const listed = attributes.valueList ?? context.data;
    const urls = urlsOf(listed);
    if (urls.length === 0 || urls.includes('')) {
      const message = `The Dicom tag needs the URL of a .dcm or .zip file as text${isList(listed) ? ' in every entry of its list' : ''}. Check its value and the task's data.`;
      context.report(error('task/wrong-data', message, node.at));
    }
    const slices = new Slices(context);
    const index = () => Math.max(0, Math.min(context.item, slices.list.length - 1));
    const go = (to: number) => context.setItem(Math.max(0, Math.min(to, slices.list.length - 1)));
    const stage = await context.surface('stage2d', surface);
    if (scope.signal.aborted) return;
    stage.configure({ label: `DICOM ${node.name ?? ''}`.trim(), smoothing: true });

    const pointing = bindPointing(context, place, stage, slices, (by) => go(index() + by));
    const at = observable.box<readonly [number, number] | undefined>(undefined);
    scope.add(stage.onHover((_, point) => runInAction(() => at.set(point))));
    const cine = bindCine(context, slices, () => go(index() + 1 < slices.list.length ? index() + 1 : 0));
    const metadata = async () => {
      const slice = slices.picture?.slice;
      const found = slice && (await slices.attributes(slice));
      if (found && !scope.signal.aborted) sheet.open(found.value ?? found.problems?.[0]?.message ?? '');
    };
    const controls = bindDicomControls(context, {
      slices,
      stage,
      pointing,
      index,
      go,
      playing: () => cine.get(),
      play: () => runInAction(() => cine.set(!cine.get() && slices.list.length > 1)),
      metadata: () => void metadata(),
    });
    const open = () =>
      slices.open(isList(listed) ? urls : (urls[0] ?? ''), (slice) => windowWish(text(attributes, 'window'), slice));

    scope.react(() => render(controls(), bar));
    scope.react(() => render(overlay(slices, stage, index(), at.get()), over));
    scope.react(() => render(sheet.template(), sheet.place));
    scope.react(() => {
      const slice = slices.list[index()];
      const problem = slice && slices.problemOf(slice);
      const empty = html`<div class="le-media-note">There is no picture in this task.</div>`;
      const state = problem ? ({ is: 'failed', problem } as const) : slices.state;
      render(urls.length > 0 ? mediaNote(state, 'study', () => void open()) : empty, note);
    });
    showSlices(context, stage, slices, index);
    // Until all heads are read a slice's place may change, and with it what a mark would be counted by.
    scope.react(() => {
      surface.inert = !slices.complete;
    });
    if (urls.length > 0) await open();
  },
};

function urlsOf(data: Json | undefined): readonly string[] {
  const entries = isList(data) ? data : data === undefined || data === null ? [] : [data];
  return entries.map((entry) => (typeof entry === 'string' ? entry.trim() : ''));
}

/** Puts the slice on the stage, and says its facts once slices may be counted. */
function showSlices(context: TagContext, stage: Stage2D, slices: Slices, index: () => number): void {
  const { scope } = context;
  let size = '';
  scope.react(() => {
    const slice = slices.list[index()];
    if (slice) untracked(() => void slices.show(slice));
  });
  scope.react(() => {
    const { picture } = slices;
    untracked(() => {
      stage.show(picture);
      if (!picture) return;
      const now = `${picture.width} ${picture.height}`;
      // Where one looks stays when one goes through slices of one size.
      if (now !== size) stage.zoomTo('fit');
      size = now;
    });
  });
  scope.react(() => {
    const slice = slices.list[index()];
    if (!slices.complete || !slice) return;
    const { columns: width, rows: height, sopInstanceUid, frame } = slice;
    const envelope = {
      ...(sopInstanceUid && { sop_instance_uid: sopInstanceUid }),
      ...(frame !== undefined && { frame }),
    };
    const items = slices.list.length;
    untracked(() => context.setFacts({ width, height, items, envelope }));
  });
}

/** Whether slices are shown one after the other, and what does that. */
function bindCine({ scope }: TagContext, slices: Slices, next: () => void) {
  const playing = observable.box(false);
  let stop = () => {};
  scope.react(() => {
    // A timer of an earlier run would go on beside this one's.
    stop();
    if (!playing.get()) return;
    const pause = Math.max(
      20,
      untracked(() => slices.picture?.slice.frameTime ?? SLICE_TIME),
    );
    const step = () => {
      next();
      stop = scope.timeout(step, pause);
    };
    stop = scope.timeout(step, pause);
  });
  return playing;
}
