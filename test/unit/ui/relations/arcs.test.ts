import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { layArcs, type Room, type TextEnd, type TextLink } from '../../../../src/ui/relations/arcs.js';
import type { Box, Chip } from '../../../../src/ui/relations/paths.js';

const room: Room = { left: 20, right: 620, leftGutter: 18, rightGutter: 40 };
const PITCH = 30;
const HIGH = 18;
const lineBox = (line: number, left: number, right: number): Box => ({
  left,
  top: 12 + line * PITCH,
  right,
  bottom: 12 + line * PITCH + HIGH,
});
const onLine = (line: number, left: number, wide = 60): TextEnd => {
  const first = lineBox(line, left, Math.min(620, left + wide));
  return { first, last: first };
};
const link = (id: string, from: string, to: string, chip = 40): TextLink => ({
  id,
  from,
  to,
  headed: [false, true],
  chip,
});

/** Spans on lines of a text, and relations among them. */
const texts = fc
  .array(
    fc.record({
      line: fc.integer({ min: 0, max: 30 }),
      left: fc.integer({ min: 20, max: 560 }),
      wide: fc.integer({ min: 4, max: 180 }),
      lines: fc.integer({ min: 1, max: 3 }),
    }),
    { minLength: 1, maxLength: 40 },
  )
  .chain((spans) => {
    const ends = new Map(
      spans.map(({ line, left, wide, lines }, index): [string, TextEnd] => {
        if (lines === 1) return [`s${index}`, onLine(line, left, wide)];
        return [`s${index}`, { first: lineBox(line, left, 620), last: lineBox(line + lines - 1, 20, 20 + wide) }];
      }),
    );
    const at = fc.integer({ min: 0, max: spans.length - 1 });
    const one = fc.record({ from: at, to: at, chip: fc.integer({ min: 0, max: 120 }) });
    return fc.array(one, { maxLength: 60 }).map((links) => ({
      ends,
      links: links.map(({ from, to, chip }, index) => link(`r${index}`, `s${from}`, `s${to}`, chip)),
    }));
  });

const meet = (a: Box, b: Box) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
const numbersIn = (path: string) => path.match(/-?[\d.]+/g)?.map(Number) ?? [];

describe('layArcs', () => {
  it('lays no two labels over each other', () => {
    fc.assert(
      fc.property(texts, ({ ends, links }) => {
        const chips = layArcs(ends, links, room)
          .arcs.flatMap(({ chip }): Chip[] => (chip ? [chip] : []))
          .filter(({ free }) => free);
        for (const [index, chip] of chips.entries()) {
          for (const other of chips.slice(index + 1)) assert.ok(!meet(chip, other));
        }
      }),
    );
  });

  it('leaves all lanes as they are when there is one more relation', () => {
    fc.assert(
      fc.property(texts, ({ ends, links }) => {
        const before = layArcs(ends, links.slice(0, -1), room).lanes;
        const after = layArcs(ends, links, room).lanes;
        for (const [id, lanes] of before) assert.deepEqual(after.get(id), lanes);
      }),
    );
  });

  it('draws every relation whose spans are there, within the text and what is beside it', () => {
    fc.assert(
      fc.property(texts, ({ ends, links }) => {
        const { arcs } = layArcs(ends, links, room);
        assert.deepEqual(
          arcs.map(({ id }) => id),
          links.map(({ id }) => id),
        );
        for (const { path, tips } of arcs) {
          assert.ok(numbersIn(path).every(Number.isFinite));
          assert.ok(path.startsWith('M'));
          for (const { x } of tips) assert.ok(x >= room.left - 1 && x <= room.right + 1);
        }
      }),
    );
    assert.deepEqual(layArcs(new Map(), [link('r', 'a', 'b')], room).arcs, []);
  });

  it('runs above the line where both spans are on one, in the lane next to it', () => {
    const ends = new Map([
      ['a', onLine(2, 100)],
      ['b', onLine(2, 200)],
    ]);
    const [arc] = layArcs(ends, [link('r', 'a', 'b')], room).arcs;
    assert.deepEqual(arc?.tips, [
      { x: 130, y: 72, dx: 0, dy: 1 },
      { x: 230, y: 72, dx: 0, dy: 1 },
    ]);
    assert.equal(arc?.top, 67);
    assert.equal(((arc?.chip?.left ?? 0) + (arc?.chip?.right ?? 0)) / 2, 180);
  });

  it('gives relations over the same stretch lanes of their own, the short one within', () => {
    const ends = new Map([
      ['a', onLine(1, 20)],
      ['b', onLine(1, 120)],
      ['c', onLine(1, 220)],
      ['d', onLine(1, 500)],
    ]);
    const { lanes } = layArcs(ends, [link('long', 'a', 'd'), link('short', 'b', 'c')], room);
    const [[long = 0] = [], [short = 0] = []] = [lanes.get('long'), lanes.get('short')];
    assert.ok(short < long, `${short} < ${long}`);
  });

  it('lets a chain of relations run in one lane', () => {
    const ends = new Map([
      ['a', onLine(1, 20)],
      ['b', onLine(1, 120)],
      ['c', onLine(1, 220)],
    ]);
    const { lanes } = layArcs(ends, [link('r', 'a', 'b'), link('s', 'b', 'c')], room);
    assert.deepEqual(lanes.get('r'), lanes.get('s'));
  });

  it('goes straight down to a span below, and leads up to one above', () => {
    const ends = new Map([
      ['a', onLine(0, 100)],
      ['b', onLine(1, 300)],
    ]);
    const { arcs, beside } = layArcs(ends, [link('r', 'b', 'a')], room);
    assert.deepEqual(arcs[0]?.tips, [
      { x: 330, y: 42, dx: 0, dy: 1 },
      { x: 130, y: 31, dx: 0, dy: -1 },
    ]);
    assert.deepEqual(beside, { left: 0, right: 0 });
  });

  it('goes round by the side that is nearer, in lanes of their own', () => {
    const ends = new Map([
      ['a', onLine(0, 40)],
      ['b', onLine(6, 60)],
      ['c', onLine(1, 80)],
      ['d', onLine(4, 30)],
      ['e', onLine(2, 550)],
      ['f', onLine(9, 540)],
    ]);
    const { beside, lanes } = layArcs(ends, [link('r', 'a', 'b'), link('s', 'c', 'd'), link('t', 'e', 'f')], room);
    assert.deepEqual(beside, { left: 2, right: 1 });
    assert.ok((lanes.get('s')?.at(-1) ?? 0) < (lanes.get('r')?.at(-1) ?? 0), 'what is within is further in');
  });

  it('stops the line behind a head', () => {
    const ends = new Map([
      ['a', onLine(2, 100)],
      ['b', onLine(2, 200)],
    ]);
    const [both] = layArcs(ends, [{ ...link('r', 'a', 'b'), headed: [true, true] }], room).arcs;
    assert.match(both?.path ?? '', /^M130 68L/);
    assert.match(both?.path ?? '', /L230 68$/);
  });
});
