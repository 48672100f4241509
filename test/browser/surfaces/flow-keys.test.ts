import { expect } from 'chai';
import type { FlowPiece } from '../../../src/contract/surface.js';
import { keys } from '../../support/input.js';
import { endAll, numbers, show } from './flow-shown.js';

const text = 'One thing is sure. Another is not.\nA second paragraph. It ends here.\n\nLast.';
const at = (part: string) => text.indexOf(part);

/** The same text as paragraphs of HTML, without its line breaks. */
const paragraphs = () => {
  const element = document.createElement('div');
  const pieces: FlowPiece[] = [];
  let length = 0;
  for (const line of text.split('\n').filter(Boolean)) {
    const paragraph = document.createElement('p');
    for (const word of line.split(/(?<= )/)) {
      const node = document.createTextNode(word);
      const inline = document.createElement('span');
      inline.append(node);
      paragraph.append(inline);
      pieces.push({ node, start: length });
      length += word.length;
    }
    element.append(paragraph);
  }
  return { element, pieces, text: text.replaceAll('\n', '') };
};
const said = (surface: HTMLElement) => surface.querySelector('[role=status]')?.textContent;

describe('createTextFlow, by keys', () => {
  afterEach(endAll);

  it('widens what is selected to word, sentence, paragraph and all, says so, and goes back', async () => {
    const { surface, inputs } = await show({ text });
    surface.focus();
    await keys('ArrowRight');
    for (let i = 0; i < 5; i++) await keys('ArrowRight');
    await keys('Alt+Shift+ArrowUp');
    expect(said(surface)).to.equal('Word selected: thing');
    await keys('Alt+Shift+ArrowUp');
    expect(said(surface)).to.equal('Sentence selected: One thing is sure.');
    await keys('Alt+Shift+ArrowUp');
    expect(said(surface)).to.equal('Paragraph selected: One thing is sure. Another is not.');
    await keys('Alt+Shift+ArrowUp');
    expect(said(surface)).to.contain('All text selected');
    await keys('Alt+Shift+ArrowDown');
    await keys('Alt+Shift+ArrowDown');
    expect(said(surface)).to.equal('Selected: One thing is sure.');
    await keys('Enter');
    expect(numbers(inputs)).to.deep.equal([[0, 18]]);
  });

  it('goes and selects by sentence', async () => {
    const { surface, inputs } = await show({ text });
    surface.focus();
    await keys('ArrowRight');
    for (let i = 0; i < 4; i++) await keys('ArrowRight');
    await keys('Alt+Shift+ArrowRight');
    await keys('Enter');
    await keys('Alt+Shift+ArrowRight');
    await keys('Enter');
    await keys('Alt+Shift+ArrowLeft');
    expect(said(surface)).to.equal('Selected: Another is not.');
    expect(numbers(inputs)).to.deep.equal([
      [4, 18],
      [18, 34],
    ]);
  });

  it('goes and selects by paragraph', async () => {
    const { surface, inputs } = await show({ text });
    surface.focus();
    await keys('ArrowRight');
    await keys('Control+Shift+ArrowDown');
    await keys('Enter');
    await keys('Control+ArrowDown');
    await keys('Control+ArrowUp');
    await keys('Control+Shift+ArrowDown');
    await keys('Control+Shift+ArrowDown');
    await keys('Enter');
    expect(numbers(inputs)).to.deep.equal([
      [0, 34],
      [at('A second'), text.length],
    ]);
  });

  it('takes the blocks of laid out text for paragraphs', async () => {
    const content = paragraphs();
    const { surface, inputs } = await show({ text: content });
    surface.focus();
    await keys('ArrowRight');
    await keys('Control+ArrowDown');
    await keys('ArrowRight');
    await keys('ArrowRight');
    for (let i = 0; i < 3; i++) await keys('Alt+Shift+ArrowUp');
    expect(said(surface)).to.equal('Paragraph selected: A second paragraph. It ends here.');
    await keys('Enter');
    const start = content.text.indexOf('A second');
    expect(numbers(inputs)).to.deep.equal([[start, content.text.indexOf('Last')]]);
  });
});
