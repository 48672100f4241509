/** Runs inside the measured page, bundled with what it measures: what dicom.mjs asks it to do is in `window.dicom`. */
import { parseDicom } from 'dicom-parser';
import { unzipSync } from 'fflate';
import { openStudy } from '../../../src/media/dicom/study.js';
import { openSlicePainter } from '../../../src/media/dicom/windowed-picture.js';

const nextFrame = () => new Promise((done) => requestAnimationFrame(done));
/** A scope, as far as these need one. */
const scope = () => {
  const controller = new AbortController();
  return { signal: controller.signal, add: () => {}, dispose: () => controller.abort() };
};

const canvas = document.createElement('canvas');
document.getElementById('host').replaceChildren(canvas);
const context = canvas.getContext('2d');

/** As the stage does it. */
function show(picture) {
  if (canvas.width !== picture.width) canvas.width = picture.width;
  if (canvas.height !== picture.height) canvas.height = picture.height;
  context.drawImage(picture.pixels(), 0, 0);
}
/** Whatever has been drawn is there after this. */
const settle = () => context.getImageData(0, 0, 1, 1);

/** The limit: a library finds the pixel data, one table, one copy. */
function floorDraw(bytes) {
  const set = parseDicom(bytes);
  const [width, height, at] = [set.uint16('x00280011'), set.uint16('x00280010'), set.elements.x7fe00010];
  const start = bytes.byteOffset + at.dataOffset;
  const pixels = new Uint16Array(bytes.buffer.slice(start, start + at.length));
  const slope = set.floatString('x00281053') ?? 1;
  const intercept = set.floatString('x00281052') ?? 0;
  const [centre, span] = [set.floatString('x00281050'), set.floatString('x00281051')];
  return { width, height, pixels, slope, intercept, centre, span };
}
function floorShow({ width, height, pixels, slope, intercept, centre, span }) {
  const table = new Uint32Array(65536);
  for (let v = 0; v < 65536; v++) {
    const grey = Math.max(0, Math.min(255, ((v * slope + intercept - centre) / span + 0.5) * 255)) | 0;
    table[v] = 0xff000000 | (grey << 16) | (grey << 8) | grey;
  }
  const image = new ImageData(width, height);
  const out = new Uint32Array(image.data.buffer);
  for (let i = 0; i < out.length; i++) out[i] = table[pixels[i]];
  if (canvas.width !== width) canvas.width = width;
  if (canvas.height !== height) canvas.height = height;
  context.putImageData(image, 0, 0);
}

let floorSlices = [];
let study;
let painter;

window.dicom = {
  floor: {
    async open(url) {
      const began = performance.now();
      const bytes = new Uint8Array(await (await fetch(url)).arrayBuffer());
      const files = url.endsWith('.zip') ? Object.values(unzipSync(bytes)) : [bytes];
      floorSlices = files.slice(0, 1).map(floorDraw);
      floorShow(floorSlices[0]);
      await nextFrame();
      const first = performance.now() - began;
      floorSlices = files.map(floorDraw);
      return { first, all: performance.now() - began, slices: floorSlices.length };
    },
    scroll(times) {
      const began = performance.now();
      for (let i = 0; i < times; i++) floorShow(floorSlices[i % floorSlices.length]);
      settle();
      return (performance.now() - began) / times;
    },
    window(times) {
      const began = performance.now();
      for (let i = 0; i < times; i++) floorShow({ ...floorSlices[0], span: 400 + i });
      settle();
      return (performance.now() - began) / times;
    },
  },
  study: {
    async open(url) {
      const began = performance.now();
      let decoded = 0;
      let finish;
      const filled = new Promise((done) => {
        finish = done;
      });
      const own = scope();
      const { value, problems } = await openStudy(url, {
        signal: own.signal,
        onProgress(state) {
          decoded = state.decoded;
          if (study?.complete && decoded >= state.slices) finish();
        },
      });
      if (!value) throw new Error(problems[0].message);
      study = value;
      painter = openSlicePainter(own);
      const slice = study.series[0].slices[0];
      show(painter.picture(slice, (await study.pixels(slice)).value));
      await nextFrame();
      const first = performance.now() - began;
      await study.done;
      const headers = performance.now() - began;
      const { slices } = study.series[0];
      if (decoded < slices.length) await filled;
      return { first, headers, all: performance.now() - began, slices: slices.length, by: painter.kind };
    },
    scroll(times) {
      const { slices } = study.series[0];
      const began = performance.now();
      for (let i = 0; i < times; i++) {
        const slice = slices[i % slices.length];
        show(painter.picture(slice, study.decoded(slice)));
      }
      settle();
      return (performance.now() - began) / times;
    },
    window(times, webgl) {
      const [slice] = study.series[0].slices;
      const means = webgl ? openSlicePainter(scope(), { webgl }) : painter;
      const picture = means.picture(slice, study.decoded(slice));
      const began = performance.now();
      for (let i = 0; i < times; i++) {
        picture.show({ window: { center: 40, width: 400 + i } });
        show(picture);
      }
      settle();
      return (performance.now() - began) / times;
    },
  },
};
window.ready = true;
