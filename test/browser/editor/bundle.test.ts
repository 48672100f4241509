import { expect } from 'chai';
import { click } from '../../support/input.js';
import { byRole, chip, clear, picture } from '../../support/page.js';
import { until } from '../../support/until.js';

const config = `<View><Labels name="ner" toName="txt"><Label value="PER"/></Labels><Text name="txt" value="$text"/>
  <Choices name="mood" toName="txt"><Choice value="Good"/></Choices></View>`;

/** The bundle as pages load it, from two addresses: two copies of all its code. */
describe('two copies of the bundle on one page', () => {
  afterEach(clear);

  it('do not disturb each other: the first is used, the second says so', async () => {
    const said: string[] = [];
    const { warn } = console;
    console.warn = (...words: unknown[]) => said.push(words.join(' '));
    const first = await import(/* @vite-ignore */ `${location.origin}/dist/cdn/label-editor.js`);
    const second = await import(/* @vite-ignore */ `${location.origin}/second-copy/label-editor.js`);
    console.warn = warn;
    expect(first.LabelEditor).not.to.equal(second.LabelEditor);
    expect(customElements.get('label-editor')).to.equal(first.LabelEditor);
    expect(said.join(' ')).to.contain('label-editor').and.to.contain('already');

    second.LabelEditor.use({ name: 'elsewhere', tags: [] });
    const editors = [1, 2].map((id) => {
      const editor = document.createElement('label-editor');
      editor.style.cssText = 'display:block;width:600px;height:340px';
      editor.config = config;
      editor.task = { id, data: { text: 'Ada met Charles.' } };
      document.body.append(editor);
      return editor;
    });
    await Promise.all(editors.map((editor) => editor.ready));
    const [one, two] = editors;
    if (!one || !two) throw new Error('unreachable');
    await click(byRole(one, 'checkbox', 'Good'));
    await click(chip(two, 'PER'));
    expect(one.serialize()).to.have.length(1);
    expect(two.serialize()).to.have.length(0);
  });
});

describe('the bundle', () => {
  afterEach(clear);

  it('loads what draws pixels only when a config shows pixels, and what draws by WebGL only for that', async () => {
    await import(/* @vite-ignore */ `${location.origin}/dist/cdn/label-editor.js`);
    const loaded = (part: string) =>
      performance.getEntriesByType('resource').some(({ name }) => name.includes(`/dist/cdn/chunks/${part}`));
    const show = async (xml: string, data: object, renderer: 'canvas' | 'webgl') => {
      const editor = document.createElement('label-editor');
      editor.style.cssText = 'display:block;width:600px;height:340px';
      editor.renderer = renderer;
      editor.config = xml;
      editor.task = { id: 1, data };
      document.body.append(editor);
      await editor.ready;
      expect(editor.problems).to.deep.equal([]);
    };
    const image = '<View><Image name="img" value="$url"/></View>';
    expect(loaded('stage2d') || loaded('webgl')).to.equal(false);
    await show(image, { url: picture(40, 20) }, 'canvas');
    expect(loaded('stage2d')).to.equal(true);
    expect(loaded('webgl')).to.equal(false);
    await show(image, { url: picture(40, 20) }, 'webgl');
    await until(() => loaded('webgl'));
  });
});
