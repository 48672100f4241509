import type { Action } from '../actions/actions.js';
import type { EditorState } from '../state.js';
import type { Assist } from './assist.js';

/** What one can do with a model's help, as far as there is any. Observable. */
export function assistActions(state: EditorState, assist: Assist): readonly Action[] {
  const { suggestions } = assist;
  const group = 'Suggestions';
  const writable = () => !state.readonly;
  const some = () => writable() && suggestions.regions.length > 0;
  const one = () => writable() && suggestions.picked !== undefined;
  const picked = () => (suggestions.picked === undefined ? [] : [suggestions.picked]);
  return [
    {
      name: 'assist',
      title: 'Ask the model',
      keys: 'm',
      icon: 'sparkles',
      group: 'Tools',
      enabled: writable,
      active: () => assist.on,
      run: () => assist.toggle(),
    },
    {
      name: 'assist-exclude',
      title: 'Points say what is not meant',
      keys: 'shift+m',
      icon: 'circle-minus',
      group: 'Tools',
      enabled: writable,
      active: () => assist.excluding,
      run: () => assist.toggleExcluding(),
    },
    // Where one is picked the keys are for it alone: what comes later has them.
    {
      name: 'accept-suggestions',
      title: 'Accept all suggestions',
      keys: 'alt+y',
      group,
      enabled: some,
      run: () => assist.accept(),
    },
    {
      name: 'reject-suggestions',
      title: 'Reject all suggestions',
      keys: 'alt+n',
      group,
      enabled: some,
      run: () => assist.reject(),
    },
    {
      name: 'accept-suggestion',
      title: 'Accept the picked suggestion',
      keys: 'alt+y',
      group,
      enabled: one,
      run: () => assist.accept(picked()),
    },
    {
      name: 'reject-suggestion',
      title: 'Reject the picked suggestion',
      keys: 'alt+n',
      group,
      enabled: one,
      run: () => assist.reject(picked()),
    },
    {
      name: 'next-suggestion',
      title: 'Next suggestion',
      keys: 'alt+u',
      icon: 'chevron-right',
      group,
      enabled: some,
      run: () => suggestions.pickNext(),
    },
    {
      name: 'accept-at-once',
      title: 'Accept suggestions at once',
      group: 'Settings',
      active: () => state.settings.acceptSuggestions,
      run: () => state.settings.toggle('acceptSuggestions'),
    },
  ];
}
