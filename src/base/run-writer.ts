import { condensed, Raster, TILE, type Tile } from './raster.js';

/** Up to here a loop is faster than `fill`. */
const SHORT = 16;

/** Makes a raster from runs of alike pixels, in the order in which a picture is read: row by row. */
export class RunWriter {
  readonly #blank: Raster;
  readonly #tiles: Tile[];
  /** The run that is still growing. */
  #value = 0;
  #start = 0;
  #end = 0;
  /** The row of tiles that is written to; those above are done. */
  #row = 0;
  /** The row of pixels that was written to last, and where it ends. */
  #y = 0;
  #rowEnd = 0;

  constructor(width: number, height: number) {
    this.#blank = new Raster(width, height);
    this.#tiles = [...this.#blank.tiles];
  }

  /** The pixels from the last run's end up to but not including `end`, counted from the top left corner. */
  run(end: number, value: number): void {
    if (value !== this.#value) this.#flush(value);
    this.#end = end;
  }

  done(): Raster {
    this.#flush(0);
    this.#condense(this.#blank.rows);
    return new Raster(this.#blank.width, this.#blank.height, this.#tiles);
  }

  #flush(next: number): void {
    if (this.#value !== 0 && this.#end > this.#start) this.#write(this.#start, this.#end, this.#value);
    this.#start = this.#end;
    this.#value = next;
  }

  #write(from: number, to: number, value: number): void {
    const { width, height, columns } = this.#blank;
    if (from >= this.#rowEnd) {
      this.#y = Math.floor(from / width);
      this.#rowEnd = (this.#y + 1) * width;
    }
    let y = this.#y;
    let x = from - this.#rowEnd + width;
    let left = to - from;
    if (left <= width - x && y >> 8 === this.#row) {
      this.#writeRow(y, x, x + left, value);
      return;
    }
    while (left > 0) {
      const row = y >> 8;
      if (row > this.#row) this.#condense(row);
      const whole = Math.min(TILE, height - y) * width;
      if (x === 0 && (y & 255) === 0 && left >= whole) {
        this.#tiles.fill(value, row * columns, (row + 1) * columns);
        left -= whole;
        y += TILE;
        continue;
      }
      const end = Math.min(width, x + left);
      left -= end - x;
      this.#writeRow(y, x, end, value);
      x = 0;
      y++;
    }
  }

  #writeRow(y: number, from: number, to: number, value: number): void {
    const first = (y >> 8) * this.#blank.columns;
    const row = (y & 255) << 8;
    for (let x = from; x < to; ) {
      const column = x >> 8;
      const end = Math.min(to, (column + 1) * TILE);
      let tile = this.#tiles[first + column];
      // A number is the 0 that everything begins with: rows come in order.
      if (tile === undefined || typeof tile === 'number') {
        tile = new Uint8Array(TILE * TILE);
        this.#tiles[first + column] = tile;
      }
      const at = row + x - column * TILE;
      if (end - x > SHORT) tile.fill(value, at, at + end - x);
      else for (let i = at; i < at + end - x; i++) tile[i] = value;
      x = end;
    }
  }

  /** Rows of tiles above this one will not be written to again. */
  #condense(row: number): void {
    const { columns } = this.#blank;
    for (let index = this.#row * columns; index < row * columns; index++) {
      const tile = this.#tiles[index] ?? 0;
      if (typeof tile !== 'number') this.#tiles[index] = condensed(tile, this.#blank.rectOf(index));
    }
    this.#row = row;
  }
}
