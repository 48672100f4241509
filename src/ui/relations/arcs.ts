import { ChipPlaces } from './chips.js';
import { Lanes, type Strand } from './lanes.js';
import { type Box, behind, type Drawing, middleOf, type Point, roundedPath, type Tip } from './paths.js';

/** Where a span of text lies: its first and its last line. */
export interface TextEnd {
  readonly first: Box;
  readonly last: Box;
}

/** A relation within a text. */
export interface TextLink {
  readonly id: string;
  /** Keys of the spans. */
  readonly from: string;
  readonly to: string;
  readonly headed: readonly [atFrom: boolean, atTo: boolean];
  /** How wide its label is; 0: it has none. */
  readonly chip: number;
}

/** What there is beside the text, left and right of it. */
export interface Room {
  readonly left: number;
  readonly right: number;
  /** How wide what is free is there. */
  readonly leftGutter: number;
  readonly rightGutter: number;
}

export interface ArcLayout {
  readonly arcs: readonly Drawing[];
  /** By id: the lanes between lines of text, then the one beside the text, if there is one. */
  readonly lanes: ReadonlyMap<string, readonly number[]>;
  /** How many lanes there are beside the text. */
  readonly beside: { readonly left: number; readonly right: number };
}

type Side = 'left' | 'right';

/** Lanes between two lines of text, and beside the text. */
const BETWEEN = 4;
const BESIDE = 12;
/** From a span to the first lane, from lane to lane, and the corners; CSS pixels. */
const OFF = 5;
const STEP = { least: 2, most: 3.6, beside: 5 } as const;
/** The middle of a label is no farther above the line, lest it hide what is written there. */
const CHIP_UP = 6.5;
/** From one place that is tried for a label to the next. */
const CHIP_STEP = 10;
const RADIUS = 5;
/** Between the arrows of one span. */
const PORT = 9;
/** A line of the text is as high as this at most, as a multiple of what is written in it. */
const LEADING = 1.2;
/** Heights that differ by less are of one line of text. */
const SAME_LINE = 4;

/** `drop`: from the last line of the upper span down to the line that follows it; `beside`: round by a side of the text. */
type Route =
  | { readonly kind: 'over' }
  | { readonly kind: 'drop'; readonly upper: 'from' | 'to' }
  | { readonly kind: 'beside'; readonly side: Side };

interface Planned {
  readonly link: TextLink;
  readonly from: TextEnd;
  readonly to: TextEnd;
  readonly route: Route;
  /** By line of text: of the span it comes from, or both; of the one it leads to; beside the text. */
  readonly lanes: readonly Lane[];
}

interface Lane {
  readonly of: Lanes;
  readonly number: number;
}

/** What of an arrow runs along a line of text, and how high a label stands there. */
interface Run {
  readonly from: number;
  readonly to: number;
  readonly y: number;
}

/** One arrow at a span's upper or lower edge, and how far away it goes: to the left is less than 0. */
interface Port {
  readonly id: string;
  readonly at: 'from' | 'to';
  readonly box: Box;
  readonly pull: number;
}

/**
 * Lays out relations within a text: they leave a span above its first line, run between the lines in lanes, and from line
 * to line in lanes beside the text. What comes first stays as it is when there is one more after it.
 */
export function layArcs(ends: ReadonlyMap<string, TextEnd>, links: readonly TextLink[], room: Room): ArcLayout {
  const channels = new Channels();
  const beside = { left: new Lanes(BESIDE), right: new Lanes(BESIDE) };
  const planned = links.flatMap((link): Planned[] => {
    const [from, to] = [ends.get(link.from), ends.get(link.to)];
    return from && to ? [plan(link, from, to, room, channels, beside)] : [];
  });
  const counts = { left: beside.left.count, right: beside.right.count };
  const ports = placePorts(planned, room);
  const gap = gapOf(ends);
  const chips = new ChipPlaces();
  const arcs = planned.map((each) => draw(each, ports, gap, counts, room, chips));
  const lanes = new Map(planned.map(({ link, lanes }) => [link.id, lanes.map(({ number }) => number)] as const));
  return { arcs, lanes, beside: counts };
}

/** The rooms above lines of text, by the line's height. */
class Channels {
  readonly #byHeight = new Map<number, { readonly top: number; readonly lanes: Lanes }>();

  at(top: number): Lanes {
    const key = Math.floor(top / (2 * SAME_LINE));
    for (const near of [key, key - 1, key + 1]) {
      const known = this.#byHeight.get(near);
      if (known && Math.abs(known.top - top) <= SAME_LINE) return known.lanes;
    }
    const lanes = new Lanes(BETWEEN);
    this.#byHeight.set(key, { top, lanes });
    return lanes;
  }
}

function plan(
  link: TextLink,
  from: TextEnd,
  to: TextEnd,
  room: Room,
  channels: Channels,
  beside: Readonly<Record<Side, Lanes>>,
): Planned {
  const route = routeOf(from, to, room);
  const ends = [link.from, link.to] as const;
  const strand = (a: number, b: number, stems: Strand['stems']): Strand => {
    const length = Math.abs(b - a);
    return {
      from: Math.min(a, b),
      to: Math.max(a, b),
      stems,
      ends,
      wish: length < 140 ? 0 : length < 360 ? 1 : 2,
    };
  };
  const laneOf = (of: Lanes, strand: Strand): Lane => ({ of, number: of.take(strand) });
  const done = (...lanes: readonly Lane[]) => ({ link, from, to, route, lanes });
  const [a, b] = [middleOf(from.first), middleOf(to.first)];
  if (route.kind === 'over') {
    const stems = [a, b].map(({ x }) => ({ at: x, side: 'inner' as const }));
    return done(laneOf(channels.at(from.first.top), strand(a.x, b.x, stems)));
  }
  if (route.kind === 'drop') {
    const upper = middleOf((route.upper === 'from' ? from : to).last).x;
    const lower = route.upper === 'from' ? to : from;
    const { x } = middleOf(lower.first);
    const stems = [
      { at: upper, side: 'outer' },
      { at: x, side: 'inner' },
    ] as const;
    return done(laneOf(channels.at(lower.first.top), strand(upper, x, stems)));
  }
  const edge = room[route.side];
  const lanes = [from, to].map(({ first }) => {
    const { x } = middleOf(first);
    return laneOf(channels.at(first.top), strand(x, edge, [{ at: x, side: 'inner' }]));
  });
  const span = Math.abs(a.y - b.y);
  const lines = Math.max(1, span / (2 * (from.first.bottom - from.first.top) || 1));
  const lane = laneOf(beside[route.side], {
    from: Math.min(a.y, b.y),
    to: Math.max(a.y, b.y),
    stems: [a, b].map(({ y }) => ({ at: y, side: 'inner' as const })),
    ends,
    wish: Math.min(BESIDE - 1, Math.floor(Math.log2(lines))),
  });
  return done(...lanes, lane);
}

function routeOf(from: TextEnd, to: TextEnd, room: Room): Route {
  const [a, b] = [from.first, to.first];
  if (Math.abs(a.top - b.top) <= SAME_LINE) return { kind: 'over' };
  const [upper, lower] = a.top < b.top ? [from, to] : [to, from];
  const between = lower.first.top - upper.last.bottom;
  const high = lower.first.bottom - lower.first.top;
  if (between > -high / 4 && between < LEADING * high) return { kind: 'drop', upper: upper === from ? 'from' : 'to' };
  const [x, y] = [middleOf(a).x, middleOf(b).x];
  return { kind: 'beside', side: x + y - 2 * room.left < 2 * room.right - x - y ? 'left' : 'right' };
}

/** How much is free between two lines of text, in CSS pixels; a guess where no two of them follow one another. */
function gapOf(ends: ReadonlyMap<string, TextEnd>): number {
  const tops = [...new Set([...ends.values()].map(({ first }) => Math.round(first.top)))].sort((a, b) => a - b);
  let [gap, high] = [14, 0];
  for (const { first } of ends.values()) high = Math.max(high, first.bottom - first.top);
  for (const [index, top] of tops.entries()) {
    const pitch = top - (tops[index - 1] ?? Number.NEGATIVE_INFINITY);
    if (pitch > high) gap = Math.min(gap, pitch - high);
  }
  return gap;
}

/** How far apart the lanes above a line are: few have more room. */
const laneStep = (gap: number, lanes: number): number =>
  Math.max(STEP.least, Math.min(STEP.most, (gap - OFF - 1) / Math.max(1, lanes - 1)));

/** Where arrows touch their spans: side by side, those that go far to a side within those that go less far. */
function placePorts(planned: readonly Planned[], room: Room): ReadonlyMap<string, number> {
  const byEdge = new Map<string, Port[]>();
  for (const { link, from, to, route } of planned) {
    for (const at of ['from', 'to'] as const) {
      const [own, other] = at === 'from' ? [from, to] : [to, from];
      const below = route.kind === 'drop' && route.upper === at;
      const box = below ? own.last : own.first;
      const { x } = middleOf(box);
      const far = route.kind === 'drop' && !below ? other.last : other.first;
      const pull =
        route.kind === 'beside'
          ? (room[route.side] - x) * 2 + (route.side === 'left' ? -1000 : 1000)
          : middleOf(far).x - x || (at === 'from' ? -1 : 1);
      const key = `${below} ${link[at]}`;
      const port = { id: link.id, at, box, pull };
      const known = byEdge.get(key);
      if (known) known.push(port);
      else byEdge.set(key, [port]);
    }
  }
  const places = new Map<string, number>();
  for (const ports of byEdge.values()) {
    const toLeft = ports.filter(({ pull }) => pull < 0).sort((a, b) => b.pull - a.pull);
    const toRight = ports.filter(({ pull }) => pull >= 0).sort((a, b) => b.pull - a.pull);
    const { left, right } = (ports[0] as Port).box;
    const step = ports.length < 2 ? 0 : Math.min(PORT, Math.max(0, right - left - 8) / (ports.length - 1));
    for (const [index, { id, at }] of [...toLeft, ...toRight].entries()) {
      places.set(`${at} ${id}`, (left + right) / 2 + (index - (ports.length - 1) / 2) * step);
    }
  }
  return places;
}

function draw(
  { link, from, to, route, lanes }: Planned,
  ports: ReadonlyMap<string, number>,
  gap: number,
  counts: ArcLayout['beside'],
  room: Room,
  chips: ChipPlaces,
): Drawing {
  const x = (at: 'from' | 'to') => ports.get(`${at} ${link.id}`) ?? 0;
  const above = ({ first }: TextEnd, lane: Lane | undefined) =>
    first.top - OFF - placeOf(lane) * laneStep(gap, lane?.of.count ?? 1);
  const [x1, x2] = [x('from'), x('to')];
  const onTop = (end: TextEnd, at: number): Tip => ({ x: at, y: end.first.top, dx: 0, dy: 1 });
  const under = (end: TextEnd, at: number): Tip => ({ x: at, y: end.last.bottom + 1, dx: 0, dy: -1 });
  let tips: readonly [Tip, Tip] = [onTop(from, x1), onTop(to, x2)];
  let corners: readonly Point[];
  let runs: readonly Run[];
  const run = (a: number, b: number, { first }: TextEnd, y: number): Run => ({
    from: a,
    to: b,
    y: Math.max(y, first.top - CHIP_UP),
  });
  if (route.kind === 'beside') {
    const at = besideX(route.side, placeOf(lanes[2]), counts, room);
    const [y1, y2] = [above(from, lanes[0]), above(to, lanes[1])];
    corners = [
      { x: x1, y: y1 },
      { x: at, y: y1 },
      { x: at, y: y2 },
      { x: x2, y: y2 },
    ];
    runs = [run(x1, at, from, y1), run(x2, at, to, y2)];
  } else {
    if (route.kind === 'drop') tips = route.upper === 'from' ? [under(from, x1), tips[1]] : [tips[0], under(to, x2)];
    const lower = route.kind === 'drop' && route.upper === 'from' ? to : from;
    const y = above(lower, lanes[0]);
    corners = [
      { x: x1, y },
      { x: x2, y },
    ];
    runs = [run(x1, x2, lower, y)];
  }
  const stopped = tips.map((tip, index) => (link.headed[index as 0] ? behind(tip) : tip));
  const points = [stopped[0] as Point, ...corners, stopped[1] as Point];
  const heights = points.map(({ y }) => y);
  const chip = link.chip > 0 ? chips.place(chipPlaces(runs, link.chip, room), link.chip) : undefined;
  return {
    id: link.id,
    path: roundedPath(points, RADIUS),
    tips,
    headed: link.headed,
    top: Math.min(...heights),
    bottom: Math.max(...heights),
    ...(chip && { chip }),
  };
}

const placeOf = (lane: Lane | undefined): number => (lane ? lane.of.place(lane.number) : 0);

function besideX(side: Side, lane: number, counts: ArcLayout['beside'], room: Room): number {
  const wide = side === 'left' ? room.leftGutter : room.rightGutter;
  const step = Math.min(STEP.beside, Math.max(0, wide - 6) / Math.max(1, counts[side] - 1));
  const off = 3 + lane * step;
  return side === 'left' ? room.left - off : room.right + off;
}

/** The middles that a label may have: on the longest stretch first, from its middle outward. */
function* chipPlaces(
  runs: readonly Run[],
  width: number,
  { left, leftGutter, right, rightGutter }: Room,
): Generator<Point> {
  const long = ({ from, to }: Run) => Math.abs(from - to);
  const [least, most] = [left - leftGutter + width / 2 + 1, right + rightGutter - width / 2 - 1];
  const within = (x: number) => Math.max(least, Math.min(most, x));
  for (const run of [...runs].sort((a, b) => long(b) - long(a))) {
    const { from, to, y } = run;
    const middle = (from + to) / 2;
    yield { x: within(middle), y };
    for (let off = CHIP_STEP; off <= long(run) / 2; off += CHIP_STEP) {
      yield { x: within(middle - off), y };
      yield { x: within(middle + off), y };
    }
  }
}
