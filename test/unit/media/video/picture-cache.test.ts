import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { PictureCache } from '../../../../src/media/video/picture-cache.js';

const MEGABYTE = 2 ** 20;

/** Pictures that say whether they were closed. */
const makePictures = () => {
  const open = new Set<object>();
  const make = () => {
    const picture = { close: () => assert.ok(open.delete(picture), 'closed twice') };
    open.add(picture);
    return picture;
  };
  return { open, make };
};

describe('PictureCache', () => {
  it('has room for sixty small pictures, fewer large ones, and never less than three', () => {
    assert.equal(new PictureCache(MEGABYTE, () => MEGABYTE).limit, 60);
    assert.equal(new PictureCache(8 * MEGABYTE, () => 1).limit, 32);
    assert.equal(new PictureCache(500 * MEGABYTE, () => 1).limit, 3);
    assert.equal(new PictureCache(0, () => 0).limit, 60);
  });

  it('keeps more of pictures that take less than was planned for', () => {
    const { make } = makePictures();
    const cache = new PictureCache(80 * MEGABYTE, () => 30 * MEGABYTE);
    for (let frame = 1; frame < 100; frame++) cache.put(frame, make());
    assert.deepEqual([cache.limit, cache.size], [3, 8]);
  });

  it('lets go what was not looked at for longest', () => {
    const { make } = makePictures();
    const cache = new PictureCache(100 * MEGABYTE, () => 80 * MEGABYTE);
    for (const frame of [1, 2, 3]) cache.put(frame, make());
    cache.get(1);
    cache.put(4, make());
    assert.deepEqual(
      [1, 2, 3, 4].map((frame) => cache.has(frame)),
      [true, false, true, true],
    );
  });

  it('closes what goes, once, and nothing that is still kept or held', () => {
    const step = fc.record({
      act: fc.constantFrom('put', 'get', 'hold', 'release'),
      frame: fc.integer({ min: 1, max: 9 }),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 200 }), (steps) => {
        const { open, make } = makePictures();
        const cache = new PictureCache<{ close(): void }>(60 * MEGABYTE, () => 60 * MEGABYTE);
        const held = new Map<number, number>();
        for (const { act, frame } of steps) {
          const times = held.get(frame) ?? 0;
          if (act === 'put') cache.put(frame, make());
          else if (act === 'get') cache.get(frame);
          else if (act === 'hold') {
            // Only what is there can be held from going.
            if (!cache.has(frame)) continue;
            cache.hold(frame);
            held.set(frame, times + 1);
          } else if (times > 0) {
            cache.release(frame);
            held.set(frame, times - 1);
          }
          for (const [one, count] of held) assert.ok(count === 0 || cache.has(one), 'a held picture went');
          assert.equal(open.size, cache.size);
          const holding = [...held.values()].filter((count) => count > 0).length;
          assert.ok(cache.size <= Math.max(cache.limit, holding + 1));
        }
        cache.clear();
        assert.equal(open.size, 0);
      }),
    );
  });
});
