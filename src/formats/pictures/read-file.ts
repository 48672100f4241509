import { readJson } from '../../base/json-text.js';
import type { InFile } from '../files.js';
import type { Loss } from '../losses.js';
import { utf8Text } from '../tasks/utf8.js';

type Lose = (loss: Loss) => void;

/** A whole file, or so many bytes of its beginning. */
export async function bytesOf(file: InFile, limit = Infinity): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const piece of file.bytes()) {
    pieces.push(piece);
    length += piece.length;
    if (length >= limit) break;
  }
  const [first] = pieces;
  if (pieces.length === 1 && first) return first;
  const whole = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

/** A file of UTF-8 up to the first byte that is none, which is told. */
export async function textOf(file: InFile, lose: Lose): Promise<string> {
  const pieces: string[] = [];
  const report = ({ message, line }: { readonly message: string; readonly line?: number }) =>
    lose({ code: 'invalid', message, file: file.path, ...(line !== undefined && { line }) });
  for await (const piece of utf8Text(file.bytes(), report)) pieces.push(piece);
  return pieces.join('');
}

/** Undefined where it is no JSON, which is told. */
export async function jsonOf(file: InFile, lose: Lose): Promise<unknown> {
  const read = readJson(await textOf(file, lose));
  if ('value' in read) return read.value;
  const { message, line, column } = read;
  lose({ code: 'invalid', message: `This is no JSON: ${message}`, file: file.path, line, column });
  return undefined;
}

/** By path, as directories give their files in any order. */
export const byPath = (files: readonly InFile[]): InFile[] =>
  [...files].sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
