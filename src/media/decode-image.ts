/** An image element with its picture decoded; undefined where there is none, or where it was aborted. */
export async function decodeImage(
  url: string,
  signal: AbortSignal,
  crossOrigin?: 'anonymous' | 'use-credentials',
): Promise<HTMLImageElement | undefined> {
  const image = new Image();
  if (crossOrigin) image.crossOrigin = crossOrigin;
  image.draggable = false;
  image.src = url;
  // Stops the download, and with it the decoding.
  signal.onabort = () => {
    image.src = '';
  };
  try {
    await image.decode();
    return signal.aborted ? undefined : image;
  } catch {
    return undefined;
  } finally {
    signal.onabort = null;
  }
}
