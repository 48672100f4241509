/** Frames of an MP3 file that lie behind one another without a gap. */
export interface Run {
  /** Where it begins, in bytes from the first frame of all. */
  readonly start: number;
  readonly frames: number;
}

export interface Mp3Track {
  readonly sampleRate: number;
  readonly channels: number;
  /** Of a frame. */
  readonly samples: number;
  readonly count: number;
  length(frame: number): number;
  readonly runs: readonly Run[];
  /** What is played, in samples. */
  readonly start: number;
  readonly end: number;
  /** Bytes from the first frame to the end of the last one, and what may lie between. */
  readonly bytes: number;
}

/**
 * What has to stand before the frames of an MP3 file to make an MP4 file of it. In that the time of each frame is known,
 * where players only guess it in the MP3, so that they are off after a seek.
 */
export function mp4Head(track: Mp3Track): Blob {
  const type = box('ftyp', text('isom'), u32(512), text('isomiso2mp41'));
  // The place of the frames is behind the boxes that say it, whose size does not depend on it.
  const placed = (shift: number) => movie(track, shift);
  const media = track.bytes + 16;
  const shift = type.size + placed(0).size + 16;
  return new Blob([type, placed(shift), u32(1), text('mdat'), u64(media)]);
}

function movie(track: Mp3Track, shift: number): Blob {
  const { sampleRate, channels, samples, count, runs } = track;
  const [played, all] = [track.end - track.start, count * samples];
  const matrix = [u32(0x10000), u32(0), u32(0), u32(0), u32(0x10000), u32(0), u32(0), u32(0), u32(0x40000000)];
  const sizes = new DataView(new ArrayBuffer(count * 4));
  for (let i = 0; i < count; i++) sizes.setUint32(i * 4, track.length(i));
  const table = box(
    'stbl',
    full('stsd', 0, u32(1), sound(track)),
    full('stts', 0, u32(1), u32(count), u32(samples)),
    full('stsc', 0, u32(runs.length), ...runs.map(({ frames }, i) => new Blob([u32(i + 1), u32(frames), u32(1)]))),
    full('stsz', 0, u32(0), u32(count), sizes),
    full('co64', 0, u32(runs.length), ...runs.map(({ start }) => u64(shift + start))),
  );
  return box(
    'moov',
    full(
      'mvhd',
      1 << 24,
      u64(0),
      u64(0),
      u32(sampleRate),
      u64(played),
      u32(0x10000),
      u16(0x100),
      zeros(10),
      ...matrix,
      zeros(24),
      u32(2),
    ),
    box(
      'trak',
      full(
        'tkhd',
        (1 << 24) | 7,
        u64(0),
        u64(0),
        u32(1),
        u32(0),
        u64(played),
        zeros(12),
        u16(0x100),
        u16(0),
        ...matrix,
        zeros(8),
      ),
      box('edts', full('elst', 1 << 24, u32(1), u64(played), u64(track.start), u32(0x10000))),
      box(
        'mdia',
        full('mdhd', 1 << 24, u64(0), u64(0), u32(sampleRate), u64(all), u16(0x55c4), u16(0)),
        full('hdlr', 0, u32(0), text('soun'), zeros(13)),
        box('minf', full('smhd', 0, u32(0)), box('dinf', full('dref', 0, u32(1), full('url ', 1))), table),
      ),
    ),
  );

  function sound(of: Mp3Track): Blob {
    // MPEG-1 or MPEG-2 layer III.
    const object = of.sampleRate > 24_000 ? 0x6b : 0x69;
    const config = descriptor(4, u8(object, 0x15, 0, 0, 0), zeros(8));
    const stream = full('esds', 0, descriptor(3, u16(1), u8(0), config, descriptor(6, u8(2))));
    return box('mp4a', zeros(6), u16(1), zeros(8), u16(channels), u16(16), zeros(4), u32(of.sampleRate << 16), stream);
  }
}

type Part = BlobPart & (Blob | ArrayBufferView<ArrayBuffer>);

const sizeOf = (part: Part): number => (part instanceof Blob ? part.size : part.byteLength);
const total = (parts: readonly Part[]): number => parts.reduce((sum, part) => sum + sizeOf(part), 0);

const box = (type: string, ...parts: Part[]): Blob => new Blob([u32(total(parts) + 8), text(type), ...parts]);
/** @param flags the version in the uppermost of four bytes */
const full = (type: string, flags: number, ...parts: Part[]): Blob => box(type, u32(flags), ...parts);
const descriptor = (tag: number, ...parts: Part[]): Blob => new Blob([u8(tag, total(parts)), ...parts]);

const text = (value: string) => new TextEncoder().encode(value);
const zeros = (count: number) => new Uint8Array(count);
const u8 = (...values: number[]) => new Uint8Array(values);
const u16 = (value: number) => u8(value >> 8, value & 255);
const u32 = (value: number) => {
  const view = new DataView(new ArrayBuffer(4));
  view.setUint32(0, value);
  return view;
};
const u64 = (value: number) => {
  const view = new DataView(new ArrayBuffer(8));
  view.setBigUint64(0, BigInt(value));
  return view;
};
