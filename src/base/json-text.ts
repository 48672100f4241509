export type JsonText =
  | { readonly value: unknown }
  | { readonly message: string; readonly line: number; readonly column: number };

/** Reads JSON and, where it is broken, says where: what `JSON.parse` reports of the place differs from browser to browser. */
export function readJson(text: string): JsonText {
  try {
    return { value: JSON.parse(text) };
  } catch {
    const { at, message } = firstFault(text);
    const before = text.slice(0, at).split('\n');
    return { message, line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
  }
}

const skip = /[ \t\r\n]*/y;
const string = /"(?:[^"\\\n\r\t]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y;
const scalar = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;

/** The first place where the text stops being JSON. */
function firstFault(text: string): { at: number; message: string } {
  let at = 0;
  /** What each open bracket was, outermost first. */
  const open: ('{' | '[')[] = [];
  const take = (pattern: RegExp) => {
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    if (found) at += found[0].length;
    return found !== null;
  };
  const takeSign = (sign: string) => {
    take(skip);
    if (text[at] !== sign) return false;
    at++;
    return true;
  };
  const fault = (message: string) => ({ at, message });
  const isLast = () => at >= text.length;

  for (;;) {
    // A value, or the key in front of it.
    take(skip);
    if (open.at(-1) === '{' && !closes(text[at])) {
      if (!take(string))
        return fault(
          isLast() ? 'The text ends inside an object: a } is missing.' : 'A key in double quotes is expected here.',
        );
      if (!takeSign(':')) return fault('A colon is expected after the key.');
      take(skip);
    }
    const sign = text[at];
    if (sign === '{' || sign === '[') {
      at++;
      open.push(sign);
      take(skip);
      if (!closes(text[at])) continue;
    } else if (sign === '"') {
      if (!take(string)) return fault('This text does not end, or has a sign in it that must be escaped.');
    } else if (!take(scalar)) {
      return fault(isLast() ? 'The text ends where a value is expected.' : 'A value is expected here.');
    }
    // All that can end after it.
    for (;;) {
      take(skip);
      const inner = open.at(-1);
      if (inner === undefined)
        return fault(isLast() ? 'Somewhere a control character must be escaped.' : 'The text goes on after its end.');
      if (takeSign(inner === '{' ? '}' : ']')) open.pop();
      else if (takeSign(',')) break;
      else
        return fault(
          isLast() ? `The text ends: a ${inner === '{' ? '}' : ']'} is missing.` : 'A comma is expected here.',
        );
    }
    take(skip);
    if (closes(text[at])) return fault('There is a comma too many in front of this.');
  }
}

const closes = (sign: string | undefined) => sign === '}' || sign === ']';
