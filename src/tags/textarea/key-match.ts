/** Other names of keys and modifiers, as configs write them. */
const synonyms: Readonly<Record<string, string>> = {
  command: 'ctrl',
  cmd: 'ctrl',
  meta: 'ctrl',
  control: 'ctrl',
  option: 'alt',
  esc: 'escape',
  del: 'delete',
  return: 'enter',
  space: ' ',
  spacebar: ' ',
  left: 'arrowleft',
  right: 'arrowright',
  up: 'arrowup',
  down: 'arrowdown',
  plus: '+',
  minus: '-',
  period: '.',
  comma: ',',
};

/** What of a keyboard event tells which keys were pressed. */
export type Keys = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

interface Combination {
  readonly key: string;
  readonly ctrl: boolean;
  readonly alt: boolean;
  readonly shift: boolean;
}

/** Combinations such as `alt+v` or `,`; a comma parts them where it is no key itself. */
function combinations(written: string): readonly Combination[] {
  const each = /\s*((?:[^\s,+]+\+)*(?:,|\+|[^\s,+]+))\s*(?:,|$)/g;
  return [...written.toLowerCase().matchAll(each)].map(([, keys = '']) => {
    const pieces = keys === '+' ? ['plus'] : keys.replace(/\+\+$/, '+plus').split('+');
    const names = pieces.map((piece) => synonyms[piece] ?? piece);
    return {
      key: names.at(-1) ?? '',
      ctrl: names.includes('ctrl'),
      alt: names.includes('alt'),
      shift: names.includes('shift'),
    };
  });
}

/**
 * Tells whether an event is one of the keys of a `hotkey` attribute. Cmd counts as Ctrl. Digits, and letters that Alt makes
 * other signs of, go by the key; for a sign that is reached by Shift alone (`?`) Shift is not asked for.
 */
export function keyMatcher(written: string): (event: Keys) => boolean {
  const wanted = combinations(written);
  return (event) =>
    wanted.some(({ key, ctrl, alt, shift }) => {
      if (ctrl !== (event.ctrlKey || event.metaKey) || alt !== event.altKey) return false;
      const digit = /^(?:Digit|Numpad)(\d)$/.exec(event.code)?.[1];
      const letter = event.altKey ? /^Key([A-Z])$/.exec(event.code)?.[1]?.toLowerCase() : undefined;
      const pressed = digit ?? letter ?? event.key.toLowerCase();
      const byName = /^[a-z\d]$/.test(pressed) || pressed.length > 1;
      return pressed === key && (byName ? shift === event.shiftKey : !shift || event.shiftKey);
    });
}
