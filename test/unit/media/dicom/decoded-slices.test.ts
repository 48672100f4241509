import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { DecodedSlices } from '../../../../src/media/dicom/decoded-slices.js';
import type { Slice, SlicePixels } from '../../../../src/media/dicom/slice.js';
import type { Outcome } from '../../../../src/model/problem.js';
import { sliceWith } from './slice-with.js';

const settled = () => new Promise((resolve) => setImmediate(resolve));

/** As many hands as are said; slices are done when the test says so. Each takes 32 bytes. */
function bench(count: number, { hands = 1, budget = 1e6, broken = [] as readonly number[] } = {}) {
  const slices = Array.from({ length: count }, (_, i) => sliceWith({ name: `${i}` }));
  const running: { readonly slice: Slice; finish(): void }[] = [];
  const order: string[] = [];
  const pixels: SlicePixels = { kind: 'grey', width: 4, height: 4, values: new Uint16Array(16) };
  const decoded = new DecodedSlices(
    {
      decode: (slice) =>
        new Promise<Outcome<SlicePixels>>((resolve) => {
          order.push(slice.name);
          const outcome = broken.includes(Number(slice.name)) ? { problems: [] } : { value: pixels };
          const finish = () => {
            running.splice(running.indexOf(job), 1);
            resolve(outcome);
          };
          const job = { slice, finish };
          running.push(job);
        }),
      idle: () => running.length < hands,
      neighbours: () => slices,
      onDecoded: () => {},
    },
    budget,
  );
  const finish = async (times = 1) => {
    for (let i = 0; i < times && running.length > 0; i++) {
      running[0]?.finish();
      await settled();
    }
  };
  const kept = () => slices.flatMap((slice, i) => (decoded.get(slice) ? [i] : []));
  return { slices, decoded, order, running, finish, kept };
}

describe('DecodedSlices', () => {
  it('decodes what was asked for, then what lies nearest in the direction of looking', async () => {
    const { slices, decoded, order, finish } = bench(20);
    decoded.ask(slices[5] as Slice);
    await finish();
    decoded.ask(slices[6] as Slice);
    await finish(8);
    assert.deepEqual(order.slice(0, 9), ['5', '6', '7', '8', '9', '10', '4', '11', '12']);
  });

  it('decodes the last that was asked for first, and none that nobody waits for', async () => {
    const { slices, decoded, order, finish } = bench(20);
    const controllers = slices.map(() => new AbortController());
    const answers = [9, 3, 12, 17].map((i) => decoded.ask(slices[i] as Slice, controllers[i]?.signal));
    const aborted = assert.rejects(answers[2] as Promise<unknown>, /not wanted/);
    controllers[12]?.abort(new Error('not wanted'));
    await finish(3);
    await aborted;
    assert.deepEqual(order.slice(0, 3), ['9', '17', '3']);
    assert.ok((await answers[3])?.value);
  });

  it('answers all who ask for the same, and has it at once the next time', async () => {
    const { slices, decoded, order, finish } = bench(1);
    const answers = [decoded.ask(slices[0] as Slice), decoded.ask(slices[0] as Slice)];
    await finish();
    assert.equal((await answers[0])?.value, (await answers[1])?.value);
    assert.ok((await decoded.ask(slices[0] as Slice)).value);
    assert.deepEqual(order, ['0']);
  });

  it('keeps to its memory, and does not decode in circles', async () => {
    fc.assert(
      await fc.asyncProperty(
        fc.integer({ min: 1, max: 12 }),
        fc.array(fc.nat(29), { minLength: 1, maxLength: 8 }),
        fc.integer({ min: 1, max: 3 }),
        async (room, looks, hands) => {
          const { slices, decoded, order, running, finish, kept } = bench(30, { budget: room * 32, hands });
          for (const look of looks) {
            const answer = decoded.ask(slices[look] as Slice);
            const before = order.length;
            await finish(200);
            assert.ok((await answer).value);
            assert.equal(running.length, 0);
            assert.ok(order.length - before <= room + hands + 1);
            assert.ok(kept().length <= room);
            assert.ok(kept().includes(look));
            // What is kept lies without gaps round what is looked at.
            assert.equal(Math.max(...kept()) - Math.min(...kept()) + 1, kept().length);
          }
        },
      ),
    );
  });

  it('tries again what could not be decoded, when it is asked for', async () => {
    const { slices, decoded, order, finish } = bench(3, { broken: [1] });
    decoded.ask(slices[0] as Slice);
    await finish(9);
    assert.deepEqual(order, ['0', '1', '2']);
    const again = decoded.ask(slices[1] as Slice);
    await finish(9);
    assert.equal((await again).value, undefined);
    assert.deepEqual(order, ['0', '1', '2', '1']);
  });
});
