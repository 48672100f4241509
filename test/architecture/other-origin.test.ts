import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { type Browser, launch, type Page } from 'puppeteer-core';
import { browserSwitches } from '../../scripts/browser.mjs';
import { root } from '../../scripts/project.mjs';
import { ensureBrowser } from '../../scripts/setup.mjs';

const cdn = join(root, 'dist/cdn');
const media = join(root, 'demo/playground/examples');
const skip = !existsSync(join(cdn, 'label-editor.js')) && 'needs a build (node scripts/build.mjs)';

/** Serves the files of a folder; `page` is answered to all that is not there. */
function serve(folder: string, headers: Record<string, string>, page = ''): Promise<Server> {
  const server = createServer((request, response) => {
    const file = join(folder, new URL(request.url ?? '/', 'http://localhost').pathname);
    if (request.url === '/' || !existsSync(file)) {
      return response.writeHead(page ? 200 : 404, { 'content-type': 'text/html' }).end(page);
    }
    const type = file.endsWith('.js') ? 'text/javascript' : 'application/octet-stream';
    return response.writeHead(200, { 'content-type': type, ...headers }).end(readFileSync(file));
  });
  return new Promise((done) => server.listen(0, '127.0.0.1', () => done(server)));
}
const originOf = (server: Server) => `http://localhost:${(server.address() as AddressInfo).port}`;

describe('the CDN bundle, loaded from another origin than the page', { skip }, () => {
  let servers: Server[] = [];
  let browser: Browser;
  let page: Page;
  before(async () => {
    const scripts = await serve(cdn, { 'access-control-allow-origin': '*' });
    const markup = `<!doctype html><script type="module" src="${originOf(scripts)}/label-editor.js"></script>
      <label-editor style="display:block;width:900px;height:600px"></label-editor>`;
    const host = await serve(media, {}, markup);
    servers = [scripts, host];
    browser = await launch({ executablePath: (await ensureBrowser()) ?? '', args: browserSwitches() });
    page = await browser.newPage();
    // What names of functions are kept with where this file is compiled.
    await page.evaluateOnNewDocument('globalThis.__name = (named) => named');
    await page.goto(originOf(host));
    await page.waitForFunction(() => customElements.get('label-editor') !== undefined);
  });
  after(async () => {
    await browser?.close();
    for (const server of servers) server.close();
  });

  /** What the editor says of a medium once its workers have read it. */
  const shown = (tag: string, file: string, seen: string) =>
    page.evaluate(
      async (tag, file, seen) => {
        const editor = document.querySelector('label-editor') as HTMLElement & {
          config: string;
          task: unknown;
          problems: readonly { message: string }[];
        };
        editor.config = `<View><${tag} name="medium" value="$medium"/></View>`;
        editor.task = { data: { medium: file } };
        const said = () => editor.shadowRoot?.querySelector('[data-name="medium"]')?.textContent ?? '';
        for (let tries = 0; tries < 1200 && !said().includes(seen) && editor.problems.length === 0; tries++) {
          await new Promise((done) => setTimeout(done, 50));
        }
        return { problems: editor.problems.map(({ message }) => message), seen: said().includes(seen) };
      },
      tag,
      file,
      seen,
    );

  const cases = [
    ['Audio', '/harbour.mp3', '/ 0:30'],
    ['Video', '/crossing.mp4', 'of 300'],
    ['PointCloud', '/street-1.pcd', '20,000 points'],
    ['Dicom', '/chest.zip', 'of 28'],
  ] as const;
  for (const [tag, file, seen] of cases) {
    it(`reads what <${tag}> shows in a worker`, async () => {
      assert.deepEqual(await shown(tag, file, seen), { problems: [], seen: true });
    });
  }
});
