/** Encodings by the defined terms of Specific Character Set, less `ISO_IR ` or `ISO 2022 IR `. */
const encodings: Readonly<Record<string, string>> = {
  '100': 'iso-8859-1',
  '101': 'iso-8859-2',
  '109': 'iso-8859-3',
  '110': 'iso-8859-4',
  '144': 'iso-8859-5',
  '127': 'iso-8859-6',
  '126': 'iso-8859-7',
  '138': 'iso-8859-8',
  '148': 'iso-8859-9',
  '203': 'iso-8859-15',
  '166': 'windows-874',
  '13': 'shift_jis',
  '87': 'euc-jp',
  '159': 'euc-jp',
  '149': 'euc-kr',
  '58': 'gb18030',
  '192': 'utf-8',
  GB18030: 'gb18030',
  GBK: 'gbk',
};

interface Change {
  readonly encoding: string;
  /** Codes of seven bits that stand for those of eight; of so many bytes each. */
  readonly lifted?: 1 | 2;
  /** What each code is preceded by in the encoding. */
  readonly prefix?: number;
}
/** What an escape sequence switches to, by the bytes behind ESC. */
const escapes: Readonly<Record<string, Change>> = {
  '(B': { encoding: 'iso-8859-1' },
  '(J': { encoding: 'shift_jis' },
  ')I': { encoding: 'shift_jis' },
  '$@': { encoding: 'euc-jp', lifted: 2 },
  $B: { encoding: 'euc-jp', lifted: 2 },
  '$(D': { encoding: 'euc-jp', lifted: 2, prefix: 0x8f },
  '$)C': { encoding: 'euc-kr' },
  '$)A': { encoding: 'gb18030' },
  '-A': { encoding: 'iso-8859-1' },
  '-B': { encoding: 'iso-8859-2' },
  '-C': { encoding: 'iso-8859-3' },
  '-D': { encoding: 'iso-8859-4' },
  '-L': { encoding: 'iso-8859-5' },
  '-G': { encoding: 'iso-8859-6' },
  '-F': { encoding: 'iso-8859-7' },
  '-H': { encoding: 'iso-8859-8' },
  '-M': { encoding: 'iso-8859-9' },
  '-b': { encoding: 'iso-8859-15' },
  '-T': { encoding: 'windows-874' },
};

const ESC = 0x1b;
const decoders = new Map<string, TextDecoder>();

function decode(bytes: Uint8Array, encoding: string): string {
  let decoder = decoders.get(encoding);
  if (!decoder) {
    decoder = new TextDecoder(encoding, { ignoreBOM: true });
    decoders.set(encoding, decoder);
  }
  return decoder.decode(bytes);
}

/** The encoding that a text begins with. @param terms values of Specific Character Set; unknown ones are Latin 1 */
export function encodingOf(terms: readonly string[]): string {
  const term = (terms[0] ?? '').replace(/^ISO.IR |^ISO 2022 IR /, '').trim();
  return encodings[term] ?? 'iso-8859-1';
}

/** The text of bytes, with the escape sequences of ISO 2022. What cannot be decoded becomes U+FFFD. */
export function textOf(bytes: Uint8Array, encoding: string): string {
  const plain = encoding === 'utf-8' || encoding === 'gb18030' || encoding === 'gbk';
  let next = plain ? -1 : bytes.indexOf(ESC);
  // Without escapes, Japanese is single-byte.
  const initial = encoding === 'euc-jp' ? 'shift_jis' : encoding;
  if (next < 0) return decode(bytes, initial);
  let text = decode(bytes.subarray(0, next), initial);
  while (next >= 0) {
    const at = next + 1;
    const length = bytes[at] === 0x24 && (bytes[at + 1] === 0x28 || bytes[at + 1] === 0x29) ? 3 : 2;
    const change = escapes[String.fromCharCode(...bytes.subarray(at, at + length))];
    const start = change ? at + length : at;
    next = bytes.indexOf(ESC, start);
    const part = bytes.subarray(start, next < 0 ? bytes.length : next);
    text += change ? decodePart(part, change) : decode(part, initial);
  }
  return text;
}

function decodePart(part: Uint8Array, { encoding, lifted, prefix }: Change): string {
  if (!lifted) return decode(part, encoding);
  const codes: number[] = [];
  for (let i = 0; i < part.length; i += lifted) {
    const code = part.subarray(i, i + lifted);
    // Controls and what separates values or parts of a name stay what they are.
    if ((code[0] ?? 0) <= 0x20) {
      codes.push(...code);
      continue;
    }
    if (prefix !== undefined) codes.push(prefix);
    for (const byte of code) codes.push(byte | 0x80);
  }
  return decode(Uint8Array.from(codes), encoding);
}
