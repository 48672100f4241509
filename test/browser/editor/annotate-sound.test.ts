import { expect } from 'chai';
import type { LabelEditor } from '../../../src/ui/label-editor.js';
import { click, drag, keys, move, wheel } from '../../support/input.js';
import { mount } from '../../support/mount.js';
import { byRole, chip, clear, painted, pointOn } from '../../support/page.js';
import { until } from '../../support/until.js';

const config = `<View>
  <Labels name="who" toName="talk"><Label value="Anna"/><Label value="Ben"/></Labels>
  <Audio name="talk" value="$sound"/>
  <TextArea name="said" toName="talk" perRegion="true" transcription="true"/>
</View>`;
const sound = '/demo/playground/examples/harbour.mp3';
const region = (id: string, start: number, end: number) => ({
  id,
  from_name: 'who',
  to_name: 'talk',
  type: 'labels',
  original_length: 30.1,
  value: { start, end, channel: 0, labels: ['Anna'] },
});
const task = (...result: object[]) => ({ id: 1, data: { sound }, annotations: [{ id: 9, result }] });
interface Result {
  id: string;
  type: string;
  original_length?: number;
  value: { start: number; end: number; channel?: number; labels?: string[]; text?: string[] };
}
const results = (editor: LabelEditor) => editor.serialize() as unknown as Result[];
/** A point of the wave at a time. */
const at = (editor: LabelEditor, seconds: number) => {
  const { x } = pointOn(editor, 'talk', seconds);
  const surface = editor.shadowRoot?.querySelector('[data-name=talk] [part~=surface]')?.getBoundingClientRect();
  return { x, y: (surface?.top ?? 0) + 110 };
};
const loaded = async (...result: object[]) => {
  const editor = await mount(config, task(...result));
  await until(() => !byRole(editor, 'button', 'Play').hasAttribute('disabled'));
  await painted();
  return editor;
};
const time = (editor: LabelEditor) => editor.shadowRoot?.querySelector('.le-playing')?.textContent?.trim();

describe('annotating a sound', () => {
  afterEach(clear);

  it('marks what is dragged over, with the label that was clicked', async () => {
    const editor = await loaded();
    await click(chip(editor, 'Ben'));
    await drag(at(editor, 5), at(editor, 10), { steps: 6 });
    await painted();
    const [made] = results(editor);
    expect(made?.value.labels).to.deep.equal(['Ben']);
    expect(made?.value.start).to.be.closeTo(5, 0.06);
    expect(made?.value.end).to.be.closeTo(10, 0.06);
    expect(made?.value.channel).to.equal(0);
    expect(made?.original_length).to.be.closeTo(30.115, 0.05);
    await keys('Control+z');
    expect(results(editor)).to.deep.equal([]);
  });

  it('moves a region, resizes it by its ends, and deletes it', async () => {
    const editor = await loaded(region('a', 5, 10));
    editor.select(['a']);
    await painted();
    await drag(at(editor, 7), at(editor, 12), { steps: 6 });
    await painted();
    const moved = results(editor)[0]?.value;
    expect(moved?.start).to.be.closeTo(10, 0.06);
    expect((moved?.end ?? 0) - (moved?.start ?? 0)).to.be.closeTo(5, 1e-6);
    await drag(at(editor, moved?.end ?? 0), at(editor, 20), { steps: 6 });
    await painted();
    expect(results(editor)[0]?.value.end).to.be.closeTo(20, 0.08);
    expect(results(editor)[0]?.value.start).to.equal(moved?.start);
    await keys('Delete');
    expect(results(editor)).to.deep.equal([]);
  });

  it('seeks where it is clicked, and lets go of what was selected', async () => {
    const editor = await loaded(region('a', 5, 10));
    editor.select(['a']);
    await click(at(editor, 15));
    await painted();
    expect(time(editor)).to.match(/^0:1(4\.9|5\.0)\d\d/);
    expect(editor.shadowRoot?.querySelectorAll('[role=row][aria-selected=true]').length).to.equal(0);
  });

  it('wants a label when one drags without, but not when one only seeks', async () => {
    const editor = await loaded();
    const said = () => editor.shadowRoot?.querySelector('.toasts')?.textContent ?? '';
    await click(at(editor, 15));
    await painted();
    expect(said()).not.to.contain('Pick a label');
    await drag(at(editor, 5), at(editor, 8), { steps: 4 });
    await painted();
    expect(said()).to.contain('Pick a label');
    expect(results(editor)).to.deep.equal([]);
  });

  it('plays and pauses by key, also while text is typed, and keeps to a region', async () => {
    const editor = await loaded(region('a', 5, 5.4));
    editor.select(['a']);
    await painted();
    await click(byRole(editor, 'textbox', 'said'));
    await keys('Control+p');
    await until(() => /^0:00\.[1-9]/.test(time(editor) ?? ''));
    await keys('Control+p');
    byRole(editor, 'button', 'Play');
    await click(byRole(editor, 'button', 'Play the selected region'));
    await until(() => time(editor)?.startsWith('0:05.400') === true);
    byRole(editor, 'button', 'Play');
  });

  it('splits a region at the playhead, with all that is said of it', async () => {
    const editor = await loaded(region('a', 5, 10), {
      ...region('a', 5, 10),
      from_name: 'said',
      type: 'textarea',
      value: { start: 5, end: 10, channel: 0, text: ['Hello'] },
    });
    await click(at(editor, 7));
    await painted();
    // A click on a region selects it and leaves the playhead: seek beside it.
    editor.select([]);
    await click({ ...at(editor, 7), y: at(editor, 7).y - 60 });
    editor.select(['a']);
    await painted();
    editor.shadowRoot?.querySelector<HTMLElement>('[part~=content]')?.focus();
    await keys('s');
    const spans = results(editor).filter(({ type }) => type === 'labels');
    expect(spans.map(({ value }) => [value.start, value.labels])).to.have.length(2);
    expect(spans[0]?.value.end).to.equal(spans[1]?.value.start);
    expect(
      results(editor)
        .filter(({ type }) => type === 'textarea')
        .map(({ value }) => value.text),
    ).to.deep.equal([['Hello'], ['Hello']]);
    editor.undo();
    expect(results(editor).length).to.equal(2);
  });

  it('keeps one time with other media of its group', async () => {
    const editor = await mount(
      `<View>
        <Audio name="talk" value="$sound" sync="scene"/>
        <Video name="film" value="$film" sync="scene"/>
        <Labels name="who" toName="talk"><Label value="Anna"/></Labels>
      </View>`,
      { id: 1, data: { sound, film: '/demo/playground/examples/crossing.mp4' } },
    );
    const frame = () => editor.shadowRoot?.querySelector<HTMLInputElement>('input[aria-label=Frame]')?.value;
    await until(() => frame() === '1');
    await until(() => editor.shadowRoot?.querySelectorAll('.le-playing').length === 2);
    await painted();
    await click(at(editor, 4));
    await until(() => Math.abs(Number(frame()) - 101) <= 2);
    const [one, other] = [...(editor.shadowRoot?.querySelectorAll('.le-playing') ?? [])].map((each) =>
      each.textContent?.trim(),
    );
    expect(one).to.equal(other);
    expect(one).to.match(/^0:0(3\.9|4\.0)\d\d \/ 0:30/);
  });

  it('zooms about the pointer and pans by the wheel', async () => {
    const editor = await loaded();
    const place = at(editor, 10);
    const second = pointOn(editor, 'talk', 11).x - place.x;
    await wheel(place, { deltaY: -400, ctrl: true });
    await painted();
    expect(pointOn(editor, 'talk', 10).x).to.be.closeTo(place.x, 1);
    const before = pointOn(editor, 'talk', 11).x;
    expect(before - place.x).to.be.greaterThan(second * 1.1);
    await move(place);
    await wheel(place, { deltaY: 100 });
    await painted();
    expect(pointOn(editor, 'talk', 11).x).to.be.lessThan(before);
  });

  it('moves a selected region by keys', async () => {
    const editor = await loaded(region('a', 5, 10));
    editor.shadowRoot?.querySelector<HTMLElement>('[part~=content]')?.focus();
    editor.select(['a']);
    await painted();
    await keys('ArrowRight');
    await keys('Shift+ArrowRight');
    await painted();
    expect(results(editor)[0]?.value.start).to.be.closeTo(5.11, 1e-9);
    expect(results(editor)[0]?.value.end).to.be.closeTo(10.11, 1e-9);
  });

  it('says in place why a sound cannot be had, and keeps what was marked', async () => {
    const given = region('a', 5, 10);
    const editor = await mount(config, { ...task(given), data: { sound: '/no/such/sound.mp3' } });
    expect(byRole(editor, 'alert', /cannot be shown/).textContent).to.contain('/no/such/sound.mp3');
    expect(editor.problems.map(({ code }) => code)).to.deep.equal(['media/not-found']);
    expect(results(editor)).to.deep.equal([given]);
  });
});
