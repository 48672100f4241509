import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Geometry } from '../../../src/contract/plugin.js';
import { Editor } from '../../../src/editor/editor.js';
import { pictureGeometry } from '../../../src/geometry/picture.js';
import { runInAction } from '../../../src/reactive/index.js';
import { PluginRegistry } from '../../../src/store/registry.js';
import { builtInTags } from '../../../src/tags/index.js';

const config = `<View><RectangleLabels name="box" toName="img"><Label value="Car"/></RectangleLabels><Image name="img" value="$url"/></View>`;
const result = [
  {
    id: 'r1',
    from_name: 'box',
    to_name: 'img',
    type: 'rectanglelabels',
    value: { x: 1, y: 2, width: 3, height: 4, rotation: 0, rectanglelabels: ['Car'] },
  },
];
const task = { id: 1, data: { url: '' }, annotations: [{ id: 9, result }] };

function editorWith(load: () => Promise<Geometry>, configText = config): Editor {
  const registry = new PluginRegistry();
  registry.use(builtInTags);
  registry.use({ name: 'geometry', geometry: { stage2d: load } });
  const events = {
    save: () => ({ prevented: false, answers: [] }),
    documentChange() {},
    selectionChange() {},
    completionSelect() {},
    problems() {},
    assistRequest: () => undefined,
  };
  const editor = new Editor(registry, events, () => 0);
  runInAction(() => {
    Object.assign(editor, { configText, taskInput: task });
  });
  return editor;
}

describe('shapes that are fetched', () => {
  it('are waited for before results are read; until then these go out as they came', async () => {
    let loads = 0;
    const editor = editorWith(async () => {
      loads++;
      return pictureGeometry;
    });
    assert.equal(editor.geometry.ready, false);
    assert.equal(editor.completion, undefined);
    assert.deepEqual(editor.toJson()?.result, result);
    assert.deepEqual(editor.problems, []);
    await editor.geometry.whenReady();
    assert.equal(editor.doc.regions.get('r1')?.shape, 'rectangle');
    assert.deepEqual(editor.toJson()?.result, result);
    runInAction(() => {
      editor.taskInput = { ...task, id: 2 };
    });
    assert.equal(editor.doc.regions.get('r1')?.shape, 'rectangle');
    assert.equal(loads, 1);
    editor.dispose();
  });

  it('are not fetched where nothing is drawn', async () => {
    let loads = 0;
    const load = async () => {
      loads++;
      return pictureGeometry;
    };
    const editor = editorWith(load, '<View><Image name="img" value="$url"/></View>');
    await editor.geometry.whenReady();
    assert.equal(loads, 0);
    assert.equal(editor.geometry.ready, true);
    editor.dispose();
  });

  it('lose nothing when they cannot be had, and say so', async () => {
    const editor = editorWith(() => Promise.reject(new Error('no network')));
    await editor.geometry.whenReady();
    assert.deepEqual(
      editor.problems.map(({ code }) => code),
      ['tag/load-failed'],
    );
    assert.match(editor.problems[0]?.message ?? '', /no network/);
    assert.equal(editor.doc.regions.get('r1')?.shape, 'opaque');
    assert.deepEqual(editor.toJson()?.result, result);
    editor.dispose();
  });
});
