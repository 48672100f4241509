export type Rgba = readonly [red: number, green: number, blue: number, alpha: number];

const known = new Map<string, Rgba>();
const grey: Rgba = [128, 128, 128, 255];

/** What a CSS colour is in bytes; grey for what is no colour. */
export function rgbaOf(css: string): Rgba {
  const found = known.get(css);
  if (found) return found;
  const read = CSS.supports('color', css) ? readBytes(css) : grey;
  // Colours come from a config; a host that makes up thousands must not fill the memory.
  if (known.size > 1000) known.clear();
  known.set(css, read);
  return read;
}

function readBytes(css: string): Rgba {
  const context = new OffscreenCanvas(1, 1).getContext('2d');
  if (!context) return grey;
  context.fillStyle = css;
  context.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0, alpha = 0] = context.getImageData(0, 0, 1, 1).data;
  return [red, green, blue, alpha];
}

/** Whether black reads better on a colour than white. */
export const isLight = ([red, green, blue]: Rgba): boolean => red * 0.299 + green * 0.587 + blue * 0.114 > 150;
