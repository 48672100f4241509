import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { decodeRle } from '../../src/base/rle.js';
import { cocoImport } from '../../src/formats/coco/read-coco.js';
import { readConfigFacts } from '../../src/formats/config-facts.js';
import type { InFile } from '../../src/formats/files.js';
import type { ImportFormat } from '../../src/formats/format.js';
import { alphaOf } from '../../src/formats/geometry/alpha.js';
import { Losses } from '../../src/formats/losses.js';
import { maskImport } from '../../src/formats/masks/read-masks.js';
import { yoloImport } from '../../src/formats/yolo/read-yolo.js';
import type { Dict } from '../../src/model/json.js';
import { assertNear, casesOf, filesBelow, golden, has, inFile, jsonAt, missing, textAt } from './picture-cases.js';

async function imported<Options>(format: ImportFormat<Options>, files: readonly InFile[], options: Partial<Options>) {
  const losses = new Losses();
  const reading = format.read(files, { lose: losses.add }, options);
  const tasks: Dict[] = [];
  for (let step = await reading.next(); ; step = await reading.next()) {
    if (step.done) return { tasks, config: step.value ?? '', losses };
    tasks.push(step.value);
  }
}

/** Without what is random. */
const bare = (tasks: readonly Dict[]) =>
  JSON.parse(JSON.stringify(tasks, (key, value) => (key === 'id' ? undefined : value)));

/** Controls with their labels; how they are coloured is up to everyone. */
const controls = (xml: string) =>
  readConfigFacts(xml).controls.map(({ name, tag, toNames, labels }) => ({ name, tag, toNames, labels: labels.map((label) => label.name).sort() }));
const byName = (a: { name: string }, b: { name: string }) => (a.name < b.name ? -1 : 1);

const renamed: Readonly<Record<string, string>> = {
  out_type: 'as',
  image_root_url: 'root',
  use_super_categories: 'superCategories',
  point_width: 'pointWidth',
  to_name: 'to',
  from_name: 'from',
};

describe('imports from COCO like the peer', { skip: missing }, () => {
  for (const name of casesOf('ls_import_coco')) {
    it(name, async () => {
      const given = Object.entries(jsonAt('ls_import_coco', name, 'options.json'));
      const options = { as: 'annotations', compat: 'new', ...Object.fromEntries(given.map(([key, value]) => [renamed[key] ?? key, value])) };
      const file = inFile('a.json', new TextEncoder().encode(textAt('ls_import_coco', name, 'input.json')));
      const { tasks, config, losses } = await imported(cocoImport, [file], options as never);
      if (!has('ls_import_coco', name, 'expected.json')) {
        // Where the peer fails, we say what is wrong, or read what it cannot.
        const mended = await imported(cocoImport, [file], {});
        const read = mended.tasks.flatMap(({ predictions }) => (predictions as Dict[]).flatMap(({ result }) => result as Dict[]));
        assert.ok(losses.all.length + mended.losses.all.length + read.length > 0);
        return;
      }
      assertNear(bare(tasks), bare(jsonAt('ls_import_coco', name, 'expected.json')));
      const theirs = textAt('ls_import_coco', name, 'expected.label_config.xml');
      assert.deepEqual(controls(config).sort(byName), controls(theirs).sort(byName));
    });
  }
});

describe('imports from YOLO like the peer', { skip: missing }, () => {
  for (const name of casesOf('ls_import_yolo')) {
    if (!has('ls_import_yolo', name, 'expected.json')) continue;
    it(name, async () => {
      const files = [...filesBelow('ls_import_yolo', name, 'in')].map(([path, bytes]) => inFile(path, bytes));
      const { tasks, config } = await imported(yoloImport, files, { as: 'annotations', compat: 'new' });
      const sorted = (list: Dict[]) => list.sort((a, b) => (JSON.stringify(a.data) < JSON.stringify(b.data) ? -1 : 1));
      assertNear(sorted(bare(tasks)), sorted(bare(jsonAt('ls_import_yolo', name, 'expected.json'))));
      assert.deepEqual(controls(config), controls(textAt('ls_import_yolo', name, 'expected.label_config.xml')));
    });
  }
});

describe('imports of masks like the peer', { skip: missing }, () => {
  for (const path of [...filesBelow('ls_brush_import', 'image2annotation').keys()].filter((each) => each.endsWith('.png'))) {
    it(path, async () => {
      const bytes = readFileSync(join(golden, 'ls_brush_import/image2annotation', path));
      const stem = path.replace('.png', '');
      for (const as of ['annotations', 'predictions'] as const) {
        const options = { as, kind: 'binary', label: 'Cat', from: 'brush', groundTruth: true, modelVersion: 'm', score: 0.5 } as const;
        const { tasks } = await imported(maskImport, [inFile(path, bytes)], options);
        const theirs = jsonAt('ls_brush_import', 'image2annotation', `${stem}.${as.slice(0, -1)}.json`);
        const [ours] = tasks[0]?.[as] as Dict[];
        const maskOf = ({ value, original_width, original_height, ...rest }: { value: { rle: number[] }; original_width: number; original_height: number }) => {
          const { raster } = decodeRle(Uint8Array.from(value.rle), original_width, original_height);
          return { ...rest, value: { ...value, rle: raster && [...alphaOf(raster)] }, original_width, original_height };
        };
        const shown = ({ result, ...rest }: any) => ({ ...rest, result: result.map(maskOf) });
        const { origin: _, ...expected } = shown(theirs).result[0];
        assertNear(bare([shown(ours).result[0]]), bare([expected]));
        if (as === 'annotations') assert.equal(ours?.ground_truth, theirs.ground_truth);
        else assert.deepEqual([ours?.model_version, ours?.score], [theirs.model_version, theirs.score]);
      }
    });
  }
});
