import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { mp3Frame as headerAt } from '../../../../src/media/audio/mp3-frame.js';
import { id3Length, Mp3Scan } from '../../../../src/media/audio/mp3-scan.js';
import { mp3Tag, played } from '../../../../src/media/audio/mp3-tag.js';
import { be32, bytesOf, mp3Frame } from './written-sound.js';

/** A tag with a picture that is full of what looks like frames. */
const id3 = (size: number) =>
  bytesOf(
    'ID3',
    4,
    0,
    0,
    [size >> 21, (size >> 14) & 127, (size >> 7) & 127, size & 127],
    new Uint8Array(size).fill(0xff),
  );
const frames = (count: number) => Array.from({ length: count }, (_, i) => mp3Frame({ padded: i % 3 === 1 }));

function scanned(bytes: Uint8Array, ...cuts: number[]): Mp3Scan {
  const scan = new Mp3Scan();
  let at = 0;
  for (const cut of [...cuts, bytes.length]) {
    scan.push(bytes.slice(at, at + cut));
    at += cut;
  }
  scan.finish();
  return scan;
}
const placesOf = (scan: Mp3Scan) => Array.from({ length: scan.count }, (_, i) => [scan.offset(i), scan.length(i)]);

describe('Mp3Scan', () => {
  const lead = id3(70_000);
  const file = bytesOf(lead, ...frames(40), 'TAG', new Uint8Array(125));

  it('finds all frames behind a large tag and before another', () => {
    const scan = scanned(file);
    assert.equal(scan.count, 40);
    assert.deepEqual(placesOf(scan).slice(0, 3), [
      [lead.length, 417],
      [lead.length + 417, 418],
      [lead.length + 835, 417],
    ]);
    assert.equal(scan.end, file.length - 128);
    assert.deepEqual([scan.first?.sampleRate, scan.first?.channels, scan.first?.samples], [44_100, 2, 1152]);
  });

  it('finds the same however the file comes', () => {
    const expected = placesOf(scanned(file));
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 30_000 }), { maxLength: 12 }), (cuts) => {
        assert.deepEqual(placesOf(scanned(file, ...cuts)), expected);
      }),
      { numRuns: 30 },
    );
  });

  it('passes over damage, frames of no stated length and those of another stream', () => {
    const free = mp3Frame();
    free[2] = 0;
    const other = mp3Frame();
    other[2] = 0x94;
    const noise = new Uint8Array(1000).map((_, i) => (i * 7919) & 255);
    const scan = scanned(bytesOf(noise, ...frames(5), noise, ...frames(4), free, ...frames(3), other, ...frames(2)));
    assert.equal(scan.count, 14);
  });

  it('leaves a last frame out that is cut', () => {
    const bytes = bytesOf(...frames(5));
    assert.equal(scanned(bytes.slice(0, -1)).count, 4);
    assert.equal(scanned(bytes).count, 5);
  });

  it('finds nothing in what is no MP3', () => {
    assert.equal(scanned(new Uint8Array(50_000).fill(0xff)).count, 0);
    assert.equal(scanned(new Uint8Array(0)).count, 0);
    assert.equal(scanned(bytesOf('ID3', 4, 0, 0, [127, 127, 127, 127], new Uint8Array(100))).count, 0);
  });

  it('takes the first frame for a tag if it is one', () => {
    const tag = mp3Frame({ content: ['Xing', be32(1), be32(39)] });
    const scan = scanned(bytesOf(tag, ...frames(39)));
    assert.equal(scan.count, 39);
    assert.equal(scan.offset(0), 417);
    assert.equal(scan.tag?.frames, 39);
  });
});

describe('id3Length', () => {
  it('counts seven bits a byte, and the foot', () => {
    assert.equal(id3Length(bytesOf('ID3', 4, 0, 0, [0, 0, 1, 1]), 0), 139);
    assert.equal(id3Length(bytesOf('ID3', 4, 0, 0x10, [0, 0, 1, 1]), 0), 149);
    assert.equal(id3Length(bytesOf('ID3', 4, 0, 0, [0, 0, 1, 200]), 0), 0);
    assert.equal(id3Length(bytesOf('ID3', 4, 0), 0), 0);
    assert.equal(id3Length(bytesOf('IDX'), 0), 0);
  });
});

describe('mp3Tag', () => {
  const read = (frame: Uint8Array) => mp3Tag(frame, headerAt(frame, 0) ?? assert.fail('no frame'));
  const lame = (name: string) =>
    mp3Frame({
      content: [
        'Info',
        be32(15),
        be32(100),
        be32(41_700),
        new Uint8Array(100),
        be32(0),
        name,
        new Uint8Array(17),
        [0x24, 0x03, 0xc0],
      ],
    });

  it('reads delay and padding of those encoders whose players drop them', () => {
    assert.deepEqual(read(lame('LAME')), { frames: 100, delay: 576, padding: 960 });
    assert.deepEqual(read(lame('Lavc')), { frames: 100, delay: 576, padding: 960 });
    assert.deepEqual(read(lame('GOGO')), { frames: 100, delay: undefined, padding: 0 });
  });

  it('reads that of Fraunhofer, and no other frame', () => {
    const frame = mp3Frame({ content: ['VBRI', new Uint8Array(10), be32(77)] });
    assert.deepEqual(read(frame), { frames: 77, delay: undefined, padding: 0 });
    assert.equal(read(mp3Frame()), undefined);
  });
});

describe('played', () => {
  it('drops what encoder and decoder put before the sound, and behind it', () => {
    const tag = { frames: 100, delay: 576, padding: 960 };
    assert.deepEqual(played(tag, 115_200), { start: 1105, end: 114_769 });
    assert.deepEqual(played({ ...tag, padding: 100 }, 115_200), { start: 1105, end: 115_200 });
    assert.deepEqual(played({ ...tag, delay: undefined }, 115_200), { start: 0, end: 115_200 });
    assert.deepEqual(played(undefined, 10), { start: 0, end: 10 });
    assert.deepEqual(played(tag, 0), { start: 0, end: 0 });
  });
});
