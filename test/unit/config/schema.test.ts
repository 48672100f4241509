import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { standsIn } from '../../../src/config/schema.js';
import { builtInTags, configSchema, type TagModule, validateConfig } from '../../../src/config.js';

const schema = configSchema(builtInTags);
const tag = (name: string) => schema.tags.find((one) => one.tag === name);

describe('configSchema', () => {
  it('is plain JSON with every tag', () => {
    assert.deepEqual(JSON.parse(JSON.stringify(schema)), schema);
    assert.deepEqual(schema.tags.map((one) => one.tag).sort(), builtInTags.map((one) => one.tag).sort());
  });

  it('says what a control is about, offers and writes', () => {
    const { kind, controls, offers, holds, result, shape } = tag('RectangleLabels') ?? {};
    assert.deepEqual(
      [kind, controls, offers, holds, shape],
      ['control', ['Image', 'Dicom', 'Pdf'], 'Label', ['Label'], 'rectangle'],
    );
    assert.deepEqual(result, { type: 'rectanglelabels', key: 'rectanglelabels' });
  });

  it('tells whose name an attribute is', () => {
    const { name, toName, whenTagName } = tag('Choices')?.attributes ?? {};
    assert.equal(name?.type, 'name');
    assert.equal(name?.refersTo, undefined);
    assert.equal(toName?.refersTo, 'object');
    assert.equal(whenTagName?.refersTo, 'tag');
  });

  it('lists the words of an attribute, and its default', () => {
    const { choice } = tag('Choices')?.attributes ?? {};
    assert.deepEqual([choice?.type, choice?.default], ['enum', 'single']);
    assert.ok(choice?.values?.includes('multiple'));
  });

  it('keeps parts that only one control knows in it', () => {
    assert.deepEqual(
      tag('SkeletonLabels')?.parts?.map((part) => part.tag),
      ['Edge', 'Keypoint'],
    );
    assert.equal(tag('Keypoint'), undefined);
  });
});

describe('standsIn', () => {
  it('knows tags by name and by ending, letter case ignored', () => {
    assert.ok(standsIn(['*Labels'], 'PolygonLabels'));
    assert.ok(standsIn(['choices'], 'Choices'));
    assert.ok(!standsIn(['*Labels', 'Choices'], 'Label'));
  });
});

describe('validateConfig', () => {
  const config = '<View><Text name="t" value="$text"/><Stars name="s" toName="t"/></View>';
  const stars: TagModule = {
    contract: 1,
    kind: 'control',
    tag: 'Stars',
    about: 'Asks for stars.',
    controls: ['*'],
    result: { type: 'stars', key: 'stars' },
    speaksOf: 'any',
    attributes: { name: { type: 'name', required: true, about: 'Its name.' } },
    examples: [],
  };

  it('tells problems in the order of the config, those of the data only where there is any', () => {
    const codes = (data?: object) => validateConfig(config, data).map(({ code }) => code);
    assert.deepEqual(codes(), ['config/unknown-tag']);
    assert.deepEqual(codes({}), ['task/missing-data', 'config/unknown-tag']);
  });

  it('knows tags of one’s own', () => {
    assert.deepEqual(validateConfig(config, { text: 'a' }, [...builtInTags, stars]), []);
  });
});
