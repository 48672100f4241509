/** More than any header takes: what has no end until here has none. */
const LONGEST = 1 << 20;
const NEWLINE = 10;

/** A line, trimmed, and where the next one starts. */
export interface HeaderLine {
  readonly text: string;
  readonly end: number;
}

/** The lines at the front of a file, one by one; the last only with its end. */
export function* headerLines(bytes: Uint8Array): Generator<HeaderLine> {
  const decoder = new TextDecoder();
  const most = Math.min(bytes.length, LONGEST);
  for (let start = 0; start < most; ) {
    const newline = bytes.indexOf(NEWLINE, start);
    if (newline < 0 || newline >= most) return;
    yield { text: decoder.decode(bytes.subarray(start, newline)).trim(), end: newline + 1 };
    start = newline + 1;
  }
}
