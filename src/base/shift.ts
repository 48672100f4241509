import { condensed, Raster, TILE, type Tile } from './raster.js';

/** What is moved off the picture is gone, what comes in is empty. */
export function shifted(raster: Raster, dx: number, dy: number): Raster {
  if (dx === 0 && dy === 0) return raster;
  const { width, height, columns, rows } = raster;
  const blank = new Raster(width, height);
  const tiles: Tile[] = [];
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      tiles.push(gathered(raster, column * TILE - dx, row * TILE - dy, blank.rectOf(tiles.length)));
    }
  }
  return new Raster(width, height, tiles);
}

/** A tile of what lies at this place. */
function gathered(raster: Raster, left: number, top: number, on: Raster['bounds'] & object): Tile {
  const [wide, tall] = [on.right - on.left, on.bottom - on.top];
  const sources: { readonly tile: Tile; readonly column: number; readonly row: number }[] = [];
  for (let row = top >> 8; row <= (top + tall - 1) >> 8; row++) {
    for (let column = left >> 8; column <= (left + wide - 1) >> 8; column++) {
      const there = row >= 0 && row < raster.rows && column >= 0 && column < raster.columns;
      sources.push({ tile: there ? (raster.tiles[row * raster.columns + column] ?? 0) : 0, column, row });
    }
  }
  if (sources.every(({ tile }) => tile === 0)) return 0;
  const into = new Uint8Array(TILE * TILE);
  for (const { tile, column, row } of sources) {
    const from = Math.max(left, column * TILE, 0);
    const to = Math.min(left + wide, (column + 1) * TILE, raster.width);
    const end = Math.min(top + tall, (row + 1) * TILE, raster.height);
    if (tile === 0 || from >= to) continue;
    for (let y = Math.max(top, row * TILE, 0); y < end; y++) {
      const at = (y - top) * TILE + from - left;
      if (typeof tile === 'number') into.fill(tile, at, at + to - from);
      else {
        const source = (y & 255) * TILE + from - column * TILE;
        into.set(tile.subarray(source, source + to - from), at);
      }
    }
  }
  return condensed(into, on);
}
