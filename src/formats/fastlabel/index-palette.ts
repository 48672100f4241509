import { Palette } from '../../config/palette.js';

/** The lists Set1, Set2, Set3, Paired, Accent and Dark2 of ColorBrewer (https://colorbrewer2.org) behind black, six digits each. */
const brewer =
  '000000e41a1c377eb84daf4a984ea3ff7f00ffff33a65628f781bf99999966c2a5fc8d628da0cbe78ac3a6d854ffd92fe5c494b3b3b38dd3c7ffffb3bebadafb807280b1d3fdb462b3de69fccde5d9d9d9bc80bdccebc5ffed6fa6cee31f78b4b2df8a33a02cfb9a99e31a1cfdbf6fff7f00cab2d66a3d9affff99b159287fc97fbeaed4fdc086ffff99386cb0f0027fbf5b166666661b9e77d95f027570b3e7298a66a61ee6ab02a6761d666666';

type Colour = [red: number, green: number, blue: number];

const colourAt = (hex: string, at: number): Colour =>
  [0, 2, 4].map((part) => Number.parseInt(hex.slice(at + part, at + part + 2), 16)) as Colour;

/** FastLabel's own colours, as many as it has: 57 behind black. */
export const fewColours: readonly Colour[] = Array.from({ length: brewer.length / 6 }, (_, index) =>
  colourAt(brewer, index * 6),
);

/** A colour for each of 256 numbers: FastLabel's, then others. */
export function manyColours(): Colour[] {
  const others = new Palette();
  return Array.from(
    { length: 256 },
    (_, index) => fewColours[index] ?? colourAt(others.colour(String(index)).slice(1), 0),
  );
}
