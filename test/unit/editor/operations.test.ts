import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { pictureGeometry } from '../../../src/geometry/picture.js';
import { drawingIcons } from '../../../src/ui/drawing-icons.js';
import { headless } from '../../support/headless.js';

const config = `<View><Image name="img" value="$url"/>
<Polygon name="polygon" toName="img"/><Vector name="vector" toName="img" closable="true"/>
<MultiPolygonLabels name="areas" toName="img"><Label value="A"/></MultiPolygonLabels>
<SkeletonLabels name="pose" toName="img"><Label value="P"/><Keypoint value="a" x="0" y="0"/><Keypoint value="b" x="9" y="9"/></SkeletonLabels>
</View>`;
const actions = () =>
  headless(config, { id: 1, data: { url: '' } }).editor.actions.all.filter(({ name }) => name.startsWith('operation:'));

describe('operationActions', () => {
  it('has one for each thing that can be done to the shapes of the config', () => {
    const names = pictureGeometry.shapes.flatMap(({ operations = [] }) => operations.map(({ name }) => name));
    assert.deepEqual(
      actions()
        .map(({ name }) => name)
        .sort(),
      [...new Set(names)].map((name) => `operation:${name}`).sort(),
    );
  });

  it('has icons that are there, and no two alike', () => {
    const icons = actions().map(({ icon = '' }) => icon);
    assert.equal(new Set(icons).size, icons.length);
    // The eye is among those that are always there.
    assert.deepEqual(
      icons.filter((icon) => icon !== 'eye' && !Object.hasOwn(drawingIcons, icon)),
      [],
    );
  });
});
