import { expect } from 'chai';
import type { LabelEditor } from '../../../src/ui/label-editor.js';
import { click, hover, keys, move } from '../../support/input.js';
import { byRole, clear, painted } from '../../support/page.js';
import {
  drawn,
  lines,
  middle,
  mountWide as mount,
  relating,
  relation,
  relationsOf,
  rows,
  seen,
  shadow,
} from '../../support/relating.js';
import { until } from '../../support/until.js';

const text = 'Henry Dunant founded the Red Cross in 1863.\nHe was born in Geneva.';
const config = (relations: string) => `<View>${relations}
  <Labels name="ner" toName="txt"><Label value="Person"/><Label value="Place"/></Labels>
  <Text name="txt" value="$text"/></View>`;
const labelled = config(`<Relations>
  <Relation value="founded"/><Relation value="born in" background="#2b7de9"/></Relations>`);
const span = (id: string, word: string, label = 'Person') => {
  const start = text.indexOf(word);
  const value = { start, end: start + word.length, text: word, labels: [label] };
  return { id, from_name: 'ner', to_name: 'txt', type: 'labels', value };
};
const dunant = span('dunant', 'Henry Dunant');
const cross = span('cross', 'Red Cross');
const geneva = span('geneva', 'Geneva', 'Place');
const spans = [dunant, cross, geneva];
const task = (...result: object[]) => ({ id: 1, data: { text }, annotations: [{ id: 9, result }] });
const all = (editor: LabelEditor, selector: string) => [...shadow(editor).querySelectorAll<HTMLElement>(selector)];
const namesOf = (editor: LabelEditor) => rows(editor).map((row) => row.ariaLabel);
const chips = (editor: LabelEditor) => all(editor, '.le-relation-chip').filter((each) => each.checkVisibility());
const remark = (editor: LabelEditor) => shadow(editor).querySelector('.toast')?.textContent ?? '';
/** Selects a region by a click and begins a relation by its key. */
const begin = async (editor: LabelEditor, id: string) => {
  await click(middle(editor, id));
  await keys('Alt+r');
  await until(() => relating(editor) === true);
};
describe('relations in a text', () => {
  afterEach(clear);

  it('are made by a key and a click, as one step', async () => {
    const editor = await mount(config(''), task(...spans));
    await begin(editor, 'dunant');
    await click(middle(editor, 'cross'));
    expect(relationsOf(editor)).to.deep.equal([relation('dunant', 'cross')]);
    expect(relating(editor)).to.equal(false);
    await drawn(editor, 1);
    await keys('Control+z');
    expect(editor.serialize()).to.deep.equal(spans);
    await drawn(editor, 0);
    await keys('Control+Shift+z');
    expect(relationsOf(editor)).to.deep.equal([relation('dunant', 'cross')]);
  });

  it('say what is chosen in the card that opens', async () => {
    const editor = await mount(labelled, task(...spans));
    await begin(editor, 'dunant');
    await click(middle(editor, 'cross'));
    await seen(editor, 'checkbox', 'founded');
    await click(byRole(editor, 'checkbox', 'founded'));
    await click(byRole(editor, 'checkbox', 'born in'));
    expect(relationsOf(editor)).to.deep.equal([relation('dunant', 'cross', { labels: ['founded', 'born in'] })]);
    await click(byRole(editor, 'checkbox', 'founded'));
    expect(relationsOf(editor)).to.deep.equal([relation('dunant', 'cross', { labels: ['born in'] })]);
    await drawn(editor, 1);
    expect(chips(editor).map(({ textContent }) => textContent)).to.deep.equal(['born in']);
    expect(namesOf(editor)).to.deep.equal(['Henry Dunant, related to Red Cross: born in']);
    editor.undo();
    editor.undo();
    editor.undo();
    expect(relationsOf(editor)).to.deep.equal([relation('dunant', 'cross')]);
  });

  it('have one label at most where the config says so', async () => {
    const editor = await mount(
      labelled.replace('<Relations>', '<Relations choice="single">'),
      task(...spans, relation('dunant', 'cross', { labels: ['founded', 'gone'] })),
    );
    await drawn(editor, 1);
    await click(chips(editor)[0] as Element);
    await seen(editor, 'radio', 'born in');
    await click(byRole(editor, 'radio', 'born in'));
    expect(relationsOf(editor)).to.deep.equal([relation('dunant', 'cross', { labels: ['born in'] })]);
  });

  it('keep labels that the config does not know', async () => {
    const editor = await mount(labelled, task(...spans, relation('dunant', 'cross', { labels: ['gone'], note: 1 })));
    await drawn(editor, 1);
    await click(chips(editor)[0] as Element);
    await seen(editor, 'checkbox', 'gone');
    await click(byRole(editor, 'checkbox', 'founded'));
    expect(relationsOf(editor)).to.deep.equal([relation('dunant', 'cross', { labels: ['gone', 'founded'], note: 1 })]);
  });

  it('are refused between a region and itself, and a second time', async () => {
    const editor = await mount(config(''), task(...spans, relation('dunant', 'cross')));
    await begin(editor, 'dunant');
    await click(middle(editor, 'dunant'));
    await until(() => remark(editor).includes('itself'));
    await click(middle(editor, 'cross'));
    await until(() => remark(editor).includes('related already'));
    expect(relationsOf(editor)).to.have.length(1);
    expect(relating(editor)).to.equal(true);
    await click(middle(editor, 'geneva'));
    expect(relationsOf(editor)[1]).to.deep.equal(relation('dunant', 'geneva'));
  });

  it('are begun by the button of the details and by the menu, and stopped by Escape', async () => {
    const editor = await mount(config(''), task(...spans));
    await click(middle(editor, 'dunant'));
    await click(byRole(editor, 'tab', 'Details'));
    await seen(editor, 'button', 'Relate to another region');
    await click(byRole(editor, 'button', 'Relate to another region'));
    await until(() => relating(editor) === true);
    expect(byRole(editor, 'status', /Click the other region · Esc stops/).checkVisibility()).to.equal(true);
    await keys('Escape');
    expect(relating(editor)).to.equal(false);
    await click(middle(editor, 'cross'), { button: 'right' });
    await until(() => editor.shadowRoot?.querySelector('[role=menuitem]') != null);
    await click(byRole(editor, 'menuitem', 'Relate to another region'));
    await until(() => relating(editor) === true);
    await click(middle(editor, 'geneva'));
    expect(relationsOf(editor)).to.deep.equal([relation('cross', 'geneva')]);
  });

  it('mark no text and select nothing while they are being made', async () => {
    const editor = await mount(config(''), task(...spans));
    await begin(editor, 'dunant');
    await click({ x: middle(editor, 'dunant').x, y: middle(editor, 'geneva').y });
    expect(editor.serialize()).to.deep.equal(spans);
    expect(relating(editor)).to.equal(true);
    expect(document.getSelection()?.type).not.to.equal('Range');
  });

  it('are made, said and deleted by the keyboard alone', async () => {
    const editor = await mount(labelled, task(...spans));
    await move({ x: 900, y: 690 });
    const row = (index: number) => all(editor, '.regions .row')[index] as HTMLElement;
    row(0).focus();
    await keys('ArrowDown');
    await keys('Alt+r');
    await until(() => relating(editor) === true);
    await keys('ArrowDown');
    await keys('Enter');
    expect(relationsOf(editor)).to.deep.equal([relation('cross', 'geneva')]);
    await until(() => shadow(editor).activeElement?.matches('.relation-card input') === true);
    await keys('Space');
    expect(relationsOf(editor)).to.deep.equal([relation('cross', 'geneva', { labels: ['founded'] })]);
    await keys('Alt+Shift+r');
    expect(relationsOf(editor)).to.deep.equal([
      relation('cross', 'geneva', { direction: 'left', labels: ['founded'] }),
    ]);
    await keys('Escape');
    await until(() => shadow(editor).activeElement?.matches('.regions .row') === true);
    await keys('Delete');
    expect(editor.serialize()).to.deep.equal(spans);
  });

  it('are made from where the caret is, by Enter', async () => {
    const editor = await mount(config(''), task(...spans));
    await begin(editor, 'geneva');
    const surface = shadow(editor).querySelector<HTMLElement>("[part~='surface']") as HTMLElement;
    surface.focus();
    await keys('Control+Home');
    await keys('ArrowRight');
    await keys('Enter');
    expect(relationsOf(editor)).to.deep.equal([relation('geneva', 'dunant')]);
  });

  it('are picked by a click, and then it is they that Delete deletes', async () => {
    const editor = await mount(config(''), task(...spans, relation('dunant', 'cross')));
    await drawn(editor, 1);
    const [box, other] = ['dunant', 'cross'].map((id) => editor.regionBounds(id) as DOMRect) as [DOMRect, DOMRect];
    const between = { x: (box.right + other.left) / 2, y: box.top - 5 };
    await hover(between);
    await painted();
    expect(shadow(editor).querySelectorAll('.le-relation-strong:not(.le-relation-chip)')).to.have.length(1);
    expect(shadow(editor).querySelector('.le-relation-end')?.getAttribute('d')?.match(/M/g)).to.have.length(2);
    await click(between);
    expect(rows(editor)[0]?.ariaSelected).to.equal('true');
    await keys('Delete');
    expect(editor.serialize()).to.deep.equal(spans);
    editor.undo();
    expect(relationsOf(editor)).to.have.length(1);
  });

  it('go with a region that is deleted, and come back with it', async () => {
    const given = [...spans, relation('dunant', 'cross'), relation('cross', 'geneva'), relation('dunant', 'geneva')];
    const editor = await mount(config(''), task(...given));
    await click(middle(editor, 'cross'));
    await keys('Delete');
    expect(relationsOf(editor)).to.deep.equal([relation('dunant', 'geneva')]);
    await drawn(editor, 1);
    editor.undo();
    expect(editor.serialize()).to.deep.equal(given);
    await drawn(editor, 3);
  });

  it('are listed by their ends, turned, hidden and sorted there', async () => {
    const given = [
      ...spans,
      relation('dunant', 'cross', { labels: ['founded'] }),
      relation('geneva', 'dunant', { direction: 'left' }),
    ];
    const editor = await mount(labelled, task(...given));
    await drawn(editor, 2);
    expect(namesOf(editor)).to.deep.equal([
      'Henry Dunant, related to Red Cross: founded',
      'Geneva, related from Henry Dunant',
    ]);
    await click(byRole(editor, 'button', /^Oldest first/));
    await until(() => namesOf(editor)[0]?.startsWith('Geneva') === true);
    await click(byRole(editor, 'button', /^Direction: From the second/));
    expect(relationsOf(editor)[1]).to.deep.equal(relation('geneva', 'dunant', { direction: 'bi' }));
    await until(() => namesOf(editor)[0] === 'Geneva, related both ways with Henry Dunant');
    await hover(rows(editor)[0] as Element);
    await click(rows(editor)[0]?.querySelector('[aria-label=Hide]') as Element);
    await drawn(editor, 1);
    // As long as one is hidden the button shows all.
    await click(byRole(editor, 'button', 'Show all relations'));
    await drawn(editor, 2);
    await click(byRole(editor, 'button', 'Hide all relations'));
    await drawn(editor, 0);
    await seen(editor, 'button', 'Show all relations');
    await click(byRole(editor, 'button', /^Newest first/));
    await until(() => namesOf(editor)[0]?.startsWith('Henry') === true);
    expect(relationsOf(editor)).to.have.length(2);
  });

  it('are listed with the numbers that their regions have in the list', async () => {
    const numbers = (editor: LabelEditor) =>
      rows(editor).map((row) => [...row.querySelectorAll('.index')].map(({ textContent }) => textContent).join(' '));
    const editor = await mount(config(''), task(...spans, relation('dunant', 'geneva'), relation('geneva', 'cross')));
    await until(() => rows(editor).length === 2);
    expect(numbers(editor)).to.deep.equal(['1 3', '3 2']);
    await click(middle(editor, 'dunant'));
    await keys('Delete');
    await until(() => numbers(editor).join() === '2 1');
    editor.undo();
    await until(() => numbers(editor).join() === '1 3,3 2');
  });

  it('are not drawn while a region of theirs is hidden', async () => {
    const editor = await mount(config(''), task(...spans, relation('dunant', 'cross')));
    await drawn(editor, 1);
    await click(middle(editor, 'cross'));
    await keys('Alt+h');
    await drawn(editor, 0);
  });

  it('are told in the details of a region', async () => {
    const editor = await mount(labelled, task(...spans, relation('dunant', 'cross', { labels: ['founded'] })));
    await click(middle(editor, 'cross'));
    await click(byRole(editor, 'tab', 'Details'));
    await seen(editor, 'button', 'Henry Dunant, related to Red Cross: founded');
    await click(byRole(editor, 'button', 'Henry Dunant, related to Red Cross: founded'));
    await seen(editor, 'checkbox', 'founded');
  });

  it('come back as they went when they are saved and loaded', async () => {
    const first = await mount(labelled, task(...spans));
    await begin(first, 'geneva');
    await click(middle(first, 'dunant'));
    await seen(first, 'checkbox', 'born in');
    await click(byRole(first, 'checkbox', 'born in'));
    const saved = first.serialize() as object[];
    clear();
    const second = await mount(labelled, task(...saved));
    expect(second.serialize()).to.deep.equal(saved);
    await drawn(second, 1);
    expect(chips(second)[0]?.textContent).to.equal('born in');
  });

  it('are shown and not changed where all is read-only', async () => {
    const given = [...spans, relation('dunant', 'cross', { labels: ['founded'] })];
    const editor = await mount(labelled, task(...given), { readonly: true });
    await drawn(editor, 1);
    await click(middle(editor, 'dunant'));
    await keys('Alt+r');
    await painted();
    expect(relating(editor)).to.equal(false);
    await click(chips(editor)[0] as Element);
    await seen(editor, 'checkbox', 'founded');
    expect((byRole(editor, 'checkbox', 'founded') as HTMLInputElement).disabled).to.equal(true);
    await keys('Delete');
    expect(editor.serialize()).to.deep.equal(given);
  });

  it('lead from above a span to above another, and stay there when the text is scrolled', async () => {
    const editor = await mount(config(''), {
      ...task(...spans, relation('dunant', 'cross')),
      data: { text: text + '\nand on'.repeat(80) },
    });
    await drawn(editor, 1);
    const inPlace = () => {
      const { top, bottom } = (lines(editor)[0] as Element).getBoundingClientRect();
      const span = editor.regionBounds('dunant') as DOMRect;
      expect(bottom).to.be.closeTo(span.top, 6);
      expect(top).to.be.within(span.top - 16, span.top);
    };
    inPlace();
    const scroller = shadow(editor).querySelector("[part~='surface']") as HTMLElement;
    scroller.scrollTop = 30;
    await painted();
    inPlace();
  });

  it('follow when the text is written in another font', async () => {
    const editor = await mount(config(''), task(...spans, relation('dunant', 'cross')));
    await drawn(editor, 1);
    editor.style.fontFamily = 'monospace';
    await click(middle(editor, 'geneva'));
    await until(() => {
      const line = lines(editor)[0]?.getBoundingClientRect();
      const { left, right } = editor.regionBounds('cross') as DOMRect;
      return line !== undefined && line.right > left && line.right < right;
    });
  });

  it('are made in a text with markup', async () => {
    const editor = await mount(
      `<View><HyperTextLabels name="ner" toName="txt"><Label value="Person"/></HyperTextLabels>
        <HyperText name="txt" value="$text"/></View>`,
      {
        id: 1,
        data: { text: '<p><b>Henry Dunant</b> founded the <i>Red Cross</i>.</p>' },
        annotations: [
          {
            id: 9,
            result: [
              ['dunant', '/p[1]/b[1]/text()[1]', 12],
              ['cross', '/p[1]/i[1]/text()[1]', 9],
            ].map(([id, path, endOffset]) => ({
              id,
              from_name: 'ner',
              to_name: 'txt',
              type: 'hypertextlabels',
              value: { start: path, end: path, startOffset: 0, endOffset, hypertextlabels: ['Person'] },
            })),
          },
        ],
      },
    );
    await until(() => editor.regionBounds('cross') !== undefined);
    await begin(editor, 'cross');
    await click(middle(editor, 'dunant'));
    expect(relationsOf(editor)).to.deep.equal([relation('cross', 'dunant')]);
    await drawn(editor, 1);
    expect(namesOf(editor)).to.deep.equal(['Red Cross, related to Henry Dunant']);
  });

  it('are nowhere in the page while there is none', async () => {
    const editor = await mount(labelled, task(...spans));
    expect(all(editor, '.le-relations, .relations')).to.have.length(0);
  });
});
