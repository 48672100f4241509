import type { Action } from './actions.js';
import type { Editor } from './editor.js';

/** In the order in which an action lists its keys; a keymap keeps to it. */
const arrows = [
  { key: 'left', pan: [-0.125, 0] },
  { key: 'up', pan: [0, -0.125] },
  { key: 'right', pan: [0.125, 0] },
  { key: 'down', pan: [0, 0.125] },
] as const;

const keysWith = (held: string): string => arrows.map(({ key }) => held + key).join(', ');

/** What the keyboard does on pictures in place of a pointer. What is drawn and moved is up to tools and shapes. */
export function pictureActions(editor: Editor): readonly Action[] {
  const { stages } = editor;
  const group = 'Pictures';
  const moving = (name: string, title: string, held: string, how: { shift?: boolean; ctrl?: boolean }): Action => ({
    name,
    title,
    keys: keysWith(held),
    group,
    enabled: () => stages.movable,
    run: (place = 0) => stages.key(arrows[place]?.key ?? '', how),
  });
  return [
    {
      name: 'draw',
      title: 'Draw in the middle of the view',
      keys: 'enter',
      group,
      enabled: () => stages.focused && !editor.readonly,
      run: () => stages.key('enter'),
    },
    {
      name: 'pan',
      title: 'Pan, with nothing selected',
      keys: keysWith(''),
      group,
      enabled: () => stages.focused,
      run: (place = 0) => stages.pan(arrows[place]?.pan ?? [0, 0]),
    },
    moving('nudge', 'Move by one pixel', '', {}),
    moving('nudge-far', 'Move by ten pixels', 'shift+', { shift: true }),
    moving('stretch', 'Resize by one pixel', 'ctrl+shift+', { ctrl: true }),
    moving('stretch-far', 'Resize by ten pixels', 'alt+shift+', { ctrl: true, shift: true }),
  ];
}
