import { type Outcome, warning } from '../model/problem.js';
import { cutPicture, toCut } from './cut-picture.js';
import type { ImageRequest, Picture } from './image.js';
import { unreadable } from './picture-problem.js';
import { type Range, rangeOf, type Samples, writeColours } from './tiff-colour.js';
import { readTiffDirectory, type TiffDirectory } from './tiff-directory.js';
import { objectionToPieces, pieceAsTiff } from './tiff-piece.js';

/** Pixels that are given colours at once; after that the page gets a turn. */
const AT_ONCE = 1 << 20;

/** By orientation, what leads from stored pixels to upright ones; `w` and `h` as stored. */
const turns: Readonly<
  Record<number, (w: number, h: number) => readonly [number, number, number, number, number, number]>
> = {
  2: (w) => [-1, 0, 0, 1, w, 0],
  3: (w, h) => [-1, 0, 0, -1, w, h],
  4: (_, h) => [1, 0, 0, -1, 0, h],
  5: () => [0, 1, 1, 0, 0, 0],
  6: (_, h) => [0, 1, -1, 0, h, 0],
  7: (w, h) => [0, -1, -1, 0, h, w],
  8: (w) => [0, -1, 1, 0, 0, w],
};

/** The first picture of a TIFF, upright, as 8 bits of red, green, blue and alpha. */
export async function decodeTiff(
  blob: Blob,
  url: string,
  { scope, onMissing }: ImageRequest,
): Promise<Outcome<Picture>> {
  const file = await blob.arrayBuffer();
  const directory = readTiffDirectory(file);
  if (typeof directory === 'string') return { problems: [unreadable(url, directory)] };
  const objection = objectionToPieces(directory);
  if (objection) return { problems: [unreadable(url, objection)] };
  const { pages } = directory;
  const problems =
    pages > 1 ? [warning('media/unreadable', `Of the ${pages} pages of ${url} only the first is shown.`)] : [];
  const size = uprightSize(directory);
  if (toCut(size.width, size.height)) {
    const decode = async () => paint(directory, await blob.arrayBuffer(), scope.signal);
    const onFailed = () => onMissing?.(damaged(url), true);
    return { value: cutPicture(decode, size, scope, onFailed), problems };
  }
  try {
    const bitmap = await paint(directory, file, scope.signal);
    scope.add(() => bitmap.close());
    return { value: { ...size, revision: 0, pixels: () => bitmap }, problems };
  } catch {
    return { problems: scope.signal.aborted ? [] : [damaged(url)] };
  }
}

const damaged = (url: string) => unreadable(url, 'the file is damaged or cut short');

function uprightSize({ width, height, orientation }: TiffDirectory) {
  return orientation >= 5 && orientation <= 8 ? { width: height, height: width } : { width, height };
}

/** Throws where the file is damaged, or when it is aborted. */
async function paint(directory: TiffDirectory, file: ArrayBuffer, signal: AbortSignal): Promise<ImageBitmap> {
  const { width, height, orientation, pieces } = directory;
  const { decode } = await import('tiff');
  const size = uprightSize(directory);
  const canvas = new OffscreenCanvas(size.width, size.height);
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('There is no canvas.');
  context.imageSmoothingEnabled = false;
  context.setTransform(...(turns[orientation]?.(width, height) ?? [1, 0, 0, 1, 0, 0]));
  const across = Math.ceil(width / pieces.width);
  const count = across * Math.ceil(height / pieces.height);
  const placeOf = (index: number) => {
    const [x, y] = [(index % across) * pieces.width, Math.floor(index / across) * pieces.height];
    const rows = Math.min(pieces.height, height - y);
    return { x, y, columns: Math.min(pieces.width, width - x), rows };
  };
  const samplesOf = (index: number): Samples => {
    const planes = directory.planar ? directory.samples : 1;
    return Array.from({ length: planes }, (_, plane) => {
      const at = index + plane * count;
      const [offset = 0, length = 0] = [pieces.offsets[at], pieces.lengths[at]];
      if (offset + length > file.byteLength) throw new RangeError('beyond the end of the file');
      const bytes = new Uint8Array(file, offset, length);
      // The last strip is as high as what is left; tiles are always whole.
      const rows = pieces.tiled ? pieces.height : placeOf(index).rows;
      const samples = directory.planar ? 1 : directory.samples;
      const piece = { bytes, width: pieces.width, height: rows, samples };
      return decode(pieceAsTiff(directory, piece), { pages: [0] })[0]?.data ?? [];
    });
  };
  const range = rangeOf(directory, directory.float ? seenIn(count, samplesOf) : [0, 0]);
  for (let index = 0; index < count; index++) {
    const planes = samplesOf(index);
    const { x, y, columns, rows } = placeOf(index);
    const atOnce = Math.max(1, Math.floor(AT_ONCE / columns));
    for (let top = 0; top < rows; top += atOnce) {
      const some = new ImageData(columns, Math.min(atOnce, rows - top));
      for (let row = 0; row < some.height; row++) {
        const from = (top + row) * pieces.width;
        writeColours(directory, planes, range, { from, count: columns, out: some.data, to: row * columns });
      }
      const bitmap = await createImageBitmap(some);
      signal.throwIfAborted();
      context.drawImage(bitmap, x, y + top);
      bitmap.close();
    }
  }
  return canvas.transferToImageBitmap();
}

function seenIn(count: number, samplesOf: (index: number) => Samples): Range {
  let [least, greatest] = [Infinity, -Infinity];
  for (let index = 0; index < count; index++) {
    for (const plane of samplesOf(index)) {
      for (let i = 0; i < plane.length; i++) {
        const value = plane[i] ?? Number.NaN;
        if (value < least) least = value;
        if (value > greatest) greatest = value;
      }
    }
  }
  return [least, greatest];
}
