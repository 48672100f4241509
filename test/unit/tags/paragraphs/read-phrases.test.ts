import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { Json } from '../../../../src/model/json.js';
import { parsePhrases, readPhrases } from '../../../../src/tags/paragraphs/read-phrases.js';

const keys = { name: 'author', text: 'text' };
const phrases = (data: Json) => readPhrases(data, keys).value;
const problem = (data: Json | undefined, own = keys) => {
  const [first] = readPhrases(data, own).problems ?? [];
  return first && { severity: first.severity, message: first.message };
};

describe('readPhrases', () => {
  it('reads authors, texts and times', () => {
    assert.deepEqual(
      phrases([
        { author: 'A', text: 'x', start: 1.5, end: 2 },
        { author: ' B ', text: 'y', start: 2, duration: 3 },
        { text: 'z', start: '7' },
        { text: 'w', end: 3 },
      ]),
      [
        { author: 'A', text: 'x', start: 1.5, end: 2 },
        { author: 'B', text: 'y', start: 2, end: 5 },
        { author: '', text: 'z', start: 7 },
        { author: '', text: 'w' },
      ],
    );
  });

  it('reads the keys that the config names', () => {
    const { value } = readPhrases([{ role: 'user', content: 'Hi' }], { name: 'role', text: 'content' });
    assert.deepEqual(value, [{ author: 'user', text: 'Hi' }]);
  });

  it('shows numbers and texts that are no phrases as what they are', () => {
    assert.deepEqual(phrases([{ author: 7, text: 42 }, 'Hello', 3]), [
      { author: '7', text: '42' },
      { author: '', text: 'Hello' },
      { author: '', text: '3' },
    ]);
  });

  it('reads a list that was put into the task as text', () => {
    assert.deepEqual(phrases('[{"text": "x"}]'), [{ author: '', text: 'x' }]);
  });

  it('is empty where there is no data', () => {
    for (const data of [undefined, null, '', []]) assert.deepEqual(readPhrases(data, keys), { value: [] });
  });

  it('says what is wrong with data that is no list', () => {
    assert.match(problem({ text: 'x' })?.message ?? '', /got an object/);
    assert.match(problem('Hello')?.message ?? '', /got a string/);
    assert.match(problem('https://example.org/a.json')?.message ?? '', /valueType="url"/);
    assert.equal(problem(7)?.severity, 'error');
  });

  it('says which keys there are where none is that of the text', () => {
    assert.deepEqual(problem([{ who: 'A', said: 'x' }]), {
      severity: 'error',
      message:
        'No phrase has a text under "text" (textKey). They have who, said: set textKey to the one that holds the text.',
    });
  });

  it('keeps the place of a phrase without a text, and says so', () => {
    const data = [{ text: 'x' }, { author: 'B' }, null, { text: 'y' }];
    assert.deepEqual(
      phrases(data)?.map(({ text }) => text),
      ['x', '', '', 'y'],
    );
    assert.deepEqual(problem(data), {
      severity: 'warning',
      message: '2 phrases, the first of them number 2, have no "text" (textKey) and are shown empty.',
    });
  });

  it('takes any JSON for what it is, and never throws', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (data) => {
        const { value, problems } = readPhrases(data as Json, keys);
        assert.ok(value !== undefined || problems.length > 0);
        if (value && Array.isArray(data)) assert.equal(value.length, data.length);
      }),
    );
  });
});

describe('parsePhrases', () => {
  it('reads a file', () => {
    assert.deepEqual(parsePhrases('[{"text":"x"}]', keys).value, [{ author: '', text: 'x' }]);
  });

  it('says where a file is no JSON, or no list', () => {
    assert.equal(parsePhrases('Hello', keys).problems?.[0]?.code, 'media/unreadable');
    assert.equal(parsePhrases('{"text": "x"}', keys).problems?.[0]?.code, 'task/wrong-data');
  });
});
