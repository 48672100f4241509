import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { Json } from '../../../../src/model/json.js';
import { contentOf, readMessage, withContent } from '../../../../src/tags/chat/message.js';

describe('readMessage', () => {
  const text = (given: Json) => readMessage(given).text;

  it('reads role, content, name and time', () => {
    assert.deepEqual(readMessage({ role: 'Tool', content: 'x', name: 'tides', createdAt: 1710000000000 }), {
      role: 'tool',
      text: 'x',
      calls: [],
      name: 'tides',
      createdAt: 1710000000000,
    });
  });

  it('knows times in seconds and in words, and no others', () => {
    const time = (createdAt: Json) => readMessage({ role: 'user', content: '', createdAt }).createdAt;
    assert.equal(time(1710000000), 1710000000000);
    assert.equal(time('1710000000000'), 1710000000000);
    assert.equal(time('2024-03-09T16:00:00Z'), 1710000000000);
    for (const wrong of ['soon', {}, true, null, 1e300, [1]]) assert.equal(time(wrong), undefined);
  });

  it('reads content in parts, and never lets an address out of its picture', () => {
    const parts = [
      { type: 'text', text: 'Look:' },
      { type: 'image_url', image_url: { url: 'https://x.test/a b.png>)![](evil' } },
      'and this',
      { type: 'strange' },
    ];
    assert.equal(
      text({ role: 'user', content: parts }),
      'Look:\n\n![picture](<https://x.test/a%20b.png%3E)![](evil>)\n\nand this\n\n```json\n{\n  "type": "strange"\n}\n```',
    );
  });

  it('reads calls of tools in each of their forms', () => {
    const calls = (given: Json) => readMessage(given).calls;
    const read = [{ name: 'tides', input: '{\n  "place": "Dover"\n}' }];
    const called = { name: 'tides', arguments: '{"place":"Dover"}' };
    assert.deepEqual(calls({ role: 'assistant', content: null, tool_calls: [{ id: 'c', function: called }] }), read);
    assert.deepEqual(calls({ role: 'assistant', toolCalls: [{ name: 'tides', args: { place: 'Dover' } }] }), read);
    assert.deepEqual(calls({ role: 'assistant', function_call: called }), read);
    const used = { type: 'tool_use', name: 'tides', input: { place: 'Dover' } };
    assert.deepEqual(readMessage({ role: 'assistant', content: ['Hm.', used] }), {
      role: 'assistant',
      text: 'Hm.',
      calls: read,
    });
    assert.deepEqual(calls({ role: 'assistant', tool_calls: [{ name: 7, arguments: 'not {json' }, 3] }), [
      { name: 'tool', input: 'not {json' },
    ]);
  });

  it('shows what is no message as JSON, in a fence that it cannot close', () => {
    assert.equal(readMessage([1]).isStrange, true);
    assert.equal(text(['```']), '````json\n[\n  "```"\n]\n````');
    assert.equal(readMessage({ who: 'me' }).isStrange, true);
    assert.deepEqual(readMessage('Read it well.'), { role: '', text: 'Read it well.', calls: [] });
    assert.deepEqual(readMessage({ text: 'Read it well.' }), { role: '', text: 'Read it well.', calls: [] });
  });

  it('takes anything', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4 }), (given) => typeof readMessage(given as Json).text === 'string'),
    );
    const keys = fc.constantFrom(
      'role',
      'content',
      'text',
      'createdAt',
      'tool_calls',
      'function',
      'image_url',
      'type',
      'name',
    );
    const { tree } = fc.letrec<{ tree: Json }>((tie) => ({
      tree: fc.oneof(
        { maxDepth: 4 },
        fc.constantFrom<Json>('user', 'x', null, 7, 'tool_use'),
        fc.array(tie('tree'), { maxLength: 3 }),
        fc.dictionary(keys, tie('tree'), { maxKeys: 4 }),
      ) as fc.Arbitrary<Json>,
    }));
    fc.assert(fc.property(tree, (given) => typeof readMessage(given).text === 'string'));
  });
});

describe('withContent', () => {
  it('changes the content and nothing else', () => {
    const given = { role: 'user', content: 'a', createdAt: 5, own: { key: [1] } };
    assert.deepEqual(withContent(given, 'b'), { ...given, content: 'b' });
    assert.deepEqual(withContent({ text: 'a', x: 1 }, 'b'), { text: 'b', x: 1 });
    assert.equal(withContent('a', 'b'), 'b');
    fc.assert(
      fc.property(fc.string(), fc.string(), (before, after) => {
        assert.equal(contentOf(withContent({ role: 'user', content: before }, after)), after);
      }),
    );
  });

  it('is not offered for what is no text', () => {
    for (const given of [{ role: 'user', content: [{ text: 'a' }] }, { role: 'user' }, 7, null]) {
      assert.equal(contentOf(given as Json), undefined);
    }
  });
});
