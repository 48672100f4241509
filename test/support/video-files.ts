/** What media-video.mjs says of a file: its bytes, and the numbers in its pictures, in order. */
export interface VideoFile {
  readonly size: number;
  readonly shown?: readonly number[];
}

let known: Promise<Readonly<Record<string, VideoFile>> | string> | undefined;

/** The films to test with; where they cannot be made the test is skipped, and the reason is said. */
export async function videoFiles(test: Mocha.Context): Promise<Readonly<Record<string, VideoFile>>> {
  // They are made when they are asked for first, which takes a while.
  test.timeout(300_000);
  known ??= fetch('/media-video/index.json').then(async (answer) => {
    if (answer.ok) return answer.json();
    const reason = await answer.text();
    console.log(`Films are not tested: ${reason}.`);
    return reason;
  });
  const files = await known;
  return typeof files === 'string' ? test.skip() : files;
}

export const videoUrl = (name: string): string => new URL(`/media-video/${name}`, location.href).href;

const canvas = new OffscreenCanvas(16, 1);

/** The number that is drawn in a picture, as sixteen boxes along its top. */
export function numberIn(picture: VideoFrame | ImageBitmap | HTMLVideoElement | HTMLCanvasElement): number {
  const context = canvas.getContext('2d', { willReadFrequently: true }) as OffscreenCanvasRenderingContext2D;
  const [width, height] = sizeOf(picture);
  context.imageSmoothingEnabled = false;
  // One pixel in the middle of each box.
  context.drawImage(picture, 0, height / 16 - 0.5, width, 1, 0, 0, 16, 1);
  const { data } = context.getImageData(0, 0, 16, 1);
  return Array.from({ length: 16 }, (_, bit) => ((data[bit * 4] as number) > 127 ? 2 ** bit : 0)).reduce(
    (sum, value) => sum + value,
  );
}

export function sizeOf(picture: VideoFrame | ImageBitmap | HTMLVideoElement | HTMLCanvasElement): [number, number] {
  if (picture instanceof VideoFrame) return [picture.displayWidth, picture.displayHeight];
  if (picture instanceof HTMLVideoElement) return [picture.videoWidth, picture.videoHeight];
  return [picture.width, picture.height];
}
