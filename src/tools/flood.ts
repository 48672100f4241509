/** RGBA, row by row. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8ClampedArray;
}

/** Pixels that are in (1) or out (0), row by row; none in beyond `left` … `bottom`, of which the last two are the first beyond. */
export interface Filled {
  readonly width: number;
  readonly height: number;
  readonly bits: Uint8Array;
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/**
 * What hangs together with one pixel and is of a colour like its. How unlike the others are is worked out once, row by
 * row as they are reached, so that another tolerance costs little.
 */
export class Flood {
  readonly #pixels: Pixels;
  readonly #x: number;
  readonly #y: number;
  /** Of each pixel the largest difference of a channel. */
  readonly #unlike: Uint8Array;
  readonly #known: Uint8Array;

  constructor(pixels: Pixels, x: number, y: number) {
    this.#pixels = pixels;
    this.#x = x;
    this.#y = y;
    this.#unlike = new Uint8Array(pixels.width * pixels.height);
    this.#known = new Uint8Array(pixels.height);
  }

  /** All that can be reached over pixels that differ by no more than this, 0 to 255. */
  within(tolerance: number): Filled {
    const { width, height } = this.#pixels;
    const unlike = this.#unlike;
    const bits = new Uint8Array(width * height);
    let [left, top, right, bottom] = [this.#x, this.#y, this.#x, this.#y];
    // Runs to look at, beside one that was filled: the row, from where up to where, and which way it lies from that one.
    const todo = new Runs();
    todo.push(this.#y, this.#x, this.#x + 1, 1);
    todo.push(this.#y - 1, this.#x, this.#x + 1, -1);
    while (todo.pop()) {
      const { y, from, to, way } = todo;
      if (y < 0 || y >= height) continue;
      if (this.#known[y] === 0) this.#compare(y);
      const row = y * width;
      const end = row + width;
      for (let at = row + from; at < row + to; at++) {
        if (bits[at] === 1 || (unlike[at] as number) > tolerance) continue;
        let first = at;
        while (first > row && bits[first - 1] === 0 && (unlike[first - 1] as number) <= tolerance) bits[--first] = 1;
        while (at < end && bits[at] === 0 && (unlike[at] as number) <= tolerance) bits[at++] = 1;
        const [start, stop] = [first - row, at - row];
        todo.push(y + way, start, stop, way);
        // Where it reaches farther than the run beside it, it may go on around that one.
        if (start < from) todo.push(y - way, start, from, -way);
        if (stop > to) todo.push(y - way, to, stop, -way);
        if (start < left) left = start;
        if (stop > right) right = stop;
        if (y < top) top = y;
        if (y >= bottom) bottom = y + 1;
      }
    }
    return { width, height, bits, left, top, right, bottom };
  }

  #compare(y: number): void {
    const { width, data } = this.#pixels;
    const unlike = this.#unlike;
    const seed = (this.#y * width + this.#x) * 4;
    const [r, g, b, a] = data.subarray(seed, seed + 4) as unknown as [number, number, number, number];
    for (let at = y * width, from = at * 4; at < (y + 1) * width; at++, from += 4) {
      const colour = Math.max(Math.abs((data[from] as number) - r), Math.abs((data[from + 1] as number) - g));
      const rest = Math.max(Math.abs((data[from + 2] as number) - b), Math.abs((data[from + 3] as number) - a));
      unlike[at] = Math.max(colour, rest);
    }
    this.#known[y] = 1;
  }
}

/**
 * Calls `span` for the runs of the filled pixels, each row from the left. With a radius, holes and notches less than that
 * wide are closed first, and crumbs fall off: a pixel belongs to it if most of those beside it in its row do, or most of
 * those above and below. Straight edges and their corners stay. What is small itself is smoothed less.
 */
export function eachSpan(filled: Filled, radius: number, span: (y: number, left: number, right: number) => void): void {
  const { width, height, bits, left, top, right, bottom } = filled;
  const reach = Math.min(radius, Math.floor((Math.min(right - left, bottom - top) - 1) / 4));
  // What lies beyond the picture is as at its edge.
  const rowAt = (y: number) => Math.max(0, Math.min(y, height - 1)) * width;
  const columns = new Uint16Array(width);
  for (let y = top - reach; y < top + reach; y++) addRow(columns, filled, rowAt(y), -1);
  for (let y = top; y < bottom; y++) {
    addRow(columns, filled, rowAt(y + reach), y === top ? -1 : rowAt(y - reach - 1));
    const row = y * width;
    const edge = row + width - 1;
    let from = -1;
    for (let x = left; x < right; ) {
      let end = x;
      while (end < right && bits[row + end] === 1) end++;
      if (end - x > reach) {
        // More than half already, wherever in it one looks.
        if (from < 0) from = x;
        x = end;
        continue;
      }
      while (end < right && bits[row + end] === 0) end++;
      let beside = 0;
      for (let at = x - reach; at < x + reach; at++) beside += bits[Math.max(row, Math.min(row + at, edge))] as number;
      for (; x < end; x++) {
        beside += bits[Math.min(row + x + reach, edge)] as number;
        if (beside > reach || (columns[x] as number) > reach) {
          if (from < 0) from = x;
        } else if (from >= 0) {
          span(y, from, x);
          from = -1;
        }
        beside -= bits[Math.max(row + x - reach, row)] as number;
      }
    }
    if (from >= 0) span(y, from, right);
  }
}

/** Counts of each column one row in and another one out, if there is one. */
function addRow(columns: Uint16Array, { bits, left, right }: Filled, enters: number, leaves: number): void {
  for (let x = left; x < right; x++) {
    const change = (bits[enters + x] as number) - (leaves < 0 ? 0 : (bits[leaves + x] as number));
    if (change !== 0) columns[x] = (columns[x] as number) + change;
  }
}

/** A stack of runs that does not make an object of each: there may be millions. */
class Runs {
  #numbers = new Int32Array(4096);
  #length = 0;
  y = 0;
  from = 0;
  to = 0;
  way = 0;

  push(y: number, from: number, to: number, way: number): void {
    if (this.#length === this.#numbers.length) {
      const more = new Int32Array(this.#length * 2);
      more.set(this.#numbers);
      this.#numbers = more;
    }
    this.#numbers[this.#length++] = y;
    this.#numbers[this.#length++] = from;
    this.#numbers[this.#length++] = to;
    this.#numbers[this.#length++] = way;
  }

  /** Takes the last one off, to be read from the fields; whether there was one. */
  pop(): boolean {
    if (this.#length === 0) return false;
    this.way = this.#numbers[--this.#length] as number;
    this.to = this.#numbers[--this.#length] as number;
    this.from = this.#numbers[--this.#length] as number;
    this.y = this.#numbers[--this.#length] as number;
    return true;
  }
}
