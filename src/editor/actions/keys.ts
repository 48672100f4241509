import { splitKeys } from '../../config/hotkeys.js';

/**
 * Keys as they are written in a keymap and in `hotkey` attributes: modifiers in the order ctrl, alt, shift, then the
 * key, in lower case and joined by `+`: `ctrl+shift+z`, `shift+1`, `,`. Cmd on a Mac counts as ctrl.
 */
const modifiers = ['ctrl', 'alt', 'shift'] as const;
const synonyms: Readonly<Record<string, string>> = {
  command: 'ctrl',
  cmd: 'ctrl',
  meta: 'ctrl',
  control: 'ctrl',
  option: 'alt',
  esc: 'escape',
  del: 'delete',
  return: 'enter',
  ' ': 'space',
  spacebar: 'space',
  arrowleft: 'left',
  arrowright: 'right',
  arrowup: 'up',
  arrowdown: 'down',
  plus: '+',
  minus: '-',
  period: '.',
  comma: ',',
};

/** The keys of a list such as `a, ctrl+b`; a comma that stands where a key should is the comma key. */
export const parseKeys = (written: string): readonly string[] => splitKeys(written).map(normal);

/** The list of the arrow keys: left, up, right, down. @param held what is held with them: `shift+` */
export const arrowKeys = (held: string): string => ['left', 'up', 'right', 'down'].map((key) => held + key).join(', ');

function normal(written: string): string {
  const pieces = written.toLowerCase() === '+' ? ['+'] : written.toLowerCase().replace(/\+\+$/, '+plus').split('+');
  const names = pieces.map((piece) => synonyms[piece] ?? piece);
  const key = names.filter((name) => !modifiers.includes(name as (typeof modifiers)[number])).at(-1) ?? '';
  return [...modifiers.filter((modifier) => names.includes(modifier)), key].join('+');
}

/** Keys that Alt and Shift make other signs of. */
const brackets: Readonly<Record<string, string>> = { BracketLeft: '[', BracketRight: ']' };

/** The keys of an event. Digits, letters and brackets go by the physical key where shift or another layout hides them. */
export function keysOf(event: KeyboardEvent): string {
  // Without its lock the number pad has arrows.
  const isPad = /^Numpad\d$/.test(event.code) && /^\d$/.test(event.key);
  const digit = isPad || /^Digit\d$/.test(event.code) ? event.code.at(-1) : undefined;
  // Alt may make another sign of a letter.
  const isHidden = event.altKey ? !/^[a-z]$/i.test(event.key) : !/^[\x20-\x7e]$/.test(event.key);
  const letter = isHidden ? /^Key([A-Z])$/.exec(event.code)?.[1] : undefined;
  const bracket = event.altKey || event.ctrlKey || event.metaKey ? brackets[event.code] : undefined;
  const plain = (digit ?? letter ?? bracket ?? event.key).toLowerCase();
  const key = synonyms[plain] ?? plain;
  // What shift only reaches (`?`, `+`) is named by itself.
  const shift =
    event.shiftKey && (digit !== undefined || bracket !== undefined || /^[a-z]$/.test(key) || key.length > 1);
  return [
    ...(event.ctrlKey || event.metaKey ? ['ctrl'] : []),
    ...(event.altKey ? ['alt'] : []),
    ...(shift ? ['shift'] : []),
    key,
  ].join('+');
}

const signs = {
  space: 'Space',
  left: '←',
  right: '→',
  up: '↑',
  down: '↓',
  escape: 'Esc',
  delete: 'Del',
  backspace: '⌫',
  contextmenu: 'Menu',
};
const macNames: Readonly<Record<string, string>> = { ...signs, ctrl: '⌘', alt: '⌥', shift: '⇧', enter: '↩' };
const otherNames: Readonly<Record<string, string>> = {
  ...signs,
  ctrl: 'Ctrl',
  alt: 'Alt',
  shift: 'Shift',
  enter: 'Enter',
};

/** As shown on a badge: `⌘` or `Ctrl`, capital letters. */
export function showKeys(keys: string, mac: boolean): string {
  const names = mac ? macNames : otherNames;
  const pieces = keys === '+' ? ['+'] : keys.replace(/\+\+$/, '+plus').split('+');
  const shown = pieces.map(
    (piece) => names[piece] ?? (piece === 'plus' ? '+' : /^(.|f\d+)$/.test(piece) ? piece.toUpperCase() : piece),
  );
  return shown.join(mac ? '' : '+');
}
