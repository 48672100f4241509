import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readConfigFacts } from '../../../../src/formats/config-facts.js';
import { fastlabel } from '../../../../src/formats/fastlabel/export-fastlabel.js';
import type { Dict, Json } from '../../../../src/model/json.js';
import { inValue } from '../picture-format.js';
import { exported, imported, there } from './fastlabel-json.js';

const listIn = (of: Dict | undefined, key: string): readonly Dict[] => (of?.[key] ?? []) as readonly Dict[];
const box = (more: Dict = {}): Dict => ({
  id: 'b',
  type: 'bbox',
  value: 'cat',
  points: [50, 20, 90, 60],
  attributes: [],
  ...more,
});
const task = (annotations: readonly Json[], more: Dict = {}): Dict => ({
  name: 'a.jpg',
  width: 200,
  height: 100,
  annotations,
  ...more,
});
const boxes =
  '<View><Image name="image" value="$image"/><RectangleLabels name="box" toName="image"><Label value="cat"/></RectangleLabels></View>';
const result = (more: Dict = {}): Dict => ({
  id: 'r',
  from_name: 'box',
  to_name: 'image',
  type: 'rectanglelabels',
  original_width: 200,
  original_height: 100,
  value: { x: 10, y: 10, width: 20, height: 20, rotation: 0, rectanglelabels: ['cat'] },
  ...more,
});
const done = (results: readonly Json[], more: Dict = {}): Dict => ({
  id: 1,
  data: { image: 'http://h.example/a.jpg' },
  annotations: [{ id: 2, result: results }],
  ...more,
});

describe('tasks of FastLabel', () => {
  it('become tasks with a config that shows them', async () => {
    const { tasks, config, told } = await imported([
      task(
        [
          box({
            rotation: 45,
            title: 'Cat & "dog"',
            color: '#ff0000',
            confidenceScore: 0.5,
            attributes: [{ key: 'size', name: 'Size', type: 'select', value: 'big' }],
          }),
        ],
        { id: 't', url: 'http://h.example/a.jpg', status: 'approved' },
      ),
    ]);
    assert.deepEqual(told, []);
    const [{ id, data, meta, annotations } = {}] = tasks;
    assert.deepEqual([id, data], ['t', { image: 'http://h.example/a.jpg' }]);
    assert.deepEqual(meta, { fastlabel: { name: 'a.jpg', width: 200, height: 100, status: 'approved' } });
    const [{ result: results } = {}] = annotations as Dict[];
    const [drawn, said] = results as Dict[];
    const { x, y, width, height, rotation, rectanglelabels } = (drawn as Dict).value as Dict;
    assert.ok(Math.abs(Number(x) - 35) < 1e-9 && Math.abs(Number(y) - 11.715728752538098) < 1e-9);
    assert.deepEqual([width, height, rotation, rectanglelabels, drawn?.score], [20, 40, 45, ['cat'], 0.5]);
    assert.deepEqual(
      [said?.from_name, inValue(said, 'choices'), inValue(said, 'x'), said?.id],
      ['size', ['big'], x, 'b'],
    );
    const { controls } = readConfigFacts(config);
    assert.deepEqual(
      controls[0]?.labels.map(({ name, attributes: { value, background } }) => [name, value, background]),
      [['cat', 'Cat & "dog"', '#ff0000']],
    );
  });

  it('may be a map of annotations by name, or stand on lines', async () => {
    const { tasks } = await imported({ 'sub/a.jpg': [box()], 'b.jpg': [] }, { size: [200, 100] });
    assert.deepEqual(
      tasks.map(({ data }) => data),
      [{ image: 'sub/a.jpg' }, { image: 'b.jpg' }],
    );
    const back = await exported(tasks, boxes.replace('name="box"', 'name="rectangle"'), { form: 'map' });
    assert.deepEqual(Object.keys(JSON.parse(back.text)), ['sub/a.jpg', 'b.jpg']);
  });

  it('give predictions where that is asked for', async () => {
    const { tasks } = await imported([task([box()])], { as: 'predictions', modelVersion: 'm' });
    const [{ predictions } = {}] = tasks;
    assert.equal((predictions as Dict[])[0]?.model_version, 'm');
  });

  it('ask for width and height where they are missing', async () => {
    const { told, results } = await imported([{ name: 'a.jpg', annotations: [box()] }]);
    assert.deepEqual(results, []);
    assert.match(told.join(), /width and height; give them/);
    const mended = await imported([{ name: 'a.jpg', annotations: [box()] }], { size: [200, 100] });
    assert.equal(mended.results.length, 1);
  });

  it('tell of each thing that is not what it should be, and go on', async () => {
    const bad: Json[] = [
      box({ points: [1, 2, 3] }),
      box({ points: [Number.NaN, 0, 1, 1] as Json[] }),
      box({ value: '' }),
      box({ type: 'polygon', points: [1, 2, 3, 4] }),
      box({ type: 'segmentation', points: [[[0, 0, 1, 1]]] }),
      box({ type: 'pose_estimation', keypoints: 'none' }),
      box({ type: 'hologram' }),
      null,
      'text',
      box({
        id: 'good',
        attributes: [{ key: '__proto__', type: 'text', value: 'yes' }, 5, { key: 'x', value: { deep: 1 } }],
      }),
    ];
    const { results, told } = await imported([
      task(bad, { relations: [{ startIndex: 0, endIndex: 99 }, 'x'] }),
      5,
      { nothing: 1 },
    ]);
    assert.deepEqual(results.map(({ id }) => id).slice(0, 1), ['good']);
    assert.equal(({} as Dict).yes, undefined);
    for (const part of [
      '[x1, y1, x2, y2]',
      'has no value',
      'six numbers',
      'list of keypoints',
      '"hologram"',
      'relation',
      'no task of FastLabel',
    ]) {
      assert.ok(
        told.some((message) => message.includes(part)),
        `${part} is told: ${told.join('\n')}`,
      );
    }
  });

  it('keep what no result can say', async () => {
    const odd = box({
      title: 'cat',
      color: '#ffffff',
      rotation: 0,
      custom: { a: 1 },
      attributes: [{ key: 'x', type: 'map', value: { deep: 1 } }],
    });
    const { tasks, told } = await there([task([odd], { tags: ['a'], metadatas: [{ key: 'k', value: 'v' }] })]);
    assert.deepEqual(told, []);
    assert.deepEqual(tasks, [task([odd], { tags: ['a'], metadatas: [{ key: 'k', value: 'v' }] })]);
  });

  it('have relations by position, ours by id', async () => {
    const given = task(
      [box({ id: 'a' }), box({ id: 'b' })].map((each) => ({ ...each, title: 'cat', color: '#000000', rotation: 0 })),
      { relations: [{ startIndex: 1, endIndex: 0 }] },
    );
    const { tasks, here } = await there([given]);
    assert.deepEqual(tasks, [given]);
    assert.deepEqual(here.results.at(-1), { type: 'relation', from_id: 'b', to_id: 'a', direction: 'right' });
  });

  it('have bodies in boxes', async () => {
    const keypoints = [
      { key: 'head', name: 'Head', value: [60, 30, 1], edges: ['foot'] },
      { key: 'foot', name: 'foot', value: [60, 50, 0], edges: ['head'] },
    ];
    const given = task([box({ title: 'cat', color: '#000000', rotation: 0, keypoints })]);
    const { tasks, told, here } = await there([given]);
    assert.deepEqual(told, []);
    assert.deepEqual(tasks, [given]);
    assert.deepEqual(
      here.results.map(({ type, parentID }) => [type, parentID]),
      [
        ['rectanglelabels', undefined],
        ['skeletonlabels', 'b'],
      ],
    );
  });

  it('use the controls of a config that is given, and tell what it cannot draw', async () => {
    const { results, told } = await imported([task([box(), box({ type: 'line', points: [0, 0, 1, 1] })])], {}, boxes);
    assert.deepEqual(
      results.map(({ from_name }) => from_name),
      ['box'],
    );
    assert.match(told.join(), /cannot draw annotations of type "line"/);
  });

  it('of medical pictures tell which slice is not known', async () => {
    const { told, results } = await imported([
      { name: 's', url: 'http://h.example/s.zip', width: 512, height: 512, annotations: [box({ contentId: 'c-1' })] },
    ]);
    assert.equal(results.length, 1);
    assert.match(told.join(), /contentId/);
    const listed = await imported([
      {
        name: 's',
        contents: [
          { id: 'c-0', name: '0', width: 512, height: 512 },
          { id: 'c-1', name: '1', width: 512, height: 512 },
        ],
        annotations: [box({ contentId: 'c-1' })],
      },
    ]);
    assert.equal(listed.results[0]?.item_index, 1);
  });
});

describe('results for FastLabel', () => {
  it('ask for the size of the picture', async () => {
    const bare = result();
    const { original_width: _, original_height: __, ...sizeless } = bare;
    const { tasks, told } = await exported([done([sizeless])], boxes);
    assert.deepEqual(tasks[0]?.annotations, []);
    assert.match(told.join(), /original_width and original_height/);
    const { tasks: sized } = await exported([done([sizeless])], boxes, { size: [200, 100] });
    assert.deepEqual(listIn(sized[0], 'annotations')[0]?.points, [20, 10, 60, 30]);
  });

  it('tell what FastLabel has no place for', async () => {
    const several = result({
      id: 'm',
      value: { x: 1, y: 1, width: 2, height: 2, rotation: 0, rectanglelabels: ['cat', 'dog'] },
      meta: { text: ['note'] },
      parentID: 'r',
    });
    const none = result({ id: 'n', value: { x: 1, y: 1, width: 2, height: 2, rotation: 0, rectanglelabels: [] } });
    const other = result({ id: 'o', from_name: 'gone' });
    const both = { type: 'relation', from_id: 'r', to_id: 'm', direction: 'bi', labels: ['near'] };
    const { tasks, told } = await exported([done([result(), several, none, other, both])], boxes);
    const [{ annotations, relations } = {}] = tasks;
    assert.deepEqual(
      (annotations as Dict[]).map(({ value }) => value),
      ['cat', 'cat', 'dog'],
    );
    assert.deepEqual(relations, [{ startIndex: 0, endIndex: 1 }]);
    for (const part of [
      'several labels',
      'Notes',
      'nested',
      'no label',
      'no control "gone"',
      'one direction',
      'Labels of relations',
    ]) {
      assert.ok(
        told.some((message) => message.includes(part)),
        part,
      );
    }
  });

  it('make circles of ellipses that are round, and polygons of others', async () => {
    const xml =
      '<View><Image name="image" value="$image"/><EllipseLabels name="box" toName="image"><Label value="cat"/></EllipseLabels></View>';
    const ellipse = (radiusY: number) =>
      result({
        type: 'ellipselabels',
        value: { x: 50, y: 50, radiusX: 10, radiusY, rotation: 0, ellipselabels: ['cat'] },
      });
    const round = await exported([done([ellipse(20)])], xml);
    assert.deepEqual(listIn(round.tasks[0], 'annotations')[0]?.points, [100, 50, 20]);
    const oval = await exported([done([ellipse(5)])], xml);
    assert.equal(listIn(oval.tasks[0], 'annotations')[0]?.type, 'polygon');
    assert.match(oval.told.join(), /no ellipses/);
  });

  it('hold a track up to the last frame of its video', async () => {
    const xml =
      '<View><Video name="v" value="$video"/><VideoRectangle name="box" toName="v"/><Labels name="l" toName="v"><Label value="cat"/></Labels></View>';
    const at = (frame: number, x: number, enabled = true) => ({
      frame,
      enabled,
      x,
      y: 0,
      width: 10,
      height: 10,
      rotation: 0,
    });
    const track = (sequence: readonly Json[], more: Dict = {}): Dict =>
      result({ to_name: 'v', type: 'videorectangle', value: { sequence, labels: ['cat'], ...more } });
    const video = (results: readonly Json[]): Dict => ({
      id: 1,
      data: { video: 'http://h.example/v.mp4' },
      annotations: [{ result: results }],
    });
    const { tasks, told } = await exported(
      [video([track([at(1, 0), at(3, 20, false)], { framesCount: 5 }), track([at(4, 0)], { framesCount: 5 })])],
      xml,
    );
    assert.deepEqual(told, []);
    const [{ points } = {}] = listIn(tasks[0], 'annotations');
    assert.deepEqual(points, {
      '1': { value: [0, 0, 20, 10], autogenerated: false },
      '2': { value: [20, 0, 40, 10], autogenerated: true },
      '3': { value: [40, 0, 60, 10], autogenerated: false },
    });
    const endless = await exported([video([track([at(4, 0)])])], xml);
    assert.match(endless.told.join(), /how many frames/);
    const huge = await exported([video([track([at(1, 0), at(1e9, 0)])])], xml);
    assert.match(huge.told.join(), /million frames/);
  });

  it('refuse a config that shows nothing FastLabel knows', () => {
    const refusal = fastlabel.refusal(
      readConfigFacts('<View><TimeSeries name="t" value="$t"/><TimeSeriesLabels name="l" toName="t"/></View>'),
    );
    assert.match(refusal ?? '', /none of these/);
  });
});
