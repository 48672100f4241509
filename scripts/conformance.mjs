/**
 * Reads every case of ../shared/conformance (real configs, tasks and results) and says how many of how many pass:
 * parsed, results unchanged after a round trip in Node, mounted and round-tripped in a browser by the built bundle; and,
 * where it draws on pictures, whether each region can be moved by keys, alone, and undone.
 * Names of cases as arguments limit it to these and print each difference.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { isDeepStrictEqual } from 'node:util';
import { parseConfig } from '../src/config/parse.ts';
import { buildTree } from '../src/config/tree.ts';
import { flowGeometry } from '../src/geometry/flow.ts';
import { pictureGeometry } from '../src/geometry/picture.ts';
import { decodeResults } from '../src/results/decode.ts';
import { encodeResults } from '../src/results/encode.ts';
import { PluginRegistry } from '../src/store/registry.ts';
import { builtInTags } from '../src/tags/index.ts';
import { browserSwitches } from './browser.mjs';
import { answer } from './conformance-answers.mjs';
import { mark } from './conformance-marks.mjs';
import { root } from './project.mjs';
import { serve } from './serve.mjs';
import { ensureBrowser } from './setup.mjs';

const folder = join(root, '../shared/conformance/cases');
if (!existsSync(folder)) {
  console.log('conformance: skipped, there is no ../shared/conformance');
  process.exit(0);
}

const registry = new PluginRegistry();
registry.use(builtInTags);
registry.use({ name: 'geometry', shapes: [...pictureGeometry.shapes, ...flowGeometry.shapes] });

const only = process.argv.slice(2);
const names = readdirSync(folder)
  .sort()
  .filter((name) => only.length === 0 || only.includes(name));
const cases = names.map((name) => ({
  name,
  xml: readFileSync(join(folder, name, 'config.xml'), 'utf8'),
  task: JSON.parse(readFileSync(join(folder, name, 'task.json'), 'utf8')),
}));

/** The results of each completion and prediction. */
const resultsOf = (task) =>
  [...(task.annotations ?? []), ...(task.completions ?? []), ...(task.predictions ?? [])].map(({ result }) =>
    Array.isArray(result) ? result : [],
  );

/** What stands inside of markup is none of ours. */
const elements = (element) => [
  element,
  ...(registry.tag(element.tag)?.content === 'markup' ? [] : element.children.flatMap(elements)),
];

function inNode({ xml, task }) {
  const parsed = parseConfig(xml);
  if (!parsed.root) return { wrong: [`not parsed: ${parsed.problems[0]?.message}`], unknown: [] };
  const config = buildTree(parsed.root, task.data ?? {}, registry);
  const unknown = new Set(
    elements(parsed.root)
      .map(({ tag }) => tag)
      .filter((tag) => !registry.tag(tag)),
  );
  const reported = new Set(
    config.problems.filter(({ code }) => code === 'config/unknown-tag').map(({ at }) => at?.tag),
  );
  const wrong = [];
  if (!isDeepStrictEqual(unknown, reported)) {
    wrong.push(`unknown tags ${[...unknown]} were reported as ${[...reported]}`);
  }
  const world = {
    nodes: config.nodes,
    node: (name) => config.byName.get(name),
    shape: (name) => registry.shape(name),
    facts: () => ({}),
  };
  resultsOf(task).forEach((results, index) => {
    const { doc } = decodeResults(results, world);
    if (!isDeepStrictEqual(encodeResults(doc, world), results)) wrong.push(`results ${index} changed in Node`);
  });
  return { wrong, unknown: [...unknown] };
}

/** Mounts a case in the page, selects each of its completions and predictions, and serialises it. */
async function mount({ xml, task }) {
  const element = document.createElement('label-editor');
  element.style.cssText = 'display:block;width:1000px;height:700px';
  // What is left unsaved of one case is not for the next.
  element.storage = 'none';
  document.body.replaceChildren(element);
  element.config = xml;
  element.task = task;
  const ready = await Promise.race([
    element.ready.then(() => 'ready'),
    new Promise((done) => setTimeout(() => done('timeout'), 15_000)),
  ]);
  const mounted = [...element.shadowRoot.querySelectorAll('[data-tag]')].map((host) => host.dataset.tag);
  const given = [...(task.annotations ?? []), ...(task.completions ?? []), ...(task.predictions ?? [])];
  const results = [];
  for (const { id } of given) {
    if (id !== undefined) element.selectCompletion(id);
    await element.updateComplete;
    results.push(JSON.parse(JSON.stringify(element.serialize())));
  }
  return { ready, mounted, results, problems: element.problems.map(({ code, message }) => `${code}: ${message}`) };
}

/**
 * Moves the regions of the completions on show by an arrow key, one by one, and takes it back. Answers what went wrong, and
 * how many regions it could move.
 */
async function edit({ task }) {
  const element = document.querySelector('label-editor');
  const copy = (value) => JSON.parse(JSON.stringify(value));
  const most = 12;
  const wrong = [];
  let moved = 0;
  /** One that is as large as its picture has nowhere to go. */
  const fills = (region) => {
    const { name } = document.querySelector('label-editor').shadowRoot.querySelector('[data-tag="Image"]').dataset;
    const [from, to] = [element.toClient(name, [0, 0]), element.toClient(name, [100, 100])];
    const { left, top, right, bottom } = element.regionBounds(region);
    return left <= from.x + 1 && top <= from.y + 1 && right >= to.x - 1 && bottom >= to.y - 1;
  };
  const changedIds = (before, after) =>
    before.flatMap((item, index) => (JSON.stringify(item) === JSON.stringify(after[index]) ? [] : [item.id]));
  for (const { id, readonly } of [...(task.annotations ?? []), ...(task.completions ?? [])]) {
    if (readonly === true || (id !== undefined && !element.selectCompletion(id))) continue;
    await element.updateComplete;
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    const before = copy(element.serialize());
    const locked = new Set(before.filter((item) => item?.readonly === true).map((item) => item.id));
    const onPicture = before.filter((item) => typeof item?.id === 'string' && item.value?.start === undefined);
    const drawn = [...new Set(onPicture.map((item) => item.id))];
    for (const region of drawn.filter((one) => element.regionBounds(one) && !locked.has(one)).slice(0, most)) {
      element.select([region]);
      const [stage] = element.shadowRoot.querySelectorAll('[data-tag="Image"] [part~="surface"]');
      let changed = [];
      // One that lies at an edge can be moved away from it only.
      for (const key of ['ArrowRight', 'ArrowLeft', 'ArrowDown', 'ArrowUp']) {
        stage.focus();
        stage.dispatchEvent(
          new KeyboardEvent('keydown', { key, code: key, bubbles: true, composed: true, cancelable: true }),
        );
        changed = changedIds(before, copy(element.serialize()));
        if (changed.length > 0) break;
      }
      if (changed.length > 0 && changed.every((one) => one === region)) moved++;
      else if (changed.length > 0) wrong.push(`moving ${region} changed ${changed}`);
      element.undo();
      if (JSON.stringify(copy(element.serialize())) !== JSON.stringify(before))
        wrong.push(`undo of ${region} left changes`);
      else if (changed.length === 0 && !fills(region)) wrong.push(`${region} could not be moved`);
    }
  }
  return { wrong, moved };
}

function judge({ task }, { ready, mounted, results, problems }) {
  const wrong = [];
  if (ready !== 'ready') wrong.push('never ready');
  if (mounted.length === 0) wrong.push('nothing was mounted');
  wrong.push(...problems.filter((problem) => problem.startsWith('tag/failed')));
  const given = [...(task.annotations ?? []), ...(task.completions ?? []), ...(task.predictions ?? [])];
  const ids = given.map(({ id }) => id);
  resultsOf(task).forEach((expected, index) => {
    // Without an id of its own a completion cannot be asked for by name.
    if (ids[index] === undefined || ids.indexOf(ids[index]) !== index) return;
    if (!isDeepStrictEqual(results[index], expected)) wrong.push(`results ${index} changed in the editor`);
  });
  return wrong;
}

const bundle = join(root, 'dist/cdn/label-editor.js');
if (!existsSync(bundle)) {
  console.error('conformance: build first (npm run build)');
  process.exit(1);
}
const { launch } = await import('puppeteer-core');
const server = await serve([['/', join(root, 'dist/cdn')]]);
const browser = await launch({ executablePath: await ensureBrowser(), args: browserSwitches() });
const page = await browser.newPage();
const errors = [];
page.on('pageerror', (error) => errors.push(String(error)));
await page.setRequestInterception(true);
/** Masks that do not say how large their picture was need one of that size. */
const sizes = { 'ex-image-segmentation': [2242, 2802] };
let size = [600, 400];
const drawing = ([width, height]) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%" fill="#789"/></svg>`;
// Sample URLs do not load here: a drawing stands for each picture, the rest fails at once instead of after a look-up.
page.on('request', (request) => {
  const { protocol, origin } = new URL(request.url());
  const ours = origin === server.origin || protocol === 'data:' || protocol === 'blob:';
  if (ours) void request.continue();
  else if (request.resourceType() === 'image')
    void request.respond({ contentType: 'image/svg+xml', body: drawing(size) });
  else void request.abort();
});
await page.goto(`${server.origin}/label-editor.js`);
await page.setContent('<!doctype html><script type="module" src="/label-editor.js"></script>');
await page.evaluate(() => customElements.whenDefined('label-editor'));

const tally = {
  parsed: 0,
  node: 0,
  editor: 0,
  whole: 0,
  wholeOf: 0,
  moved: 0,
  marked: 0,
  resized: 0,
  pictures: 0,
  picturesOf: 0,
};
/** Answers that were given, by tag. */
const answers = {};
const failures = [];
for (const given of cases) {
  const node = inNode(given);
  errors.length = 0;
  size = sizes[given.name] ?? [600, 400];
  const seen = await page.evaluate(mount, { xml: given.xml, task: given.task });
  const wrong = judge(given, seen);
  if (seen.mounted.includes('Image')) {
    const edited = await page.evaluate(edit, { task: given.task });
    wrong.push(...edited.wrong);
    tally.moved += edited.moved;
    if (only.length > 0) console.log(`${given.name}: ${edited.moved} regions were moved`);
    if (edited.moved > 0) tally.picturesOf++;
    if (edited.moved > 0 && edited.wrong.length === 0) tally.pictures++;
  }
  const marks = await mark(page, given);
  wrong.push(...marks.wrong);
  tally.marked += marks.marked;
  tally.resized += marks.resized;
  if (only.length > 0) console.log(`${given.name}: ${marks.marked} texts were marked`);
  const asked = await page.evaluate(answer, { task: given.task });
  wrong.push(...asked.wrong);
  for (const [tag, count] of Object.entries(asked.answered)) answers[tag] = (answers[tag] ?? 0) + count;
  if (only.length > 0) console.log(`${given.name}: answered`, JSON.stringify(asked.answered));
  wrong.push(...errors.map((error) => `exception: ${error}`));
  if (!node.wrong.some((text) => text.startsWith('not parsed'))) tally.parsed++;
  if (node.wrong.length === 0) tally.node++;
  if (wrong.length === 0) tally.editor++;
  if (node.unknown.length === 0) {
    tally.wholeOf++;
    if (node.wrong.length + wrong.length === 0) tally.whole++;
  }
  for (const text of [...node.wrong, ...wrong]) failures.push(`${given.name}: ${text}`);
  if (only.length > 0) console.log(given.name, JSON.stringify(seen.problems, null, 1), seen.mounted.join(' '));
}
await browser.close();
await server.close();

for (const failure of failures.slice(0, 40)) console.log(failure);
const of = cases.length;
console.log(`conformance: ${tally.parsed} of ${of} configs parsed, unknown tags told apart`);
console.log(`conformance: ${tally.node} of ${of} cases keep their results to the last digit in Node`);
console.log(`conformance: ${tally.editor} of ${of} cases mount and keep their results in the editor`);
console.log(
  `conformance: ${tally.whole} of ${tally.wholeOf} cases use only tags that are there; they mount and round-trip`,
);
console.log(
  `conformance: ${tally.moved} regions on pictures were moved by keys and put back, in ${tally.pictures} of ${tally.picturesOf} cases without a fault`,
);
console.log(
  `conformance: ${tally.marked} texts were marked by the mouse, ${tally.resized} marks moved by an end, and all put back`,
);
const taken = Object.entries(answers).map(([tag, count]) => `${count} ${tag}`);
console.log(`conformance: answers were given to ${taken.join(', ')} by fields and keys, and taken back`);
process.exitCode = failures.length === 0 ? 0 : 1;
