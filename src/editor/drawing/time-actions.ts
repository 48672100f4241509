import type { Action } from '../actions/actions.js';
import type { Playing } from '../playing/playing.js';
import { trackActions } from '../playing/track-actions.js';
import type { EditorState } from '../state.js';
import type { Stages } from './stages.js';

const sides = ['left', 'right'] as const;

/** What keys do to regions along a time. How far they go is up to the tool that moves. */
export function timeActions(state: EditorState, stages: Stages, playing: Playing): readonly Action[] {
  const group = 'Time line';
  const moving = (name: string, title: string, held: string, how: { shift?: boolean; ctrl?: boolean }): Action => ({
    name: `time:${name}`,
    title,
    keys: sides.map((side) => held + side).join(', '),
    group,
    // Where a picture or cloud shows the same regions, the keys are for those unless the time line has the focus.
    enabled: () =>
      stages.movable('time') &&
      (stages.focused('time') || !(['stage2d', 'scene3d'] as const).some((space) => stages.movable(space))),
    run: (place = 0) => stages.key('time', sides[place] ?? '', how),
  });
  return [
    {
      name: 'time:draw',
      title: 'Draw in the middle of the view',
      keys: 'enter',
      group,
      enabled: () => stages.focused('time') && !state.readonly,
      run: () => stages.key('time', 'enter'),
    },
    moving('nudge', 'Move a little along the time', '', {}),
    moving('nudge-far', 'Move further along the time', 'shift+', { shift: true }),
    moving('stretch', 'Move the end', 'ctrl+shift+', { ctrl: true }),
    moving('stretch-far', 'Move the end further', 'alt+shift+', { ctrl: true, shift: true }),
    ...trackActions(state, playing),
  ];
}
