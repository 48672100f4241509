import { expect } from 'chai';
import type { FlowContent, FlowPiece } from '../../../src/contract/surface.js';
import { click, doubleClick, drag, keys, wheel } from '../../support/input.js';
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

/** Elements from a short notation: a name, classes after dots, children. */
const el = (name: string, ...children: (Node | string)[]): HTMLElement => {
  const [tag, ...classes] = name.split('.');
  const element = document.createElement(tag as string);
  element.className = classes.join(' ');
  element.append(...children);
  return element;
};
/** All text of an element as pieces, one after another; a `<br>` stands for `\n`. What has the class `not` is left out. */
const read = (element: HTMLElement, between = ''): Pick<FlowContent, 'text' | 'pieces'> => {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT, (node) =>
    node instanceof Element && node.matches('.not') ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT,
  );
  const pieces: FlowPiece[] = [];
  let text = '';
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node instanceof Text) {
      if (text && between) text += between;
      pieces.push({ node, start: text.length });
      text += node.data;
    } else if ((node as Element).localName === 'br') {
      pieces.push({ node: node as Element, start: text.length });
      text += '\n';
    }
  }
  return { text, pieces };
};
const sheet = (css: string): CSSStyleSheet => {
  const made = new CSSStyleSheet();
  made.replaceSync(css);
  return made;
};
const article = (): HTMLElement =>
  el(
    'article',
    el('h1', 'A ', el('i', 'nested'), ' title'),
    el('p', 'First line 🎉 of it,', el('br'), 'second ', el('b.block', 'inline-block'), ' line.'),
    el('table', el('tr', el('td', 'one'), el('td', 'two')), el('tr', el('td', 'three'), el('td', 'four'))),
    el('p.hidden', 'Hidden words.'),
    el('p', 'The   last\n      paragraph.'),
  );
const rules = 'td { width: 120px } .block { display: inline-block; padding: 3px } .hidden { display: none }';
const at = (text: string, part: string) => [...text.slice(0, text.indexOf(part))].length;

describe('createTextFlow, of a text laid out by its tag', () => {
  afterEach(endAll);

  for (const inShadow of [true, false]) {
    describe(inShadow ? 'with style sheets of its own' : 'in the page', () => {
      const content = (element = article()): FlowContent => ({
        element,
        ...read(element),
        ...(inShadow && { sheets: [sheet(rules)] }),
      });
      const shown = async (more: Partial<Parameters<typeof show>[0]> = {}) => {
        const given = content();
        if (!inShadow)
          for (const hidden of given.element.querySelectorAll<HTMLElement>('.hidden')) hidden.hidden = true;
        return { given, text: given.text, ...(await show({ text: given, ...more })) };
      };

      it('stands there unchanged', async () => {
        const before = article().outerHTML;
        const { given, flow, surface } = await shown({ layers: [span('a', 2, 20)] });
        if (inShadow) expect(given.element.outerHTML).to.equal(before);
        expect(flow.text).to.equal(given.text);
        expect(surface.innerText.includes('There is no text')).to.equal(false);
      });

      for (const plain of [false, true]) {
        it(`has offsets that come back from the screen (${plain ? 'by measuring' : 'natively'})`, async () => {
          const { flow, text } = await shown({ plain, style: { height: '400px' } });
          for (const part of [
            'A nes',
            'nested',
            ' title',
            'First',
            '🎉',
            'second',
            'inline',
            ' line.',
            'two',
            'three',
            'The',
            'paragraph',
          ]) {
            const offset = at(text, part);
            expect(
              flow.toMedia(DOMPoint.fromPoint({ x: flow.toClient(offset).x + 1, y: flow.toClient(offset).y })),
              part,
            ).to.equal(offset);
          }
        });
      }

      it('is selected by dragging, over elements and line breaks', async () => {
        const { flow, inputs, text } = await shown({ style: { height: '400px' } });
        const [from, to] = [at(text, 'line 🎉'), at(text, 'inline-block') + 6];
        await drag(flow.toClient(from), on(flow, to - 1));
        const [range] = numbers(inputs) as [number, number][];
        expect(range?.[0]).to.equal(from);
        expect(range?.[1]).to.be.within(to - 1, to);
        expect([...text].slice(from, to).join('')).to.equal('line 🎉 of it,\nsecond inline');
        expect(nothingSelected(flow)).to.equal(true);
      });

      it('is selected out of a cell into another', async () => {
        const { flow, inputs, text } = await shown({ style: { height: '400px' } });
        await drag(flow.toClient(at(text, 'two')), flow.toClient(at(text, 'three') + 5));
        expect(numbers(inputs)).to.deep.equal([[at(text, 'two'), at(text, 'three') + 5]]);
      });

      it('gives a word by double click', async () => {
        const { flow, inputs, text } = await shown({ style: { height: '400px' } });
        await doubleClick(on(flow, at(text, 'nested') + 2));
        expect(numbers(inputs.filter(({ kind }) => kind === 'range'))).to.deep.equal([[2, 8]]);
      });

      it('is highlighted and picked', async () => {
        const { flow, inputs, text } = await shown({
          layers: [span('a', 2, 12), span('b', at(content().text, 'three'), at(content().text, 'four') + 4)],
          style: { height: '400px' },
        });
        expect(highlighted()).to.deep.equal(['nested tit', 'threefour']);
        expect(flow.pick(DOMPoint.fromPoint(on(flow, at(text, 'four'))))).to.deep.equal({ regionId: 'b' });
        expect(flow.pick(DOMPoint.fromPoint(on(flow, at(text, 'two'))))).to.equal(undefined);
        await click(on(flow, 4));
        expect(inputs[0]).to.deep.include({ hit: { regionId: 'a' } });
      });

      it('is really coloured', async () => {
        const { given } = await shown({ layers: [span('a', 2, 12)] });
        const [name] = [...CSS.highlights.keys()];
        const nested = given.element.querySelector('i') as HTMLElement;
        expect(getComputedStyle(nested, `::highlight(${name})`).backgroundColor).not.to.equal('rgba(0, 0, 0, 0)');
      });

      it('has grips at the ends of a selected region', async () => {
        const { flow, inputs } = await shown({ layers: [withHandles('r', 2, 8)] });
        const end = flow.toClient(8);
        await drag({ x: end.x + 3, y: end.y }, flow.toClient(12));
        expect(inputs[0]).to.deep.include({ kind: 'press', at: 8, hit: { regionId: 'r', handle: 'end' } });
        expect(inputs.at(-1)).to.deep.include({ kind: 'release', at: 12 });
      });

      it('has captions above the ends of regions', async () => {
        const layers = [span('a', 2, 8, { caption: 'Part of the title' })];
        const { flow, surface } = await shown({ layers, options: { showLabels: true } });
        const caption = surface.querySelector('.le-flow-caption') as HTMLElement;
        const { right, bottom } = caption.getBoundingClientRect();
        const nested = flow.bounds('a') as DOMRectReadOnly;
        expect(bottom).to.be.closeTo(nested.top, 6);
        expect(right).to.be.within(nested.right - 2, nested.right + 200);
      });

      it('is read and selected by keys, over what is not to be seen', async () => {
        const { inputs, surface, text } = await shown({ style: { height: '400px' } });
        surface.focus();
        await keys('Control+End');
        await keys('Control+Home');
        await keys('ArrowDown');
        await keys('ArrowDown');
        await keys('Home');
        await keys('Shift+End');
        await keys('Enter');
        await keys('Control+End');
        const last = [...text].length;
        // Ten letters of `paragraph.` and one space for the line break and all spaces.
        for (let i = 0; i < 12; i++) await keys('Shift+ArrowLeft');
        await keys('Enter');
        expect(numbers(inputs)).to.deep.equal([
          [at(text, 'second'), at(text, ' line.') + 6],
          [at(text, 'last') + 3, last],
        ]);
      });

      it('steps over what is hidden', async () => {
        const { inputs, surface, text } = await shown({ style: { height: '400px' } });
        surface.focus();
        await keys('Control+End');
        await keys('Control+Home');
        await keys('Control+End');
        await keys('Home');
        await keys('Shift+ArrowLeft');
        await keys('Shift+ArrowLeft');
        await keys('Enter');
        expect(numbers(inputs)).to.deep.equal([[at(text, 'four') + 3, at(text, 'The')]]);
      });
    });
  }

  it('has nothing selected or painted of what no piece stands for', async () => {
    const turn = (who: string, words: string) => el('div', el('span.not', `${who} says: `), el('q', words));
    const element = el('div', turn('Ann', 'Hello there.'), turn('Ben', 'Good morning.'), turn('Ann', 'Fine.'));
    const content = { element, ...read(element, '\n') };
    expect(content.text).to.equal('Hello there.\nGood morning.\nFine.');
    const { flow, inputs, surface } = await show({ text: content, layers: [span('a', 6, 20)] });
    expect(highlighted()).to.deep.equal(['there.', 'Good mo']);
    await drag(flow.toClient(6), flow.toClient(20));
    await click(on(flow, 2));
    surface.focus();
    await keys('Control+a');
    await keys('Enter');
    expect(numbers(inputs.filter(({ kind }) => kind === 'range'))).to.deep.equal([
      [6, 20],
      [0, 32],
    ]);
  });

  it('ends a selection of a whole line at the end of that line', async () => {
    const element = el(
      'div',
      el('div', el('span.not', 'Ann'), el('q', 'Hello there.')),
      el('div', el('span.not', 'Ben'), el('q', 'Hi')),
    );
    const { flow, inputs } = await show({ text: { element, ...read(element, '\n') } });
    const { x, y } = flow.toClient(0);
    await drag({ x: x + 1, y }, { x: x + 500, y });
    expect(numbers(inputs)).to.deep.equal([[0, 12]]);
  });

  it('is painted anew when its owner hides a part of it', async () => {
    const element = el('div', ...Array.from({ length: 40 }, (_, i) => el('p', `Phrase number ${i}.`)));
    const content = { element, ...read(element, '\n'), sheets: [sheet('p { margin: 0 }')] };
    const last = content.text.indexOf('Phrase number 39.');
    const { flow, surface } = await show({
      text: content,
      layers: [span('last', last, last + 6, { caption: 'Last' })],
      options: { showLabels: true },
    });
    flow.look({ top: 90 });
    for (const [i, child] of [...element.children].entries()) (child as HTMLElement).hidden = i > 4 && i < 35;
    flow.show({ ...content });
    await frames();
    expect(surface.scrollTop).to.be.within(1, 90);
    expect(highlighted()).to.deep.equal(['Phrase']);
    const hit = flow.pick(DOMPoint.fromPoint(on(flow, last)));
    expect(hit).to.deep.equal({ regionId: 'last' });
    // A change of the layout of which nothing is said.
    for (const child of element.children) (child as HTMLElement).hidden = false;
    await frames();
    expect(surface.querySelector('.le-flow-caption')).to.equal(null);
  });

  it('follows what is scrolled in it', async () => {
    const inner = el('div', ...Array.from({ length: 60 }, (_, i) => el('p', `Line ${i}`)));
    Object.assign(inner.style, { height: '150px', overflow: 'auto' });
    const element = el('div', el('p', 'Above'), inner, el('p', 'Below'));
    const content = { element, ...read(element, '\n'), sheets: [sheet('')] };
    const far = content.text.indexOf('Line 50');
    const { flow, surface } = await show({
      text: content,
      layers: [span('far', far, far + 7), span('below', content.text.length - 5, content.text.length)],
    });
    flow.reveal('far');
    await until(() => inner.scrollTop > 0);
    await frames();
    expect(highlighted()).to.include('Line 50');
    expect(flow.pick(DOMPoint.fromPoint(on(flow, far + 1)))).to.deep.equal({ regionId: 'far' });
    const { left, top } = inner.getBoundingClientRect();
    const before = inner.scrollTop;
    await wheel({ x: left + 30, y: top + 50 }, { deltaY: 60 });
    await until(() => inner.scrollTop >= before + 60);
    await frames();
    expect(flow.toMedia(flow.toClient(far))).to.equal(far);
    expect(surface.scrollTop).to.equal(0);
  });

  it('finds places in a page of pieces that lie anywhere', async () => {
    const place = (words: string, left: number, top: number) => {
      const made = el('span', words);
      Object.assign(made.style, { position: 'absolute', left: `${left}px`, top: `${top}px`, whiteSpace: 'pre' });
      return made;
    };
    // Two columns, the right one first in the text, and a heading that comes last.
    const spans = [
      ...Array.from({ length: 8 }, (_, i) => place(`right ${i}`, 300, 60 + 30 * i)),
      ...Array.from({ length: 8 }, (_, i) => place(`left ${i}`, 10, 60 + 30 * i)),
      place('Heading', 120, 10),
    ];
    const element = el('div', ...spans);
    Object.assign(element.style, { position: 'relative', height: '400px' });
    const content = { element, ...read(element, '\n') };
    for (const plain of [false, true]) {
      const layers = ['right 2', 'left 3', 'Heading'].map((words) =>
        span(words, at(content.text, words), at(content.text, words) + words.length),
      );
      const { flow, inputs } = await show({ text: content, layers, plain, style: { height: '300px' } });
      for (const { id } of layers) {
        const offset = at(content.text, id) + 2;
        expect(flow.toMedia(flow.toClient(offset)), id).to.equal(offset);
        expect(flow.pick(DOMPoint.fromPoint(on(flow, offset)))).to.deep.equal({ regionId: id });
      }
      if (!plain) expect(highlighted().sort()).to.deep.equal(['Heading', 'left 3', 'right 2']);
      await drag(flow.toClient(at(content.text, 'left 0')), flow.toClient(at(content.text, 'left 2') + 4));
      expect(numbers(inputs)).to.deep.equal([[at(content.text, 'left 0'), at(content.text, 'left 2') + 4]]);
      flow.dispose();
    }
  });

  it('leaves buttons and fields in it to themselves', async () => {
    const button = el('button', 'Play');
    button.className = 'not';
    const element = el('div', el('p', button, 'Some words.'));
    const { inputs } = await show({ text: { element, ...read(element) } });
    let pressed = 0;
    button.onclick = () => pressed++;
    await click(button);
    button.focus();
    await keys('Enter');
    await keys('ArrowRight');
    expect(pressed).to.equal(2);
    expect(inputs).to.deep.equal([]);
  });

  it('can be followed by plain text, and that by it', async () => {
    const element = article();
    const content = { element, ...read(element), sheets: [sheet(rules)] };
    const { flow, surface } = await show({ text: 'Plain words', layers: [span('a', 0, 5)] });
    flow.show(content);
    await frames();
    expect(highlighted()).to.deep.equal(['A nes']);
    flow.show('Other words');
    await frames();
    expect(highlighted()).to.deep.equal(['Other']);
    expect(element.isConnected).to.equal(false);
    expect(surface.innerText).to.contain('Other words');
    flow.show('');
    expect(surface.innerText).to.contain('There is no text');
  });

  it('registers only what is near of 20,000 text nodes', async () => {
    const element = el(
      'div',
      ...Array.from({ length: 5000 }, (_, i) => el('p', el('b', `Some ${i}`), ' words ', el('i', 'of'), ' a line')),
    );
    const content = { element, ...read(element), sheets: [sheet('p { margin: 0 }')] };
    expect(content.pieces).to.have.lengthOf(20_000);
    const starts = content.pieces.filter((_, i) => i % 4 === 0).map(({ start }) => start);
    const { flow } = await show({ text: content, layers: starts.map((start, i) => span(`r${i}`, start, start + 4)) });
    const count = () => [...CSS.highlights.values()].reduce((sum, { size }) => sum + size, 0);
    expect(count()).to.be.within(5, 100);
    flow.reveal('r4000');
    await frames(6);
    expect(count()).to.be.within(5, 100);
    const { x, y } = on(flow, starts[4000] as number);
    expect(flow.pick(new DOMPoint(x, y))).to.deep.equal({ regionId: 'r4000' });
  });
});
