import { expect } from 'chai';
import { zipSync } from 'fflate';
import { LifetimeScope } from '../../../src/base/scope.js';
import type { Slice } from '../../../src/media/dicom/slice.js';
import { openStudy, type Study, type StudyProgress, type StudyRequest } from '../../../src/media/dicom/study.js';
import { tags } from '../../../src/media/dicom/tags.js';
import { described, EXPLICIT, JPEG, PIXELS, part10, RLE, type Written } from '../../unit/media/dicom/written-dicom.js';

const scopes: LifetimeScope[] = [];
const urls: string[] = [];
afterEach(() => {
  for (const scope of scopes.splice(0)) scope.dispose();
  for (const url of urls.splice(0)) URL.revokeObjectURL(url);
});

const newScope = () => {
  const scope = new LifetimeScope(() => () => {});
  scopes.push(scope);
  return scope;
};
const addressOf = (bytes: Uint8Array, type = '') => {
  const url = URL.createObjectURL(new Blob([bytes as Uint8Array<ArrayBuffer>], { type }));
  urls.push(url);
  return url;
};
const elsewhere = location.origin.includes('127.0.0.1')
  ? location.origin.replace('127.0.0.1', 'localhost')
  : location.origin.replace('localhost', '127.0.0.1');

const open = (source: string | readonly string[], request: Partial<StudyRequest> = {}) =>
  openStudy(source, { signal: newScope().signal, ...request });

async function study(source: string | readonly string[], request: Partial<StudyRequest> = {}): Promise<Study> {
  const { value, problems } = await open(source, request);
  if (!value) throw new Error(problems?.[0]?.message);
  await value.done;
  return value;
}
async function fault(source: string | readonly string[]): Promise<string> {
  const { value, problems } = await open(source);
  expect(value === undefined).to.equal(true);
  expect(problems?.length).to.equal(1);
  return `${problems?.[0]?.code} ${problems?.[0]?.message}`;
}

/** Six pixels at a height, each of that value. */
const file = (z: number, more: readonly Written[] = [], pixels = [z, z, z, z, z, z]) =>
  part10(EXPLICIT, [
    ...described([
      [tags.SOPInstanceUID, 'UI', `1.2.${z}`],
      [tags.ImagePositionPatient, 'DS', `0\\0\\${z}`],
      [tags.ImageOrientationPatient, 'DS', '1\\0\\0\\0\\1\\0'],
      ...more,
    ]),
    [PIXELS, 'OW', pixels],
  ]);
const first = async (from: Study, slice: Slice | undefined) => {
  const { value, problems } = await from.pixels(slice as Slice);
  return value ? value.values[0] : problems?.[0]?.message;
};
const all = async (from: Study) => Promise.all((from.series[0]?.slices ?? []).map((slice) => first(from, slice)));

describe('openStudy', () => {
  it('opens one file', async () => {
    const opened = await study(addressOf(file(7)));
    expect([opened.series.length, opened.series[0]?.slices.length, opened.problems]).to.deep.equal([1, 1, []]);
    expect(await all(opened)).to.deep.equal([7]);
    expect(opened.decoded(opened.series[0]?.slices[0] as Slice)?.width).to.equal(3);
  });

  it('opens a list, in the order of where slices lie', async () => {
    const opened = await study([5, 1, 9, 3].map((z) => addressOf(file(z))));
    expect(await all(opened)).to.deep.equal([1, 3, 5, 9]);
  });

  it('opens a zip of any kind', async () => {
    const files = Object.fromEntries([5, 1, 9, 3].map((z) => [`IM${10 - z}`, file(z)]));
    for (const level of [0, 6] as const) {
      const opened = await study(addressOf(zipSync({ ...files, 'readme.txt': new Uint8Array(9) }, { level })));
      expect(await all(opened)).to.deep.equal([1, 3, 5, 9]);
      expect(opened.series[0]?.slices.map(({ name }) => name)).to.deep.equal(['IM9', 'IM7', 'IM5', 'IM1']);
    }
  });

  it('opens the series with the most slices first, and has the others', async () => {
    const scout: readonly Written[] = [[tags.SeriesInstanceUID, 'UI', '1.2.99']];
    const sr = part10(EXPLICIT, described([[tags.Modality, 'CS', 'SR']]));
    const opened = await study(addressOf(zipSync({ a: file(1, scout), b: file(2), c: file(3), d: sr, e: file(2) })));
    expect(opened.series.map(({ uid, slices }) => [uid, slices.length])).to.deep.equal([
      ['1.2.3', 2],
      ['1.2.99', 1],
    ]);
    expect(opened.problems.map(({ severity, message }) => [severity, message])).to.deep.equal([
      ['warning', 'Not all of the study is shown: 1 of its pictures are there twice.'],
    ]);
    expect(await first(opened, opened.series[1]?.slices[0])).to.equal(1);
  });

  it('shows the first slice before the last has come, and says when the order is final', async () => {
    const files = Object.fromEntries(Array.from({ length: 30 }, (_, i) => [`${(i * 7) % 30}`, file(i)]));
    const told: (readonly [number, boolean])[] = [];
    const progress: StudyProgress[] = [];
    const { value } = await open(addressOf(zipSync(files, { level: 0 })), {
      onSlices: ({ series, complete }) => told.push([series[0]?.slices.length ?? 0, complete]),
      onProgress: (state) => progress.push(state),
    });
    expect(value?.complete).to.equal(false);
    expect(await first(value as Study, value?.series[0]?.slices[0])).to.be.a('number');
    await value?.done;
    expect(value?.complete).to.equal(true);
    expect(told[0]).to.deep.equal([1, false]);
    expect(told.at(-1)).to.deep.equal([30, true]);
    expect(await all(value as Study)).to.deep.equal(Array.from({ length: 30 }, (_, i) => i));
    const last = progress.at(-1);
    expect([last?.loaded, last?.slices, last?.decoded]).to.deep.equal([last?.total, 30, 30]);
  });

  it('has a slice for each frame, and those that are there of a file that is cut', async () => {
    const frames: readonly Written[] = [[tags.NumberOfFrames, 'IS', '4']];
    const pixels = Array.from({ length: 24 }, (_, i) => Math.floor(i / 6));
    const whole = file(1, frames, pixels);
    const opened = await study(addressOf(whole));
    expect(opened.series[0]?.slices.map(({ frame }) => frame)).to.deep.equal([1, 2, 3, 4]);
    expect(await all(opened)).to.deep.equal([0, 1, 2, 3]);
    const cut = await study(addressOf(whole.slice(0, whole.length - 15)));
    expect(await all(cut)).to.deep.equal([0, 1]);
    expect(cut.problems[0]?.message).to.match(/2 of 4 frames are there/);
  });

  it('goes on behind a frame that is damaged', async () => {
    const rle = (byte: number) => {
      const bytes = new Uint8Array(64 + 2 * 2);
      new DataView(bytes.buffer).setUint32(0, 2, true);
      new DataView(bytes.buffer).setUint32(4, 64, true);
      new DataView(bytes.buffer).setUint32(8, 66, true);
      // Six equal bytes twice.
      bytes.set([251, 0, 251, byte], 64);
      return bytes;
    };
    const fragments = [rle(1), new Uint8Array(68).fill(255), rle(3)];
    const elements = described([[tags.NumberOfFrames, 'IS', '3']]);
    const opened = await study(addressOf(part10(RLE, [...elements, [PIXELS, 'OB', { fragments }]])));
    const values = await all(opened);
    expect([values[0], values[2]]).to.deep.equal([1, 3]);
    expect(values[1]).to.match(/Frame 2 of that was given cannot be decoded: its run lengths are damaged/);
  });

  it('goes on behind a code stream that a codec fails with', async () => {
    for (const uid of ['1.2.840.10008.1.2.4.90', '1.2.840.10008.1.2.4.80', '1.2.840.10008.1.2.4.201', JPEG]) {
      const head =
        uid === JPEG
          ? [0xff, 0xd8, 0xff, 0xc0, 0, 11, 8, 0, 2, 0, 3, 1, 1, 0x11, 0, 0xff, 0xda]
          : uid.endsWith('80')
            ? [0xff, 0xd8, 0xff, 0xf7, 0, 11, 8, 0, 2, 0, 3, 1, 1, 0x11, 0]
            : [
                ...[0xff, 0x4f, 0xff, 0x51, 0, 41, 0, 0, 0, 0, 0, 3, 0, 0, 0, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 3],
                ...[
                  0, 0, 0, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 15, 1, 1, 0xff, 0x52, 0, 12, 0, 0, 0, 1, 0, 1, 4, 4, 0, 1,
                ],
              ];
      const stream = Uint8Array.from([...head, ...Array.from({ length: 60 }, (_, i) => (i * 37) % 251)]);
      const bad = part10(uid, [...described(), [PIXELS, 'OB', { fragments: [stream] }]]);
      const opened = await study([bad, file(5)].map((bytes) => addressOf(bytes)));
      const slices = opened.series[0]?.slices ?? [];
      const values = await Promise.all(slices.map((slice) => first(opened, slice)));
      expect(values, uid).to.include(5);
      expect(values.filter((value) => /cannot be decoded/.test(`${value}`)).length, uid).to.equal(1);
    }
  });

  it('lists what a file says of itself', async () => {
    const name: Written = [0x00100010, 'PN', 'Test^Phantom'];
    for (const source of [file(1, [name]), zipSync({ a: file(1, [name], Array(6).fill(0)) }, { level: 6 })]) {
      const opened = await study(addressOf(source));
      const { value } = await opened.attributes(opened.series[0]?.slices[0] as Slice);
      expect(value?.find(({ keyword }) => keyword === 'PatientName')).to.deep.include({
        value: 'Test^Phantom',
        identifying: true,
      });
      expect(value?.find(({ keyword }) => keyword === 'Rows')).to.deep.include({ value: '2', identifying: false });
    }
  });

  it('says what is wrong', async () => {
    expect(await fault('/no/such/file.dcm')).to.match(/^media\/not-found .*the server answered 404/);
    expect(await fault(`${elsewhere}/package.json`)).to.match(/^media\/not-found .*Access-Control-Allow-Origin/);
    expect(await fault('http://localhost:1/a.dcm')).to.match(/^media\/not-found .*it is not there/);
    expect(await fault('ftp://example.org/a.dcm')).to.match(/^media\/not-found .*"ftp:"/);
    expect(await fault([])).to.match(/an empty list/);
    expect(await fault(addressOf(new Uint8Array(0)))).to.match(/^media\/unreadable .*the file is empty/);
    const page = Uint8Array.from('<!DOCTYPE html><html>', (char) => char.charCodeAt(0));
    expect(await fault(addressOf(page, 'text/html'))).to.match(/a web page/);
    expect(await fault(addressOf(Uint8Array.of(1, 2, 3), 'image/png'))).to.match(/not DICOM, but image\/png/);
    expect(await fault(addressOf(zipSync({ 'a.txt': Uint8Array.of(1) })))).to.match(/no DICOM file in it/);
    expect(await fault(addressOf(file(1).slice(0, 300)))).to.match(/cut short before its pixels/);
    expect(await fault(addressOf(file(1).slice(0, -3)))).to.match(/cut short within its pixels/);
    expect(await fault(addressOf(part10(EXPLICIT, described([[tags.Modality, 'CS', 'SR']]))))).to.match(/it is a SR/);
    const video: Written = [PIXELS, 'OB', { fragments: [new Uint8Array(8)] }];
    for (const [uid, name] of [
      ['1.2.840.10008.1.2.4.110', 'JPEG XL'],
      ['1.2.840.10008.1.2.4.103', 'H.264'],
    ] as const) {
      expect(await fault(addressOf(part10(uid, [...described(), video])))).to.include(name);
    }
    const zeros = part10(JPEG, [...described(), [PIXELS, 'OB', { fragments: [new Uint8Array(80_000_000)] }]]);
    expect(await fault(addressOf(zipSync({ bomb: zeros })))).to.match(/bomb in it becomes more than 64 MB/);
  });

  it('shows what there is where some of a list cannot be had', async () => {
    const opened = await study([addressOf(file(1)), '/no/such/file.dcm', addressOf(new Uint8Array(0))]);
    expect(await all(opened)).to.deep.equal([1]);
    expect(opened.problems.map(({ severity }) => severity)).to.deep.equal(['warning', 'warning']);
    expect(opened.problems.map(({ message }) => message).join()).to.match(/404.*empty|empty.*404/);
  });

  it('ends when it is aborted', async () => {
    const scope = newScope();
    const opening = open([addressOf(file(1))], { signal: scope.signal });
    scope.dispose();
    expect(await opening.catch(({ name }) => name)).to.equal('AbortError');
    const later = newScope();
    const opened = await study(
      [1, 2, 3].map((z) => addressOf(file(z))),
      { signal: later.signal },
    );
    const [slice] = opened.series[0]?.slices ?? [];
    later.dispose();
    expect(await opened.attributes(slice as Slice).catch(({ name }) => name)).to.equal('AbortError');
    const one = new AbortController();
    one.abort(new Error('seen enough'));
    const other = await study(addressOf(file(1)));
    const asked = other.pixels(other.series[0]?.slices[0] as Slice, one.signal);
    expect(await asked.catch(({ message }) => message)).to.equal('seen enough');
  });

  it('opens the series of the generator', async function () {
    this.timeout(60_000);
    const list = await (await fetch('/media/dicom/list.json')).json();
    if ('reason' in list) {
      console.log(`The series is not opened: ${list.reason}.`);
      this.skip();
    }
    for (const kind of ['ct', 'ct_j2k', 'ct_jls']) {
      const opened = await study(`/media/dicom/${kind}.zip`);
      const slices = opened.series[0]?.slices ?? [];
      expect(slices.map(({ instanceNumber }) => instanceNumber)).to.deep.equal(slices.map((_, i) => i + 1));
      expect(slices.length).to.equal(12);
      const decoded = await Promise.all(slices.map((slice) => opened.pixels(slice)));
      for (const { value } of decoded) expect(value?.values.length).to.equal(512 * 512);
      const { slope, intercept, units, windows, pixelSpacing } = slices[0] as Slice;
      expect([slope, intercept, units, windows[0], pixelSpacing]).to.deep.equal([
        ...[1, -1024, 'HU', { center: 40, width: 400 }],
        [0.7, 0.7],
      ]);
    }
  });
});
