import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { Layer } from '../../../../src/contract/surface.js';
import { type Span, SpanIndex } from '../../../../src/surfaces/flow/span-index.js';

const layer = (id: string, start: number, end: number): Layer =>
  Object.freeze({
    id,
    marks: [{ draw: 'span', start, end } as const],
    colour: 'red',
    fillOpacity: 0.2,
    strokeWidth: 1,
  });
const index = (...layers: Layer[]) => {
  const made = new SpanIndex((point) => point);
  made.update(layers);
  return made;
};
const ids = (spans: readonly Span[]) => spans.map((span) => span.layer.id);
const tracks = (spans: readonly Span[]) => Object.fromEntries(spans.map((span) => [span.layer.id, span.track]));

describe('SpanIndex', () => {
  it('finds the spans that meet a stretch, in order of start', () => {
    const spans = index(layer('c', 20, 30), layer('a', 0, 100), layer('b', 5, 10));
    assert.deepEqual(ids(spans.meeting(8, 21)), ['a', 'b', 'c']);
    assert.deepEqual(ids(spans.meeting(10, 20)), ['a']);
  });

  it('counts a span that is given from its end as the same span', () => {
    assert.deepEqual(ids(index(layer('a', 9, 4)).meeting(4, 5)), ['a']);
  });

  it('counts in the units of the text', () => {
    const doubled = new SpanIndex((point) => 2 * point);
    doubled.update([layer('a', 3, 4)]);
    assert.deepEqual(ids(doubled.meeting(7, 8)), ['a']);
    assert.deepEqual(ids(doubled.meeting(3, 6)), []);
  });

  it('gives overlapping spans different tracks and lets others share', () => {
    const spans = index(layer('outer', 0, 50), layer('first', 0, 9), layer('second', 9, 20), layer('inner', 10, 15));
    assert.deepEqual(tracks(spans.meeting(0, 50)), { outer: 0, first: 1, second: 1, inner: 2 });
  });

  it('keeps the track of a span whose layer changes', () => {
    const [a, b] = [layer('a', 0, 10), layer('b', 5, 15)];
    const spans = index(a, b);
    spans.update([layer('a', 0, 4), b]);
    spans.update([layer('a', 0, 10), b]);
    assert.deepEqual(tracks(spans.meeting(0, 20)), { a: 0, b: 1 });
  });

  it('leaves the spans of unchanged layers as they are', () => {
    const [a, b] = [layer('a', 0, 10), layer('b', 5, 15)];
    const spans = index(a, b);
    const [before] = spans.of('a');
    spans.update([a, layer('b', 6, 12), layer('c', 1, 2)]);
    assert.equal(spans.of('a')[0], before);
  });

  it('says whether anything is new', () => {
    const a = layer('a', 0, 10);
    const spans = index(a);
    assert.equal(spans.update([a]), false);
    assert.equal(spans.update([]), true);
    assert.deepEqual(spans.of('a'), []);
  });

  it('sorts many new spans at once as it would one by one', () => {
    const many = Array.from({ length: 300 }, (_, i) => layer(`r${i}`, (i * 37) % 500, ((i * 37) % 500) + 1 + (i % 3)));
    const atOnce = index(...many);
    const oneByOne = index();
    for (let i = 1; i <= many.length; i++) oneByOne.update(many.slice(0, i));
    assert.deepEqual(ids(atOnce.meeting(100, 200)).sort(), ids(oneByOne.meeting(100, 200)).sort());
    const found = atOnce.meeting(0, 600);
    assert.equal(found.length, 300);
    for (const a of found) {
      for (const b of found) if (a !== b && a.start < b.end && b.start < a.end) assert.notEqual(a.track, b.track);
    }
  });

  it('finds the same however it came to be', () => {
    const range = fc.tuple(fc.nat(60), fc.integer({ min: 1, max: 20 }));
    const picture = fc.dictionary(fc.constantFrom(...'abcdefghij'), range, { maxKeys: 10 });
    fc.assert(
      fc.property(fc.array(picture, { minLength: 1, maxLength: 8 }), range, (pictures, [from, length]) => {
        const known = new Map<string, Layer>();
        const pick = (id: string, start: number, end: number) => {
          const key = `${id} ${start} ${end}`;
          if (!known.has(key)) known.set(key, layer(id, start, end));
          return known.get(key) as Layer;
        };
        const spans = index();
        let layers: Layer[] = [];
        for (const entries of pictures) {
          layers = Object.entries(entries).map(([id, [start, size]]) => pick(id, start, start + size));
          spans.update(layers);
        }
        const meets = ({ marks }: Layer) =>
          marks.some((mark) => mark.draw === 'span' && mark.start < from + length && mark.end > from);
        const found = spans.meeting(from, from + length);
        assert.deepEqual(
          ids(found).sort(),
          layers
            .filter(meets)
            .map(({ id }) => id)
            .sort(),
        );
        for (const a of found) {
          for (const b of found) {
            if (a !== b && a.start < b.end && b.start < a.end && found.length <= 8) assert.notEqual(a.track, b.track);
          }
        }
      }),
    );
  });
});
