/** Reads so many bytes of a file, fewer at its end; undefined where they cannot be had. */
export type ReadBytes = (offset: number, length: number) => Promise<Uint8Array | undefined>;

/** What an edit list of an MP4 or QuickTime file has a track show. */
export interface Edits {
  /** When what is shown ends, in seconds on the film's time; undefined: with its last frame. */
  readonly end: number | undefined;
  /** Whether it is one stretch at its own speed. Others are not followed. */
  readonly isPlain: boolean;
}

interface Box {
  readonly type: string;
  /** Of its content. */
  readonly start: number;
  readonly end: number;
}

/** Boxes of one level that are looked at, and bytes of an edit list. More is no honest file. */
const MOST_BOXES = 1000;
const MOST_BYTES = 65_536;

const PLAIN: Edits = { end: undefined, isPlain: true };

/** Finds the edit list of a track by its id. A file without one, or that is no such file, is plain. */
export async function readEdits(read: ReadBytes, trackId: number): Promise<Edits> {
  for await (const moov of boxes(read, 0, Number.POSITIVE_INFINITY)) {
    if (moov.type !== 'moov') continue;
    let timescale = 0;
    for await (const box of boxes(read, moov.start, moov.end)) {
      if (box.type === 'mvhd') timescale = (await timescaleOf(read, box)) ?? 0;
      if (box.type !== 'trak') continue;
      const edits = await editsOf(read, box, trackId, timescale);
      if (edits) return edits;
    }
    return PLAIN;
  }
  return PLAIN;
}

/** Undefined: it is another track. */
async function editsOf(read: ReadBytes, trak: Box, trackId: number, timescale: number): Promise<Edits | undefined> {
  let isMeant = false;
  for await (const box of boxes(read, trak.start, trak.end)) {
    if (box.type === 'tkhd') {
      const view = await contentOf(read, box, 24);
      if (!view) return undefined;
      isMeant = view.getUint32(view.getUint8(0) === 1 ? 20 : 12) === trackId;
      if (!isMeant) return undefined;
    }
    if (box.type !== 'edts' || !isMeant) continue;
    for await (const list of boxes(read, box.start, box.end)) {
      if (list.type === 'elst') return timescale > 0 ? understood(await contentOf(read, list, 0), timescale) : PLAIN;
    }
  }
  return isMeant ? PLAIN : undefined;
}

function understood(view: DataView | undefined, timescale: number): Edits {
  if (!view || view.byteLength < 8) return PLAIN;
  const isLong = view.getUint8(0) === 1;
  const size = isLong ? 20 : 12;
  const count = Math.min(view.getUint32(4), Math.floor((view.byteLength - 8) / size));
  let end = 0;
  let stretches = 0;
  let isPlain = true;
  let isEndless = false;
  for (let at = 8; at < 8 + count * size; at += size) {
    const duration = isLong ? Number(view.getBigUint64(at)) : view.getUint32(at);
    const mediaTime = isLong ? Number(view.getBigInt64(at + 8)) : view.getInt32(at + 4);
    const rate = view.getInt32(at + (isLong ? 16 : 8));
    // Nothing is shown for a while: only before the first stretch does that move it.
    if (mediaTime === -1 && stretches > 0) continue;
    if (mediaTime !== -1) {
      stretches++;
      isPlain &&= rate === 0x10000;
      // Of a file that is made while it is sent.
      isEndless ||= duration === 0;
    }
    if (stretches <= 1) end += duration / timescale;
  }
  isPlain &&= stretches <= 1;
  return { end: isPlain && stretches === 1 && !isEndless ? end : undefined, isPlain };
}

async function* boxes(read: ReadBytes, from: number, to: number): AsyncGenerator<Box, void, undefined> {
  for (let at = from, seen = 0; at + 8 <= to && seen < MOST_BOXES; seen++) {
    const head = viewOf(await read(at, 16));
    if (!head || head.byteLength < 8) return;
    const said = head.getUint32(0);
    const isLarge = said === 1 && head.byteLength >= 16;
    // 0: to the end.
    const size = isLarge ? Number(head.getBigUint64(8)) : said === 0 ? to - at : said;
    if (size < (isLarge ? 16 : 8)) return;
    const type = String.fromCharCode(head.getUint8(4), head.getUint8(5), head.getUint8(6), head.getUint8(7));
    yield { type, start: at + (isLarge ? 16 : 8), end: Math.min(to, at + size) };
    at += size;
  }
}

async function timescaleOf(read: ReadBytes, mvhd: Box): Promise<number | undefined> {
  const view = await contentOf(read, mvhd, 24);
  return view?.getUint32(view.getUint8(0) === 1 ? 20 : 12);
}

/** Undefined where it is shorter than it has to be. */
async function contentOf(read: ReadBytes, { start, end }: Box, least: number): Promise<DataView | undefined> {
  const view = viewOf(await read(start, Math.min(MOST_BYTES, end - start)));
  return view && view.byteLength >= least ? view : undefined;
}

const viewOf = (bytes: Uint8Array | undefined): DataView | undefined =>
  bytes && new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
