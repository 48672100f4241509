import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { bytesOf as fileBytes } from '../../../../src/media/audio/file-bytes.js';
import { copyOf } from '../../../../src/media/audio/mp3-copy.js';
import { Mp3Scan } from '../../../../src/media/audio/mp3-scan.js';
import { bytesOf, mp3Frame } from './written-sound.js';

interface Box {
  readonly type: string;
  readonly start: number;
  readonly end: number;
}

function boxes(view: DataView, start: number, end: number): Box[] {
  const found: Box[] = [];
  for (let at = start; at < end; ) {
    const short = view.getUint32(at);
    const size = short === 1 ? Number(view.getBigUint64(at + 8)) : short;
    const type = String.fromCharCode(...new Uint8Array(view.buffer, at + 4, 4));
    found.push({ type, start: at + (short === 1 ? 16 : 8), end: at + size });
    assert.ok(size >= 8 && at + size <= end, `${type} ends in its parent`);
    at += size;
  }
  return found;
}

function inside(view: DataView, path: readonly string[]): Box {
  return path.reduce<Box>(
    ({ start, end }, name) => boxes(view, start, end).find(({ type }) => type === name) ?? assert.fail(`no ${name}`),
    { type: '', start: 0, end: view.byteLength },
  );
}

describe('copyOf', () => {
  it('writes an MP4 file in which every frame is where the tables say', async () => {
    const gap = new Uint8Array(50);
    const frames = [1, 2, 3, 4, 5, 6, 7].map((fill) => mp3Frame({ fill, padded: fill === 2 }));
    const file = bytesOf(gap, ...frames.slice(0, 4), gap, ...frames.slice(4));
    const scan = new Mp3Scan();
    scan.push(file);
    scan.finish();
    assert.equal(scan.count, 7);
    const copy = await copyOf(scan, { start: 1105, end: 5000 }, fileBytes(new Blob([file])));
    assert.ok(copy instanceof Blob);
    const view = new DataView(await copy.arrayBuffer());
    assert.deepEqual(
      boxes(view, 0, view.byteLength).map(({ type }) => type),
      ['ftyp', 'moov', 'mdat'],
    );

    const table = ['moov', 'trak', 'mdia', 'minf', 'stbl'];
    const sizes = inside(view, [...table, 'stsz']).start;
    const places = inside(view, [...table, 'co64']).start;
    const chunks = inside(view, [...table, 'stsc']).start;
    const fills: number[] = [];
    let frame = 0;
    for (let chunk = 0; chunk < view.getUint32(places + 4); chunk++) {
      let at = Number(view.getBigUint64(places + 8 + chunk * 8));
      for (let left = view.getUint32(chunks + 8 + chunk * 12 + 4); left > 0; left--, frame++) {
        assert.equal(view.getUint16(at), 0xfffb);
        fills.push(view.getUint8(at + 100));
        at += view.getUint32(sizes + 12 + frame * 4);
      }
    }
    assert.deepEqual(fills, [1, 2, 3, 4, 5, 6, 7]);

    const edit = inside(view, ['moov', 'trak', 'edts', 'elst']).start;
    assert.deepEqual([view.getBigUint64(edit + 8), view.getBigUint64(edit + 16)], [3895n, 1105n]);
    const durations = inside(view, [...table, 'stts']).start;
    assert.deepEqual(
      [4, 8, 12].map((at) => view.getUint32(durations + at)),
      [1, 7, 1152],
    );
  });
});
