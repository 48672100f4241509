import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { type Dict, isDict, isList, type Json } from '../../../../src/model/json.js';
import { cuboidShape } from '../../../../src/shapes/cuboid/shape.js';
import { videoRectangleShape } from '../../../../src/shapes/videorectangle/shape.js';
import { trackShape } from './support.js';

const { codec } = videoRectangleShape;
const number = fc.double({ noNaN: true, noDefaultInfinity: true });
const word = fc.string({ maxLength: 5 }).filter((key) => key !== '__proto__');

const item = fc
  .tuple(
    fc.dictionary(word, fc.jsonValue({ maxDepth: 1 }), { maxKeys: 2 }),
    fc.record(
      {
        frame: fc.oneof(fc.integer({ min: -3, max: 30 }), number),
        enabled: fc.oneof(fc.boolean(), fc.constantFrom(0, 1, 'yes', null)),
        x: number,
        y: number,
        width: number,
        height: number,
        rotation: number,
        time: fc.oneof(number, fc.constantFrom('0:01', null)),
      },
      { requiredKeys: ['frame', 'x', 'y', 'width', 'height'] },
    ),
  )
  .map(([unknown, known]) => ({ ...unknown, ...known }));

const about = fc.record(
  { framesCount: fc.oneof(fc.integer(), fc.constant('240'), fc.constant(null)), duration: number },
  { requiredKeys: [] },
);

/** Out and back by way of JSON, as a host would have it. */
const plain = (value: unknown) => JSON.parse(JSON.stringify(value)) as Json;

describe('trackCodec', () => {
  it('gives back any sequence digit for digit, unsorted, with frames that come twice and keys nobody knows', () => {
    fc.assert(
      fc.property(fc.array(item, { maxLength: 6 }), about, (sequence, more) => {
        const value = plain({ ...more, sequence }) as Dict;
        const { value: track } = codec.decode(value, {});
        assert.ok(track);
        assert.deepEqual(codec.encode(track, {}), value);
      }),
    );
  });

  it('gives back what nobody can read in its place', () => {
    const good = fc.record({ frame: fc.integer({ min: 1, max: 9 }), x: fc.integer() });
    const bad = fc.constantFrom<Json>(null, 'x', 7, [], {}, { frame: 3 }, { frame: '3', x: 1 }, { frame: 3, x: 'a' });
    fc.assert(
      fc.property(fc.array(fc.oneof(good, bad), { minLength: 1, maxLength: 8 }), good, (items, one) => {
        const value = { sequence: [...items, one] };
        const { value: track } = trackShape.codec.decode(value, {});
        assert.ok(track);
        assert.deepEqual(trackShape.codec.encode(track, {}), value);
      }),
    );
  });

  it('reads an empty list as a track without key frames', () => {
    assert.deepEqual(codec.decode({ sequence: [] }, {}), { value: { keys: [] } });
  });

  it('takes a key frame that does not say so for enabled', () => {
    const { value } = trackShape.codec.decode({ sequence: [{ frame: 1, x: 2 }] }, {});
    assert.equal(value?.keys[0]?.enabled, true);
  });

  for (const [what, value] of [
    ['no sequence', {}],
    ['a sequence that is no list', { sequence: { frame: 1 } }],
    ['a sequence of which nothing can be read', { sequence: [{ frame: 1 }, null] }],
    ['still boxes, where only tracks are', { x: 1, y: 2, width: 3, height: 4 }],
  ] as const) {
    it(`refuses ${what}`, () => {
      const { value: track, problems } = codec.decode(value, {});
      assert.equal(track, undefined);
      assert.deepEqual(
        problems?.map(({ code }) => code),
        ['result/unreadable'],
      );
    });
  }

  it('says in which frame the geometry is broken', () => {
    const { problems } = codec.decode({ sequence: [{ frame: 12, x: 1 }] }, {});
    assert.match(problems?.[0]?.message ?? '', /^In frame 12 of a track: .*wrong or missing: y, width, height/);
  });

  it('changes only the key frame that was edited, and keeps what else stands in it', () => {
    const sequence = [
      { frame: 1, x: 1, enabled: 1, note: 'a' },
      { frame: 5, x: 5, time: 0.2083, colour: [1, 2] },
    ];
    const { value: track } = trackShape.codec.decode({ sequence, framesCount: 9 }, {});
    assert.ok(track);
    const moved = trackShape.drag(track, 'spot', 0, 2, { facts: {}, frame: 5 }, {});
    assert.deepEqual(trackShape.codec.encode(moved, {}), {
      framesCount: 9,
      sequence: [sequence[0], { ...sequence[1], x: 7 }],
    });
  });

  it('writes a still geometry as such, and keeps one that stands beside a sequence', () => {
    const still = {
      position: { x: 1, y: 2, z: 3, of: 'lidar' },
      rotation: { x: 0, y: 0, z: 0.5 },
      size: { x: 4, y: 2, z: 1.5 },
    };
    for (const value of [
      still,
      { ...still, framesCount: 3 },
      { ...still, sequence: [{ frame: 2, enabled: true, ...still }] },
      { sequence: [{ frame: 2, ...still }], duration: 0.3 },
    ]) {
      const { value: track } = cuboidShape.codec.decode(value, {});
      assert.ok(track);
      assert.deepEqual(cuboidShape.codec.encode(track, {}), value);
    }
    assert.match(cuboidShape.codec.decode({ size: still.size }, {}).problems?.[0]?.message ?? '', /position, rotation/);
  });

  const cases = '../shared/conformance/cases';
  it('gives back the tracks of real tasks digit for digit', { skip: !existsSync(cases) && `no ${cases}` }, () => {
    let count = 0;
    for (const name of readdirSync(cases)) {
      const file = `${cases}/${name}/task.json`;
      if (!existsSync(file)) continue;
      for (const value of tracksIn(JSON.parse(readFileSync(file, 'utf8')) as Json)) {
        const { value: track } = codec.decode(value, {});
        assert.ok(track, `${name} cannot be read`);
        const { framesCount, duration, sequence } = value;
        const written = codec.encode(track, {});
        assert.equal(JSON.stringify(written.sequence), JSON.stringify(sequence), name);
        assert.deepEqual([written.framesCount, written.duration], [framesCount, duration], name);
        count++;
      }
    }
    assert.ok(count >= 5, `only ${count} found`);
  });
});

/** The values of all video boxes in a task. */
function tracksIn(json: Json): readonly Dict[] {
  if (isList(json)) return json.flatMap(tracksIn);
  if (!isDict(json)) return [];
  if (json.type === 'videorectangle' && isDict(json.value)) return [json.value];
  return Object.values(json).flatMap(tracksIn);
}
