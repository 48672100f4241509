import { expect } from 'chai';
import { type CloudReader, cloudReader, openCloud } from '../../../src/media/pcd/cloud.js';
import { encodePcd, floats, unsigned } from '../../support/media-pcd.mjs';

const count = 50_000;
const numbers = (of: (index: number) => number) => Array.from({ length: count }, (_, index) => of(index));
const fields = [
  floats(
    'x',
    numbers((i) => 431_000.123456 + i * 0.01),
    8,
  ),
  floats(
    'y',
    numbers((i) => (i === 7 ? Number.NaN : 5_412_000.654321 - i * 0.01)),
    8,
  ),
  floats(
    'z',
    numbers((i) => i % 10),
    8,
  ),
  floats(
    'intensity',
    numbers((i) => i % 256),
  ),
  unsigned(
    'label',
    numbers((i) => i % 5),
    2,
  ),
  unsigned(
    'rgb',
    numbers((i) => (i * 257) & 0xffffff),
  ),
];
const binary = encodePcd(fields, count, 'binary');

const urls: string[] = [];
function urlOf(...parts: BlobPart[]): string {
  const url = URL.createObjectURL(new Blob(parts));
  urls.push(url);
  return url;
}
let ending: AbortController;
beforeEach(() => {
  ending = new AbortController();
});
afterEach(() => {
  ending.abort();
  for (const url of urls.splice(0)) URL.revokeObjectURL(url);
});
const open = (url: string) => openCloud(url, { signal: ending.signal });
/** What is wrong, where there is no cloud. */
async function faultOf(url: string): Promise<string> {
  const { value, problems } = await open(url);
  expect(value).to.equal(undefined);
  expect(problems).to.have.length(1);
  const { code, message } = problems?.[0] ?? {};
  return `${code} ${message}`;
}
const reasonOf = (promise: Promise<unknown>) =>
  promise.then(
    () => undefined,
    (reason) => (reason as Error).name,
  );
/** Another address of this server, which does not let this page read what it has. */
const elsewhere = (path: string) => new URL(path, location.href.replace('localhost', '127.0.0.1')).href;

describe('openCloud', () => {
  for (const data of ['ascii', 'binary', 'binary_compressed'] as const) {
    it(`reads ${data} in a worker: coordinates on a map, points that are none, all that is said of them`, async () => {
      const { value: cloud, problems } = await open(urlOf(encodePcd(fields, count, data)));
      expect(problems).to.equal(undefined);
      if (!cloud) throw new Error('no cloud');
      expect(cloud.count).to.equal(count);
      expect(cloud.fields).to.deep.equal(['x', 'y', 'z', 'intensity', 'label', 'rgb']);
      expect([...cloud.positions.subarray(21, 24)]).to.deep.equal([NaN, NaN, NaN]);
      let worst = 0;
      for (let i = 8; i < count; i++) {
        const x = (cloud.positions[3 * i] as number) + cloud.origin[0];
        const y = (cloud.positions[3 * i + 1] as number) + cloud.origin[1];
        worst = Math.max(worst, Math.abs(x - 431_000.123456 - i * 0.01), Math.abs(y - 5_412_000.654321 + i * 0.01));
      }
      expect(worst).to.be.lessThan(0.0001);
      expect(cloud.bounds?.most[1]).to.equal(5_412_000.654321);
      expect([cloud.intensity?.[300], cloud.labels?.[9], cloud.colours?.[3 * 256 + 1]]).to.deep.equal([44, 4, 1]);
    });
  }

  it('tells how much has come, up to all of it', async () => {
    const told: (readonly [number, number | undefined])[] = [];
    await openCloud(urlOf(binary), {
      signal: ending.signal,
      onProgress: (...state) => told.push([state[0], state[1]]),
    });
    expect(told.at(-1)).to.deep.equal([binary.length, binary.length]);
    expect(told.map(([loaded]) => loaded)).to.deep.equal(told.map(([loaded]) => loaded).sort((a, b) => a - b));
  });

  it('says what is wrong with an address', async () => {
    expect(await faultOf('/no/such.pcd')).to.match(/media\/not-found .*\/no\/such\.pcd .*answered 404/);
    expect(await faultOf('')).to.match(/media\/not-found .*no address/);
    expect(await faultOf('s3://bucket/cloud.pcd')).to.match(/media\/not-found .*"s3:"/);
    expect(await faultOf('http://localhost:1/cloud.pcd')).to.match(/media\/not-found .*it is not there, or.*CORS/);
    expect(await faultOf(elsewhere('/package.json'))).to.match(/media\/not-found .*Access-Control-Allow-Origin/);
  });

  it('says what is wrong with a file', async () => {
    expect(await faultOf(urlOf())).to.match(/media\/unreadable .*empty/);
    expect(await faultOf('data:text/html,<!doctype html><title>Log in</title>')).to.match(
      /media\/unreadable .*web page/,
    );
    expect(await faultOf(urlOf(binary.slice(0, 60)))).to.match(/media\/unreadable .*cut short/);
  });

  it('shows what there is of a file that is cut short', async () => {
    const { value, problems } = await open(urlOf(binary.slice(0, binary.length / 2)));
    expect(value?.count).to.be.within(count / 2 - 10, count / 2);
    expect(problems?.map(({ severity }) => severity)).to.deep.equal(['warning']);
    expect(problems?.[0]?.message).to.match(new RegExp(`holds ${value?.count} of its ${count} points`));
  });

  it('rejects when it is not wanted any more', async () => {
    const opening = reasonOf(open(urlOf(binary)));
    ending.abort();
    expect(await opening).to.equal('AbortError');
    expect(await reasonOf(open(urlOf(binary)))).to.equal('AbortError');
  });
});

describe('cloudReader', () => {
  let reader: CloudReader;
  beforeEach(() => {
    reader = cloudReader(ending.signal);
  });

  it('reads several clouds at once and one after the other, and forgets what is not wanted', async () => {
    const read = (points: number, signal = ending.signal) =>
      reader.read(urlOf(encodePcd(fields, points, 'binary')), { signal });
    const unwanted = new AbortController();
    const [one, other, none] = [read(10), read(20), reasonOf(read(30, unwanted.signal))];
    unwanted.abort();
    expect([(await one).value?.count, (await other).value?.count, await none]).to.deep.equal([10, 20, 'AbortError']);
    expect((await read(40)).value?.count).to.equal(40);
    expect((await reader.read('/no/such.pcd', { signal: ending.signal })).problems).to.have.length(1);
    expect((await read(50)).value?.count).to.equal(50);
  });

  it('ends with its signal', async () => {
    const { signal } = new AbortController();
    const reading = reasonOf(reader.read(urlOf(binary), { signal }));
    ending.abort();
    expect(await reading).to.equal('AbortError');
    expect(await reasonOf(reader.read(urlOf(binary), { signal }))).to.equal('AbortError');
  });
});
