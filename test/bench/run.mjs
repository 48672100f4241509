/**
 * What the editor costs, as ratios to something that does the same in the same run:
 * `npm run bench -- [--scene boxes|polygons] [--count 10000] [--rounds 3] [--renderer canvas|webgl]`: against a bare canvas;
 * `--scene masks`: painting over thirty masks, against a bare canvas; `--scene rle`: masks to results and back, against the
 * library that Label Studio uses; `--scene formats [--count 100000]`: exports and imports, against JSON.parse and
 * JSON.stringify; `--scene config`: reading a config, against finding its tags alone; `--scene audio`,
 * `video`, `clouds`, `dicom`: the reading of media, against other libraries and bare floors; `--scene memory`: heap for
 * each region and mask, and after they are gone; `--scene peers` and `text`: the scenarios of ../shared/bench, on pictures and on
 * long texts, against other editors.
 */
import { parseArgs } from 'node:util';
import { ensureBuild } from '../../scripts/build.mjs';
import { giveUp } from '../../scripts/project.mjs';
import { ensureBrowser, ensurePackages } from '../../scripts/setup.mjs';

const { values } = parseArgs({
  options: {
    scene: { type: 'string', default: 'boxes' },
    count: { type: 'string' },
    rounds: { type: 'string', default: '3' },
    renderer: { type: 'string' },
  },
});
const count = Number(values.count ?? (values.scene === 'formats' ? 100_000 : 10_000));
const setup = { ...values, count, rounds: Number(values.rounds) };

ensurePackages();
await ensureBrowser();
if (!ensureBuild()) giveUp('The build failed; see above.');

const scenes = {
  boxes: async () => (await import('./regions.mjs')).benchRegions(setup),
  polygons: async () => (await import('./regions.mjs')).benchRegions(setup),
  masks: async () => (await import('./masks.mjs')).benchMasks(setup),
  memory: async () => (await import('./memory.mjs')).benchMemory(),
  audio: async () => (await import('./audio.mjs')).benchAudio(setup),
  video: async () => (await import('./video.mjs')).benchVideo(setup),
  clouds: async () => (await import('./clouds.mjs')).benchClouds(setup),
  dicom: async () => (await import('./dicom.mjs')).benchDicom(setup),
  config: async () => (await import('./config.mjs')).benchConfig(setup),
  rle: async () => (await import('./rle.mjs')).benchRle(setup),
  formats: async () => (await import('./formats.mjs')).benchFormats(setup),
  peers: async () => (await import('./peers.mjs')).benchPeers(setup),
  text: async () => (await import('./peers.mjs')).benchPeers({ ...setup, text: true }),
};
const scene = scenes[values.scene];
if (!scene) giveUp(`There is no scene ${values.scene}. Scenes: ${Object.keys(scenes).join(', ')}.`);
await scene();
