type Bytes = readonly [red: number, green: number, blue: number];

/** Colours of a table, and its rows: by height, by intensity, by label. */
export const COLOURS = 256;
export const ROW = { height: 0, intensity: 1, label: 2 } as const;

/**
 * The colours of points, RGBA, three rows. Steps of the ramps look alike large (they are even in OKLCH), and all colours
 * stand out from the background: they are lighter than a dark one and darker than a light one.
 */
export function colourTable(dark: boolean): Uint8Array<ArrayBuffer> {
  const table = new Uint8Array(COLOURS * 3 * 4);
  const put = (row: number, i: number, [red, green, blue]: Bytes) =>
    table.set([red, green, blue, 255], 4 * (row * COLOURS + i));
  for (let i = 0; i < COLOURS; i++) {
    const share = i / (COLOURS - 1);
    put(
      ROW.height,
      i,
      dark
        ? bytesOf(0.6 + 0.3 * share, 0.14 - 0.035 * Math.sin(Math.PI * share), 290 - 205 * share)
        : bytesOf(0.4 + 0.26 * share, 0.14 - 0.045 * Math.sin(Math.PI * share), 290 - 225 * share),
    );
    // What reflects most stands out most.
    put(
      ROW.intensity,
      i,
      dark
        ? bytesOf(0.42 + 0.55 * share, 0.05, 250 - 150 * share)
        : bytesOf(0.78 - 0.55 * share, 0.06, 100 + 160 * share),
    );
    put(ROW.label, i, labelColour(i, dark));
  }
  return table;
}

/** Label 0 is none. Neighbouring labels are of hues far apart. */
function labelColour(label: number, dark: boolean): Bytes {
  if (label === 0) return plainColour(dark);
  const lift = [0, 0.08, -0.07][label % 3] as number;
  return bytesOf((dark ? 0.74 : 0.54) + lift, 0.16, (label * 137.508) % 360);
}

/** Of points that are not told apart. */
export const plainColour = (dark: boolean): Bytes => (dark ? [176, 181, 190] : [84, 90, 102]);

/** A colour of OKLCH in bytes of sRGB. */
export function bytesOf(lightness: number, chroma: number, degrees: number): Bytes {
  const [a, b] = [chroma * Math.cos((degrees * Math.PI) / 180), chroma * Math.sin((degrees * Math.PI) / 180)];
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    byteOf(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
    byteOf(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
    byteOf(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s),
  ];
}

function byteOf(linear: number): number {
  const light = Math.max(0, Math.min(1, linear));
  return Math.round(255 * (light <= 0.0031308 ? 12.92 * light : 1.055 * light ** (1 / 2.4) - 0.055));
}
