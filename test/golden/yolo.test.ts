import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { yolo, yoloObb } from '../../src/formats/yolo/export-yolo.js';
import type { MemorySink } from '../../src/formats/files.js';
import { assertNear, bare, casesOf, exported, filesBelow, has, jsonAt, missing, textAt } from './picture-cases.js';

const decoder = new TextDecoder();

/** Lines as numbers, and whatever else stands in them as text. */
const lines = (text: string) =>
  text.trim().split('\n').map((line) => line.split(' ').map((word) => (Number.isNaN(Number(word)) ? word : Number(word))));

function assertSame(sink: MemorySink, expected: ReadonlyMap<string, Uint8Array>) {
  const ours = new Map(sink.paths.map((path) => [bare(path), path]));
  assert.deepEqual([...ours.keys()].sort(), [...expected.keys()].map(bare).sort());
  for (const [path, bytes] of expected) {
    const [written, text] = [sink.text(ours.get(bare(path)) ?? '') ?? '', decoder.decode(bytes)];
    if (path.endsWith('.json')) assertNear(JSON.parse(written).categories, JSON.parse(text).categories, path);
    else if (path === 'classes.txt') assert.equal(written, text);
    else assertNear(lines(written), lines(text), path);
  }
}

for (const [folder, format] of [['ls_yolo', yolo], ['ls_yolo_obb', yoloObb]] as const) {
  describe(`${format.name} like the peer`, { skip: missing }, () => {
    for (const name of casesOf(folder)) {
      for (const compat of ['new', 'old', '2021'] as const) {
        if (!has(folder, name, `expected_${compat}`) || 'error' in jsonAt(folder, name, `meta_${compat}.json`)) continue;
        it(`${name}, ${compat}`, async () => {
          const tasks = jsonAt(folder, name, compat === '2021' ? 'input_2021.json' : 'input.json');
          const { sink } = await exported(format, textAt(folder, name, 'config.xml'), tasks, { compat });
          assertSame(sink, filesBelow(folder, name, `expected_${compat}`));
        });
      }
    }
  });
}

/** Cases where right is something else; see the table of the peers' faults in the docs. */
const faulty: Readonly<Record<string, readonly string[]>> = {
  ls_yolo: ['brush_tasks', 'img_category_ids', 'img_ellipse', 'img_keypoints', 'img_lifecycle', 'img_rect_rotated'],
  ls_yolo_obb: ['img_category_ids', 'img_multilabel'],
};

for (const [folder, format] of [['ls_yolo', yolo], ['ls_yolo_obb', yoloObb]] as const) {
  describe(format.name, { skip: missing }, () => {
    for (const name of casesOf(folder)) {
      if (faulty[folder]?.includes(name) || !has(folder, name, 'expected_new')) continue;
      it(`${name} is the peer's`, async () => {
        const { sink } = await exported(format, textAt(folder, name, 'config.xml'), jsonAt(folder, name, 'input.json'), {});
        assertSame(sink, filesBelow(folder, name, 'expected_new'));
      });
    }
  });
}
