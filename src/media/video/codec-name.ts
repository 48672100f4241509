/** What people call a codec, by the start of its name in files. */
const names: readonly (readonly [start: RegExp, name: string])[] = [
  [/^avc|^h264/i, 'H.264'],
  [/^(hvc|hev|dvh)|hevc/i, 'H.265'],
  [/^(vvc|vvi)/i, 'H.266'],
  [/^(av01|V_AV1)/i, 'AV1'],
  [/^(vp09|vp9|V_VP9)/i, 'VP9'],
  [/^(vp08|vp8|V_VP8)/i, 'VP8'],
  [/^(mp4v|xvid|divx|fmp4|V_MPEG4\/ISO)/i, 'MPEG-4 part 2'],
  [/^(ap[cho4]|prores)/i, 'ProRes'],
  [/^(mjp|jpeg|V_MJPEG)/i, 'Motion JPEG'],
  [/^(mp2v|m2v|mpeg2|V_MPEG2|2$)/i, 'MPEG-2'],
  [/^(theo|V_THEORA)/i, 'Theora'],
];

/** A codec as in a file, with the name people know it by: `hvc1, H.265`. */
export function codecName(codec: string): string {
  const found = names.find(([start]) => start.test(codec))?.[1];
  const [short] = codec.split('.');
  return found ? `${short}, ${found}` : codec;
}
