import type { Report } from './fault.js';

const NEWLINE = 10;

/**
 * Bytes as text, piece by piece, without a byte order mark. Bytes that are not UTF-8 are reported with their line, and end
 * the text.
 *
 * @param keepsMark the byte order mark is part of the text
 */
export async function* utf8Text(
  bytes: AsyncIterable<Uint8Array>,
  report: Report,
  keepsMark = false,
): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  let lines = 0;
  let first = !keepsMark;
  let begun: Uint8Array = new Uint8Array(0);
  const decode = (whole: Uint8Array): string | undefined => {
    try {
      const text = decoder.decode(whole);
      lines += whole.length > 0 ? count(whole) : 0;
      const bare = first && text.startsWith('\ufeff') ? text.slice(1) : text;
      first &&= text === '';
      return bare;
    } catch {
      const line = lines + badLine(whole, decoder);
      const message = 'The text is not UTF-8 here. Save the file as UTF-8, and it can be read.';
      report({ message, line, isLast: true });
      return undefined;
    }
  };
  for await (const piece of bytes) {
    const joined = begun.length === 0 ? piece : join(begun, piece);
    const end = wholeCharacters(joined);
    begun = joined.slice(end);
    const text = decode(joined.subarray(0, end));
    if (text === undefined) return;
    if (text !== '') yield text;
  }
  const text = decode(begun);
  if (text) yield text;
}

function join(a: Uint8Array, b: Uint8Array): Uint8Array {
  const joined = new Uint8Array(a.length + b.length);
  joined.set(a);
  joined.set(b, a.length);
  return joined;
}

/** How many bytes there are up to a character whose last bytes are yet to come. */
function wholeCharacters(bytes: Uint8Array): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) return bytes.length;
    if (byte < 0xc0) continue;
    const needed = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
    return needed > back ? bytes.length - back : bytes.length;
  }
  return bytes.length;
}

function count(bytes: Uint8Array): number {
  let lines = 0;
  for (let at = bytes.indexOf(NEWLINE); at !== -1; at = bytes.indexOf(NEWLINE, at + 1)) lines++;
  return lines;
}

/** The first line that cannot be decoded, from 1: no character of UTF-8 has the byte of a line feed in it. */
function badLine(bytes: Uint8Array, decoder: InstanceType<typeof TextDecoder>): number {
  for (let line = 1, from = 0; ; line++) {
    const end = bytes.indexOf(NEWLINE, from);
    try {
      decoder.decode(bytes.subarray(from, end === -1 ? undefined : end));
    } catch {
      return line;
    }
    if (end === -1) return line;
    from = end + 1;
  }
}
