/** A file's first bytes, and those that stand near its end if it is whole. */
const formats = [
  { start: [0x89, 0x50, 0x4e, 0x47], end: [0x49, 0x45, 0x4e, 0x44] },
  { start: [0xff, 0xd8], end: [0xff, 0xd9] },
] as const;

const RIFF = 0x52494646;
const TAIL = 65_536;

/**
 * Whether a PNG, JPEG or WebP has lost its end; browsers show what there is of it without a word. A file may have anything
 * behind its end, so one that lacks the mark of it is decoded strictly before it is called cut.
 */
export async function isCutShort(blob: Blob): Promise<boolean> {
  if (!(await isSuspect(blob))) return false;
  try {
    (await createImageBitmap(blob)).close();
    return false;
  } catch {
    return true;
  }
}

async function isSuspect(blob: Blob): Promise<boolean> {
  const head = new DataView(await blob.slice(0, 8).arrayBuffer());
  if (head.byteLength < 8) return true;
  // A WebP says how long it is.
  if (head.getUint32(0) === RIFF) return head.getUint32(4, true) + 8 > blob.size;
  const format = formats.find(({ start }) => start.every((byte, i) => head.getUint8(i) === byte));
  if (!format) return false;
  const tail = new Uint8Array(await blob.slice(-TAIL).arrayBuffer());
  for (let at = tail.length; at >= 0; at--) {
    if (format.end.every((byte, i) => tail[at + i] === byte)) return false;
  }
  return true;
}
