import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { mostUnpacked, unpackLzf } from '../../../../src/media/pcd/lzf.js';
import { packLzf } from '../../../support/media-pcd.mjs';

/** Bytes in which much comes again. */
const repetitive = fc
  .array(fc.tuple(fc.uint8Array({ minLength: 1, maxLength: 40 }), fc.integer({ min: 1, max: 60 })), { maxLength: 20 })
  .map((parts) => Uint8Array.from(parts.flatMap(([bytes, times]) => new Array(times).fill([...bytes]).flat())));

describe('unpackLzf', () => {
  it('gives back what was packed', () => {
    fc.assert(
      fc.property(fc.oneof(repetitive, fc.uint8Array({ maxLength: 2000 })), (bytes) => {
        const packed = packLzf(bytes);
        const unpacked = new Uint8Array(bytes.length);
        assert.equal(unpackLzf(packed, unpacked), bytes.length);
        assert.deepEqual(unpacked, bytes);
        assert.ok(bytes.length <= mostUnpacked(packed.length));
      }),
    );
  });

  it('gives the front of what was cut short', () => {
    fc.assert(
      fc.property(repetitive, fc.nat(), (bytes, at) => {
        const packed = packLzf(bytes);
        const unpacked = new Uint8Array(bytes.length);
        const length = unpackLzf(packed.subarray(0, at % (packed.length + 1)), unpacked);
        assert.deepEqual(unpacked.subarray(0, length), bytes.subarray(0, length));
      }),
    );
  });

  it('stops at what cannot be meant, and writes no more than there is room for', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 500 }), fc.nat(600), (garbage, room) => {
        const length = unpackLzf(garbage, new Uint8Array(room));
        assert.ok(length >= 0 && length <= room);
      }),
    );
    // A copy from before the start.
    assert.equal(unpackLzf(Uint8Array.of(0, 65, 0x20, 5), new Uint8Array(9)), 1);
  });
});
