import { html, render } from 'lit';
import type { Clock, ColourBy, Scene3D } from '../../contract/surface.js';
import type { TagContext, View } from '../../contract/view.js';
import type { Cloud } from '../../media/pcd/cloud.js';
import { isList, type Json } from '../../model/json.js';
import { error } from '../../model/problem.js';
import { untracked } from '../../reactive/index.js';
import { number, text } from '../parts/attributes.js';
import { barStyles } from '../parts/bar.js';
import { type Frames, frameControlsStyles } from '../parts/frame-controls.js';
import { FramePlayer } from '../parts/frame-player.js';
import { mediaNote, mediaStateStyles } from '../parts/media-state.js';
import { transportStyles } from '../parts/transport.js';
import { bindCloudControls } from './cloud-controls.js';
import { CloudStore } from './cloud-store.js';

/** A cloud of points, or a sequence of them over a time line, to draw boxes in. */
export const pointCloudView: View = {
  styles: `
${mediaStateStyles}
${barStyles}
${transportStyles}
${frameControlsStyles}
.le-cloud { display: flex; flex-direction: column; flex: 1 0 auto; min-width: 0; }
.le-cloud-scene {
  position: relative; flex: 1 1 0; min-height: min(max(280px, 56cqh), var(--le-cloud-height, 600px)); max-height: var(--le-cloud-height, 600px); overflow: hidden;
  background: var(--le-surface-2); border-radius: var(--le-radius);
}
.le-cloud-surface { position: absolute; inset: 0; }
.le-cloud-note { position: absolute; inset: 0; display: grid; pointer-events: none; }
.le-cloud-note > * { pointer-events: auto; }
.le-cloud-note:empty { display: none; }
.le-cloud-line { min-height: 64px; }
.le-cloud-heights input[type="range"] { width: 56px; }
`,
  async mount(host, context) {
    const { scope, node } = context;
    const { attributes } = node;
    host.classList.add('le-fill', 'le-cloud');
    const make = (className: string, parent: HTMLElement) => {
      const element = document.createElement('div');
      element.className = className;
      parent.append(element);
      return element;
    };
    const room = make('le-cloud-scene', host);
    room.style.setProperty('--le-cloud-height', `${Math.max(160, number(attributes, 'height') ?? 600)}px`);
    const surface = make('le-cloud-surface', room);
    const note = make('le-cloud-note', room);
    const bar = make('le-cloud-bar', host);

    const listed = attributes.valueList ?? context.data;
    const urls = urlsOf(listed);
    if (urls.length === 0 || urls.includes('')) {
      const message = `The PointCloud needs the URL of a .pcd file as text${isList(listed) ? ' in every entry of its list' : ''}. Check its value and the task's data.`;
      context.report(error('task/wrong-data', message, node.at));
    }
    const sequence = isList(listed);
    const store = new CloudStore(context, urls);
    const shown = () => Math.max(1, Math.min(urls.length, context.frame ?? 1));
    const [clock, scene] = await Promise.all([context.clock(), context.surface('scene3d', surface)]);
    if (scope.signal.aborted) return;
    scene.configure({ label: `Point cloud ${node.name ?? ''}`.trim(), ...sceneOptions(context) });
    const frames = sequence ? await bindSequence(context, clock, make('le-cloud-line', host), urls.length) : undefined;
    if (scope.signal.aborted) return;
    if (!sequence) context.setFacts({});

    let first = Promise.resolve();
    scope.react(() => {
      const frame = shown();
      if (urls.length > 0) untracked(() => (first = store.want(frame)));
    });
    showClouds(context, scene, () => store.at(shown()).cloud);
    scope.react(() => {
      const empty = html`<div class="le-media-note">There is no point cloud in this task.</div>`;
      const retry = () => store.retry(shown());
      render(urls[shown() - 1] ? mediaNote(store.at(shown()).state, 'point cloud', retry) : empty, note);
    });
    const controls = bindCloudControls(context, {
      scene,
      clock,
      frames,
      cloud: () => store.at(shown()).cloud,
    });
    scope.react(() => render(controls(), bar));
    await first;
  },
};

function urlsOf(data: Json | undefined): readonly string[] {
  const entries = isList(data) ? data : data === undefined || data === null ? [] : [data];
  return entries.map((entry) => (typeof entry === 'string' ? entry.trim() : ''));
}

function sceneOptions({ node: { attributes } }: TagContext) {
  const up = text(attributes, 'upAxis')?.toLowerCase();
  return {
    upAxis: up === 'x' || up === 'y' ? up : 'z',
    pointSize: Math.max(1, number(attributes, 'pointSize') ?? 2),
    sides: true,
  } as const;
}

/** The frames of a sequence: the clock counts them, and the time line shows their tracks. */
async function bindSequence(context: TagContext, clock: Clock, line: HTMLElement, count: number): Promise<Frames> {
  const { scope, node } = context;
  const rate = Math.max(0.1, number(node.attributes, 'frameRate') ?? 10);
  const axis = await context.surface('time', line);
  const frameAt = (seconds: number) => Math.max(1, Math.min(count, Math.floor(seconds * rate + 1e-6) + 1));
  const timeOf = (frame: number) => (Math.max(1, Math.min(count, frame)) - 1) / rate;
  axis.configure({
    label: `Time line of ${node.name ?? 'the clouds'}`,
    unit: 'frames',
    rows: 'each',
    waveHeight: 0,
    overview: false,
    follow: true,
    fromClock: (seconds) => Math.min(count + 0.999, seconds * rate + 1),
    toClock: (at) => timeOf(Math.floor(at)),
  });
  axis.show(count);
  context.setFacts({ frames: count, frameRate: rate, duration: count / rate });
  scope.add(clock.attach(new FramePlayer(count, rate, scope)));
  scope.react(() => {
    const frame = frameAt(clock.time);
    untracked(() => frame !== context.frame && context.setFrame(frame));
  });
  scope.react(() => {
    const { frame } = context;
    untracked(() => {
      if (frame !== undefined && frame !== frameAt(clock.time)) clock.seek(timeOf(frame));
    });
  });
  return {
    get frame() {
      return context.frame ?? 1;
    },
    count,
    go: (frame) => {
      clock.pause();
      clock.seek(timeOf(frame));
    },
  };
}

/** Puts the frame's cloud in the scene; while the next one is read, the one before stays. */
function showClouds({ scope, node }: TagContext, scene: Scene3D, cloudNow: () => Cloud | undefined): void {
  let before: Cloud | undefined;
  scope.react(() => {
    const cloud = cloudNow();
    untracked(() => {
      if (!cloud || cloud === before) return;
      scene.show(cloud);
      if (!before) {
        scene.configure({ colourBy: colourOf(text(node.attributes, 'colorBy')?.toLowerCase(), cloud) });
        scene.zoomTo('top');
      }
      before = cloud;
    });
  });
}

function colourOf(wish: string | undefined, { colours, intensity, labels }: Cloud): ColourBy {
  const there = { height: true, plain: true, rgb: colours, intensity, label: labels };
  if (wish && wish in there && there[wish as ColourBy] !== undefined) return wish as ColourBy;
  return colours ? 'rgb' : 'height';
}
