/** What painting over thirty masks of 3000 × 2860 pixels costs, as a ratio to a line on a bare canvas. */
import { join } from 'node:path';
import { root } from '../../scripts/project.mjs';
import { serve } from '../../scripts/serve.mjs';
import { openPage } from './browser.mjs';

const masks = 30;
const moves = 120;

async function stroke(page, from, to) {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  for (let step = 1; step <= moves; step++) {
    const along = step / moves;
    await page.mouse.move(from.x + (to.x - from.x) * along, from.y + (to.y - from.y) * along + 20 * Math.sin(step / 6));
    await page.evaluate(() => window.bench.nextFrame());
  }
  await page.mouse.up();
}

const contenders = {
  async canvas(page) {
    await page.evaluate(() => window.canvas.mount());
    return [
      { x: 250, y: 250 },
      { x: 850, y: 550 },
    ];
  },
  async editor(page) {
    await page.evaluate((count) => window.editor.mount('masks', count), masks);
    await page.keyboard.press('2');
    const ends = [
      await page.evaluate(() => window.editor.point(20, 25)),
      await page.evaluate(() => window.editor.point(80, 70)),
    ];
    // Where it is drawn on, the editor has the focus and its keys.
    await page.mouse.move(ends[0].x, ends[0].y);
    await page.keyboard.press('2');
    return ends;
  },
};

export async function benchMasks({ rounds }) {
  const server = await serve([
    ['/dist/', join(root, 'dist')],
    ['/', join(root, 'test/bench/page')],
  ]);
  const best = {};
  for (let round = 0; round < rounds; round++) {
    for (const [name, mount] of Object.entries(contenders)) {
      const session = await openPage(`${server.origin}/index.html`);
      const shown = await session.costOf(() => mount(session.page));
      const painted = await session.costOf(() => stroke(session.page, ...shown.value));
      if (name === 'editor') {
        const results = await session.page.evaluate(() => window.editor.results());
        if (results !== masks + 1) console.log(`  the stroke made ${results - masks} regions instead of one`);
      }
      best[name] = {
        shown: Math.min(best[name]?.shown ?? Infinity, shown.wall),
        main: Math.min(best[name]?.main ?? Infinity, painted.main / moves),
        wall: Math.min(best[name]?.wall ?? Infinity, painted.wall / moves),
      };
      await session.close();
    }
  }
  await server.close();
  console.log(
    `\nA stroke of ${moves} moves over ${masks} masks of 3000 × 2860; minimum of ${rounds} rounds, ms for each move`,
  );
  for (const [name, { shown, main, wall }] of Object.entries(best)) {
    console.log(
      `${name.padEnd(8)} main ${main.toFixed(2)}  wall ${wall.toFixed(1)}  shown after ${shown.toFixed(0)} ms`,
    );
  }
  console.log(
    `ratio    main ${(best.editor.main / best.canvas.main).toFixed(2)}×  wall ${(best.editor.wall / best.canvas.wall).toFixed(2)}×`,
  );
}
