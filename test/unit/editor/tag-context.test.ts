import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { deleteRegions } from '../../../src/editor/regions/regions.js';
import { runInAction } from '../../../src/reactive/index.js';
import { headless } from '../../support/headless.js';

const box = (id: string, origin?: string) => ({
  id,
  from_name: 'box',
  to_name: 'img',
  type: 'rectanglelabels',
  ...(origin && { origin }),
  value: { x: 10, y: 20, width: 30, height: 15, rotation: 0, rectanglelabels: ['Car'] },
});
const config = `<View>
  <Image name="img" value="$url"/>
  <RectangleLabels name="box" toName="img"><Label value="Car"/><Label value="Bus"/></RectangleLabels>
  <Choices name="quality" toName="img"><Choice value="Sharp"/><Choice value="Blurred"/></Choices>
  <Choices name="side" toName="img" perRegion="true" whenLabelValue="Car"><Choice value="Left"/><Choice value="Right"/></Choices>
</View>`;
const task = (...result: object[]) => ({ id: 1, data: { url: 'a.png' }, annotations: [{ id: 1, result }] });
const resultOf = ({ editor }: ReturnType<typeof headless>) => editor.completion?.results();

describe('EditorTagContext', () => {
  it('arms labels while no region is selected, without an undo step', () => {
    const page = headless(config, task());
    page.tag('box').setValue(['Bus']);
    assert.deepEqual(page.tag('box').value, ['Bus']);
    assert.deepEqual(page.tag('box').target, { of: 'nothing' });
    assert.equal(page.editor.completion?.store.history.undoLabel, undefined);
    page.editor.dispose();
  });

  it('relabels the selected region, and undo gives the results back', () => {
    const given = box('r1');
    const page = headless(config, task(given));
    page.editor.select(['r1']);
    page.tag('box').setValue(['Bus']);
    assert.deepEqual(resultOf(page), [{ ...given, value: { ...given.value, rectanglelabels: ['Bus'] } }]);
    page.editor.completion?.store.history.undo();
    assert.deepEqual(resultOf(page), [given]);
    page.editor.dispose();
  });

  it('says that a person changed a prediction, until it is undone', () => {
    const page = headless(config, task(box('r1', 'prediction')));
    page.editor.select(['r1']);
    page.tag('box').setValue(['Bus']);
    assert.equal((resultOf(page) as { origin: string }[])[0]?.origin, 'prediction-changed');
    page.editor.completion?.store.history.undo();
    assert.equal((resultOf(page) as { origin: string }[])[0]?.origin, 'prediction');
    page.editor.dispose();
  });

  it('answers for the region, repeating its geometry and id', () => {
    const page = headless(config, task(box('r1')));
    page.editor.select(['r1']);
    page.tag('side').setValue(['Left']);
    assert.deepEqual(resultOf(page)?.[1], {
      id: 'r1',
      from_name: 'side',
      to_name: 'img',
      type: 'choices',
      origin: 'manual',
      image_rotation: 0,
      value: { x: 10, y: 20, width: 30, height: 15, rotation: 0, choices: ['Left'] },
    });
    page.editor.dispose();
  });

  it('is not about a region with another label', () => {
    const page = headless(config, task(box('r1')));
    page.editor.select(['r1']);
    page.tag('box').setValue(['Bus']);
    assert.deepEqual(page.tag('side').target, { of: 'nothing' });
    page.editor.dispose();
  });

  it('does not write the answer about a region whose label no longer asks for it', () => {
    const page = headless(config, task(box('r1')));
    page.editor.select(['r1']);
    page.tag('side').setValue(['Left']);
    page.tag('box').setValue(['Bus']);
    assert.equal(resultOf(page)?.length, 1);
    page.editor.dispose();
  });

  it('answers for the task, and takes the answer away', () => {
    const page = headless(config, task());
    page.tag('quality').setValue(['Sharp']);
    assert.deepEqual(page.tag('quality').value, ['Sharp']);
    assert.equal(resultOf(page)?.length, 1);
    page.tag('quality').setValue(undefined);
    assert.deepEqual(resultOf(page), []);
    page.editor.dispose();
  });

  it('changes nothing when it may not', () => {
    const page = headless(config, task(box('r1')), { readonlyWished: true });
    page.editor.select(['r1']);
    page.tag('box').setValue(['Bus']);
    page.tag('quality').setValue(['Sharp']);
    assert.deepEqual(resultOf(page), [box('r1')]);
    page.editor.dispose();
  });

  it('changes no result that is marked read-only', () => {
    const page = headless(config, task({ ...box('r1'), readonly: true }, box('r2')));
    page.editor.select(['r1']);
    page.tag('box').setValue(['Bus']);
    deleteRegions(page.editor, ['r1', 'r2']);
    assert.deepEqual(resultOf(page), [{ ...box('r1'), readonly: true }]);
    page.editor.dispose();
  });

  it('counts how often a label is used', () => {
    const page = headless(config, task(box('r1'), box('r2')));
    assert.equal(page.tag('box').usages('Car'), 2);
    assert.equal(page.tag('box').usages('Bus'), 0);
    page.editor.dispose();
  });

  it('deletes a region with all that is said of it, and undo brings it back digit for digit', () => {
    const side = { id: 'r1', from_name: 'side', to_name: 'img', type: 'choices', value: { choices: ['Left'] } };
    const link = { type: 'relation', from_id: 'r1', to_id: 'r2', direction: 'right' };
    const given = [box('r1'), box('r2'), side, link];
    const page = headless(config, task(...given));
    deleteRegions(page.editor, ['r1']);
    assert.deepEqual(resultOf(page), [box('r2')]);
    page.editor.completion?.store.history.undo();
    assert.deepEqual(resultOf(page), given);
    page.editor.dispose();
  });
});

describe('Workspace', () => {
  it("copies a prediction: its ids stay, and its results count as a model's until they are edited", () => {
    const page = headless(config, {
      id: 1,
      data: { url: 'a.png' },
      predictions: [{ id: 5, model_version: 'm1', result: [box('p1')] }],
    });
    const [prediction] = page.editor.workspace.predictions;
    assert.ok(prediction);
    page.editor.show(prediction);
    assert.equal(page.editor.readonly, true);
    page.editor.copy(prediction);
    assert.equal(page.editor.readonly, false);
    assert.deepEqual(resultOf(page), [{ ...box('p1'), origin: 'prediction' }]);
    assert.equal(page.editor.completion?.toJson().parent_prediction, 5);
    page.editor.dispose();
  });

  it('preselects answers in a new completion only', () => {
    const preset = config.replace('<Choice value="Sharp"/>', '<Choice value="Sharp" selected="true"/>');
    const fresh = headless(preset, { id: 1, data: { url: 'a.png' } });
    assert.deepEqual(fresh.tag('quality').value, ['Sharp']);
    assert.equal(fresh.editor.completion?.dirty, false);
    const old = headless(preset, task());
    assert.equal(old.tag('quality').value, undefined);
    fresh.editor.dispose();
    old.editor.dispose();
  });

  it('keeps edits when the config changes under them', () => {
    const page = headless(config, task(box('r1')));
    page.editor.select(['r1']);
    page.tag('box').setValue(['Bus']);
    runInAction(() => {
      page.editor.configText = config.replace('<Label value="Bus"/>', '<Label value="Bus"/><Label value="Tram"/>');
    });
    assert.deepEqual((resultOf(page) as { value: object }[])[0]?.value, {
      ...box('r1').value,
      rectanglelabels: ['Bus'],
    });
    page.editor.dispose();
  });
});
