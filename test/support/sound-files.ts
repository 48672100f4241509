let known: Promise<readonly string[] | string> | undefined;

/** The names of the sounds to test with; where they cannot be made the test is skipped, and the reason is said. */
export async function soundFiles(test: Mocha.Context): Promise<readonly string[]> {
  // They are made when they are asked for first, which takes a while.
  test.timeout(300_000);
  known ??= fetch(soundUrl('index.json')).then(async (answer) => {
    const { files, missing } = await answer.json();
    if (missing) console.log(`Sounds are not tested: ${missing}.`);
    return missing ?? files;
  });
  const files = await known;
  return typeof files === 'string' ? test.skip() : files;
}

export const soundUrl = (name: string): string => new URL(`/media-made/audio/${name}`, location.href).href;

export const soundBytes = async (name: string): Promise<Uint8Array<ArrayBuffer>> =>
  new Uint8Array(await (await fetch(soundUrl(name))).arrayBuffer());

/** Decoded whole by the browser, which is what it plays. */
export async function decodedWhole(url: string, sampleRate: number): Promise<AudioBuffer> {
  const bytes = await (await fetch(url)).arrayBuffer();
  return new OfflineAudioContext(1, 1, sampleRate).decodeAudioData(bytes);
}
