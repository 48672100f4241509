import { emulateMedia } from '@web/test-runner-commands';
import { expect } from 'chai';
import type { Dict, Json } from '../../../src/model/json.js';
import { createReactCodeView } from '../../../src/tags/reactcode/reactcode.view.js';
import { click } from '../../support/input.js';
import { mount } from '../../support/mount.js';
import { clear } from '../../support/page.js';
import { type FakeSetup, type FakeTag, mountTag } from '../../support/tag-context.js';
import { until } from '../../support/until.js';

const page = '/test/browser/tags/app-page.html';
/** As much of React as shows that a component is rendered by what the address gives. */
const react = `data:text/javascript,${encodeURIComponent(`
  let slots = [], at = 0, again;
  export const React = {
    createElement: (type, props, ...children) => ({ type, props: props ?? {}, children: children.flat() }),
    useState(first) {
      const slot = at++;
      if (!(slot in slots)) slots[slot] = first;
      return [slots[slot], (value) => { slots[slot] = value; again(); }];
    },
  };
  const make = (given) => {
    if (typeof given !== 'object' || given === null) return document.createTextNode(given ?? '');
    if (typeof given.type === 'function') return make(given.type({ ...given.props, children: given.children }));
    const element = document.createElement(given.type);
    for (const [name, value] of Object.entries(given.props)) {
      if (name.startsWith('on')) element[name.toLowerCase()] = value;
      else if (name !== 'key') element.setAttribute(name, value);
    }
    element.append(...given.children.map(make));
    return element;
  };
  export const createRoot = (host) => ({
    render(element) {
      again = () => { at = 0; host.replaceChildren(make(element)); };
      again();
    },
  });
`)}`;

/** What apps heard, in order; an app of this test's page says it back. */
const heard: Dict[] = [];
const listen = ({ data }: MessageEvent) => {
  if (data?.type === 'heard') heard.push(data.data);
};
const last = (type: string) => heard.findLast((message) => message.type === type);
const count = (type: string) => heard.filter((message) => message.type === type).length;

describe('reactCodeView', () => {
  let tag: FakeTag | undefined;
  const frameIn = (root: ParentNode | null | undefined) => root?.querySelector('iframe') as HTMLIFrameElement;
  const show = async (attributes: Dict, setup: Partial<FakeSetup> = {}, patience?: number) => {
    tag = await mountTag(createReactCodeView(patience), { tag: 'ReactCode', name: 'app', attributes, ...setup });
    return tag;
  };
  const note = () => tag?.host.querySelector('p')?.textContent ?? '';
  const act = (name: string) => frameIn(tag?.root).contentWindow?.postMessage({ type: 'test', act: name }, '*');
  const answers = () => tag?.now().answers.map(({ value }) => value);

  before(() => window.addEventListener('message', listen));
  after(() => window.removeEventListener('message', listen));
  afterEach(async () => {
    tag?.remove();
    tag = undefined;
    heard.length = 0;
    clear();
    await emulateMedia({ colorScheme: 'light' });
  });

  describe('with an app at an address', () => {
    const app = { src: page, data: { text: 'Fog' } };

    it('keeps it in a sandbox without an origin', async () => {
      await show({ ...app, allow: 'fullscreen; microphone *' });
      const frame = frameIn(tag?.root);
      expect([...frame.sandbox].sort()).to.deep.equal(['allow-forms', 'allow-scripts']);
      expect(frame.contentDocument).to.equal(null);
      expect(frame.allow).to.equal('fullscreen *');
      expect([...(tag?.problems ?? [])].map(({ code }) => code)).to.deep.equal(['config/wrong-attribute']);
      await until(() => count('init') === 1);
      act('reach');
      await until(() => answers()?.length === 1);
      expect(answers()).to.deep.equal(['nothing']);
    });

    it('tells it the data, the results and how things stand', async () => {
      await show(app, { answers: [{ id: 'a', value: 'known', locked: true }], readonly: true });
      await until(() => count('init') === 1);
      expect(last('init')).to.deep.equal({
        type: 'init',
        tag: 'app',
        code: '',
        data: { text: 'Fog' },
        regions: [{ id: 'a', value: 'known', selected: false, hidden: false, locked: true, origin: 'manual' }],
        viewState: { currentScreen: 'quick_view', darkMode: false, readonly: true },
      });
    });

    it('makes, changes and deletes results as it asks', async () => {
      await show(app);
      await until(() => count('init') === 1);
      act('add');
      await until(() => count('regions') === 1);
      act('add');
      await until(() => count('regions') === 2);
      expect(answers()).to.deep.equal([{ word: 'fog' }, { word: 'fog' }]);
      act('update');
      await until(() => count('regions') === 3);
      expect(answers()).to.deep.equal([{ word: 'rain' }, { word: 'fog' }]);
      act('select');
      await until(() => count('regions') === 4);
      const regions = last('regions')?.regions as readonly Dict[];
      expect(regions.map(({ selected }) => selected)).to.deep.equal([true, false]);
      act('delete');
      await until(() => count('regions') === 5);
      expect(answers()).to.deep.equal([{ word: 'fog' }]);
    });

    it('tells it of changes that come from elsewhere, and of nothing else', async () => {
      await show(app);
      await until(() => count('init') === 1);
      tag?.update({ answers: [{ id: 'z', value: 7, locked: false }] });
      await until(() => count('regions') === 1);
      tag?.update({ answers: [{ id: 'z', value: 7, locked: false }] });
      tag?.update({ readonly: true });
      await until(() => (last('viewState')?.viewState as Dict | undefined)?.readonly === true);
      expect(count('regions')).to.equal(1);
    });

    it('tells it of light and dark', async () => {
      await show(app);
      await until(() => count('init') === 1);
      await emulateMedia({ colorScheme: 'dark' });
      await until(() => (last('viewState')?.viewState as Dict | undefined)?.darkMode === true);
    });

    it('takes no notice of what makes no sense, or comes from elsewhere', async () => {
      await show(app);
      await until(() => count('init') === 1);
      act('wrong');
      window.postMessage({ type: 'addRegion', tag: 'app', value: 1 }, '*');
      act('add');
      await until(() => answers()?.length === 1);
      expect(answers()).to.deep.equal([{ word: 'fog' }]);
    });

    it('says so when it does not answer, and forgets it when it does', async () => {
      await show(
        { src: 'data:text/html,<script>setTimeout(() => parent.postMessage({ type: "ready" }, "*"), 300)</script>' },
        {},
        30,
      );
      await until(() => note().includes('does not answer'));
      expect([...(tag?.problems ?? [])].map(({ code }) => code)).to.deep.equal(['tag/load-failed']);
      await until(() => note() === '');
      expect(tag?.problems.size).to.equal(0);
    });

    it('loads nothing but the web', async () => {
      for (const src of ['javascript:alert(1)', 'file:///etc/passwd', 'blob:x']) {
        await show({ src });
        expect(frameIn(tag?.root)).to.equal(null);
        expect(note()).to.contain(src);
        tag?.remove();
      }
    });

    it('takes its size from CSS or JSON', async () => {
      for (const style of ['height: 300px', '{"height": 300}']) {
        await show({ src: page, style });
        expect(tag?.host.getBoundingClientRect().height).to.equal(300);
        expect(frameIn(tag?.root).getBoundingClientRect().height).to.equal(300);
        tag?.remove();
      }
    });
  });

  describe('with code', () => {
    /** Clicks into the frame, whose content no test can reach. */
    const clickAt = async (x: number, y: number) => {
      const box = frameIn(tag?.root).getBoundingClientRect();
      await click({ x: box.x + x, y: box.y + y });
    };
    const big = 'style: "position: fixed; top: 0; left: 0; width: 100px; height: 50px"';
    const below = 'style: "position: fixed; top: 60px; left: 0; width: 100px; height: 50px"';

    it('renders the component with React from the address', async () => {
      const code = `// A comment.
        function Counter({ React, addRegion, regions, data }) {
          const [count, setCount] = React.useState(0);
          return React.createElement('div', null,
            React.createElement('button', { ${big}, onClick: () => { setCount(count + 1); addRegion({ data, count: count + 1, seen: regions.length }); } }, 'Add'),
            React.createElement('button', { ${below}, onClick: () => regions[0].update({ text: \`\${regions.length} of \${count}\` }) }, 'Change'));
        };`;
      await show({ value: code, reactUrl: react, data: 'Fog' });
      await until(() => frameIn(tag?.root) !== null);
      await until(() => note() === '' && tag?.problems.size === 0);
      for (let more = 1; more <= 2; more++) {
        for (let tries = 0; (answers()?.length ?? 0) < more; tries++) {
          if (tries > 40) throw new Error('The button does nothing.');
          await clickAt(50, 25);
          await new Promise((done) => setTimeout(done, 50));
        }
      }
      expect(answers()?.slice(0, 1)).to.deep.equal([{ data: 'Fog', count: 1, seen: 0 }]);
      const { length } = answers() as readonly Json[];
      await clickAt(50, 85);
      await until(() => JSON.stringify(answers()?.[0]) === `{"text":"${length} of ${length}"}`);
    });

    it('lets the component go on with what it has just added', async () => {
      const code = `({ React, addRegion, regions }) => {
        if (regions.length === 0 && !globalThis.begun) {
          globalThis.begun = true;
          const mine = addRegion({ step: 1 });
          mine.update({ step: 2 });
          addRegion('gone').delete();
        }
        return React.createElement('p', null, 'x');
      }`;
      await show({ value: code, reactUrl: react });
      await until(() => JSON.stringify(answers()) === '[{"step":2}]');
    });

    it('shows what is wrong with the code', async () => {
      for (const [code, message] of [
        ['function A( {', 'Unexpected'],
        ['7', 'not a function'],
        ['() => { throw new Error("no fog") }', 'no fog'],
      ] as const) {
        await show({ value: code, reactUrl: react });
        await until(() => note().includes('failed') && note().includes(message));
        tag?.remove();
      }
      await show({ value: '() => null', reactUrl: 'data:text/javascript,export%20const%20a=1' });
      await until(() => note().includes('gives no React'));
    });

    it('says where React has to come from, and takes it from the page as well', async () => {
      await show({ value: '() => null' });
      expect(frameIn(tag?.root)).to.equal(null);
      expect(note()).to.contain('reactUrl');
      tag?.remove();
      const meta = document.createElement('meta');
      meta.name = 'label-editor-react';
      meta.content = react;
      document.head.append(meta);
      await show({ value: '({ addRegion, regions }) => { if (!regions.length) addRegion(1); return "x" }' });
      meta.remove();
      await until(() => answers()?.length !== 0);
    });
  });

  describe('in the editor', () => {
    const config = `<View><ReactCode name="app" toName="app" src="${page}" data="$text" required="true"/></View>`;
    const task = (...result: object[]) => ({ id: 1, data: { text: 'Fog' }, annotations: [{ id: 9, result }] });
    const known = (id: string, reactcode: Json) => ({
      id,
      from_name: 'app',
      to_name: 'app',
      type: 'reactcode',
      value: { reactcode },
    });

    it('reads and writes results of its own, each an undo step', async () => {
      const before = [known('a', { word: 'sun' }), known('b', [1, null, 'x'])];
      const editor = await mount(config, task(...before));
      expect(editor.problems).to.deep.equal([]);
      await until(() => count('init') === 1);
      expect(editor.serialize()).to.deep.equal(before);
      const post = (name: string) =>
        frameIn(editor.shadowRoot).contentWindow?.postMessage({ type: 'test', act: name }, '*');
      post('add');
      await until(() => editor.serialize().length === 3);
      const { id, ...added } = (editor.serialize() as Dict[])[2] as Dict;
      expect(typeof id).to.equal('string');
      expect(added).to.deep.equal({
        from_name: 'app',
        to_name: 'app',
        type: 'reactcode',
        origin: 'manual',
        value: { reactcode: { word: 'fog' } },
      });
      post('update');
      await until(() => count('regions') >= 2);
      expect((editor.serialize() as Dict[])[0]?.value).to.deep.equal({ reactcode: { word: 'rain' } });
      editor.undo();
      editor.undo();
      expect(editor.serialize()).to.deep.equal(before);
      await until(() => (last('regions')?.regions as readonly Json[] | undefined)?.length === 2);
      editor.readonly = true;
      post('delete');
      await until(() => (last('viewState')?.viewState as Dict | undefined)?.readonly === true);
      expect(editor.serialize()).to.deep.equal(before);
    });

    it('asks for a result that is required, and puts the focus into the frame', async () => {
      const editor = await mount(config, task());
      expect(await editor.submit()).to.equal(false);
      expect(editor.problems.map(({ code }) => code)).to.contain('tag/required');
      expect(editor.shadowRoot?.activeElement).to.equal(frameIn(editor.shadowRoot));
    });

    it('needs no toName, nor minds one', async () => {
      for (const names of ['', 'toName="app"', 'toName="text"']) {
        const editor = await mount(
          `<View><Text name="text" value="$text"/><ReactCode name="app" ${names} src="${page}"/></View>`,
          task(),
        );
        expect(editor.problems).to.deep.equal([]);
        clear();
      }
    });
  });
});
