import { expect } from 'chai';
import type { Dict } from '../../../src/model/json.js';
import { headerView } from '../../../src/tags/header/header.view.js';
import { viewView } from '../../../src/tags/view/view.view.js';
import { type FakeTag, mountTag } from '../../support/tag-context.js';

let tag: FakeTag;
afterEach(() => tag.remove());

describe('viewView', () => {
  const child = (style = '') => {
    const element = document.createElement('div');
    element.style.cssText = style;
    element.textContent = 'child';
    return element;
  };
  const mount = async (attributes: Dict, children: readonly HTMLElement[] = [child(), child()]) => {
    tag = await mountTag(viewView, { tag: 'View', attributes, children: (into) => into.append(...children) });
  };
  const boxes = () => [...tag.host.children].map((element) => element.getBoundingClientRect());

  it('lays its children out as its style says', async () => {
    await mount({ style: 'display: flex; width: 400px' }, [child('flex: 75%'), child('flex: 25%')]);
    expect(boxes().map(({ width }) => width)).to.deep.equal([300, 100]);
  });

  it('puts them beside each other with display="inline"', async () => {
    await mount({ display: 'inline' });
    expect(new Set(boxes().map(({ top }) => top)).size).to.equal(1);
  });

  it('carries its class names and id', async () => {
    await mount({ className: ' one  two', idAttr: 'here' });
    expect(tag.root.querySelector('#here.one.two')).to.equal(tag.host);
  });

  it('fetches nothing for its style, and can still be hidden', async () => {
    const spy = 'url(https://example.org/spy.png)';
    const styles = [
      `background: ${spy}`,
      `--x: ${spy}; background: var(--x)`,
      '--x: u\\72l(https://example.org/spy.png); background: var(--x)',
    ];
    for (const style of styles) {
      await mount({ style: `${style}; display: flex !important; color: rgb(1, 2, 3)` });
      expect(getComputedStyle(tag.host).backgroundImage, style).to.equal('none');
      tag.host.hidden = true;
      expect(getComputedStyle(tag.host).display).to.equal('none');
      tag.remove();
    }
    await mount({ style: 'background: url(data:image/gif;base64,R0lGODlhAQABAAAAACw=)' });
    expect(getComputedStyle(tag.host).backgroundImage).to.contain('data:image/gif');
  });

  it('gives text on a light background dark colours, on a dark page too', async () => {
    await mount({ style: 'background: #f1f1f1' });
    await new Promise(requestAnimationFrame);
    expect(getComputedStyle(tag.host).colorScheme).to.equal('light');
  });

  it('leaves a medium the height that is left', async () => {
    const medium = child();
    medium.className = 'le-fill';
    medium.style.flex = '1 1 auto';
    await mount({ style: 'height: 300px' }, [child('height: 40px'), medium]);
    expect(medium.getBoundingClientRect().height).to.equal(260);
    tag.remove();
    await mount({ style: 'display: flex; height: 300px' }, [child('flex: 1'), medium]);
    expect(medium.getBoundingClientRect().height).to.equal(300);
  });
});

describe('headerView', () => {
  const mount = async (attributes: Dict) => {
    tag = await mountTag(headerView, { tag: 'Header', attributes });
    return tag.host.firstElementChild as HTMLElement;
  };

  it('is a heading of its size, also where the size is beyond what there is', async () => {
    for (const [size, level] of [
      [1, 'H1'],
      [4, 'H4'],
      [8, 'H6'],
      [0, 'H1'],
      [undefined, 'H4'],
    ] as const) {
      const heading = await mount({ value: 'Look', ...(size !== undefined && { size }) });
      expect(heading.tagName).to.equal(level);
      expect(heading.getAttribute('aria-level'), 'right below the heading of the page').to.equal(
        level > 'H4' ? '3' : '2',
      );
      tag.remove();
    }
    await mount({ value: 1 });
  });

  it('shows its text, style, class and underline', async () => {
    const heading = await mount({
      value: 'A <b> & 1',
      style: 'color: rgb(5, 6, 7)',
      className: 'mine',
      underline: true,
    });
    const style = getComputedStyle(heading);
    expect(heading.textContent).to.equal('A <b> & 1');
    expect([style.color, style.textDecorationLine, heading.matches('.mine')]).to.deep.equal([
      'rgb(5, 6, 7)',
      'underline',
      true,
    ]);
  });
});
