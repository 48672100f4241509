import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { Zip, ZipDeflate, ZipPassThrough, zipSync } from 'fflate';
import { inflate, joined } from '../../../../src/media/dicom/inflate.js';
import { ZipEntries } from '../../../../src/media/dicom/zip-entries.js';

const bounds = { entries: 100, entryBytes: 1e6 };
type Files = Readonly<Record<string, Uint8Array>>;

/** An archive whose entries say how long they are behind themselves, as one that is made while it is sent. */
function streamed(files: Files, level: 0 | 6): Uint8Array<ArrayBuffer> {
  const chunks: Uint8Array[] = [];
  const zip = new Zip((_, chunk) => chunks.push(chunk));
  for (const [name, bytes] of Object.entries(files)) {
    const file = level === 0 ? new ZipPassThrough(name) : new ZipDeflate(name, { level });
    zip.add(file);
    file.push(bytes, true);
  }
  zip.end();
  return joined(
    chunks,
    chunks.reduce((sum, { length }) => sum + length, 0),
  );
}

/** What is found when the archive comes in pieces of such a length. */
function split(archive: Uint8Array<ArrayBuffer>, piece: number, limits = bounds) {
  const files: Record<string, number[]> = {};
  const entries = new ZipEntries(limits, ({ name, method, parts }) => {
    const size = parts.reduce((sum, { length }) => sum + length, 0);
    const bytes = method === 0 ? joined(parts, size) : inflate(parts, 1e7)?.bytes;
    files[name] = [...(bytes ?? [])];
  });
  let objection: string | undefined;
  for (let at = 0; at < archive.length && !objection; at += piece)
    objection = entries.push(archive.slice(at, at + piece));
  return { files, objection: objection ?? entries.end() };
}

const arbitraryFiles = fc
  .array(fc.tuple(fc.stringMatching(/^[a-z]{1,8}$/), fc.uint8Array({ maxLength: 300 })), { minLength: 1, maxLength: 5 })
  .map((list) => Object.fromEntries(list) as Files);
const plain = (files: Files) => Object.fromEntries(Object.entries(files).map(([name, bytes]) => [name, [...bytes]]));

describe('ZipEntries', () => {
  it('splits archives of all kinds, however they come in', () => {
    const kinds = fc.constantFrom<'whole' | 'stored' | 'streamed' | 'streamed, stored'>(
      'whole',
      'stored',
      'streamed',
      'streamed, stored',
    );
    fc.assert(
      fc.property(arbitraryFiles, kinds, fc.integer({ min: 1, max: 400 }), (files, kind, piece) => {
        const level = kind.endsWith('stored') ? 0 : 6;
        const archive = kind.startsWith('streamed') ? streamed(files, level) : zipSync(files, { level });
        assert.deepEqual(split(archive as Uint8Array<ArrayBuffer>, piece), {
          files: plain(files),
          objection: undefined,
        });
      }),
      { numRuns: 300 },
    );
  });

  it('is not led astray by an archive that is stored in an archive', () => {
    const inner = streamed({ a: Uint8Array.of(1, 2, 3), b: new Uint8Array(0) }, 0);
    const files = { inner, after: Uint8Array.of(9) };
    assert.deepEqual(split(streamed(files, 0), 1000), { files: plain(files), objection: undefined });
  });

  it('says what is wrong', () => {
    const files: Files = Object.fromEntries(
      Array.from({ length: 9 }, (_, i) => [`f${i}`, new Uint8Array(2000).fill(i)]),
    );
    const archive = zipSync(files, { level: 0 }) as Uint8Array<ArrayBuffer>;
    assert.match(split(archive.slice(0, 5000), 100).objection ?? '', /cut short/);
    assert.equal(Object.keys(split(archive.slice(0, 5000), 100).files).length, 2);
    assert.match(split(archive, 100, { ...bounds, entries: 5 }).objection ?? '', /more than 5 files/);
    assert.match(split(archive, 100, { ...bounds, entryBytes: 1000 }).objection ?? '', /f0 in it/);
    assert.match(split(streamed(files, 0), 100, { ...bounds, entryBytes: 1000 }).objection ?? '', /f0 in it/);
    assert.match(split(new Uint8Array(100).fill(7), 100).objection ?? '', /something between/);
  });
});
