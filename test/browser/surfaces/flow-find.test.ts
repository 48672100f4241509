import { sendKeys } from '@web/test-runner-commands';
import { expect } from 'chai';
import type { FlowPiece } from '../../../src/contract/surface.js';
import { click, keys } from '../../support/input.js';
import { endAll, frames, highlighted, numbers, on, type Shown, show, span, until } from './flow-shown.js';

const text = 'Ada met Charles. ADA wrote to Charles.\nThe adagio of Café Ada, cafe\u0301 and more.';
const bar = ({ surface }: Shown) => surface.querySelector('[role=search]') as HTMLElement;
const field = (shown: Shown) => bar(shown).querySelector('input') as HTMLInputElement;
const count = (shown: Shown) => bar(shown).querySelector('[role=status]')?.textContent;
const note = (shown: Shown) => bar(shown).querySelector('p')?.textContent;
const button = (shown: Shown, name: string) => bar(shown).querySelector(`[aria-label^="${name}"]`) as HTMLButtonElement;
const focused = (shown: Shown) => (shown.surface.getRootNode() as ShadowRoot).activeElement;
const write = (words: string) => sendKeys({ type: words });

const open = async (shown: Shown, words = ''): Promise<Shown> => {
  shown.surface.focus();
  await keys('Control+f');
  await until(() => bar(shown) !== null && focused(shown) === field(shown));
  if (words) await write(words);
  await frames();
  return shown;
};
/** What is painted as found, the one that is looked at apart. */
const found = () => {
  const painted = highlighted();
  return painted.sort();
};

const rich = (inShadow: boolean) => {
  const element = document.createElement('div');
  const pieces: FlowPiece[] = [];
  let length = 0;
  for (const line of text.split('\n')) {
    const paragraph = document.createElement('p');
    for (const part of line.split(/(?<= )/)) {
      const node = document.createTextNode(part);
      const inline = document.createElement('b');
      inline.append(node);
      paragraph.append(inline);
      pieces.push({ node, start: length });
      length += part.length;
    }
    element.append(paragraph);
    length++;
  }
  return { element, pieces, text, ...(inShadow && { sheets: [new CSSStyleSheet()] }) };
};

describe('createTextFlow, finding words', () => {
  afterEach(endAll);

  for (const [kind, content] of [
    ['plain text', () => text],
    ['laid out text', () => rich(false)],
    ['laid out text with style sheets of its own', () => rich(true)],
  ] as const) {
    describe(`in ${kind}`, () => {
      it('counts, paints and goes round', async () => {
        const shown = await open(await show({ text: content(), style: { height: '300px' } }), 'ada');
        expect(count(shown)).to.equal('1 of 4');
        expect(found()).to.deep.equal(['ADA', 'Ada', 'Ada', 'ada']);
        await keys('Enter');
        expect(count(shown)).to.equal('2 of 4');
        await keys('Shift+Enter');
        await keys('Shift+Enter');
        expect(count(shown)).to.equal('4 of 4');
        await keys('F3');
        expect(count(shown)).to.equal('1 of 4');
        await click(button(shown, 'Previous match'));
        expect(count(shown)).to.equal('4 of 4');
      });

      it('closes with Escape, with the match selected and nothing painted', async () => {
        const shown = await open(await show({ text: content(), style: { height: '300px' } }), 'charles');
        await keys('Enter');
        await keys('Escape');
        await frames();
        expect(focused(shown)).to.equal(shown.surface);
        expect(bar(shown).hidden).to.equal(true);
        expect(highlighted()).to.deep.equal([]);
        await keys('Enter');
        const start = text.lastIndexOf('Charles');
        expect(numbers(shown.inputs)).to.deep.equal([[start, start + 7]]);
      });
    });
  }

  it('minds case and whole words where that is switched on', async () => {
    const shown = await open(await show({ text }), 'Ada');
    await click(button(shown, 'Match case'));
    expect(count(shown)).to.equal('1 of 2');
    expect(button(shown, 'Match case').getAttribute('aria-pressed')).to.equal('true');
    await click(button(shown, 'Match case'));
    await click(button(shown, 'Whole words'));
    expect(count(shown)).to.equal('1 of 3');
  });

  it('finds letters however they are composed', async () => {
    const shown = await open(await show({ text }), 'café');
    expect(count(shown)).to.equal('1 of 2');
    expect(found()).to.deep.equal(['Café', 'cafe\u0301']);
  });

  it('says where there is nothing', async () => {
    const shown = await open(await show({ text }), 'zebra');
    expect(count(shown)).to.equal('No matches');
    expect(button(shown, 'Next match').disabled).to.equal(true);
    await keys('Enter');
    await keys('Control+Enter');
    expect(shown.inputs).to.deep.equal([]);
  });

  it('asks for a region of the match, and goes on', async () => {
    const shown = await open(await show({ text }), 'charles');
    await keys('Control+Enter');
    expect(numbers(shown.inputs)).to.deep.equal([[8, 15]]);
    expect(count(shown)).to.equal('2 of 2');
    await until(() => note(shown) !== '');
    expect(note(shown)).to.contain('Pick a label first');
    await click(button(shown, 'Mark this match'));
    expect(shown.inputs).to.have.lengthOf(2);
  });

  it('asks for regions of all that have none', async () => {
    const shown = await open(await show({ text, layers: [span('there', 8, 15)] }), 'charles');
    let made = 0;
    shown.flow.onInput((input) => {
      if (input.kind === 'range') shown.flow.draw([span('there', 8, 15), span(`r${made++}`, input.from, input.to)]);
    });
    await click(button(shown, 'Mark all'));
    await until(() => note(shown) !== '');
    const start = text.lastIndexOf('Charles');
    expect(numbers(shown.inputs)).to.deep.equal([[start, start + 7]]);
    expect(note(shown)).to.equal('1 match marked. 1 match had a region already.');
  });

  it('marks at most 1,000 at once, and says so', async () => {
    const shown = await open(await show({ text: 'word '.repeat(1500) }), 'word');
    expect(count(shown)).to.equal('1 of 1,500');
    let made: ReturnType<typeof span>[] = [];
    shown.flow.onInput((input) => {
      if (input.kind !== 'range') return;
      made = [input, ...(input.further ?? [])].map(({ from, to }, index) => span(`r${index}`, from, to));
      shown.flow.draw(made);
    });
    await click(button(shown, 'Mark all'));
    await until(() => note(shown) !== '');
    expect(made).to.have.lengthOf(1000);
    expect(note(shown)).to.contain('At most 1,000');
  });

  it('has nothing to mark with where nothing may be selected', async () => {
    const shown = await open(await show({ text, options: { selectable: false } }), 'ada');
    expect(count(shown)).to.equal('1 of 4');
    expect(button(shown, 'Mark all').hidden).to.equal(true);
    await keys('Control+Enter');
    expect(shown.inputs).to.deep.equal([]);
  });

  it('begins where the text is being read, and paints only what is near', async () => {
    const shown = await show({ text: 'one line of words\n'.repeat(2000) });
    shown.flow.look({ top: 9000 });
    await frames();
    await open(shown, 'words');
    const [now, total] = (count(shown) ?? '').split(' of ');
    expect(total).to.equal('2,000');
    expect(Number(now)).to.be.within(200, 400);
    expect(highlighted().length).to.be.within(5, 100);
    const top = shown.surface.scrollTop;
    for (let i = 0; i < 20; i++) await keys('Enter');
    await until(() => shown.surface.scrollTop > top);
  });

  it('brings a match into view below the bar, in what is scrolled in the text too', async () => {
    const inner = document.createElement('div');
    const lines = Array.from({ length: 80 }, (_, i) => document.createTextNode(`Line ${i}. `));
    for (const line of lines) {
      const block = document.createElement('p');
      block.append(line);
      inner.append(block);
    }
    Object.assign(inner.style, { height: '400px', overflow: 'auto' });
    const element = document.createElement('div');
    element.append(inner);
    let length = 0;
    const pieces = lines.map((node) => {
      length += node.length;
      return { node, start: length - node.length };
    });
    const content = { element, pieces, text: lines.map(({ data }) => data).join(''), sheets: [new CSSStyleSheet()] };
    const shown = await open(await show({ text: content }), 'Line 70');
    await until(() => inner.scrollTop > 500);
    const start = content.text.indexOf('Line 70');
    const view = shown.surface.getBoundingClientRect();
    const isSeen = () => {
      const { y } = on(shown.flow, start);
      return y > bar(shown).getBoundingClientRect().bottom && y < view.bottom;
    };
    await until(isSeen);
  });

  it('leaves out what is hidden, and looks anew when that changes', async () => {
    const content = rich(true);
    (content.element.lastChild as HTMLElement).hidden = true;
    const shown = await open(await show({ text: content }), 'ada');
    expect(count(shown)).to.equal('1 of 2');
    (content.element.lastChild as HTMLElement).hidden = false;
    shown.flow.show({ ...content });
    await frames();
    expect(count(shown)).to.equal('1 of 4');
  });

  it('is opened with what is selected, and closed from the text too', async () => {
    const shown = await show({ text });
    shown.surface.focus();
    await keys('ArrowRight');
    await keys('Control+Shift+ArrowRight');
    await open(shown);
    expect(field(shown).value).to.equal('Ada');
    await keys('Escape');
    await open(shown);
    await click(on(shown.flow, 40));
    await keys('Escape');
    expect(bar(shown).hidden).to.equal(true);
  });

  it('is the pressed one of two texts, also where nothing has the focus', async () => {
    const first = await show({ text });
    const second = await show({ text });
    await click(on(second.flow, 3));
    (focused(second) as HTMLElement | null)?.blur();
    await keys('Control+f');
    await until(() => bar(second) !== null);
    expect(bar(first)).to.equal(null);
  });

  it('does not take a press in the bar for one on the text', async () => {
    const shown = await show({ text });
    shown.surface.focus();
    await keys('ArrowRight');
    await keys('Control+Shift+ArrowRight');
    await open(shown);
    await click(button(shown, 'Next match'));
    await click(field(shown));
    expect(shown.inputs).to.deep.equal([]);
  });

  it('takes its looks along and leaves nothing behind', async () => {
    const shown = await open(await show({ text }), 'ada');
    const root = shown.surface.getRootNode() as ShadowRoot;
    shown.flow.dispose();
    expect(root.adoptedStyleSheets).to.have.lengthOf(0);
    expect(CSS.highlights.size).to.equal(0);
  });
});
