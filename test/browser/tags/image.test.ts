import { expect } from 'chai';
import type { PixelSource, Stage2D, StageOptions, StageView } from '../../../src/contract/surface.js';
import type { Dict, Json } from '../../../src/model/json.js';
import { observable, runInAction } from '../../../src/reactive/index.js';
import { imageView } from '../../../src/tags/image/image.view.js';
import { click } from '../../support/input.js';
import { byName, type FakeTag, mountTag } from '../../support/tag-context.js';
import { until } from '../../support/until.js';

/** Notes what it was told; pans and zooms nothing. */
class RecordedStage {
  readonly shown: (PixelSource | undefined)[] = [];
  readonly zooms: (string | number)[] = [];
  readonly view: StageView = observable({ x: 0, y: 0, zoom: 0.5, rotation: 0 });
  readonly #options = observable.box<Partial<StageOptions>>({ smoothing: true });
  get options() {
    return this.#options.get();
  }
  show(source: PixelSource | undefined) {
    this.shown.push(source);
  }
  configure(options: Partial<StageOptions>) {
    runInAction(() => this.#options.set({ ...this.options, ...options }));
  }
  look(view: Partial<StageView>) {
    runInAction(() => Object.assign(this.view, view));
  }
  zoomTo(what: string) {
    this.zooms.push(what);
  }
  zoomBy(factor: number) {
    this.zooms.push(factor);
  }
  zoomToRegion(id: string) {
    this.zooms.push(id);
  }
}

const picture = (width: number, height: number): string =>
  `data:image/svg+xml,${encodeURIComponent(`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"/>`)}`;

describe('imageView', () => {
  let tag: FakeTag;
  let stage: RecordedStage;
  const mount = async (data: Json | undefined, attributes: Dict = {}) => {
    stage = new RecordedStage();
    const surfaces = { stage2d: stage as unknown as Stage2D };
    tag = await mountTag(imageView, {
      tag: 'Image',
      name: 'img',
      attributes,
      surfaces,
      ...(data !== undefined && { data }),
    });
  };
  const lastFacts = () => tag.facts.at(-1);
  const button = (name: string) => byName<HTMLButtonElement>(tag.root, 'button', name);
  const problems = () => [...tag.problems].map(({ code }) => code);
  afterEach(() => tag.remove());

  it('shows the picture, says its size, and zooms as the config wants', async () => {
    await mount(picture(40, 30), { defaultZoom: 'original' });
    await until(() => lastFacts()?.width !== undefined);
    expect(lastFacts()).to.deep.equal({ width: 40, height: 30, rotation: 0 });
    expect(stage.shown.at(-1)?.width).to.equal(40);
    expect(stage.zooms).to.deep.equal(['original']);
    expect(tag.root.querySelector('progress')).to.equal(null);
  });

  it('passes on how the picture is to be drawn', async () => {
    await mount(picture(4, 4), {
      crosshair: true,
      grid: true,
      gridSize: 12,
      gridColor: '#f00',
      zoom: false,
      zoomBy: 1.5,
      negativeZoom: true,
      smoothing: false,
      horizontalAlignment: 'center',
      verticalAlignment: 'bottom',
    });
    expect(stage.options).to.deep.equal({
      crosshair: true,
      gridSize: 12,
      gridColour: '#f00',
      zoomable: false,
      zoomBy: 1.5,
      negativeZoom: true,
      smoothing: false,
      alignX: 'center',
      alignY: 'bottom',
    });
  });

  it('has the controls that the config wants', async () => {
    await mount(picture(4, 4), { zoomControl: false });
    expect(tag.root.querySelectorAll('button, input')).to.have.length(0);
    expect([...tag.keys.keys()]).to.deep.equal([]);
    tag.remove();
    await mount(picture(4, 4), { brightnessControl: true, contrastControl: true, rotateControl: true });
    await click(button('Zoom in'));
    await click(button('Zoom to fit'));
    expect(stage.zooms.slice(-2)).to.deep.equal([1.1 ** 2, 'fit']);
    expect(button('50 %, zoom to actual size').innerText).to.equal('50 %');
    const brightness = byName<HTMLInputElement>(tag.root, 'input', 'Brightness');
    brightness.value = '2';
    brightness.dispatchEvent(new Event('input'));
    expect(stage.options.brightness).to.equal(2);
    await click(button('Rotate left'));
    expect(stage.view.rotation).to.equal(270);
    expect(lastFacts()?.rotation).to.equal(270);
    tag.keys.get('alt+right')?.run();
    expect(lastFacts()?.rotation).to.equal(0);
  });

  it('pages through a list, and counts a list of one as well', async () => {
    await mount(undefined, { valueList: [picture(10, 10), picture(20, 10), picture(30, 10)] });
    await until(() => lastFacts()?.width === 10);
    expect(lastFacts()?.items).to.equal(3);
    expect(tag.host.innerText).to.contain('1 of 3');
    expect(button('Previous image').disabled).to.equal(true);
    await click(button('Next image'));
    await until(() => lastFacts()?.width === 20);
    tag.keys.get('ctrl+right')?.run();
    tag.keys.get('ctrl+right')?.run();
    await until(() => lastFacts()?.width === 30);
    expect(tag.now().item).to.equal(2);
    await click(button('Image 1'));
    expect(tag.now().item).to.equal(0);
    tag.remove();
    await mount(undefined, { valueList: [picture(10, 10)] });
    await until(() => lastFacts()?.width === 10);
    expect(lastFacts()?.items).to.equal(1);
    expect(tag.keys.has('ctrl+right')).to.equal(false);
  });

  it('turns every page by itself', async () => {
    await mount(undefined, { rotateControl: true, valueList: [picture(10, 10), picture(20, 10)] });
    await until(() => lastFacts()?.width === 10);
    await click(button('Rotate right'));
    expect(lastFacts()?.rotation).to.equal(90);
    await click(button('Next image'));
    await until(() => lastFacts()?.width === 20);
    expect([lastFacts()?.rotation, stage.view.rotation]).to.deep.equal([0, 0]);
    await click(button('Rotate left'));
    await click(button('Previous image'));
    await until(() => lastFacts()?.width === 10);
    expect([lastFacts()?.rotation, stage.view.rotation]).to.deep.equal([90, 90]);
    // No page's facts were ever said with another page's rotation.
    const said = tag.facts
      .filter(({ width }) => width !== undefined)
      .map(({ width, rotation }) => `${width}:${rotation}`);
    expect(new Set(said)).to.deep.equal(new Set(['10:0', '10:90', '20:0', '20:270']));
  });

  it('shows only the thumbnails in sight, however many pages there are', async () => {
    const asked = new Set<string>();
    const observer = new PerformanceObserver((list) => {
      for (const { name } of list.getEntries()) asked.add(name);
    });
    observer.observe({ type: 'resource' });
    const pages = Array.from({ length: 1000 }, (_, i) => `/test/fixtures/image/deep_files/6/0_0.png?page=${i}`);
    await mount(undefined, { valueList: pages });
    await until(() => lastFacts()?.width === 50);
    const thumbs = () => [...tag.root.querySelectorAll<HTMLElement>('.le-thumbs button')];
    await until(() => thumbs().length > 10);
    expect(thumbs().length).to.be.below(40);
    tag.update({ item: 600 });
    await until(() => thumbs().some((thumb) => thumb.getAttribute('aria-label') === 'Image 601'));
    expect(thumbs().find((thumb) => thumb.getAttribute('aria-current') === 'true')?.innerText).to.equal('601');
    await until(() => lastFacts()?.width === 50);
    observer.disconnect();
    expect(asked.size).to.be.below(100);
  });

  it('shows the other pages where one is broken', async () => {
    await mount(undefined, { valueList: [picture(10, 10), 'data:image/png;base64,AAAA', '', picture(40, 10)] });
    await until(() => lastFacts()?.width === 10);
    tag.update({ item: 1 });
    await until(() => tag.root.querySelector('[role=alert]') !== null);
    tag.update({ item: 2 });
    await until(() => tag.host.innerText.includes('There is no image'));
    tag.update({ item: 3 });
    await until(() => lastFacts()?.width === 40);
    expect(tag.root.querySelector('[role=alert]')).to.equal(null);
    expect(problems()).to.include('media/unreadable');
  });

  it('lets one choose what is shown, beginning with what the config says', async () => {
    await mount(picture(4, 4), { grid: true, gridSize: 7 });
    await click(button('View'));
    const boxes = [...tag.root.querySelectorAll<HTMLInputElement>('.le-view-menu input')];
    expect(boxes.map(({ checked }) => checked)).to.deep.equal([true, true, false]);
    for (const box of boxes) await click(box);
    expect([stage.options.smoothing, stage.options.gridSize, stage.options.crosshair]).to.deep.equal([false, 0, true]);
    await click(boxes[1] as HTMLInputElement);
    expect(stage.options.gridSize).to.equal(7);
  });

  it('zooms to the selected region', async () => {
    await mount(picture(4, 4));
    expect(button('Zoom to selected region').disabled).to.equal(true);
    tag.keys.get('shift+3')?.run();
    expect(stage.zooms).to.deep.equal(['fit']);
    tag.update({ target: { of: 'regions', ids: ['r7', 'r8'] } });
    await click(button('Zoom to selected region'));
    tag.keys.get('shift+3')?.run();
    expect(stage.zooms).to.deep.equal(['fit', 'r7', 'r7']);
  });

  it('says in its place what went wrong, claims no size, and tries again', async () => {
    const url = URL.createObjectURL(new Blob(['no picture']));
    await mount(url);
    await until(() => tag.root.querySelector('[role=alert]') !== null);
    expect(problems()).to.have.length(1);
    expect(tag.facts.every(({ width }) => width === undefined)).to.equal(true);
    await click(button('Try again'));
    await until(() => problems().length === 1 && tag.root.querySelector('[role=alert]') !== null);
  });

  it('says that there is no picture in the task', async () => {
    await mount(undefined);
    expect(tag.host.innerText).to.contain('There is no image in this task');
    expect(problems()).to.deep.equal(['task/wrong-data']);
  });

  it('has the size that the config gives, or else all the room', async () => {
    const stageBox = () => tag.root.querySelector('.le-image-stage')?.getBoundingClientRect();
    await mount(picture(4, 4), { width: '50%', maxWidth: '300', height: '120px' });
    expect([stageBox()?.width, stageBox()?.height]).to.deep.equal([300, 120]);
    tag.remove();
    await mount(picture(4, 4));
    expect(stageBox()?.width).to.be.above(1000);
    expect(stageBox()?.height).to.be.above(400);
  });
});
