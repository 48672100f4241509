import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { readNumberRows, type Slot } from '../../../../src/media/pcd/number-rows.js';

/** The numbers of the wanted columns of each line. */
function read(text: string, columns: number, { wanted = [...Array(columns).keys()], most = 1000 } = {}) {
  const bytes = new TextEncoder().encode(text);
  const values = new Float64Array(most * wanted.length);
  const slots = Array.from({ length: columns }, (_, column): Slot | undefined => {
    const at = wanted.indexOf(column);
    return at < 0 ? undefined : { values, at, step: wanted.length };
  });
  const { count, odd, rest } = readNumberRows(bytes, 0, slots, most);
  const lines = Array.from({ length: count }, (_, line) => [
    ...values.subarray(line * wanted.length, (line + 1) * wanted.length),
  ]);
  return { lines, odd, rest };
}

describe('readNumberRows', () => {
  it('reads what Number reads, exactly up to 15 digits', () => {
    const digits = fc.tuple(fc.integer({ min: -(10 ** 15) + 1, max: 10 ** 15 - 1 }), fc.integer({ min: -22, max: 0 }));
    const plain = digits.map(([whole, power]) => `${whole}e${power}`);
    const short = fc
      .float({ noNaN: true, noDefaultInfinity: true, min: -1e6, max: 1e6 })
      .map((value) => value.toFixed(6));
    fc.assert(
      fc.property(fc.array(fc.oneof(plain, short), { minLength: 3, maxLength: 3 }), (words) => {
        assert.deepEqual(read(`${words.join(' ')}\n`, 3).lines, [words.map(Number)]);
      }),
    );
  });

  it('reads any number as near as a float needs it', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        const [[got = 0] = []] = read(`${value}\n`, 1).lines;
        assert.ok(Math.abs(got - value) <= Math.abs(value) * 2e-15 + 5e-324, `${got} for ${value}`);
      }),
    );
  });

  it('takes blanks, tabs, CRLF, blank lines and a last line without an end', () => {
    assert.deepEqual(read('  1\t2 \r\n\r\n\n 3  +4\r\n-5 6', 2).lines, [
      [1, 2],
      [3, 4],
      [-5, 6],
    ]);
  });

  it('takes the ways in which programs write what is no number', () => {
    assert.deepEqual(read('nan -nan NaN -1.#IND\ninf -inf Infinity nan(0x1)\n', 4), {
      lines: [
        [NaN, NaN, NaN, NaN],
        [Infinity, -Infinity, Infinity, NaN],
      ],
      odd: 0,
      rest: false,
    });
  });

  it('reads only the columns that are wanted', () => {
    assert.deepEqual(read('a 1 b 2 c\nd 3 e 4 f\n', 5, { wanted: [1, 3] }), {
      lines: [
        [1, 2],
        [3, 4],
      ],
      odd: 0,
      rest: false,
    });
  });

  it('counts lines that lack numbers, and keeps them in their place', () => {
    assert.deepEqual(read('1 2\n3\nx 5\n1.2.3 --4\n. e5\n7 8\n', 2), {
      lines: [
        [1, 2],
        [3, NaN],
        [NaN, 5],
        [NaN, NaN],
        [NaN, NaN],
        [7, 8],
      ],
      odd: 4,
      rest: false,
    });
  });

  it('leaves out a last line that is cut short', () => {
    assert.deepEqual(read('1 2 3\n4 5', 3).lines, [[1, 2, 3]]);
  });

  it('stops at the most, and says that there is more', () => {
    assert.deepEqual(read('1\n2\n3\n', 1, { most: 2 }), { lines: [[1], [2]], odd: 0, rest: true });
    assert.equal(read('1\n2\n \n', 1, { most: 2 }).rest, false);
  });

  it('comes to an end on any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        const slots = [0, 1, 2].map((at): Slot => ({ values: new Float64Array(3 * 500), at, step: 3 }));
        const { count, odd } = readNumberRows(bytes, 0, slots, 500);
        assert.ok(odd <= count && count <= 400);
      }),
    );
  });
});
