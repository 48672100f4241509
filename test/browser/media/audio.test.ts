import { expect } from 'chai';
import { openSound, type SoundRequest } from '../../../src/media/audio/open-sound.js';
import type { Sound } from '../../../src/media/audio/sound.js';
import { decodedWhole, soundBytes, soundFiles, soundUrl } from '../../support/sound-files.js';

const MILLISECOND = 0.001;

let life: AbortController;
beforeEach(() => {
  life = new AbortController();
});
afterEach(() => life.abort());

const { signal } = new AbortController();

async function open(url: string, more: Partial<SoundRequest> = {}): Promise<Sound> {
  const { value, problems } = await openSound(url, { signal: life.signal, ...more });
  if (!value) throw new Error(problems.map(({ message }) => message).join(' '));
  return value;
}

/** All of it. */
async function read(url: string): Promise<Sound> {
  const sound = await open(url);
  const { problems = [] } = await sound.done;
  expect(problems.map(({ message }) => message)).to.deep.equal([]);
  return sound;
}

/** When the loudest sample near a second is, by the samples. */
async function clickNear(sound: Sound, time: number): Promise<number> {
  const start = time - 0.1;
  const samples = await sound.samples?.(0, start, time + 0.1, signal);
  if (!samples) throw new Error('there are no samples');
  let loudest = 0;
  samples.forEach((value, i) => {
    if (Math.abs(value) > Math.abs(samples[loudest] as number)) loudest = i;
  });
  return (Math.round(start * sound.sampleRate) + loudest) / sound.sampleRate;
}

/** From when to when a sound is loud near a second, by the peaks. */
function loudNear(sound: Sound, time: number): [number, number] {
  const width = 64 / sound.sampleRate;
  const count = Math.ceil(0.2 / width);
  const columns = sound.columns(0, time - 0.1, time - 0.1 + count * width, count);
  const loud = Array.from({ length: count }, (_, i) => i).filter((i) => (columns[i * 2 + 1] as number) > 0.4);
  return [time - 0.1 + Math.min(...loud) * width, time - 0.1 + (Math.max(...loud) + 1) * width];
}

/** The greatest difference of two stretches of samples. */
const difference = (a: Float32Array, b: Float32Array): number =>
  a.reduce((most, value, i) => Math.max(most, Math.abs(value - (b[i] ?? Number.NaN))), 0);

/** Of each, the delay that its format leaves in what is played. */
const timed: readonly (readonly [name: string, format: string, delay?: number])[] = [
  ['a22.wav', 'WAV'],
  ['s24.wav', 'WAV'],
  ['s32.wav', 'WAV'],
  ['u8.wav', 'WAV'],
  ['f32.wav', 'WAV'],
  ['f64.wav', 'WAV'],
  ['alaw.wav', 'WAV'],
  ['mulaw.wav', 'WAV'],
  ['rf64.wav', 'WAV'],
  ['large.wav', 'WAV'],
  ['s16.aiff', 'AIFF'],
  ['s24.aiff', 'AIFF'],
  ['sowt.aifc', 'AIFF'],
  ['f32.aifc', 'AIFF'],
  ['s16.au', 'AU'],
  ['mulaw.au', 'AU'],
  ['a22.mp3', 'MP3'],
  ['vbr.mp3', 'MP3'],
  ['stereo.mp3', 'MP3'],
  ['low.mp3', 'MP3'],
  // Nothing in them says what the encoder put before the sound: browsers play that too.
  ['plain.mp3', 'MP3', 1105 / 16_000],
  ['vbrplain.mp3', 'MP3', 1105 / 16_000],
  ['a22.m4a', 'MP4 (aac)'],
  ['stereo.m4a', 'MP4 (aac)'],
  ['late.mp4', 'MP4 (aac)'],
  ['fragments.mp4', 'MP4 (aac)', 1024 / 16_000],
  ['plain.aac', 'ADTS (aac)', 1024 / 16_000],
  ['a22.ogg', 'Ogg (vorbis)'],
  ['opus.ogg', 'Ogg (opus)'],
  ['opus.webm', 'WebM (opus)'],
  ['a22.flac', 'FLAC (flac)'],
  ['s24.flac', 'FLAC (flac)'],
  ['flac.ogg', 'Ogg'],
];

describe('openSound', function () {
  this.timeout(60_000);
  beforeEach(async function () {
    await soundFiles(this as unknown as Mocha.Context);
  });

  for (const [name, format, delay = 0] of timed) {
    it(`shows the clicks of ${name} when they are played`, async () => {
      const sound = await read(soundUrl(name));
      expect(sound.format).to.equal(format);
      expect(sound.known).to.equal(sound.duration);
      expect(sound.duration).to.be.closeTo(22 + delay, 0.05);
      for (const click of [10 + delay, 20 + delay]) {
        // A click lasts a millisecond.
        expect(await clickNear(sound, click)).to.be.within(click - MILLISECOND, click + 2 * MILLISECOND);
        const [first, last] = loudNear(sound, click);
        const bucket = 256 / sound.sampleRate;
        expect(first).to.be.within(click - bucket - MILLISECOND, click + MILLISECOND);
        expect(last).to.be.within(click, click + bucket * 2 + 2 * MILLISECOND);
      }
    });
  }

  for (const name of [
    'a22.mp3',
    'vbr.mp3',
    'plain.mp3',
    'stereo.mp3',
    'low.mp3',
    'a22.m4a',
    'a22.ogg',
    'opus.ogg',
    'opus.webm',
    'a22.flac',
  ]) {
    it(`has the very samples of ${name} that the browser plays`, async () => {
      const sound = await read(soundUrl(name));
      const whole = await decodedWhole(soundUrl(name), sound.sampleRate);
      expect(sound.channels).to.equal(whole.numberOfChannels);
      // What an encoder puts behind the sound is not always told.
      expect(sound.duration - whole.duration).to.be.within(-1e-9, 0.02);
      for (let channel = 0; channel < sound.channels; channel++) {
        const played = whole.getChannelData(channel);
        for (const [start, end] of [
          [0, 0.3],
          [9.95, 10.4],
          [17.123, 17.5],
          [21.8, 22],
        ] as const) {
          const samples = await sound.samples?.(channel, start, end, signal);
          const from = Math.round(start * sound.sampleRate);
          expect(samples?.length).to.equal(Math.round(end * sound.sampleRate) - from);
          expect(difference(samples as Float32Array, played.subarray(from))).to.be.below(0.002);
        }
        const buckets = Math.floor((22 * sound.sampleRate) / 256);
        const columns = sound.columns(channel, 0, (buckets * 256) / sound.sampleRate, buckets);
        let most = 0;
        for (let i = 0; i < buckets; i++) {
          const part = played.subarray(i * 256, i * 256 + 256);
          // Decoders of some formats go beyond what can be drawn.
          most = Math.max(most, Math.abs(Math.max(-1, Math.min(...part)) - (columns[i * 2] as number)));
          most = Math.max(most, Math.abs(Math.min(1, Math.max(...part)) - (columns[i * 2 + 1] as number)));
        }
        expect(most).to.be.below(0.001);
      }
    });
  }

  it('is there before all is known, and tells when more is', async () => {
    const sound = await open(soundUrl('large.wav'));
    expect([sound.duration, sound.channels, sound.sampleRate]).to.deep.equal([22, 2, 96_000]);
    const known: number[] = [];
    let revision = sound.revision;
    const stop = sound.onChange(() => {
      expect(sound.revision).to.be.greaterThan(revision);
      revision = sound.revision;
      known.push(sound.known);
    });
    await sound.done;
    expect(known).to.deep.equal(known.toSorted((a, b) => a - b));
    expect(known.at(-1)).to.equal(22);
    stop();
    expect(sound.columns(1, 0, 22, 4).every((value) => Math.abs(value) > 0.1)).to.equal(true);
    expect(sound.columns(0, 23, 24, 1).every(Number.isNaN)).to.equal(true);
  });

  it('says how much has come', async () => {
    const told: number[][] = [];
    const sound = await open(soundUrl('a22.wav'), { onProgress: (...state) => told.push(state as number[]) });
    await sound.done;
    expect(told.at(-1)).to.deep.equal([704_044, 704_044]);
  });

  it('asks a server for parts again, or keeps the file where that cannot be', async () => {
    for (const url of [soundUrl('large.wav'), soundUrl('large.wav?whole')]) {
      const sound = await read(url);
      expect(await clickNear(sound, 20)).to.be.within(19.999, 20.002);
    }
  });

  it('reads what is in memory, whatever its name and type', async () => {
    for (const name of ['a22.wav', 'a22.mp3', 'a22.m4a']) {
      const url = URL.createObjectURL(new Blob([await soundBytes(name)], { type: 'image/png' }));
      const sound = await read(url);
      expect(sound.duration).to.be.closeTo(22, 0.001);
      expect(await clickNear(sound, 10)).to.be.within(9.999, 10.002);
      URL.revokeObjectURL(url);
    }
  });

  it('finds the frames of an MP3 behind a picture and between damage', async () => {
    const mp3 = await soundBytes('a22.mp3');
    const picture = new Uint8Array(300_000).fill(0xff);
    const size = [
      picture.length >> 21,
      (picture.length >> 14) & 127,
      (picture.length >> 7) & 127,
      picture.length & 127,
    ];
    const tag = new Uint8Array([...'ID3'].map((letter) => letter.charCodeAt(0)).concat(4, 0, 0, size));
    const [head, tail] = [mp3.slice(0, 100_000), mp3.slice(100_000)];
    const noise = new Uint8Array(3000).map((_, i) => (i * 7919) & 255);
    const sound = await read(URL.createObjectURL(new Blob([tag, picture, head, noise, tail])));
    // The frame that the noise is in the middle of is lost.
    expect(sound.duration).to.be.closeTo(22 - 576 / 16_000, 0.04);
    expect(await clickNear(sound, 10)).to.be.within(9.999, 10.002);
  });

  it('ends with its signal', async () => {
    const sound = await open(soundUrl('large.wav'));
    life.abort();
    expect(await sound.done).to.deep.equal({ problems: [] });
    let reason: unknown;
    await sound.samples?.(0, 0, 1, signal).catch((why: unknown) => {
      reason = why;
    });
    expect((reason as Error).name).to.equal('AbortError');
    expect(await openSound(soundUrl('a22.wav'), { signal: life.signal })).to.deep.equal({ problems: [] });
  });
});

describe('Sound.playable', function () {
  this.timeout(60_000);
  beforeEach(async function () {
    await soundFiles(this as unknown as Mocha.Context);
  });

  const durationOf = (url: string) =>
    new Promise<number>((done, fail) => {
      const element = new Audio();
      element.preload = 'metadata';
      element.onloadedmetadata = () => done(element.duration);
      element.onerror = () => fail(new Error(element.error?.message));
      element.src = url;
    });

  it('is the file itself where that is played, and exact', async () => {
    for (const name of ['a22.wav', 'mulaw.wav', 'a22.m4a', 'a22.flac']) {
      const sound = await read(soundUrl(name));
      expect(sound.asItIs, name).to.equal('exact');
      expect(await sound.playable()).to.deep.equal({ value: soundUrl(name) });
      expect(await durationOf(soundUrl(name))).to.be.closeTo(sound.duration, MILLISECOND);
    }
  });

  it('is a WAV file of what browsers do not play', async () => {
    for (const name of ['s16.aiff', 'f32.aifc', 's24.aiff', 'mulaw.au', 'f64.wav']) {
      const sound = await open(soundUrl(name));
      expect(sound.asItIs, name).to.equal('unplayable');
      const { value = '' } = await sound.playable();
      expect(await durationOf(value)).to.be.closeTo(22, MILLISECOND);
      const [copy, original] = [await decodedWhole(value, 16_000), await decodedWhole(soundUrl('a22.wav'), 16_000)];
      const most = name === 'mulaw.au' ? 0.02 : 0.0001;
      expect(difference(copy.getChannelData(0), original.getChannelData(0))).to.be.below(most);
    }
  });

  it('is an MP4 file with the frames of an MP3, in which a player need not guess', async () => {
    for (const name of ['a22.mp3', 'vbr.mp3', 'vbrplain.mp3', 'stereo.mp3']) {
      const sound = await open(soundUrl(name));
      expect(sound.asItIs, name).to.equal('inexact');
      const { value = '' } = await sound.playable();
      expect(value).to.match(/^blob:/);
      expect(await durationOf(value)).to.be.closeTo(sound.duration, MILLISECOND);
      const [copy, original] = [
        await decodedWhole(value, sound.sampleRate),
        await decodedWhole(soundUrl(name), sound.sampleRate),
      ];
      expect(difference(original.getChannelData(0), copy.getChannelData(0))).to.be.below(0.0001);
    }
  });

  it('is a WAV file of Vorbis, whose blocks are played too early after a seek', async () => {
    const sound = await open(soundUrl('a22.ogg'));
    expect(sound.asItIs).to.equal('inexact');
    const { value = '' } = await sound.playable();
    expect(value).to.match(/^blob:/);
    const [copy, original] = [await decodedWhole(value, 16_000), await decodedWhole(soundUrl('a22.ogg'), 16_000)];
    expect(copy.length).to.equal(original.length);
    const cut = original.getChannelData(0).map((sample) => Math.max(-1, Math.min(1, sample)));
    expect(difference(cut, copy.getChannelData(0))).to.be.below(0.0001);
  });
});
