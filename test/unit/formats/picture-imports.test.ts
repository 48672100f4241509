import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { encode } from 'fast-png';
import { decodeRle } from '../../../src/base/rle.js';
import { parseConfig } from '../../../src/config/parse.js';
import { cocoImport } from '../../../src/formats/coco/read-coco.js';
import { readConfigFacts } from '../../../src/formats/config-facts.js';
import { alphaOf } from '../../../src/formats/geometry/alpha.js';
import { compressed } from '../../../src/formats/geometry/coco-rle.js';
import { labelmeImport } from '../../../src/formats/labelme/read-labelme.js';
import { maskImport } from '../../../src/formats/masks/read-masks.js';
import { pictureImports } from '../../../src/formats/picture-formats.js';
import { vocImport } from '../../../src/formats/voc/read-voc.js';
import { namesInYaml } from '../../../src/formats/yolo/class-names.js';
import { yoloImport } from '../../../src/formats/yolo/read-yolo.js';
import type { Dict } from '../../../src/model/json.js';
import { inValue, read, textFile } from './picture-format.js';

const cocoFile = (annotations: readonly unknown[], more: Dict = {}) =>
  textFile(
    'a.json',
    JSON.stringify({
      images: [{ id: 1, file_name: 'a.jpg', width: 8, height: 4 }],
      categories: [
        { id: 3, name: 'cat & <dog>' },
        { id: 4, name: 'person', keypoints: ['nose', 'eye'], skeleton: [[1, 2]] },
      ],
      annotations,
      ...more,
    }),
  );
const alphaIn = ({ value }: Dict, width: number, height: number) => {
  const { raster } = decodeRle(Uint8Array.from((value as Dict).rle as number[]), width, height);
  return raster && [...alphaOf(raster)].map((each) => (each > 0 ? 1 : 0)).join('');
};
const valuesOf = (results: readonly Dict[]) => results.map(({ value }) => value as Dict);
const png = (data: number[], width: number, channels: 1 | 3 = 1, palette?: number[][]) =>
  encode({
    width,
    height: data.length / channels / width,
    data: Uint8Array.from(data),
    channels,
    depth: 8,
    ...(palette && { palette }),
  });

describe('import from COCO', () => {
  it('makes one region of an object with a box and an outline', async () => {
    const annotation = { id: 1, image_id: 1, category_id: 3, bbox: [0, 0, 4, 2], segmentation: [[0, 0, 4, 0, 4, 2]] };
    const { tasks, results, config } = await read(cocoImport, [cocoFile([annotation])]);
    assert.deepEqual(valuesOf(results), [
      {
        points: [
          [0, 0],
          [50, 0],
          [50, 50],
        ],
        polygonlabels: ['cat & <dog>'],
      },
    ]);
    assert.deepEqual(tasks[0]?.data, { image: '/data/local-files/?d=a.jpg' });
    assert.equal(parseConfig(config).problems.length, 0);
    const [control] = readConfigFacts(config).controls;
    assert.deepEqual(
      [control?.name, control?.labels.map(({ name }) => name)],
      ['labelpolygons', ['cat & <dog>', 'person']],
    );
    const both = await read(cocoImport, [cocoFile([annotation])], { options: { boxes: 'always' } });
    assert.deepEqual(
      both.results.map(({ type }) => type),
      ['polygonlabels', 'rectanglelabels'],
    );
  });

  it('reads runs of pixels, as lists and as strings, and crowds', async () => {
    const counts = [2, 3, 27];
    const of = (more: Dict) => ({ image_id: 1, category_id: 3, bbox: [0, 0, 2, 4], ...more });
    const { results } = await read(cocoImport, [
      cocoFile([
        of({ segmentation: { size: [4, 8], counts }, iscrowd: 1 }),
        of({ segmentation: { size: [4, 8], counts: compressed(counts) } }),
      ]),
    ]);
    const rows = '01000000' + '00000000' + '10000000' + '10000000';
    assert.deepEqual(
      results.map((each) => [each.type, alphaIn(each, 8, 4), each.meta]),
      [
        ['brushlabels', rows, { iscrowd: 1 }],
        ['brushlabels', rows, undefined],
      ],
    );
  });

  it('nests points in their person, by name; those that were not placed are none', async () => {
    const person = { image_id: 1, category_id: 4, bbox: [0, 0, 4, 4], keypoints: [2, 1, 2, 0, 0, 0], score: 0.5 };
    const { results, config } = await read(cocoImport, [
      cocoFile([person, { ...person, keypoints: [0, 0, 0, 4, 2, 1] }]),
    ]);
    const [box, nose, other, eye] = results;
    assert.deepEqual(
      [box?.type, box?.score, nose?.parentID, nose?.value],
      ['rectanglelabels', 0.5, box?.id, { x: 25, y: 25, width: 1, keypointlabels: ['nose'] }],
    );
    assert.deepEqual(
      [eye?.parentID, eye?.value],
      [other?.id, { x: 50, y: 50, width: 1, hidden: true, keypointlabels: ['eye'] }],
    );
    const points = readConfigFacts(config).controls.find(({ tag }) => tag === 'KeyPointLabels');
    assert.deepEqual(
      points?.labels.map(({ name, attributes }) => [name, attributes.model_index]),
      [
        ['nose', '0'],
        ['eye', '1'],
      ],
    );
    const skeletons = await read(cocoImport, [cocoFile([person])], { options: { bodies: 'skeletons' } });
    assert.deepEqual(
      skeletons.results.map(({ type }) => type),
      ['rectanglelabels', 'skeletonlabels'],
    );
    const [, drawn] = readConfigFacts(skeletons.config).controls;
    assert.deepEqual(drawn?.skeleton, { points: ['nose', 'eye'], edges: [['nose', 'eye']] });
  });

  it('uses the controls of a config, and makes something like it of what they cannot draw', async () => {
    const xml =
      '<View><Image name="pic" value="$url"/><Rectangle name="r" toName="pic"/><Labels name="l" toName="pic"><Label value="person"/></Labels></View>';
    const outline = { image_id: 1, category_id: 4, segmentation: [[0, 0, 4, 0, 4, 2]] };
    const { tasks, results, config, told } = await read(cocoImport, [cocoFile([outline])], { xml });
    assert.equal(config, '');
    assert.deepEqual(Object.keys(tasks[0]?.data ?? {}), ['url']);
    assert.deepEqual(
      results.map(({ from_name, to_name, type }) => [from_name, to_name, type]),
      [
        ['r', 'pic', 'rectangle'],
        ['l', 'pic', 'labels'],
      ],
    );
    assert.equal(results[0]?.id, results[1]?.id);
    assert.deepEqual(inValue(results[1], 'labels'), ['person']);
    assert.deepEqual(told, ['The config has no <PolygonLabels>; Polygons become <RectangleLabels>.']);
  });

  it('tells what is wrong, and where, and goes on', async () => {
    const whole = { image_id: 1, category_id: 3, bbox: [0, 0, 1, 1] };
    const { results, losses } = await read(cocoImport, [
      cocoFile([
        { ...whole, image_id: 9 },
        { ...whole, category_id: 9 },
        { ...whole, bbox: [0, 0, -1, 1] },
        { ...whole, bbox: undefined, segmentation: { size: [4, 8], counts: 'oo' } },
        { ...whole, bbox: undefined, segmentation: { size: [9, 8], counts: [72] } },
        { ...whole, bbox: undefined, segmentation: [[1, 2, 3]] },
        5,
        null,
        whole,
      ]),
      textFile('b.json', '{"images": ['),
      textFile('c.json', '[]'),
    ]);
    assert.equal(results.length, 1);
    assert.deepEqual([...new Set(losses.map(({ index }) => index))], [0, 6, 7, 1, 2, 3, 4, 5, undefined]);
    assert.deepEqual(
      losses.filter(({ file }) => file === 'b.json').map(({ line }) => line),
      [1],
    );
  });
});

describe('import from YOLO', () => {
  const files = (lines: string, more: ReturnType<typeof textFile>[] = []) => [
    textFile('classes.txt', 'cat\ndog\n'),
    textFile('images/a.png', png(new Array(8).fill(0), 4)),
    textFile('labels/a.txt', lines),
    ...more,
  ];

  it('reads boxes, with scores of 0 too, and polygons', async () => {
    const { results, config, tasks } = await read(
      yoloImport,
      files('0 0.5 0.5 0.5 0.5\n1 0.5 0.5 1 1 0\n\n0 0 0 1 0 1 1\n1\t0 0  1 0 1 1 0 1 0.75\n'),
    );
    assert.deepEqual(
      results.map(({ type, score }) => [type, score]),
      [
        ['rectanglelabels', undefined],
        ['rectanglelabels', 0],
        ['polygonlabels', undefined],
        ['polygonlabels', 0.75],
      ],
    );
    assert.deepEqual(valuesOf(results)[0], {
      x: 25,
      y: 25,
      width: 50,
      height: 50,
      rotation: 0,
      rectanglelabels: ['cat'],
    });
    assert.deepEqual([results[0]?.original_width, results[0]?.original_height], [4, 2]);
    assert.deepEqual(
      readConfigFacts(config).controls.map(({ name }) => name),
      ['label', 'labelpolygons'],
    );
    assert.deepEqual(tasks[0]?.data, { image: '/data/local-files/?d=images/a.png' });
  });

  it('reads corners of turned boxes where it is told so', async () => {
    const { results } = await read(yoloImport, files('0 0.5 0 1 0.5 0.75 1 0.25 0.5\n'), {
      options: { lines: 'obb', size: [4, 4] },
    });
    assert.equal(Math.round((valuesOf(results)[0]?.rotation as number) * 1000), 45000);
  });

  it('reads bodies where it knows the names of their points', async () => {
    const notes = textFile(
      'notes.json',
      JSON.stringify({ categories: [{ id: 0, name: 'cat', keypoints: ['nose', 'tail'] }] }),
    );
    const { results } = await read(yoloImport, files('0 0.5 0.5 1 1 0.25 0.5 2 0 0 0\n', [notes]));
    assert.deepEqual(
      results.map(({ type, parentID }) => [type, parentID]),
      [
        ['rectanglelabels', undefined],
        ['keypointlabels', results[0]?.id],
      ],
    );
    const pairs = await read(yoloImport, files('0 0.5 0.5 1 1 0.25 0.5 0.5 0.5\n'), {
      options: { points: ['nose', 'tail'] },
    });
    assert.equal(pairs.results.length, 3);
  });

  it('tells lines that cannot be read, and files without a picture', async () => {
    const { results, losses } = await read(
      yoloImport,
      files('x 1 1 1 1\n0 1 1\n0 NaN 1 1 1\n0 0.5 0.5 1 1\n9 0.5 0.5 1 1', [
        textFile('labels/b.txt', ''),
        textFile('images/c.png', ''),
      ]),
    );
    assert.deepEqual(
      results.map(({ value }) => (value as Dict).rectanglelabels),
      [['cat'], ['9']],
    );
    assert.deepEqual(
      losses.map(({ file, line }) => [file, line]),
      [
        ['labels/a.txt', 1],
        ['labels/a.txt', 2],
        ['labels/a.txt', 3],
        ['labels/a.txt', 5],
        ['labels/b.txt', undefined],
      ],
    );
  });

  it('takes names of classes from data.yaml', () => {
    assert.deepEqual(namesInYaml('nc: 2\nnames: ["a b", \'c\', d] # all\n'), ['a b', 'c', 'd']);
    assert.deepEqual(namesInYaml('names:\n  0: person\n  2: "car"\nval: x'), ['person', '', 'car']);
    assert.deepEqual(namesInYaml('names:\n- a\n- b # c\n'), ['a', 'b']);
    assert.deepEqual(namesInYaml('x: 1'), []);
  });
});

describe('import from VOC', () => {
  const document = (objects: string, size = '<size><width>200</width><height>100</height></size>') =>
    textFile('Annotations/a.xml', `<annotation><filename>a.jpg</filename>${size}${objects}</annotation>`);

  it('reads edges by name, fractions, turned boxes and what is said', async () => {
    const { results } = await read(vocImport, [
      document(`<object><name>cat &amp; dog</name><difficult>1</difficult><pose>Left</pose>
        <bndbox><ymax>40</ymax><xmin>30.5</xmin><ymin>20</ymin><xmax>10</xmax></bndbox>
        <attributes><attribute><name>colour</name><value>red</value></attribute></attributes></object>
        <object><name>t</name><robndbox><cx>100</cx><cy>50</cy><w>20</w><h>10</h><angle>1.5707963267948966</angle></robndbox></object>`),
    ]);
    const [upright, turned] = results;
    assert.deepEqual(upright?.value, {
      x: 5,
      y: 20,
      width: 10.25,
      height: 20,
      rotation: 0,
      rectanglelabels: ['cat & dog'],
    });
    assert.deepEqual(upright?.meta, { difficult: 1, pose: 'Left', colour: 'red' });
    assert.equal(Math.round(inValue(turned, 'rotation') as number), 90);
    assert.equal(Math.round(inValue(turned, 'x') as number), 53);
    const ones = await read(
      vocImport,
      [
        document(
          '<object><name>c</name><bndbox><xmin>1</xmin><ymin>1</ymin><xmax>20</xmax><ymax>10</ymax></bndbox></object>',
        ),
      ],
      { options: { fromOne: true } },
    );
    assert.deepEqual(valuesOf(ones.results)[0], {
      x: 0,
      y: 0,
      width: 10,
      height: 10,
      rotation: 0,
      rectanglelabels: ['c'],
    });
  });

  it('tells what is wrong, and goes on', async () => {
    const { tasks, results, told } = await read(vocImport, [
      document(
        '<object><name>a</name></object><object><bndbox/></object><object><name>b</name><bndbox><xmin>x</xmin></bndbox></object>',
      ),
      textFile('b.xml', '<annotation><object>'),
      textFile('c.xml', '<kml/>'),
      document('<object><name>a</name></object>', ''),
      document('', ''),
    ]);
    assert.deepEqual([tasks.length, results.length], [3, 0]);
    assert.equal(told.length, 6);
  });
});

describe('import from labelme', () => {
  it('reads all its shapes', async () => {
    const shape = (shape_type: string | undefined, points: number[][], more: Dict = {}) => ({
      label: shape_type ?? 'old',
      points,
      ...(shape_type && { shape_type }),
      ...more,
    });
    const mask = btoa(String.fromCharCode(...png([255, 0, 255, 255], 2)));
    const file = {
      imagePath: '..\\pictures\\a.jpg',
      imageWidth: 8,
      imageHeight: 4,
      shapes: [
        shape(
          'rectangle',
          [
            [4, 2],
            [0, 0],
          ],
          { flags: { dark: true, small: false } },
        ),
        shape('circle', [
          [4, 2],
          [4, 4],
        ]),
        shape('line', [
          [0, 0],
          [8, 4],
        ]),
        shape('linestrip', [
          [0, 0],
          [4, 4],
          [8, 0],
        ]),
        shape('point', [[1, 1]]),
        shape('points', [
          [1, 1],
          [2, 2],
        ]),
        shape(undefined, [
          [0, 0],
          [8, 0],
          [8, 4],
        ]),
        shape(
          'mask',
          [
            [1, 1],
            [2, 2],
          ],
          { mask },
        ),
        shape(
          'mask',
          [
            [1, 1],
            [2, 2],
          ],
          { mask: '!' },
        ),
        shape('cube', [[1, 1]]),
        shape('polygon', [[1, 1]]),
        { label: '', points: [] },
        { label: 'x', points: [['a']] },
        null,
      ],
    };
    const { tasks, results, told } = await read(labelmeImport, [textFile('a.json', JSON.stringify(file))]);
    assert.deepEqual(tasks[0]?.data, { image: '/data/local-files/?d=pictures/a.jpg' });
    assert.deepEqual(
      results.map(({ type }) => type),
      [
        'rectanglelabels',
        'ellipselabels',
        'vectorlabels',
        'vectorlabels',
        'keypointlabels',
        'keypointlabels',
        'keypointlabels',
        'polygonlabels',
        'brushlabels',
      ],
    );
    assert.deepEqual(
      [valuesOf(results)[0], results[0]?.meta],
      [{ x: 0, y: 0, width: 50, height: 50, rotation: 0, rectanglelabels: ['rectangle'] }, { dark: true }],
    );
    assert.deepEqual([valuesOf(results)[1]?.radiusX, valuesOf(results)[1]?.radiusY], [25, 50]);
    assert.equal(alphaIn(results.at(-1) ?? {}, 8, 4), '00000000' + '01000000' + '01100000' + '00000000');
    assert.equal(told.length, 5);
  });
});

describe('import of masks', () => {
  it('reads black and white, numbers, palettes and colours', async () => {
    const binary = await read(maskImport, [textFile('m/a.png', png([0, 128, 129, 255], 2))], {
      options: { label: 'cat' },
    });
    assert.deepEqual(
      binary.results.map((each) => alphaIn(each, 2, 2)),
      ['0011'],
    );
    assert.deepEqual(binary.tasks[0]?.data, { image: '/data/local-files/?d=m/a.jpg' });
    const numbers = await read(maskImport, [textFile('a.png', png([0, 2, 1, 2], 2))], {
      options: { kind: 'numbers', labels: { 2: 'dog' } },
    });
    assert.deepEqual(
      numbers.results.map((each) => [(each.value as Dict).brushlabels, alphaIn(each, 2, 2)]),
      [
        [['1'], '0010'],
        [['dog'], '0101'],
      ],
    );
    const palette = [
      [0, 0, 0],
      [255, 0, 0],
      [0, 255, 0],
    ];
    const indexed = await read(maskImport, [textFile('a.png', png([0, 2, 2, 2], 2, 1, palette))]);
    assert.deepEqual(
      indexed.results.map((each) => alphaIn(each, 2, 2)),
      ['0111'],
    );
    const colours = await read(maskImport, [textFile('a.png', png([0, 0, 0, 255, 0, 0], 2, 3))], {
      options: { labels: { '#FF0000': 'red' } },
    });
    assert.deepEqual(
      colours.results.map((each) => [(each.value as Dict).brushlabels, alphaIn(each, 2, 1)]),
      [[['red'], '01']],
    );
  });

  it('brings masks of one picture together by the folders they lie in', async () => {
    const mask = png([0, 255], 2);
    const { tasks, results } = await read(maskImport, [textFile('cat/a.png', mask), textFile('dog/a.png', mask)], {
      options: { labelFrom: 'folder' },
    });
    assert.equal(tasks.length, 1);
    assert.deepEqual(
      results.map(({ value }) => (value as Dict).brushlabels),
      [['cat'], ['dog']],
    );
  });

  it('tells files that are no masks', async () => {
    const photo = png(
      Array.from({ length: 3 * 64 * 64 }, (_, at) => Math.floor(Math.abs(Math.sin(at) * 1e6)) % 256),
      64,
      3,
    );
    const { tasks, told } = await read(maskImport, [textFile('a.png', 'no'), textFile('b.png', photo)]);
    assert.deepEqual([tasks.length, told.length], [0, 2]);
  });
});

describe('imports', () => {
  const junk = [
    '',
    '{',
    '[1]',
    '{"images":1,"categories":[5],"annotations":{}}',
    '{"shapes":[5,{}],"__proto__":{"x":1}}',
    '\u0000',
    '<a',
  ];
  for (const format of pictureImports) {
    it(`from ${format.name} say what is wrong with files of anything`, async () => {
      for (const text of junk) {
        for (const ending of ['json', 'xml', 'txt', 'png', 'yaml']) await read(format, [textFile(`x.${ending}`, text)]);
      }
      const bytes = textFile('x.json', Uint8Array.of(0xff, 0xfe, 0x00));
      await read(format, [bytes]);
      assert.equal(({} as Dict).x, undefined);
    });
  }
});
