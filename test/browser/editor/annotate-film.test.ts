import { expect } from 'chai';
import type { LabelEditor } from '../../../src/ui/label-editor.js';
import { click, drag, keys, touch } from '../../support/input.js';
import { mount } from '../../support/mount.js';
import { byRole, chip, clear, painted, pointOn } from '../../support/page.js';
import { until } from '../../support/until.js';

const config = `<View>
  <Labels name="kind" toName="film"><Label value="Car"/><Label value="Bus"/></Labels>
  <Video name="film" value="$film"/>
  <VideoRectangle name="box" toName="film"/>
  <TimelineLabels name="event" toName="film"><Label value="Busy"/></TimelineLabels>
</View>`;
const film = '/demo/playground/examples/crossing.mp4';
const task = (...result: object[]) => ({ id: 1, data: { film }, annotations: [{ id: 9, result }] });
interface Key {
  frame: number;
  enabled: boolean;
  x: number;
  y: number;
  width: number;
  height: number;
  rotation: number;
  time: number;
}
interface Result {
  id: string;
  type: string;
  value: {
    framesCount: number;
    duration: number;
    sequence: Key[];
    labels?: string[];
    ranges?: { start: number; end: number }[];
    timelinelabels?: string[];
  };
}
const results = (editor: LabelEditor) => editor.serialize() as unknown as Result[];
const key = (frame: number, x: number, enabled = true): Key => ({
  frame,
  enabled,
  x,
  y: 40,
  width: 20,
  height: 20,
  rotation: 0,
  time: frame / 25,
});
const track = (...sequence: Key[]) => ({
  id: 't',
  from_name: 'box',
  to_name: 'film',
  type: 'videorectangle',
  value: { framesCount: 300, duration: 12, sequence, labels: ['Car'] },
});
const field = (editor: LabelEditor) =>
  editor.shadowRoot?.querySelector<HTMLInputElement>('input[aria-label=Frame]') as HTMLInputElement;
const shown = async (editor: LabelEditor, frame: number) => {
  await until(() => field(editor).value === String(frame));
  await painted();
};
const goTo = async (editor: LabelEditor, frame: number) => {
  field(editor).value = String(frame);
  field(editor).dispatchEvent(new Event('change', { bubbles: true }));
  await shown(editor, frame);
};
const focus = (editor: LabelEditor) => editor.shadowRoot?.querySelector<HTMLElement>('[part~=content]')?.focus();
/** A point of the time line in the row of a frame. */
const onLine = (editor: LabelEditor, frame: number, row = 0) => {
  const line = editor.shadowRoot?.querySelector('.le-video-line [part~=surface]')?.getBoundingClientRect();
  return { x: pointOn(editor, 'film', frame).x, y: (line?.top ?? 0) + 24 + 12 + row * 24 };
};

describe('annotating a film', () => {
  afterEach(clear);

  it('draws a box in the frame on show, and a key frame wherever it is changed', async () => {
    const editor = await mount(config, task());
    await shown(editor, 1);
    await goTo(editor, 11);
    await click(chip(editor, 'Car'));
    await drag(pointOn(editor, 'film', [20, 20]), pointOn(editor, 'film', [40, 50]), { steps: 5 });
    await painted();
    const [made] = results(editor);
    expect(made?.type).to.equal('videorectangle');
    expect([made?.value.framesCount, made?.value.labels]).to.deep.equal([300, ['Car']]);
    expect(made?.value.duration).to.be.closeTo(12, 1e-6);
    expect(made?.value.sequence.map(({ frame, enabled }) => [frame, enabled])).to.deep.equal([[11, true]]);
    expect(made?.value.sequence[0]?.time).to.be.closeTo(11 / 25, 1e-9);
    await goTo(editor, 31);
    editor.select([made?.id ?? '']);
    await painted();
    await drag(pointOn(editor, 'film', [30, 35]), pointOn(editor, 'film', [50, 35]), { steps: 5 });
    await painted();
    const frames = results(editor)[0]?.value.sequence ?? [];
    expect(frames.map(({ frame }) => frame)).to.deep.equal([11, 31]);
    expect((frames[1]?.x ?? 0) - (frames[0]?.x ?? 0)).to.be.closeTo(20, 0.4);
    await goTo(editor, 21);
    const box = editor.regionBounds(made?.id ?? '');
    expect(box?.left).to.be.closeTo(pointOn(editor, 'film', [30, 20]).x, 3);
  });

  it('goes frame by frame by keys', async () => {
    const editor = await mount(config, task());
    await shown(editor, 1);
    focus(editor);
    await keys('Alt+ArrowRight');
    await shown(editor, 2);
    await keys('Alt+Shift+ArrowRight');
    await shown(editor, 12);
    await keys('Alt+ArrowLeft');
    await shown(editor, 11);
    await keys('Control+Alt+Shift+ArrowRight');
    await shown(editor, 300);
  });

  it('shows nothing before the first key frame and after one that ends, and goes there when it is picked', async () => {
    const editor = await mount(config, task(track(key(50, 10), key(100, 60, false))));
    await shown(editor, 1);
    editor.select(['t']);
    await painted();
    focus(editor);
    await keys('Escape');
    await keys('Alt+.');
    await shown(editor, 50);
    focus(editor);
    await keys('Control+Alt+ArrowRight');
    await shown(editor, 100);
  });

  it('adds, deletes and copies key frames, and ends a track, each undone alone', async () => {
    const editor = await mount(config, task(track(key(50, 10), key(100, 60))));
    await shown(editor, 1);
    editor.select(['t']);
    await goTo(editor, 75);
    focus(editor);
    const frames = () => results(editor)[0]?.value.sequence.map(({ frame, enabled, x }) => [frame, enabled, x]);
    await keys('k');
    expect(frames()).to.deep.equal([
      [50, true, 10],
      [75, true, 35],
      [100, true, 60],
    ]);
    await keys('Shift+k');
    expect(frames()?.[1]).to.deep.equal([75, false, 35]);
    editor.undo();
    await keys('Alt+c');
    await goTo(editor, 120);
    focus(editor);
    await keys('Alt+v');
    expect(frames()?.at(-1)).to.deep.equal([120, true, 35]);
    await keys('Alt+k');
    expect(frames()?.map(([frame]) => frame)).to.deep.equal([50, 75, 100]);
    for (let step = 0; step < 3; step++) editor.undo();
    expect(frames()?.map(([frame]) => frame)).to.deep.equal([50, 100]);
  });

  it('moves a key frame along the time line', async () => {
    const editor = await mount(config, task(track(key(50, 10), key(100, 60))));
    await shown(editor, 1);
    editor.select(['t']);
    await painted();
    const half = 0.5;
    await drag(onLine(editor, 100 + half), onLine(editor, 140 + half), { steps: 8 });
    await painted();
    const moved = results(editor)[0]?.value.sequence.map(({ frame }) => frame);
    expect(moved?.[0]).to.equal(50);
    expect(moved?.[1]).to.be.closeTo(140, 1);
  });

  it('splits a track, and joins its halves again', async () => {
    const editor = await mount(config, task(track(key(50, 10), key(100, 60))));
    await shown(editor, 1);
    editor.select(['t']);
    await goTo(editor, 75);
    focus(editor);
    await keys('s');
    expect(results(editor).length).to.equal(2);
    expect(results(editor).map(({ value }) => value.labels)).to.deep.equal([['Car'], ['Car']]);
    expect(results(editor)[1]?.value.sequence[0]?.frame).to.equal(75);
  });

  it('marks a range of frames on the time line', async () => {
    const editor = await mount(config, task());
    await shown(editor, 1);
    await click(chip(editor, 'Busy'));
    await drag(onLine(editor, 60.5), onLine(editor, 120.5), { steps: 8 });
    await painted();
    const [made] = results(editor);
    expect(made?.type).to.equal('timelinelabels');
    expect(made?.value.timelinelabels).to.deep.equal(['Busy']);
    expect(made?.value.ranges?.[0]?.start).to.be.closeTo(60, 1);
    expect(made?.value.ranges?.[0]?.end).to.be.closeTo(120, 1);
  });

  it('is drawn on by touch', async () => {
    const editor = await mount(config, task());
    await shown(editor, 1);
    await click(chip(editor, 'Bus'));
    const [from, to] = [pointOn(editor, 'film', [20, 20]), pointOn(editor, 'film', [50, 60])];
    await touch('touchStart', [{ id: 1, x: from.x, y: from.y }]);
    for (const share of [0.25, 0.5, 0.75, 1]) {
      await touch('touchMove', [{ id: 1, x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share }]);
    }
    await touch('touchEnd');
    await painted();
    expect(results(editor)[0]?.value.labels).to.deep.equal(['Bus']);
    expect(results(editor)[0]?.value.sequence[0]?.width).to.be.closeTo(30, 0.5);
  });

  it('plays, and the number is that of the picture when it stops', async () => {
    const editor = await mount(config, task());
    await shown(editor, 1);
    await click(byRole(editor, 'button', 'Play'));
    await until(() => Number(field(editor).value) > 8);
    await click(byRole(editor, 'button', 'Pause'));
    await painted();
    const stopped = Number(field(editor).value);
    await new Promise((done) => setTimeout(done, 300));
    expect(Number(field(editor).value)).to.equal(stopped);
  });

  it('counts at the rate that the config gives', async () => {
    const slow = config.replace('value="$film"', 'value="$film" frameRate="5"');
    const editor = await mount(slow, task());
    await shown(editor, 1);
    expect(field(editor).max).to.equal('60');
    await goTo(editor, 60);
  });

  it('says in place why a film cannot be had, and keeps the tracks', async () => {
    const given = track(key(50, 10));
    const editor = await mount(config, { ...task(given), data: { film: '/no/such/film.mp4' } });
    expect(byRole(editor, 'alert', /cannot be shown/).textContent).to.contain('/no/such/film.mp4');
    expect(editor.problems.map(({ code }) => code)).to.deep.equal(['media/not-found']);
    expect(results(editor)).to.deep.equal([given]);
  });
});
