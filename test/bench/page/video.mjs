/** Runs inside the measured page: shows frames of a film, by the film's own pictures or by a `<video>` that seeks. */
import { openFilm } from '/film/open-film.js';

const canvas = new OffscreenCanvas(16, 16);
const context = canvas.getContext('2d', { willReadFrequently: true });
const { signal } = new AbortController();

/** Drawn is what can be read back. */
function draw(picture) {
  context.drawImage(picture, 0, 0, 16, 16);
  return context.getImageData(0, 0, 1, 1).data[0];
}

const open = async (url) => {
  const { value, problems } = await openFilm(url, { signal });
  if (!value) throw new Error(problems[0]?.message);
  return value;
};

const contenders = {
  async film(url) {
    const film = await open(url);
    return {
      frames: film.frames,
      show: async (frame) => draw((await film.frame(frame, signal)).value),
      end: () => film.dispose(),
    };
  },
  /** As exactly as a `<video>` can be made to: by the film's table, until the browser says that the frame is on show. */
  async element(url) {
    const film = await open(url);
    const { frames } = film;
    film.dispose();
    const video = document.createElement('video');
    video.muted = true;
    video.preload = 'auto';
    video.src = url;
    await new Promise((done, fail) => {
      video.onloadeddata = done;
      video.onerror = fail;
    });
    const show = (frame) =>
      new Promise((done) => {
        let [sought, shown] = [false, false];
        const look = () => sought && shown && done(draw(video));
        const ask = () =>
          video.requestVideoFrameCallback((_now, { mediaTime }) => {
            shown = frames.frameAt(mediaTime) === frame;
            if (!shown) ask();
            look();
          });
        ask();
        video.onseeked = () => {
          sought = true;
          look();
        };
        video.currentTime = frames.middleOf(frame);
      });
    return { frames, show, end: () => video.removeAttribute('src') };
  },
};

/** Frames in an order, after one that it starts from. */
const walks = {
  'step +1': (count, steps) => [count >> 1, ...Array.from({ length: steps }, (_, i) => (count >> 1) + 1 + i)],
  'step -1': (count, steps) => [count >> 1, ...Array.from({ length: steps }, (_, i) => (count >> 1) - 1 - i)],
  random: (count, steps) => [1, ...Array.from({ length: steps }, (_, i) => 1 + ((i * 131 + 101) % count))],
};

/** Milliseconds of each step of a walk, sorted. */
export async function measure(name, url, walk, steps) {
  const contender = await contenders[name](url);
  const [first, ...rest] = walks[walk](contender.frames.count, steps);
  await contender.show(first);
  const took = [];
  for (const frame of rest) {
    const start = performance.now();
    await contender.show(frame);
    took.push(performance.now() - start);
  }
  contender.end();
  return took.sort((one, other) => one - other);
}
