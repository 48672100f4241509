import { sendKeys } from '@web/test-runner-commands';
import { expect } from 'chai';
import type { LabelEditor } from '../../../src/ui/label-editor.js';
import { click, keys } from '../../support/input.js';
import { mount } from '../../support/mount.js';
import { byRole, clear, painted, picture } from '../../support/page.js';
import { until } from '../../support/until.js';

const config = `<View>
  <Text name="text" value="$text"/>
  <Choices name="choices" toName="text"><Choice value="Choice 1"/><Choice value="Choice 2"/></Choices>
  <DateTime name="datetime" toName="text" only="date,time"/>
  <Number name="number" toName="text"/>
  <Rating name="rating" toName="text"/>
  <TextArea name="textarea" toName="text"/>
  <TextArea name="edited" toName="text" editable="true"/>
</View>`;
const answer = (name: string, type: string, value: object) => ({
  id: name,
  from_name: name,
  to_name: 'text',
  type,
  value,
});
const answers = [
  answer('choices', 'choices', { choices: ['Choice 1'] }),
  answer('datetime', 'datetime', { datetime: '2000-01-01T10:00' }),
  answer('number', 'number', { number: 3.14 }),
  answer('rating', 'rating', { rating: 3 }),
  answer('textarea', 'textarea', { text: ['This is a text'] }),
  answer('edited', 'textarea', { text: ['This is a text'] }),
];
const task = { id: 1, data: { text: 'There is a reason.' }, predictions: [{ id: 5, result: answers }] };

const origins = (editor: LabelEditor) =>
  Object.fromEntries(
    (editor.serialize() as { readonly from_name: string; readonly origin?: string }[]).map((each) => [
      each.from_name,
      each.origin,
    ]),
  );
const of = (editor: LabelEditor, name: string) => {
  const host = editor.shadowRoot?.querySelector<HTMLElement>(`[data-name="${name}"]`);
  if (!host) throw new Error(`There is no ${name}.`);
  return host;
};
const input = (editor: LabelEditor, name: string, selector: string) => {
  const found = of(editor, name).querySelector<HTMLInputElement>(selector);
  if (!found) throw new Error(`${name} has no ${selector}.`);
  return found;
};

describe('where an answer comes from', () => {
  afterEach(clear);

  const changes: Readonly<Record<string, (editor: LabelEditor) => Promise<void>>> = {
    choices: (editor) => click(byRole(editor, 'checkbox', 'Choice 2')),
    datetime: async (editor) => {
      input(editor, 'datetime', 'input').focus();
      await keys('ArrowUp');
      await keys('Enter');
    },
    number: async (editor) => {
      await click(input(editor, 'number', 'input'));
      await keys('Control+a');
      await sendKeys({ type: '7' });
      await keys('Enter');
    },
    rating: (editor) => click(byRole(of(editor, 'rating'), 'radio', /^5/)),
    textarea: async (editor) => {
      await click(input(editor, 'textarea', 'textarea.le-textarea-new'));
      await sendKeys({ type: 'One more' });
      await keys('Enter');
    },
    edited: async (editor) => {
      await click(input(editor, 'edited', 'textarea'));
      await sendKeys({ type: '!' });
      await keys('Tab');
    },
  };

  for (const [name, change] of Object.entries(changes)) {
    it(`is the model as long as ${name} is not changed, and again when that is undone`, async () => {
      const editor = await mount(config, task);
      editor.copyPrediction(5);
      await painted();
      const asCopied = editor.serialize();
      const all = Object.fromEntries(answers.map(({ from_name }) => [from_name, 'prediction']));
      expect(origins(editor)).to.deep.equal(all);
      await change(editor);
      await until(() => origins(editor)[name] !== 'prediction');
      expect(origins(editor)).to.deep.equal({ ...all, [name]: 'prediction-changed' });
      editor.undo();
      await painted();
      expect(editor.serialize()).to.deep.equal(asCopied);
      editor.redo();
      expect(origins(editor)[name]).to.equal('prediction-changed');
    });
  }

  it('is shown of a region in the details, and follows undo', async () => {
    const value = { x: 10, y: 10, width: 20, height: 20, rotation: 0, rectanglelabels: ['Car'] };
    const box = { id: 'a', from_name: 'box', to_name: 'img', type: 'rectanglelabels', score: 0.875, value };
    const editor = await mount(
      `<View><RectangleLabels name="box" toName="img"><Label value="Car"/></RectangleLabels><Image name="img" value="$url"/></View>`,
      { id: 1, data: { url: picture(400, 200) }, predictions: [{ id: 5, result: [box] }] },
    );
    editor.style.width = '1200px';
    editor.copyPrediction(5);
    await painted();
    await click(byRole(editor, 'tab', 'Details'));
    editor.select(['a']);
    const facts = () => editor.shadowRoot?.querySelector('.facts')?.textContent?.replace(/\s+/g, ' ') ?? '';
    await until(() => facts().includes('Score88%'));
    expect(facts()).to.contain('OriginPrediction ');
    byRole(editor, 'application', 'Image').focus();
    await keys('ArrowRight');
    await until(() => facts().includes('Prediction, changed'));
    editor.undo();
    await until(() => !facts().includes('changed'));
    expect(facts()).to.contain('OriginPrediction ');
  });
});
