/**
 * What boxes or polygons on a picture cost in <label-editor>, as a ratio to a bare canvas that does the same and nothing
 * else. Contenders take turns in one run and each figure is the minimum of all rounds, so that a busy machine hurts little.
 */
import { join } from 'node:path';
import { giveUp, root } from '../../scripts/project.mjs';
import { serve } from '../../scripts/serve.mjs';
import { openPage } from './browser.mjs';

const events = 60;

const point = (page, x, y) => page.evaluate((...at) => window.bench.point(...at), x, y);
const lefts = (page) => page.evaluate(() => window.bench.lefts());
const frame = (page) => page.evaluate(() => window.bench.nextFrame());

/** One event for each frame, as a hand would make them. */
async function sweep(page, button, from, by) {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down({ button });
  for (let step = 1; step <= events; step++) {
    await page.mouse.move(from.x + (by.x * step) / events, from.y + (by.y * step) / events);
    await frame(page);
  }
  await page.mouse.up({ button });
  await frame(page);
}

/** Turns the wheel over the middle of the picture, with Control held: a notch for each frame. */
async function turnWheel(page, notches) {
  const middle = await point(page, 1000, 750);
  await page.mouse.move(middle.x, middle.y);
  await page.keyboard.down('Control');
  for (const deltaY of notches) {
    await page.mouse.wheel({ deltaY });
    await frame(page);
  }
  await page.keyboard.up('Control');
}
const scaleOf = async (page) => (await point(page, 1000, 0)).x - (await point(page, 0, 0)).x;

const inward = Array(5).fill(-100);
const outward = Array(5).fill(100);

const isShown = async (page, _, __, { count }) => (await page.evaluate(() => window.bench.count())) === count;

/** `act` is what is measured; `after` gets what it and `before` returned, and tells whether the contender really did it. */
const actions = {
  load: {
    act: (page, { renderer }) => page.evaluate((options) => window.bench.load(options), { renderer }),
    after: isShown,
  },
  next: {
    act: (page) => page.evaluate(() => window.bench.next()),
    after: isShown,
  },
  pan: {
    // There is nothing to pan to until one has zoomed in.
    before: (page) => turnWheel(page, inward),
    async act(page) {
      const middle = await point(page, 1000, 750);
      const before = await point(page, 0, 0);
      await sweep(page, 'middle', middle, { x: 150, y: 60 });
      const after = await point(page, 0, 0);
      await sweep(page, 'middle', middle, { x: -150, y: -60 });
      return { x: after.x - before.x, y: after.y - before.y };
    },
    async after(page, moved) {
      await turnWheel(page, outward);
      return Math.abs(moved.x - 150) < 2 && Math.abs(moved.y - 60) < 2;
    },
  },
  zoom: {
    before: scaleOf,
    async act(page) {
      await turnWheel(page, inward);
      const closest = await scaleOf(page);
      await turnWheel(page, outward);
      for (let turn = 0; turn < 5; turn++) await turnWheel(page, [...inward, ...outward]);
      return closest;
    },
    after: async (page, closest, before) =>
      closest > before * 1.2 && Math.abs((await scaleOf(page)) / before - 1) < 0.1,
  },
  drag: {
    async before(page) {
      const middle = await point(page, 1000, 750);
      await page.mouse.move(middle.x, middle.y);
      // The tool that moves what is there; the canvas has no other.
      await page.keyboard.press('v');
      return lefts(page);
    },
    async act(page) {
      const target = await page.evaluate(() => window.bench.target());
      await sweep(page, 'left', await point(page, target.x, target.y), { x: 130, y: 65 });
    },
    // Boxes are as small as a hand is steady: the one that moved may be the neighbour.
    after: async (page, _, before) => (await lefts(page)).filter((x, index) => x - before[index] > 1).length === 1,
  },
};

async function measure(contender, setup) {
  const session = await openPage(`${setup.origin}/index.html`);
  try {
    await session.page.evaluate((...given) => window.bench.prepare(...given), contender, setup.scene, setup.count);
    const row = {};
    for (const [name, { before, act, after }] of Object.entries(actions)) {
      const memo = await before?.(session.page);
      const { value, ...cost } = await session.costOf(() => act(session.page, setup));
      row[name] = { done: await after(session.page, value, memo, setup), ...cost };
    }
    for (const error of session.errors) console.log(`  ${contender}: ${error}`);
    return row;
  } finally {
    await session.close();
  }
}

const figures = ['wall', 'cpu', 'main'];
const contenders = ['floor', 'element'];

/** @param setup `scene` (boxes, polygons), `count`, `rounds`, `renderer`, `heap` */
export async function benchRegions(setup) {
  const server = await serve([
    ['/dist/', join(root, 'dist')],
    ['/', join(root, 'test/bench/page')],
  ]);
  const best = Object.fromEntries(contenders.map((name) => [name, {}]));
  for (let round = 0; round < setup.rounds; round++) {
    for (const contender of round % 2 === 0 ? contenders : contenders.toReversed()) {
      const row = await measure(contender, { ...setup, origin: server.origin }).catch((error) =>
        giveUp(`${contender}: ${error.message}`),
      );
      for (const [name, found] of Object.entries(row)) {
        const least = best[contender][name] ?? found;
        const lower = Object.fromEntries(figures.map((figure) => [figure, Math.min(found[figure], least[figure])]));
        best[contender][name] = { done: found.done && least.done, ...lower };
      }
    }
    console.log(`round ${round + 1} of ${setup.rounds}`);
  }
  await server.close();
  report(best, setup);
}

function report(best, { scene, count, rounds, renderer }) {
  const number = (value) => value.toFixed(value < 100 ? 1 : 0);
  const table = [
    ['', ...figures.flatMap((figure) => [`${figure} ms`, 'canvas', 'ratio'])],
    ...Object.keys(actions).map((name) => {
      const [floor, element] = contenders.map((contender) => best[contender][name]);
      const mark = element.done && floor.done ? '' : ` (${element.done ? 'canvas' : 'element'} did not do it)`;
      const cells = figures.flatMap((figure) => {
        const ratio = floor[figure] > 0 ? `${(element[figure] / floor[figure]).toFixed(2)}×` : '–';
        return [number(element[figure]), number(floor[figure]), ratio];
      });
      return [`${name}${mark}`, ...cells];
    }),
  ];
  const widths = table[0].map((_, column) => Math.max(...table.map((row) => row[column].length)));
  const kind = renderer ? `, renderer ${renderer}` : '';
  console.log(
    `\n${count.toLocaleString('en')} ${scene}${kind}; ${events} moves each way, ${events} notches; minimum of ${rounds} rounds`,
  );
  for (const row of table) {
    console.log(
      row.map((cell, column) => (column === 0 ? cell.padEnd(widths[0]) : cell.padStart(widths[column]))).join('  '),
    );
  }
}
