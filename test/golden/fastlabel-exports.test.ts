import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parseConfig } from '../../src/config/parse.js';
import { fastlabelCoco } from '../../src/formats/fastlabel/export-coco.js';
import { fastlabelLabelme } from '../../src/formats/fastlabel/export-labelme.js';
import { fastlabelVoc } from '../../src/formats/fastlabel/export-voc.js';
import { fastlabelYolo } from '../../src/formats/fastlabel/export-yolo.js';
import type { ExportFormat } from '../../src/formats/format.js';
import type { Dict } from '../../src/model/json.js';
import { assertNear, casesOf, exported, filesBelow, has, jsonAt, missing } from './picture-cases.js';

const decoder = new TextDecoder();
type Read = (text: string) => unknown;

const lines: Read = (text) =>
  text.split('\n').flatMap((line) => (line.trim() === '' ? [] : [line.trim().split(/\s+/).map((word) => (Number.isNaN(Number(word)) ? word : Number(word)))]));
const json: Read = (text) => JSON.parse(text);
const xml: Read = (text) => {
  const bare = (element: { tag: string; text: string; children: readonly unknown[] }): unknown => [
    element.tag,
    element.text.trim(),
    element.children.map((child) => bare(child as typeof element)),
  ];
  const { root } = parseConfig(text);
  return root && bare(root);
};
const readOf = (path: string): Read => (path.endsWith('.json') ? json : path.endsWith('.xml') ? xml : lines);

const versions = { head: 'expected_head', '0.15': 'expected_v0_15_0' } as const;

/** What our default does otherwise has a line in the table of the peers' bugs. */
const formats: Readonly<Record<string, { readonly format: ExportFormat<any>; readonly ours: readonly string[] }>> = {
  fl_to_coco: { format: fastlabelCoco, ours: ['colors_many'] },
  fl_to_yolo: { format: fastlabelYolo, ours: [] },
  fl_to_voc: { format: fastlabelVoc, ours: ['colors_many'] },
  fl_to_labelme: { format: fastlabelLabelme, ours: [] },
};

function optionsOf(folder: string, name: string): Dict {
  if (!has(folder, name, 'options.json')) return {};
  const { classes, annotations, project_type: projectType } = jsonAt(folder, name, 'options.json');
  return { ...(classes && { classes }), ...(annotations && { classes: annotations }), ...(projectType && { projectType }) };
}

async function assertLike(format: ExportFormat<any>, folder: string, name: string, expected: string, options: Dict): Promise<void> {
  const { sink } = await exported(format, '', jsonAt(folder, name, 'input.json'), options);
  for (const [path, bytes] of filesBelow(folder, name, expected)) {
    if (/\.(jpg|png)$/.test(path)) continue;
    const text = sink.text(path);
    assert.ok(text !== undefined, `${path} is written, not only ${sink.paths.join(' ')}`);
    assertNear(readOf(path)(text), readOf(path)(decoder.decode(bytes)), path);
  }
}

for (const [folder, { format, ours }] of Object.entries(formats)) {
  describe(`${folder} like the peer`, { skip: missing }, () => {
    for (const name of casesOf(folder)) {
      for (const [compat, expected] of Object.entries(versions)) {
        if (!has(folder, name, expected)) continue;
        it(`${name}, ${compat}`, () => assertLike(format, folder, name, expected, { ...optionsOf(folder, name), compat }));
      }
      if (ours.includes(name)) it(`${name}, by default`, () => assertLike(format, folder, name, 'expected_head', optionsOf(folder, name)));
    }
  });
}

describe('fl_video like the peer', { skip: missing }, () => {
  for (const name of casesOf('fl_video')) {
    if (!has('fl_video', name, 'input.json')) continue;
    const format = name.includes('yolo') ? fastlabelYolo : name.includes('voc') ? fastlabelVoc : fastlabelCoco;
    for (const [compat, expected] of Object.entries(versions)) {
      if (!has('fl_video', name, expected)) continue;
      it(`${name}, ${compat}`, () => assertLike(format, 'fl_video', name, expected, { ...optionsOf('fl_video', name), compat }));
    }
  }
});

describe('turned boxes of FastLabel', { skip: missing }, () => {
  it('have the corners and the box round them that they ought to have', async () => {
    const cases: readonly Dict[] = jsonAt('corrected', 'fastlabel_rotated_boxes.json');
    const annotations = cases.map(({ points, rotation }, index) => ({
      type: 'bbox',
      value: `c${String(index).padStart(4, '0')}`,
      points: points as never,
      rotation: rotation as never,
      attributes: [],
    }));
    const { sink } = await exported(fastlabelCoco, '', [{ name: 'a.jpg', width: 200, height: 100, annotations }], {});
    const { annotations: made } = JSON.parse(sink.text('annotations.json') ?? '');
    assert.equal(made.length, cases.length);
    cases.forEach(({ corners_px, enclosing_bbox_px }, index) => {
      assertNear(made[index].bbox, enclosing_bbox_px, `box ${index}`);
      assertNear(made[index].segmentation[0].slice(0, 8), (corners_px as number[][]).flat(), `corners ${index}`);
    });
  });
});
