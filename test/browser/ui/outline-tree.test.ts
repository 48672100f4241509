import { expect } from 'chai';
import type { LabelEditor } from '../../../src/index.js';
import { type At, drag, keys, press as mouseDown, move, release, touch } from '../../support/input.js';
import { byRole, clear, painted } from '../../support/page.js';
import { until } from '../../support/until.js';
import { box, open, press, row, rows, saved, selected, shadow, toggle, tree, view } from './outline-page.js';

const family = [
  box('car', 'Car'),
  box('front', 'Wheel', { parentID: 'car' }),
  box('bolt', 'Wheel', { parentID: 'front' }),
  box('back', 'Wheel', { parentID: 'car' }),
  box('bus', 'Bus'),
];
/** A place on a row: `down` from its top, 0 to 1. */
const on = (editor: LabelEditor, id: string, down = 0.5, aside = 0): At => {
  const { left, top, height } = row(editor, id).getBoundingClientRect();
  return { x: left + 110 + aside, y: top + height * down };
};
const carry = async (from: At, to: At) => {
  await drag(from, to, { steps: 8 });
  await painted();
};
const lines = (editor: LabelEditor) => shadow(editor).querySelectorAll('.drop-line').length;

describe('The tree of regions', () => {
  afterEach(clear);

  it('stands regions under what they are part of', async () => {
    const editor = await open(family);
    expect(tree(editor)).to.equal('1 car, 2 front, 3 bolt, 2 back, 1 bus');
    expect(rows(editor).map(({ ariaExpanded }) => ariaExpanded)).to.deep.equal(['true', 'true', null, null, null]);
  });

  it('shows every region, whatever parents the data say', async () => {
    const editor = await open([
      box('a', 'Car', { parentID: 'b' }),
      box('b', 'Car', { parentID: 'a' }),
      box('c', 'Car', { parentID: 'nobody' }),
      box('d', 'Car', { parentID: 'd' }),
    ]);
    expect(tree(editor)).to.equal('1 a, 2 b, 1 c, 1 d');
  });

  it('is opened and closed by its arrows and by keys, and goes into and out of what it holds', async () => {
    const editor = await open(family);
    await press(row(editor, 'front'));
    row(editor, 'front').focus();
    await keys('ArrowLeft');
    await painted();
    expect(tree(editor)).to.equal('1 car, 2 front, 2 back, 1 bus');
    await keys('ArrowLeft');
    await until(() => shadow(editor).activeElement === row(editor, 'car'));
    expect(selected(editor)).to.deep.equal(['car']);
    await keys('ArrowLeft');
    await painted();
    expect(tree(editor)).to.equal('1 car, 1 bus');
    await keys('ArrowRight');
    await painted();
    await keys('ArrowRight');
    await until(() => shadow(editor).activeElement === row(editor, 'front'));
    byRole(row(editor, 'front'), 'button', 'Expand').click();
    await painted();
    expect(tree(editor)).to.equal('1 car, 2 front, 3 bolt, 2 back, 1 bus');
  });

  it('opens what holds a region that is selected elsewhere', async () => {
    const editor = await open(family);
    byRole(row(editor, 'car'), 'button', 'Collapse').click();
    await painted();
    expect(tree(editor)).to.equal('1 car, 1 bus');
    editor.select(['bolt']);
    await until(() => selected(editor).includes('bolt'));
  });

  it('hides and locks a region with its parts', async () => {
    const editor = await open(family);
    await toggle(row(editor, 'front'), 'Hide with its parts');
    await toggle(row(editor, 'front'), 'Lock with its parts');
    const hidden = rows(editor).filter((each) => each.hasAttribute('data-hidden'));
    expect(hidden.map(({ dataset }) => dataset.id)).to.deep.equal(['front', 'bolt']);
    editor.select(['bolt']);
    await keys('Delete');
    expect(saved(editor)).to.contain('bolt<front');
  });

  it('is changed with the keyboard: under the first selected, and out again', async () => {
    const editor = await open(family);
    await press(row(editor, 'bus'));
    row(editor, 'bus').focus();
    await press(row(editor, 'back'), ['Control']);
    await keys('Alt+g');
    await until(() => tree(editor) === '1 car, 2 front, 3 bolt, 1 bus, 2 back');
    await press(row(editor, 'back'));
    await keys('Alt+Shift+g');
    await until(() => tree(editor) === '1 car, 2 front, 3 bolt, 1 back, 1 bus');
  });

  describe('when rows are dragged', () => {
    it('puts a region under the one that it is dropped on, as one step', async () => {
      const editor = await open(family);
      await carry(on(editor, 'bus'), on(editor, 'back'));
      await until(() => tree(editor) === '1 car, 2 front, 3 bolt, 2 back, 3 bus');
      expect(saved(editor)).to.equal('car front<car bolt<front back<car bus<back');
      editor.undo();
      await painted();
      expect(tree(editor)).to.equal('1 car, 2 front, 3 bolt, 2 back, 1 bus');
      expect(editor.serialize()).to.deep.equal(family);
    });

    it('puts it between two, with a line that shows where', async () => {
      const editor = await open(family);
      await move(on(editor, 'bus'));
      await mouseDown();
      await move(on(editor, 'back', 0.1), 8);
      await until(() => lines(editor) === 1);
      const line = shadow(editor).querySelector('.drop-line')?.getBoundingClientRect();
      expect(line?.top).to.be.closeTo(row(editor, 'back').getBoundingClientRect().top, 3);
      await release();
      await until(() => lines(editor) === 0 && tree(editor) === '1 car, 2 front, 3 bolt, 2 bus, 2 back');
      expect(saved(editor)).to.equal('car front<car bolt<front bus<car back<car');
    });

    it('takes it out of its group by a drag to the side', async () => {
      const editor = await open(family);
      await carry(on(editor, 'back'), on(editor, 'back', 0.9, -30));
      await until(() => tree(editor) === '1 car, 2 front, 3 bolt, 1 back, 1 bus');
    });

    it('takes all that is selected along, in its order', async () => {
      const editor = await open(family);
      await press(row(editor, 'bus'));
      await press(row(editor, 'back'), ['Control']);
      await carry(on(editor, 'back'), on(editor, 'front', 0.1));
      await until(() => tree(editor) === '1 car, 2 back, 2 bus, 2 front, 3 bolt');
      expect(selected(editor)).to.deep.equal(['back', 'bus']);
    });

    it('never puts anything into its own parts', async () => {
      const editor = await open(family);
      await carry(on(editor, 'car'), on(editor, 'bolt'));
      await carry(on(editor, 'front'), on(editor, 'bolt', 0.9));
      expect(editor.serialize()).to.deep.equal(family);
    });

    it('changes nothing when Escape is pressed, or it is dropped where it was', async () => {
      const editor = await open(family);
      await move(on(editor, 'bus'));
      await mouseDown();
      await move(on(editor, 'front'), 8);
      await until(() => row(editor, 'front').dataset.drop === 'into');
      await keys('Escape');
      await until(() => row(editor, 'front').dataset.drop === undefined);
      await release();
      await carry(on(editor, 'bus'), on(editor, 'bus', 0.9));
      expect(editor.serialize()).to.deep.equal(family);
      expect(byRole(editor, 'button', 'Undo').matches(':disabled')).to.equal(true);
    });

    it('keeps to what a label can hold, and says so', async () => {
      const tags = `<EllipseLabels name="o" toName="img"><Label value="Nest" groupCanContain="Egg"/></EllipseLabels>`;
      const nest = {
        ...box('nest', ''),
        from_name: 'o',
        type: 'ellipselabels',
        value: { x: 50, y: 50, radiusX: 5, radiusY: 5, rotation: 0, ellipselabels: ['Nest'] },
      };
      const editor = await open([nest, box('bus', 'Bus')], { tags });
      await move(on(editor, 'bus'));
      await mouseDown();
      await move(on(editor, 'nest'), 8);
      await until(() => row(editor, 'nest').dataset.drop === 'refused');
      await release();
      await until(() =>
        /Nest can hold Egg, but not Bus/.test(shadow(editor).querySelector('.toast')?.textContent ?? ''),
      );
      expect(tree(editor)).to.equal('1 nest, 1 bus');
    });

    it('works after another completion was on show', async () => {
      const editor = await open(family);
      editor.task = {
        id: 2,
        data: (editor.task as { data: object }).data as never,
        completions: [
          { id: 1, result: family as never },
          { id: 2, result: [box('x', 'Car'), box('y', 'Wheel')] as never },
        ],
      };
      await editor.ready;
      editor.selectCompletion(2);
      await until(() => tree(editor) === '1 x, 1 y');
      editor.selectCompletion(1);
      await until(() => tree(editor).startsWith('1 car'));
      await carry(on(editor, 'bus'), on(editor, 'car'));
      await until(() => tree(editor) === '1 car, 2 front, 3 bolt, 2 back, 2 bus');
    });

    it('changes the parent only, where the list has an order of its own', async () => {
      const scored = [
        box('a', 'Car', { score: 0.9 }),
        box('b', 'Car', { score: 0.5 }),
        box('c', 'Car', { score: 0.1, parentID: 'a' }),
      ];
      const editor = await open(scored);
      await view(editor, 'Sort by', 'Score');
      expect(tree(editor)).to.equal('1 b, 1 a, 2 c');
      await carry(on(editor, 'b'), on(editor, 'a', 0.1));
      expect(editor.serialize()).to.deep.equal(scored);
      await carry(on(editor, 'c'), on(editor, 'b', 0.1));
      await until(() => tree(editor) === '1 c, 1 b, 1 a');
      expect(saved(editor)).to.equal('a b c');
    });

    it('does not move anything where nothing may be changed', async () => {
      const editor = await open(family, { readonly: true });
      await carry(on(editor, 'bus'), on(editor, 'car'));
      expect(editor.serialize()).to.deep.equal(family);
    });

    it('is done by a finger on the number; beside it a finger scrolls', async () => {
      const editor = await open(family);
      const number = (id: string): At => {
        const box = row(editor, id).querySelector('.index')?.getBoundingClientRect() ?? new DOMRect();
        return { x: box.left + box.width / 2, y: box.top + box.height / 2 };
      };
      const slide = async (from: At, to: At) => {
        await touch('touchStart', [{ id: 1, ...from }]);
        for (const part of [0.2, 0.5, 0.8, 1]) {
          const at = { x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part };
          await touch('touchMove', [{ id: 1, ...at }]);
          await painted();
        }
        await touch('touchEnd');
        await painted();
      };
      await slide(on(editor, 'bus'), on(editor, 'front'));
      expect(editor.serialize()).to.deep.equal(family);
      await slide(number('bus'), number('front'));
      await until(() => tree(editor) === '1 car, 2 front, 3 bolt, 3 bus, 2 back');
    });
  });
});
