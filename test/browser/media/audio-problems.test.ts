import { expect } from 'chai';
import { openSound } from '../../../src/media/audio/open-sound.js';
import { soundBytes, soundFiles, soundUrl } from '../../support/sound-files.js';

let life: AbortController;
beforeEach(() => {
  life = new AbortController();
});
afterEach(() => life.abort());

const addressOf = (...content: (string | Uint8Array<ArrayBuffer>)[]): string => URL.createObjectURL(new Blob(content));

/** Why there is no sound. */
async function refusal(url: string): Promise<string> {
  const { value, problems } = await openSound(url, { signal: life.signal });
  expect(value).to.equal(undefined);
  expect(problems).to.have.length(1);
  expect(problems?.[0]?.severity).to.equal('error');
  return `${problems?.[0]?.code}: ${problems?.[0]?.message}`;
}

/** How much there is, and what is wrong with the rest. */
async function part(url: string): Promise<[known: number, problem: string]> {
  const { value } = await openSound(url, { signal: life.signal });
  const { problems = [] } = (await value?.done) ?? {};
  expect(problems).to.have.length(1);
  return [value?.known ?? 0, `${problems[0]?.code}: ${problems[0]?.message}`];
}

/** Our own server under another name, which is another origin. */
const elsewhere = (url: string): string =>
  url.includes('127.0.0.1') ? url.replace('127.0.0.1', 'localhost') : url.replace('localhost', '127.0.0.1');

describe('openSound on what is no sound', () => {
  it('says what came instead', async () => {
    expect(await refusal(addressOf(''))).to.match(/^media\/unreadable: .* the file is empty\.$/);
    expect(await refusal(addressOf('<!doctype html><title>Sign in'))).to.match(/^media\/unreadable: .* HTML page/);
    expect(await refusal(addressOf('{"error":"expired"}'))).to.match(/JSON/);
    expect(await refusal(addressOf('what is this'))).to.match(
      /damaged, or in a format that this browser does not know/,
    );
    expect(await refusal(addressOf('ID3', new Uint8Array([4, 0, 0, 0, 0, 0, 5]), new Uint8Array(5)))).to.match(
      /only tags/,
    );
    expect(await refusal(addressOf('OggS', new Uint8Array(4000)))).to.match(/^media\/unreadable/);
  });

  it('says that nothing came, and why', async () => {
    expect(await refusal(soundUrl('none.wav'))).to.match(/^media\/not-found: .* the server answered 404\./);
    expect(await refusal('')).to.match(/this is no address/);
    expect(await refusal('gs://bucket/a.wav')).to.match(/not loaded by "gs:"/);
    expect(await refusal('http://localhost:1/a.wav')).to.match(/^media\/not-found: .* it is not there, or the server/);
  });

  it('says which codec is not decoded', async function () {
    await soundFiles(this as unknown as Mocha.Context);
    expect(await refusal(soundUrl('adpcm.wav'))).to.match(/IMA ADPCM/);
    expect(await refusal(soundUrl('alac.m4a'))).to.match(/MP4 with the codec alac/);
    expect(await refusal(soundUrl('old.mp2'))).to.match(/MPEG layer II/);
    expect(await refusal(soundUrl('media.wma'))).to.match(/WMA/);
  });

  it('says that a server does not share it', async function () {
    await soundFiles(this as unknown as Mocha.Context);
    expect(await refusal(elsewhere(soundUrl('a22.wav')))).to.match(/^media\/not-found: .*CORS/);
  });

  it('sees a sound of no length, and one of no rate', async function () {
    await soundFiles(this as unknown as Mocha.Context);
    const wav = await soundBytes('a22.wav');
    const head = wav.slice(0, 44);
    expect(await refusal(addressOf(head))).to.match(/cut short: its header says 22 s/);
    new DataView(head.buffer).setUint32(40, 0, true);
    expect(await refusal(addressOf(head))).to.match(/it has no samples/);
    new DataView(head.buffer).setUint32(24, 0, true);
    expect(await refusal(addressOf(head))).to.match(/0 samples a second/);
  });
});

describe('openSound on a part of a sound', function () {
  this.timeout(60_000);
  beforeEach(async function () {
    await soundFiles(this as unknown as Mocha.Context);
  });

  for (const [name, share, least, most] of [
    ['a22.wav', 0.5, 10.9, 11.1],
    ['s16.aiff', 0.5, 10.9, 11.1],
    ['a22.mp3', 0.5, 10.8, 11.1],
    ['late.mp4', 0.5, 9, 13],
    ['a22.flac', 0.5, 5, 17],
  ] as const) {
    it(`shows what there is of ${name}, and says that there is no more`, async () => {
      const bytes = await soundBytes(name);
      const [known, problem] = await part(addressOf(bytes.slice(0, bytes.length * share)));
      expect(known).to.be.within(least, most);
      expect(problem).to.match(/^media\/unreadable: Only a part of the sound .*cut short/);
    });
  }

  it('says that the index of an MP4 file is missing', async () => {
    const bytes = await soundBytes('a22.m4a');
    expect(await refusal(addressOf(bytes.slice(0, bytes.length / 2)))).to.match(/^media\/unreadable: /);
  });

  it('shows what came before the connection broke', async () => {
    for (const [name, breaks] of [
      ['a22.wav', 352_044],
      ['a22.mp3', 88_000],
    ] as const) {
      const [known, problem] = await part(soundUrl(`${name}?breaks=${breaks}`));
      // What was on its way is lost with the connection.
      expect(known).to.be.within(5, 11.1);
      expect(problem).to.match(/^media\/not-found: Only a part of the sound .* the connection broke after \d/);
    }
  });

  it('reads what a stream wrote, whose header knows no size', async () => {
    const wav = await soundBytes('a22.wav');
    for (const size of [0, 0xffff_ffff]) {
      new DataView(wav.buffer).setUint32(40, size, true);
      const { value } = await openSound(addressOf(wav), { signal: life.signal });
      expect(await value?.done).to.deep.equal({ value: undefined });
      expect(value?.duration).to.equal(22);
    }
  });
});
