import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Json } from '../../../src/model/json.js';
import { headless } from '../../support/headless.js';

const tree =
  '<Choice value="Being" alias="b"><Choice value="Person" alias="p" color="#b3399a"/></Choice><Choice value="Place"/>';
function open(value: Json, attributes = '') {
  const config = `<View><Text name="txt" value="$text"/>
    <Taxonomy name="kind" toName="txt" labeling="true" ${attributes}>${tree}</Taxonomy>
    <Labels name="ner" toName="txt"><Label value="Name" alias="n" background="#123456"/></Labels></View>`;
  const result = (from: string, type: string, said: object) => ({
    id: 'a',
    from_name: from,
    to_name: 'txt',
    type,
    value: { start: 0, end: 3, text: 'Ada', ...said },
  });
  const { editor } = headless(config, {
    id: 1,
    data: { text: 'Ada' },
    annotations: [
      { id: 9, result: [result('kind', 'taxonomy', { taxonomy: value }), result('ner', 'labels', { labels: ['n'] })] },
    ],
  });
  editor.openNow(() => {});
  const region = editor.doc.regions.get('a');
  assert.ok(region);
  return { faces: editor.faces, region };
}
const named = (value: Json, attributes?: string) => {
  const { faces, region } = open(value, attributes);
  return [faces.labels(region).map(({ name }) => name), faces.caption(region)];
};

describe('Faces', () => {
  it('names labels of a tree by their whole path, and at the region by the last word', () => {
    assert.deepEqual(named([['b', 'p'], ['Place']]), [['Being / Person', 'Place', 'Name'], 'Person, Place, Name']);
    assert.deepEqual(named([['b', 'p']], 'showFullPath="true" pathSeparator=">"'), [
      ['Being>Person', 'Name'],
      'Being>Person, Name',
    ]);
  });

  it('keeps words that the tree does not have, and passes over what is no path', () => {
    assert.deepEqual(named([['b', 'x', 'y'], ['gone'], 'Place', 3, [], null, ['b', 3]]), [
      ['Being / x / y', 'gone', 'Place', 'Being / 3', 'Name'],
      'y, gone, Place, 3, Name',
    ]);
    assert.deepEqual(named('Place'), [['Name'], 'Name']);
  });

  it('has the colour of the first label', () => {
    const colour = (value: Json) => {
      const { faces, region } = open(value);
      return faces.colour(region);
    };
    assert.equal(colour([['b', 'p'], ['Place']]), '#b3399a');
    assert.equal(colour([null, 'x', ['b', 'p']]), colour([['x']]));
    assert.notEqual(colour([['Place']]), colour([['b']]));
    assert.equal(colour([]), '#123456');
  });
});
