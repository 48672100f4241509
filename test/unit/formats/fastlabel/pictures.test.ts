import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { fastlabelCoco } from '../../../../src/formats/fastlabel/export-coco.js';
import { drawnPictures } from '../../../../src/formats/fastlabel/export-drawn.js';
import { instancePng, semanticPng } from '../../../../src/formats/fastlabel/export-index-png.js';
import { fastlabelLabelme } from '../../../../src/formats/fastlabel/export-labelme.js';
import { fastlabelVoc } from '../../../../src/formats/fastlabel/export-voc.js';
import { fastlabelYolo } from '../../../../src/formats/fastlabel/export-yolo.js';
import { fastlabelAnnotations } from '../../../../src/formats/fastlabel/from/annotations-from.js';
import { decodePng, loadPng, sampleOf } from '../../../../src/formats/masks/png.js';
import type { Dict, Json } from '../../../../src/model/json.js';
import { filesOf, textFile, written } from '../picture-format.js';

const one = (type: string, value: string, points: Json, more: Dict = {}): Dict => ({
  type,
  value,
  points,
  color: '#ff0000',
  attributes: [],
  ...more,
});
const task = (annotations: readonly Dict[], more: Dict = {}): Dict => ({
  name: 'sub/a.png',
  width: 20,
  height: 10,
  annotations,
  ...more,
});
const all = { xml: '' };
const ring = [1, 1, 9, 1, 9, 9, 1, 9, 1, 1];
const hole = [3, 3, 3, 6, 6, 6, 6, 3, 3, 3];

describe('COCO of FastLabel', () => {
  it('keeps holes, bodies, colours and attributes', async () => {
    const keypoints = [
      { key: 'head', name: 'Head', value: [1, 2, 1], edges: ['foot'] },
      { key: 'foot', name: 'Foot', value: [], edges: ['head'] },
    ];
    const { json } = await written(
      fastlabelCoco,
      [
        task([
          one('segmentation', 'b', [[ring, hole]]),
          one('pose_estimation', 'a', null, { keypoints, color: '#00ff00' }),
          one('bbox', 'b', [2, 2, 6, 4], { attributes: [{ key: 'k', value: 'v' }] }),
        ]),
      ],
      all,
    );
    const { categories, annotations, images } = json('annotations.json');
    assert.deepEqual(images, [{ file_name: 'sub/a.png', height: 10, width: 20, id: 1 }]);
    assert.deepEqual(
      categories.map(({ id, name, color, keypoints: points, skeleton }: Dict) => [id, name, color, points, skeleton]),
      [
        [1, 'a', '#00ff00', ['head', 'foot'], [[1, 2]]],
        [2, 'b', '#ff0000', [], []],
      ],
    );
    const [body, box, region] = annotations;
    assert.deepEqual([body.keypoints, body.num_keypoints], [[1, 2, 2, 0, 0, 0], 1]);
    assert.deepEqual([box.bbox, box.attributes, box.id], [[2, 2, 4, 2], { k: 'v' }, 2]);
    assert.deepEqual([region.area, region.segmentation.size], [64 - 9, [10, 20]]);
  });

  it('comes from tasks of Label Studio too', async () => {
    const xml =
      '<View><Image name="image" value="$image"/><RectangleLabels name="box" toName="image"><Label value="cat" background="#abcdef"/></RectangleLabels></View>';
    const value = { x: 10, y: 10, width: 20, height: 20, rotation: 0, rectanglelabels: ['cat'] };
    const results = [
      {
        id: 'r',
        from_name: 'box',
        to_name: 'image',
        type: 'rectanglelabels',
        original_width: 200,
        original_height: 100,
        value,
      },
    ];
    const { json, told } = await written(
      fastlabelCoco,
      [{ id: 1, data: { image: 'http://h.example/a.jpg' }, annotations: [{ result: results }] }],
      { xml },
    );
    const { annotations, categories } = json('annotations.json');
    assert.deepEqual([annotations[0].bbox, categories[0].color, told], [[20, 10, 40, 20], '#abcdef', []]);
  });
});

describe('YOLO of FastLabel', () => {
  it('has polygons as polygons, and the classes in the order of the list', async () => {
    const { sink, told } = await written(
      fastlabelYolo,
      [
        task([
          one('bbox', 'b', [0, 0, 10, 5]),
          one('polygon', 'a', [0, 0, 10, 0, 10, 10]),
          one('bbox', 'c', [0, 0, 1, 1]),
        ]),
      ],
      { ...all, options: { classes: ['b', 'a'] } },
    );
    assert.equal(sink.text('classes.txt'), 'b\na\n');
    assert.equal(sink.text('annotations/sub/a.txt'), '0 0.25 0.25 0.5 0.5\n1 0 0 0.5 0 0.5 1\n');
    assert.match(told.join(), /without a class/);
  });

  it('writes no file outside of its folder', async () => {
    const { sink } = await written(fastlabelYolo, [task([], { name: '../../etc/a.png' })], all);
    assert.deepEqual(sink.paths, ['annotations/etc/a.txt', 'classes.txt']);
  });
});

describe('VOC and labelme of FastLabel', () => {
  it('have flags and shapes', async () => {
    const truncated = [{ key: 'truncated', type: 'switch', value: true }];
    const tasks = [
      task([one('bbox', 'cat', [1, 2, 5, 6], { attributes: truncated }), one('circle', 'sun', [10, 5, 2])]),
    ];
    const voc = await written(fastlabelVoc, tasks, all);
    assert.match(voc.sink.text('annotations/sub/a.xml') ?? '', /<truncated>1<\/truncated>/);
    const labelme = await written(fastlabelLabelme, tasks, all);
    assert.deepEqual(
      labelme.json('sub/a.json').shapes.map(({ shape_type }: Dict) => shape_type),
      ['rectangle', 'circle'],
    );
  });
});

describe('frames of videos', () => {
  const video: Dict = {
    name: 'dir/v.mp4',
    width: 20,
    height: 10,
    fps: 10,
    frameCount: 3,
    annotations: [one('bbox', 'cat', { '2': { value: [1, 1, 3, 3], autogenerated: false } })],
  };

  it('are pictures, called by their numbers', async () => {
    const { json } = await written(fastlabelCoco, [video], all);
    const { images, annotations } = json('annotations.json');
    assert.deepEqual(
      images.map(({ file_name }: Dict) => file_name),
      ['v_0.jpg', 'v_1.jpg', 'v_2.jpg'],
    );
    assert.deepEqual(
      annotations.map(({ image_id, bbox }: Dict) => [image_id, bbox]),
      [[2, [1, 1, 2, 2]]],
    );
  });

  it('are written where somebody decodes them', async () => {
    const frames = async function* () {
      for (let byte = 0; byte < 2; byte++) yield Uint8Array.of(byte);
    };
    const { sink, told } = await written(fastlabelYolo, [video], { ...all, options: { frames } });
    assert.deepEqual(sink.bytes('images/v_1.jpg'), Uint8Array.of(1));
    assert.match(told.join(), /fewer frames/);
  });
});

describe('pictures of numbers', () => {
  const pixels = async (bytes: Uint8Array | undefined) => {
    const decoded = decodePng(await loadPng(), bytes ?? new Uint8Array());
    assert.ok(typeof decoded !== 'string');
    return { ...decoded, at: (x: number, y: number) => sampleOf(decoded)(y * decoded.width + x, 0) };
  };

  it('have the last of things that overlap, and holes', async () => {
    const tasks = [task([one('bbox', 'b', [0, 0, 8, 8]), one('segmentation', 'a', [[ring, hole]])])];
    const instance = await pixels((await written(instancePng, tasks, all)).sink.bytes('sub/a.png'));
    assert.deepEqual([instance.at(0, 0), instance.at(2, 2), instance.at(4, 4), instance.at(15, 5)], [1, 2, 1, 0]);
    const { sink } = await written(semanticPng, tasks, all);
    const semantic = await pixels(sink.bytes('sub/a.png'));
    assert.deepEqual([semantic.at(0, 0), semantic.at(2, 2), sink.text('classes.txt')], [2, 1, 'a\nb\n']);
  });

  it('have 16 bits where there are more than 255', async () => {
    const tiny = Array.from({ length: 300 }, (_, index) =>
      one('bbox', 'x', [index % 20, Math.floor(index / 20), (index % 20) + 1, Math.floor(index / 20) + 1]),
    );
    const { sink, told } = await written(instancePng, [task(tiny, { height: 20 })], all);
    const { depth, at } = await pixels(sink.bytes('sub/a.png'));
    assert.deepEqual([depth, at(19, 14)], [16, 300]);
    assert.match(told.join(), /16 bits/);
  });

  it('tell of tasks without a size, and of the number 0', async () => {
    const { told } = await written(instancePng, [{ name: 'a.png', annotations: [] }], {
      ...all,
      options: { startIndex: 0 },
    });
    assert.match(told.join(), /no size.*|From 0/);
  });
});

describe('pictures with annotations drawn', () => {
  it('are drawn on white where there is no picture, boxes turned', async () => {
    const { sink, told } = await written(
      drawnPictures,
      [task([one('bbox', 'cat', [5, 0, 15, 10], { rotation: 45 })])],
      all,
    );
    const decoded = decodePng(await loadPng(), sink.bytes('sub/a.png') ?? new Uint8Array());
    assert.ok(typeof decoded !== 'string');
    const colour = (x: number, y: number) => [...decoded.data.slice((y * 20 + x) * 3, (y * 20 + x) * 3 + 3)];
    assert.deepEqual(colour(0, 0), [255, 255, 255]);
    assert.deepEqual(colour(10, 5), [255, 205, 205]);
    assert.match(told.join(), /on white/);
  });
});

describe('files of other tools as annotations of FastLabel', () => {
  it('COCO: what was written comes back', async () => {
    const given = [one('bbox', 'b', [1, 2, 5, 6], { rotation: 0 }), one('bbox', 'c', [5, 2, 9, 8], { rotation: 30 })];
    const { sink } = await written(fastlabelCoco, [task(given)], all);
    const { annotations, losses } = await fastlabelAnnotations(filesOf(sink), 'COCO', { type: 'bbox' });
    assert.deepEqual(losses, []);
    assert.deepEqual(annotations.get('sub/a.png'), [
      { value: 'b', type: 'bbox', points: [1, 2, 5, 6], attributes: [] },
      { value: 'c', type: 'bbox', points: [5, 2, 9, 8], rotation: 30, attributes: [] },
    ]);
    const regions = await written(fastlabelCoco, [task([one('segmentation', 'b', [[ring, hole]])])], all);
    const polygons = await fastlabelAnnotations(filesOf(regions.sink), 'COCO', { type: 'polygon' });
    assert.equal(polygons.annotations.get('sub/a.png')?.[0]?.type, 'segmentation');
  });

  it('VOC: by names, fractions too; the peer by order', async () => {
    const xml =
      '<annotation><filename>x.png</filename><object><name>cat</name><bndbox><ymin>1.5</ymin><xmin>2</xmin><xmax>4</xmax><ymax>3</ymax></bndbox></object></annotation>';
    const { annotations } = await fastlabelAnnotations(
      [textFile('sub/a.xml', xml), textFile('b.xml', '<annotation><filename>b.jpg</filename></annotation>')],
      'VOC',
    );
    assert.deepEqual(
      [...annotations],
      [
        ['b.jpg', []],
        ['sub/a.png', [{ value: 'cat', type: 'bbox', points: [2, 1.5, 4, 3] }]],
      ],
    );
    const peer = await fastlabelAnnotations([textFile('a.xml', xml.replace('1.5', '1'))], 'VOC', { compat: 'head' });
    assert.deepEqual(peer.annotations.get('a.png')?.[0]?.points, [1, 2, 4, 3]);
  });

  it('labelme: circles and lines too', async () => {
    const shape = (shape_type: string, points: Json, label = 'x') => ({ label, shape_type, points });
    const json = {
      imagePath: 'a.jpg',
      shapes: [
        shape('circle', [
          [5, 5],
          [8, 9],
        ]),
        shape('linestrip', [
          [0, 0],
          [1, 1],
          [2, 0],
        ]),
        shape('mask', [
          [0, 0],
          [1, 1],
        ]),
        shape('point', [[1, 2]], ''),
      ],
    };
    const { annotations, losses } = await fastlabelAnnotations([textFile('a.json', JSON.stringify(json))], 'LABELME');
    assert.deepEqual(annotations.get('a.jpg'), [
      { value: 'x', type: 'circle', points: [5, 5, 5] },
      { value: 'x', type: 'line', points: [0, 0, 1, 1, 2, 0] },
    ]);
    assert.equal(losses.length, 2);
  });

  it('YOLO and masks: with the size of the picture', async () => {
    const png = await loadPng();
    const data = new Uint8Array(20 * 10);
    for (const at of [41, 42, 61, 62]) data[at] = 255;
    const picture = png.encode({ width: 20, height: 10, data, channels: 1, depth: 8 });
    const files = [
      textFile('classes.txt', 'cat\n'),
      textFile('images/a.png', picture),
      textFile('labels/a.txt', '0 0.5 0.5 0.5 0.2\n\n3 0 0 0 0\n'),
    ];
    const { annotations, losses } = await fastlabelAnnotations(files, 'YOLO');
    assert.deepEqual([...annotations], [['images/a.png', [{ value: 'cat', type: 'bbox', points: [5, 4, 15, 6] }]]]);
    assert.equal(losses.length, 1);
    const masks = await fastlabelAnnotations([textFile('a.png', picture)], 'MASKS', { label: 'spot' });
    assert.deepEqual(masks.annotations.get('a.png'), [
      { value: 'spot', type: 'segmentation', points: [[[1, 2, 3, 2, 3, 4, 1, 4, 1, 2]]] },
    ]);
  });
});
