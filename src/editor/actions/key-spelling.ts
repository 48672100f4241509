import { splitKeys } from '../../config/hotkeys.js';
import { parseKeys } from './keys.js';

const modifiers = ['ctrl', 'control', 'cmd', 'command', 'meta', 'alt', 'option', 'shift'];
const named = [
  ...['space', 'spacebar', 'left', 'right', 'up', 'down', 'arrowleft', 'arrowright', 'arrowup', 'arrowdown'],
  ...['escape', 'esc', 'delete', 'del', 'backspace', 'enter', 'return', 'tab', 'home', 'end', 'pageup', 'pagedown'],
  ...['insert', 'contextmenu', 'plus', 'minus', 'period', 'comma', 'capslock', 'pause', 'printscreen', 'scrolllock'],
];

/** What is wrong with keys as they are written in a keymap: a half-sentence in English; undefined where nothing is. */
export function misspelling(written: string): string | undefined {
  for (const keys of splitKeys(written)) {
    const pieces = keys === '+' ? ['+'] : keys.replace(/\+\+$/, '+plus').split('+');
    const names = pieces.filter((piece) => !modifiers.includes(piece));
    const [key] = names;
    if (key === undefined) return `"${keys}" names no key to press with ${pieces.join(' and ')}`;
    const strange = names.find((name) => !isKey(name));
    if (strange !== undefined) return `there is no key "${strange}"`;
    if (names.length > 1) return `"${keys}" is more than one key; keys that do the same stand apart by a comma`;
    // Shift is what reaches such a sign, so it says nothing beside it.
    if (pieces.includes('shift') && /^[^a-z0-9[\]\s]$/.test(parseKeys(key)[0] ?? '')) {
      return `"${keys}" is never pressed: a sign that Shift makes is written by itself`;
    }
  }
  return undefined;
}

const isKey = (name: string): boolean =>
  [...name].length === 1 || named.includes(name) || /^f([1-9]|1\d|2[0-4])$/.test(name);

/** Keys that browsers keep for themselves, whatever a page says. */
const kept =
  'ctrl+w ctrl+t ctrl+n ctrl+shift+n ctrl+shift+t ctrl+shift+w ctrl+tab ctrl+shift+tab ctrl+pageup ctrl+pagedown alt+f4'.split(
    ' ',
  );
export const isKeptByBrowser = (keys: string): boolean => kept.includes(keys);
