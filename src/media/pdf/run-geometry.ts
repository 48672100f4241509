import type { Sheet, TextItem, TextStyle } from './page-text.js';

/** How wide a text is in a font, in hundredths of the size of its letters. */
export type MeasureText = (text: string, family: string) => number;

/** Where a run of text lies on the page as it is shown. All lengths are points, y down. */
export interface RunGeometry {
  /** Where its base line starts. */
  readonly x: number;
  readonly y: number;
  /** Radians clockwise by which it is turned. */
  readonly angle: number;
  /** Along the base line. */
  readonly length: number;
  /** Above and below the base line. */
  readonly ascent: number;
  readonly descent: number;
  readonly family: string;
  /** Of the letters. */
  readonly size: number;
  readonly rightToLeft: boolean;
  /** How much wider it is than in the font that a browser has for it. */
  stretch(): number;
  /** The upright box round some of its letters, from and to in UTF-16 units of the run. */
  boxOf(
    from: number,
    to: number,
  ): { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number };
  /**
   * The edge of a letter that is nearest to a point, in UTF-16 units of the run, and how far off the point is: what is on
   * the same line is nearer than what is above or below.
   */
  nearestTo(x: number, y: number): { readonly unit: number; readonly distance: number };
  /** Whether it goes on right where another run ends. */
  follows(run: RunGeometry): boolean;
}

const USUAL_ASCENT = 0.8;
const USUAL_DESCENT = 0.23;
/** Of the height of a letter: what is farther apart does not belong together. */
const APART = 0.5;
/** By so much more it counts to be off a line than to be before or after it. */
const ACROSS = 4;

export function runGeometry(
  item: TextItem,
  style: TextStyle | undefined,
  { transform, scale }: Sheet,
  measure: MeasureText,
): RunGeometry {
  const [a, b, c, d, x, y] = multiplied(transform, item.transform);
  const vertical = style?.vertical === true;
  const angle = Math.atan2(b, a) + (vertical ? Math.PI / 2 : 0);
  const size = Math.hypot(c, d);
  const length = (vertical ? item.height : item.width) * scale;
  // Letters of a column stand on both sides of it. Of others documents often say less than they take.
  const ascent = size * (vertical ? 0.5 : within(style?.ascent, 0.75, 1.2, USUAL_ASCENT));
  const descent = size * (vertical ? 0.5 : within(-(style?.descent ?? 0), 0.23, 0.5, USUAL_DESCENT));
  const family = style?.fontFamily ?? 'sans-serif';
  const rightToLeft = item.dir === 'rtl';
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  let measured: number | undefined;
  const whole = () => (measured ??= measure(item.str, family));
  const shareAt = (unit: number): number => {
    if (unit <= 0) return 0;
    if (unit >= item.str.length) return 1;
    return whole() > 0 ? Math.min(1, measure(item.str.slice(0, unit), family) / whole()) : unit / item.str.length;
  };
  const unitAt = (share: number): number => {
    let [low, high] = [0, item.str.length];
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (shareAt(middle) <= share) low = middle;
      else high = middle;
    }
    const unit = share - shareAt(low) <= shareAt(high) - share ? low : high;
    // Not between the halves of a pair.
    return unit > 0 && /[\uDC00-\uDFFF]/.test(item.str.charAt(unit)) ? unit - 1 : unit;
  };
  return {
    x,
    y,
    angle,
    length,
    ascent,
    descent,
    family,
    size,
    rightToLeft,
    stretch: () => (whole() > 0 && size > 0 ? (length * 100) / (whole() * size) : 1),
    boxOf(from, to) {
      const [start, end] = rightToLeft ? [1 - shareAt(to), 1 - shareAt(from)] : [shareAt(from), shareAt(to)];
      const across: number[] = [];
      const down: number[] = [];
      for (const along of [start * length, end * length]) {
        for (const up of [ascent, -descent]) {
          across.push(x + cos * along + sin * up);
          down.push(y + sin * along - cos * up);
        }
      }
      return {
        left: Math.min(...across),
        top: Math.min(...down),
        right: Math.max(...across),
        bottom: Math.max(...down),
      };
    },
    nearestTo(px, py) {
      const [dx, dy] = [px - x, py - y];
      const along = dx * cos + dy * sin;
      const up = dx * sin - dy * cos;
      const distance = outside(along, 0, length) + ACROSS * outside(up, -descent, ascent);
      const share = Math.max(0, Math.min(1, length > 0 ? along / length : 0));
      return { unit: unitAt(rightToLeft ? 1 - share : share), distance };
    },
    follows(run) {
      const [endX, endY] = [run.x + Math.cos(run.angle) * run.length, run.y + Math.sin(run.angle) * run.length];
      const near = (size || 1) * APART;
      return (
        Math.hypot(x - endX, y - endY) <= near || Math.hypot(x + cos * length - run.x, y + sin * length - run.y) <= near
      );
    },
  };
}

const outside = (value: number, low: number, high: number) => Math.max(low - value, value - high, 0);

const within = (value: number | undefined, least: number, most: number, usual: number): number =>
  value !== undefined && Number.isFinite(value) && value !== 0 ? Math.max(least, Math.min(most, value)) : usual;

type Matrix = readonly [number, number, number, number, number, number];

/** What is done by `second` after `first`. */
function multiplied(second: readonly number[], first: readonly number[]): Matrix {
  const [a, b, c, d, e, f] = second as unknown as Matrix;
  const [g, h, i, j, k, l] = first as unknown as Matrix;
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f];
}
