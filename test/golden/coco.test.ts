import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { coco } from '../../src/formats/coco/export-coco.js';
import { assertNear, bare, casesOf, exported, has, jsonAt, missing, textAt } from './picture-cases.js';

interface Coco {
  images: { id: number; file_name: string; width: number | null }[];
  categories: { id: number | string; name: string }[];
  annotations: { id: number; image_id: number; category_id: number | string; bbox: number[]; segmentation: number[][] }[];
}

const without = ({ images, categories, annotations }: Coco) => ({
  images: images.map((image) => ({ ...image, file_name: bare(image.file_name) })),
  categories,
  annotations,
});

describe('COCO like the peer', { skip: missing }, () => {
  for (const name of casesOf('ls_coco')) {
    for (const compat of ['new', 'old', '2021'] as const) {
      const expected = `expected_${compat}/result.json`;
      if (!has('ls_coco', name, expected)) continue;
      it(`${name}, ${compat}`, async () => {
        const tasks = jsonAt('ls_coco', name, compat === '2021' ? 'input_2021.json' : 'input.json');
        const { sink } = await exported(coco, textAt('ls_coco', name, 'config.xml'), tasks, { compat });
        const written: Coco = JSON.parse(sink.text('result.json') ?? '');
        assertNear(without(written), without(jsonAt('ls_coco', name, expected)));
      });
    }
  }
});

/** Cases where right is something else; see the table of the peers' faults in the docs. */
const faulty = new Set(['brush_tasks', 'img_ellipse', 'img_keypoints', 'img_lifecycle', 'img_multilabel', 'img_rect_rotated']);

describe('COCO', { skip: missing }, () => {
  for (const name of casesOf('ls_coco')) {
    if (faulty.has(name) || !has('ls_coco', name, 'expected_new/result.json')) continue;
    it(`${name} is the peer's`, async () => {
      const tasks = jsonAt('ls_coco', name, 'input.json');
      const { sink } = await exported(coco, textAt('ls_coco', name, 'config.xml'), tasks, {});
      const [ours, theirs]: Coco[] = [JSON.parse(sink.text('result.json') ?? ''), jsonAt('ls_coco', name, 'expected_new/result.json')];
      const plain = ({ images, categories, annotations }: Coco) => {
        const names = new Map(categories.map(({ id, name: label }) => [id, label]));
        const byName = annotations.map(({ category_id, ...rest }) => ({ ...rest, category: names.get(category_id) }));
        return { annotations: byName, images: images.map(({ id, width, file_name }) => ({ id, width, file_name: bare(file_name) })) };
      };
      assertNear(plain(ours as Coco), plain(theirs as Coco));
    });
  }

  it('has turned boxes as they lie in pixels', async () => {
    const [first] = jsonAt('ls_coco', 'img_rect_rotated', 'input.json');
    const xml = textAt('ls_coco', 'img_rect_rotated', 'config.xml');
    const { sink } = await exported(coco, xml, [first], {});
    const { annotations }: Coco = JSON.parse(sink.text('result.json') ?? '');
    const right: { case: string; corners_px: number[][]; enclosing_bbox_px: number[] }[] = jsonAt('corrected', 'ls_rotated_rectangles.json');
    const here = right.filter((each) => each.case === 'img_rect_rotated').slice(0, annotations.length);
    assert.equal(here.length, 5);
    here.forEach(({ corners_px, enclosing_bbox_px }, index) => {
      assertNear(annotations[index]?.bbox, enclosing_bbox_px);
      assertNear(annotations[index]?.segmentation, [corners_px.flat()]);
    });
  });
});
