/** What a codec of its own file makes of a code stream. */
export interface CodecPicture {
  readonly width: number;
  readonly height: number;
  readonly components: number;
  /** Samples of a pixel side by side, in memory of their own. */
  readonly samples: Uint8Array | Int8Array | Uint16Array | Int16Array;
  /** Whether three samples are luminance and two differences; undefined where the stream does not say. */
  readonly differences?: boolean | undefined;
}

/** Throws where the stream is damaged. */
export type Codec = (bytes: Uint8Array) => Promise<CodecPicture>;

/** What has a codec of its own. */
export type Encoding = 'jpeg' | 'jpeg-ls' | 'jpeg-2000' | 'htj2k';

/** Addresses of the codecs, which only the page knows. */
export type CodecAddresses = Readonly<Record<Encoding, string>>;

/** The class that the Emscripten builds of the codecs offer for decoding, as far as it is used. */
export interface WasmDecoder {
  getEncodedBuffer(size: number): Uint8Array;
  decode(): void;
  getDecodedBuffer(): Uint8Array;
  getFrameInfo(): {
    readonly width: number;
    readonly height: number;
    readonly bitsPerSample: number;
    readonly componentCount: number;
    readonly isSigned?: boolean;
  };
  getInterleaveMode?(): number;
  delete(): void;
}

export type WasmFactory<M> = (options: {
  readonly wasmBinary: Uint8Array;
  locateFile?(name: string): string;
}) => Promise<M>;

/**
 * A codec of a WebAssembly module. After a stream that it failed with, its memory is in no known state: then it is
 * started anew.
 */
export function wasmCodec<M>(start: () => Promise<M>, open: (module: M) => WasmDecoder): Codec {
  let module: Promise<M> | undefined;
  return async (bytes) => {
    module ??= start();
    const ready = await module;
    try {
      const decoder = open(ready);
      decoder.getEncodedBuffer(bytes.length).set(bytes);
      decoder.decode();
      const picture = pictureOf(decoder);
      decoder.delete();
      return picture;
    } catch (reason) {
      module = undefined;
      // What C++ throws is a number.
      throw reason instanceof Error ? reason : new Error('the code stream is damaged');
    }
  };
}

function pictureOf(decoder: WasmDecoder): CodecPicture {
  const { width, height, bitsPerSample, componentCount: components, isSigned } = decoder.getFrameInfo();
  // A view of the module's memory, which the next call changes.
  const { buffer } = decoder.getDecodedBuffer().slice();
  const wide = bitsPerSample > 8;
  const samples = wide
    ? isSigned
      ? new Int16Array(buffer)
      : new Uint16Array(buffer)
    : isSigned
      ? new Int8Array(buffer)
      : new Uint8Array(buffer);
  const byPlanes = components > 1 && decoder.getInterleaveMode?.() === 0;
  return { width, height, components, samples: byPlanes ? sideBySide(samples, components) : samples };
}

function sideBySide<T extends CodecPicture['samples']>(planes: T, components: number): T {
  const out = planes.slice() as T;
  const pixels = planes.length / components;
  for (let plane = 0, from = 0; plane < components; plane++) {
    for (let to = plane; to < planes.length; to += components, from++) out[to] = planes[from] as number;
    from = (plane + 1) * pixels;
  }
  return out;
}
