/** Runs inside the measured page: what run.mjs asks it to do is in `window.bench`. */
import { makeBoxes, makePolygons, makeTask, picture } from './boxes.mjs';
import { makeMaskTask, mountFloor, size } from './masks.mjs';

const nextFrame = () => new Promise((done) => requestAnimationFrame(done));

/** A picture that costs neither network nor disk. */
async function makePicture({ width, height } = picture) {
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d');
  const gradient = context.createLinearGradient(0, 0, width, height);
  gradient.addColorStop(0, '#8fa3b0');
  gradient.addColorStop(1, '#3b4a3f');
  context.fillStyle = gradient;
  context.fillRect(0, 0, width, height);
  return URL.createObjectURL(await canvas.convertToBlob());
}

let boxes;
let url;
let contender;
let mounted;

window.bench = {
  nextFrame,
  /** Everything before the clock starts: the data, and the contender's own code. */
  async prepare(name, scene, count) {
    boxes = scene === 'polygons' ? makePolygons(count) : makeBoxes(count);
    url = await makePicture();
    contender = await import(`./${name}.mjs`);
    await contender.prepare?.(boxes, url);
  },
  async load(options) {
    mounted = await contender.mount(document.getElementById('host'), boxes, url, options);
    // The frame in which all is shown, and the one that says it was.
    await nextFrame();
    await nextFrame();
  },
  /** Another task with as many regions, in the place of the first. */
  async next() {
    await mounted.next();
    await nextFrame();
    await nextFrame();
  },
  count: () => mounted.count(),
  point: (x, y) => mounted.point(x, y),
  lefts: () => mounted.lefts(),
  /** The middle of a box near the middle. */
  target() {
    const columns = Math.ceil(Math.sqrt((boxes.length * picture.width) / picture.height));
    const index = Math.floor(boxes.length / columns / 2) * columns + Math.floor(columns / 2);
    const box = boxes[index];
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  },
};

/** The element with a task of `count` regions of a kind, none for an empty one. */
async function show(element, kind, count) {
  const task =
    kind === 'masks'
      ? makeMaskTask(count, await makePicture(size))
      : makeTask(makeBoxes(Math.max(1, count)), await makePicture());
  if (count === 0) task.task.completions = [];
  element.config = task.config;
  element.task = task.task;
  await element.ready;
  await nextFrame();
}

window.editor = {
  async mount(kind, count) {
    await import('/dist/cdn/label-editor.js');
    const element = document.createElement('label-editor');
    element.style.cssText = 'display:block;width:100%;height:100%';
    document.getElementById('host').replaceChildren(element);
    await show(element, kind, count);
  },
  show: (kind, count) => show(document.querySelector('label-editor'), kind, count),
  /** Where a point in percent of the picture is. */
  point(x, y) {
    const at = document.querySelector('label-editor').toClient('img', [x, y]);
    return { x: at.x, y: at.y };
  },
  results: () => document.querySelector('label-editor').serialize().length,
};
window.canvas = { mount: () => mountFloor(document.getElementById('host')) };
window.ready = true;
