import type { FilmImage } from './film-messages.js';

/** What it takes in memory. */
export function bytesOf(image: FilmImage): number {
  if (image instanceof ImageBitmap) return image.width * image.height * 4;
  return image.format ? image.allocationSize() : image.codedWidth * image.codedHeight * 4;
}

/** Whether its pixels are gone. */
export const isClosed = (image: FilmImage): boolean =>
  (image instanceof ImageBitmap ? image.width : image.codedWidth) === 0;
