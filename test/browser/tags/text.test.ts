import { expect } from 'chai';
import type { FlowOptions, TextFlow } from '../../../src/contract/surface.js';
import type { Dict, Json } from '../../../src/model/json.js';
import { textView } from '../../../src/tags/text/text.view.js';
import { click } from '../../support/input.js';
import { byName, type FakeTag, mountTag } from '../../support/tag-context.js';
import { until } from '../../support/until.js';

/** Notes what it was told to show. */
class RecordedFlow {
  readonly shown: string[] = [];
  options: Partial<FlowOptions> = {};
  show(text: string) {
    this.shown.push(text);
  }
  configure(options: Partial<FlowOptions>) {
    this.options = { ...this.options, ...options };
  }
}

describe('textView', () => {
  let tag: FakeTag;
  let flow: RecordedFlow;
  const mount = async (data: Json, attributes: Dict = {}, name?: string) => {
    flow = new RecordedFlow();
    const surfaces = { flow: flow as unknown as TextFlow };
    tag = await mountTag(textView, { tag: 'Text', attributes, data, surfaces, ...(name && { name }) });
  };
  const fileUrl = (text: string) => URL.createObjectURL(new Blob([text]));
  const problems = () => [...tag.problems].map(({ code }) => code);
  afterEach(() => tag.remove());

  it('shows data of the task and says it, to be repeated in results', async () => {
    await mount('a\r\nb', {}, 'text');
    await until(() => tag.facts.length > 0);
    expect(flow.shown).to.deep.equal(['a\r\nb']);
    expect(tag.facts).to.deep.equal([{ text: 'a\r\nb', saveText: true }]);
  });

  it('passes on what may be done with the text', async () => {
    await mount('x', {}, 'text');
    expect(flow.options).to.deep.equal({ selectable: true });
    tag.remove();
    await mount('x', { selectionEnabled: false, showLabels: true }, 'text');
    expect(flow.options).to.deep.equal({ selectable: false, showLabels: true });
  });

  it('decodes base64', async () => {
    await mount(btoa('hi'), { encoding: 'base64' }, 'text');
    await until(() => flow.shown.length > 0);
    expect(flow.shown).to.deep.equal(['hi']);
  });

  for (const [saveTextResult, saveText] of [
    ['none', false],
    ['no', false],
    ['yes', true],
  ] as const) {
    it(`fetches a URL; saveTextResult="${saveTextResult}" ${saveText ? 'repeats' : 'does not repeat'} it in results`, async () => {
      await mount(fileUrl('from afar €'), { valueType: 'url', saveTextResult }, 'text');
      await until(() => flow.shown.length > 0);
      expect(tag.facts).to.deep.equal([{ text: 'from afar €', saveText }]);
      expect(tag.host.querySelector('progress')).to.equal(null);
    });
  }

  it('says in its place what went wrong, and tries again', async () => {
    const url = fileUrl('late');
    URL.revokeObjectURL(url);
    await mount(url, { valueType: 'url' }, 'text');
    await until(() => tag.root.querySelector('[role=alert]') !== null);
    expect(problems()).to.deep.equal(['media/not-found']);
    expect(tag.facts).to.deep.equal([]);
    await click(byName(tag.root, 'button', 'Try again'));
    await until(() => tag.root.querySelector('[role=alert]') !== null);
    expect(problems()).to.deep.equal(['media/not-found']);
  });

  it('does not take a page of HTML for the text', async () => {
    await mount(fileUrl('\n<!DOCTYPE html><title>Please log in</title>'), { valueType: 'url' }, 'text');
    await until(() => problems().length > 0);
    expect(problems()).to.deep.equal(['media/unreadable']);
    expect(flow.shown).to.deep.equal([]);
  });

  it('is plain text without a name', async () => {
    await mount('Read <b>this</b>\nfirst');
    await until(() => tag.host.innerText !== '');
    expect(tag.host.innerText).to.equal('Read <b>this</b>\nfirst');
    expect(flow.shown).to.deep.equal([]);
  });
});
