import {
  type EncodedPacket,
  EncodedPacketSink,
  Input,
  type InputVideoTrack,
  IsobmffInputFormat,
  Logging,
  MATROSKA,
  MP4,
  MPEG_TS,
  QTFF,
  WEBM,
} from 'mediabunny';
import { type ReadBytes, readEdits } from './edit-list.js';
import type { FilmBytes } from './film-bytes.js';
import { PacketTimes, type ShownTimes } from './packet-times.js';

/** More frames than this are not listed: eight bytes each are to be kept, and a file may claim any number. */
export const MOST_FRAMES = 20_000_000;
/** Packets between two words of how far it is. */
const BREATH = 5000;

/** Why a file that was read is no film. `format`: in no format that we read, or damaged at its start. */
export type Unfit = { readonly why: 'format' } | { readonly why: 'no-picture'; readonly sound: boolean };

export interface Demuxed {
  readonly input: Input;
  readonly track: InputVideoTrack;
  readonly shown: ShownTimes;
  readonly hasSound: boolean;
  /** Whether its frames are shown one after the other: false where an edit list cuts stretches out. */
  readonly isPlain: boolean;
  /** As the file calls it, or as decoders do: `avc1`, `avc1.64001f`. */
  readonly codec: string;
  /** Whether this browser decodes it for us. */
  readonly decodable: boolean;
  /** The first frame whose bytes are not there any more, as the file is cut short; counted as in `shown`, from 0. */
  readonly lostFrom: number | undefined;
}

// 0: nothing is written to the console; what is wrong with a file is told as a problem.
Logging.level = 0;

/** Finds the film in a file and when each of its frames is shown, without decoding any. */
export async function demux({ source, read }: FilmBytes, signal: AbortSignal): Promise<Demuxed | Unfit> {
  const input = new Input({ source, formats: [MP4, QTFF, MATROSKA, WEBM, MPEG_TS] });
  const found = await examine(input, read, signal).catch((reason) => {
    signal.throwIfAborted();
    if (reason instanceof RangeError) throw reason;
    return { why: 'format' } as const;
  });
  if ('why' in found) input.dispose();
  return found;
}

async function examine(input: Input, read: ReadBytes, signal: AbortSignal): Promise<Demuxed | Unfit> {
  if (!(await input.canRead())) return { why: 'format' };
  const track = await input.getPrimaryVideoTrack();
  const hasSound = (await input.getAudioTracks()).length > 0;
  // Without its table of contents a file has no tracks at all.
  if (!track) return hasSound ? { why: 'no-picture', sound: true } : { why: 'format' };
  const times = new PacketTimes();
  const sink = new EncodedPacketSink(track);
  let packet: EncodedPacket | null = await sink.getFirstPacket(listed);
  while (packet) {
    times.add(packet.timestamp, packet.duration);
    if (times.count > MOST_FRAMES) throw new RangeError('There are too many frames.');
    if (times.count % BREATH === 0) signal.throwIfAborted();
    packet = await sink.getNextPacket(packet, listed);
  }
  signal.throwIfAborted();
  const edits = (await input.getFormat()) instanceof IsobmffInputFormat ? await readEdits(read, track.id) : undefined;
  const shown = times.shown(edits?.end);
  if (shown.last <= shown.hidden) return { why: 'no-picture', sound: hasSound };
  // The file's own word says more: what is `hvc1` to it is `hev1` to decoders.
  const inFile = await track.getInternalCodecId();
  const codec = typeof inFile === 'string' ? inFile : await track.getCodecParameterString();
  return {
    input,
    track,
    shown,
    hasSound,
    isPlain: edits?.isPlain ?? true,
    codec: codec ?? 'unknown',
    decodable: typeof VideoDecoder !== 'undefined' && (await track.canDecode()),
    lostFrom: await firstLost(sink, shown.times),
  };
}

const listed = { metadataOnly: true } as const;

/** Looks for it by halves, as bytes are lost from some frame on. */
async function firstLost(sink: EncodedPacketSink, times: Float64Array): Promise<number | undefined> {
  const isThere = async (index: number) => {
    try {
      return (await sink.getPacket(times[index] as number)) !== null;
    } catch {
      return false;
    }
  };
  if (await isThere(times.length - 1)) return undefined;
  let [low, high] = [0, times.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (await isThere(middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}
