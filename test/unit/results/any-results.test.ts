import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { copyOf, type Dict, isDict, isList, type Json } from '../../../src/model/json.js';
import { decodeResults } from '../../../src/results/decode.js';
import { encodeResults } from '../../../src/results/encode.js';
import type { World } from '../../../src/results/world.js';
import { worldOf } from '../../support/build.js';
import { headless } from '../../support/headless.js';

/** Configs of many kinds of marks, each with results as they should be. */
const samples: readonly (readonly [config: string, results: readonly Json[]])[] = [
  [
    `<View><Image name="img" value="$image"/>
      <RectangleLabels name="box" toName="img"><Label value="Car"/></RectangleLabels>
      <PolygonLabels name="poly" toName="img"><Label value="Road"/></PolygonLabels>
      <BrushLabels name="brush" toName="img"><Label value="Sky"/></BrushLabels>
      <KeyPointLabels name="dot" toName="img"><Label value="Nose"/></KeyPointLabels>
      <EllipseLabels name="oval" toName="img"><Label value="Wheel"/></EllipseLabels>
      <Choices name="seen" toName="img" perRegion="true"><Choice value="Yes"/></Choices>
      <TextArea name="note" toName="img" perRegion="true"/><Rating name="rating" toName="img"/></View>`,
    [
      mark('r', 'box', 'img', 'rectanglelabels', { x: 1, y: 2, width: 3, height: 4, rotation: 0 }, ['Car']),
      answer('r', 'seen', 'img', 'choices', { x: 1, y: 2, width: 3, height: 4, rotation: 0, choices: ['Yes'] }),
      answer('r', 'note', 'img', 'textarea', { x: 1, y: 2, width: 3, height: 4, rotation: 0, text: ['a', 'b'] }),
      mark('p', 'poly', 'img', 'polygonlabels', { points: [[1, 2], [3, 4], [5, 1]], closed: true }, ['Road'], 'r'), // biome-ignore format: a ring
      mark('b', 'brush', 'img', 'brushlabels', { format: 'rle', rle: [0, 0, 0, 16, 1, 2, 3] }, ['Sky']),
      mark('k', 'dot', 'img', 'keypointlabels', { x: 5, y: 6, width: 0.5 }, ['Nose']),
      mark('e', 'oval', 'img', 'ellipselabels', { x: 50, y: 50, radiusX: 10, radiusY: 5, rotation: 9 }, ['Wheel']),
      answer('q', 'rating', 'img', 'rating', { rating: 4 }),
      { type: 'relation', from_id: 'r', to_id: 'p', direction: 'right', labels: ['on'] },
    ],
  ],
  [
    `<View><Text name="text" value="$text"/><Labels name="ner" toName="text"><Label value="LOC"/></Labels>
      <HyperText name="page" value="$html"/><HyperTextLabels name="tag" toName="page"><Label value="X"/></HyperTextLabels>
      <Taxonomy name="kind" toName="text" perRegion="true"><Choice value="A"><Choice value="B"/></Choice></Taxonomy>
      <Choices name="tone" toName="text"><Choice value="Good"/></Choices><Number name="count" toName="text"/>
      <DateTime name="when" toName="text"/></View>`,
    [
      mark('s', 'ner', 'text', 'labels', { start: 0, end: 4, text: 'Some' }, ['LOC']),
      answer('s', 'kind', 'text', 'taxonomy', { start: 0, end: 4, text: 'Some', taxonomy: [['A', 'B']] }),
      mark('h', 'tag', 'page', 'hypertextlabels', { start: '/p[1]/text()[1]', end: '/p[1]/text()[1]', startOffset: 0, endOffset: 3, globalOffsets: { start: 0, end: 3 } }, ['X']), // biome-ignore format: an anchor
      answer('c', 'tone', 'text', 'choices', { choices: ['Good'] }),
      answer('n', 'count', 'text', 'number', { number: 5 }),
      answer('d', 'when', 'text', 'datetime', { datetime: '2024-02-30' }),
      { type: 'relation', from_id: 's', to_id: 'h', direction: 'bi' },
    ],
  ],
  [
    `<View><Video name="film" value="$video"/><VideoRectangle name="track" toName="film"/>
      <Labels name="who" toName="film"><Label value="Dog"/></Labels>
      <TimelineLabels name="part" toName="film"><Label value="Run"/></TimelineLabels>
      <Audio name="sound" value="$audio"/><Labels name="voice" toName="sound"><Label value="A"/></Labels></View>`,
    [
      answer('t', 'track', 'film', 'videorectangle', { framesCount: 10, duration: 1, sequence: [{ frame: 1, enabled: true, rotation: 0, x: 1, y: 2, width: 3, height: 4, time: 0.1 }], labels: ['Dog'] }), // biome-ignore format: a track
      mark('l', 'part', 'film', 'timelinelabels', { ranges: [{ start: 1, end: 5 }] }, ['Run']),
      mark('a', 'voice', 'sound', 'labels', { start: 0.5, end: 1.5, channel: 0 }, ['A']),
    ],
  ],
];

function answer(id: string, from_name: string, to_name: string, type: string, value: Dict): Dict {
  return { id, from_name, to_name, type, origin: 'manual', value };
}

function mark(
  id: string,
  name: string,
  to: string,
  type: string,
  value: Dict,
  labels: readonly string[],
  parent?: string,
): Dict {
  return {
    ...answer(id, name, to, type, { ...value, [type]: labels }),
    ...(parent && { parentID: parent }),
    score: 0.5,
  };
}

/** What nobody should write where something else belongs. */
const odd = fc.constantFrom<Json>(
  ...([
    null,
    true,
    false,
    0,
    -1,
    1.5,
    1e308,
    Number.NaN,
    Number.POSITIVE_INFINITY,
    '',
    'r',
    '__proto__',
    'constructor',
  ] as const),
  ...([
    '\u0000',
    '5',
    '😀',
    [],
    {},
    [[]],
    [null],
    ['Car'],
    [['A', 'B'], ['A']],
    { start: 0, end: 1 },
    { text: 5 },
  ] as const),
  JSON.parse(
    '{"__proto__": {"polluted": 1}, "constructor": {"prototype": {"polluted": 1}}, "hasOwnProperty": 1}',
  ) as Dict,
  undefined as unknown as Json,
);

/** One change: of what the path leads to, by what is done there. */
const change = fc.record({
  path: fc.array(fc.nat(), { minLength: 1, maxLength: 6 }),
  doing: fc.constantFrom('put', 'remove', 'double', 'borrow', 'rename'),
  to: odd,
});

type Change = typeof change extends fc.Arbitrary<infer C> ? C : never;

/** Results as somebody's broken export may have them. */
function changed(given: readonly Json[], changes: readonly Change[]): readonly Json[] {
  const results = copyOf(given) as Json[];
  for (const { path, doing, to } of changes) {
    let at: Json = results as readonly Json[];
    let holder: Record<string, Json> | Json[] = results;
    let key = '';
    for (const step of path) {
      if (typeof at !== 'object' || at === null) break;
      const names = Object.keys(at);
      if (names.length === 0) break;
      holder = at as Record<string, Json> | Json[];
      key = names[step % names.length] ?? '';
      at = (holder as Record<string, Json>)[key] ?? null;
    }
    if (key === '') continue;
    const other = copyOf(results[(path.at(-1) ?? 0) % Math.max(1, results.length)] ?? null);
    if (doing === 'double') results.push(other);
    else if (Array.isArray(holder)) {
      if (doing === 'remove') holder.splice(Number(key), 1);
      else holder[Number(key)] = doing === 'put' ? copyOf(to) : other;
    } else if (doing === 'remove') delete holder[key];
    else if (doing === 'rename') holder[`${key}s`] = holder[key] ?? null;
    else holder[key] = doing === 'put' ? copyOf(to) : other;
  }
  return results;
}

const changes = fc.array(change, { maxLength: 4 });

/** Reads, and gives back what is written; nothing may be thrown, and nothing may have changed. */
function check(given: readonly Json[], world: World): void {
  const before = copyOf(given);
  const asJson = before.map((item) => item ?? null);
  const { doc, problems } = decodeResults(given, world);
  assert.deepEqual(encodeResults(doc, world), asJson);
  assert.deepEqual(given, before);
  for (const { message } of problems) assert.match(message, /\S.*[.]$/s);
  for (const { parentId, id } of doc.regions.values()) assert.ok(id !== '' && parentId !== id + id);
}

describe('results of any kind', () => {
  const worlds = samples.map(([config, results]) => ({ world: worldOf(config), results }));
  const nothing = { world: worldOf('<View/>'), results: [] };
  const sample = fc.nat({ max: samples.length - 1 });

  it('are given back as they came, and none of them throws', () => {
    fc.assert(
      fc.property(sample, changes, (index, list) => {
        const { world, results } = worlds[index] ?? nothing;
        check(changed(results, list), world);
      }),
      { numRuns: 1500 },
    );
    assert.equal(Object.hasOwn(Object.prototype, 'polluted'), false);
  });

  it('are given back under a config that was made for others', () => {
    fc.assert(
      fc.property(sample, sample, changes, (one, other, list) => {
        check(changed((worlds[other] ?? nothing).results, list), (worlds[one] ?? nothing).world);
      }),
      { numRuns: 300 },
    );
  });

  it('are shown, and asked for what is required, by an editor that goes on', () => {
    fc.assert(
      fc.property(sample, changes, (index, list) => {
        const [config, results] = samples[index] ?? ['', []];
        const given = changed(results, list);
        const { editor } = headless(config, { id: 1, data: {}, annotations: [{ id: 2, result: given }] });
        editor.openNow(() => {});
        assert.deepEqual(
          editor.toJson()?.result,
          given.map((item) => item ?? null),
        );
        for (const region of editor.regions) {
          editor.select([region.id]);
          for (const word of [editor.faces.caption(region), editor.faces.text(region), editor.faces.colour(region)])
            assert.equal(typeof word, 'string');
          editor.faces.details(region);
        }
        assert.ok(isList(editor.saving.blockers));
        assert.ok(isList(editor.allProblems));
        editor.dispose();
      }),
      { numRuns: 150 },
    );
  });

  const folder = resolve('../shared/conformance/cases');
  const skip = existsSync(folder) ? false : 'there is no ../shared/conformance/cases beside this checkout';

  it('are given back where real ones were broken', { skip }, () => {
    const real = readdirSync(folder).flatMap((name) => {
      const path = resolve(folder, name, 'task.json');
      if (!existsSync(path)) return [];
      const tasks = [JSON.parse(readFileSync(path, 'utf8'))].flat().filter(isDict);
      const lists = tasks.flatMap(({ annotations, completions, predictions }) =>
        [annotations, completions, predictions].flatMap((list) => (isList(list) ? list : [])),
      );
      const results = lists.flatMap((each) => (isDict(each) && isList(each.result) ? [each.result] : []));
      const text = JSON.stringify(results);
      return results.length === 0 || text.length > 100_000
        ? []
        : [{ world: worldOf(readFileSync(resolve(folder, name, 'config.xml'), 'utf8')), results }];
    });
    fc.assert(
      fc.property(fc.nat(), fc.nat(), changes, (index, pick, list) => {
        const { world, results } = real[index % real.length] ?? { ...nothing, results: [] };
        check(changed(results[pick % Math.max(1, results.length)] ?? [], list), world);
      }),
      { numRuns: 1500 },
    );
  });
});
