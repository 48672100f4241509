import { expect } from 'chai';
import { ElementPictures } from '../../../src/media/video/element-pictures.js';
import { FilmPicture } from '../../../src/media/video/film-picture.js';
import { type FilmRequest, openFilm } from '../../../src/media/video/open-film.js';
import { loadVideo, makeVideo } from '../../../src/media/video/video-element.js';
import { numberIn, sizeOf, videoFiles, videoUrl } from '../../support/video-files.js';

let life: AbortController;
beforeEach(() => {
  life = new AbortController();
});
afterEach(() => life.abort());

const { signal } = new AbortController();

const open = (url: string, more: Partial<FilmRequest> = {}) => openFilm(url, { signal: life.signal, ...more });

/** Our own server under another name, which is another origin. */
const elsewhere = (url: string): string =>
  url.includes('127.0.0.1') ? url.replace('127.0.0.1', 'localhost') : url.replace('localhost', '127.0.0.1');

/** What is said of a film that cannot be shown. */
async function refusal(url: string): Promise<string> {
  const { value, problems } = await open(url);
  expect(value).to.equal(undefined);
  expect(problems).to.have.length(1);
  const [problem] = problems ?? [];
  expect(problem?.severity).to.equal('error');
  return `${problem?.code}: ${problem?.message}`;
}

describe('openFilm', function () {
  this.timeout(60_000);
  beforeEach(async function () {
    await videoFiles(this as unknown as Mocha.Context);
  });

  it('knows size, frame rate, duration and sound', async () => {
    const { value: silent } = await open(videoUrl('cfr2997.mp4'));
    expect([silent?.width, silent?.height, silent?.rotation, silent?.hasSound]).to.deep.equal([640, 360, 0, false]);
    expect(silent?.frames.frameRate).to.be.closeTo(30000 / 1001, 0.001);
    expect(silent?.frames.duration).to.be.closeTo((360 * 1001) / 30000, 0.001);
    expect((await open(videoUrl('withaudio.mp4'))).value?.hasSound).to.equal(true);
  });

  it('loads the whole from a server without ranges, and says how far it is', async () => {
    const told: (number | undefined)[][] = [];
    const { value } = await open(videoUrl('cfr30.mp4?whole'), { onProgress: (...state) => told.push(state) });
    expect(told.at(-1)?.[0]).to.be.greaterThan(1e6).and.to.equal(told.at(-1)?.[1]);
    expect(value?.address).to.match(/^blob:/);
    const picture = (await value?.frame(300, signal))?.value;
    expect(picture && numberIn(picture)).to.equal(299);
  });

  it('reads no more than it needs where there are ranges', async () => {
    let loaded = 0;
    const { value } = await open(videoUrl('hd1080.mp4'), { onProgress: (bytes) => (loaded = bytes) });
    expect(value?.frames.count).to.equal(270);
    expect(loaded).to.be.within(1, 5e6);
  });

  it('reads blob: and data: URLs', async () => {
    const blob = await (await fetch(videoUrl('vp9.webm'))).blob();
    const local = URL.createObjectURL(blob);
    const { value } = await open(local);
    expect(value?.frames.count).to.equal(100);
    URL.revokeObjectURL(local);
    const bytes = new Uint8Array(await blob.arrayBuffer());
    const text = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
    expect((await open(`data:video/webm;base64,${btoa(text)}`)).value?.frames.count).to.equal(100);
  });

  it('reads from another origin that allows it', async () => {
    const { value, problems } = await open(elsewhere(videoUrl('cfr25.mp4?cors')));
    expect(problems).to.deep.equal([]);
    expect([value?.exact, value?.frames.count, value?.crossOrigin]).to.deep.equal([true, 300, 'anonymous']);
  });

  it('shows a film that may be played but not read, and says that frame numbers may be wrong', async () => {
    const { value, problems } = await open(elsewhere(videoUrl('cfr25.mp4')), { frameRate: 30 });
    expect([value?.exact, value?.frames.count, value?.width]).to.deep.equal([false, 360, 640]);
    expect(problems?.map(({ severity }) => severity)).to.deep.equal(['warning']);
    expect(problems?.[0]?.message).to.match(/may be wrong: .*CORS/);
    const picture = (await value?.frame(100, signal))?.value;
    expect(picture && sizeOf(picture)).to.deep.equal([640, 360]);
  });

  it('says what is wrong with a file that is no film', async () => {
    expect(await refusal(videoUrl('nothing.mp4'))).to.match(/^media\/not-found: .*answered 404/);
    expect(await refusal(videoUrl('empty.mp4'))).to.match(/^media\/unreadable: .*empty/);
    expect(await refusal(videoUrl('empty.mp4?whole'))).to.match(/^media\/unreadable: .*empty/);
    expect(await refusal(videoUrl('page.mp4'))).to.match(/^media\/unreadable: .*text\/html, not a video/);
    expect(await refusal(videoUrl('page.mp4?whole'))).to.match(/^media\/unreadable: .*text\/html, not a video/);
    expect(await refusal(videoUrl('noise.mp4'))).to.match(/^media\/unreadable: .*format/);
    expect(await refusal(videoUrl('headless.mp4'))).to.match(/^media\/unreadable: .*cut short/);
    expect(await refusal(videoUrl('sound.m4a'))).to.match(/^media\/unreadable: .*sound, but no pictures/);
    expect(await refusal(elsewhere(videoUrl('nothing.mp4')))).to.match(/^media\/not-found: .*CORS/);
    expect(await refusal('ftp://example.org/a.mp4')).to.match(/^media\/not-found: .*"ftp:"/);
  });

  it('names a codec that cannot be decoded', async function () {
    expect(await refusal(videoUrl('mpeg4.mp4'))).to.match(/^media\/unreadable: .*\(mp4v.*MPEG-4 part 2\)/);
    const { supported } = await VideoDecoder.isConfigSupported({ codec: 'hvc1.1.6.L93.B0' });
    if (supported) return this.skip();
    expect(await refusal(videoUrl('hevc.mp4'))).to.match(/^media\/unreadable: .*\(hvc1, H\.265\)/);
  });

  it('shows what there is of a film that was cut short', async () => {
    const { value, problems } = await open(videoUrl('cutoff.mp4'));
    expect(problems?.map(({ code, severity }) => [code, severity])).to.deep.equal([['media/unreadable', 'warning']]);
    expect(problems?.[0]?.message).to.match(/of its 360 frames only those up to about 2\d\d/);
    expect(value?.frames.count).to.equal(360);
    for (const frame of [1, 150, 200]) {
      const picture = (await value?.frame(frame, signal))?.value;
      expect(picture && numberIn(picture)).to.equal(frame - 1);
    }
    const lost = await value?.frame(340, signal);
    expect(lost?.problems?.map(({ code }) => code)).to.deep.equal(['media/unreadable']);
    // And goes on after it.
    const picture = (await value?.frame(100, signal))?.value;
    expect(picture && numberIn(picture)).to.equal(99);
  });

  it('says nothing when it is aborted', async () => {
    const opening = open(videoUrl('cfr25.mp4'));
    life.abort();
    expect(await opening).to.deep.equal({ problems: [] });
  });
});

describe('ElementPictures', function () {
  this.timeout(60_000);
  for (const name of ['cfr2997.mp4', 'vfrjit.mp4', 'vfrgap.mp4']) {
    it(`has a <video> show exact frames of ${name}`, async function () {
      const { shown = [] } = (await videoFiles(this))[name] ?? {};
      const { value: film } = await open(videoUrl(name));
      if (!film) throw new Error('It did not open.');
      const video = makeVideo({ address: film.address, crossOrigin: undefined, preload: 'auto' });
      expect(await loadVideo(video, signal)).to.equal(true);
      const pictures = new ElementPictures(video, film.frames, true, life.signal);
      for (const frame of [1, 2, 250, 101, 360, 17]) {
        const { value } = await pictures.frame(frame, signal);
        expect(value && numberIn(value), `frame ${frame}`).to.equal(shown[frame - 1]);
      }
      pictures.dispose();
    });
  }
});

describe('FilmPicture', function () {
  this.timeout(60_000);
  it('swaps its pixels with each frame, and holds those on show', async function () {
    const { shown = [] } = (await videoFiles(this))['cfr25.mp4'] ?? {};
    const { value: film } = await open(videoUrl('cfr25.mp4'));
    if (!film) throw new Error('It did not open.');
    const picture = new FilmPicture(film);
    expect([picture.width, picture.height, picture.revision, picture.frame]).to.deep.equal([640, 360, 0, undefined]);
    expect(await picture.show(10, signal)).to.equal(undefined);
    expect([picture.revision, picture.frame]).to.deep.equal([1, 10]);
    for (let frame = 100; frame < 200; frame++) await film.frame(frame, signal);
    expect(numberIn(picture.pixels())).to.equal(shown[9]);
    await picture.show(10, signal);
    expect(picture.revision).to.equal(1);
    const older = picture.show(250, signal);
    await picture.show(20, signal);
    await older;
    expect([picture.frame, numberIn(picture.pixels())]).to.deep.equal([20, shown[19]]);
    film.dispose();
    expect(picture.pixels()).to.be.instanceOf(HTMLCanvasElement);
  });

  it('keeps what it shows where a frame cannot be had', async function () {
    await videoFiles(this);
    const { value: film } = await open(videoUrl('cutoff.mp4'));
    if (!film) throw new Error('It did not open.');
    const picture = new FilmPicture(film);
    await picture.show(5, signal);
    expect((await picture.show(359, signal))?.code).to.equal('media/unreadable');
    expect([picture.frame, picture.revision, numberIn(picture.pixels())]).to.deep.equal([5, 1, 4]);
  });
});
