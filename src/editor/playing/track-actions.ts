import { newId } from '../../base/ids.js';
import type { TrackModule } from '../../contract/shape.js';
import { nextOrder, type Region } from '../../model/document.js';
import type { DocWriter } from '../../store/document-store.js';
import type { Action } from '../actions/actions.js';
import { editable, putEdited, removeRegions, selected } from '../regions/regions.js';
import type { EditorState } from '../state.js';
import type { Playing } from './playing.js';

/** A region that is another from frame to frame, and the frame on show. */
interface Track {
  readonly region: Region;
  readonly module: TrackModule<unknown>;
  readonly frame: number;
}

/** What can be done to the key frames of the selected tracks in the frame on show, and to regions where the playhead is. */
export function trackActions(state: EditorState, playing: Playing): readonly Action[] {
  const group = 'Tracks';
  const tracks = (): readonly Track[] => editable(state).flatMap((region) => trackOf(state, region) ?? []);
  /** Where a key frame was copied. */
  let copied: { readonly id: string; readonly frame: number } | undefined;

  const changing = (
    name: string,
    title: string,
    keys: string,
    change: (track: Track) => unknown,
    icon?: string,
  ): Action => ({
    name: `track:${name}`,
    title,
    keys,
    group,
    ...(icon !== undefined && { icon }),
    enabled: () => tracks().some((track) => change(track) !== undefined),
    run: () => {
      const { completion } = state;
      completion?.store.edit(title, (write) => {
        for (const track of tracks()) {
          const geometry = change(track);
          if (geometry !== undefined) putEdited(completion.store, write, { ...track.region, geometry });
        }
      });
    },
  });

  /** The nearest key frame of the selected tracks before or after the frame on show. */
  const neighbour = (step: 1 | -1): { readonly object: string; readonly frame: number } | undefined => {
    const looked = selected(state).flatMap((region) => trackOf(state, region) ?? []);
    const [first] = looked;
    if (!first) return undefined;
    const frames = looked
      .flatMap(({ module, region }) => [...module.keyFrames(region.geometry)])
      .filter((frame) => (frame - first.frame) * step > 0);
    if (frames.length === 0) return undefined;
    return { object: first.region.toName, frame: step > 0 ? Math.min(...frames) : Math.max(...frames) };
  };
  const going = (name: string, title: string, keys: string, step: 1 | -1): Action => ({
    name: `track:${name}`,
    title,
    keys,
    group,
    enabled: () => neighbour(step) !== undefined,
    run: () => {
      const to = neighbour(step);
      if (to) state.facts.showFrame(to.object, to.frame);
    },
  });

  const pair = (): readonly [Track, Track] | undefined => {
    const [one, other, ...more] = tracks();
    if (!one || !other || more.length > 0 || one.region.shape !== other.region.shape) return undefined;
    return one.module.join(one.region.geometry, other.region.geometry) === undefined ? undefined : [one, other];
  };

  return [
    changing(
      'put',
      'Add a key frame here',
      'k',
      ({ module, region, frame }) => module.put(region.geometry, frame),
      'diamond-plus',
    ),
    changing(
      'remove',
      'Delete the key frame here',
      'alt+k',
      ({ module, region, frame }) => module.remove(region.geometry, frame),
      'diamond-minus',
    ),
    changing(
      'toggle',
      'End the track here, or go on with it',
      'shift+k',
      ({ module, region, frame }) => module.toggle(region.geometry, frame),
      'square-split-horizontal',
    ),
    {
      name: 'track:copy',
      title: 'Copy the key frame here',
      keys: 'alt+c',
      group,
      enabled: () => tracks().length === 1,
      run: () => {
        const [track] = tracks();
        if (!track) return;
        copied = { id: track.region.id, frame: track.frame };
        state.notices.say(`Frame ${track.frame} is copied; Alt V puts it into another frame.`);
      },
    },
    changing('paste', 'Put the copied key frame here', 'alt+v', ({ module, region, frame }) =>
      // A track that was copied between its key frames has one there now, as far as the copy goes.
      copied?.id === region.id
        ? module.copy(module.put(region.geometry, copied.frame) ?? region.geometry, copied.frame, frame)
        : undefined,
    ),
    going('previous', 'Previous key frame', 'ctrl+alt+left', -1),
    going('next', 'Next key frame', 'ctrl+alt+right', 1),
    {
      name: 'track:join',
      title: 'Join two tracks',
      group,
      icon: 'merge',
      enabled: () => pair() !== undefined,
      run: () => {
        const { completion } = state;
        const [one, other] = pair() ?? [];
        const geometry = one && other && one.module.join(one.region.geometry, other.region.geometry);
        if (!completion || !one || !other || geometry === undefined) return;
        completion.store.edit('Join two tracks', (write) => {
          putEdited(completion.store, write, { ...one.region, geometry });
          removeRegions(completion.store, write, new Set([other.region.id]));
        });
      },
    },
    {
      name: 'split',
      title: 'Split at the playhead',
      keys: 's',
      group,
      icon: 'scissors',
      enabled: () => editable(state).some((region) => halves(state, playing, region) !== undefined),
      run: () => split(state, playing),
    },
  ];
}

function trackOf({ registry, facts }: EditorState, region: Region): Track | undefined {
  const module = registry.shape(region.shape)?.track;
  const frame = facts.frame(region.toName);
  return module && frame !== undefined ? { region, module, frame } : undefined;
}

function halves(state: EditorState, playing: Playing, region: Region): readonly [unknown, unknown] | undefined {
  const track = trackOf(state, region);
  if (track) return track.module.split(region.geometry, track.frame);
  const facts = state.facts.of(region.toName);
  const at = facts.frames === undefined ? playing.timeOf(region.toName) : state.facts.frame(region.toName);
  if (at === undefined) return undefined;
  const sight = { facts };
  return state.registry.shape(region.shape)?.split?.(region.geometry, at, sight);
}

/** What is after the playhead becomes a region of its own, of which the same is said. */
function split(state: EditorState, playing: Playing): void {
  const { completion } = state;
  if (!completion) return;
  const { store } = completion;
  const made: string[] = [];
  const divide = (write: DocWriter, region: Region) => {
    const [before, after] = halves(state, playing, region) ?? [];
    if (before === undefined || after === undefined) return;
    const { wire: _wire, ...rest } = region;
    const id = newId();
    const order = nextOrder(store.doc) + made.length;
    putEdited(store, write, { ...region, geometry: before });
    write.put('regions', { ...rest, id, order, geometry: after, origin: 'manual' });
    store.valuesOf(region.id).forEach(({ wire: _said, ...value }, index) => {
      write.put('values', { ...value, id: newId(), order: order + index / 1000, regionId: id, origin: 'manual' });
    });
    made.push(id);
  };
  store.edit('Split', (write) => {
    for (const region of editable(state)) divide(write, region);
  });
  state.select(made);
}
