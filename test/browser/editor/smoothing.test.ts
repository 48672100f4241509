import { expect } from 'chai';
import type { LabelEditor } from '../../../src/ui/label-editor.js';
import { click, keys } from '../../support/input.js';
import { mount } from '../../support/mount.js';
import { byRole, clear, painted, picture } from '../../support/page.js';
import { openSettings } from '../../support/settings.js';

const config = (control: string, attributes = '') => `<View>
  <${control} name="a" toName="img"><Label value="A"/></${control}>
  <Image name="img" value="$url" ${attributes}/>
</View>`;
const task = (id = 1) => ({ id, data: { url: picture(40, 20) } });

/** Whether the picture is smoothed, and whether the View menu says so. */
async function smoothed(editor: LabelEditor): Promise<readonly [boolean, boolean]> {
  await painted();
  const root = editor.shadowRoot as ShadowRoot;
  const shown = root.querySelector<HTMLElement>('[part="surface"] img, [part="surface"] > canvas[aria-hidden]');
  const [box] = root.querySelectorAll<HTMLInputElement>('.le-view-menu input');
  return [getComputedStyle(shown as Element).imageRendering === 'auto', box?.checked === true];
}

async function toggleSetting(editor: LabelEditor): Promise<void> {
  await click(await openSettings(editor, 'Smooth the pixels of pictures'));
  await keys('Escape');
}

describe('the smoothing of pictures', () => {
  afterEach(clear);

  it('is off where bitmasks are painted, until the user wants it for this picture', async () => {
    const editor = await mount(config('BitmaskLabels'), task());
    expect(await smoothed(editor)).to.deep.equal([false, false]);
    await click(byRole(editor, 'button', 'View'));
    await click(byRole(editor, 'checkbox', 'Smooth pixels'));
    expect(await smoothed(editor)).to.deep.equal([true, true]);
  });

  it('is what the config says, whatever is painted and set', async () => {
    const editor = await mount(config('BitmaskLabels', 'smoothing="true"'), task());
    expect(await smoothed(editor)).to.deep.equal([true, true]);
    editor.config = config('RectangleLabels', 'smoothing="false"');
    await editor.ready;
    expect(await smoothed(editor)).to.deep.equal([false, false]);
  });

  it('is a setting otherwise, which the next task keeps', async () => {
    const editor = await mount(config('RectangleLabels'), task());
    expect(await smoothed(editor)).to.deep.equal([true, true]);
    await toggleSetting(editor);
    expect(await smoothed(editor)).to.deep.equal([false, false]);
    editor.task = task(2);
    await editor.ready;
    expect(await smoothed(editor)).to.deep.equal([false, false]);
    await toggleSetting(editor);
    expect(await smoothed(editor)).to.deep.equal([true, true]);
  });
});
