/** Runs inside the measured page: what run.mjs asks it to do is in `window.bench`. */
import { makeBoxes, picture } from './boxes.mjs';

const nextFrame = () => new Promise((done) => requestAnimationFrame(done));

/** A picture that costs neither network nor disk. */
async function makePicture() {
  const canvas = new OffscreenCanvas(picture.width, picture.height);
  const context = canvas.getContext('2d');
  const gradient = context.createLinearGradient(0, 0, picture.width, picture.height);
  gradient.addColorStop(0, '#8fa3b0');
  gradient.addColorStop(1, '#3b4a3f');
  context.fillStyle = gradient;
  context.fillRect(0, 0, picture.width, picture.height);
  return URL.createObjectURL(await canvas.convertToBlob());
}

let boxes;
let url;
let contender;
let mounted;

window.bench = {
  nextFrame,
  /** Everything before the clock starts: the data, and the contender's own code. */
  async prepare(name, count) {
    boxes = makeBoxes(count);
    url = await makePicture();
    contender = await import(`./${name}.mjs`);
    if (name === 'element') await import('/dist/cdn/label-editor.js');
  },
  async load(options) {
    mounted = await contender.mount(document.getElementById('host'), boxes, url, options);
    // The frame in which all is shown, and the one that says it was.
    await nextFrame();
    await nextFrame();
    return mounted.count();
  },
  point: (x, y) => mounted.point(x, y),
  lefts: () => mounted.lefts(),
  /** The middle of a box near the middle. */
  target() {
    const columns = Math.ceil(Math.sqrt((boxes.length * picture.width) / picture.height));
    const index = Math.floor(boxes.length / 2 + columns / 2);
    const box = boxes[index];
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  },
};
window.ready = true;
