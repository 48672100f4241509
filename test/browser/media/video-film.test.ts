import { expect } from 'chai';
import type { Film } from '../../../src/media/video/film.js';
import { bytesOf } from '../../../src/media/video/film-image.js';
import { openFilm } from '../../../src/media/video/open-film.js';
import { numberIn, sizeOf, videoFiles, videoUrl } from '../../support/video-files.js';

let life: AbortController;
beforeEach(() => {
  life = new AbortController();
});
afterEach(() => life.abort());

const { signal } = new AbortController();

async function opened(name: string): Promise<Film> {
  const { value, problems } = await openFilm(videoUrl(name), { signal: life.signal });
  expect(problems ?? []).to.deep.equal([]);
  if (!value) throw new Error(`${name} did not open`);
  return value;
}

/** The number in a frame's picture. */
async function seen(film: Film, frame: number): Promise<number | undefined> {
  const { value } = await film.frame(frame, signal);
  return value && numberIn(value);
}

describe('Film', function () {
  this.timeout(60_000);
  it('shows each frame on the way back, and keeps no more pictures than there is room for', async function () {
    const { shown = [] } = (await videoFiles(this))['cfr30.mp4'] ?? {};
    const film = await opened('cfr30.mp4');
    let most = 0;
    for (let frame = 330; frame > 230; frame--) {
      expect(await seen(film, frame)).to.equal(shown[frame - 1]);
      most = Math.max(most, film.kept);
    }
    expect(most).to.be.within(20, 60);
    film.dispose();
    expect(film.kept).to.equal(0);
  });

  it('keeps few of large pictures', async function () {
    await videoFiles(this);
    const film = await opened('hd1080.mp4');
    let bytes = 0;
    for (let frame = 1; frame <= 40; frame++) {
      const { value } = await film.frame(frame, signal);
      if (value) bytes = Math.max(bytes, film.kept * bytesOf(value));
    }
    expect(bytes).to.be.within(1, 256 * 2 ** 20);
  });

  it('shows the frame that was asked for last first, and still gives all that are waited for', async function () {
    const { shown = [] } = (await videoFiles(this))['cfr30.mp4'] ?? {};
    const film = await opened('cfr30.mp4');
    const order: number[] = [];
    const given = [240, 130, 355, 20].map(async (frame) => {
      const number = await seen(film, frame);
      order.push(frame);
      return number === shown[frame - 1];
    });
    expect(await Promise.all(given)).to.deep.equal([true, true, true, true]);
    expect(order[0]).to.equal(20);
  });

  it('lets go of frames that are scrubbed over', async function () {
    const { shown = [] } = (await videoFiles(this))['cfr30.mp4'] ?? {};
    const film = await opened('cfr30.mp4');
    const left: string[] = [];
    for (let frame = 350; frame > 50; frame -= 60) {
      const wish = new AbortController();
      film.frame(frame, wish.signal).catch(({ name }) => left.push(name));
      await new Promise(requestAnimationFrame);
      wish.abort();
    }
    expect(await seen(film, 77)).to.equal(shown[76]);
    expect(left).to.deep.equal(Array(5).fill('AbortError'));
  });

  it('keeps what is held', async function () {
    const { shown = [] } = (await videoFiles(this))['cfr25.mp4'] ?? {};
    const film = await opened('cfr25.mp4');
    const { value } = await film.frame(5, signal);
    film.hold(5);
    for (let frame = 6; frame < 120; frame++) await film.frame(frame, signal);
    expect(value && numberIn(value)).to.equal(shown[4]);
    film.release(5);
    expect(film.kept).to.be.at.most(60);
  });

  it('is turned upright', async function () {
    await videoFiles(this);
    const film = await opened('turned.mov');
    const { value } = await film.frame(1, signal);
    expect([film.width, film.height, ...(value ? sizeOf(value) : [])]).to.deep.equal([360, 640, 360, 640]);
    expect([90, 270]).to.include(film.rotation);
  });

  it('gives nothing any more once it has ended', async function () {
    await videoFiles(this);
    const film = await opened('cfr25.mp4');
    const waiting = film.frame(200, signal).catch(({ name }) => name);
    life.abort();
    expect(await waiting).to.equal('AbortError');
    expect(await film.frame(1, signal).catch(({ name }) => name)).to.equal('AbortError');
    expect(film.kept).to.equal(0);
  });
});
