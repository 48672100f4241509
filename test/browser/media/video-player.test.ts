import { expect } from 'chai';
import { LifetimeScope } from '../../../src/base/scope.js';
import { FilmPicture } from '../../../src/media/video/film-picture.js';
import { FilmPlayer } from '../../../src/media/video/film-player.js';
import { openFilm } from '../../../src/media/video/open-film.js';
import type { Problem } from '../../../src/model/problem.js';
import { autorun } from '../../../src/reactive/index.js';
import { until } from '../../support/until.js';
import { numberIn, videoFiles, videoUrl } from '../../support/video-files.js';

let scope: LifetimeScope;
beforeEach(() => {
  scope = new LifetimeScope(autorun);
});
afterEach(() => scope.dispose());

const wait = (milliseconds: number) => new Promise((done) => setTimeout(done, milliseconds));

async function playerOf(name: string) {
  const { value: film } = await openFilm(videoUrl(name), { signal: scope.signal });
  if (!film) throw new Error(`${name} did not open`);
  const picture = new FilmPicture(film);
  const frames: number[] = [];
  const problems: Problem[] = [];
  const player = new FilmPlayer(film, picture, scope, {
    onFrame: (frame) => frames.push(frame),
    onProblem: (problem) => problems.push(problem),
  });
  player.muted = true;
  /** Until the picture of where it stands is on show. */
  const settled = () => until(() => !player.playing && picture.frame === player.frame);
  return { film, picture, player, frames, problems, settled };
}

describe('FilmPlayer', function () {
  this.timeout(120_000);

  for (const name of ['cfr2997.mp4', 'vfrjit.mp4', 'offset.mp4', 'withaudio.mp4']) {
    it(`knows the frame at 25 of 25 pauses in ${name}`, async function () {
      const { shown = [] } = (await videoFiles(this))[name] ?? {};
      const { picture, player, frames, problems, settled, film } = await playerOf(name);
      const wrong: string[] = [];
      for (let pause = 0; pause < 25; pause++) {
        if (player.time > film.frames.duration - 2) player.seek(0.7);
        const before = frames.length;
        await player.play();
        await until(() => frames.length > before + 1);
        await wait((pause * 37) % 110);
        const last = frames.at(-1);
        player.pause();
        const { frame, time } = player;
        if (frame !== last) wrong.push(`paused at ${frame} after ${last} was shown`);
        await settled();
        if (player.frame !== frame || player.time !== time) wrong.push(`${frame} became ${player.frame}`);
        const number = numberIn(picture.pixels());
        if (number !== shown[frame - 1]) wrong.push(`frame ${frame} shows ${number}`);
      }
      expect(wrong).to.deep.equal([]);
      expect(problems).to.deep.equal([]);
    });
  }

  it('shows the frame where it is put', async function () {
    const { shown = [] } = (await videoFiles(this))['vfrgap.mp4'] ?? {};
    const { film, picture, player, settled } = await playerOf('vfrgap.mp4');
    for (const frame of [200, 41, 360, 1]) {
      const time = film.frames.middleOf(frame);
      player.seek(time);
      expect(player.time).to.equal(time);
      await settled();
      expect([player.frame, numberIn(picture.pixels())]).to.deep.equal([frame, shown[frame - 1]]);
    }
  });

  it('plays on from where it was put', async function () {
    const { shown = [] } = (await videoFiles(this))['cfr30.mp4'] ?? {};
    const { film, picture, player, frames, settled } = await playerOf('cfr30.mp4');
    player.seek(film.frames.middleOf(150));
    await settled();
    expect(numberIn(picture.pixels())).to.equal(shown[149]);
    const from = frames.length;
    await player.play();
    await until(() => frames.length > from + 5);
    player.pause();
    expect(frames[from]).to.be.within(150, 158);
    expect(frames.slice(from).every((frame, index, all) => index === 0 || frame >= (all[index - 1] ?? 0))).to.equal(
      true,
    );
  });

  it('comes to the last frame of a file that starts late, and stands there', async function () {
    const { shown = [] } = (await videoFiles(this))['offset.mp4'] ?? {};
    const { film, picture, player, frames, settled } = await playerOf('offset.mp4');
    player.seek(film.frames.duration - 1);
    await player.play();
    await until(() => !player.playing);
    expect(player.time).to.equal(film.frames.duration);
    await settled();
    expect([frames.at(-1), numberIn(picture.pixels())]).to.deep.equal([shown.length, shown.at(-1)]);
    // From the end it starts again.
    await player.play();
    await until(() => player.playing && player.time > 0.6 && player.time < 5);
  });

  it('plays at other rates', async function () {
    await videoFiles(this);
    const { player } = await playerOf('cfr25.mp4');
    const advance = async () => {
      await player.play();
      const [start, from] = [performance.now(), player.time];
      await wait(1500);
      const rate = (player.time - from) / ((performance.now() - start) / 1000);
      player.pause();
      return rate;
    };
    player.setRate(0.1);
    expect(await advance()).to.be.below(0.5);
    player.setRate(4);
    expect(await advance()).to.be.above(1);
    player.setRate(0);
    player.setRate(Number.NaN);
    player.seek(Number.NaN);
    expect(await advance()).to.be.above(1);
  });

  it('goes on in a file that breaks the player of the browser', async function () {
    const { shown = [] } = (await videoFiles(this))['opengop.mp4'] ?? {};
    const { picture, player, frames, problems, settled } = await playerOf('opengop.mp4');
    await player.play();
    for (const time of [5, 2.4, 9.1, 7.7, 0.5, 4.3, 10.2]) {
      const before = frames.length;
      player.seek(time);
      await until(() => frames.length > before + 3);
      expect(player.playing, `at ${time}`).to.equal(true);
      expect(player.time).to.be.within(time, time + 8);
      player.pause();
      const { frame } = player;
      await settled();
      expect(numberIn(picture.pixels())).to.equal(shown[frame - 1]);
      await player.play();
    }
    expect(problems).to.deep.equal([]);
  });

  it('plays what no <video> plays, frame by frame', async function () {
    const { shown = [] } = (await videoFiles(this))['stream.ts'] ?? {};
    const { picture, player, frames, settled } = await playerOf('stream.ts');
    await player.play();
    await until(() => frames.length > 10);
    expect(player.sounds).to.equal(false);
    player.pause();
    const { frame } = player;
    await settled();
    expect(numberIn(picture.pixels())).to.equal(shown[frame - 1]);
    player.setRate(16);
    await player.play();
    await until(() => !player.playing);
    await settled();
    expect([player.frame, player.time]).to.deep.equal([shown.length, player.duration]);
  });

  it('ends with its scope, also while it plays', async function () {
    await videoFiles(this);
    const { player, frames } = await playerOf('cfr25.mp4');
    await player.play();
    await until(() => frames.length > 2);
    scope.dispose();
    const { length } = frames;
    await wait(300);
    expect(frames.length).to.equal(length);
    player.pause();
    player.seek(1);
  });
});
