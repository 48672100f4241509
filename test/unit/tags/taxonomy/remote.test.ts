import assert from 'node:assert/strict';
import { afterEach, describe, it, mock } from 'node:test';
import { fetchItems, itemsOf, requestOf } from '../../../../src/tags/taxonomy/remote.js';

const { signal } = new AbortController();

describe('requestOf', () => {
  it('asks for a level by one path after the other, beside what the address asks for', () => {
    assert.equal(requestOf('https://example.org/t', [])?.url, 'https://example.org/t');
    assert.equal(
      requestOf('https://example.org/t?lang=en', ['a b', 'c/d&e'])?.url,
      'https://example.org/t?lang=en&path=a+b&path=c%2Fd%26e',
    );
  });

  it('makes a header of credentials', () => {
    const request = requestOf('https://ann:s%C3%A9same@example.org/t', []);
    assert.equal(request?.url, 'https://example.org/t');
    assert.equal(request?.headers.Authorization, `Basic ${Buffer.from('ann:sésame').toString('base64')}`);
    assert.deepEqual(requestOf('https://example.org/t', [])?.headers, {});
  });

  it('asks nobody at what is no address', () => {
    for (const url of ['', 'nowhere', 'javascript:alert(1)', 'file:///etc/passwd'])
      assert.equal(requestOf(url, []), undefined);
  });
});

describe('itemsOf', () => {
  it('reads a list, or an object with one', () => {
    const list = [{ value: 'Book 1', alias: '1', hint: 'The first', children: [{ value: 'Chapter' }] }, 'Loose', 7];
    const { value, problems } = itemsOf({ items: list }, 'here');
    assert.equal(problems, undefined);
    assert.deepEqual(itemsOf(list, 'here').value, value);
    assert.deepEqual(
      value?.map(({ id, value: label, attributes }) => [id, label, attributes]),
      [
        ['1', 'Book 1', { hint: 'The first' }],
        ['Loose', 'Loose', {}],
        ['7', '7', {}],
      ],
    );
    assert.equal(value?.[0]?.children[0]?.id, 'Chapter');
  });

  it('knows what is to be asked for when it is opened', () => {
    const { value } = itemsOf(
      [
        { value: 'a', isLeaf: false },
        { value: 'b', isLeaf: true },
        { value: 'c' },
        { value: 'd', isLeaf: false, children: ['e'] },
      ],
      'here',
    );
    assert.deepEqual(
      value?.map(({ pending }) => pending),
      [true, undefined, undefined, undefined],
    );
  });

  it('says what it cannot read, and reads the rest', () => {
    const { value, problems } = itemsOf(
      [null, { alias: {} }, [], { value: 'a', children: 'no' }, { value: 'b', children: [true] }],
      'here',
    );
    assert.deepEqual(
      value?.map(({ id }) => id),
      ['a', 'b'],
    );
    assert.match(problems?.[0]?.message ?? '', /4 entries/);
    for (const answer of [null, 'text', 3, { items: {} }, {}]) {
      assert.equal(itemsOf(answer, 'here').value, undefined);
      assert.equal(itemsOf(answer, 'here').problems?.[0]?.code, 'task/wrong-data');
    }
  });

  it('does not go down without end', () => {
    let deep: { value: string; children?: unknown[] } = { value: 'x' };
    for (let level = 0; level < 5000; level++) deep = { value: 'x', children: [deep] };
    assert.equal(itemsOf([deep as never], 'here').value?.length, 1);
  });
});

describe('fetchItems', () => {
  afterEach(() => mock.restoreAll());
  const answer = (respond: () => Response | Promise<Response>) =>
    mock.method(globalThis, 'fetch', async () => respond());
  const failure = async (url = 'https://ann:secret@example.org/t?key=hidden') => {
    const { value, problems } = await fetchItems(url, ['a'], signal);
    assert.equal(value, undefined);
    return problems?.[0];
  };

  it('gives the nodes', async () => {
    const fetched = answer(() => Response.json({ items: ['a'] }));
    const { value } = await fetchItems('https://example.org/t', ['x', 'y'], signal);
    assert.equal(value?.[0]?.id, 'a');
    assert.equal(fetched.mock.calls[0]?.arguments[0], 'https://example.org/t?path=x&path=y');
  });

  it('says what is wrong without telling secrets', async () => {
    answer(() => new Response('', { status: 503 }));
    const refused = await failure();
    assert.equal(refused?.code, 'media/not-found');
    assert.match(refused?.message ?? '', /example\.org\/t answered with 503/);
    assert.doesNotMatch(refused?.message ?? '', /secret|hidden/);
    mock.restoreAll();
    answer(() => new Response('<html>'));
    assert.match((await failure())?.message ?? '', /no JSON/);
    mock.restoreAll();
    answer(() => Promise.reject(new TypeError('failed')));
    assert.match((await failure())?.message ?? '', /offline/);
    assert.match((await failure('nowhere'))?.message ?? '', /apiUrl is no address/);
  });
});
