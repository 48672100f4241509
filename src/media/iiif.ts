import { isDict, isList, type Json } from '../model/json.js';
import { halved, type Layout, LONGEST, type Size } from './tile-layout.js';

const TILE = 512;

interface Tiles {
  readonly side: number;
  readonly factors: readonly number[];
}

/**
 * The description of a picture by the IIIF Image API 2 or 3: where its tiles are; the address of the whole picture where
 * it has none; or a reason why it cannot be read. Its tiles are where the description was, whatever it says.
 */
export function readIiif(text: string, address: URL): Layout | { readonly whole: string } | string {
  const info = parsed(text);
  if (!isDict(info)) return 'it is no IIIF description';
  const { width, height } = info;
  if (!isSide(width) || !isSide(height)) return 'its size is missing or absurd';
  const version = versionOf(info);
  if (version === undefined) return 'it is of a version of IIIF other than 2 and 3';
  const at = (request: string): string => {
    const url = new URL(address);
    url.pathname = url.pathname.replace(/\/info\.json$/i, `/${request}/0/default.jpg`);
    return url.href;
  };
  const tiles = tilesOf(info, { width, height });
  if (typeof tiles === 'string') return tiles;
  if (!tiles) return { whole: at(version === 3 ? 'full/max' : 'full/full') };
  const { side, factors } = tiles;
  return {
    width,
    height,
    levels: factors.map((by) => ({ width: Math.ceil(width / by), height: Math.ceil(height / by) })),
    tileSize: side,
    overlap: 0,
    addressOf(level, column, row) {
      const by = factors[level] ?? 1;
      const [x, y] = [column * side * by, row * side * by];
      const [across, down] = [Math.min(side * by, width - x), Math.min(side * by, height - y)];
      const region = across === width && down === height ? 'full' : `${x},${y},${across},${down}`;
      const size = `${Math.ceil(across / by)},${version === 3 ? Math.ceil(down / by) : ''}`;
      return at(`${region}/${size}`);
    },
  };
}

function parsed(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}

const isWhole = (value: Json | undefined, most: number): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= most;
const isSide = (value: Json | undefined): value is number => isWhole(value, LONGEST);

function versionOf(info: Readonly<Record<string, Json>>): 2 | 3 | undefined {
  const said = JSON.stringify([info['@context'] ?? null, info.type ?? null, info.profile ?? null]);
  if (/image\/3\/|ImageService3/.test(said)) return 3;
  return /image\/2\/|ImageService2/.test(said) ? 2 : undefined;
}

/** Undefined where there are none; a reason where there are but we cannot use them. */
function tilesOf(info: Readonly<Record<string, Json>>, size: Size): Tiles | string | undefined {
  // Servers of level 1 and 2 cut any part to any size.
  const cutsAny = /level[12]/.test(JSON.stringify(info.profile ?? ''));
  const [given] = isList(info.tiles) ? info.tiles : [];
  const said = isDict(given) ? given : undefined;
  const side = isWhole(said?.width, 4096) && said.width >= 16 ? said.width : undefined;
  if (cutsAny) return { side: side ?? TILE, factors: halved(size, side ?? TILE).map((_, level) => 2 ** level) };
  if (!said) return undefined;
  if (!side || (said.height !== undefined && said.height !== side)) return 'its tiles are not square or absurdly large';
  const factors = (isList(said.scaleFactors) ? said.scaleFactors : [])
    .filter((by): by is number => isWhole(by, 2 ** 24))
    .sort((a, b) => a - b);
  return factors.length > 0 ? { side, factors: [...new Set(factors)] } : 'it says no sizes of its tiles';
}
