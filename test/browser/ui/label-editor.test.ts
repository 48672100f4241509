import { expect } from 'chai';
import type { Dict, LabelEditor, SaveDetail } from '../../../src/index.js';
import { click, drag, keys } from '../../support/input.js';
import { mount } from '../../support/mount.js';
import { byRole, chip, clear, next, painted, picture, pointOn } from '../../support/page.js';
import { until } from '../../support/until.js';

const config = `<View>
  <RectangleLabels name="box" toName="img"><Label value="Car"/><Label value="Bus"/></RectangleLabels>
  <Image name="img" value="$url"/>
  <Choices name="sky" toName="img" showInline="true"><Choice value="Clear"/><Choice value="Cloudy"/></Choices>
</View>`;
const box = (id: string, x: number, label = 'Car') => ({
  id,
  from_name: 'box',
  to_name: 'img',
  type: 'rectanglelabels',
  original_width: 400,
  original_height: 200,
  image_rotation: 0,
  value: { x, y: 10, width: 10, height: 20, rotation: 0, rectanglelabels: [label] },
});
const task = (id: number, ...result: Dict[]) => ({
  id,
  data: { url: picture(400, 200) },
  completions: [{ id: 9, result }],
  predictions: [{ id: 5, model_version: 'm1', score: 0.5, result: [box('p', 60)] }],
});

/** What the element says to its host, by event type, in order. */
function record(element: LabelEditor): { readonly type: string; readonly detail: any }[] {
  const heard: { type: string; detail: any }[] = [];
  const types = ['task-ready', 'editor-problem', 'document-change', 'selection-change', 'completion-select'];
  for (const type of [...types, 'completion-draft', 'completion-submit', 'completion-update', 'task-skip']) {
    element.addEventListener(type, (event) => heard.push({ type, detail: (event as CustomEvent).detail }));
  }
  return heard;
}
const draw = async (editor: LabelEditor, from: [number, number], to: [number, number]) => {
  await click(chip(editor, 'Car'));
  await drag(pointOn(editor, 'img', from), pointOn(editor, 'img', to));
};

describe('LabelEditor', () => {
  afterEach(clear);

  it('says that a task is displayed, and nothing else when properties are set', async () => {
    const editor = await mount(config, task(1, box('a', 10)));
    const heard = record(editor);
    editor.task = task(2, box('b', 20));
    editor.readonly = true;
    editor.panels = ['status'];
    await editor.ready;
    expect(heard).to.deep.equal([{ type: 'task-ready', detail: { taskId: 2 } }]);
  });

  it('does not mind what another editor of the page fetches', async () => {
    const tag = {
      contract: 1,
      kind: 'visual',
      tag: 'Fetched',
      about: 'A test.',
      attributes: {},
      examples: [],
    } as const;
    const { use } = customElements.get('label-editor') as unknown as typeof LabelEditor;
    use({ name: 'fetched', later: [{ names: ['Fetched'], load: async () => [tag] }] });
    const editor = await mount(config, task(1, box('a', 10)));
    editor.select(['a']);
    editor.shadowRoot?.querySelector<HTMLElement>('[part~=surface]')?.focus();
    await keys('Delete');
    expect(editor.serialize()).to.have.length(0);
    const shown = editor.shadowRoot?.querySelector('[data-tag=Image]');
    const other = document.createElement('label-editor');
    document.body.append(other);
    other.config = '<View><Fetched/></View>';
    other.task = { id: 9, data: {} };
    await other.ready;
    expect(other.problems).to.deep.equal([]);
    other.remove();
    expect(editor.shadowRoot?.querySelector('[data-tag=Image]')).to.equal(shown);
    editor.undo();
    expect(editor.serialize()).to.have.length(1);
  });

  it('answers by the new properties at once', async () => {
    const editor = await mount(config, task(1, box('a', 10)));
    editor.task = task(2, box('b', 20), box('c', 30));
    expect(editor.serialize()).to.have.length(2);
    const codes = () => editor.problems.map(({ code }) => code);
    // What is wrong with a config that is not plain XML is known when its reader has been fetched.
    editor.config = '<View><Text';
    await editor.ready;
    expect(codes()).to.include('config/malformed');
    // Whether there is such a tag is known when all have been fetched.
    editor.config = '<View><Nope/></View>';
    await editor.ready;
    expect(codes()).to.include('config/unknown-tag');
  });

  it('reads configuration, lists and switches from attributes', async () => {
    const place = document.createElement('div');
    document.body.append(place);
    place.innerHTML = '<label-editor panels="topbar, status" allow-skip="false" readonly theme="dark"></label-editor>';
    const editor = place.querySelector('label-editor') as LabelEditor;
    editor.setAttribute('config', config);
    editor.task = task(1);
    await editor.ready;
    expect(editor.panels).to.deep.equal(['topbar', 'status']);
    expect(editor.allowSkip).to.equal(false);
    expect(editor.shadowRoot?.querySelectorAll('[part=panel]')).to.have.length(0);
    expect(editor.shadowRoot?.querySelectorAll('[part=top-bar]')).to.have.length(1);
    expect(() => byRole(editor, 'button', 'Submit')).to.throw();
    place.remove();
  });

  it('takes values that no host should give as if there were none', async () => {
    const editor = await mount(config, task(1, box('a', 10)));
    const odd = editor as unknown as Record<string, unknown>;
    for (const locale of [5, 'xx_!!', null]) {
      odd.locale = locale;
      await editor.ready;
    }
    for (const panels of [5, {}, null]) {
      odd.panels = panels;
      await editor.ready;
      expect(byRole(editor, 'button', 'Undo')).to.exist;
    }
    odd.theme = 'blue';
    odd.keymap = { undo: 5, redo: null };
    odd.user = 'Bob';
    await editor.ready;
    await click(pointOn(editor, 'img', [15, 20]));
    await keys('Control+z');
    expect(editor.serialize()).to.have.length(1);
  });

  it('takes panels as words, as frameworks hand over attributes', async () => {
    const panels = 'regions status' as unknown as LabelEditor['panels'];
    const editor = await mount(config, task(1, box('a', 10)), { panels });
    expect(() => byRole(editor, 'button', 'Undo')).to.throw();
    expect(editor.shadowRoot?.querySelector('[part=status]')).to.exist;
  });

  it('types what its events carry', async () => {
    const editor = await mount(config, task(1, box('a', 10)));
    let id: number | string | undefined;
    editor.addEventListener('completion-update', (event) => {
      id = event.detail.taskId;
      // @ts-expect-error There is no such detail.
      void event.detail.nothing;
      event.detail.waitUntil(Promise.resolve({ id: 1 }));
    });
    editor.addEventListener('selection-change', ({ detail }) => detail.regionIds.join());
    editor.addEventListener('keydown', ({ key }) => key.trim());
    editor.addEventListener('of-a-plugin', (event) => event.type);
    await editor.submit();
    expect(id).to.equal(1);
  });

  it('says where the content would be why there is none', async () => {
    const editor = await mount('', task(1));
    expect(editor.shadowRoot?.querySelector('#content')?.textContent).to.match(/no config/i);
  });

  it('tells of edits, undo and redo, and undoes bit by bit', async () => {
    const editor = await mount(config, task(1, box('a', 10)));
    const before = editor.serialize();
    const heard = record(editor);
    await draw(editor, [40, 40], [60, 70]);
    expect(editor.serialize()).to.have.length(2);
    editor.undo();
    expect(editor.serialize()).to.deep.equal(before);
    editor.redo();
    expect(editor.serialize()).to.have.length(2);
    const changes = heard.filter(({ type }) => type === 'document-change');
    expect(changes.map(({ detail }) => detail.origin)).to.deep.equal(['user', 'replay', 'replay']);
  });

  it('selects regions by id, says so, and tells where they are', async () => {
    const editor = await mount(config, task(1, box('a', 10)));
    const heard = record(editor);
    editor.select(['a', 'ghost']);
    expect(heard).to.deep.equal([{ type: 'selection-change', detail: { regionIds: ['a'] } }]);
    const bounds = editor.regionBounds('a');
    const corner = pointOn(editor, 'img', [10, 10]);
    expect(bounds?.left).to.be.closeTo(corner.x, 1.5);
    expect(bounds?.top).to.be.closeTo(corner.y, 1.5);
    expect(editor.toClient('img', [0, 0], 3)).to.equal(undefined);
  });

  it('shows a prediction without letting it be changed, and copies it', async () => {
    const editor = await mount(config, task(1, box('a', 10)));
    const heard = record(editor);
    expect(editor.selectCompletion(5)).to.equal(true);
    await painted();
    await draw(editor, [10, 40], [30, 70]).catch(() => {});
    expect(editor.serialize()).to.deep.equal([box('p', 60)]);
    expect(editor.copyPrediction(5)).to.equal(true);
    expect(editor.completion?.parent_prediction).to.equal(5);
    expect(editor.serialize()).to.have.length(1);
    expect(editor.copyPrediction(77)).to.equal(false);
    expect(heard.map(({ type }) => type)).to.deep.equal(['completion-select', 'completion-select']);
    expect(heard[0]?.detail).to.deep.equal({ completionId: 5 });
  });

  it('adds results of a model as one undo step', async () => {
    const editor = await mount(config, task(1, box('a', 10)));
    editor.addResults([box('m1', 30), box('m2', 50)], { origin: 'prediction' });
    expect(editor.serialize().map((result) => (result as { origin?: string }).origin)).to.deep.equal([
      undefined,
      'prediction',
      'prediction',
    ]);
    editor.undo();
    expect(editor.serialize()).to.have.length(1);
  });

  describe('saving', () => {
    it('asks the host, waits for it, and takes over the id', async () => {
      const editor = await mount(config, { id: 4, data: { url: picture(400, 200) } });
      await draw(editor, [40, 40], [60, 70]);
      let answer = (_: { id: number }) => {};
      editor.addEventListener('completion-submit', (event) => {
        const detail = (event as CustomEvent<SaveDetail>).detail;
        expect(detail.taskId).to.equal(4);
        expect(detail.completion.result).to.have.length(1);
        detail.waitUntil(
          new Promise((resolve) => {
            answer = resolve;
          }),
        );
      });
      const saved = editor.submit();
      await until(() => byRole(editor, 'button', 'Submit').getAttribute('aria-busy') === 'true');
      answer({ id: 77 });
      expect(await saved).to.equal(true);
      expect(editor.completion?.id).to.equal(77);
      await until(() => byRole(editor, 'button', 'Update') !== undefined);
    });

    it('keeps the work and says why when the host could not save', async () => {
      const editor = await mount(config, task(1, box('a', 10)));
      editor.addEventListener('completion-update', (event) =>
        (event as CustomEvent<SaveDetail>).detail.waitUntil(Promise.reject(new Error('the server is away'))),
      );
      expect(await editor.submit()).to.equal(false);
      expect(editor.problems.map(({ code }) => code)).to.deep.equal(['save/failed']);
      expect(editor.serialize()).to.deep.equal([box('a', 10)]);
      await until(() => /the server is away/.test(byRole(editor, 'status', /./).textContent ?? ''));
    });

    it('saves nothing when the host forbids it', async () => {
      const editor = await mount(config, task(1, box('a', 10)));
      editor.addEventListener('task-skip', (event) => event.preventDefault());
      expect(await editor.skip()).to.equal(false);
      expect(editor.completion?.was_cancelled).to.equal(false);
    });

    it('refuses a waitUntil that comes too late', async () => {
      const editor = await mount(config, task(1, box('a', 10)));
      const submitted = next<CustomEvent<SaveDetail>>(editor, 'completion-update');
      await editor.submit();
      const { detail } = await submitted;
      expect(() => detail.waitUntil(Promise.resolve())).to.throw(DOMException);
    });

    it('saves a draft before another task is shown', async () => {
      const editor = await mount(config, task(1, box('a', 10)));
      await draw(editor, [40, 40], [60, 70]);
      const heard = record(editor);
      editor.task = task(2);
      await editor.ready;
      expect(heard.map(({ type, detail }) => `${type} ${detail.taskId}`)).to.deep.equal([
        'completion-draft 1',
        'task-ready 2',
      ]);
      expect(heard[0]?.detail.completion.result).to.have.length(2);
    });

    it('takes lead_time from the clock it was given', async () => {
      let time = 0;
      const editor = await mount(config, task(1, box('a', 10)), { now: () => time });
      const { left, top } = editor.getBoundingClientRect();
      time = 5000;
      await click({ x: left + 500, y: top + 20 });
      expect(editor.completion?.lead_time).to.equal(5);
    });
  });

  describe('in and out of the page', () => {
    it('keeps all as it is when it is moved', async () => {
      const editor = await mount(config, task(1, box('a', 10)));
      editor.select(['a']);
      const surface = editor.shadowRoot?.querySelector('[data-name=img] [part~=surface]');
      const place = document.createElement('div');
      document.body.append(place);
      place.append(editor);
      await painted();
      expect(editor.shadowRoot?.querySelector('[data-name=img] [part~=surface]')).to.equal(surface);
      place.remove();
    });

    it('saves a draft when it is removed, and shows the same work with its history when it comes back', async () => {
      const editor = await mount(config, task(1, box('a', 10)));
      await draw(editor, [40, 40], [60, 70]);
      const work = editor.serialize();
      const draft = next<CustomEvent<SaveDetail>>(editor, 'completion-draft');
      editor.remove();
      expect((await draft).detail.completion.result).to.deep.equal(work);
      await painted();
      expect(editor.shadowRoot?.querySelectorAll('[data-tag]')).to.have.length(0);
      expect(editor.serialize()).to.deep.equal(work);
      document.body.append(editor);
      await editor.ready;
      expect(editor.serialize()).to.deep.equal(work);
      expect(editor.regionBounds('a')).not.to.equal(undefined);
      editor.undo();
      expect(editor.serialize()).to.have.length(1);
    });

    it('leaves no listener on the page behind, however often it comes and goes', async () => {
      const signals: (AbortSignal | undefined)[] = [];
      const listen = document.addEventListener;
      document.addEventListener = function (this: Document, ...args: Parameters<typeof listen>) {
        const [, , options] = args;
        signals.push(typeof options === 'object' ? options.signal : undefined);
        listen.apply(this, args);
      } as typeof listen;
      try {
        const editor = await mount(config, task(1, box('a', 10)));
        for (let round = 0; round < 12; round++) {
          editor.remove();
          await Promise.resolve();
          await Promise.resolve();
          document.body.append(editor);
          await editor.ready;
        }
        editor.remove();
        await painted();
        expect(signals.length).to.be.greaterThan(12);
        expect(signals.every((signal) => signal?.aborted)).to.equal(true);
      } finally {
        document.addEventListener = listen;
      }
    });

    it('takes properties that were set before it was defined', async () => {
      const early = document.createElement('label-editor-early') as LabelEditor;
      early.config = config;
      early.task = task(3, box('a', 10));
      early.style.cssText = 'display:block;width:900px;height:600px';
      document.body.append(early);
      const { LabelEditor: Base } = await import('../../../src/index.js');
      customElements.define('label-editor-early', class extends Base {});
      await early.ready;
      expect(early.serialize()).to.have.length(1);
      early.remove();
    });
  });

  describe('use', () => {
    const greeting = (tag: string) => ({
      name: tag,
      tags: [
        {
          contract: 1 as const,
          kind: 'visual' as const,
          tag,
          about: 'Greets.',
          attributes: {},
          examples: [],
          load: async () => ({
            mount(host: HTMLElement) {
              host.textContent = 'Good morning';
            },
          }),
        },
      ],
    });

    it('brings a tag to one element, late', async () => {
      const editor = await mount('<View><Greeting/></View>', task(1));
      expect(editor.problems.map(({ code }) => code)).to.deep.equal(['config/unknown-tag']);
      editor.use(greeting('Greeting'));
      await editor.ready;
      expect(editor.problems).to.deep.equal([]);
      expect(editor.shadowRoot?.querySelector('[data-tag=Greeting]')?.textContent).to.equal('Good morning');
      const other = await mount('<View><Greeting/></View>', task(1));
      expect(other.problems).to.have.length(1);
    });

    it('brings a tag to all elements, those too that are shown already', async () => {
      const editor = await mount('<View><Welcome/></View>', task(1));
      (customElements.get('label-editor') as typeof LabelEditor).use(greeting('Welcome'));
      await editor.ready;
      expect(editor.problems).to.deep.equal([]);
    });
  });

  describe('in a form', () => {
    it('is sent as the completion in JSON, under its name', async () => {
      const form = document.createElement('form');
      document.body.append(form);
      const editor = await mount(config, task(1, box('a', 10)));
      editor.name = 'work';
      form.append(editor);
      expect(JSON.parse(String(new FormData(form).get('work'))).result).to.deep.equal([box('a', 10)]);
      form.remove();
    });

    it('is invalid while something required is missing', async () => {
      const form = document.createElement('form');
      document.body.append(form);
      const asked = config.replace('name="sky"', 'name="sky" required="true"');
      const editor = await mount(asked, task(1, box('a', 10)));
      form.append(editor);
      expect(form.checkValidity()).to.equal(true);
      editor.required = true;
      await editor.ready;
      expect(form.checkValidity()).to.equal(false);
      await click(byRole(editor, 'checkbox', /Clear/));
      expect(form.checkValidity()).to.equal(true);
      form.remove();
    });
  });

  it('shows in a form what is missing, where it can take the focus; and asks for nothing while it is read-only', async () => {
    const form = document.createElement('form');
    document.body.append(form);
    const asked = config.replace('name="sky"', 'name="sky" required="true"');
    const editor = await mount(asked, task(1, box('a', 10)));
    editor.required = true;
    editor.name = 'work';
    form.append(editor);
    await editor.ready;
    expect(form.reportValidity()).to.equal(false);
    expect(document.activeElement).to.equal(editor);
    editor.readonly = true;
    await editor.ready;
    expect(form.checkValidity()).to.equal(true);
    form.remove();
  });

  it('does not hear the keys of another editor', async () => {
    const first = await mount(config, task(1, box('a', 10)));
    const second = await mount(config, task(2, box('b', 10)));
    for (const editor of [first, second]) editor.style.height = '340px';
    await painted();
    first.select(['a']);
    second.select(['b']);
    await click(byRole(second, 'button', 'Undo').parentElement?.parentElement as Element);
    await keys('Delete');
    expect(first.serialize()).to.have.length(1);
    expect(second.serialize()).to.have.length(0);
  });
});
