import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { TagFamily } from '../../../src/contract/plugin.js';
import type { TagModule } from '../../../src/contract/tag.js';
import type { View } from '../../../src/contract/view.js';
import { Editor } from '../../../src/editor/editor.js';
import { eventually, runInAction } from '../../../src/reactive/index.js';
import { PluginRegistry } from '../../../src/store/registry.js';
import { basicTags } from '../../../src/tags/families/basics.js';

const choices = `<View><Text name="t" value="$t"/><Choices name="c" toName="t"><Choice value="A" selected="true"/><Choice value="B"/></Choices></View>`;
const plain = '<View><Text name="t" value="$t"/></View>';
const result = [{ id: 'r', from_name: 'c', to_name: 't', type: 'choices', value: { choices: ['B'] } }];
const asking = () => import('../../../src/tags/families/asking.js').then(({ askingTags }) => askingTags);

function editorWith(configText: string, load: () => Promise<readonly TagModule<View>[]>, annotations: object[] = []) {
  const registry = new PluginRegistry();
  const family: TagFamily = { names: ['Choices', 'Choice', 'Rating'], load };
  registry.use({ name: 'tags', tags: basicTags, later: [family] });
  const editor = new Editor(
    registry,
    {
      save: () => ({ prevented: false, answers: [] }),
      documentChange() {},
      selectionChange() {},
      completionSelect() {},
      problems() {},
      assistRequest: () => undefined,
    },
    () => 0,
  );
  runInAction(() => Object.assign(editor, { configText, taskInput: { id: 1, data: { t: 'x' }, annotations } }));
  return editor;
}
const fetched = (editor: Editor) => eventually(() => editor.absent.length === 0);

describe('tags that are fetched', () => {
  it('are not asked for by a config that has none of them', () => {
    let loads = 0;
    const editor = editorWith(plain, async () => {
      loads++;
      return [];
    });
    assert.deepEqual([loads, editor.absent.length, editor.config.nodes.length], [0, 0, 2]);
    editor.dispose();
  });

  it('are waited for: nothing is wrong until then, and results go out as they came', async () => {
    const editor = editorWith(choices, asking, [{ id: 9, result }]);
    assert.deepEqual([editor.config.nodes, editor.problems, editor.completion], [[], [], undefined]);
    assert.deepEqual(editor.toJson()?.result, result);
    await fetched(editor);
    assert.deepEqual(editor.problems, []);
    assert.deepEqual(
      [...editor.doc.values.values()].map(({ value }) => value),
      [['B']],
    );
    assert.deepEqual(editor.toJson()?.result, result);
    editor.dispose();
  });

  it('come in time for what they preselect', async () => {
    const editor = editorWith(choices, asking);
    await fetched(editor);
    assert.deepEqual(
      [...editor.doc.values.values()].map(({ value }) => value),
      [['A']],
    );
    editor.dispose();
  });

  it('come in time for results that are added before', async () => {
    const editor = editorWith(choices, asking, [{ id: 9, result: [] }]);
    editor.openNow(() => editor.saving.addResults(result, 'prediction'));
    assert.equal(editor.doc.values.size, 0);
    await fetched(editor);
    assert.deepEqual(
      [...editor.doc.values.values()].map(({ value }) => value),
      [['B']],
    );
    editor.dispose();
  });

  it('are all fetched for a tag that nobody knows: it may be one of them, misspelt', async () => {
    const editor = editorWith('<View><Choises name="c"/></View>', asking);
    await fetched(editor);
    assert.match(editor.problems.find(({ code }) => code === 'config/unknown-tag')?.message ?? '', /Choices/);
    editor.dispose();
  });

  it('are told where they cannot be had, and the rest is there', async () => {
    const editor = editorWith(choices, () => Promise.reject(new Error('no network')), [{ id: 9, result }]);
    await fetched(editor);
    const codes = editor.problems.map(({ code }) => code);
    assert.ok(codes.includes('tag/load-failed'));
    assert.ok(editor.config.byName.has('t'));
    assert.deepEqual(editor.toJson()?.result, result);
    editor.dispose();
  });
});
