import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { encodeRle } from '../../../src/base/rle.js';
import { coco } from '../../../src/formats/coco/export-coco.js';
import { cocoImport } from '../../../src/formats/coco/read-coco.js';
import { rasterOf } from '../../../src/formats/geometry/alpha.js';
import { labelme } from '../../../src/formats/labelme/export-labelme.js';
import { labelmeImport } from '../../../src/formats/labelme/read-labelme.js';
import { voc } from '../../../src/formats/voc/export-voc.js';
import { vocImport } from '../../../src/formats/voc/read-voc.js';
import { yolo, yoloObb } from '../../../src/formats/yolo/export-yolo.js';
import { yoloImport } from '../../../src/formats/yolo/read-yolo.js';
import type { Dict } from '../../../src/model/json.js';
import { boxResult, filesOf, inValue, read, result, taskOf, written } from './picture-format.js';

/*
 * What goes out to a format and comes in again is what it was, as far as the format can say it. Pictures are 200 by 100.
 */

const percent = (max = 100) => fc.double({ min: 0, max, noNaN: true });
const boxes = fc.tuple(
  percent(50),
  percent(50),
  fc.double({ min: 1, max: 50, noNaN: true }),
  fc.double({ min: 1, max: 50, noNaN: true }),
);
const turns = fc.double({ min: -179, max: 179, noNaN: true }).filter((turn) => Math.abs(turn) > 1e-3);
const rings = fc.array(fc.tuple(percent(), percent()), { minLength: 3, maxLength: 8 }).filter((ring) => {
  const [first, last] = [ring[0], ring.at(-1)];
  return first?.[0] !== last?.[0] || first?.[1] !== last?.[1];
});
/** Some blocks and dots: pixel by pixel it would take minutes to find the least of them that fails. */
const masks = fc
  .array(fc.tuple(fc.nat(199), fc.nat(99), fc.integer({ min: 1, max: 30 }), fc.integer({ min: 1, max: 30 })), {
    minLength: 1,
    maxLength: 6,
  })
  .map((blocks) => {
    const bits = new Uint8Array(200 * 100);
    for (const [left, top, wide, tall] of blocks)
      for (let y = top; y < Math.min(100, top + tall); y++)
        bits.fill(1, y * 200 + left, y * 200 + Math.min(200, left + wide));
    return bits;
  });
const labels = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 12 })
  .filter((label) => label.trim() === label && !/[\r\n\t]/.test(label));

/** In VOC a text of digits cannot be told from a number. */
const texts = labels.filter((text) => !/^(true|false|null|-?\d|[[{])/.test(text));

const upright = boxes.map(([x, y, w, h]) => boxResult(x, y, w, h));
const turned = fc.tuple(boxes, turns).map(([[x, y, w, h], turn]) => boxResult(x, y, w, h, turn));
const polygons = rings.map((points) => result('poly', 'polygonlabels', { points, polygonlabels: ['Road'] }));
const painted = masks.map((bits) => {
  const rle = [
    ...encodeRle(
      rasterOf(
        bits.map((bit) => bit * 255),
        200,
        100,
      ),
    ),
  ];
  return result('brush', 'brushlabels', { format: 'rle', rle, brushlabels: ['Sky'] });
});
const runs = { numRuns: 25 };

/** Equal within a millionth; angles are. */
function assertAlike(actual: unknown, expected: unknown, slack = 1e-6): void {
  if (typeof actual === 'number' && typeof expected === 'number')
    assert.ok(Math.abs(actual - expected) <= slack, `${actual}, not ${expected}`);
  else if (typeof expected === 'object' && expected !== null) {
    assert.deepEqual(Object.keys(actual ?? {}).sort(), Object.keys(expected).sort());
    for (const [key, value] of Object.entries(expected)) assertAlike((actual as Dict)[key], value, slack);
  } else assert.equal(actual, expected);
}
const values = (results: readonly Dict[]) => results.map(({ value, type }) => ({ type, value }));

describe('out and in again', () => {
  it('COCO: boxes, turned boxes, polygons, masks', () =>
    fc.assert(
      fc.asyncProperty(fc.array(fc.oneof(upright, turned, polygons, painted), { maxLength: 4 }), async (results) => {
        const { sink, told } = await written(coco, [taskOf(results)]);
        const back = await read(cocoImport, filesOf(sink), { options: { as: 'annotations' } });
        // A picture without results has no size.
        if (results.length > 0) assert.deepEqual([...told, ...back.told], []);
        assertAlike(values(back.results), values(results));
        assert.deepEqual(
          back.tasks.map(({ data }) => data),
          [{ image: 'http://h.example/a.jpg' }],
        );
      }),
      runs,
    ));

  it('YOLO: boxes, polygons', () =>
    fc.assert(
      fc.asyncProperty(fc.array(fc.oneof(upright, polygons), { minLength: 1, maxLength: 5 }), async (results) => {
        const { sink } = await written(yolo, [taskOf(results)]);
        const { results: back } = await read(yoloImport, filesOf(sink), { options: { size: [200, 100] } });
        assertAlike(values(back), values(results));
      }),
      runs,
    ));

  it('YOLO_OBB: turned boxes', () =>
    fc.assert(
      fc.asyncProperty(fc.array(turned, { minLength: 1, maxLength: 5 }), async (results) => {
        const { sink } = await written(yoloObb, [taskOf(results)]);
        const { results: back } = await read(yoloImport, filesOf(sink), {
          options: { size: [200, 100], lines: 'obb' },
        });
        assertAlike(values(back), values(results));
      }),
      runs,
    ));

  it('VOC: boxes, to whole pixels', () =>
    fc.assert(
      fc.asyncProperty(fc.array(upright, { minLength: 1, maxLength: 5 }), async (results) => {
        const { sink } = await written(voc, [taskOf(results)]);
        const { results: back } = await read(vocImport, filesOf(sink));
        // A pixel is a percent of the height.
        assertAlike(values(back), values(results), 1.001);
      }),
      runs,
    ));

  it('labelme: boxes, polygons, masks, lines', () => {
    const lines = rings.map((points) => {
      const vertices = points.map(([x, y], index) => ({
        id: `p${index}`,
        prevPointId: index === 0 ? null : `p${index - 1}`,
        x,
        y,
        isBezier: false,
      }));
      return result('vec', 'vectorlabels', { vertices, closed: false, vectorlabels: ['Lane'] });
    });
    return fc.assert(
      fc.asyncProperty(
        fc.array(fc.oneof(upright, polygons, painted, lines), { minLength: 1, maxLength: 4 }),
        async (results) => {
          const { sink, told } = await written(labelme, [taskOf(results)]);
          const { results: back } = await read(labelmeImport, filesOf(sink));
          assert.deepEqual(told, []);
          assertAlike(values(back), values(results));
        },
      ),
      runs,
    );
  });

  it('labels of any signs, and what is said of regions', () =>
    fc.assert(
      fc.asyncProperty(labels, fc.dictionary(labels, texts, { noNullPrototype: true }), async (label, said) => {
        const each = result(
          'label',
          'rectanglelabels',
          { x: 1, y: 2, width: 3, height: 4, rotation: 0, rectanglelabels: [label] },
          Object.keys(said).length > 0 ? { meta: said } : {},
        );
        for (const [out, back] of [
          [coco, cocoImport],
          [voc, vocImport],
          [labelme, labelmeImport],
        ] as const) {
          const { sink } = await written(out, [taskOf([each])]);
          const { results } = await read(back as typeof cocoImport, filesOf(sink));
          assert.deepEqual([inValue(results[0], 'rectanglelabels'), results[0]?.meta], [[label], each.meta], out.name);
        }
      }),
      { numRuns: 60 },
    ));

  it('people, with COCO and with labelme', async () => {
    const xml = `<View><Image name="image" value="$image"/><RectangleLabels name="label" toName="image"><Label value="Car"/></RectangleLabels>
      <KeyPointLabels name="kp" toName="image"><Label value="nose" model_index="0"/><Label value="eye" model_index="1"/></KeyPointLabels></View>`;
    const point = (x: number, name: string, parentID: string) =>
      result('kp', 'keypointlabels', { x, y: 50, width: 1, keypointlabels: [name] }, { parentID });
    const [a, b] = [boxResult(0, 0, 10, 10), boxResult(50, 0, 10, 10)];
    const results = [
      a,
      point(1, 'nose', a.id as string),
      point(2, 'eye', a.id as string),
      b,
      point(51, 'nose', b.id as string),
    ];
    for (const [out, back] of [
      [coco, cocoImport],
      [labelme, labelmeImport],
    ] as const) {
      const { sink } = await written(out, [taskOf(results)], { xml });
      const { results: read1 } = await read(back as typeof cocoImport, filesOf(sink), { xml });
      const people = (list: readonly Dict[]) =>
        list.map(({ type, value, parentID }) => [type, value, list.findIndex(({ id }) => id === parentID)]);
      assertAlike(people(read1), people(results));
    }
  });
});
