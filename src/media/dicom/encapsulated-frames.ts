import type { ByteRange, DataSet } from './data-set.js';
import { tags } from './tags.js';

/** The bytes of one frame, in one or more pieces. */
export type FrameBytes = readonly ByteRange[];

/** First bytes of a code stream: JPEG and JPEG-LS, JPEG 2000, JPEG 2000 in a JP2 file. */
const beginnings = [
  [0xff, 0xd8, 0xff],
  [0xff, 0x4f, 0xff, 0x51],
  [0, 0, 0, 0x0c, 0x6a, 0x50, 0x20, 0x20],
] as const;

/**
 * The frames among fragments: by an offset table, one fragment each, or by how code streams begin.
 * @param fragments whole ones; the first is the basic offset table
 * @param count how many frames there are said to be
 */
export function encapsulatedFrames(
  set: DataSet,
  [table, ...fragments]: readonly ByteRange[],
  count: number,
): readonly FrameBytes[] {
  if (!table || fragments.length === 0) return [];
  if (count === 1 && table[1] - table[0] <= 4) return [fragments];
  return (
    byTable(fragments, offsetsIn(set.bytes, table), count) ??
    byTable(fragments, set.numbers(tags.ExtendedOffsetTable, 'UV'), count) ??
    (fragments.length === count ? fragments.map((fragment) => [fragment]) : byBeginning(set.bytes, fragments, count))
  );
}

function offsetsIn({ buffer, byteOffset }: Uint8Array, [start, end]: ByteRange): readonly number[] {
  const view = new DataView(buffer, byteOffset + start, end - start);
  return Array.from({ length: Math.floor(view.byteLength / 4) }, (_, i) => view.getUint32(i * 4, true));
}

/** Undefined where there is no table, or one that leads between fragments. */
function byTable(
  fragments: readonly ByteRange[],
  offsets: readonly number[],
  count: number,
): readonly FrameBytes[] | undefined {
  if (offsets.length === 0 || (count > 1 && offsets.length !== count)) return undefined;
  // Offsets count from the first fragment's item, which begins with tag and length.
  const origin = (fragments[0]?.[0] ?? 0) - 8;
  const indexOf = new Map(fragments.map(([start], i) => [start - 8 - origin, i]));
  const last = (fragments.at(-1)?.[1] ?? 0) - origin;
  const starts: number[] = [];
  for (const offset of offsets) {
    const index = indexOf.get(offset);
    // Of a file that is cut short the frames up to there are read.
    if (index === undefined && offset >= last) break;
    if (index === undefined || index <= (starts.at(-1) ?? -1)) return undefined;
    starts.push(index);
  }
  return starts[0] === 0 ? starts.map((start, i) => fragments.slice(start, starts[i + 1])) : undefined;
}

function byBeginning(bytes: Uint8Array, fragments: readonly ByteRange[], count: number): readonly FrameBytes[] {
  const frames: ByteRange[][] = [];
  for (const fragment of fragments) {
    const begins = beginnings.some((codes) => codes.every((code, i) => bytes[fragment[0] + i] === code));
    if (begins || frames.length === 0) frames.push([fragment]);
    else frames.at(-1)?.push(fragment);
  }
  // Streams that begin with something else cannot be told apart.
  return frames.length === 1 && count > 1 ? fragments.map((fragment) => [fragment]) : frames;
}
