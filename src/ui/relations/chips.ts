import type { Box, Chip, Point } from './paths.js';

/** CSS pixels. */
export const CHIP_HEIGHT = 14;
const GAP = 3;
/** Chips are looked up by rows of this height, which none of them is higher than. */
const ROW = 20;

/** The labels that have a place already: a further one gets its place where none of them is. */
export class ChipPlaces {
  readonly #rows = new Map<number, Box[]>();

  /**
   * The first of the places where nothing is; where there is none, the first of all, which then is not free.
   *
   * @param middles where its middle may be, the best first
   */
  place(middles: Iterable<Point>, width: number): Chip | undefined {
    let first: Box | undefined;
    let free: Box | undefined;
    for (const middle of middles) {
      const box = around(middle, width);
      first ??= box;
      if (this.#meets(box)) continue;
      free = box;
      break;
    }
    if (!free) return first && { ...first, free: false };
    const row = Math.floor(free.top / ROW);
    const known = this.#rows.get(row);
    if (known) known.push(free);
    else this.#rows.set(row, [free]);
    return { ...free, free: true };
  }

  #meets(box: Box): boolean {
    const row = Math.floor(box.top / ROW);
    return [row - 1, row, row + 1].some((near) => this.#rows.get(near)?.some((other) => meets(box, other)));
  }
}

const around = ({ x, y }: Point, width: number): Box => ({
  left: x - width / 2,
  top: y - CHIP_HEIGHT / 2,
  right: x + width / 2,
  bottom: y + CHIP_HEIGHT / 2,
});

const meets = (a: Box, b: Box): boolean =>
  a.left < b.right + GAP && b.left < a.right + GAP && a.top < b.bottom && b.top < a.bottom;
