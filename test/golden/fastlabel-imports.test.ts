import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { fastlabelAnnotations } from '../../src/formats/fastlabel/from/annotations-from.js';
import { segmentationOf } from '../../src/formats/fastlabel/from/masks.js';
import { assertNear, casesOf, filesBelow, has, inFile, jsonAt, missing } from './picture-cases.js';

const formats = { fl_from_coco: 'COCO', fl_from_voc: 'VOC', fl_from_yolo: 'YOLO', fl_from_labelme: 'LABELME' } as const;
const versions = { head: 'expected_head.json', '0.15': 'expected_v0_15_0.json' } as const;

for (const [folder, format] of Object.entries(formats)) {
  describe(`${folder} like the peer`, { skip: missing }, () => {
    for (const name of casesOf(folder)) {
      const files = () => [...filesBelow(folder, name, 'in')].map(([path, bytes]) => inFile(path, bytes));
      const given = has(folder, name, 'options.json') ? jsonAt(folder, name, 'options.json') : {};
      const type = given.annotation_type ?? given.type ?? (name.includes('pose') ? 'pose_estimation' : 'bbox');
      const lines = given.project_type === 'segmentation' ? 'segmentation' : 'boxes';
      for (const [compat, expected] of Object.entries(versions) as [keyof typeof versions, string][]) {
        it(`${name}, ${compat}`, async () => {
          const { annotations, losses } = await fastlabelAnnotations(files(), format, { type, lines, compat });
          // Where the peer fails, we say what is wrong.
          if (!has(folder, name, expected)) assert.ok(losses.length > 0);
          else assertNear(Object.fromEntries(annotations), jsonAt(folder, name, expected));
        });
      }
    }
  });
}

describe('masks as segmentations, like the peer where it is exact', { skip: missing }, () => {
  /** From the first point in the order of texts: rings begin anywhere. */
  const cycle = (ring: readonly number[]): string => {
    const points = Array.from({ length: ring.length / 2 - 1 }, (_, at) => `${ring[at * 2]},${ring[at * 2 + 1]}`);
    const start = points.indexOf([...points].sort()[0] ?? '');
    return [...points.slice(start), ...points.slice(0, start)].join(' ');
  };
  for (const name of casesOf('fl_mask_to_segmentation')) {
    if (/diag|hole|ring|noise|concave|circle|blob/.test(name)) continue;
    it(name, async () => {
      const [mask] = [...filesBelow('fl_mask_to_segmentation', name)].filter(([path]) => path.endsWith('.png'));
      const own = (await segmentationOf(mask?.[1] ?? new Uint8Array())) as number[][][];
      const { segmentation } = jsonAt('fl_mask_to_segmentation', name, 'expected_head.json');
      assert.deepEqual(own.map((rings) => rings.map(cycle)), segmentation.map((rings: number[][]) => rings.map(cycle)));
    });
  }
});
