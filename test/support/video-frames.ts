import { expect } from 'chai';
import { openFilm } from '../../src/media/video/open-film.js';
import { numberIn, videoFiles, videoUrl } from './video-files.js';

/** Frames that are stepped through: over the end of the first group of pictures, where there is one. */
const FROM = 220;
const STEPS = 60;

/** Numbers from 0 to 1 that look random, the same each time. */
function* pseudoRandom(seed: number): Generator<number, never> {
  for (let state = seed; ; ) {
    state = (state * 1664525 + 1013904223) % 2 ** 32;
    yield state / 2 ** 32;
  }
}

/**
 * Tests that films have as many frames as ffmpeg decodes of them, and show of each the picture that ffmpeg does.
 * @param jumps frames that are gone to at random; fewer in large films
 */
export function framesTests(names: readonly string[], jumps = 12): void {
  describe('Film.frame', function () {
    this.timeout(120_000);
    for (const name of names) {
      it(`shows all frames of ${name}, each with its own picture`, async function () {
        const { shown } = (await videoFiles(this))[name] ?? {};
        if (!shown) return this.skip();
        const life = new AbortController();
        const { signal } = life;
        const { value: film, problems } = await openFilm(videoUrl(name), { signal });
        expect(problems).to.deep.equal([]);
        if (!film) throw new Error(`${name} did not open`);
        expect(film.exact).to.equal(true);
        expect(film.frames.count).to.equal(shown.length);
        const { count } = film.frames;
        const isLarge = film.width > 1000;
        const numbers = pseudoRandom(7);
        const random = Array.from(
          { length: isLarge ? Math.min(4, jumps) : jumps },
          () => 1 + Math.floor(numbers.next().value * count),
        );
        const first = Math.min(FROM, Math.max(1, count - STEPS));
        const steps = Array.from({ length: isLarge ? STEPS / 2 : STEPS }, (_, step) => first + step);
        const wrong: string[] = [];
        for (const frame of [count, 1, ...random, ...steps.filter((frame) => frame <= count)]) {
          const { value } = await film.frame(frame, signal);
          const found = value && numberIn(value);
          if (found !== shown[frame - 1]) wrong.push(`frame ${frame} shows ${found}, not ${shown[frame - 1]}`);
        }
        life.abort();
        expect(wrong).to.deep.equal([]);
      });
    }
  });
}
