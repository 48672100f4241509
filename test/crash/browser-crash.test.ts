import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, relative, sep } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { build } from 'esbuild';
import { type Browser, launch, type Page } from 'puppeteer-core';
import { browserSwitches } from '../../scripts/browser.mjs';
import { partAddresses } from '../../scripts/parts.mjs';
import { root } from '../../scripts/project.mjs';
import { ensureBrowser } from '../../scripts/setup.mjs';
import type { LabelEditor } from '../../src/ui/label-editor.js';

const config = `<View>
  <Relations><Relation value="beside"/></Relations>
  <RectangleLabels name="box" toName="img"><Label value="Car"/></RectangleLabels>
  <Image name="img" value="$url"/>
  <Choices name="mood" toName="img"><Choice value="Good"/><Choice value="Bad"/></Choices>
</View>`;
const picture = `data:image/svg+xml,${encodeURIComponent('<svg xmlns="http://www.w3.org/2000/svg" width="400" height="200"><rect width="400" height="200" fill="#789"/></svg>')}`;

const page = (task: object) => `<!doctype html><meta charset="utf-8"><body style="margin:0">
<label-editor style="display:block;width:1000px;height:700px"></label-editor>
<script type="module">
  import '/src/index.js';
  const editor = document.querySelector('label-editor');
  editor.config = ${JSON.stringify(config)};
  editor.task = ${JSON.stringify(task)};
</script>`;

/** The sources, as a page loads them; one address, so that what is kept in the browser is found again. */
async function serve(): Promise<Server> {
  const { outputFiles } = await build({
    entryPoints: [join(root, 'src/index.ts')],
    bundle: true,
    splitting: true,
    format: 'esm',
    target: 'es2022',
    outbase: root,
    outdir: root,
    write: false,
    logLevel: 'silent',
    define: { 'process.env.NODE_ENV': '"development"' },
    plugins: [partAddresses()],
  });
  const scripts = new Map(outputFiles.map(({ path, text }) => [`/${relative(root, path).split(sep).join('/')}`, text]));
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const script = scripts.get(pathname);
    if (script !== undefined) return response.writeHead(200, { 'content-type': 'text/javascript' }).end(script);
    const [, id] = /^\/task\/(\w+)$/.exec(pathname) ?? [];
    const headers = { 'content-type': 'text/html', 'cache-control': 'no-store' };
    if (id === undefined) return response.writeHead(404).end();
    return response.writeHead(200, headers).end(page({ id, data: { url: picture } }));
  });
  return new Promise((done) => server.listen(0, '127.0.0.1', () => done(server)));
}

type Results = readonly {
  readonly id?: string;
  readonly type: string;
  readonly value?: { readonly choices?: readonly string[] };
}[];

/** A person at the editor of a task. */
class Desk {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  static async open(browser: Browser, url: string): Promise<Desk> {
    const page = await browser.newPage();
    // What names of functions are kept with where this file is compiled.
    await page.evaluateOnNewDocument('globalThis.__name = (named) => named');
    await page.goto(url);
    await page.waitForFunction(() => customElements.get('label-editor') !== undefined);
    await page.evaluate(() => document.querySelector<LabelEditor>('label-editor')?.ready);
    return new Desk(page);
  }

  results(): Promise<Results> {
    return this.page.evaluate(
      () => (document.querySelector<LabelEditor>('label-editor')?.serialize() ?? []) as unknown as Results,
    );
  }

  /** Draws a box, by percent of the picture. */
  async draw(x: number, y: number): Promise<void> {
    const [from, to] = await this.page.evaluate(
      (points) =>
        points.map((point) => {
          const at = document.querySelector<LabelEditor>('label-editor')?.toClient('img', point);
          return { x: at?.x ?? 0, y: at?.y ?? 0 };
        }),
      [
        [x, y],
        [x + 10, y + 20],
      ],
    );
    await this.page.mouse.move(from?.x ?? 0, from?.y ?? 0);
    // With nothing selected the key takes up the label.
    await this.page.keyboard.press('u');
    await this.page.keyboard.press('1');
    await this.page.mouse.down();
    await this.page.mouse.move(to?.x ?? 0, to?.y ?? 0, { steps: 3 });
    await this.page.mouse.up();
  }

  async choose(name: string): Promise<void> {
    await this.page.evaluate((name) => {
      const inputs = document.querySelector('label-editor')?.shadowRoot?.querySelectorAll('input') ?? [];
      [...inputs].find((input) => input.labels?.[0]?.textContent?.trim().startsWith(name))?.click();
    }, name);
  }

  /** Relates the second box to the first by keys. */
  async relate(): Promise<void> {
    await this.select(1);
    await this.page.keyboard.down('Alt');
    await this.page.keyboard.press('r');
    await this.page.keyboard.up('Alt');
    await this.page.waitForFunction(
      () => document.querySelector('label-editor')?.shadowRoot?.querySelector('.le[data-relating]') !== null,
    );
    await this.select(0);
    await this.page.keyboard.press('Enter');
  }

  select(index: number): Promise<void> {
    return this.page.evaluate((index) => {
      const editor = document.querySelector<LabelEditor>('label-editor');
      const results = (editor?.serialize() ?? []) as unknown as Results;
      const { id } = results.filter(({ type }) => type === 'rectanglelabels')[index] ?? {};
      if (id !== undefined) editor?.select([id]);
    }, index);
  }

  async until(holds: (results: Results) => boolean): Promise<Results> {
    for (let tries = 0; tries < 400; tries++) {
      const results = await this.results();
      if (holds(results)) return results;
      await new Promise((done) => setTimeout(done, 50));
    }
    throw new Error(`It did not come true: ${JSON.stringify(await this.results())}`);
  }

  /** A second of the page's own time. */
  async second(): Promise<void> {
    await this.page.evaluate(() => new Promise((done) => setTimeout(done, 1000)));
  }

  says(): Promise<string> {
    return this.page.evaluate(
      () => document.querySelector('label-editor')?.shadowRoot?.querySelector('.saving-banner')?.textContent ?? '',
    );
  }
}

const count = (results: Results, kind: string) => results.filter(({ type }) => type === kind).length;

describe('a crash in the middle of work', () => {
  let server: Server;
  let profile: string;
  let browser: Browser;
  const start = async () =>
    launch({
      executablePath: (await ensureBrowser()) ?? '',
      args: browserSwitches(),
      userDataDir: profile,
      defaultViewport: { width: 1100, height: 800 },
    });
  const address = (task: string) => `http://localhost:${(server.address() as AddressInfo).port}/task/${task}`;

  before(async () => {
    server = await serve();
    profile = mkdtempSync(join(tmpdir(), 'label-editor-crash-'));
    browser = await start();
  });
  after(async () => {
    await browser?.close();
    server?.close();
    rmSync(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
  });

  /** Regions, a relation and an answer, all older than a second; then one more region, newer than that. */
  async function work(desk: Desk): Promise<Results> {
    await desk.draw(10, 20);
    await desk.draw(40, 20);
    await desk.until((results) => count(results, 'rectanglelabels') === 2);
    await desk.relate();
    await desk.choose('Good');
    const done = await desk.until((results) => count(results, 'relation') === 1 && count(results, 'choices') === 1);
    await desk.second();
    await desk.draw(70, 20);
    return done;
  }

  /** All but the last second is there, and nothing else; it can be taken back. */
  async function comesBack(desk: Desk, done: Results): Promise<void> {
    const results = await desk.until((found) => found.length >= done.length);
    const isNew = ({ id, type }: Results[number]) => type === 'rectanglelabels' && !done.some((old) => old.id === id);
    assert.deepEqual(
      results.filter((result) => !isNew(result)),
      done,
    );
    assert.ok(results.filter(isNew).length <= 1);
    assert.match(await desk.says(), /was restored/);
    await desk.page.evaluate(() => document.querySelector<LabelEditor>('label-editor')?.undo());
    assert.deepEqual(await desk.results(), []);
  }

  it('of the whole browser loses no more than the last second', async () => {
    const desk = await Desk.open(browser, address('browser'));
    const done = await work(desk);
    const gone = new Promise((ended) => browser.process()?.once('exit', ended));
    browser.process()?.kill('SIGKILL');
    await gone;
    browser = await start();
    const again = await Desk.open(browser, address('browser'));
    await comesBack(again, done);
    await again.page.close();
  });

  it('of one tab loses no more than the last second, and leaves a task beside it alone', async () => {
    const other = await Desk.open(browser, address('other'));
    const desk = await Desk.open(browser, address('tab'));
    const done = await work(desk);
    const crashed = new Promise((ended) => desk.page.once('error', ended));
    desk.page.goto('chrome://crash').catch(() => {});
    await crashed;
    assert.deepEqual(await other.results(), []);
    const again = await Desk.open(browser, address('tab'));
    await comesBack(again, done);
    assert.deepEqual(await other.results(), []);
    const third = await Desk.open(browser, address('third'));
    await third.second();
    assert.deepEqual(await third.results(), []);
  });
});
