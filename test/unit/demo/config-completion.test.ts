import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { CompletionContext, type CompletionResult } from '@codemirror/autocomplete';
import { EditorState } from '@codemirror/state';
import { completeConfig } from '../../../demo/playground/parts/config-completion.js';
import { builtInTags, configSchema } from '../../../src/config.js';

const data = { image: 'a.jpg', text: 'A text', meta: { source: 'web' } };
const complete = completeConfig(() => ({ schema: configSchema(builtInTags), data }));

/** What is offered at the bar, best first. */
function offered(marked: string, explicit = false): { from: number; labels: string[] } {
  const pos = marked.indexOf('|');
  const state = EditorState.create({ doc: marked.replace('|', '') });
  const result = complete(new CompletionContext(state, pos, explicit)) as CompletionResult | null;
  const options = [...(result?.options ?? [])].sort((a, b) => (b.boost ?? 0) - (a.boost ?? 0));
  return { from: result?.from ?? -1, labels: options.map(({ label }) => label) };
}
const config = `<View>
  <Image name="img" value="$image"/>
  <Text name="txt" value="$text"/>
  <Choices name="mood" toName="txt"><Choice value="Good"/><Choice value="Bad"/></Choices>
  |
</View>`;
const within = (text: string) => config.replace('|', text);

describe('completeConfig', () => {
  it('offers tags, and parts only in their control', () => {
    const { labels } = offered(within('<|'));
    for (const tag of ['Image', 'Choices', 'RectangleLabels', 'Header', '/View>']) assert.ok(labels.includes(tag), tag);
    for (const part of ['Choice', 'Label', 'Keypoint']) assert.ok(!labels.includes(part), part);
  });

  it('offers the parts of a control first', () => {
    assert.equal(offered(within('<Choices name="c"><|')).labels[0], 'Choice');
    assert.deepEqual(offered(within('<SkeletonLabels name="s"><|')).labels.slice(0, 3).sort(), [
      'Edge',
      'Keypoint',
      'Label',
    ]);
  });

  it('offers the attributes of a tag that are not there yet, those that it needs first', () => {
    const { labels } = offered(within('<Choices name="c" |/>'));
    assert.ok(labels.includes('choice') && labels.includes('perRegion'));
    assert.ok(!labels.includes('name'));
    assert.equal(offered(within('<Choices |')).labels[0], 'name');
  });

  it('offers the words of a list, and true and false', () => {
    assert.deepEqual(offered(within('<Choices choice="|')).labels, ['single', 'single-radio', 'multiple']);
    assert.deepEqual(offered(within('<Choices required="|')).labels, ['true', 'false']);
  });

  it('offers the object tags that a control can be about', () => {
    assert.deepEqual(offered(within('<RectangleLabels name="r" toName="|')).labels, ['img']);
    assert.deepEqual(offered(within('<Choices name="c" toName="|')).labels, ['img', 'txt']);
  });

  it('goes on behind a comma in a list of names', () => {
    const text = within('<Choices name="c" toName="img,t|');
    const { from, labels } = offered(text);
    assert.ok(labels.includes('txt'));
    assert.equal(from, text.indexOf('|') - 1);
  });

  it('offers the data of the task', () => {
    const references = ['$image', '$text', '$meta', '$meta.source'];
    assert.deepEqual(offered(within('<Image name="i" value="|')).labels.sort(), references.sort());
    assert.deepEqual(offered(within('<Header value="$|')).labels.sort(), references.sort());
  });

  it('offers what conditions can look at', () => {
    assert.deepEqual(offered(within('<View whenTagName="|')).labels, ['mood']);
    assert.deepEqual(offered(within('<View whenChoiceValue="|')).labels, ['Good', 'Bad']);
  });

  it('puts quotes round a value where there are none', () => {
    const state = EditorState.create({ doc: '<Choices choice=' });
    const result = complete(new CompletionContext(state, 16, false)) as CompletionResult;
    assert.equal(result.options[0]?.apply, '"single"');
  });

  it('ends what is open', () => {
    assert.deepEqual(offered(within('</|')).labels, ['View>']);
  });

  it('is silent between tags until it is asked', () => {
    assert.deepEqual(offered(within('|')).labels, []);
    assert.ok(offered(within('|'), true).labels.includes('<Choices'));
  });
});
