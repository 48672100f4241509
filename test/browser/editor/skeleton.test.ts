import { expect } from 'chai';
import { skeletonLabelsTag } from '../../../src/tags/labels/skeletonlabels.tag.js';
import type { LabelEditor } from '../../../src/ui/label-editor.js';
import { click, doubleClick, drag, keys, touch } from '../../support/input.js';
import { mount } from '../../support/mount.js';
import { byRole, chip, clear, painted, picture, pointOn } from '../../support/page.js';
import { until } from '../../support/until.js';

interface Keypoint {
  readonly name: string;
  readonly x: number;
  readonly y: number;
  readonly visible?: number;
}
interface Result {
  readonly id: string;
  readonly value: { readonly keypoints: readonly Keypoint[]; readonly skeletonlabels: readonly string[] };
}
const results = (editor: LabelEditor) => editor.serialize() as unknown as Result[];
const keypoints = (editor: LabelEditor) => results(editor)[0]?.value.keypoints ?? [];
const named = (editor: LabelEditor, name: string) => keypoints(editor).find((keypoint) => keypoint.name === name);
const at = (editor: LabelEditor, x: number, y: number) => {
  const point = pointOn(editor, 'image', [x, y]);
  return { x: point.x, y: point.y };
};
const near = (keypoint: Keypoint | undefined, x: number, y: number) => {
  expect(keypoint?.x, 'x').to.be.closeTo(x, 0.6);
  expect(keypoint?.y, 'y').to.be.closeTo(y, 0.6);
};
/** The person of 17 keypoints that the tag's example has. */
const config = skeletonLabelsTag.examples[0]?.config ?? '';
const task = (...result: object[]) => ({ id: 1, data: { image: picture(400, 200) }, annotations: [{ id: 9, result }] });

describe('skeletons', () => {
  afterEach(clear);

  it('are drawn whole in a box, and put right point by point', async () => {
    const editor = await mount(config, task());
    await click(chip(editor, 'Person'));
    await drag(at(editor, 20, 10), at(editor, 60, 90));
    expect(keypoints(editor)).to.have.length(17);
    expect(keypoints(editor).every(({ visible }) => visible === 2)).to.equal(true);
    near(named(editor, 'nose'), 40, 14.8);
    near(named(editor, 'left_wrist'), 60, 50);
    near(named(editor, 'right_ankle'), 32.8, 90);
    const [result] = results(editor) as unknown as Record<string, unknown>[];
    expect({ ...result, id: '', value: {} }).to.deep.equal({
      id: '',
      from_name: 'pose',
      to_name: 'image',
      type: 'skeletonlabels',
      origin: 'manual',
      original_width: 400,
      original_height: 200,
      image_rotation: 0,
      value: {},
    });
    expect(results(editor)[0]?.value.skeletonlabels).to.deep.equal(['Person']);
    const before = keypoints(editor);
    await click(at(editor, 40, 26));
    await painted();
    await drag(at(editor, 60, 50), at(editor, 80, 40));
    near(named(editor, 'left_wrist'), 80, 40);
    expect(keypoints(editor).filter((keypoint, index) => keypoint.x !== before[index]?.x)).to.have.length(1);
    await drag(at(editor, 40, 26), at(editor, 45, 36));
    near(named(editor, 'left_wrist'), 85, 50);
    near(named(editor, 'nose'), 45, 24.8);
    for (let step = 0; step < 2; step++) editor.undo();
    expect(keypoints(editor)).to.deep.equal(before);
    editor.undo();
    expect(results(editor)).to.have.length(0);
  });

  it('say in the details how visible each keypoint is, and are told so by choice', async () => {
    const editor = await mount(config, task());
    editor.style.width = '1300px';
    await click(chip(editor, 'Person'));
    await drag(at(editor, 20, 10), at(editor, 60, 90));
    await click(byRole(editor, 'tab', 'Details'));
    editor.select([results(editor)[0]?.id ?? '']);
    await until(() => editor.shadowRoot?.querySelector('select[aria-label=nose]') !== null);
    const nose = editor.shadowRoot?.querySelector<HTMLSelectElement>('select[aria-label=nose]');
    expect(nose?.selectedOptions[0]?.textContent).to.equal('Visible');
    nose?.focus();
    await keys('ArrowDown');
    expect(named(editor, 'nose')?.visible).to.equal(1);
    await painted();
    expect(editor.shadowRoot?.querySelector('.facts')?.textContent).to.contain('16 of 17');
    editor.undo();
    await painted();
    expect([named(editor, 'nose')?.visible, nose?.value]).to.deep.equal([2, '2']);
  });

  it('are drawn by two clicks, a double click, a finger and a key', async () => {
    const editor = await mount(config, task());
    await click(chip(editor, 'Person'));
    await click(at(editor, 10, 10));
    await click(at(editor, 30, 80));
    near(named(editor, 'left_ankle'), 23.6, 80);
    await click(at(editor, 23.6, 80));
    await keys('Delete');
    expect(results(editor)).to.have.length(0);
    await click(chip(editor, 'Person'));
    await doubleClick(at(editor, 20, 20));
    expect(keypoints(editor)).to.have.length(17);
    editor.undo();
    await click(chip(editor, 'Person'));
    await touch('touchStart', [{ id: 1, ...at(editor, 10, 10) }]);
    await touch('touchMove', [{ id: 1, ...at(editor, 40, 40) }]);
    await touch('touchMove', [{ id: 1, ...at(editor, 60, 90) }]);
    await touch('touchEnd');
    near(named(editor, 'nose'), 35, 14.8);
    editor.undo();
    await click(chip(editor, 'Person'));
    byRole(editor, 'application', 'Image').focus();
    await keys('Enter');
    expect(keypoints(editor)).to.have.length(17);
    const y = named(editor, 'nose')?.y ?? 0;
    await keys('Shift+ArrowDown');
    expect(named(editor, 'nose')?.y).to.be.closeTo(y + 5, 1e-9);
  });

  it('are written back as they came, and keep what they do not say', async () => {
    const given = {
      id: 's1',
      from_name: 'pose',
      to_name: 'image',
      type: 'skeletonlabels',
      value: {
        keypoints: [
          { name: 'nose', x: 50, y: 20.123456789 },
          { name: 'left_hip', x: 60, y: 70, visible: 1, own: 'kept' },
          { name: 'right_hip', x: 0, y: 0, visible: 0 },
        ],
        skeletonlabels: ['Person'],
      },
    };
    const editor = await mount(config, task(given));
    expect(editor.serialize()).to.deep.equal([given]);
    await click(at(editor, 50, 20.1));
    await painted();
    await drag(at(editor, 60, 70), at(editor, 70, 80));
    near(named(editor, 'left_hip'), 70, 80);
    expect({ ...named(editor, 'left_hip'), x: 0, y: 0 }).to.deep.equal({
      ...given.value.keypoints[1],
      x: 0,
      y: 0,
    });
    expect(keypoints(editor)[0]).to.deep.equal(given.value.keypoints[0]);
    expect(keypoints(editor)[2]).to.deep.equal(given.value.keypoints[2]);
  });
});
