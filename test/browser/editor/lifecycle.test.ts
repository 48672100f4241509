import { expect } from 'chai';
import type { Plugin } from '../../../src/contract.js';
import type { LabelEditor } from '../../../src/ui/label-editor.js';
import { click, drag, hover, keys } from '../../support/input.js';
import { mount } from '../../support/mount.js';
import { byRole, chip, clear, next, painted, picture, pointOn } from '../../support/page.js';

const config = `<View>
  <Labels name="ner" toName="txt"><Label value="PER"/><Label value="LOC"/></Labels>
  <Text name="txt" value="$text"/>
  <RectangleLabels name="box" toName="img"><Label value="Car"/></RectangleLabels>
  <Image name="img" value="$url"/>
  <Choices name="mood" toName="txt"><Choice value="Good"/><Choice value="Bad"/></Choices>
</View>`;
const data = () => ({ text: 'Ada met Charles in London.', url: picture(200, 100) });

/** A tag as a stranger writes it: knows the types and nothing else. */
const stars: Plugin = {
  name: 'stars',
  tags: [
    {
      contract: 1,
      kind: 'control',
      tag: 'Stars',
      about: 'Asks for a number of stars.',
      examples: [],
      attributes: {
        name: { type: 'name', required: true, about: 'Name.' },
        toName: { type: 'name', about: 'Object.' },
        most: { type: 'number', default: 5, about: 'How many stars there are.' },
      },
      controls: ['*'],
      speaksOf: 'any',
      result: { type: 'stars', key: 'stars' },
      load: async () => ({
        styles: '.stars-tag { color: rgb(1, 2, 3); }',
        mount(host, context) {
          host.classList.add('stars-tag');
          for (let count = 1; count <= Number(context.node.attributes.most); count++) {
            const button = document.createElement('button');
            button.setAttribute('aria-label', `${count} stars`);
            button.textContent = '★';
            context.scope.listen(button, 'click', () => context.setValue(count));
            context.scope.react(() => button.setAttribute('aria-pressed', String(context.value === count)));
            host.append(button);
          }
        },
      }),
    },
  ],
};
const starsConfig = '<View><Text name="txt" value="$text"/><Stars name="rate" toName="txt" most="3"/></View>';

describe('a tag of a stranger', () => {
  afterEach(clear);

  const use = async (editor: LabelEditor) => {
    expect(editor.problems).to.deep.equal([]);
    await click(byRole(editor, 'button', '2 stars'));
    expect(
      (editor.serialize() as { type: string; value: object }[]).map(({ type, value }) => [type, value]),
    ).to.deep.equal([['stars', { stars: 2 }]]);
    expect(byRole(editor, 'button', '2 stars').getAttribute('aria-pressed')).to.equal('true');
    expect(getComputedStyle(byRole(editor, 'button', '2 stars').parentElement as Element).color).to.equal(
      'rgb(1, 2, 3)',
    );
    editor.undo();
    expect(editor.serialize()).to.deep.equal([]);
  };

  it('works when it is registered before the config is set', async () => {
    const editor = document.createElement('label-editor');
    editor.use(stars);
    editor.config = starsConfig;
    editor.task = { id: 1, data: data() };
    document.body.append(editor);
    await editor.ready;
    await use(editor);
  });

  it('works when it is registered after the config is set, and results that waited for it are read', async () => {
    const given = { id: 'a', from_name: 'rate', to_name: 'txt', type: 'stars', value: { stars: 3 } };
    const editor = await mount(starsConfig, { id: 1, data: data(), annotations: [{ id: 1, result: [given] }] });
    expect(editor.problems.map(({ code }) => code)).to.include('config/unknown-tag');
    expect(editor.serialize()).to.deep.equal([given]);
    editor.use(stars);
    await editor.ready;
    expect(byRole(editor, 'button', '3 stars').getAttribute('aria-pressed')).to.equal('true');
    expect(editor.serialize()).to.deep.equal([given]);
    editor.task = { id: 2, data: data() };
    await editor.ready;
    await use(editor);
  });

  it('says what failed, and where, while the rest goes on', async () => {
    const broken: Plugin = {
      name: 'broken',
      tags: [{ ...(stars.tags?.[0] as object), load: () => Promise.reject(new Error('no such file')) } as never],
    };
    const editor = document.createElement('label-editor');
    editor.use(broken);
    editor.config = starsConfig;
    editor.task = { id: 1, data: data() };
    document.body.append(editor);
    await editor.ready;
    const problem = editor.problems.find(({ code }) => code === 'tag/failed');
    expect(problem?.message).to.contain('no such file');
    expect(problem?.at).to.include({ tag: 'Stars', line: 1 });
    expect(editor.shadowRoot?.textContent).to.contain('Ada met Charles');
  });
});

describe('the life of a completion', () => {
  afterEach(clear);

  it('is submitted by its button, and the host has it with what was marked', async () => {
    let now = 1000;
    const editor = await mount(config, { id: 7, data: data() }, { now: () => now });
    await click(byRole(editor, 'checkbox', 'Good'));
    now += 4000;
    const submitted = next<CustomEvent>(editor, 'completion-submit');
    await click(byRole(editor, 'button', /^submit/i));
    const { detail } = await submitted;
    expect(detail.taskId).to.equal(7);
    expect(detail.completion.lead_time).to.equal(4);
    expect(detail.completion.was_cancelled).to.equal(false);
    expect(detail.completion.result.map(({ value }: { value: object }) => value)).to.deep.equal([
      { choices: ['Good'] },
    ]);
  });

  it('shows why it could not be saved, and keeps the work', async () => {
    const editor = await mount(config, { id: 7, data: data() });
    await click(byRole(editor, 'checkbox', 'Bad'));
    editor.addEventListener(
      'completion-submit',
      (event) => (event as CustomEvent).detail.waitUntil(Promise.reject(new Error('disk full'))),
      { once: true },
    );
    expect(await editor.submit()).to.equal(false);
    await painted();
    expect(editor.shadowRoot?.textContent).to.contain('disk full');
    expect(editor.serialize()).to.have.length(1);
    editor.addEventListener(
      'completion-submit',
      (event) => (event as CustomEvent).detail.waitUntil(Promise.resolve({ id: 33 })),
      { once: true },
    );
    expect(await editor.submit()).to.equal(true);
    expect(editor.completion?.id).to.equal(33);
    await painted();
    expect(byRole(editor, 'button', /^update/i)).to.not.equal(undefined);
  });

  it('lists predictions, which cannot be changed until they are copied', async () => {
    const mark = {
      id: 'p',
      from_name: 'ner',
      to_name: 'txt',
      type: 'labels',
      value: { start: 0, end: 3, text: 'Ada', labels: ['PER'] },
    };
    const editor = await mount(config, {
      id: 7,
      data: data(),
      predictions: [{ id: 5, model_version: 'ner-2', score: 0.9, result: [mark] }],
    });
    await click(byRole(editor, 'tab', /ner-2/));
    await painted();
    expect(editor.serialize()).to.deep.equal([mark]);
    await click(byRole(editor, 'button', /copy/i));
    await painted();
    expect(editor.completion).to.include({ parent_prediction: 5 });
    expect(editor.serialize()).to.deep.equal([{ ...mark, origin: 'prediction' }]);
    editor.select(['p']);
    await painted();
    await click(chip(editor, 'LOC'));
    expect(editor.serialize()[0]).to.deep.include({ origin: 'prediction-changed' });
  });

  it('tells nothing when properties are set, save that the task is ready', async () => {
    const told: string[] = [];
    const types = [
      'task-ready',
      'completion-submit',
      'completion-draft',
      'document-change',
      'selection-change',
      'completion-select',
      'task-skip',
    ];
    for (const type of types) document.body.addEventListener(type, () => told.push(type));
    const editor = await mount(config, { id: 1, data: data() });
    editor.readonly = true;
    editor.task = { id: 2, data: data() };
    await editor.ready;
    editor.config = config.replace('Good', 'Fine');
    await editor.ready;
    expect(new Set(told)).to.deep.equal(new Set(['task-ready']));
  });

  it('keeps the results when the config is replaced by a broken one, and when it is mended', async () => {
    const mark = {
      id: 'p',
      from_name: 'ner',
      to_name: 'txt',
      type: 'labels',
      value: { start: 0, end: 3, text: 'Ada', labels: ['PER'] },
    };
    const editor = await mount(config, { id: 7, data: data(), annotations: [{ id: 1, result: [mark] }] });
    editor.config = '<View><Text';
    await editor.ready;
    expect(editor.problems[0]?.code).to.equal('config/malformed');
    expect(editor.serialize()).to.deep.equal([mark]);
    editor.config = config;
    await editor.ready;
    expect(editor.problems).to.deep.equal([]);
    expect(editor.serialize()).to.deep.equal([mark]);
    expect(editor.regionBounds('p')?.width).to.be.greaterThan(5);
  });
});

describe('editors on a page', () => {
  afterEach(clear);

  it("do not hear each other's keys", async () => {
    const box = (id: string) => ({
      id,
      from_name: 'box',
      to_name: 'img',
      type: 'rectanglelabels',
      value: { x: 10, y: 10, width: 50, height: 50, rotation: 0, rectanglelabels: ['Car'] },
    });
    const small =
      '<View><RectangleLabels name="box" toName="img"><Label value="Car"/></RectangleLabels><Image name="img" value="$url"/></View>';
    const one = await mount(small, { id: 1, data: data(), annotations: [{ id: 1, result: [box('a')] }] });
    const two = await mount(small, { id: 2, data: data(), annotations: [{ id: 1, result: [box('a')] }] });
    for (const editor of [one, two]) {
      editor.style.width = '600px';
      editor.style.height = '380px';
      editor.select(['a']);
    }
    await painted();
    await hover(pointOn(two, 'img', [30, 30]) as never);
    await click(pointOn(two, 'img', [30, 30]));
    await keys('Delete');
    expect(one.serialize()).to.have.length(1);
    expect(two.serialize()).to.have.length(0);
  });

  it('never take a key from an input of the host', async () => {
    const editor = await mount(config, { id: 1, data: data() });
    const input = document.createElement('input');
    document.body.prepend(input);
    input.focus();
    await hover(editor);
    await keys('1');
    await keys('Delete');
    expect(input.value).to.equal('1');
    expect(
      chip(editor, 'PER').getAttribute('aria-pressed') ?? chip(editor, 'PER').getAttribute('aria-selected'),
    ).to.equal('false');
    input.remove();
  });

  it('leave nothing behind after being added and removed fifty times', async () => {
    const owned = new Map<string, number>();
    const count = (kind: string, by: number) => owned.set(kind, (owned.get(kind) ?? 0) + by);
    const restore = countListeners(count);
    const editor = await mount(config, { id: 1, data: data() });
    editor.remove();
    await painted();
    const before = new Map(owned);
    const highlights = CSS.highlights.size;
    const sheets = document.adoptedStyleSheets.length;
    for (let time = 0; time < 50; time++) {
      document.body.append(editor);
      await editor.ready;
      editor.remove();
      await Promise.resolve();
    }
    await painted();
    restore();
    expect(Object.fromEntries(owned)).to.deep.equal(Object.fromEntries(before));
    expect(CSS.highlights.size).to.equal(highlights);
    expect(document.adoptedStyleSheets.length).to.equal(sheets);
    document.body.append(editor);
    await editor.ready;
    await click(chip(editor, 'Car'));
    await drag(pointOn(editor, 'img', [20, 20]), pointOn(editor, 'img', [60, 60]));
    expect(editor.serialize(), 'and it works as before').to.have.length(1);
  }).timeout(60_000);

  it('give back the GPU: of many contexts none is left alive, and the next one draws', async () => {
    const contexts: WebGL2RenderingContext[] = [];
    const { getContext } = HTMLCanvasElement.prototype;
    HTMLCanvasElement.prototype.getContext = function (this: HTMLCanvasElement, ...args: unknown[]) {
      const context = getContext.apply(this, args as never) as RenderingContext | null;
      if (context instanceof WebGL2RenderingContext && !contexts.includes(context)) contexts.push(context);
      return context;
    } as typeof getContext;
    const small =
      '<View><RectangleLabels name="box" toName="img"><Label value="Car"/></RectangleLabels><Image name="img" value="$url"/></View>';
    const editor = await mount(small, { id: 1, data: data() }, { renderer: 'webgl' });
    expect(contexts.length, 'it draws by WebGL').to.be.greaterThan(0);
    for (let time = 0; time < 50; time++) {
      editor.remove();
      await Promise.resolve();
      document.body.append(editor);
      await editor.ready;
    }
    HTMLCanvasElement.prototype.getContext = getContext;
    expect(contexts.filter((context) => !context.isContextLost()).length).to.be.at.most(1);
    await click(chip(editor, 'Car'));
    await drag(pointOn(editor, 'img', [20, 20]), pointOn(editor, 'img', [60, 60]));
    expect(editor.serialize()).to.have.length(1);
  }).timeout(60_000);

  it('keep the work of an editor that is moved within the page', async () => {
    const editor = await mount(config, { id: 1, data: data() });
    await click(byRole(editor, 'checkbox', 'Good'));
    const box = document.createElement('section');
    document.body.append(box);
    box.append(editor);
    await editor.ready;
    expect(editor.serialize()).to.have.length(1);
    editor.undo();
    expect(editor.serialize()).to.have.length(0);
    box.remove();
  });
});

/** Counts listeners on what outlives the element, observers and workers, as they are taken up and given back. */
function countListeners(count: (kind: string, by: number) => void): () => void {
  const { addEventListener, removeEventListener } = EventTarget.prototype;
  const lasting = (target: EventTarget) => target === document || target === window || target === document.body;
  EventTarget.prototype.addEventListener = function (type, listener, options) {
    if (lasting(this)) {
      count(`listener ${type}`, 1);
      (options as AddEventListenerOptions | undefined)?.signal?.addEventListener('abort', () =>
        count(`listener ${type}`, -1),
      );
    }
    return addEventListener.call(this, type, listener, options);
  };
  EventTarget.prototype.removeEventListener = function (type, listener, options) {
    if (lasting(this)) count(`listener ${type}`, -1);
    return removeEventListener.call(this, type, listener, options);
  };
  const { observe, disconnect } = ResizeObserver.prototype;
  ResizeObserver.prototype.observe = function (...args) {
    count('resize observer', 1);
    return observe.apply(this, args);
  };
  ResizeObserver.prototype.disconnect = function () {
    count('resize observer', -1);
    return disconnect.call(this);
  };
  return () => {
    Object.assign(EventTarget.prototype, { addEventListener, removeEventListener });
    Object.assign(ResizeObserver.prototype, { observe, disconnect });
  };
}
