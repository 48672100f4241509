import { ascii, type HeaderBytes } from './chunks.js';

/** A page is no longer than this. */
const PAGE = 65_307;

/** How far an Ogg file counts, by its last page; undefined where it is not Ogg, or its size is not known. */
export async function lastGranule(file: HeaderBytes): Promise<number | undefined> {
  if (file.size === undefined || ascii(await file.read(0, 4), 0, 4) !== 'OggS') return undefined;
  const bytes = await file.read(Math.max(0, file.size - 2 * PAGE), file.size);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  for (let at = bytes.length - 27; at >= 0; at--) {
    if (view.getUint32(at) !== 0x4f676753) continue;
    const granule = view.getBigInt64(at + 6, true);
    // No packet ends on a page that says -1.
    if (granule >= 0n) return Number(granule);
  }
  return undefined;
}
