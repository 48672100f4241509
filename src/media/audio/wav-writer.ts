/** More than a WAV file can say that it has. */
export const MOST_WAV = 0xffff_ff00;

/** The header of a WAV file of 16 bits. @param frames samples of each channel */
export function wavHeader(channels: number, sampleRate: number, frames: number): Uint8Array<ArrayBuffer> {
  const size = frames * channels * 2;
  const header = new Uint8Array(44);
  const view = new DataView(header.buffer);
  header.set(new TextEncoder().encode('RIFF    WAVEfmt '));
  view.setUint32(4, size + 36, true);
  view.setUint32(16, 16, true);
  view.setUint16(20, 1, true);
  view.setUint16(22, channels, true);
  view.setUint32(24, sampleRate, true);
  view.setUint32(28, sampleRate * channels * 2, true);
  view.setUint16(32, channels * 2, true);
  view.setUint16(34, 16, true);
  header.set(new TextEncoder().encode('data'), 36);
  view.setUint32(40, size, true);
  return header;
}

/** Samples of 16 bits, the channels' in turn. What is louder than it can be is cut off. */
export function interleaved(planes: readonly Float32Array[]): Int16Array<ArrayBuffer> {
  const channels = planes.length;
  const frames = planes[0]?.length ?? 0;
  const out = new Int16Array(frames * channels);
  planes.forEach((plane, channel) => {
    for (let i = 0, to = channel; i < frames; i++, to += channels) {
      out[to] = Math.max(-32_768, Math.min(32_767, Math.round((plane[i] as number) * 32_768)));
    }
  });
  return out;
}
