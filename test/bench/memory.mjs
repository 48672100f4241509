/** What regions and masks take of the JavaScript heap while they are shown, and what is left of it when they are gone. */
import { join } from 'node:path';
import { root } from '../../scripts/project.mjs';
import { serve } from '../../scripts/serve.mjs';
import { openPage } from './browser.mjs';

const kinds = { boxes: 10_000, masks: 30 };

export async function benchMemory() {
  const server = await serve([
    ['/dist/', join(root, 'dist')],
    ['/', join(root, 'test/bench/page')],
  ]);
  for (const [kind, count] of Object.entries(kinds)) {
    const { page, heap, close } = await openPage(`${server.origin}/index.html`);
    await page.evaluate((name) => window.editor.mount(name, 0), kind);
    const empty = await heap();
    await page.evaluate((name, regions) => window.editor.show(name, regions), kind, count);
    const full = await heap();
    await page.evaluate((name) => window.editor.show(name, 0), kind);
    const after = await heap();
    await close();
    const kilobytes = (bytes) => `${(bytes / 1024).toFixed(bytes < 10_240 ? 1 : 0)} kB`;
    console.log(
      `${count.toLocaleString('en')} ${kind}: ${kilobytes((full - empty) / count)} each, results included; ${kilobytes(after - empty)} more than before when they are gone`,
    );
  }
  await server.close();
}
