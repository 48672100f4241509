import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { labellings, labelSelected } from '../../../../src/editor/outline/labelling.js';
import { box, editing, resultsOf } from '../../../support/editing.js';

const config = `<View><RectangleLabels name="box" toName="img"><Label value="Car"/><Label value="Bus" alias="b"/><Label value="Van" maxUsages="1"/></RectangleLabels>
<EllipseLabels name="round" toName="img"><Label value="Sun"/></EllipseLabels><Image name="img" value="$url"/></View>`;
const round = {
  id: 'o',
  from_name: 'round',
  to_name: 'img',
  type: 'ellipselabels',
  value: { x: 1, y: 1, radiusX: 1, radiusY: 1, rotation: 0, ellipselabels: ['Sun'] },
};
const given = [
  box('a', 0, 0),
  box('b', 0, 0, 'Car', { origin: 'prediction' }),
  round,
  box('l', 0, 0, 'Car', { readonly: true }),
];

function labelled(option: string, ...ids: string[]) {
  const host = editing(config, given);
  host.editor.select(ids);
  const [labelling] = labellings(host.editor);
  const wanted = labelling?.options.find(({ value }) => value === option);
  assert.ok(labelling && wanted);
  return { ...host, did: labelSelected(host.editor, labelling.control, wanted) };
}
const labels = (host: Parameters<typeof resultsOf>[0]) =>
  resultsOf(host).map(({ value }) => (value as { rectanglelabels?: string[] }).rectanglelabels?.join());

describe('labellings', () => {
  it('offers what at least one of the selected regions can be given', () => {
    const { editor } = editing(config, given);
    const offered = (...ids: string[]) => {
      editor.select(ids);
      return labellings(editor).map(({ control }) => control.node.name);
    };
    assert.deepEqual(offered('a', 'o'), ['box', 'round']);
    assert.deepEqual(offered('o'), ['round']);
    assert.deepEqual(offered('l'), []);
  });
});

describe('labelSelected', () => {
  it('gives all that can have it the label, as one step', () => {
    const host = labelled('Bus', 'a', 'b', 'o', 'l');
    assert.deepEqual(host.did, { given: 2, left: 2 });
    assert.deepEqual(labels(host), ['b', 'b', undefined, 'Car']);
    assert.equal(resultsOf(host)[1]?.origin, 'prediction-changed');
    host.editor.actions.run('undo');
    assert.deepEqual(resultsOf(host), given);
  });

  it('keeps to how often a label may be used: all or none', () => {
    const host = labelled('Van', 'a', 'b');
    assert.equal(host.did.given, 0);
    assert.match(host.did.reason ?? '', /once/);
    assert.deepEqual(resultsOf(host), given);
    assert.deepEqual(labelled('Van', 'a').did, { given: 1, left: 0 });
  });
});
