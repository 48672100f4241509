import assert from 'node:assert/strict';
import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { filesOf } from '../../../src/cli/disk.js';
import { FolderSink } from '../../../src/cli/folder-sink.js';
import { WrongUse } from '../../../src/cli/terminal.js';
import { folderWith, pathsIn, textIn } from './folders.js';

const pathsOf = (...names: string[]) => filesOf(names).map(({ path }) => path);

describe('the files that are named', () => {
  const folder = folderWith({
    'a.json': '1',
    'b.txt': '2',
    'deep/er/c.json': '3',
    '.hidden': '4',
    'deep/d1.json': '5',
  });

  it('are those of a folder, by name, without hidden ones', () => {
    assert.deepEqual(pathsOf(folder), ['a.json', 'b.txt', 'deep/d1.json', 'deep/er/c.json']);
    assert.deepEqual(pathsOf(join(folder, 'a.json'), join(folder, 'deep/er')), ['a.json', 'c.json']);
  });

  it('are those that a pattern matches', () => {
    assert.deepEqual(pathsOf(`${folder}/*.json`), ['a.json']);
    assert.deepEqual(pathsOf(`${folder}/**/*.json`), ['a.json', 'deep/d1.json', 'deep/er/c.json']);
    assert.deepEqual(pathsOf(`${folder}/deep/d?.json`), ['d1.json']);
    assert.deepEqual(pathsOf(`${folder}/*/*.json`), ['deep/d1.json']);
    assert.deepEqual(pathsOf(`${folder}/**`).length, 4);
    assert.deepEqual(pathsOf(`${folder}/**/er/**`), ['deep/er/c.json']);
  });

  it('are there', () => {
    assert.throws(() => filesOf([join(folder, 'no.json')]), WrongUse);
    assert.throws(() => filesOf([`${folder}/*.csv`]), /There is no file like/);
    assert.throws(() => filesOf([folderWith()]), /There are no files/);
  });

  it('tell their size, and are read again and again', async () => {
    const [file] = filesOf([join(folder, 'a.json')]);
    for (let time = 0; time < 2; time++) {
      const pieces: Uint8Array[] = [];
      for await (const piece of file?.bytes() ?? []) pieces.push(piece);
      assert.equal(Buffer.concat(pieces).toString(), '1');
    }
    assert.equal(file?.size, 1);
  });
});

describe('a folder that is written into', () => {
  it('has nothing in it before all is written', () => {
    const folder = folderWith();
    const out = join(folder, 'deep/out');
    const sink = new FolderSink(out, { force: false });
    sink.write('a.txt', 'a');
    sink.write('b/c.bin', new Uint8Array([1, 2]));
    sink.write('a.txt', 'ä');
    sink.commit();
    sink.discard();
    assert.deepEqual(pathsIn(out), ['a.txt', 'b/c.bin']);
    assert.equal(textIn(out, 'a.txt'), 'aä');
    assert.equal(sink.count, 2);
  });

  it('is as it was when it is discarded', () => {
    const folder = folderWith({ 'kept.txt': '1' });
    for (const out of [folder, join(folder, 'new/er')]) {
      const sink = new FolderSink(out, { force: false });
      sink.write('a/b.txt', 'a');
      sink.spool().write('b');
      sink.discard();
      assert.deepEqual(pathsIn(folder), ['kept.txt']);
    }
  });

  it('is all that is written into', () => {
    const sink = new FolderSink(folderWith(), { force: true });
    for (const path of ['../a', '/tmp/a', 'a/../../b', 'a/../..', '', '.', '..', 'a\0b'])
      assert.throws(() => sink.write(path, 'x'), /outside of the folder/, path);
    sink.discard();
  });

  it('keeps what is there, unless it may be written over', () => {
    const folder = folderWith({ 'a.txt': 'old', 'b/other.txt': 'other' });
    const careful = new FolderSink(folder, { force: false });
    careful.write('b/new.txt', 'new');
    assert.throws(() => careful.write('a.txt', 'new'), /is there already\. .*--force/);
    careful.commit();
    assert.deepEqual(pathsIn(folder), ['a.txt', 'b/new.txt', 'b/other.txt']);
    const bold = new FolderSink(folder, { force: true });
    bold.write('a.txt', 'new');
    assert.throws(() => bold.write('b', 'new'), /as a folder/);
    assert.throws(() => bold.write('a.txt/c', 'new'), /something else/);
    bold.commit();
    assert.equal(textIn(folder, 'a.txt'), 'new');
    assert.equal(textIn(folder, 'b/other.txt'), 'other');
  });

  it('does not follow links out of it', () => {
    const [inside, outside] = [folderWith(), folderWith({ 'a.txt': 'mine' })];
    symlinkSync(outside, join(inside, 'link'));
    symlinkSync(join(outside, 'a.txt'), join(inside, 'a.txt'));
    const sink = new FolderSink(inside, { force: true });
    assert.throws(() => sink.write('link/b.txt', 'x'), WrongUse);
    sink.write('a.txt', 'theirs');
    sink.commit();
    assert.equal(textIn(outside, 'a.txt'), 'mine');
    assert.equal(textIn(inside, 'a.txt'), 'theirs');
    assert.deepEqual(pathsIn(outside), ['a.txt']);
  });

  it('takes more files at a time than may be open, in any order', () => {
    const folder = folderWith();
    const sink = new FolderSink(folder, { force: false });
    for (let round = 0; round < 3; round++) {
      for (let index = 0; index < 250; index++) sink.write(`${index % 7}/${index}.txt`, `${round}`);
    }
    sink.commit();
    assert.equal(pathsIn(folder).length, 250);
    assert.equal(textIn(folder, '2/100.txt'), '012');
  });

  it('takes text that comes before its place', async () => {
    const folder = folderWith();
    const sink = new FolderSink(folder, { force: false });
    const long = 'ä€😀'.repeat(50_000);
    const [one, other] = [sink.spool(), sink.spool()];
    one.write(long);
    other.write('end');
    one.write('!');
    let read = '';
    for await (const piece of one.read()) read += piece;
    assert.equal(read, `${long}!`);
    sink.write('a.txt', 'begin ');
    one.pour('a.txt');
    other.pour('a.txt');
    sink.commit();
    assert.equal(textIn(folder, 'a.txt'), `begin ${long}!end`);
    assert.deepEqual(pathsIn(folder), ['a.txt']);
  });
});
