import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { zipSync } from 'fflate';
import { Archive, bounds } from '../../../../src/media/dicom/load-archive.js';
import type { FileFindings, LoadedFile } from '../../../../src/media/dicom/load-file.js';
import { tags } from '../../../../src/media/dicom/tags.js';
import { described, EXPLICIT, JPEG, PIXELS, part10, type Written } from './written-dicom.js';

const slice = (uid: string, more: readonly Written[] = [], pixels = [1, 2, 3, 4, 5, 6]) =>
  part10(EXPLICIT, [...described([[tags.SOPInstanceUID, 'UI', uid], ...more]), [PIXELS, 'OW', pixels]]);
/** So large that its head is a small part of it. */
const large = (uid: string) =>
  slice(
    uid,
    [
      [tags.Rows, 'US', [100]],
      [tags.Columns, 'US', [100]],
    ],
    Array.from({ length: 10_000 }, (_, i) => (i * 7919) % 4096),
  );

function open(archive: Uint8Array, limits = bounds) {
  const found: FileFindings[] = [];
  const reader = new Archive('study.zip', (one) => found.push(one), limits);
  const bytes = archive as Uint8Array<ArrayBuffer>;
  let more = true;
  for (let at = 0; at < bytes.length && more; at += 4096) more = reader.push(bytes.slice(at, at + 4096));
  reader.end();
  const files = found.flatMap(({ file }) => (file ? [file] : [])) as LoadedFile[];
  return { files, problems: found.flatMap(({ problem }) => (problem ? [problem] : [])) };
}
const messages = (archive: Uint8Array, limits = bounds) => open(archive, limits).problems.map(({ message }) => message);

describe('Archive', () => {
  it('finds the DICOM files among others, by what they are and not by their names', () => {
    const archive = zipSync({
      'a/IM0001': slice('1.1'),
      'a/b.dcm': slice('1.2'),
      '../../etc/c': slice('1.3'),
      'a/notes.txt': Uint8Array.from('notes', (char) => char.charCodeAt(0)),
      'a/DICOMDIR': slice('1.4'),
      '__MACOSX/a/._b.dcm': slice('1.5'),
      '.hidden': slice('1.6'),
      'a/inner.zip': zipSync({ x: slice('1.7') }),
    });
    const { files, problems } = open(archive);
    assert.deepEqual(
      files.map(({ name, slices }) => [name, slices[0]?.sopInstanceUid]),
      [
        ['a/IM0001', '1.1'],
        ['a/b.dcm', '1.2'],
        ['../../etc/c', '1.3'],
      ],
    );
    assert.deepEqual(problems, []);
  });

  it('leaves a picture deflated until it is decoded', async () => {
    const stored = open(zipSync({ a: large('1.1') }, { level: 0 })).files[0];
    const packed = open(zipSync({ a: large('1.1') }, { level: 6 })).files[0];
    assert.deepEqual([stored?.packed, packed?.packed], [false, true]);
    assert.ok((packed?.blob.size ?? 0) < (stored?.blob.size ?? 0));
    assert.deepEqual(packed?.frames, stored?.frames);
    assert.deepEqual(packed?.slices, stored?.slices);
    assert.equal(packed?.head, stored?.head);
  });

  it('says when there is nothing to see', () => {
    assert.match(
      messages(zipSync({ 'a.txt': Uint8Array.of(1) }))[0] ?? '',
      /study\.zip cannot be shown: there is no DICOM/,
    );
    assert.match(
      messages(zipSync({ 'a.zip': zipSync({ a: slice('1.1') }) }))[0] ?? '',
      /other archives, which are not/,
    );
    assert.match(messages(zipSync({}))[0] ?? '', /there is no DICOM/);
  });

  it('shows what came before an archive is cut short', () => {
    const archive = zipSync({ a: large('1.1'), b: large('1.2') }, { level: 0 });
    const { files, problems } = open(archive.slice(0, archive.length - 15_000));
    assert.equal(files.length, 1);
    assert.match(problems[0]?.message ?? '', /Not all of study\.zip is shown: it is cut short/);
    assert.match(messages(archive.slice(0, 5000))[0] ?? '', /cannot be shown: it is cut short/);
  });

  it('does not unpack what is made to fill memory', () => {
    // Of a file with fragments all has to be unpacked to know where they lie.
    const zeros = part10(JPEG, [...described(), [PIXELS, 'OB', { fragments: [new Uint8Array(20_000_000)] }]]);
    const archive = zipSync({ good: slice('1.1'), bomb: zeros, later: slice('1.2') });
    const { files, problems } = open(archive, { ...bounds, grown: 2 ** 20 });
    assert.equal(files.length, 1);
    assert.match(problems[0]?.message ?? '', /bomb in it becomes more than \d+ MB/);
    assert.match(messages(archive, { ...bounds, inflatedEntry: 2 ** 20 })[0] ?? '', /more than 1 MB/);
    assert.match(messages(archive, { ...bounds, inflated: 2 ** 20 })[0] ?? '', /more than 1 MB/);
    assert.deepEqual(messages(archive), []);
    assert.match(messages(archive, { ...bounds, entries: 1 })[0] ?? '', /more than 1 files/);
    assert.match(messages(archive, { ...bounds, bytes: 100 })[0] ?? '', /larger than is read/);
    // What is no DICOM is not unpacked at all, however large it says it is.
    const other = zipSync({ zeros: new Uint8Array(20_000_000), good: slice('1.1') });
    assert.equal(open(other, { ...bounds, inflated: 2 ** 16 }).files.length, 1);
  });

  it('refuses encrypted files and other compression', () => {
    const archive = zipSync({ a: slice('1.1') });
    const encrypted = archive.slice();
    encrypted[6] = (encrypted[6] ?? 0) | 1;
    assert.match(messages(encrypted)[0] ?? '', /encrypted/);
    const other = archive.slice();
    other[8] = 9;
    assert.match(messages(other)[0] ?? '', /method 9/);
  });

  it('goes on behind a damaged file', () => {
    const archive = zipSync({ a: large('1.1'), b: slice('1.2') });
    archive.fill(255, 40, 400);
    const { files, problems } = open(archive);
    assert.deepEqual(
      files.map(({ name }) => name),
      ['b'],
    );
    assert.match(problems[0]?.message ?? '', /Not all of study\.zip is shown: a in it is damaged/);
  });
});
