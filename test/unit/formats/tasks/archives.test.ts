import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { strToU8, zipSync } from 'fflate';
import { dataOf, fileOf, messagesOf, read } from './given.js';
import { rarOf } from './rar-writer.js';

const zipOf = (files: Readonly<Record<string, string | Uint8Array>>) =>
  zipSync(
    Object.fromEntries(
      Object.entries(files).map(([name, each]) => [name, typeof each === 'string' ? strToU8(each) : each]),
    ),
  );

describe('tasks out of archives', () => {
  const files = {
    'z.json': '[{"text":"1"},{"text":"2"}]',
    'sub/a.csv': 'text\n3\n4\n',
    'sub/deep/b.txt': '5\n6',
    '__MACOSX/._z.json': 'junk',
    'sub/.DS_Store': 'junk',
  };
  const expected = ['1', '2', 3, 4, '5', '6'].map((text) => ({ text }));
  const config = '<View><Text name="t" value="$text"/></View>';

  it('reads the files of a ZIP archive in their order, without what systems leave in it', async () => {
    for (const piece of [1, 7, 65_536]) {
      const found = await read([fileOf('all.zip', zipOf(files), piece)], { config });
      assert.deepEqual([messagesOf(found), dataOf(found)], [[], expected]);
      assert.equal(found.losses.length, 2);
    }
  });

  it('reads those of a RAR archive', async () => {
    const found = await read({ 'all.rar': rarOf(files) }, { config });
    assert.deepEqual([messagesOf(found), dataOf(found)], [[], expected]);
  });

  it('has media of an archive as tasks, whose bytes can be read when their address is asked for', async () => {
    const stored: string[] = [];
    const found = await read(
      { 'all.zip': zipOf({ 'a.png': 'AA', 'b.png': 'BBB' }) },
      {
        urlOf: async (file) => {
          let size = 0;
          for await (const piece of file.bytes()) size += piece.length;
          stored.push(`${file.path} ${size}`);
          return `/data/${size}`;
        },
      },
    );
    assert.deepEqual(dataOf(found), [{ image: '/data/2' }, { image: '/data/3' }]);
    assert.deepEqual(stored, ['all.zip/a.png 2', 'all.zip/b.png 3']);
  });

  it('tells the place in the file in the archive', async () => {
    const found = await read({ 'all.zip': zipOf({ 'a.json': '[1,\n{oops}]' }) });
    assert.deepEqual(
      found.errors.map(({ file, line, index }) => [file, line, index]),
      [
        ['all.zip/a.json', 1, 0],
        ['all.zip/a.json', 2, 1],
      ],
    );
  });

  it('refuses names that lead out, archives in archives, and what is no archive', async () => {
    for (const name of ['../a.json', 'a/../../b.json', '/etc/a.json', 'C:\\a.json', '..\\a.json']) {
      assert.match(
        messagesOf(await read({ 'all.zip': zipOf({ [name]: '{"text":"a"}' }) }))[0] ?? '',
        /leads out/,
        name,
      );
      assert.notEqual((await read({ 'all.rar': rarOf({ [name]: '{"text":"a"}' }) })).errors.length, 0, name);
    }
    assert.match(
      messagesOf(await read({ 'all.zip': zipOf({ 'b.zip': zipOf({ 'a.json': '{}' }) }) }))[0] ?? '',
      /lies in an archive/,
    );
    for (const bytes of ['no archive', '', 'PK']) {
      assert.notEqual((await read({ 'all.zip': bytes })).errors.length, 0);
      assert.notEqual((await read({ 'all.rar': bytes })).errors.length, 0);
    }
    const whole = zipOf({ 'a.json': `[{"text":"${'x'.repeat(500)}"}]`, 'b.json': '[{"text":"y"}]' });
    for (const cut of [10, 50, 60, 100, whole.length - 30]) {
      assert.notEqual((await read({ 'all.zip': whole.subarray(0, cut) })).errors.length, 0, String(cut));
    }
  });

  it('stops where more comes out than may', async () => {
    const bomb = zipOf({ 'a.txt': 'x\n'.repeat(5_000_000) });
    assert.ok(bomb.length < 100_000);
    const found = await read({ 'all.zip': bomb }, { config, maxBytes: 1_000_000 });
    assert.deepEqual(messagesOf(found).length, 1);
    assert.match(messagesOf(found)[0] ?? '', /less than 1000000 bytes/);
    const pictures = await read({ 'all.zip': zipOf({ 'a.png': new Uint8Array(5_000_000) }) }, { maxBytes: 1_000_000 });
    assert.match(messagesOf(pictures)[0] ?? '', /less than 1000000 bytes/);
    const rar = await read({ 'all.rar': rarOf({ 'a.txt': 'x\n'.repeat(1000) }) }, { config, maxBytes: 2000 });
    assert.equal(rar.errors.length, 1);
    const many = await read(
      { 'all.zip': zipOf({ 'a.json': '{"a":1}', 'b.json': '{"a":1}', 'c.json': '{"a":1}' }) },
      { maxTasks: 2 },
    );
    assert.match(messagesOf(many)[0] ?? '', /more than 2 files|2 tasks/);
  });
});
