/** What the head of a JPEG-LS or JPEG 2000 stream says, before a codec takes memory for it. */
export interface StreamHeader {
  readonly width: number;
  readonly height: number;
  readonly components: number;
  /** Whether the stream itself transforms colours, so that they come out as red, green and blue. */
  readonly transformed: boolean;
}

/** How far into a JP2 file the code stream may begin. */
const FAR = 4096;

/** Undefined where there is no such head. */
export function readStreamHeader(bytes: Uint8Array): StreamHeader | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    return view.getUint16(0) === 0xffd8 ? jpegLs(view) : jpeg2000(view);
  } catch {
    // Read beyond the end.
    return undefined;
  }
}

function jpegLs(view: DataView): StreamHeader | undefined {
  for (let at = 2; ; at += 2 + view.getUint16(at + 2)) {
    const marker = view.getUint16(at);
    if (marker === 0xfff7) {
      const [height, width] = [view.getUint16(at + 5), view.getUint16(at + 7)];
      return { width, height, components: view.getUint8(at + 9), transformed: false };
    }
    if (marker < 0xff00 || marker === 0xffda) return undefined;
  }
}

function jpeg2000(view: DataView): StreamHeader | undefined {
  let start = 0;
  while (view.getUint32(start) !== 0xff4fff51) if (++start > FAR) return undefined;
  const size = start + 2;
  const width = view.getUint32(size + 6) - view.getUint32(size + 14);
  const height = view.getUint32(size + 10) - view.getUint32(size + 18);
  const components = view.getUint16(size + 38);
  for (let at = size; ; at += 2 + view.getUint16(at + 2)) {
    const marker = view.getUint16(at);
    if (marker === 0xff52) return { width, height, components, transformed: view.getUint8(at + 8) === 1 };
    if (marker < 0xff00 || marker === 0xff90) return undefined;
  }
}
