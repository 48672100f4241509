import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { promisify } from 'node:util';
import { decodeFrame } from '../../../../src/media/dicom/decode-frame.js';
import { bitsBefore, readImage } from '../../../../src/media/dicom/image-header.js';
import { joined } from '../../../../src/media/dicom/inflate.js';
import { decode as decodeJpeg } from '../../../../src/media/dicom/jpeg.codec.js';
import { parseDicom } from '../../../../src/media/dicom/parse-dicom.js';
import { dicomFiles, listOf } from '../../../support/media-dicom.mjs';

interface Entry {
  readonly name: string;
  readonly dtype: 'uint8' | 'int16' | 'uint16';
  readonly lossy: number;
  readonly palette?: boolean;
}

const made: { readonly folder?: string; readonly reason?: string } = await dicomFiles();
const skip = made.reason ?? false;
const folder = made.folder ?? '';
const list: readonly Entry[] = made.folder ? listOf({ folder }) : [];
/** Those whose codecs are of WebAssembly are compared in the browser. */
const elsewhere = /_(j2k|j2kl|jls|jlsn|htj2k)$/;

/** The samples of all frames; of colours red, green and blue. */
async function samplesOf(path: string): Promise<number[]> {
  const file = parseDicom(new Uint8Array(readFileSync(path)));
  if (typeof file === 'string') assert.fail(file);
  const found = readImage(file);
  if (typeof found === 'string') assert.fail(found);
  const samples: number[] = [];
  for (const [i, ranges] of found.frames.entries()) {
    const parts = ranges.map(([start, end]) => file.bytes.subarray(start, end));
    const bytes = joined(
      parts,
      parts.reduce((sum, { length }) => sum + length, 0),
    );
    const { kind, values } = await decodeFrame(
      found.image,
      { bytes, skip: bitsBefore(found.image, i) },
      async (coding) => {
        assert.equal(coding, 'jpeg');
        return decodeJpeg;
      },
    );
    for (let k = 0; k < values.length; k++) if (kind === 'grey' || k % 4 !== 3) samples.push(values[k] as number);
  }
  return samples;
}

function expected({ name, dtype, palette }: Entry): ArrayLike<number> {
  const { buffer } = new Uint8Array(readFileSync(join(folder, `${name}.raw`)));
  const stored =
    dtype === 'uint8' ? new Uint8Array(buffer) : dtype === 'int16' ? new Int16Array(buffer) : new Uint16Array(buffer);
  return palette ? [...stored].flatMap((index) => [index, 255 - index, (index * 7) % 256]) : stored;
}

function worstOf(samples: readonly number[], source: ArrayLike<number>): number {
  assert.equal(samples.length, source.length);
  let worst = 0;
  for (let i = 0; i < samples.length; i++) worst = Math.max(worst, Math.abs((samples[i] ?? 0) - (source[i] ?? 0)));
  return worst;
}

describe('generated DICOM files', { skip }, () => {
  const own = list.filter(({ name }) => !elsewhere.test(name));

  it('are 127, most of which are decoded without WebAssembly', () => {
    assert.deepEqual([list.length, own.length], [127, 81]);
  });

  const groups = new Set(own.map(({ name }) => name.split('_').at(-1) ?? ''));
  for (const group of groups) {
    it(`have the pixels that they were made with: ${group}`, async () => {
      for (const entry of own.filter(({ name }) => name.endsWith(`_${group}`))) {
        const worst = worstOf(await samplesOf(join(folder, `${entry.name}.dcm`)), expected(entry));
        assert.ok(worst <= entry.lossy, `${entry.name} is off by ${worst}`);
      }
    });
  }

  it('are the same when JPEG is coded progressively', async () => {
    const place = mkdtempSync(join(tmpdir(), 'dicom-'));
    try {
      for (const name of ['odd8', 'rgb']) {
        const coded = [];
        for (const option of ['+eb', '+ep', '+es']) {
          const path = join(place, `${name}${option}.dcm`);
          await promisify(execFile)('dcmcjpeg', [option, '+q', '80', join(folder, `${name}_expl.dcm`), path]);
          coded.push(await samplesOf(path));
        }
        const [baseline = [], ...others] = coded;
        for (const other of others) assert.equal(worstOf(other, baseline), 0);
      }
    } finally {
      rmSync(place, { recursive: true });
    }
  });
});
