const RIFF = 0x52494646;
const RF64 = 0x52463634;
const WAVE = 0x57415645;
const FMT = 0x666d7420;
const DATA = 0x64617461;
const DS64 = 0x64733634;
/** A recorder that did not know how much would come wrote this for the length. */
const UNKNOWN = 0xffffffff;

/**
 * How long a WAV file plays, in seconds, by its header: frames by rate. Undefined where it is no WAV file or is broken.
 * http://soundfile.sapp.org/doc/WaveFormat/, and EBU Tech 3306 for RF64.
 */
export function wavDuration(bytes: Uint8Array): number | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 12 || view.getUint32(8) !== WAVE) return undefined;
  const kind = view.getUint32(0);
  if (kind !== RIFF && kind !== RF64) return undefined;
  let rate = 0;
  let frameBytes = 0;
  let longLength: number | undefined;
  for (let at = 12; at + 8 <= bytes.length; ) {
    const chunk = view.getUint32(at);
    const length = view.getUint32(at + 4, true);
    const body = at + 8;
    if (chunk === FMT && body + 16 <= bytes.length) {
      rate = view.getUint32(body + 4, true);
      frameBytes = view.getUint16(body + 12, true);
    } else if (chunk === DS64 && body + 16 <= bytes.length) {
      longLength = Number(view.getBigUint64(body + 8, true));
    } else if (chunk === DATA) {
      const told = length === UNKNOWN ? (longLength ?? length) : length;
      const there = told === 0 || told === UNKNOWN ? bytes.length - body : told;
      return rate > 0 && frameBytes > 0 ? Math.floor(there / frameBytes) / rate : undefined;
    }
    // Chunks begin at even places.
    at = body + length + (length & 1);
  }
  return undefined;
}
