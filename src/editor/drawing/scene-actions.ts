import type { Action } from '../actions/actions.js';
import { arrowKeys } from '../actions/keys.js';
import type { EditorState } from '../state.js';
import type { Stages } from './stages.js';

const arrows = ['left', 'up', 'right', 'down'] as const;

/** What keys do to the boxes in a cloud of points. How far they go is up to the tool that moves. */
export function sceneActions(state: EditorState, stages: Stages): readonly Action[] {
  const group = 'Point clouds';
  const enabled = () => stages.movable('scene3d');
  const doing = (name: string, title: string, keys: string, key: string, shift = false): Action => ({
    name: `cuboid:${name}`,
    title,
    keys,
    group,
    enabled,
    run: () => stages.key('scene3d', key, { shift }),
  });
  const moving = (name: string, title: string, held: string, shift: boolean): Action => ({
    ...doing(name, title, arrowKeys(held), '', shift),
    run: (place = 0) => stages.key('scene3d', arrows[place] ?? '', { shift }),
  });
  return [
    {
      name: 'cuboid:draw',
      title: 'Draw in the middle of the view',
      keys: 'enter',
      group,
      enabled: () => stages.focused('scene3d') && !state.readonly,
      run: () => stages.key('scene3d', 'enter'),
    },
    moving('nudge', 'Move a little', '', false),
    moving('nudge-far', 'Move further', 'shift+', true),
    doing('raise', 'Raise', 'pageup', 'raise'),
    doing('lower', 'Lower', 'pagedown', 'lower'),
    doing('turn-left', 'Turn to the left', 'q', 'turn-left'),
    doing('turn-right', 'Turn to the right', 'e', 'turn-right'),
    doing('turn-left-far', 'Turn further to the left', 'shift+q', 'turn-left', true),
    doing('turn-right-far', 'Turn further to the right', 'shift+e', 'turn-right', true),
    doing('flip', 'Turn front to back', 'f', 'flip'),
    doing('shrink', 'Fit to the points inside', 'b', 'shrink'),
    doing('snap-ground', 'Set down on the ground', 'g', 'snap-ground'),
  ];
}
