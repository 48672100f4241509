import type * as Clipper from 'clipper2-ts';
import type { Outline, Ring } from '../contract/shape.js';

type Library = typeof Clipper;
type Path = Clipper.Path64;
type Point = readonly [number, number];

/**
 * What outlines cover, added, cut and split. By the even-odd rule, as they are drawn; rings may cross themselves and each
 * other. Points that are not cut off keep their digits.
 */
export interface Clip {
  union(outlines: readonly Outline[]): Outline;
  /** The outline without what the others cover. */
  subtract(outline: Outline, others: readonly Outline[]): Outline;
  /** What all of them cover. */
  intersect(outlines: readonly Outline[]): Outline;
  /** The pieces that an open line cuts it into; a polygon that the line does not part stays as it is. */
  cut(outline: Outline, line: Ring): Outline;
  /** All that a ring goes round, however often: one that was drawn by hand and crosses itself. */
  within(ring: Ring): Outline;
}

/** Clipper works in whole numbers: so many in one percent. */
const UNITS = 1e8;
/** New points are rounded to such parts of a percent. */
const NEW = 1e6;
/** Points farther off than this, in percent, are taken for that far. */
const FARTHEST = 1000;
/**
 * All is sheared by so much along y: what Clipper does stays the same, but edges along the picture's are not horizontal any
 * more. Horizontal ones that lie on each other make it go round for ever (clipper2-ts 2.0.1).
 */
const SHEAR = 7;
/** Half the width of what a cut takes away at first, in units. */
const BLADE = 40;
/** What is thinner than this, in percent, is left over from rounding. */
const SLIVER = 1e-4;

let loaded: Clip | undefined;

/** Fetches the library, the first time. */
export async function loadClip(): Promise<Clip> {
  loaded ??= clipWith(await import('clipper2-ts'));
  return loaded;
}

/** For those that come after somebody has loaded it. */
export const clipIfLoaded = (): Clip | undefined => loaded;

function clipWith(library: Library): Clip {
  const { ClipType, FillRule } = library;
  const combine = (how: Clipper.ClipType, a: Path[], b: Path[]) => library.booleanOp(how, a, b, FillRule.EvenOdd);
  const together = (outlines: readonly Outline[], units: Units) =>
    outlines.reduce<Path[]>((sum, outline) => combine(ClipType.Union, sum, units.from(outline)), []);
  return {
    union(outlines) {
      const units = new Units();
      return units.back(together(outlines, units), library);
    },
    subtract(outline, others) {
      const units = new Units();
      return units.back(combine(ClipType.Difference, units.from(outline), together(others, units)), library);
    },
    intersect([first = [], ...others]) {
      const units = new Units();
      const shared = others.reduce<Path[]>(
        (left, other) => combine(ClipType.Intersection, left, units.from(other)),
        units.from(first),
      );
      return units.back(shared, library);
    },
    cut: (outline, line) => (line.length < 2 ? outline : outline.flatMap((polygon) => part(library, [polygon], line))),
    within(ring) {
      const units = new Units();
      return units.back(library.union(units.from([[ring]]), FillRule.NonZero), library);
    },
  };
}

/** Takes a thin blade along the line out of a polygon, and moves the sides of the gap together. */
function part(library: Library, outline: Outline, line: Ring): Outline {
  const { ClipType, FillRule, JoinType, EndType } = library;
  const units = new Units();
  const rings = units.from(outline);
  const cuts = crossings(library, rings, line.map(inUnits));
  if (cuts.length === 0) return outline;
  const blade = library.inflatePaths(cuts, BLADE, JoinType.Miter, EndType.Square);
  // The sides of two blades may cross, so what they cover counts however often.
  const gap = library.union(blade, FillRule.NonZero);
  units.pull(cuts.flat());
  const pieces = units.back(library.booleanOp(ClipType.Difference, rings, gap, FillRule.EvenOdd), library);
  return pieces.length > 1 ? pieces : outline;
}

/** The parts of a line from edge to edge of what the rings cover; ends that stop inside of it part nothing. */
function crossings(library: Library, rings: Path[], line: Path): Path[] {
  const clipper = new library.Clipper64();
  const inside: Path[] = [];
  clipper.addOpenSubject([line]);
  clipper.addClip(rings);
  clipper.execute(library.ClipType.Intersection, library.FillRule.EvenOdd, [], inside);
  const ends = [line.at(0), line.at(-1)];
  const { IsOn } = library.PointInPolygonResult;
  const stops = (at: Clipper.Point64 | undefined) =>
    at !== undefined &&
    ends.some((end) => end?.x === at.x && end.y === at.y) &&
    !rings.some((ring) => library.pointInPolygon(at, ring) === IsOn);
  return inside.filter((path) => path.length > 1 && !stops(path.at(0)) && !stops(path.at(-1)));
}

const inUnits = ([x, y]: Point): Clipper.Point64 => ({ x: whole(x), y: whole(y) + SHEAR * whole(x) });

const inPercent = ({ x, y }: Clipper.Point64): Point => [rounded(x / UNITS), rounded((y - SHEAR * x) / UNITS)];

const rounded = (percent: number) => Math.round(percent * NEW) / NEW;

const whole = (percent: number) => Math.round(Math.max(-FARTHEST, Math.min(FARTHEST, percent)) * UNITS);

/** The one of some points that lies as near as the side of a blade that is crossed at a slant. */
function nearest(points: readonly Clipper.Point64[], at: Clipper.Point64): Clipper.Point64 | undefined {
  let found: Clipper.Point64 | undefined;
  let least = 64 * BLADE;
  for (const point of points) {
    const distance = Math.hypot(point.x - at.x, point.y - at.y);
    if (distance > least) continue;
    [found, least] = [point, distance];
  }
  return found;
}

const keyOf = ({ x, y }: Clipper.Point64) => `${x} ${y}`;

/** Outlines in Clipper's whole numbers, and back with the digits they came with. */
class Units {
  readonly #given = new Map<string, Point>();
  #pulls: readonly Clipper.Point64[] = [];

  from(outline: Outline): Path[] {
    const rings = outline.flat().filter(({ length }) => length >= 3);
    return rings.map((ring) =>
      ring.map((point) => {
        const at = inUnits(point);
        this.#given.set(keyOf(at), point);
        return at;
      }),
    );
  }

  /** Points that others which are all but there are moved to. */
  pull(points: readonly Clipper.Point64[]): void {
    this.#pulls = points;
  }

  /** Nests rings: in each outer one its holes, and what lies in a hole as a polygon of its own. */
  back(paths: Path[], library: Library): Outline {
    const tree = new library.PolyTree64();
    library.booleanOpWithPolyTree(library.ClipType.Union, paths, null, tree, library.FillRule.EvenOdd);
    return this.#polygonsIn(tree);
  }

  #polygonsIn(parent: Clipper.PolyPath64): Outline {
    return childrenOf(parent).flatMap((outer) => {
      const holes = childrenOf(outer);
      const islands = holes.flatMap((hole) => this.#polygonsIn(hole));
      const ring = this.#ring(outer);
      return ring.length > 0 ? [[...ring, ...holes.flatMap((hole) => this.#ring(hole))], ...islands] : islands;
    });
  }

  /** One ring; none where it is left over from rounding. */
  #ring({ poly }: Clipper.PolyPath64): readonly Ring[] {
    const points = (poly ?? []).map((at): Point => {
      const given = this.#given.get(keyOf(at));
      return given ?? inPercent(nearest(this.#pulls, at) ?? at);
    });
    const ring = points.filter(([x, y], index) => {
      const [x0, y0] = points.at(index - 1) ?? [];
      return x !== x0 || y !== y0;
    });
    return widthOf(ring) < SLIVER ? [] : [ring];
  }
}

const childrenOf = (parent: Clipper.PolyPath64): readonly Clipper.PolyPath64[] =>
  Array.from({ length: parent.count }, (_, index) => parent.child(index));

/** How wide a strip of the same area and length is. */
function widthOf(ring: Ring): number {
  let [area, length] = [0, 0];
  let [x0, y0] = ring.at(-1) ?? [0, 0];
  for (const [x, y] of ring) {
    area += x0 * y - x * y0;
    length += Math.hypot(x - x0, y - y0);
    [x0, y0] = [x, y];
  }
  return length === 0 ? 0 : Math.abs(area) / length;
}
