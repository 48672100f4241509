import { nearest } from '../../config/nearest.js';
import { type Problem, warning } from '../../model/problem.js';
import type { EditorState } from '../state.js';
import { conflictsOf } from './key-conflicts.js';
import { misspelling } from './key-spelling.js';
import { showKeys } from './keys.js';

/**
 * Actions that come with what is fetched when it is needed, and so may not be in the table yet. Those of tags are named
 * by the tag (`img:Zoom in`), those of shapes by what they make.
 */
const sometimes = [
  ...['assist', 'assist-exclude', 'accept-suggestions', 'reject-suggestions', 'accept-suggestion', 'reject-suggestion'],
  ...['next-suggestion', 'accept-at-once', 'continuous', 'select-after-create', 'snapping', 'preserve-tool'],
  ...['show-labels', 'smoothing', 'inverted-zoom', 'hotkeys', 'settings', 'instructions', 'comment', 'nth-region'],
  ...['task-previous', 'task-next', 'help', 'panel', 'region-menu', 'cut', 'copy', 'paste', 'duplicate'],
  ...['invert-selection', 'select-alike', 'isolate', 'nest', 'unnest', 'draw', 'pan', 'nudge', 'nudge-far'],
  ...['pointer', 'pointer-move', 'pointer-move-finely', 'pointer-click', 'pointer-hold', 'pointer-end', 'split'],
  ...['align-left', 'align-centre', 'align-right', 'align-top', 'align-middle', 'align-bottom'],
  ...['distribute-across', 'distribute-down', 'turn-left', 'turn-right', 'turn-left-far', 'turn-right-far'],
  ...['order-front', 'order-forward', 'order-backward', 'order-back'],
  ...['combine-union', 'combine-subtract', 'combine-intersect'],
];
/** What the parts of a name before a colon can be, besides names of tags. */
const isOfAPart = (name: string): boolean => /^.+?:./.test(name);

/** What is wrong with the host's keymap. Observable: conflicts depend on what can be done right now. */
export function checkKeymap({ actions }: EditorState): readonly Problem[] {
  const { keymap } = actions;
  const entries = Object.entries(keymap);
  if (entries.length === 0) return [];
  const known = new Set([...actions.all.map(({ name }) => name), ...sometimes]);
  const wrong = entries.flatMap(([name, keys]): readonly Problem[] => {
    if (!known.has(name) && !isOfAPart(name)) {
      const meant = nearest(name, known);
      const hint = meant === undefined ? 'The sheet of keys lists all actions.' : `Did you mean "${meant}"?`;
      return [
        warning('config/keymap-unknown', `The keymap speaks of an action "${name}", which there is not. ${hint}`),
      ];
    }
    if (keys !== false && typeof keys !== 'string') {
      const message = `The keymap gives "${name}" something that is neither keys nor false. Write keys as in "ctrl+shift+k".`;
      return [warning('config/keymap-malformed', message)];
    }
    const fault = keys === false ? undefined : misspelling(keys);
    if (fault === undefined) return [];
    return [
      warning('config/keymap-malformed', `The keys that the keymap gives "${name}" cannot be pressed: ${fault}.`),
    ];
  });
  const conflicts = conflictsOf(actions).filter(({ one, other }) =>
    [one, other].some((entry) => actions.sayerOf(entry) === 'host'),
  );
  return [
    ...wrong,
    ...conflicts.map(({ keys, one, other }) =>
      warning(
        'config/keymap-conflict',
        `The keymap has ${showKeys(keys, false)} for both "${one.name}" and "${other.name}". Give one of them other keys, or false.`,
      ),
    ),
  ];
}
