import { expect } from 'chai';
import { unzipSync, zipSync } from 'fflate';
import '../../../src/index.js';
import type { LabelEditor } from '../../../src/ui/label-editor.js';
import { click, keys } from '../../support/input.js';
import { byRole } from '../../support/page.js';
import { until } from '../../support/until.js';
import { rarOf } from '../../unit/formats/tasks/rar-writer.js';

const editor = () => document.getElementById('editor') as LabelEditor;
const dialog = () => document.querySelector('dialog.exchange') as HTMLDialogElement;
const steps = () => document.getElementById('steps') as HTMLElement;
const menu = () => document.getElementById('export-menu') as HTMLElement;
const said = () => dialog().querySelector('.said')?.textContent ?? '';
const rows = () => [...dialog().querySelectorAll('.problems li')].map(({ textContent }) => textContent);
const data = () => editor().task?.data as Readonly<Record<string, unknown>> | undefined;
const results = () => editor().serialize() as readonly Record<string, any>[];

const text = (path: string, content: string | object): File =>
  new File([typeof content === 'string' ? content : JSON.stringify(content)], path);

/** What a drag from the desktop does. */
function drop(...files: readonly File[]): void {
  const dataTransfer = new DataTransfer();
  for (const file of files) dataTransfer.items.add(file);
  for (const type of ['dragenter', 'dragover', 'drop'])
    document.body.dispatchEvent(new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer }));
}

/** The task that was imported is on show, and there was nothing to say. */
async function imported(isShown: () => boolean): Promise<void> {
  await until(() => isShown() && !dialog().open);
}

/** Files that the page hands out, by their names. */
const downloads = new Map<string, Blob>();

async function openPlayground(): Promise<void> {
  const html = await (await fetch('/demo/playground/index.html')).text();
  const page = new DOMParser().parseFromString(html, 'text/html');
  const base = Object.assign(document.createElement('base'), { href: '/demo/playground/' });
  const sheets = ['../demo.css', 'playground.css', 'exchange/exchange.css'].map((href) =>
    Object.assign(document.createElement('link'), { rel: 'stylesheet', href }),
  );
  document.head.append(base);
  const loaded = sheets.map((sheet) => new Promise((done) => sheet.addEventListener('load', done, { once: true })));
  document.head.append(...sheets);
  document.body.replaceChildren(...page.body.children);
  await Promise.all(loaded);
  window.location.hash = '#photograph-and-page';
  await import('../../../demo/playground/playground.js');
}

const boxes = `<View>
  <Image name="image" value="$image"/>
  <RectangleLabels name="label" toName="image"><Label value="Cat"/><Label value="Dog"/></RectangleLabels>
</View>`;

const coco = {
  images: [
    { id: 1, file_name: 'a.png', width: 40, height: 20 },
    { id: 2, file_name: 'b.png', width: 40, height: 20 },
  ],
  categories: [
    { id: 1, name: 'Cat' },
    { id: 2, name: 'Dog' },
  ],
  annotations: [
    { id: 1, image_id: 1, category_id: 1, bbox: [4, 4, 12, 8], area: 96, iscrowd: 0, segmentation: [] },
    { id: 2, image_id: 2, category_id: 2, bbox: [0, 0, 20, 20], area: 400, iscrowd: 0, segmentation: [] },
  ],
};

async function picture(name: string): Promise<File> {
  const canvas = new OffscreenCanvas(40, 20);
  canvas.getContext('2d')?.fillRect(0, 0, 40, 20);
  return new File([await canvas.convertToBlob()], name);
}

async function exported(format: string): Promise<[name: string, blob: Blob]> {
  downloads.clear();
  await click(byRole(document.body, 'button', 'Export'));
  await until(() => menu().matches(':popover-open'));
  await click(byRole(menu(), 'menuitem', format));
  await until(() => downloads.size > 0);
  return [...downloads][0] as [string, Blob];
}

describe('import and export in the playground', () => {
  const { click: clickLink } = HTMLAnchorElement.prototype;
  before(async () => {
    HTMLAnchorElement.prototype.click = function () {
      if (!this.download) return clickLink.call(this);
      const { href, download } = this;
      void fetch(href)
        .then((answer) => answer.blob())
        .then((blob) => downloads.set(download, blob));
    };
    await openPlayground();
    await editor().ready;
  });
  after(() => {
    HTMLAnchorElement.prototype.click = clickLink;
    for (const one of document.querySelectorAll('base, link')) one.remove();
    document.body.replaceChildren();
    localStorage.clear();
    window.history.replaceState(null, '', '#');
  });

  it('takes a table that is dropped, and goes through its tasks', async () => {
    drop(text('talk.csv', 'text,size\nHello,1\nGood day,2\nBye,3\n'));
    await imported(() => data()?.text === 'Hello');
    expect(steps().hidden).to.equal(false);
    expect(steps().textContent).to.contain('of 3');
    expect(window.location.hash).to.equal('#imported');
    expect(byRole(steps(), 'button', 'Task before').matches(':disabled')).to.equal(true);
    await click(byRole(steps(), 'button', 'Next task'));
    await until(() => data()?.text === 'Good day');
    await click(steps().querySelector('input') as HTMLElement);
    await keys('Control+a');
    await keys('3');
    await keys('Enter');
    await until(() => data()?.text === 'Bye');
    expect(byRole(steps(), 'button', 'Next task').matches(':disabled')).to.equal(true);
  });

  it('opens archives', async () => {
    const rar = rarOf({ 'a.csv': 'text\nout of RAR\n' }) as Uint8Array<ArrayBuffer>;
    drop(new File([rar], 'tasks.rar'));
    await imported(() => data()?.text === 'out of RAR');
    const zip = zipSync({ 'a.json': new TextEncoder().encode('[{"text": "out of ZIP"}, {"text": "Bye"}]') });
    drop(new File([zip], 'tasks.zip'));
    await imported(() => data()?.text === 'out of ZIP');
    await click(byRole(steps(), 'button', 'Next task'));
    await until(() => data()?.text === 'Bye');
  });

  it('lists what is wrong with files, with its place, and leaves all as it was', async () => {
    drop(text('broken.json', '[{"text": "a"},\n {"text": "b",}]'));
    await until(() => dialog().open && !/Cancel/.test(dialog().textContent ?? ''));
    expect(said()).to.equal('Nothing was imported, as there is an error.');
    expect(rows()).to.have.length(1);
    expect(rows()[0]).to.match(/a comma too many.*broken\.json.*line 2, column 15.*number 2/);
    await click(byRole(dialog(), 'button', 'Close'));
    expect(dialog().open).to.equal(false);
    expect(data()?.text).to.equal('Bye');
  });

  it('knows whose annotations it is given, with the pictures that come along', async () => {
    drop(text('instances.json', coco), await picture('a.png'), await picture('b.png'));
    await imported(() => results()?.[0]?.value?.rectanglelabels?.[0] === 'Cat');
    expect(results()[0]?.value).to.deep.include({ x: 10, y: 20, width: 30, height: 40 });
    expect(data()?.image).to.match(/^blob:/);
    expect(document.getElementById('about')?.textContent).to.equal('2 tasks out of COCO');
    await click(byRole(steps(), 'button', 'Next task'));
    await until(() => results()?.[0]?.value?.rectanglelabels?.[0] === 'Dog');
  });

  it('hands out one file, or a ZIP of several', async () => {
    const [name, blob] = await exported('COCO');
    expect(name).to.equal('imported-coco.json');
    const { images, annotations } = JSON.parse(await blob.text());
    expect(images).to.have.length(2);
    expect(annotations.map(({ bbox }: { bbox: number[] }) => bbox)).to.deep.equal([
      [4, 4, 12, 8],
      [0, 0, 20, 20],
    ]);
    await until(() => !dialog().open);
    const [zipName, zip] = await exported('YOLO');
    expect(zipName).to.equal('imported-yolo.zip');
    const files = unzipSync(new Uint8Array(await zip.arrayBuffer()));
    expect(new TextDecoder().decode(files['classes.txt']).trim().split('\n')).to.deep.equal(['Cat', 'Dog']);
    expect(Object.keys(files)).to.include.members(['labels/a.txt', 'labels/b.txt']);
    await until(() => !dialog().open);
  });

  it('keeps what was done to a task when it goes on', async () => {
    const [first] = results();
    editor().addResults([{ ...first, id: 'another', value: { ...first?.value, x: 50 } }]);
    await until(() => results().length === 2);
    await click(byRole(steps(), 'button', 'Task before'));
    await until(() => results()?.[0]?.value?.rectanglelabels?.[0] === 'Cat');
    const [, blob] = await exported('JSON');
    const tasks = JSON.parse(await blob.text());
    const counts = tasks.map(({ annotations }: any) => annotations.map(({ result }: any) => result.length));
    expect(counts).to.deep.equal([[1], [2]]);
    expect(tasks[0].data.image).to.equal('a.png');
    await until(() => !dialog().open);
  });

  it('says why a config has no place in a format', async () => {
    drop(
      text('t.json', [{ id: 1, data: { text: 'a' } }]),
      text('c.xml', '<View><Text name="text" value="$text"/></View>'),
    );
    await imported(() => data()?.text === 'a');
    await click(byRole(document.body, 'button', 'Export'));
    await until(() => menu().matches(':popover-open'));
    const row = byRole(menu(), 'menuitem', 'COCO');
    expect(row.ariaDisabled).to.equal('true');
    expect(row.title).to.match(/needs an <Image>/);
    downloads.clear();
    row.scrollIntoView({ block: 'nearest' });
    await click(row);
    expect(menu().matches(':popover-open')).to.equal(true);
    await keys('Escape');
    expect(menu().matches(':popover-open')).to.equal(false);
  });

  it('tells what did not come along', async () => {
    const prediction = {
      result: [{ id: 'p', from_name: 'label', to_name: 'image', type: 'rectanglelabels', value: {} }],
    };
    const task = { id: 5, data: { image: 'a.png' }, annotations: [], predictions: [prediction] };
    drop(text('t.json', [task]), text('c.xml', boxes));
    await imported(() => data()?.image === 'a.png');
    await exported('CSV');
    await until(() => rows().length > 0);
    expect(rows()[0]).to.match(/Predictions are not in CSV.*task/);
    await click(byRole(dialog(), 'button', 'Close'));
  });

  it('goes back to examples, exports these, and comes back', async () => {
    window.location.hash = '#choices';
    await until(() => steps().hidden === true);
    await editor().ready;
    const [name] = await exported('JSON');
    expect(name).to.equal('choices-json.json');
    await until(() => !dialog().open);
    window.location.hash = '#imported';
    await until(() => data()?.image === 'a.png');
    expect(steps().hidden).to.equal(false);
  });

  it('shows how far it is, and can be cancelled', async () => {
    const line = `${JSON.stringify({ text: 'word '.repeat(60) })},\n`;
    drop(new File(['[\n', ...Array.from({ length: 150_000 }, () => line), '{"text": "last"}]'], 'many.json'));
    await until(() => /^(Reading: [\d.]+ of 4\d\.\d MB|Taking tasks: )/.test(said()));
    await click(byRole(dialog(), 'button', 'Cancel'));
    expect(dialog().open).to.equal(false);
    expect(data()?.image).to.equal('a.png');
    drop(text('again.csv', 'text\nback\n'));
    await imported(() => data()?.text === 'back');
  });
});
