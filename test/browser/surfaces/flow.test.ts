import { expect } from 'chai';
import { autorun } from '../../../src/reactive/index.js';
import { click, doubleClick, drag, hover, keys, move, press, release, touch, wheel } from '../../support/input.js';
import {
  endAll,
  frames,
  highlighted,
  nothingSelected,
  numbers,
  on,
  show,
  span,
  until,
  withHandles,
} from './flow-shown.js';

const lines = 'first 🎉 line\r\nsecond line\n\nfourth line\n';
const manyLines = (count: number, line: string) => line.repeat(count);

describe('createTextFlow', () => {
  afterEach(endAll);

  describe('shows', () => {
    it('the text exactly, and never as markup', async () => {
      const { surface, flow } = await show({ text: '<b>1</b>\r\n&amp;\n' });
      expect(surface.querySelector('b')).to.equal(null);
      expect(surface.textContent).to.contain('<b>1</b>\r\n&amp;\n');
      expect(flow.text).to.equal('<b>1</b>\r\n&amp;\n');
    });

    it('a sentence where there is no text', async () => {
      const { surface, flow } = await show({ text: '' });
      expect(surface.innerText).to.contain('There is no text in this task.');
      expect(flow.toMedia(new DOMPoint(10, 10))).to.equal(0);
      flow.show('text');
      expect(surface.innerText).not.to.contain('There is no text');
    });

    it('can be reached by keyboard and has a name', async () => {
      const { surface } = await show({ text: lines });
      await keys('Tab');
      const root = surface.getRootNode() as ShadowRoot;
      expect(root.activeElement).to.equal(surface);
      expect(surface.getAttribute('aria-label')).to.equal('Text');
    });

    it('Arabic from right to left and the rest from left to right', async () => {
      const { flow } = await show({ text: 'שלום עולם\nhello' });
      expect(flow.toClient(0).x).to.be.greaterThan(flow.toClient(4).x);
      expect(flow.toClient(10).x).to.be.lessThan(flow.toClient(12).x);
    });
  });

  describe('offsets', () => {
    for (const plain of [false, true]) {
      const how = plain ? 'by measuring' : 'natively';
      it(`count code points and come back from the screen (${how})`, async () => {
        const text = `${lines}日本語のテキスト ไทย e\u0301tude 👍🏽 ok\nשלום עולם`;
        const { flow } = await show({ text, plain, options: { lineNumbers: true } });
        const points = [...text];
        const letters = [...new Intl.Segmenter().segment(text)].map(({ index }) => [...text.slice(0, index)].length);
        for (const at of letters) {
          if (points[at] === '\n' || points[at] === '\r') continue;
          expect(flow.toMedia(flow.toClient(at)), `at ${at}`).to.equal(at);
        }
      });
    }

    it('hold on a very long line', async () => {
      const text = 'Ein 🐟 schwimmt. '.repeat(5000);
      const { flow } = await show({ text });
      for (const at of [0, 4095, 4096, 4097, 40_000, 79_990]) {
        flow.look({ top: flow.view.top + flow.toClient(at).y - flow.host.getBoundingClientRect().top - 100 });
        expect(flow.toMedia(flow.toClient(at))).to.equal(at);
      }
    });

    it('of a point beside the text are those of its line', async () => {
      const { flow } = await show({ text: lines });
      const { x, y } = flow.toClient(14);
      expect(flow.toMedia(new DOMPoint(x - 5, y))).to.equal(14);
      expect(flow.toMedia(new DOMPoint(x + 500, y))).to.equal(25);
    });
  });

  describe('selecting', () => {
    it('by dragging gives exact offsets over an emoji and a line break', async () => {
      const { flow, inputs } = await show({ text: lines });
      await drag(flow.toClient(4), flow.toClient(20));
      expect(numbers(inputs)).to.deep.equal([[4, 20]]);
      expect([...lines].slice(4, 20).join('')).to.equal('t 🎉 line\r\nsecond');
      expect(nothingSelected(flow)).to.equal(true);
    });

    it('by dragging backwards gives the same', async () => {
      const { flow, inputs } = await show({ text: lines, inDocument: true });
      await drag(flow.toClient(20), flow.toClient(4));
      expect(numbers(inputs)).to.deep.equal([[4, 20]]);
    });

    it('with ctrl says so', async () => {
      const { flow, inputs } = await show({ text: lines });
      await drag(flow.toClient(15), flow.toClient(20), { held: ['Control'] });
      expect(inputs).to.deep.equal([{ kind: 'range', from: 15, to: 20, ctrl: true }]);
    });

    it('out of the text ends with its last line', async () => {
      const { flow, inputs, surface } = await show({ text: lines });
      const { left, bottom } = surface.getBoundingClientRect();
      await drag(flow.toClient(27), { x: left + 300, y: bottom + 100 });
      expect(numbers(inputs)).to.deep.equal([[27, 38]]);
    });

    it('that starts before the text starts with the text', async () => {
      const before = document.body.insertBefore(document.createElement('p'), document.body.firstChild);
      before.textContent = 'Read this first.';
      const { flow, inputs } = await show({ text: lines });
      const { left, top } = before.getBoundingClientRect();
      await drag({ x: left + 20, y: top + 8 }, flow.toClient(5));
      before.remove();
      expect(numbers(inputs)).to.deep.equal([[0, 5]]);
    });

    it('of other text on the page is not ours', async () => {
      const other = document.body.insertBefore(document.createElement('p'), document.body.firstChild);
      other.textContent = 'Not a part of the task.';
      const { inputs } = await show({ text: lines });
      const { left, top } = other.getBoundingClientRect();
      await drag({ x: left + 2, y: top + 8 }, { x: left + 90, y: top + 8 });
      other.remove();
      expect(inputs).to.deep.equal([]);
    });

    it('by double click takes the word', async () => {
      const { flow, inputs } = await show({ text: lines });
      await doubleClick(on(flow, 16));
      expect(numbers(inputs.filter(({ kind }) => kind === 'range'))).to.deep.equal([[14, 20]]);
    });

    it('may be forbidden', async () => {
      const { flow, inputs, surface } = await show({ text: lines, options: { selectable: false } });
      await drag(flow.toClient(2), flow.toClient(10));
      surface.focus();
      await keys('ArrowRight');
      await keys('Shift+ArrowRight');
      await keys('Enter');
      expect(inputs).to.deep.equal([]);
    });

    it('is done by keys too', async () => {
      const { inputs, surface } = await show({ text: lines });
      surface.focus();
      await keys('ArrowRight');
      for (let i = 0; i < 6; i++) await keys('ArrowRight');
      await keys('Shift+ArrowRight');
      await keys('Enter');
      await keys('ArrowDown');
      await keys('Home');
      await keys('Control+Shift+ArrowRight');
      await keys('Enter');
      await keys('Home');
      await keys('Shift+End');
      await keys('Enter');
      expect(numbers(inputs)).to.deep.equal([
        [6, 7],
        [14, 20],
        [14, 25],
      ]);
    });

    it('by keys steps over empty lines', async () => {
      const { inputs, surface } = await show({ text: lines });
      surface.focus();
      await keys('ArrowDown');
      for (let i = 0; i < 3; i++) await keys('Shift+ArrowDown');
      await keys('Enter');
      expect(numbers(inputs)).to.deep.equal([[0, 27]]);
    });

    it('by keys is given up with Escape', async () => {
      const { flow, inputs, surface } = await show({ text: lines });
      surface.focus();
      await keys('Control+a');
      await keys('Escape');
      expect(nothingSelected(flow)).to.equal(true);
      await keys('Enter');
      expect(inputs.map(({ kind }) => kind)).to.deep.equal(['press', 'release']);
    });

    it("by touch counts once the browser's selection has come to rest", async () => {
      const { flow, inputs, surface } = await show({ text: lines });
      await touch('touchStart', [{ ...on(flow, 16), id: 1 }]);
      await touch('touchEnd');
      await until(() => inputs.length > 0);
      // What the browser does while its selection handles are dragged.
      const second = [...surface.querySelectorAll('div')].find(
        ({ childNodes }) => childNodes[0]?.nodeValue === 'second line\n',
      );
      const node = second?.firstChild as Text;
      for (const end of [3, 5, 6]) document.getSelection()?.setBaseAndExtent(node, 0, node, end);
      await until(() => inputs.at(-1)?.kind === 'range');
      expect(numbers(inputs.slice(2))).to.deep.equal([[14, 20]]);
      expect(nothingSelected(flow)).to.equal(true);
    });

    it('copies the text as it is', async () => {
      const { surface } = await show({ text: 'a\r\nb\n\nc' });
      surface.focus();
      await keys('Control+a');
      const copied = new DataTransfer();
      surface.dispatchEvent(new ClipboardEvent('copy', { clipboardData: copied, bubbles: true, cancelable: true }));
      expect(copied.getData('text/plain')).to.equal('a\r\nb\n\nc');
    });
  });

  describe('picking', () => {
    const nested = [span('outer', 14, 25), span('inner', 14, 20), span('other', 18, 25)];

    it('finds the innermost region', async () => {
      const { flow } = await show({ text: lines, layers: nested });
      expect(flow.pick(DOMPoint.fromPoint(on(flow, 15)))).to.deep.equal({ regionId: 'inner' });
      expect(flow.pick(DOMPoint.fromPoint(on(flow, 22)))).to.deep.equal({ regionId: 'other' });
      expect(flow.pick(DOMPoint.fromPoint(on(flow, 2)))).to.equal(undefined);
    });

    it('takes the topmost of equal ones', async () => {
      const { flow } = await show({ text: lines, layers: [span('below', 0, 5), span('above', 0, 5)] });
      expect(flow.pick(DOMPoint.fromPoint(on(flow, 2)))).to.deep.equal({ regionId: 'above' });
    });

    it('finds nothing beside a line', async () => {
      const { flow } = await show({ text: lines, layers: [span('all', 0, 40)] });
      const { y } = flow.toClient(2);
      expect(flow.pick(new DOMPoint(500, y))).to.equal(undefined);
    });

    it('by a click is a press with the hit, and no range', async () => {
      const { flow, inputs } = await show({ text: lines, layers: nested });
      await click(on(flow, 15));
      await frames();
      expect(inputs.map(({ kind }) => kind)).to.deep.equal(['press', 'release']);
      expect(inputs[0])
        .to.include({ kind: 'press', shift: false })
        .and.to.deep.include({ hit: { regionId: 'inner' } });
    });

    it('beside all regions is a press without a hit', async () => {
      const { flow, inputs } = await show({ text: lines, layers: nested });
      await click(on(flow, 2));
      expect(inputs[0]).not.to.have.property('hit');
    });

    it('by Enter presses what the caret stands on', async () => {
      const { inputs, surface } = await show({ text: lines, layers: [span('first', 0, 5)] });
      surface.focus();
      await keys('ArrowRight');
      await keys('Enter');
      expect(inputs[0]).to.deep.include({ kind: 'press', at: 0, hit: { regionId: 'first' } });
    });

    it('says what the pointer is over', async () => {
      const { flow } = await show({ text: lines, layers: nested });
      const seen: unknown[] = [];
      flow.onHover((id, at) => seen.push([id, at === undefined ? undefined : Math.floor(at / 10)]));
      await hover(document.body);
      await frames();
      seen.length = 0;
      await move(on(flow, 22));
      await frames();
      await move({ x: 900, y: 700 });
      await frames();
      expect(seen).to.deep.equal([
        ['other', 2],
        [undefined, undefined],
      ]);
    });
  });

  describe('handles', () => {
    it('drag an end without selecting text', async () => {
      const { flow, inputs } = await show({ text: lines, layers: [withHandles('r', 14, 20)] });
      const end = flow.toClient(20);
      expect(flow.pick(new DOMPoint(end.x + 6, end.y))).to.deep.equal({ regionId: 'r', handle: 'end' });
      await move({ x: end.x + 4, y: end.y });
      await press();
      await move(flow.toClient(23));
      expect(nothingSelected(flow)).to.equal(true);
      flow.draw([withHandles('r', 14, 23)]);
      await frames();
      await move(flow.toClient(8));
      await release();
      expect(inputs.map(({ kind }) => kind)).to.deep.equal(['press', 'move', 'move', 'release']);
      expect(inputs[0]).to.deep.include({ at: 20, hit: { regionId: 'r', handle: 'end' } });
      expect(inputs.slice(1).map((input) => 'at' in input && input.at)).to.deep.equal([23, 8, 8]);
    });

    it('are large enough for a finger', async () => {
      const { flow, inputs } = await show({ text: lines, layers: [withHandles('r', 14, 20)] });
      const start = flow.toClient(14);
      await touch('touchStart', [{ ...on(flow, 2), id: 1 }]);
      await touch('touchEnd');
      inputs.length = 0;
      for (const x of [start.x - 17, start.x + 5]) {
        expect(flow.pick(new DOMPoint(x, start.y))).to.deep.equal({ regionId: 'r', handle: 'start' });
      }
      await touch('touchStart', [{ id: 1, x: start.x - 8, y: start.y }]);
      const to = flow.toClient(16);
      await touch('touchMove', [{ id: 1, x: to.x, y: to.y }]);
      await touch('touchEnd');
      expect(inputs.map((input) => [input.kind, 'at' in input && input.at])).to.deep.equal([
        ['press', 14],
        ['move', 16],
        ['release', 16],
      ]);
    });

    it('leave the next word to the mouse', async () => {
      const { flow, inputs } = await show({ text: lines, layers: [withHandles('r', 14, 20)] });
      await drag(flow.toClient(21), flow.toClient(25));
      expect(numbers(inputs)).to.deep.equal([[21, 25]]);
    });

    it('go away with the selection', async () => {
      const { flow } = await show({ text: lines, layers: [withHandles('r', 14, 20)] });
      const { x, y } = flow.toClient(20);
      flow.draw([span('r', 14, 20)]);
      await frames();
      expect(flow.pick(new DOMPoint(x + 6, y))?.handle).to.equal(undefined);
    });
  });

  describe('geometry', () => {
    it('tells where a region is', async () => {
      const { flow } = await show({ text: lines, layers: [span('r', 14, 20), span('two lines', 8, 20)] });
      const bounds = flow.bounds('r') as DOMRectReadOnly;
      expect(bounds.left).to.be.closeTo(flow.toClient(14).x, 1);
      expect(bounds.right).to.be.closeTo(flow.toClient(20).x, 1);
      const two = flow.bounds('two lines') as DOMRectReadOnly;
      expect(two.bottom).to.equal(bounds.bottom);
      expect(two.top).to.be.lessThan(bounds.top);
      expect(flow.bounds('none')).to.equal(undefined);
    });

    it('tells which regions a stretch meets', async () => {
      const { flow } = await show({ text: lines, layers: [span('a', 0, 5), span('b', 14, 20)] });
      expect(flow.within(4, 14)).to.deep.equal(['a']);
      expect(flow.within(15, 3)).to.deep.equal(['a', 'b']);
    });

    it('scrolls as little as needed to show a region', async () => {
      const text = manyLines(300, 'one line of text\n');
      const { flow, surface } = await show({ text, layers: [span('far', 17 * 200, 17 * 200 + 8), span('near', 0, 3)] });
      flow.reveal('near');
      expect(surface.scrollTop).to.equal(0);
      flow.reveal('far');
      await frames();
      const view = surface.getBoundingClientRect();
      const bounds = flow.bounds('far') as DOMRectReadOnly;
      expect(bounds.bottom).to.be.within(view.top, view.bottom);
      expect(bounds.top).to.be.greaterThan(view.bottom - 60);
      expect(flow.view.top).to.equal(surface.scrollTop);
    });

    it('lets others watch and set how far it is scrolled', async () => {
      const { flow, surface } = await show({ text: manyLines(100, 'line\n') });
      const tops: number[] = [];
      const stop = autorun(() => tops.push(flow.view.top));
      flow.look({ top: 120 });
      expect(surface.scrollTop).to.equal(120);
      const { left, top } = surface.getBoundingClientRect();
      await wheel({ x: left + 50, y: top + 50 }, { deltaY: 200 });
      await until(() => flow.view.top > 120);
      stop();
      expect(tops.slice(0, 2)).to.deep.equal([0, 120]);
    });

    it('stays where it was when regions change', async () => {
      const { flow, surface } = await show({ text: manyLines(100, 'line\n') });
      flow.look({ top: 500 });
      flow.draw([span('a', 0, 50)]);
      flow.show(flow.text);
      await frames();
      expect(surface.scrollTop).to.equal(500);
    });
  });

  describe('painting', () => {
    it('highlights what is drawn, and no more what is not', async () => {
      const a = span('a', 0, 5);
      const { flow } = await show({ text: lines, layers: [a, span('b', 6, 7), span('c', 14, 25, { dashed: true })] });
      expect(highlighted().sort()).to.deep.equal(['first', 'second line', '🎉']);
      flow.draw([a]);
      flow.sketch(span('new', 27, 33));
      await frames();
      expect(highlighted()).to.deep.equal(['first', 'fourth']);
      flow.sketch(undefined);
      await frames();
      expect(highlighted()).to.deep.equal(['first']);
    });

    it('keeps regions through a change of text, and cuts off what lies outside of it', async () => {
      const { flow } = await show({ text: 'short', layers: [span('a', 0, 5), span('b', 3, 500)] });
      expect(highlighted()).to.deep.equal(['short', 'rt']);
      flow.show('another text');
      await frames();
      expect(highlighted()).to.deep.equal(['anoth', 'ther text']);
    });

    it('registers only what is near, of 20,000 regions on a megabyte', async () => {
      const text = manyLines(20_000, 'The quick brown fox jumps over the lazy dogs today\n');
      const layers = Array.from({ length: 20_000 }, (_, i) => span(`r${i}`, i * 51 + 4, i * 51 + 9));
      const { flow } = await show({ text, layers });
      const count = () => [...CSS.highlights.values()].reduce((sum, { size }) => sum + size, 0);
      expect(count()).to.be.within(5, 200);
      flow.reveal('r15000');
      await frames();
      expect(count()).to.be.within(5, 200);
      const before = count();
      flow.draw([...layers, span('added', 15_000 * 51, 15_000 * 51 + 3)]);
      await frames();
      expect(highlighted()).to.contain('The');
      expect(count()).to.equal(before + 1);
    });

    it('registers at most 1,000 where more overlap', async () => {
      const layers = Array.from({ length: 3000 }, (_, i) => span(`r${i}`, i % 10, 12));
      await show({ text: lines, layers });
      expect(highlighted()).to.have.lengthOf(1000);
    });

    it('lets no colour become a rule', async () => {
      const layers = [span('a', 0, 5, { colour: 'red; } .le-flow { display: none' })];
      const { surface } = await show({ text: lines, layers });
      expect(surface.getBoundingClientRect().height).to.be.greaterThan(100);
      expect(highlighted()).to.deep.equal(['first']);
    });

    it('writes captions beside the text, not into it', async () => {
      const layers = [span('a', 0, 5, { caption: 'Ordinal' }), span('b', 6, 7, { caption: 'Emoji' })];
      const { flow, surface, inputs } = await show({ text: lines, layers, options: { showLabels: true } });
      expect(surface.innerText).to.contain('Ordinal').and.to.contain('Emoji');
      await drag(flow.toClient(0), flow.toClient(10));
      expect(numbers(inputs)).to.deep.equal([[0, 10]]);
      flow.configure({ showLabels: false });
      await frames();
      expect(surface.innerText).not.to.contain('Ordinal');
    });

    it('keeps its looks when it is put somewhere else', async () => {
      const { flow, surface } = await show({ text: lines, layers: [span('a', 0, 5)] });
      const elsewhere = document.createElement('div');
      document.body.append(elsewhere);
      const root = elsewhere.attachShadow({ mode: 'open' });
      flow.host.remove();
      await frames();
      root.append(flow.host);
      await frames();
      expect(getComputedStyle(surface).overflow).to.equal('auto');
      await drag(flow.toClient(0), flow.toClient(5));
      flow.dispose();
      elsewhere.remove();
      expect(root.adoptedStyleSheets).to.have.lengthOf(0);
    });

    it('leaves nothing behind', async () => {
      const first = await show({ text: lines, layers: [span('a', 0, 5)] });
      const second = await show({ text: lines, layers: [span('a', 14, 20)] });
      const root = first.flow.host.getRootNode() as ShadowRoot;
      first.flow.dispose();
      expect(highlighted()).to.deep.equal(['second']);
      expect(root.adoptedStyleSheets).to.have.lengthOf(0);
      expect(first.flow.host.childElementCount).to.equal(0);
      await drag(second.flow.toClient(14), second.flow.toClient(20));
      expect(first.inputs).to.deep.equal([]);
      second.flow.dispose();
      expect(CSS.highlights.size).to.equal(0);
    });
  });

  describe('without custom highlights', () => {
    it('draws a box for each line of a region', async () => {
      const { flow } = await show({ text: lines, layers: [span('a', 8, 20), span('b', 0, 5)], plain: true });
      expect(CSS.highlights.size).to.equal(0);
      const root = flow.host.getRootNode() as ShadowRoot;
      const boxes = [...root.querySelectorAll('.le-flow-box')].map((box) => box.getBoundingClientRect());
      const starts = boxes.map(({ left }) => Math.round(left)).sort();
      expect(starts).to.deep.equal([8, 14, 0].map((at) => Math.round(flow.toClient(at).x)).sort());
      flow.draw([]);
      await frames();
      expect(root.querySelectorAll('.le-flow-box')).to.have.lengthOf(0);
    });

    it('is picked and selected just the same', async () => {
      const { flow, inputs } = await show({ text: lines, layers: [span('a', 14, 25), span('b', 14, 20)], plain: true });
      expect(flow.pick(DOMPoint.fromPoint(on(flow, 15)))).to.deep.equal({ regionId: 'b' });
      await drag(flow.toClient(4), flow.toClient(20));
      expect(numbers(inputs)).to.deep.equal([[4, 20]]);
    });
  });
});
