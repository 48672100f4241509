import type { EditorState } from '../state.js';
import type { Action } from './actions.js';

/** How the user likes to work: what can be on or off. */
export function settingsActions({ settings }: EditorState): readonly Action[] {
  const toggle = (
    name: string,
    title: string,
    setting: Parameters<typeof settings.toggle>[0],
    more: Partial<Action> = {},
  ): Action => ({
    name,
    title,
    group: 'Settings',
    active: () => settings[setting],
    run: () => settings.toggle(setting),
    ...more,
  });
  return [
    toggle('continuous', 'Keep labels armed after drawing', 'continuousLabeling'),
    toggle('select-after-create', 'Select regions when drawn', 'selectAfterCreate'),
    toggle('snapping', 'Snap to neighbours', 'snapping', { keys: 'shift+s', icon: 'magnet' }),
    toggle('preserve-tool', 'Come back to the tool in hand', 'preserveTool'),
    toggle('show-labels', 'Show labels on regions', 'showLabels', { keys: 'shift+l', icon: 'tag' }),
    toggle('smoothing', 'Smooth the pixels of pictures', 'smoothing'),
    toggle('inverted-zoom', 'Zoom the other way with the wheel', 'invertedZoom'),
    toggle('hotkeys', 'Work with keyboard shortcuts', 'hotkeys'),
  ];
}
