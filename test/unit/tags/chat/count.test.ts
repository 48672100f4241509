import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { chatTag } from '../../../../src/tags/chat/chat.tag.js';
import { nextRole } from '../../../../src/tags/chat/conversation.js';
import { checkCount, limit } from '../../../../src/tags/chat/count.js';
import { transcriptOf } from '../../../../src/tags/chat/transcript.js';

const two = [{ role: 'user' }, { role: 'assistant' }];

describe('checkCount', () => {
  const said = (added: number, attributes: object) =>
    checkCount(added, { name: 'chat', value: two, ...attributes }).map(({ message }) => message);

  it('counts the messages of the task and those that were added', () => {
    assert.deepEqual(said(0, {}), []);
    assert.deepEqual(said(2, { minMessages: 4 }), []);
    assert.deepEqual(said(1, { minMessages: 4 }), ['Chat "chat" needs at least 4 messages and has 3. Write 1 more.']);
    assert.deepEqual(said(0, { value: undefined, minMessages: 1 }), [
      'Chat "chat" needs at least 1 message and has 0. Write 1 more.',
    ]);
  });

  it('wants some deleted where there are too many, but only what can be', () => {
    assert.deepEqual(said(3, { maxMessages: 3 }), ['Chat "chat" may have 3 messages at most and has 5. Delete 2.']);
    assert.deepEqual(said(1, { maxMessages: 1 }), []);
    assert.deepEqual(said(3, { maxMessages: 3, editable: 'false' }), []);
    assert.deepEqual(said(1, { maxMessages: 3 }), []);
  });

  it('asks for nothing that is impossible', () => {
    assert.deepEqual(said(0, { minMessages: 9, maxMessages: 3 }), []);
  });
});

describe('chatTag.summary', () => {
  it('says who says what, of any value', () => {
    assert.equal(chatTag.summary?.({ role: 'user', content: 'Hello' }), 'user: Hello');
    assert.equal(chatTag.summary?.({ content: [1] }), '');
    assert.equal(chatTag.summary?.('text'), 'text');
    assert.equal(chatTag.summary?.(null), '');
  });
});

describe('limit', () => {
  it('is a whole number, or there is none', () => {
    assert.deepEqual(
      [3, 2.7, '4', ' 5 ', 0, -1, '', 'few', 'Infinity', null, undefined, [2], true].map((value) => limit(value)),
      [3, 2, 4, 5, ...Array(9).fill(undefined)],
    );
  });
});

describe('nextRole', () => {
  it('lets the roles take turns', () => {
    const roles = ['user', 'assistant'];
    assert.equal(nextRole(roles, 'user'), 'assistant');
    assert.equal(nextRole(roles, 'assistant'), 'user');
    assert.equal(nextRole(roles, 'tool'), 'user');
    assert.equal(nextRole(roles, undefined), 'user');
    assert.equal(nextRole(['system'], 'system'), 'system');
  });
});

describe('transcriptOf', () => {
  it('finds the list in each of its forms', () => {
    assert.equal(transcriptOf(two), two);
    assert.equal(transcriptOf({ messages: two }), two);
    assert.deepEqual(transcriptOf(JSON.stringify(two)), two);
    for (const nothing of [undefined, null, '', []]) assert.deepEqual(transcriptOf(nothing), []);
    for (const wrong of ['words', 7, { role: 'user' }, '"[]"']) assert.equal(transcriptOf(wrong), undefined);
  });
});
