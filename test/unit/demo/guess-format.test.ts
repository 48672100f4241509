import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { guessFormat, isConfig } from '../../../demo/playground/exchange/guess-format.js';

const file = (path: string, content: unknown) => ({
  path,
  head: typeof content === 'string' ? content : JSON.stringify(content),
  tail: '',
});
const config = file('config.xml', '<?xml version="1.0"?>\n<!-- ours -->\n<View><Text name="t" value="$t"/></View>');
const task = {
  id: 1,
  data: { images: 'a', categories: 1 },
  annotations: [{ result: [{ from_name: 'a', title: 't' }] }],
};

describe('what dropped files are taken for', () => {
  it('is told by what is in them', () => {
    const of = (...files: ReturnType<typeof file>[]) => guessFormat(files);
    assert.equal(of(file('a.json', { images: [], categories: [], annotations: [] })), 'COCO');
    assert.equal(of({ path: 'a.json', head: '{"annotations": [', tail: '"images": [], "categories": []}' }), 'COCO');
    assert.equal(of(file('a.json', { version: '5', shapes: [], imagePath: 'a.jpg' })), 'LABELME');
    assert.equal(of(file('a.xml', '<?xml version="1.0"?>\n<annotation><folder/></annotation>')), 'VOC');
    assert.equal(of(file('classes.txt', 'a\nb'), file('labels/a.txt', '0 .5 .5 1 1')), 'YOLO');
    assert.equal(of(file('data.yaml', 'names: [a]'), file('a.txt', '0 .5 .5 1 1')), 'YOLO');
    assert.equal(of(file('a.conll', '-DOCSTART- -X- O O')), 'CONLL2003');
    assert.equal(of(file('a.txt', '-DOCSTART- -X- O O')), 'CONLL2003');
    assert.equal(of(file('a.json', [{ name: 'a.jpg', annotations: [{ title: 'Cat', value: 'cat' }] }])), 'FASTLABEL');
  });

  it('is tasks, where nothing tells', () => {
    assert.equal(guessFormat([]), 'TASKS');
    assert.equal(guessFormat([file('a.json', [task])]), 'TASKS');
    assert.equal(guessFormat([file('a.json', '{'), file('a.txt', 'text'), file('b.xml', '<p>text</p>')]), 'TASKS');
    assert.equal(guessFormat([config, file('a.json', [task])]), 'TASKS');
  });

  it('is a labeling config, which comes along', () => {
    assert.equal(isConfig(config), true);
    assert.equal(isConfig(file('config.xml', '<View>')), true);
    assert.equal(isConfig(file('a.xml', '<annotation/>')), false);
    assert.equal(isConfig(file('a.txt', '<View>')), false);
  });
});
