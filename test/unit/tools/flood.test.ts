import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { eachSpan, Flood } from '../../../src/tools/flood.js';

/** A grey picture, each character a pixel of ten times its digit. */
const picture = (...rows: string[]) => {
  const [width, height] = [rows[0]?.length ?? 0, rows.length];
  const data = new Uint8ClampedArray(width * height * 4);
  for (const [at, digit] of [...rows.join('')].entries()) {
    data.set([+digit * 10, +digit * 10, +digit * 10, 255], at * 4);
  }
  return { width, height, data };
};

/** What is filled, as rows of # and dots. */
const fill = (pixels: ReturnType<typeof picture>, x: number, y: number, tolerance: number, radius = 0) => {
  const rows = Array.from({ length: pixels.height }, () => Array.from({ length: pixels.width }, () => '.'));
  eachSpan(new Flood(pixels, x, y).within(tolerance), radius, (row, left, right) => {
    assert.ok(left < right);
    for (let at = left; at < right; at++) {
      assert.equal(rows[row]?.[at], '.');
      (rows[row] as string[])[at] = '#';
    }
  });
  return rows.map((row) => row.join(''));
};

describe('Flood', () => {
  it('fills what hangs together with the pixel and is like it', () => {
    const pixels = picture('1100110', '1100110', '0000011', '1111110');
    assert.deepEqual(fill(pixels, 4, 0, 0), ['....##.', '....##.', '.....##', '######.']);
    assert.deepEqual(fill(pixels, 2, 0, 5), ['..##...', '..##...', '#####..', '.......']);
  });

  it('goes round corners, into pockets, and up again behind them', () => {
    const pixels = picture(
      '000000000',
      '011111110',
      '010000010',
      '010111010',
      '010101010',
      '010100010',
      '010111111',
      '010000000',
      '011111111',
    );
    const inside = fill(pixels, 4, 4, 0);
    assert.deepEqual(inside, [
      '.........',
      '.........',
      '..#####..',
      '..#...#..',
      '..#.#.#..',
      '..#.###..',
      '..#......',
      '..#######',
      '.........',
    ]);
    assert.deepEqual(fill(pixels, 0, 0, 255), everything(9, 9));
  });

  it('compares with the colour that was picked, by the largest difference of a channel', () => {
    const steps = picture('0123456');
    assert.deepEqual(fill(steps, 0, 0, 30), ['####...']);
    assert.deepEqual(fill(steps, 3, 0, 10), ['..###..']);
    const red = picture('00');
    red.data[4] = 40;
    assert.deepEqual(fill(red, 0, 0, 39), ['#.']);
    assert.deepEqual(fill(red, 0, 0, 40), ['##']);
    const clear = picture('00');
    clear.data[7] = 0;
    assert.deepEqual(fill(clear, 0, 0, 100), ['#.']);
  });

  it('finds the same as a plain search does, and more with each tolerance', () => {
    const rows = fc.array(fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 9, maxLength: 9 }), {
      minLength: 7,
      maxLength: 7,
    });
    fc.assert(
      fc.property(rows, fc.nat(8), fc.nat(6), (digits, x, y) => {
        const pixels = picture(...digits.map((row) => row.join('')));
        const flood = new Flood(pixels, x, y);
        for (const tolerance of [20, 0, 10]) {
          const { bits, left, top, right, bottom } = flood.within(tolerance);
          const found = new Set<number>();
          const todo = [[x, y]];
          for (const [px = 0, py = 0] of todo) {
            const value = digits[py]?.[px];
            const off = value === undefined ? Infinity : Math.abs(value - (digits[y]?.[x] ?? 0)) * 10;
            if (off > tolerance || found.has(py * 9 + px)) continue;
            found.add(py * 9 + px);
            todo.push([px + 1, py], [px - 1, py], [px, py + 1], [px, py - 1]);
          }
          assert.deepEqual(
            [...bits].flatMap((bit, at) => (bit ? [at] : [])),
            [...found].sort((a, b) => a - b),
          );
          const columns = [...found].map((at) => at % 9);
          const lines = [...found].map((at) => Math.floor(at / 9));
          assert.deepEqual(
            [left, top, right, bottom],
            [Math.min(...columns), Math.min(...lines), Math.max(...columns) + 1, Math.max(...lines) + 1],
          );
        }
      }),
    );
  });
});

const everything = (width: number, height: number) => Array.from({ length: height }, () => '#'.repeat(width));

describe('eachSpan', () => {
  /** A block of 22 by 22 in a picture of 30 by 30, with something done to it. */
  const block = (change: (rows: number[][]) => void) => {
    const rows = Array.from({ length: 30 }, (_, y) =>
      Array.from({ length: 30 }, (_, x) => (x >= 4 && x < 26 && y >= 4 && y < 26 ? 1 : 0)),
    );
    change(rows);
    return picture(...rows.map((row) => row.join('')));
  };
  const plain = fill(
    block(() => {}),
    10,
    10,
    0,
  );

  it('leaves straight edges and their corners as they are', () => {
    assert.deepEqual(
      fill(
        block(() => {}),
        10,
        10,
        0,
        5,
      ),
      plain,
    );
    assert.equal(plain[4], `....${'#'.repeat(22)}....`);
  });

  it('fills small holes and notches', () => {
    const holes = block((rows) => {
      for (const [x, y] of [
        [12, 12],
        [13, 12],
        [12, 13],
        [20, 8],
        [15, 4],
        [4, 15],
      ] as const) {
        (rows[y] as number[])[x] = 0;
      }
    });
    assert.notDeepEqual(fill(holes, 10, 10, 0), plain);
    assert.deepEqual(fill(holes, 10, 10, 0, 5), plain);
  });

  it('leaves large holes open', () => {
    const hole = block((rows) => {
      for (let y = 10; y < 20; y++) for (let x = 10; x < 20; x++) (rows[y] as number[])[x] = 0;
    });
    assert.deepEqual(fill(hole, 5, 5, 0, 5), fill(hole, 5, 5, 0));
  });

  it('keeps what is small or thin itself', () => {
    assert.deepEqual(fill(picture('00000', '01000', '00000'), 1, 1, 0, 5), ['.....', '.#...', '.....']);
    const line = picture('0'.repeat(30), `00${'1'.repeat(26)}00`, '0'.repeat(30));
    assert.deepEqual(fill(line, 5, 1, 0, 5), fill(line, 5, 1, 0));
  });

  it('fills a whole picture up to its edges', () => {
    const all = picture(...everything(30, 20).map((row) => row.replaceAll('#', '3')));
    assert.deepEqual(fill(all, 3, 3, 0, 5), everything(30, 20));
  });

  it('counts as the rule says, whatever the picture', () => {
    const rows = fc.array(fc.array(fc.constantFrom(1, 1, 1, 0), { minLength: 24, maxLength: 24 }), {
      minLength: 20,
      maxLength: 20,
    });
    fc.assert(
      fc.property(rows, fc.nat(6), (digits, radius) => {
        (digits[10] as number[])[12] = 1;
        const pixels = picture(...digits.map((row) => row.join('')));
        const filled = new Flood(pixels, 12, 10).within(0);
        const { width, height, bits, left, top, right, bottom } = filled;
        const reach = Math.min(radius, Math.floor((Math.min(right - left, bottom - top) - 1) / 4));
        const majority = (places: readonly (readonly [number, number])[]) => {
          const clamp = (value: number, size: number) => Math.max(0, Math.min(value, size - 1));
          const seen = places.filter(([x, y]) => bits[clamp(y, height) * width + clamp(x, width)] === 1);
          return seen.length * 2 > places.length;
        };
        const wanted = Array.from({ length: height }, (_, y) =>
          Array.from({ length: width }, (_, x) => {
            const offsets = Array.from({ length: reach * 2 + 1 }, (_, at) => at - reach);
            const row = majority(offsets.map((off) => [x + off, y] as const));
            return row || majority(offsets.map((off) => [x, y + off] as const)) ? '#' : '.';
          }).join(''),
        );
        const inBounds = wanted.map((row, y) =>
          [...row].map((cell, x) => (x >= left && x < right && y >= top && y < bottom ? cell : '.')).join(''),
        );
        assert.deepEqual(fill(pixels, 12, 10, 0, radius), inBounds);
      }),
    );
  });
});
