import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { type CompletionDoc, type ControlValue, emptyDoc, type Region } from '../../../src/model/document.js';
import type { Dict, Json } from '../../../src/model/json.js';
import { decodeResults } from '../../../src/results/decode.js';
import { encodeResults } from '../../../src/results/encode.js';
import type { World } from '../../../src/results/world.js';
import { withRecord, worldOf } from '../../support/build.js';

const facts = { img: { width: 1200, height: 800 }, text: { text: 'Ada in Berlin, 😀' } };
const boxes = worldOf(
  `<View>
  <Image name="img" value="$image"/>
  <RectangleLabels name="box" toName="img"><Label value="Car"/><Label value="Bus"/></RectangleLabels>
  <RectangleLabels name="more" toName="img"><Label value="Red"/></RectangleLabels>
  <Choices name="seen" toName="img" perRegion="true"><Choice value="Yes"/></Choices>
  <Choices name="scene" toName="img"><Choice value="Town"/></Choices>
</View>`,
  facts,
);
const apart = worldOf(
  `<View>
  <Image name="img" value="$image"/>
  <Rectangle name="rect" toName="img"/>
  <Labels name="lbl" toName="img"><Label value="Car"/></Labels>
</View>`,
  facts,
);
const text = worldOf(
  `<View>
  <Text name="text" value="$text"/>
  <Labels name="ner" toName="text"><Label value="LOC"/></Labels>
  <Choices name="sure" toName="text" perRegion="true"><Choice value="Yes"/></Choices>
</View>`,
  facts,
);

const place = { x: 1, y: 2, width: 3, height: 4, rotation: 0 };
const moved = { ...place, x: 50.5 };

const item = (id: string, fromName: string, type: string, value: Dict, more: Dict = {}): Dict => ({
  id,
  from_name: fromName,
  to_name: 'img',
  type,
  value,
  ...more,
});
const car = item('r', 'box', 'rectanglelabels', { ...place, rectanglelabels: ['Car'] });
const seen = item('r', 'seen', 'choices', { ...place, choices: ['Yes'] });

const region = (more: Partial<Region> = {}): Region => ({
  id: 'new',
  order: 0,
  toName: 'img',
  fromName: 'box',
  shape: 'rectangle',
  geometry: place,
  ...more,
});
const said = (fromName: string, value: Json, more: Partial<ControlValue> = {}): ControlValue => ({
  id: `v-${fromName}`,
  order: 1,
  fromName,
  toName: 'img',
  regionId: 'new',
  value,
  ...more,
});
const docOf = (regions: readonly Region[], values: readonly ControlValue[] = []): CompletionDoc => ({
  ...emptyDoc,
  regions: new Map(regions.map((record) => [record.id, record])),
  values: new Map(values.map((record) => [record.id, record])),
});

/** What is written after the region `r` of these results was changed. */
function afterEdit(results: readonly Json[], world: World, change: Partial<Region>, id = 'r'): Json[] {
  const { doc } = decodeResults(results, world);
  return encodeResults(
    withRecord(doc, 'regions', id, (record) => record && { ...record, ...change }),
    world,
  );
}

/** What is written after the only value of a control was changed. */
function afterSaying(results: readonly Json[], world: World, fromName: string, value: Json | undefined): Json[] {
  const { doc } = decodeResults(results, world);
  const found = [...doc.values.values()].find((record) => record.fromName === fromName);
  assert.ok(found);
  const change = (record: ControlValue | undefined) =>
    record && value !== undefined ? { ...record, value } : undefined;
  return encodeResults(withRecord(doc, 'values', found.id, change), world);
}

describe('encodeResults of a new region', () => {
  it('writes a labelled box as one item in the type of its control', () => {
    assert.deepEqual(encodeResults(docOf([region()], [said('box', ['Car'], { order: 0 })]), boxes), [
      {
        id: 'new',
        from_name: 'box',
        to_name: 'img',
        type: 'rectanglelabels',
        origin: 'manual',
        original_width: 1200,
        original_height: 800,
        image_rotation: 0,
        value: { ...place, rectanglelabels: ['Car'] },
      },
    ]);
  });

  it('writes a box and its labels as two items with one id', () => {
    const doc = docOf([region({ fromName: 'rect' })], [said('lbl', ['Car'], { order: 0 })]);
    const written = encodeResults(doc, apart) as Dict[];
    assert.deepEqual(
      written.map(({ id, from_name, type, value, original_width }) => [id, from_name, type, value, original_width]),
      [
        ['new', 'rect', 'rectangle', place, 1200],
        ['new', 'lbl', 'labels', { ...place, labels: ['Car'] }, 1200],
      ],
    );
  });

  it('writes one item for each control, in the order of the config', () => {
    const values = [said('seen', ['Yes']), said('more', ['Red'], { order: 2 }), said('box', ['Car'], { order: 3 })];
    const written = encodeResults(docOf([region()], values), boxes) as Dict[];
    assert.deepEqual(
      written.map(({ from_name, value }) => [from_name, value]),
      [
        ['box', { ...place, rectanglelabels: ['Car'] }],
        ['more', { ...place, rectanglelabels: ['Red'] }],
        ['seen', { ...place, choices: ['Yes'] }],
      ],
    );
  });

  it('keeps empty labels', () => {
    const [written] = encodeResults(docOf([region()], [said('box', [])]), boxes) as Dict[];
    assert.deepEqual(written?.value, { ...place, rectanglelabels: [] });
  });

  it('repeats the marked text with what is said of it', () => {
    const marks = region({
      toName: 'text',
      fromName: 'ner',
      shape: 'span',
      geometry: { start: 7, end: 13, text: 'Berlin' },
    });
    const values = [said('ner', ['LOC'], { toName: 'text' }), said('sure', ['Yes'], { toName: 'text' })];
    const written = encodeResults(docOf([marks], values), text) as Dict[];
    assert.deepEqual(
      written.map(({ type, value }) => [type, value]),
      [
        ['labels', { start: 7, end: 13, text: 'Berlin', labels: ['LOC'] }],
        ['choices', { start: 7, end: 13, text: 'Berlin', choices: ['Yes'] }],
      ],
    );
    assert.equal('original_width' in (written[0] ?? {}), false);
  });

  it('writes page, parent, note, lock and score where there are any', () => {
    const parent = region({ id: 'p', order: 5 });
    const child = region({
      itemIndex: 0,
      parentId: 'p',
      meta: { text: ['n'] },
      readonly: true,
      score: 0.25,
      origin: 'prediction',
    });
    const [written, answer] = encodeResults(docOf([child, parent], [said('seen', ['Yes'])]), boxes) as Dict[];
    const { item_index, parentID, meta, readonly, score, origin } = written ?? {};
    assert.deepEqual(
      [item_index, parentID, meta, readonly, score, origin],
      [0, 'p', { text: ['n'] }, true, 0.25, 'prediction'],
    );
    assert.deepEqual(
      [answer?.item_index, answer?.parentID, answer?.meta, answer?.origin],
      [0, 'p', { text: ['n'] }, 'manual'],
    );
  });
});

describe('encodeResults of a new answer', () => {
  it('writes it without any geometry', () => {
    const answer: ControlValue = { id: 'c', order: 0, fromName: 'scene', toName: 'img', value: ['Town'], itemIndex: 1 };
    assert.deepEqual(encodeResults(docOf([], [answer]), boxes), [
      {
        id: 'c',
        from_name: 'scene',
        to_name: 'img',
        type: 'choices',
        origin: 'manual',
        item_index: 1,
        value: { choices: ['Town'] },
      },
    ]);
  });

  it('puts what is newly said of a region behind the region', () => {
    const other = { ...car, id: 'q' };
    const { doc } = decodeResults([car, other], boxes);
    const spoken = withRecord(doc, 'values', 'n', () => said('seen', ['Yes'], { id: 'n', regionId: 'r', order: 9 }));
    const written = encodeResults(spoken, boxes) as Dict[];
    assert.deepEqual(
      written.map(({ id, type }) => [id, type]),
      [
        ['r', 'rectanglelabels'],
        ['r', 'choices'],
        ['q', 'rectanglelabels'],
      ],
    );
    assert.deepEqual(written[1]?.value, { ...place, choices: ['Yes'] });
  });
});

describe('encodeResults of relations', () => {
  const other = { ...car, id: 'q' };

  it('writes new ones last', () => {
    const { doc } = decodeResults([car, other], boxes);
    const linked = withRecord(doc, 'relations', 'l', () => ({
      id: 'l',
      order: 0,
      fromId: 'r',
      toId: 'q',
      direction: 'right',
      labels: ['near'],
    }));
    assert.deepEqual(encodeResults(linked, boxes), [
      car,
      other,
      { type: 'relation', from_id: 'r', to_id: 'q', direction: 'right', labels: ['near'] },
    ]);
  });

  it('changes only what was changed', () => {
    const relation = { type: 'relation', from_id: 'r', to_id: 'q', direction: 'right', colour: 'red' };
    const { doc } = decodeResults([relation, car, other], boxes);
    const [id] = [...doc.relations.keys()];
    const turned = withRecord(doc, 'relations', id ?? '', (record) => record && { ...record, direction: 'left' });
    assert.deepEqual(encodeResults(turned, boxes), [{ ...relation, direction: 'left' }, car, other]);
  });

  it('gives a region with the id of another its own as soon as something refers to it, and not before', () => {
    const second = { ...car, value: { ...(car.value as Dict), x: 60 } };
    const { doc } = decodeResults([car, second, other], boxes);
    const fromId = [...doc.regions.values()].find(({ order }) => order === 1)?.id ?? '';
    assert.notEqual(fromId, 'r');
    assert.deepEqual(encodeResults(doc, boxes), [car, second, other]);
    const linked = withRecord(doc, 'relations', 'l', () => ({ id: 'l', order: 5, fromId, toId: 'q', direction: 'bi' }));
    const written = encodeResults(linked, boxes) as Dict[];
    assert.deepEqual(
      written.map(({ id, from_id }) => id ?? from_id),
      ['r', fromId, 'q', fromId],
    );
    const read = decodeResults(written, boxes);
    assert.deepEqual([read.problems, [...read.doc.relations.values()][0]?.fromId], [[], fromId]);
    const spoken = withRecord(doc, 'values', 'n', () => said('seen', ['Yes'], { id: 'n', regionId: fromId, order: 9 }));
    assert.deepEqual(
      (encodeResults(spoken, boxes) as Dict[]).map(({ id }) => id),
      ['r', fromId, fromId, 'q'],
    );
  });

  it('gives an id to a region that had none', () => {
    const { id: _id, ...bare } = car;
    const { doc } = decodeResults([bare, other], boxes);
    const [fromId = ''] = doc.regions.keys();
    const linked = withRecord(doc, 'relations', 'l', () => ({ id: 'l', order: 5, fromId, toId: 'q', direction: 'bi' }));
    const written = encodeResults(linked, boxes) as Dict[];
    assert.equal(written[0]?.id, fromId);
    assert.equal(written[2]?.from_id, fromId);
  });
});

describe('encodeResults after an edit', () => {
  it('moves one of two regions with one id, and leaves the other', () => {
    const second = { ...car, value: { ...(car.value as Dict), x: 60 } };
    assert.deepEqual(afterEdit([car, second], boxes, { geometry: moved }), [
      { ...car, value: { ...(car.value as Dict), ...moved } },
      second,
    ]);
  });

  it('moves the geometry in every item of the region and touches no other key and no other item', () => {
    const extended = { ...car, source: '$image', value: { ...(car.value as Dict), area: 12 } };
    const without = item('r', 'more', 'rectanglelabels', { rectanglelabels: ['Red'] });
    const other = { ...car, id: 'q' };
    assert.deepEqual(afterEdit([extended, seen, without, other], boxes, { geometry: moved }), [
      { ...extended, value: { ...extended.value, ...moved } },
      { ...seen, value: { ...(seen.value as Dict), ...moved } },
      without,
      other,
    ]);
  });

  it('writes new labels and leaves the digits of the geometry', () => {
    const drawn = { ...car, value: { x: 27.199999999999996, y: 2, width: 3, height: 4, rectanglelabels: ['Car'] } };
    assert.deepEqual(afterSaying([drawn], boxes, 'box', ['Bus']), [
      { ...drawn, value: { ...drawn.value, rectanglelabels: ['Bus'] } },
    ]);
  });

  it('keeps labels under the key where they were', () => {
    const generic = { ...car, value: { ...place, labels: ['Car'] } };
    assert.deepEqual(afterSaying([generic], boxes, 'box', ['Bus']), [
      { ...generic, value: { ...place, labels: ['Bus'] } },
    ]);
  });

  it('takes the labels away that were taken away, and leaves the region', () => {
    assert.deepEqual(afterSaying([car], boxes, 'box', undefined), [{ ...car, value: place }]);
    assert.deepEqual(afterSaying([car, seen], boxes, 'seen', undefined), [car]);
  });

  it('writes labels into the item of a region that had none', () => {
    const bare = { ...car, value: place, origin: 'prediction', meta: { text: ['n'] } };
    const { doc } = decodeResults([bare], boxes);
    const labelled = withRecord(doc, 'values', 'n', () => said('box', ['Car'], { regionId: 'r', origin: 'manual' }));
    assert.deepEqual(encodeResults(labelled, boxes), [{ ...bare, value: { ...place, rectanglelabels: ['Car'] } }]);
  });

  it('moves text and leaves what a control says under the key `text`', () => {
    const spoken = worldOf(`<View><Text name="text" value="$text"/><Labels name="ner" toName="text"/></View>`, facts);
    const label = {
      id: 's',
      from_name: 'ner',
      to_name: 'text',
      type: 'labels',
      value: { start: 0, end: 3, text: 'Ada', labels: ['P'] },
    };
    const note = { ...label, from_name: 'note', type: 'textarea', value: { start: 0, end: 3, text: ['a note'] } };
    const geometry = { start: 7, end: 13, text: 'Berlin' };
    assert.deepEqual(afterEdit([note, label], spoken, { geometry }, 's'), [
      { ...note, value: { start: 7, end: 13, text: ['a note'] } },
      { ...label, value: { ...geometry, labels: ['P'] } },
    ]);
  });

  it('writes a note into all items of a region and keeps what else they have in `meta`', () => {
    const timed = { ...seen, meta: { lead_time: 3, text: ['old'] } };
    const noted = { ...car, meta: { text: ['old'] } };
    assert.deepEqual(afterEdit([noted, timed], boxes, { meta: { text: ['new'] } }), [
      { ...noted, meta: { text: ['new'] } },
      { ...timed, meta: { lead_time: 3, text: ['new'] } },
    ]);
    assert.deepEqual(afterEdit([noted], boxes, { meta: {} }), [car]);
  });

  it('writes a changed origin into the items whose record has it', () => {
    const predicted = { ...car, origin: 'prediction', score: 0.5 };
    const changed = { ...predicted, origin: 'prediction-changed' };
    assert.deepEqual(
      afterEdit([predicted, { ...seen, origin: 'prediction' }], boxes, { origin: 'prediction-changed' }),
      [changed, { ...seen, origin: 'prediction' }],
    );
  });

  it('unlocks', () => {
    assert.deepEqual(afterEdit([{ ...car, readonly: true }], boxes, { readonly: false }), [car]);
  });

  it('drops what was said of a region that was removed', () => {
    const { doc } = decodeResults([car, seen, { ...car, id: 'q' }], boxes);
    assert.deepEqual(
      encodeResults(
        withRecord(doc, 'regions', 'r', () => undefined),
        boxes,
      ),
      [{ ...car, id: 'q' }],
    );
  });

  it('changes an opaque region in nothing but its labels', () => {
    const broken = { ...car, value: { x: 'left', rectanglelabels: ['Car'] } };
    assert.deepEqual(afterSaying([broken], boxes, 'box', ['Bus']), [
      { ...broken, value: { x: 'left', rectanglelabels: ['Bus'] } },
    ]);
  });

  it('writes offsets that were in quotes as numbers once they are changed', () => {
    const quoted = {
      id: 's',
      from_name: 'ner',
      to_name: 'text',
      type: 'labels',
      value: { start: '0', end: '3', labels: ['P'] },
    };
    const geometry = { start: 0, end: 5 };
    assert.deepEqual(afterEdit([quoted], text, { geometry }, 's'), [
      { ...quoted, value: { ...geometry, labels: ['P'] } },
    ]);
  });
});

describe('encodeResults where one control stands in for another', () => {
  it('writes untouched items as they came and edited ones under the name that the config has', () => {
    const renamed = { ...car, from_name: 'former' };
    const other = { ...renamed, id: 'q' };
    assert.deepEqual(afterEdit([renamed, other], boxes, {}), [renamed, other]);
    assert.deepEqual(afterEdit([renamed, other], boxes, { geometry: moved }), [
      { ...car, value: { ...moved, rectanglelabels: ['Car'] } },
      other,
    ]);
    assert.deepEqual(afterSaying([renamed], boxes, 'box', ['Bus']), [
      { ...car, value: { ...place, rectanglelabels: ['Bus'] } },
    ]);
  });

  it('makes one item of a box and its labels once they are edited', () => {
    const pair = [item('r', 'rect', 'rectangle', place), item('r', 'lbl', 'labels', { ...place, labels: ['Car'] })];
    const one = worldOf('<View><Image name="img" value="$i"/><RectangleLabels name="box" toName="img"/></View>', facts);
    assert.deepEqual(afterEdit(pair, one, {}), pair);
    assert.deepEqual(afterSaying(pair, one, 'box', ['Bus']), [
      { ...car, value: { ...place, rectanglelabels: ['Bus'] } },
    ]);
  });

  it('makes a box and its labels of one item once it is edited', () => {
    assert.deepEqual(afterEdit([car], apart, {}), [car]);
    const written = afterEdit([car], apart, { geometry: moved }) as Dict[];
    assert.deepEqual(
      written.map(({ id, from_name, type, value }) => [id, from_name, type, value]),
      [
        ['r', 'rect', 'rectangle', moved],
        ['r', 'lbl', 'labels', { ...moved, labels: ['Car'] }],
      ],
    );
  });
});

describe('encodeResults by law', () => {
  const scalar = fc.constantFrom<Json>(null, true, 0, 1.5, -3, 'x', '12', 'r', 'q', 'box', 'img');
  const key = fc.constantFrom(
    ...['id', 'from_name', 'to_name', 'type', 'value', 'x', 'y', 'width', 'height', 'start', 'end', 'text', 'labels'],
    ...['rectanglelabels', 'choices', 'rotation', 'meta', 'origin', 'parentID', 'score', 'readonly', 'item_index'],
    ...['from_id', 'to_id', 'direction', 'normalization', 'other'],
  );
  const { json } = fc.letrec<{ json: Json }>((tie) => ({
    json: fc.oneof(
      { maxDepth: 3 },
      scalar,
      fc.array(tie('json'), { maxLength: 3 }),
      fc.dictionary(key, tie('json'), { maxKeys: 6 }) as fc.Arbitrary<Dict>,
    ),
  }));
  const number = fc.double({ min: 0, max: 100, noNaN: true });
  const geometry = fc.record(
    { x: number, y: number, width: number, height: number, rotation: number },
    { requiredKeys: ['x', 'y', 'width', 'height'] },
  );
  const control = fc.constantFrom(
    ...([
      ['box', 'rectanglelabels'],
      ['more', 'rectanglelabels'],
      ['former', 'rectanglelabels'],
      ['rect', 'rectangle'],
      ['lbl', 'labels'],
      ['seen', 'choices'],
      ['scene', 'choices'],
      ['gone', 'taxonomy'],
      ['none', 'relation'],
    ] as const),
  );
  const plausible = fc
    .record({ control, id: fc.constantFrom('r', 'q', 's', 't'), place: geometry, extra: json, key, at: fc.boolean() })
    .map(({ control: [name, type], id, place: at, extra, key: more, at: marked }): Json => {
      const own = type === 'relation' ? 'none' : type;
      const value = { ...(marked && at), [own]: ['Car'], extra };
      return { [more]: extra, id, from_name: name, to_name: 'img', type, value, from_id: id, to_id: 'q' };
    });
  const results = fc
    .array(fc.oneof(json, plausible, plausible), { maxLength: 8 })
    .map((items) => JSON.parse(JSON.stringify(items)) as readonly Json[]);
  const worlds = { boxes, apart, text };
  const world = fc.constantFrom<keyof typeof worlds>('boxes', 'apart', 'text');

  it('gives back whatever it was given, in the same order', () => {
    fc.assert(
      fc.property(results, world, (given, name) => {
        const against = worlds[name];
        const { doc } = decodeResults(given, against);
        assert.deepEqual(encodeResults(doc, against), given);
      }),
      { numRuns: 2000 },
    );
  });

  it('changes nothing but geometry, and only in the items of the region that was moved', () => {
    const geometryKeys = ['x', 'y', 'width', 'height', 'rotation'];
    const rest = (value: unknown) =>
      Object.fromEntries(Object.entries(value as Dict).filter(([name]) => !geometryKeys.includes(name)));
    fc.assert(
      fc.property(results, geometry, fc.nat(), (given, to, pick) => {
        const { doc } = decodeResults(given, boxes);
        const known = (record: Region) =>
          record.shape === 'rectangle' && (record.wire as Dict).from_name === record.fromName;
        const candidates = [...doc.regions.values()].filter(known);
        const target = candidates[pick % candidates.length];
        if (!target) return;
        const edited = withRecord(doc, 'regions', target.id, () => ({ ...target, geometry: to }));
        const own = new Set([target.order]);
        for (const value of doc.values.values()) if (value.regionId === target.id) own.add(value.order);
        for (const [index, written] of encodeResults(edited, boxes).entries()) {
          const [now, then] = [written as Dict, given[index] as Dict];
          if (!own.has(index)) {
            assert.deepEqual(now, then);
          } else if (now.from_name !== then.from_name) {
            // Where a control stands in for one that the config does not have, the name and the key change as well.
            assert.equal(boxes.node(String(then.from_name)), undefined);
          } else {
            assert.deepEqual(rest(now.value), rest(then.value));
            assert.deepEqual({ ...now, value: 0 }, { ...then, value: 0 });
          }
        }
        const place = (encodeResults(edited, boxes)[target.order] as Dict).value as Dict;
        for (const name of geometryKeys) assert.equal(place[name], (to as Dict)[name]);
        assert.equal(JSON.stringify(encodeResults(doc, boxes)), JSON.stringify(given));
      }),
      { numRuns: 1000 },
    );
  });

  it('reads back what it wrote', () => {
    fc.assert(
      fc.property(geometry, fc.subarray(['box', 'more', 'seen']), (to, controls) => {
        const drawn = region({ geometry: to });
        const values = controls.map((name, index) => said(name, [name], { order: index + 1 }));
        const written = encodeResults(docOf([drawn], values), boxes);
        const { doc, problems } = decodeResults(written, boxes);
        assert.deepEqual(problems, []);
        assert.deepEqual(
          [...doc.regions.values()].map((record) => record.geometry),
          [{ ...to }],
        );
        const read = [...doc.values.values()].map(({ fromName, value }) => [fromName, value]);
        assert.deepEqual(
          read,
          controls.map((name) => [name, [name]]),
        );
      }),
    );
  });
});
