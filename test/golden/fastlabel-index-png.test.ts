import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { pairsOf, paintAsPeer, stairs } from '../../src/formats/fastlabel/compat/pixels.js';
import { instancePng, semanticPng } from '../../src/formats/fastlabel/export-index-png.js';
import { paint } from '../../src/formats/fastlabel/index-values.js';
import { shapeOf } from '../../src/formats/fastlabel/shapes.js';
import { decodePng, loadPng, sampleOf } from '../../src/formats/masks/png.js';
import type { Dict } from '../../src/model/json.js';
import { casesOf, exported, filesBelow, has, jsonAt, missing } from './picture-cases.js';

const folders = { fl_index_png_instance: instancePng, fl_index_png_semantic: semanticPng };
/** Where ours is right and the peer is not: boxes that are turned, numbers that overlap. */
const differs = /rotated|overlap/;

for (const [folder, format] of Object.entries(folders)) {
  describe(`${folder} like the peer`, { skip: missing }, () => {
    for (const name of casesOf(folder)) {
      const { start_index: startIndex, classes } = has(folder, name, 'options.json') ? jsonAt(folder, name, 'options.json') : ({} as Dict);
      const options = { ...(startIndex !== undefined && { startIndex }), ...(classes && { classes }) };
      for (const [compat, expected] of [['head', 'expected_head'], ['0.15', 'expected_v0_15_0'], [false, 'expected_head']] as const) {
        if (!has(folder, name, expected) || (compat === false && differs.test(name))) continue;
        it(`${name}, ${compat}`, async () => {
          const { sink } = await exported(format, '', jsonAt(folder, name, 'input.json'), { ...options, compat });
          for (const path of filesBelow(folder, name, expected).keys()) {
            if (!path.endsWith('.json')) continue;
            const { indices, palette, size } = jsonAt(folder, name, expected, path);
            const decoded = decodePng(await loadPng(), sink.bytes(path.replace(/\.json$/, '')) ?? new Uint8Array());
            assert.ok(typeof decoded !== 'string', String(decoded));
            assert.deepEqual([decoded.width, decoded.height], size);
            const sample = sampleOf(decoded);
            const own = Array.from({ length: decoded.width * decoded.height }, (_, at) => sample(at, 0));
            assert.deepEqual(own, indices.flat());
            const colours = decoded.palette?.flat() ?? [];
            assert.deepEqual(colours.slice(0, palette.length), palette);
            if (compat) assert.equal(colours.length, palette.length);
          }
        });
      }
    }
  });
}

describe('pixels of shapes', { skip: missing }, () => {
  const blank = ({ width, height }: { width: number; height: number }) => ({ width, height, values: new Uint16Array(width * height) });
  const rowsOf = ({ width, height, values }: ReturnType<typeof blank>) =>
    Array.from({ length: height }, (_, y) => Array.from({ length: width }, (_, x) => (values[y * width + x] ? '#' : '.')).join(''));

  it('are those of the peer where that is asked for', () => {
    const shapes = jsonAt('fl_index_png_shapes', 'shapes.json');
    const wrong = shapes.filter(({ task, mask_rows }: Dict) => {
      const picture = blank(task as never);
      paintAsPeer(picture, ((task as Dict).annotations as Dict[])[0] as Dict, 1);
      return rowsOf(picture).join() !== (mask_rows as string[]).join();
    });
    // Two touch the edge of the picture, where OpenCV cuts lines off otherwise.
    assert.ok(wrong.length <= 2, `${wrong.length} of ${shapes.length}: ${JSON.stringify(wrong.map(({ kind, task }: Dict) => [kind, (task as Dict).annotations]))}`);
  });

  it('are those whose middles lie inside, as the peer has them where no edge is slanted', () => {
    for (const { task, mask_rows, kind, differs_from_centre_sampling: off } of jsonAt('fl_index_png_shapes', 'shapes.json')) {
      if (off !== 0 || /poly|tri/.test(kind)) continue;
      const picture = blank(task);
      const shape = shapeOf(task.annotations[0], task.annotations[0].points, () => {});
      if (shape) paint(picture, shape, 1);
      assert.deepEqual(rowsOf(picture), mask_rows, kind);
    }
  });

  it('make the same stairs', () => {
    for (const { points, pixel_deduplicated } of jsonAt('fl_index_png_shapes', 'pixel_coordinates.json')) {
      assert.deepEqual(stairs(pairsOf(points.map(Math.trunc))).flat(), pixel_deduplicated);
    }
  });
});
