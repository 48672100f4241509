import { expect } from 'chai';
import { mount } from '../../support/mount.js';
import { clear, painted, picture, pointOn } from '../../support/page.js';

const config = `<View>
  <RectangleLabels name="box" toName="img"><Label value="Cat"/></RectangleLabels>
  <Image name="img" value="$image" height="400px"/>
</View>`;

describe('a zoomed picture that is resized', () => {
  afterEach(clear);

  it('keeps in the middle what was in the middle', async () => {
    const editor = await mount(config, { id: 1, data: { image: picture(1600, 1200) } });
    const surface = editor.shadowRoot?.querySelector('[part="surface"]') as HTMLElement;
    const root = editor.shadowRoot as ShadowRoot;
    for (let i = 0; i < 10; i++) root.querySelector<HTMLElement>('[aria-label="Zoom in"]')?.click();
    await painted();
    const middle = () => {
      const box = surface.getBoundingClientRect();
      const [from, to] = [pointOn(editor, 'img', [0, 0]), pointOn(editor, 'img', [100, 100])];
      const share = (at: number, a: number, b: number) => (100 * (at - a)) / (b - a);
      return [
        share(box.x + box.width / 2, from.x, to.x),
        share(box.y + box.height / 2, from.y, to.y),
        (to.x - from.x) / 1600,
      ].map((value) => Math.round(value * 100) / 100);
    };
    const before = middle();
    const width = surface.clientWidth;
    for (const size of ['760px', '1240px', '1000px']) {
      editor.style.width = size;
      await painted();
      await painted();
      if (size !== '1000px') expect(surface.clientWidth).not.to.equal(width);
      expect(middle(), size).to.deep.equal(before);
    }
  });
});
