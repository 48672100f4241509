import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { encapsulatedFrames } from '../../../../src/media/dicom/encapsulated-frames.js';
import { parseDicom } from '../../../../src/media/dicom/parse-dicom.js';
import { described, type Fragments, JPEG, PIXELS, part10, type Written } from './written-dicom.js';

/** A fragment that begins a code stream, or goes on with one. */
const start = (...more: number[]) => Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, ...more);
const rest = (...more: number[]) => Uint8Array.of(1, 2, ...more);

/** The bytes of each frame. */
function framesOf(value: Fragments, count: number, more: readonly Written[] = []): number[][] {
  const file = parseDicom(part10(JPEG, [...described(), ...more, [PIXELS, 'OB', value]]));
  assert.ok(typeof file !== 'string');
  return encapsulatedFrames(file.set, file.pixels?.fragments ?? [], count).map((frame) =>
    frame.flatMap(([from, to]) => [...file.bytes.subarray(from, to)]),
  );
}

const two = [start(1, 1), rest(3, 3), start(2, 2), rest(4, 4)];
const expected = [
  [...start(1, 1), ...rest(3, 3)],
  [...start(2, 2), ...rest(4, 4)],
];

describe('encapsulatedFrames', () => {
  it('goes by the offset table', () => {
    assert.deepEqual(framesOf({ fragments: two, table: [0, 26] }, 2), expected);
  });

  it('goes by the extended offset table', () => {
    const extended: Written = [0x7fe00001, 'OV', Uint8Array.from([...new Uint8Array(8), 26, ...new Uint8Array(7)])];
    assert.deepEqual(framesOf({ fragments: two }, 2, [extended]), expected);
  });

  it('goes by how streams begin where there is no table, or a wrong one', () => {
    assert.deepEqual(framesOf({ fragments: two }, 2), expected);
    assert.deepEqual(framesOf({ fragments: two, table: [0, 25] }, 2), expected);
    assert.deepEqual(framesOf({ fragments: two, table: [7, 3, 99] }, 2), expected);
  });

  it('takes one fragment as a frame where there are as many, and all where there is one frame', () => {
    assert.deepEqual(framesOf({ fragments: [rest(1, 1), rest(2, 2)] }, 2), [[...rest(1, 1)], [...rest(2, 2)]]);
    assert.deepEqual(framesOf({ fragments: [start(1, 1), rest(2, 2)] }, 1), [[...start(1, 1), ...rest(2, 2)]]);
    assert.deepEqual(framesOf({ fragments: [start(1, 1), rest(2, 2)], table: [0] }, 1), [
      [...start(1, 1), ...rest(2, 2)],
    ]);
  });

  it('has the frames that are there where the file is cut', () => {
    assert.deepEqual(framesOf({ fragments: two.slice(0, 2), table: [0, 26, 52], open: true }, 3), [expected[0]]);
    assert.deepEqual(framesOf({ fragments: [] }, 3), []);
  });
});
