export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Where the tiles of a picture are. */
export interface Layout extends Size {
  /** The whole picture at full size first, each further one smaller. */
  readonly levels: readonly Size[];
  readonly tileSize: number;
  /** Pixels by which a tile reaches over those beside it. */
  readonly overlap: number;
  addressOf(level: number, column: number, row: number): string;
}

/** Pixels along a side: more than any scanner gives, and what browsers can lay out. */
export const LONGEST = 10_000_000;

/** Levels of half the size each, down to one that is no larger than `least` along both sides. */
export function halved({ width, height }: Size, least: number): readonly Size[] {
  const levels = [{ width, height }];
  for (let by = 2; Math.max(width, height) > (least * by) / 2; by *= 2) {
    levels.push({ width: Math.ceil(width / by), height: Math.ceil(height / by) });
  }
  return levels;
}
