import { expect } from 'chai';
import { drag, keys } from '../../support/input.js';
import { endAll, frames, highlighted, numbers, on, show, span, withHandles } from './flow-shown.js';

const rectOf = (surface: HTMLElement, selector: string): DOMRect =>
  (surface.querySelector(selector) as HTMLElement).getBoundingClientRect();

describe('createTextFlow, of all kinds of writing', () => {
  afterEach(endAll);

  describe('in vertical lines', () => {
    const text = '吾輩は猫である。名前はまだ無い。\nどこで生れたかとんと見当がつかぬ。';
    const style = { writingMode: 'vertical-rl', height: '360px' } as const;

    for (const plain of [false, true]) {
      it(`has offsets that come back from the screen (${plain ? 'by measuring' : 'natively'})`, async () => {
        const { flow } = await show({ text, plain, style });
        expect(flow.toClient(0).x).to.be.greaterThan(flow.toClient(17).x);
        for (const at of [0, 1, 7, 8, 15, 17, 20, 30]) {
          expect(flow.toMedia(flow.toClient(at)), `at ${at}`).to.equal(at);
        }
      });
    }

    it('is selected by dragging, painted and picked', async () => {
      const { flow, inputs } = await show({ text, style, layers: [span('name', 8, 10)] });
      expect(highlighted()).to.deep.equal(['名前']);
      const { x, y } = flow.toClient(9);
      expect(flow.pick(new DOMPoint(x, y + 3))).to.deep.equal({ regionId: 'name' });
      await drag(flow.toClient(3), flow.toClient(20));
      expect(numbers(inputs)).to.deep.equal([[3, 20]]);
    });

    it('is read and selected by the arrows as they point', async () => {
      const { inputs, surface } = await show({ text, style });
      surface.focus();
      await keys('ArrowDown');
      for (let i = 0; i < 3; i++) await keys('ArrowDown');
      await keys('Shift+ArrowDown');
      await keys('Enter');
      await keys('ArrowLeft');
      await keys('Home');
      await keys('Shift+ArrowDown');
      await keys('Enter');
      await keys('ArrowRight');
      await keys('Shift+End');
      await keys('Enter');
      expect(numbers(inputs)).to.deep.equal([
        [3, 4],
        [17, 18],
        [1, 16],
      ]);
    });

    it('has its caption beside the column, and grips above and below', async () => {
      const layers = [{ ...withHandles('r', 8, 10), caption: '名' }];
      const { flow, surface, inputs } = await show({ text, style, layers, options: { showLabels: true } });
      const bounds = flow.bounds('r') as DOMRectReadOnly;
      const caption = rectOf(surface, '.le-flow-caption');
      expect(caption.left).to.be.closeTo(bounds.right, 2);
      expect(caption.bottom).to.be.closeTo(bounds.bottom, 2);
      const end = { x: (bounds.left + bounds.right) / 2, y: bounds.bottom + 3 };
      expect(flow.pick(DOMPoint.fromPoint(end))).to.deep.equal({ regionId: 'r', handle: 'end' });
      await drag(end, flow.toClient(13));
      expect(inputs.at(-1)).to.deep.include({ kind: 'release', at: 13 });
    });

    it('is scrolled sideways to a region, and paints only what is near', async () => {
      const long = `${text}\n`.repeat(200);
      const far = 150 * (text.length + 1);
      const { flow, surface } = await show({
        text: long,
        style,
        layers: [span('far', far, far + 2), span('here', 0, 2)],
      });
      expect(highlighted()).to.deep.equal(['吾輩']);
      flow.reveal('far');
      await frames();
      expect(surface.scrollLeft).to.be.lessThan(0);
      expect(highlighted()).to.deep.equal(['吾輩']);
      const view = surface.getBoundingClientRect();
      const bounds = flow.bounds('far') as DOMRectReadOnly;
      expect(bounds.left).to.be.within(view.left, view.right - bounds.width);
    });
  });

  describe('from right to left', () => {
    const text = 'שלום עולם וגם English כאן\nleft to right';

    it('has its caption over the end of a region, and grips outside of it', async () => {
      const layers = [{ ...withHandles('r', 0, 4), caption: 'w' }];
      const { flow, surface } = await show({ text, layers, options: { showLabels: true } });
      const bounds = flow.bounds('r') as DOMRectReadOnly;
      expect(rectOf(surface, '.le-flow-caption').left).to.be.closeTo(bounds.left, 2);
      surface.classList.remove('le-flow-fine');
      const { y } = flow.toClient(0);
      expect(flow.pick(new DOMPoint(bounds.right + 10, y))?.handle).to.equal('start');
      expect(flow.pick(new DOMPoint(bounds.left - 10, y))?.handle).to.equal('end');
    });

    it('moves the caret the way the arrows point', async () => {
      const { inputs, surface } = await show({ text });
      surface.focus();
      await keys('ArrowLeft');
      await keys('ArrowLeft');
      await keys('Shift+ArrowLeft');
      await keys('Enter');
      expect(numbers(inputs)).to.deep.equal([[1, 2]]);
    });
  });

  it('takes letters of several code points as one', async () => {
    const text = 'Cafe\u0301 👩‍👩‍👧‍👦 👍🏽\r\nnext';
    const { flow, inputs, surface } = await show({ text });
    surface.focus();
    await keys('ArrowRight');
    for (let i = 0; i < 3; i++) await keys('ArrowRight');
    for (let i = 0; i < 3; i++) await keys('Shift+ArrowRight');
    await keys('Enter');
    await keys('ArrowRight');
    await keys('ArrowRight');
    await keys('Shift+ArrowRight');
    await keys('Enter');
    const points = [...text];
    const family = points.indexOf('👩');
    const line = points.indexOf('\r');
    expect(numbers(inputs)).to.deep.equal([
      [3, family + 7],
      [line, line + 2],
    ]);
    expect(flow.toMedia(flow.toClient(family + 7))).to.equal(family + 7);
  });

  describe('under many regions', () => {
    const text = 'The quick brown fox jumps over the lazy dog.\nAnother line.';
    const nested = (count: number) => Array.from({ length: count }, (_, i) => span(`r${i}`, i, 40 - i));
    const lineHeights = (surface: HTMLElement) =>
      [...surface.querySelectorAll('.le-flow-line')].map((line) =>
        Number.parseFloat(getComputedStyle(line).lineHeight),
      );

    it('makes room where they are deep, and only there', async () => {
      const { flow, surface } = await show({ text, layers: nested(4) });
      const [usual] = lineHeights(surface) as [number];
      flow.draw(nested(6));
      await frames();
      expect(lineHeights(surface)[0]).to.be.greaterThan(usual + 10);
      expect(lineHeights(surface)[1]).to.equal(usual);
      flow.draw(nested(4));
      await frames();
      expect(lineHeights(surface)[0]).to.equal(usual);
    });

    it('keeps all underlines above the next line', async () => {
      const { flow, surface } = await show({ text, layers: nested(8) });
      const name = [...CSS.highlights.entries()].find(([, highlight]) =>
        [...highlight].some((range) => range.startOffset === 7),
      )?.[0];
      const line = surface.querySelector('.le-flow-line') as HTMLElement;
      const look = getComputedStyle(line, `::highlight(${name})`);
      const below = Number.parseFloat(look.textUnderlineOffset) + Number.parseFloat(look.textDecorationThickness);
      const first = flow.bounds('r0') as DOMRectReadOnly;
      const next = flow.toClient(text.indexOf('\n') + 1).y - first.height / 2;
      expect(first.bottom + below - 5).to.be.at.most(next + 1);
    });

    it('stays readable: tints become fainter inside of each other', async () => {
      const { flow, surface } = await show({
        text,
        layers: nested(6).map((layer) => ({ ...layer, fillOpacity: 0.4 })),
      });
      const line = surface.querySelector('.le-flow-line') as HTMLElement;
      const alphas = [...CSS.highlights.keys()].map((name) => {
        const colour = getComputedStyle(line, `::highlight(${name})`).backgroundColor;
        return Number.parseFloat(/([\d.]+)\)$/.exec(colour)?.[1] ?? '1');
      });
      expect(alphas.reduce((left, alpha) => left * (1 - alpha), 1)).to.be.greaterThan(0.1);
      expect(on(flow, 3).x).to.be.greaterThan(0);
    });
  });
});
