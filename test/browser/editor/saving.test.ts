import { sendKeys } from '@web/test-runner-commands';
import { expect } from 'chai';
import type { SaveDetail } from '../../../src/ui/events.js';
import type { LabelEditor } from '../../../src/ui/label-editor.js';
import { click, doubleClick, hover, keys } from '../../support/input.js';
import { mount } from '../../support/mount.js';
import { byRole, clear, next, picture } from '../../support/page.js';
import { until } from '../../support/until.js';

const config = `<View>
  <Text name="txt" value="$text"/>
  <Choices name="mood" toName="txt"><Choice value="Good"/><Choice value="Bad"/></Choices>
</View>`;
const task = (more: object = {}) => ({ id: 7, data: { text: 'Ada met Charles.' }, ...more });
const submitted = (more: object = {}) => task({ completions: [{ id: 3, result: [], ...more }] });

const saves = ['completion-submit', 'completion-update', 'completion-draft', 'task-skip', 'task-unskip'] as const;
/** What the host is told; it answers as `answer` says. */
function hear(
  editor: LabelEditor,
  answer?: () => Promise<{ id?: number } | undefined>,
): { type: string; detail: SaveDetail }[] {
  const heard: { type: string; detail: SaveDetail }[] = [];
  for (const type of saves) {
    editor.addEventListener(type, (event) => {
      heard.push({ type, detail: event.detail });
      if (answer) event.detail.waitUntil(answer());
    });
  }
  return heard;
}
const types = (heard: readonly { type: string }[]) => heard.map(({ type }) => type);
const status = (editor: LabelEditor) => editor.shadowRoot?.querySelector('[part=status] .saving')?.textContent?.trim();
const banner = (editor: LabelEditor) => editor.shadowRoot?.querySelector('.saving-banner');
/** Waits for a button. */
const there = (editor: LabelEditor, name: RegExp) =>
  until(() =>
    [...(editor.shadowRoot?.querySelectorAll('button') ?? [])].some((each) =>
      name.test(each.textContent?.trim() ?? ''),
    ),
  );
const press = (editor: LabelEditor, name: string) => click(byRole(editor, 'button', name));

describe('submitting', () => {
  afterEach(clear);

  it('happens once for a double click, and for keys that are pressed twice', async () => {
    for (const act of [
      (editor: LabelEditor) => doubleClick(byRole(editor, 'button', 'Submit')),
      async (editor: LabelEditor) => {
        await hover(editor);
        await keys('Control+Enter');
        await keys('Control+Enter');
      },
    ]) {
      const editor = await mount(config, task());
      const heard = hear(editor);
      await act(editor);
      await until(() => status(editor) === 'Submitted');
      expect(types(heard)).to.deep.equal(['completion-submit']);
      editor.remove();
    }
  });

  it('says that a draft is newer than what was submitted', async () => {
    const editor = await mount(config, submitted());
    expect(status(editor)).to.equal('Submitted');
    await click(byRole(editor, 'checkbox', 'Good'));
    await editor.saveDraft();
    await until(() => status(editor) === 'Draft saved, not submitted');
    await press(editor, 'Update');
    await until(() => status(editor) === 'Submitted');
  });

  it('brings what is missing into view and focus, in the order of the config: answer, item, region', async () => {
    const strict = `<View>
      <Image name="img" valueList="$urls"/>
      <RectangleLabels name="box" toName="img"><Label value="Car"/></RectangleLabels>
      <Choices name="first" toName="img" required="true" requiredMessage="First one?"><Choice value="One"/></Choices>
      <Choices name="page" toName="img" perItem="true" required="true" requiredMessage="Each page?"><Choice value="Two"/></Choices>
      <Choices name="kind" toName="img" perRegion="true" required="true" requiredMessage="Which kind?"><Choice value="Three"/></Choices>
    </View>`;
    const box = (id: string, item_index: number) => ({
      id,
      from_name: 'box',
      to_name: 'img',
      type: 'rectanglelabels',
      item_index,
      value: { x: 10, y: 10, width: 20, height: 20, rotation: 0, rectanglelabels: ['Car'] },
    });
    const urls = [picture(200, 100), picture(201, 100)];
    const editor = await mount(strict, {
      id: 1,
      data: { urls },
      completions: [{ id: 1, result: [box('a', 0), box('b', 1)] }],
    });
    const focused = () => {
      const { activeElement } = editor.shadowRoot ?? {};
      return activeElement?.closest('[data-name]')?.getAttribute('data-name');
    };
    const missing = async (words: RegExp) => {
      expect(await editor.submit()).to.equal(false);
      expect(editor.problems.at(0)?.message).to.match(words);
    };
    await missing(/First one/);
    await until(() => focused() === 'first');
    await click(byRole(editor, 'checkbox', 'One'));
    await missing(/Each page/);
    await click(byRole(editor, 'checkbox', 'Two'));
    await missing(/Each page/);
    // It is the second page that is on show now.
    await until(() => editor.toClient('img', [50, 50], 1) !== undefined);
    await until(() => focused() === 'page');
    await click(byRole(editor, 'checkbox', 'Two'));
    await missing(/Which kind/);
    expect(editor.problems[0]?.at).to.include({ name: 'kind', resultId: 'a' });
    await until(() => editor.toClient('img', [50, 50], 0) !== undefined);
    await until(() => focused() === 'kind');
    await click(byRole(editor, 'checkbox', 'Three'));
    await missing(/Which kind/);
    expect(editor.problems[0]?.at).to.include({ resultId: 'b' });
    await click(byRole(editor, 'checkbox', 'Three'));
    expect(await editor.submit()).to.equal(true);
  });

  it('refuses an empty completion where the host says so', async () => {
    const editor = await mount(config, task(), { allowEmpty: false });
    const heard = hear(editor);
    await press(editor, 'Submit');
    await until(() => /nothing to submit yet/.test(editor.shadowRoot?.textContent ?? ''));
    expect(heard).to.deep.equal([]);
    await click(byRole(editor, 'checkbox', 'Good'));
    await press(editor, 'Submit');
    expect(types(heard)).to.deep.equal(['completion-submit']);
  });

  it('takes along what is left in a field, and the time at it', async () => {
    const write =
      '<View><Text name="txt" value="$text"/><TextArea name="note" toName="txt" maxSubmissions="1"/></View>';
    const editor = await mount(write, task());
    await click(byRole(editor, 'textbox', /./));
    await sendKeys({ type: 'Hello' });
    const submitted = next<CustomEvent<SaveDetail>>(editor, 'completion-submit');
    await press(editor, 'Submit');
    const [result] = (await submitted).detail.completion.result as { value: object; meta?: { lead_time?: number } }[];
    expect(result?.value).to.deep.equal({ text: ['Hello'] });
    expect(result?.meta?.lead_time).to.be.greaterThan(0);
  });

  it('leaves out a text whose field is not shown any more', async () => {
    const asked = `<View><Text name="txt" value="$text"/>
      <Choices name="mood" toName="txt"><Choice value="Good"/><Choice value="Bad"/></Choices>
      <View visibleWhen="choice-selected" whenTagName="mood" whenChoiceValue="Bad"><TextArea name="why" toName="txt"/></View></View>`;
    const editor = await mount(asked, task());
    await click(byRole(editor, 'checkbox', 'Bad'));
    await until(
      () =>
        editor.shadowRoot?.querySelector('[data-name=why] textarea, [data-name=why] input')?.checkVisibility() === true,
    );
    await click(byRole(editor, 'textbox', /./));
    await sendKeys({ type: 'Because' });
    await keys('Enter');
    expect(editor.serialize()).to.have.length(2);
    await click(byRole(editor, 'checkbox', 'Good'));
    const submitted = next<CustomEvent<SaveDetail>>(editor, 'completion-submit');
    await editor.submit();
    const results = (await submitted).detail.completion.result as { from_name: string }[];
    expect(results.map(({ from_name }) => from_name)).to.deep.equal(['mood']);
  });
});

describe('a host that does not answer', () => {
  afterEach(clear);
  const { setTimeout: wait } = window;
  /** Waits for twenty seconds are short here. */
  before(() => {
    window.setTimeout = ((run: () => void, time?: number) =>
      wait(run, time === 20_000 ? 300 : time)) as typeof setTimeout;
  });
  after(() => {
    window.setTimeout = wait;
  });

  it('is not waited for for ever, and counts when it answers after all', async () => {
    const editor = await mount(config, task());
    let answer = (_: { id: number }) => {};
    const heard = hear(editor, () => new Promise((resolve) => (answer = resolve)));
    await click(byRole(editor, 'checkbox', 'Good'));
    await press(editor, 'Submit');
    await there(editor, /Still saving/);
    expect(byRole(editor, 'button', /Still saving/)).to.have.property('disabled', true);
    await until(() => /has not answered yet/.test(banner(editor)?.textContent ?? ''));
    await press(editor, 'Stop waiting');
    await until(() => !banner(editor));
    expect(status(editor)).to.equal('Not saved');
    expect(byRole(editor, 'button', 'Submit')).to.have.property('disabled', false);
    expect(editor.serialize()).to.have.length(1);
    answer({ id: 5 });
    await until(() => status(editor) === 'Submitted');
    expect(editor.completion?.id).to.equal(5);
    expect(types(heard)).to.deep.equal(['completion-submit']);
  });
});

describe('a lost connection', () => {
  afterEach(clear);

  it('is told, and what was not saved is sent again when it is back', async () => {
    const editor = await mount(config, task());
    let isThere = false;
    const heard = hear(editor, () =>
      isThere ? Promise.resolve({ id: 4 }) : Promise.reject(new TypeError('Failed to fetch')),
    );
    Object.defineProperty(navigator, 'onLine', { value: false, configurable: true });
    try {
      await click(byRole(editor, 'checkbox', 'Good'));
      await press(editor, 'Submit');
      await until(() => /could not be reached/.test(banner(editor)?.textContent ?? ''));
      expect(editor.problems.at(-1)?.message).to.match(/no connection/);
    } finally {
      Reflect.deleteProperty(navigator, 'onLine');
    }
    await press(editor, 'Try now');
    await until(() => heard.length === 2);
    await until(() => status(editor) === 'Not saved');
    isThere = true;
    window.dispatchEvent(new Event('online'));
    await until(() => status(editor) === 'Submitted');
    expect(types(heard)).to.deep.equal(['completion-submit', 'completion-submit', 'completion-submit']);
    await until(() => !banner(editor));
    window.dispatchEvent(new Event('online'));
    expect(heard).to.have.length(3);
  });
});

describe('skipping', () => {
  afterEach(clear);

  it('is done at once by its button and its keys', async () => {
    for (const act of [
      (editor: LabelEditor) => press(editor, 'Skip'),
      async (editor: LabelEditor) => {
        await hover(editor);
        await keys('Control+ ');
      },
    ]) {
      const editor = await mount(config, task());
      const heard = hear(editor);
      await act(editor);
      expect(types(heard)).to.deep.equal(['task-skip']);
      expect(heard[0]?.detail.comment).to.equal(undefined);
      editor.remove();
    }
  });

  it('takes a comment', async () => {
    const editor = await mount(config, task());
    const heard = hear(editor);
    await press(editor, 'Skip with a comment');
    await sendKeys({ type: 'Not in a language I read' });
    await keys('Enter');
    expect(heard[0]).to.include({ type: 'task-skip' });
    expect(heard[0]?.detail.comment).to.equal('Not in a language I read');
    expect(heard[0]?.detail.completion.was_cancelled).to.equal(true);
  });

  it('can be taken back', async () => {
    const editor = await mount(config, task());
    await press(editor, 'Skip');
    await until(() => /Was skipped/.test(editor.shadowRoot?.textContent ?? ''));
    expect(() => byRole(editor, 'button', 'Skip')).to.throw();
    const heard = hear(editor);
    await press(editor, 'Cancel skip');
    expect(types(heard)).to.deep.equal(['task-unskip']);
    expect(heard[0]?.detail.completion.was_cancelled).to.equal(false);
    await there(editor, /^Skip$/);
    expect(editor.completion?.was_cancelled).to.equal(false);
  });

  it('stays where the host forbids to take it back', async () => {
    const editor = await mount(config, submitted({ was_cancelled: true }));
    editor.addEventListener('task-unskip', (event) => event.preventDefault());
    await press(editor, 'Cancel skip');
    expect(editor.completion?.was_cancelled).to.equal(true);
    expect(byRole(editor, 'button', 'Cancel skip')).to.not.equal(undefined);
  });
});
