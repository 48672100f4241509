import type { Outcome } from '../../model/problem.js';
import type { Call } from '../remote/remote.js';
import type { Attribute, attributesOf } from './attributes.js';
import type { Codec, CodecAddresses } from './codec.js';
import { decodeFrame } from './decode-frame.js';
import { damagedFrame, unreadable } from './dicom-problem.js';
import type { FrameBytes } from './encapsulated-frames.js';
import type { ImageHeader } from './image-header.js';
import { inflateFirst } from './inflate.js';
import { type Arrival, loadSources } from './load-sources.js';
import { parseDicom } from './parse-dicom.js';
import type { SlicePixels } from './slice.js';

export interface LoadRequest {
  /** Absolute: a worker has another base than the page. */
  readonly urls: readonly string[];
}
export interface DecodeRequest {
  readonly name: string;
  readonly blob: Blob;
  readonly packed: boolean;
  readonly image: ImageHeader;
  readonly frame: FrameBytes;
  /** Bits of the first byte that belong to the frame before. */
  readonly skip: number;
  /** Counted from 1, where the file has several. */
  readonly number?: number;
  readonly codecs: CodecAddresses;
}
export interface AttributesRequest {
  readonly name: string;
  readonly blob: Blob;
  readonly packed: boolean;
  readonly head: number;
  /** Address of the part that knows attributes. */
  readonly part: string;
}

const codecs = new Map<string, Promise<Codec>>();

function codecAt(address: string): Promise<Codec> {
  let codec = codecs.get(address);
  if (!codec) {
    codec = import(address).then(({ decode }: { readonly decode: Codec }) => decode);
    // What could not be fetched may be there the next time.
    codec.catch(() => codecs.delete(address));
    codecs.set(address, codec);
  }
  return codec;
}

/** What a worker of a study does. What is wrong with files is an answer; none of these throws. */
export const methods = {
  /** Tells an `Arrival` for each thing that comes. */
  async load({ urls }: LoadRequest, { signal, progress }: Call): Promise<void> {
    await loadSources(urls, signal, (arrival: Arrival) => progress(arrival));
  },

  async decode(request: DecodeRequest, { transfer }: Call): Promise<Outcome<SlicePixels>> {
    const { name, number, image, skip, codecs: addresses } = request;
    try {
      const bytes = await bytesOf(request);
      const pixels = await decodeFrame(image, { bytes, skip }, (coding) => codecAt(addresses[coding]));
      transfer(pixels.values.buffer);
      return { value: pixels };
    } catch (reason) {
      return { problems: [damagedFrame(name, number, whyOf(reason))] };
    }
  },

  async attributes({ name, blob, packed, head, part }: AttributesRequest): Promise<Outcome<readonly Attribute[]>> {
    try {
      const bytes = packed ? await inflateFirst(await readAll(blob), head) : await readAll(blob.slice(0, head));
      const file = bytes ? parseDicom(bytes) : 'it is damaged in its archive';
      if (typeof file === 'string') return { problems: [unreadable(name, file)] };
      const list = (await import(part)) as { readonly attributesOf: typeof attributesOf };
      return { value: list.attributesOf(file) };
    } catch (reason) {
      return { problems: [unreadable(name, whyOf(reason))] };
    }
  },
};
export type StudyMethods = typeof methods;

const whyOf = (reason: unknown): string => (reason instanceof Error ? reason.message : String(reason));

const readAll = async (blob: Blob) => new Uint8Array(await blob.arrayBuffer());

async function bytesOf({ blob, packed, frame }: DecodeRequest): Promise<Uint8Array<ArrayBuffer>> {
  const [[start, end] = [0, 0]] = frame;
  if (!packed && frame.length === 1) return readAll(blob.slice(start, end));
  if (!packed) return readAll(new Blob(frame.map((range) => blob.slice(...range))));
  const bytes = await inflateFirst(await readAll(blob), end);
  if (!bytes) throw new Error('it is damaged or cut short in its archive');
  return bytes.slice(start);
}
