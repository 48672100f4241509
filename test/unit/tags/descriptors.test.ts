import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readConfig } from '../../../src/config/read.js';
import type { ControlTag, ObjectTag, TagModule } from '../../../src/contract/tag.js';
import { choicesTag } from '../../../src/tags/choices/choices.tag.js';
import { imageTag } from '../../../src/tags/image/image.tag.js';
import { builtInTags } from '../../../src/tags/index.js';
import { lookup } from '../config/tags.js';

const tags: readonly TagModule[] = builtInTags.tags ?? [];
const registry = lookup();

describe('builtInTags', () => {
  for (const tag of tags) {
    describe(tag.tag, () => {
      it('has examples without a problem, each of which uses it', () => {
        assert.ok(tag.examples.length > 0);
        for (const { config, data } of tag.examples) {
          const { nodes, problems } = readConfig(config, data, registry);
          assert.deepEqual(problems, []);
          assert.ok(nodes.some(({ module }) => module?.tag === tag.tag));
        }
      });

      it('explains itself and every attribute in a sentence', () => {
        assert.match(tag.about, /^[A-Z].*\.$/);
        for (const [name, { about }] of Object.entries(tag.attributes)) assert.match(about, /^[A-Z].*\.$/, name);
      });

      it('has defaults that its own types allow', () => {
        const written = Object.entries(tag.attributes).flatMap(([name, spec]) =>
          spec.default === undefined ? [] : [`${name}="${String(spec.default).replaceAll('"', '&quot;')}"`],
        );
        const { nodes, problems } = readConfig(`<${tag.tag} ${written.join(' ')}/>`, {}, registry);
        assert.deepEqual(
          problems.filter(({ code }) => code === 'config/wrong-attribute'),
          [],
        );
        for (const [name, spec] of Object.entries(tag.attributes)) {
          if (spec.default !== undefined) assert.deepEqual(nodes[0]?.attributes[name], spec.default, name);
        }
      });
    });
  }

  it('offers only parts that stand in their control', () => {
    for (const tag of tags) {
      if (tag.kind !== 'control' || !tag.offers) continue;
      const part = registry.tag(tag.offers);
      assert.equal(part?.kind, 'part', tag.tag);
      const holds = part?.within?.some((name) =>
        name.startsWith('*') ? tag.tag.endsWith(name.slice(1)) : tag.tag === name,
      );
      assert.ok(holds, tag.tag);
    }
  });

  it('speaks the wire format', () => {
    const wire = tags.flatMap((tag) => (tag.kind === 'control' ? [[tag.tag, tag.result.type, tag.result.key]] : []));
    assert.deepEqual(wire.sort(), [
      ['Bitmask', 'bitmask', undefined],
      ['BitmaskLabels', 'bitmasklabels', 'bitmasklabels'],
      ['Brush', 'brush', undefined],
      ['BrushLabels', 'brushlabels', 'brushlabels'],
      ['Chat', 'chatmessage', 'chatmessage'],
      ['Choices', 'choices', 'choices'],
      ['CuboidLabels', 'cuboidlabels', 'cuboidlabels'],
      ['DateTime', 'datetime', 'datetime'],
      ['Ellipse', 'ellipse', undefined],
      ['EllipseLabels', 'ellipselabels', 'ellipselabels'],
      ['HyperTextLabels', 'hypertextlabels', 'hypertextlabels'],
      ['KeyPoint', 'keypoint', undefined],
      ['KeyPointLabels', 'keypointlabels', 'keypointlabels'],
      ['Labels', 'labels', 'labels'],
      ['MagicWand', 'magicwand', undefined],
      ['MultiPolygonLabels', 'multipolygonlabels', 'multipolygonlabels'],
      ['Number', 'number', 'number'],
      ['OcrLabels', 'ocrlabels', 'ocrlabels'],
      ['Pairwise', 'pairwise', 'selected'],
      ['ParagraphLabels', 'paragraphlabels', 'paragraphlabels'],
      ['Polygon', 'polygon', undefined],
      ['PolygonLabels', 'polygonlabels', 'polygonlabels'],
      ['Ranker', 'ranker', 'ranker'],
      ['Rating', 'rating', 'rating'],
      ['ReactCode', 'reactcode', 'reactcode'],
      ['Rectangle', 'rectangle', undefined],
      ['RectangleLabels', 'rectanglelabels', 'rectanglelabels'],
      ['Relations', 'relation', undefined],
      ['SkeletonLabels', 'skeletonlabels', 'skeletonlabels'],
      ['Taxonomy', 'taxonomy', 'taxonomy'],
      ['TextArea', 'textarea', 'text'],
      ['TimelineLabels', 'timelinelabels', 'timelinelabels'],
      ['Vector', 'vector', undefined],
      ['VectorLabels', 'vectorlabels', 'vectorlabels'],
      ['VideoRectangle', 'videorectangle', undefined],
    ]);
  });

  it('says what draws where', () => {
    const draws = (name: string) => (registry.tag(name) as ObjectTag | ControlTag).draws;
    assert.deepEqual(draws('Text'), { shape: 'span', tools: ['span'] });
    for (const name of ['Rectangle', 'RectangleLabels']) {
      assert.deepEqual(draws(name), { shape: 'rectangle', tools: ['box', 'box3'] });
    }
    for (const name of ['Ellipse', 'EllipseLabels']) {
      assert.deepEqual(draws(name), { shape: 'ellipse', tools: ['ellipse'] });
    }
    for (const name of ['KeyPoint', 'KeyPointLabels']) {
      assert.deepEqual(draws(name), { shape: 'keypoint', tools: ['point'] });
    }
    for (const name of ['Brush', 'BrushLabels']) {
      assert.deepEqual(draws(name), { shape: 'mask', tools: ['brush', 'eraser'] });
    }
    for (const name of ['Bitmask', 'BitmaskLabels']) {
      assert.deepEqual(draws(name), { shape: 'bitmask', tools: ['bitmask-brush', 'bitmask-eraser'], crisp: true });
    }
    assert.deepEqual(draws('MagicWand'), { shape: 'mask', tools: ['wand', 'eraser'] });
    for (const name of ['Vector', 'VectorLabels']) {
      assert.deepEqual(draws(name), { shape: 'vector', tools: ['vector'] });
    }
    assert.deepEqual(draws('SkeletonLabels'), { shape: 'skeleton', tools: ['skeleton'] });
    assert.deepEqual(draws('Audio'), { shape: 'segment', tools: ['segment'] });
    assert.deepEqual(draws('VideoRectangle'), { shape: 'videorectangle', tools: ['track-box'] });
    assert.deepEqual(draws('TimelineLabels'), { shape: 'frame-range', tools: ['frame-range'] });
    assert.deepEqual(draws('CuboidLabels'), { shape: 'cuboid', tools: ['cuboid'] });
    for (const name of ['Image', 'Video', 'PointCloud', 'Dicom']) assert.equal(draws(name), undefined);
    assert.equal(draws('Labels'), undefined);
  });
});

describe('imageTag', () => {
  it('says the natural size and the turn beside every result', () => {
    assert.deepEqual(imageTag.envelope?.({ width: 640, height: 480, rotation: 90 }), {
      original_width: 640,
      original_height: 480,
      image_rotation: 90,
    });
    assert.deepEqual(imageTag.envelope?.({}), { image_rotation: 0 });
  });
});

describe('choicesTag', () => {
  it('asks for an answer that is required', () => {
    const required = { name: 'mood', required: true };
    for (const value of [undefined, null, '', []]) {
      const [problem] = choicesTag.check?.(value, required) ?? [];
      assert.deepEqual([problem?.code, problem?.message], ['tag/required', 'Checkbox "mood" is required.']);
    }
    assert.equal(choicesTag.check?.([], { ...required, requiredMessage: 'Say it.' })[0]?.message, 'Say it.');
  });

  it('is content with an answer, and without one that is not required', () => {
    assert.deepEqual(choicesTag.check?.(['a'], { name: 'mood', required: true }), []);
    assert.deepEqual(choicesTag.check?.(undefined, { name: 'mood', required: false }), []);
  });
});
