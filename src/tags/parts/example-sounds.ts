/** A second of a soft tone, for examples: a WAV of 8-bit samples at 2 kHz as a data URL. */
export function tone(hertz: number): string {
  const rate = 2000;
  const samples = Array.from({ length: rate }, (_, at) => {
    const swell = Math.sin((Math.PI * at) / rate);
    return 128 + Math.round(90 * swell * Math.sin((2 * Math.PI * hertz * at) / rate));
  });
  const little = (value: number, bytes: number) =>
    Array.from({ length: bytes }, (_, byte) => (value >> (8 * byte)) & 255);
  const letters = (word: string) => [...word].map((letter) => letter.charCodeAt(0));
  const bytes = [
    ...letters('RIFF'),
    ...little(36 + samples.length, 4),
    ...letters('WAVEfmt '),
    ...little(16, 4),
    ...little(1, 2),
    ...little(1, 2),
    ...little(rate, 4),
    ...little(rate, 4),
    ...little(1, 2),
    ...little(8, 2),
    ...letters('data'),
    ...little(samples.length, 4),
    ...samples,
  ];
  return `data:audio/wav;base64,${btoa(String.fromCharCode(...bytes))}`;
}
