import type { Intent } from '../contract/tool.js';
import { type Box, boxOf, mayTurn, turnEach } from './group.js';
import { type Env, type Moved, pickUp, reshape } from './moved.js';

/** A region and the box round it. */
interface Boxed {
  readonly one: Moved;
  readonly box: Box;
}

/** Along which axis they are moved, and by how much each. */
interface Shift {
  readonly axis: 0 | 1;
  by(boxes: readonly Boxed[]): readonly number[];
}

const startOf = ({ box }: Boxed, axis: 0 | 1) => box[0][axis];
const endOf = ({ box }: Boxed, axis: 0 | 1) => box[1][axis];
const middleOf = (each: Boxed, axis: 0 | 1) => (startOf(each, axis) + endOf(each, axis)) / 2;

const toStart = (axis: 0 | 1): Shift => ({
  axis,
  by: (boxes) => {
    const least = Math.min(...boxes.map((each) => startOf(each, axis)));
    return boxes.map((each) => least - startOf(each, axis));
  },
});

const toEnd = (axis: 0 | 1): Shift => ({
  axis,
  by: (boxes) => {
    const most = Math.max(...boxes.map((each) => endOf(each, axis)));
    return boxes.map((each) => most - endOf(each, axis));
  },
});

const toMiddle = (axis: 0 | 1): Shift => ({
  axis,
  by: (boxes) => {
    const [least, most] = [boxes.map((each) => startOf(each, axis)), boxes.map((each) => endOf(each, axis))];
    const middle = (Math.min(...least) + Math.max(...most)) / 2;
    return boxes.map((each) => middle - middleOf(each, axis));
  },
});

/** With the same space between each two; the first and the last stay. */
const apart = (axis: 0 | 1): Shift => ({
  axis,
  by: (boxes) => {
    const inLine = [...boxes].sort((a, b) => middleOf(a, axis) - middleOf(b, axis));
    const [first, last] = [inLine[0], inLine.at(-1)];
    if (!first || !last || inLine.length < 3) return boxes.map(() => 0);
    const filled = inLine.reduce((sum, each) => sum + endOf(each, axis) - startOf(each, axis), 0);
    const space = (endOf(last, axis) - startOf(first, axis) - filled) / (inLine.length - 1);
    const shifts = new Map<Boxed, number>();
    let next = startOf(first, axis);
    for (const each of inLine) {
      shifts.set(each, each === first || each === last ? 0 : next - startOf(each, axis));
      next += endOf(each, axis) - startOf(each, axis) + space;
    }
    return boxes.map((each) => shifts.get(each) ?? 0);
  },
});

const shifts: Readonly<Record<string, Shift>> = {
  'align-left': toStart(0),
  'align-centre': toMiddle(0),
  'align-right': toEnd(0),
  'align-top': toStart(1),
  'align-middle': toMiddle(1),
  'align-bottom': toEnd(1),
  'distribute-across': apart(0),
  'distribute-down': apart(1),
};

/** Degrees. */
const turns: Readonly<Record<string, number>> = { 'turn-left': -1, 'turn-right': 1 };
const FAR = 15;

/**
 * What is asked for when the selected regions are put in order: aligned or spread by the boxes round them, which is a
 * step of its own, or turned, each about its own middle, by a degree or with Shift by fifteen. Undefined for other keys.
 */
export function arrange(key: string, shift: boolean | undefined, env: Env): readonly Intent[] | undefined {
  const [how, degrees] = [shifts[key], turns[key]];
  if (!how && degrees === undefined) return undefined;
  const moved = env.selected.filter((id) => env.editable(id)).flatMap((id) => pickUp(id, env) ?? []);
  if (!how) return turnEach(moved.filter(mayTurn), (degrees ?? 0) * (shift ? FAR : 1), env);
  const boxes = moved.flatMap((one) => {
    const box = boxOf([one], env);
    return box ? [{ one, box }] : [];
  });
  const by = how.by(boxes);
  const as = key.startsWith('align') ? 'Align regions' : 'Distribute regions';
  const asked = boxes.flatMap(({ one }, index) => {
    const distance = by[index] ?? 0;
    const to = how.axis === 0 ? [distance, 0] : [0, distance];
    return distance === 0 ? [] : [reshape(one, 'body', [0, 0], to, as)];
  });
  return asked.length === 0 ? [] : [...asked, { ask: 'settle' }];
}
