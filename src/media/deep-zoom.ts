import { halved, type Layout, LONGEST } from './tile-layout.js';

/** A Deep Zoom description; a reason why it is none that we read; `other`: not meant to be one. */
export function readDeepZoom(xml: string, address: URL): Layout | string {
  const root = new DOMParser().parseFromString(xml, 'text/xml').documentElement;
  if (root.localName !== 'Image') return isDzi(address) ? 'it is no Deep Zoom description' : 'other';
  const size = [...root.children].find(({ localName }) => localName === 'Size');
  const whole = (element: Element | undefined, name: string): number => {
    const said = element?.getAttribute(name)?.trim() ?? '';
    return /^\d{1,9}$/.test(said) ? Number(said) : Number.NaN;
  };
  const [width, height] = [whole(size, 'Width'), whole(size, 'Height')];
  const [tileSize, overlap] = [whole(root, 'TileSize'), whole(root, 'Overlap') || 0];
  const format = root.getAttribute('Format') ?? '';
  if (!(width >= 1 && height >= 1 && width <= LONGEST && height <= LONGEST)) return 'its size is missing or absurd';
  if (!(tileSize >= 16 && tileSize <= 4096 && overlap <= tileSize)) return 'the size of its tiles is missing or absurd';
  if (!/^[a-z\d]{2,5}$/i.test(format)) return 'the format of its tiles is missing';
  const finest = Math.ceil(Math.log2(Math.max(width, height)));
  const folder = new URL(address);
  folder.pathname = folder.pathname.replace(/\.\w+$/, '_files');
  return {
    width,
    height,
    levels: halved({ width, height }, tileSize),
    tileSize,
    overlap,
    addressOf(level, column, row) {
      const tile = new URL(folder);
      tile.pathname += `/${finest - level}/${column}_${row}.${format}`;
      return tile.href;
    },
  };
}

const isDzi = ({ pathname }: URL): boolean => /\.dzi$/i.test(pathname);
