import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { encodeRle } from '../../../src/base/rle.js';
import { coco } from '../../../src/formats/coco/export-coco.js';
import { readConfigFacts } from '../../../src/formats/config-facts.js';
import { rasterOf } from '../../../src/formats/geometry/alpha.js';
import { labelme } from '../../../src/formats/labelme/export-labelme.js';
import { brushToNumpy } from '../../../src/formats/masks/export-masks.js';
import { pictureFormats } from '../../../src/formats/picture-formats.js';
import { voc } from '../../../src/formats/voc/export-voc.js';
import { yolo, yoloObb } from '../../../src/formats/yolo/export-yolo.js';
import type { Dict } from '../../../src/model/json.js';
import { boxResult, drawsAll, result, taskOf, written } from './picture-format.js';

const square = (size: number) =>
  Uint8Array.from({ length: 200 * 100 }, (_, at) => (at % 200 < size && at < size * 200 ? 255 : 0));
const rle = (alpha: Uint8Array) => [...encodeRle(rasterOf(alpha, 200, 100))];
const brush = (alpha: Uint8Array) =>
  result('brush', 'brushlabels', { format: 'rle', rle: rle(alpha), brushlabels: ['Sky'] });
const polygon = (points: readonly (readonly number[])[]) =>
  result('poly', 'polygonlabels', { points, closed: true, polygonlabels: ['Road'] });
const ellipse = result('ell', 'ellipselabels', {
  x: 50,
  y: 50,
  radiusX: 5,
  radiusY: 10,
  rotation: 0,
  ellipselabels: ['Wheel'],
});
const vector = result('vec', 'vectorlabels', {
  vertices: [
    { x: 0, y: 0 },
    { x: 10, y: 10 },
  ],
  closed: false,
  vectorlabels: ['Lane'],
});
const holed = result('multi', 'multipolygonlabels', {
  polygons: [
    [
      [
        [0, 0],
        [50, 0],
        [50, 100],
        [0, 100],
      ],
      [
        [10, 20],
        [40, 20],
        [40, 80],
        [10, 80],
      ],
    ],
  ],
  multipolygonlabels: ['Wood'],
});

describe('COCO', () => {
  it('has boxes, polygons, masks, and holes as masks', async () => {
    const { json, told } = await written(coco, [
      taskOf([
        boxResult(10, 20, 30, 40),
        polygon([
          [0, 0],
          [50, 0],
          [50, 50],
        ]),
        brush(square(4)),
        holed,
      ]),
    ]);
    const { images, categories, annotations } = json('result.json');
    assert.deepEqual(images, [
      { id: 0, width: 200, height: 100, file_name: 'images/a.jpg', coco_url: 'http://h.example/a.jpg' },
    ]);
    assert.deepEqual(
      categories.map(({ name }: Dict) => name),
      ['Car', 'Lane', 'Person', 'Road', 'Sky', 'Wheel', 'Wood'],
    );
    const [box, area, mask, wood] = annotations;
    assert.deepEqual([box.bbox, box.area, box.segmentation, box.iscrowd], [[20, 20, 60, 40], 2400, [], 0]);
    assert.deepEqual([area.segmentation, area.area], [[[0, 0, 100, 0, 100, 50]], 2500]);
    assert.deepEqual([mask.bbox, mask.area, mask.segmentation.size], [[0, 0, 4, 4], 16, [100, 200]]);
    assert.deepEqual([wood.area, wood.bbox], [100 * 100 - 60 * 60, [0, 0, 100, 100]]);
    assert.deepEqual(told, ["COCO's polygons have no holes; those with holes become masks of whole pixels."]);
  });

  it('has masks as polygons where that is asked for', async () => {
    const { json } = await written(coco, [taskOf([brush(square(4))])], { options: { masks: 'polygons' } });
    const [mask] = json('result.json').annotations;
    assert.deepEqual([mask.area, mask.bbox], [16, [0, 0, 4, 4]]);
    assert.equal(mask.segmentation[0].length, 8);
  });

  it('has one annotation for each label, and what is said of a region', async () => {
    const region: Dict = { ...boxResult(10, 10, 10, 10), id: 'b', meta: { text: ['note'] }, score: 0.5 };
    const both = { ...region, value: { ...(region.value as Dict), rectanglelabels: ['Car', 'Person'] } };
    const said = {
      ...boxResult(10, 10, 10, 10),
      id: 'b',
      from_name: 'occluded',
      type: 'choices',
      value: { choices: ['yes'] },
    };
    const { json } = await written(coco, [taskOf([both, said])]);
    const { annotations } = json('result.json');
    assert.deepEqual(
      annotations.map(({ category_id }: Dict) => category_id),
      [0, 2],
    );
    assert.deepEqual(annotations[0].attributes, { text: ['note'], occluded: 'yes' });
    assert.equal(annotations[0].score, 0.5);
  });

  it('has one object for each person', async () => {
    const xml = `<View><Image name="image" value="$image"/><RectangleLabels name="label" toName="image"><Label value="Car"/></RectangleLabels>
      <KeyPointLabels name="kp" toName="image"><Label value="nose" model_index="1"/><Label value="eye" model_index="0"/></KeyPointLabels></View>`;
    const point = (x: number, name: string, parentID?: string, hidden = false) =>
      result(
        'kp',
        'keypointlabels',
        { x, y: 50, width: 1, keypointlabels: [name], ...(hidden && { hidden }) },
        parentID ? { parentID } : {},
      );
    const tasks = [
      taskOf([
        { ...boxResult(0, 0, 10, 10), id: 'a' },
        point(1, 'nose', 'a'),
        { ...boxResult(50, 0, 10, 10), id: 'b' },
        point(51, 'nose', 'b', true),
        point(52.25, 'eye', 'b'),
        point(90, 'eye'),
      ]),
    ];
    const { json } = await written(coco, tasks, { xml });
    const { annotations, categories } = json('result.json');
    assert.deepEqual(
      categories.map(({ name, keypoints }: Dict) => [name, keypoints]),
      [
        ['Car', ['eye', 'nose']],
        ['default', ['eye', 'nose']],
      ],
    );
    assert.deepEqual(
      annotations.map(({ keypoints, num_keypoints }: Dict) => [keypoints, num_keypoints]),
      [
        [[0, 0, 0, 2, 50, 2], 1],
        [[104.5, 50, 2, 102, 50, 1], 2],
        [[180, 50, 2, 0, 0, 0], 1],
      ],
    );
    const lines = (await written(yolo, tasks, { xml })).sink.text('labels/a.txt');
    assert.equal(lines, '0 0.05 0.05 0.1 0.1 0 0 0 0.01 0.5 2\n0 0.55 0.05 0.1 0.1 0.5225 0.5 2 0.51 0.5 1\n');
  });

  it('tells what it cannot carry', async () => {
    const weather = result('weather', 'choices', { choices: ['sun'] });
    const relation = { type: 'relation', from_id: 'a', to_id: 'b', direction: 'right' };
    const { losses } = await written(coco, [
      taskOf([vector, ellipse, weather, relation, { ...boxResult(0, 0, 1, 1), from_name: 'nosuch' }]),
    ]);
    assert.deepEqual(
      losses.map(({ code, message }) => [code, message.split(/[.;]/)[0]]),
      [
        ['not-carried', 'What <Choices> says of a whole picture is not in COCO'],
        ['not-carried', 'Relations are not in COCO'],
        ['invalid', 'The config has no control "nosuch"'],
        ['not-carried', 'COCO has no lines'],
        ['changed', 'COCO has no ellipses'],
      ],
    );
    assert.deepEqual([losses[3]?.taskId, losses[3]?.completionId, losses[3]?.resultId], [1, 11, vector.id]);
  });

  it('is written though nothing is there', async () => {
    const { json } = await written(coco, []);
    assert.deepEqual([json('result.json').images, json('result.json').annotations], [[], []]);
  });

  it('has the pages of a picture one by one', async () => {
    const xml =
      '<View><Image name="image" valueList="$pages" value="$pages"/><RectangleLabels name="label" toName="image"><Label value="Car"/></RectangleLabels></View>';
    const task = taskOf([boxResult(1, 1, 1, 1, 0, { item_index: 1 })], { data: { pages: ['/p/1.png', '/p/2.png'] } });
    const { json } = await written(coco, [task], { xml });
    assert.deepEqual(
      json('result.json').images.map(({ file_name }: Dict) => file_name),
      ['images/1.png', 'images/2.png'],
    );
    assert.deepEqual(
      json('result.json').annotations.map(({ image_id }: Dict) => image_id),
      [1],
    );
  });
});

describe('YOLO', () => {
  it('has boxes, polygons, masks; turned boxes as the boxes round them', async () => {
    const { sink, told } = await written(yolo, [
      taskOf([
        boxResult(10, 20, 30, 40),
        boxResult(50, 50, 10, 20, 90),
        polygon([
          [0, 0],
          [50, 0],
          [50, 50],
        ]),
        brush(square(4)),
      ]),
    ]);
    assert.equal(sink.text('classes.txt'), 'Car\nLane\nPerson\nRoad\nSky\nWheel\nWood\n');
    const [first, turned, area, mask] = (sink.text('labels/a.txt') ?? '')
      .trim()
      .split('\n')
      .map((line) => line.split(' ').map(Number));
    assert.deepEqual(first, [0, 0.25, 0.4, 0.3, 0.4]);
    assert.deepEqual(
      turned?.map((value) => Math.round(value * 1e6) / 1e6),
      [0, 0.45, 0.6, 0.1, 0.2],
    );
    assert.deepEqual(area, [3, 0, 0, 0.5, 0, 0.5, 0.5]);
    assert.deepEqual(mask, [4, 0, 0, 0.02, 0, 0.02, 0.04, 0, 0.04]);
    assert.match(told.join(), /Export YOLO_OBB/);
  });

  it('has the corners of turned boxes in YOLO_OBB, whether the rotation is said or not', async () => {
    const { rotation: _, ...plain } = boxResult(10, 20, 30, 40).value as Dict;
    const { sink } = await written(yoloObb, [taskOf([result('label', 'rectanglelabels', plain)])]);
    assert.equal(sink.text('labels/a.txt'), '0 0.1 0.2 0.4 0.2 0.4 0.6 0.1 0.6\n');
  });

  it('numbers classes by their lines, in the order of their categories', async () => {
    const xml =
      '<View><Image name="image" value="$image"/><RectangleLabels name="label" toName="image"><Label value="z" category="7"/><Label value="a"/></RectangleLabels></View>';
    const labelled = (label: string) =>
      result('label', 'rectanglelabels', { x: 0, y: 0, width: 10, height: 10, rectanglelabels: [label] });
    const { sink, told } = await written(yolo, [taskOf([labelled('z'), labelled('a'), labelled('new')])], { xml });
    assert.equal(sink.text('classes.txt'), 'a\nz\nnew\n');
    assert.deepEqual(
      (sink.text('labels/a.txt') ?? '').split('\n').map((line) => line[0]),
      ['1', '0', '2', undefined],
    );
    assert.equal(told.length, 1);
  });

  it('does not need sizes, but for what is turned', async () => {
    const unsized = (each: Dict) => {
      const { original_width: _, original_height: __, ...rest } = each;
      return rest;
    };
    const { sink, told } = await written(yolo, [
      taskOf([unsized(boxResult(10, 20, 30, 40)), unsized(boxResult(1, 1, 1, 1, 30))]),
    ]);
    assert.equal(sink.text('labels/a.txt'), '0 0.25 0.4 0.3 0.4\n');
    assert.equal(told.length, 1);
  });

  it('has the newest completion of a task, and no two files of the same name', async () => {
    const older = { id: 1, created_at: '2023-01-01', result: [boxResult(50, 50, 10, 10)] };
    const task = taskOf([boxResult(10, 20, 30, 40)]);
    const twice = { ...task, annotations: [older, ...(task.annotations as Dict[])] };
    const { sink, told } = await written(yolo, [twice, { ...task, id: 2 }]);
    assert.equal(sink.text('labels/a.txt'), '0 0.25 0.4 0.3 0.4\n');
    assert.ok(sink.paths.includes('labels/a-2.txt'));
    assert.equal(told.length, 2);
  });
});

describe('VOC', () => {
  it('has boxes, and the boxes round other shapes', async () => {
    const { sink, told } = await written(voc, [
      taskOf([
        boxResult(10.2, 20, 30, 40.6),
        polygon([
          [0, 0],
          [50, 0],
          [50, 50],
        ]),
      ]),
    ]);
    const xml = sink.text('Annotations/a.xml') ?? '';
    assert.deepEqual(xml.match(/<xm..>\d+|<ym..>\d+/g), [
      '<xmin>20',
      '<ymin>20',
      '<xmax>80',
      '<ymax>61',
      '<xmin>0',
      '<ymin>0',
      '<xmax>100',
      '<ymax>50',
    ]);
    assert.deepEqual(told, ['Polygons become the boxes round them.']);
    assert.match(xml, /<filename>a\.jpg</);
  });
});

describe('labelme', () => {
  it('has what it has shapes for', async () => {
    const circle = { ...ellipse, value: { ...(ellipse.value as Dict), radiusX: 5, radiusY: 10 } };
    const { json } = await written(labelme, [
      taskOf([
        boxResult(10, 20, 30, 40),
        circle,
        vector,
        brush(square(4)),
        polygon([
          [0, 0],
          [50, 0],
          [50, 50],
        ]),
      ]),
    ]);
    const { shapes, imagePath, imageWidth } = json('a.json');
    assert.deepEqual([imagePath, imageWidth], ['a.jpg', 200]);
    assert.deepEqual(
      shapes.map(({ shape_type, points }: Dict) => [shape_type, points]),
      [
        [
          'rectangle',
          [
            [20, 20],
            [80, 60],
          ],
        ],
        [
          'circle',
          [
            [100, 50],
            [110, 50],
          ],
        ],
        [
          'line',
          [
            [0, 0],
            [20, 10],
          ],
        ],
        [
          'mask',
          [
            [0, 0],
            [3, 3],
          ],
        ],
        [
          'polygon',
          [
            [0, 0],
            [100, 0],
            [100, 50],
          ],
        ],
      ],
    );
  });
});

describe('bad values', () => {
  const broken: readonly Dict[] = [
    boxResult(Number.NaN, 0, 1, 1),
    boxResult('1', 0, 1, 1),
    boxResult(null, 0, 1, 1),
    boxResult(1e308, 1e308, 1e308, 1e308),
    polygon([]),
    polygon([[1], [2], [3]]),
    result('poly', 'polygonlabels', { points: 'x', polygonlabels: ['Road'] }),
    result('brush', 'brushlabels', { format: 'rle', rle: [1, 2, 3], brushlabels: ['Sky'] }),
    result('brush', 'brushlabels', { format: 'rle', rle: rle(square(3)).slice(0, 12), brushlabels: ['Sky'] }),
    result('brush', 'brushlabels', { rle: 'x', brushlabels: ['Sky'] }),
    result('ell', 'ellipselabels', { x: 1, y: 1, radiusX: {}, radiusY: 1, ellipselabels: ['Wheel'] }),
    result('multi', 'multipolygonlabels', { polygons: [[[[1, 'x']]]], multipolygonlabels: ['Wood'] }),
    result('vec', 'vectorlabels', { vertices: [{}], vectorlabels: ['Lane'] }),
    { ...boxResult(0, 0, 1, 1), original_width: -1, original_height: 'x' },
    { ...boxResult(0, 0, 1, 1), to_name: '__proto__', id: '__proto__' },
    {
      ...boxResult(0, 0, 1, 1),
      value: { ...(boxResult(0, 0, 1, 1).value as Dict), rectanglelabels: ['__proto__', 3, null] },
    },
    { id: 'x', type: 'rectanglelabels', from_name: 'label', value: null },
    { id: 7 },
  ];

  for (const format of pictureFormats) {
    it(`never stop ${format.name}; what is whole goes on`, async () => {
      const whole = brush(square(5));
      const { sink, told } = await written(format, [
        taskOf([...broken, boxResult(10, 10, 10, 10), whole]),
        ...broken.map((each) => taskOf([each])),
        { id: 3 },
        { data: 5, annotations: 'x' },
        { data: {}, annotations: [] },
        { data: { image: 5 }, annotations: [{ result: 5 }, null, 7] },
      ] as Dict[]);
      assert.ok(told.length > 0);
      for (const path of sink.paths)
        assert.doesNotMatch(
          path.endsWith('.npy') || path.endsWith('.png') ? '' : (sink.text(path) ?? ''),
          /NaN|Infinity|undefined/,
        );
      assert.ok(sink.paths.length > 0);
    });
  }

  it('of a config are no reason either', () => {
    for (const format of pictureFormats) {
      assert.equal(format.refusal(readConfigFacts(drawsAll)), undefined);
      assert.match(
        format.refusal(readConfigFacts('<View><Text name="t" value="$t"/><Labels name="l" toName="t"/></View>')) ?? '',
        /needs an <Image>/,
      );
      assert.notEqual(format.refusal(readConfigFacts('<View')), undefined);
    }
  });
});

describe('masks', () => {
  it('go into files of NumPy with the alpha that was painted', async () => {
    const alpha = Uint8Array.from({ length: 20000 }, (_, at) => at % 251);
    const { sink } = await written(brushToNumpy, [taskOf([brush(alpha)])]);
    const bytes = sink.bytes('task-1-annotation-11-by-5-brush-Sky-0.npy') ?? new Uint8Array();
    assert.equal((bytes.length - 20000) % 64, 0);
    assert.deepEqual(bytes.subarray(bytes.length - 20000), alpha);
  });
});
