import { expect } from 'chai';
import type { LabelEditor } from '../../../src/ui/label-editor.js';
import { click, keys } from '../../support/input.js';
import { mount } from '../../support/mount.js';
import { byRole, clear, painted, picture, pointOn } from '../../support/page.js';
import { until } from '../../support/until.js';

const shadow = (editor: LabelEditor) => editor.shadowRoot as ShadowRoot;
const at = (editor: LabelEditor, x: number, y: number) => pointOn(editor, 'img', [x, y]);
const boxAround = (...points: readonly { readonly x: number; readonly y: number }[]) => {
  const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)];
  return { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) };
};
/** Where the picture is drawn, and the place that it is drawn in. */
const drawn = (editor: LabelEditor) => {
  const place = shadow(editor).querySelector('[data-name=img] [part~=surface]')?.getBoundingClientRect();
  if (!place) throw new Error('There is no surface.');
  return { place, image: boxAround(at(editor, 0, 0), at(editor, 100, 100)) };
};

describe('a picture', () => {
  afterEach(clear);
  const sizes = { wide: [400, 100], tall: [100, 400] } as const;

  for (const horizontal of ['left', 'center', 'right'] as const) {
    for (const vertical of ['top', 'center', 'bottom'] as const) {
      it(`stands ${horizontal} and ${vertical}, also once it is turned`, async () => {
        for (const [width, height] of Object.values(sizes)) {
          const editor = await mount(
            `<View><Image name="img" value="$url" height="320px" horizontalAlignment="${horizontal}" verticalAlignment="${vertical}" rotateControl="true"/></View>`,
            { id: 1, data: { url: picture(width, height) } },
          );
          await painted();
          for (let turn = 0; turn < 2; turn++) {
            if (turn > 0) {
              const [before] = [at(editor, 0, 0)];
              await click(byRole(editor, 'button', /^Turn right|^Rotate right|clockwise/i));
              await until(() => Math.hypot(at(editor, 0, 0).x - before.x, at(editor, 0, 0).y - before.y) > 3);
            }
            const { place, image } = drawn(editor);
            const share = (from: number, to: number, least: number, most: number) =>
              most - least - (to - from) < 2 ? undefined : (from - least) / (most - least - (to - from));
            const across = share(image.left, image.right, place.left, place.right);
            const down = share(image.top, image.bottom, place.top, place.bottom);
            const wanted = { left: 0, top: 0, center: 0.5, right: 1, bottom: 1 } as const;
            if (across !== undefined) expect(across).to.be.closeTo(wanted[horizontal], 0.02);
            if (down !== undefined) expect(down).to.be.closeTo(wanted[vertical], 0.02);
          }
          clear();
        }
      });
    }
  }

  it('is as wide as the config says, whatever is beside it', async () => {
    const editor = await mount('<View><Image name="img" value="$url" width="50%"/></View>', {
      id: 1,
      data: { url: picture(400, 200) },
    });
    await painted();
    const shareOf = () => {
      const { place, image } = drawn(editor);
      const whole = shadow(editor).querySelector('[data-name=img]')?.parentElement?.getBoundingClientRect().width ?? 0;
      expect(image.right - image.left).to.be.closeTo(place.width, 4);
      return place.width / whole;
    };
    expect(shareOf()).to.be.closeTo(0.5, 0.03);
    editor.style.width = '1200px';
    await painted();
    expect(shareOf()).to.be.closeTo(0.5, 0.03);
  });

  it('shows masks that are given as pictures, and gives them back', async () => {
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [400, 200];
    const context = canvas.getContext('2d');
    if (context) {
      context.fillStyle = '#fff';
      context.fillRect(200, 50, 100, 100);
    }
    const masks = ['a', 'b', 'c'].map((id) => ({
      ...{ id, from_name: 'mask', to_name: 'img', type: 'brushlabels' },
      value: { maskDataURL: canvas.toDataURL(), brushlabels: ['Sky'] },
      meta: { bbox: { x: 50, y: 25, width: 25, height: 50 } },
    }));
    const editor = await mount(
      '<View><Image name="img" value="$url"/><BrushLabels name="mask" toName="img"><Label value="Sky"/></BrushLabels></View>',
      { id: 1, data: { url: picture(400, 200) }, annotations: [{ id: 9, result: masks }] },
    );
    editor.style.width = '1200px';
    await until(() => shadow(editor).querySelectorAll('.row[data-id]').length === 3);
    expect(editor.serialize()).to.deep.equal(masks);
    const selected: string[][] = [];
    editor.addEventListener('selection-change', ({ detail }) => selected.push([...detail.regionIds]));
    await click(byRole(editor, 'button', 'Select and move'));
    await click(at(editor, 60, 50));
    await until(() => selected.length === 1);
    expect(editor.serialize()).to.deep.equal(masks);
  });
});

describe('a sound', () => {
  afterEach(clear);

  it('is played at the loudness and the speed that are set, and shows them', async () => {
    const editor = await mount('<View><Audio name="talk" value="$sound"/></View>', {
      id: 1,
      data: { sound: '/demo/playground/examples/harbour.mp3' },
    });
    await until(() => !byRole(editor, 'button', 'Play').hasAttribute('disabled'));
    const range = (name: string) =>
      shadow(editor).querySelector<HTMLInputElement>(`input[type=range][aria-label="${name}"]`);
    const volume = range('Volume');
    volume?.focus();
    const before = Number(volume?.value);
    await keys('ArrowLeft');
    await keys('ArrowLeft');
    expect(Number(volume?.value)).to.be.lessThan(before);
    await click(byRole(editor, 'button', /^Mute/));
    await painted();
    byRole(editor, 'button', 'Unmute');
    const speed = shadow(editor).querySelector<HTMLSelectElement>('select[aria-label*="peed"]');
    speed?.focus();
    await keys('End');
    expect(Number(speed?.value)).to.equal(4);
    const height = range('Height of the wave');
    height?.focus();
    await keys('End');
    expect(Number(height?.value)).to.equal(5);
    await click(byRole(editor, 'button', 'Play'));
    const pause = byRole(editor, 'button', 'Pause');
    const time = () => shadow(editor).querySelector('.le-playing')?.textContent?.trim() ?? '';
    await until(() => /^0:0[1-9]/.test(time()));
    await click(pause);
    byRole(editor, 'button', 'Play');
  });
});
