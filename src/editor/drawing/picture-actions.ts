import type { Action } from '../actions/actions.js';
import { arrowKeys } from '../actions/keys.js';
import type { EditorState } from '../state.js';
import type { Stages } from './stages.js';

/** In the order of `arrowKeys`; a keymap keeps to it. */
const arrows = [
  { key: 'left', pan: [-0.125, 0] },
  { key: 'up', pan: [0, -0.125] },
  { key: 'right', pan: [0.125, 0] },
  { key: 'down', pan: [0, 0.125] },
] as const;

/** What the keyboard does on pictures in place of a pointer. What is drawn and moved is up to tools and shapes. */
export function pictureActions(state: EditorState, stages: Stages): readonly Action[] {
  const group = 'Pictures';
  const moving = (name: string, title: string, held: string, how: { shift?: boolean; ctrl?: boolean }): Action => ({
    name,
    title,
    keys: arrowKeys(held),
    group,
    enabled: () => stages.movable('stage2d'),
    run: (place = 0) => stages.key('stage2d', arrows[place]?.key ?? '', how),
  });
  return [
    {
      name: 'draw',
      title: 'Draw in the middle of the view',
      keys: 'enter',
      group,
      enabled: () => stages.focused('stage2d') && !state.readonly,
      run: () => stages.key('stage2d', 'enter'),
    },
    {
      name: 'pan',
      title: 'Pan, with nothing selected',
      keys: arrowKeys(''),
      group,
      enabled: () => stages.focused('stage2d'),
      run: (place = 0) => stages.pan(arrows[place]?.pan ?? [0, 0]),
    },
    moving('nudge', 'Move by one pixel', '', {}),
    moving('nudge-far', 'Move by ten pixels', 'shift+', { shift: true }),
    moving('stretch', 'Resize by one pixel', 'ctrl+shift+', { ctrl: true }),
    moving('stretch-far', 'Resize by ten pixels', 'alt+shift+', { ctrl: true, shift: true }),
  ];
}
