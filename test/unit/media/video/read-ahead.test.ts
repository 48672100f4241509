import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { readAhead } from '../../../../src/media/video/read-ahead.js';

describe('readAhead', () => {
  it('gives the same bytes as it is asked for, with fewer reads', async () => {
    const file = Uint8Array.from({ length: 50_000 }, (_, at) => at % 251);
    const wishes = fc.array(fc.tuple(fc.nat(51_000), fc.integer({ min: 1, max: 20_000 })), {
      minLength: 1,
      maxLength: 20,
    });
    await fc.assert(
      fc.asyncProperty(wishes, async (list) => {
        let reads = 0;
        const read = readAhead(async (offset, length) => {
          reads++;
          return file.slice(offset, offset + length);
        });
        for (const [offset, length] of list) {
          assert.deepEqual(await read(offset, length), file.subarray(offset, offset + length));
        }
        assert.ok(reads <= list.length);
      }),
      { numRuns: 30 },
    );
  });

  it('reads small pieces that lie together but once', async () => {
    let reads = 0;
    const read = readAhead(async (_offset, length) => {
      reads++;
      return new Uint8Array(length);
    });
    for (let at = 0; at < 1000; at += 16) await read(at, 16);
    assert.equal(reads, 1);
  });

  it('gives nothing where nothing can be had', async () => {
    assert.equal(await readAhead(async () => undefined)(0, 8), undefined);
  });
});
