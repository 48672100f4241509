import { expect } from 'chai';
import type { LabelEditor } from '../../../src/ui/label-editor.js';
import { click, drag, keys, move, wheel } from '../../support/input.js';
import { mount } from '../../support/mount.js';
import { byRole, chip, clear, painted, pointOn } from '../../support/page.js';
import { until } from '../../support/until.js';

const config = `<View>
  <RectangleLabels name="finding" toName="scan"><Label value="Nodule"/></RectangleLabels>
  <EllipseLabels name="round" toName="scan"><Label value="Cyst"/></EllipseLabels>
  <BrushLabels name="organ" toName="scan"><Label value="Lung"/></BrushLabels>
  <Dicom name="scan" value="$study"/>
</View>`;
const study = '/demo/playground/examples/chest.zip';
const task = (...result: object[]) => ({ id: 1, data: { study }, annotations: [{ id: 9, result }] });
interface Result {
  id: string;
  type: string;
  item_index?: number;
  sop_instance_uid?: string;
  original_width?: number;
  original_height?: number;
  value: Record<string, unknown>;
}
const results = (editor: LabelEditor) => editor.serialize() as unknown as Result[];
const said = (editor: LabelEditor, corner: string) =>
  editor.shadowRoot?.querySelector(`.le-dicom-${corner}`)?.textContent?.replace(/\s+/g, ' ').trim() ?? '';
const onSlice = (editor: LabelEditor, slice: number) =>
  until(() => said(editor, 'tl').includes(`Slice ${slice} of 28`));
const opened = async (...result: object[]) => {
  const editor = await mount(config, task(...result));
  await onSlice(editor, 1);
  await until(() => !editor.shadowRoot?.querySelector<HTMLElement>('.le-dicom-surface')?.inert);
  await painted();
  return editor;
};
const content = (editor: LabelEditor) => editor.shadowRoot?.querySelector<HTMLElement>('[part~=content]');

describe('annotating slices', () => {
  afterEach(clear);

  it('sorts slices by where they lie, and says on which one a mark is', async () => {
    const editor = await opened();
    await move(pointOn(editor, 'scan', [50, 50]));
    await wheel(pointOn(editor, 'scan', [50, 50]), { deltaY: 240 });
    await onSlice(editor, 5);
    await painted();
    await click(chip(editor, 'Nodule'));
    await drag(pointOn(editor, 'scan', [60, 40]), pointOn(editor, 'scan', [70, 55]), { steps: 5 });
    await painted();
    const [made] = results(editor);
    expect(made?.type).to.equal('rectanglelabels');
    expect([made?.item_index, made?.sop_instance_uid]).to.deep.equal([4, '2.25.4711.1.5']);
    expect([made?.original_width, made?.original_height]).to.deep.equal([192, 192]);
    expect(made?.value.width).to.be.closeTo(10, 0.5);
    expect(editor.regionBounds(made?.id ?? '')).not.to.equal(undefined);
    content(editor)?.focus();
    await keys('PageDown');
    await onSlice(editor, 6);
    await painted();
    expect(editor.regionBounds(made?.id ?? '')).to.equal(undefined);
  });

  it('paints and draws ellipses as on any picture', async () => {
    const editor = await opened();
    await click(chip(editor, 'Cyst'));
    await drag(pointOn(editor, 'scan', [50, 50]), pointOn(editor, 'scan', [60, 58]), { steps: 4 });
    await click(chip(editor, 'Lung'));
    await drag(pointOn(editor, 'scan', [30, 40]), pointOn(editor, 'scan', [36, 50]), { steps: 6 });
    await painted();
    expect(results(editor).map(({ type, item_index }) => [type, item_index])).to.deep.equal([
      ['ellipselabels', 0],
      ['brushlabels', 0],
    ]);
  });

  it('changes window and level by the right button, by presets, and back to that of the file', async () => {
    const editor = await opened();
    expect(said(editor, 'tr')).to.match(/^L 40 W 400/);
    const [from, to] = [pointOn(editor, 'scan', [20, 10]), pointOn(editor, 'scan', [20, 10])];
    await drag(from, { x: to.x + 50, y: to.y + 20 }, { button: 'right', steps: 5 });
    await painted();
    expect(said(editor, 'tr')).to.match(/^L 8\d W 5\d\d/);
    content(editor)?.focus();
    await keys('Alt+2');
    await painted();
    expect(said(editor, 'tr')).to.match(/^L -600 W 1500/);
    await keys('Alt+0');
    await painted();
    expect(said(editor, 'tr')).to.match(/^L 40 W 400/);
    expect(results(editor)).to.deep.equal([]);
  });

  it('tells the value under the pointer, the directions and a length', async () => {
    const editor = await opened();
    await move(pointOn(editor, 'scan', [2, 2]));
    await until(() => /: -(9[6-9]\d|10[0-2]\d) HU$/.test(said(editor, 'bl')));
    const letters = [...(editor.shadowRoot?.querySelectorAll('.le-dicom-letter') ?? [])].map((one) => one.textContent);
    expect(letters).to.deep.equal(['R', 'L', 'A', 'P']);
    expect(said(editor, 'scale')).to.match(/^\d+ (mm|cm)$/);
  });

  it('goes through the slices by itself, at one pace however often it is stopped, and stands still then', async () => {
    const editor = await opened();
    content(editor)?.focus();
    const at = () => Number(/Slice (\d+)/.exec(said(editor, 'tl'))?.[1]);
    for (let time = 0; time < 7; time++) await keys(' ');
    const [from, begin] = [at(), performance.now()];
    await until(() => at() - from > 5);
    const gone = at() - from;
    // Ten a second, and not several times that.
    expect(gone).to.be.at.most(Math.ceil((performance.now() - begin) / 100) + 2);
    await keys(' ');
    await painted();
    const stopped = at();
    await new Promise((done) => setTimeout(done, 300));
    expect(at()).to.equal(stopped);
  });

  it('hides who the patient is until that is asked for', async () => {
    const editor = await opened();
    await click(byRole(editor, 'button', 'Metadata'));
    const sheet = () => editor.shadowRoot?.querySelector('.le-dicom-sheet')?.textContent ?? '';
    await until(() => sheet().includes('PatientName'));
    expect(sheet()).not.to.contain('Made up');
    expect(sheet()).to.contain('PixelSpacing');
    await click(byRole(editor, 'checkbox', 'Show patient data'));
    await until(() => sheet().includes('Made up'));
    await keys('Escape');
    await painted();
    await click(byRole(editor, 'button', 'Metadata'));
    await painted();
    expect(sheet()).not.to.contain('Made up');
  });

  it('goes to the slice of a region that is picked from the list', async () => {
    const given = {
      id: 'n',
      from_name: 'finding',
      to_name: 'scan',
      type: 'rectanglelabels',
      item_index: 16,
      value: { x: 70, y: 40, width: 8, height: 8, rotation: 0, rectanglelabels: ['Nodule'] },
    };
    const editor = await opened(given);
    content(editor)?.focus();
    await keys('Alt+.');
    await onSlice(editor, 17);
    await until(() => editor.regionBounds('n') !== undefined);
    expect(results(editor)).to.deep.equal([given]);
  });

  it('says in place why a study cannot be had, and keeps what was marked', async () => {
    const given = {
      id: 'n',
      from_name: 'finding',
      to_name: 'scan',
      type: 'rectanglelabels',
      item_index: 3,
      value: { x: 1, y: 2, width: 3, height: 4, rotation: 0, rectanglelabels: ['Nodule'] },
    };
    const editor = await mount(config, { ...task(given), data: { study: '/no/such/study.zip' } });
    expect(byRole(editor, 'alert', /cannot be shown/).textContent).to.contain('/no/such/study.zip');
    expect(editor.problems.map(({ code }) => code)).to.deep.equal(['media/not-found']);
    expect(results(editor)).to.deep.equal([given]);
  });
});
