import { expect } from 'chai';
import type { Json } from '../../../src/model/json.js';
import type { LabelEditor } from '../../../src/ui/label-editor.js';
import { click, drag, hover, keys, press, release, wheel } from '../../support/input.js';
import { mount } from '../../support/mount.js';
import { byRole, chip, clear, painted, picture, pointOn } from '../../support/page.js';
import { until } from '../../support/until.js';

const config = `<View>
  <Relations><Relation value="near"/></Relations>
  <RectangleLabels name="box" toName="img"><Label value="Car"/><Label value="Bus"/></RectangleLabels>
  <PolygonLabels name="poly" toName="img"><Label value="Road"/></PolygonLabels>
  <Image name="img" value="$url"/>
  <Labels name="ner" toName="txt"><Label value="Place"/></Labels>
  <Text name="txt" value="$text"/>
  <Choices name="tone" toName="txt"><Choice value="Good"/><Choice value="Bad"/></Choices>
  <Choices name="seen" toName="img" perRegion="true"><Choice value="Yes"/><Choice value="No"/></Choices>
  <Taxonomy name="kind" toName="txt"><Choice value="A"/><Choice value="B"/></Taxonomy>
  <TextArea name="note" toName="txt" editable="true"/>
  <TextArea name="plate" toName="img" perRegion="true"/>
  <Number name="count" toName="txt"/><Rating name="stars" toName="txt"/><DateTime name="when" toName="txt" only="date"/>
</View>`;
const answer = (id: string, from: string, to: string, type: string, value: object, more: object = {}) => ({
  ...{ id, from_name: from, to_name: to, type, value },
  ...more,
});
const box = (id: string, x: number, more: object = {}) =>
  answer(
    id,
    'box',
    'img',
    'rectanglelabels',
    { x, y: 10, width: 20, height: 40, rotation: 0, rectanglelabels: ['Car'] },
    more,
  );
const span = answer('s', 'ner', 'txt', 'labels', { start: 0, end: 6, text: 'Geneva', labels: ['Place'] });
const results = [
  box('a', 10),
  answer('a', 'seen', 'img', 'choices', { x: 10, y: 10, width: 20, height: 40, rotation: 0, choices: ['Yes'] }),
  box('b', 60),
  span,
  answer('t', 'tone', 'txt', 'choices', { choices: ['Good'] }),
  answer('k', 'kind', 'txt', 'taxonomy', { taxonomy: [['A']] }),
  answer('n', 'note', 'txt', 'textarea', { text: ['first', 'second'] }),
  answer('c', 'count', 'txt', 'number', { number: 3 }),
  answer('r', 'stars', 'txt', 'rating', { rating: 2 }),
  answer('d', 'when', 'txt', 'datetime', { datetime: '2024-05-06' }),
  { type: 'relation', from_id: 'a', to_id: 'b', direction: 'right', labels: ['near'] },
];
const data = { url: picture(400, 200), text: 'Geneva lies on a lake.' };

const shadow = (editor: LabelEditor) => editor.shadowRoot as ShadowRoot;
const at = (editor: LabelEditor, x: number, y: number) => pointOn(editor, 'img', [x, y]);
const rows = (editor: LabelEditor) => [...shadow(editor).querySelectorAll<HTMLElement>('.row[data-id]')];
const selectedIn = (editor: LabelEditor) =>
  rows(editor)
    .filter(({ ariaSelected }) => ariaSelected === 'true')
    .map(({ dataset }) => dataset.id);

const middleOf = (element: Element) => {
  const { x, y, width, height } = element.getBoundingClientRect();
  return { x: x + width / 2, y: y + height / 2 };
};

/** All that can be told of what goes out. */
const said = (editor: LabelEditor) => JSON.stringify(editor.serialize());

async function opened(
  completion: object,
  properties: Parameters<typeof mount>[2] = {},
  kind = 'annotations',
): Promise<LabelEditor> {
  const editor = await mount(config, { id: 1, data, [kind]: [completion] }, properties);
  editor.style.cssText = 'display:block;width:1200px;height:700px';
  editor.addEventListener('document-change', () => {
    throw new Error('The document was changed.');
  });
  if (kind === 'predictions') editor.selectCompletion(5);
  await until(() => rows(editor).length > 0);
  await painted();
  return editor;
}

const kinds: readonly (readonly [what: string, open: () => Promise<LabelEditor>])[] = [
  ['an editor that is read-only', () => opened({ id: 5, result: results }, { readonly: true })],
  ['a completion that is read-only', () => opened({ id: 5, readonly: true, result: results })],
  ['a prediction', () => opened({ id: 5, result: results }, {}, 'predictions')],
];

for (const [what, open] of kinds) {
  describe(what, () => {
    afterEach(clear);
    // What is asked of all is the same: one of them stands for the others.
    const thoroughly = what === kinds[0]?.[0];

    it('is not changed by the mouse', async () => {
      const editor = await open();
      const before = said(editor);
      await drag(at(editor, 20, 30), at(editor, 40, 60));
      await drag(at(editor, 35, 70), at(editor, 50, 90));
      await click(at(editor, 20, 30));
      await until(() => selectedIn(editor).join() === 'a');
      // By a corner, by a side, and by the handle that turns.
      await drag(at(editor, 10, 10), at(editor, 5, 5));
      await drag(at(editor, 30, 30), at(editor, 50, 30));
      const box = editor.regionBounds('a');
      if (box) await drag({ x: box.x + box.width / 2, y: box.y - 24 }, { x: box.x + box.width, y: box.y - 20 });
      await drag(pointOn(editor, 'txt', 8), pointOn(editor, 'txt', 14));
      expect(said(editor)).to.equal(before);
    });

    it('is not changed by keys', async () => {
      const editor = await open();
      const before = said(editor);
      const combinations = [
        ...['Delete', 'Backspace', 'Control+Backspace', 'Control+x', 'Control+v', 'Control+d', 'Control+z'],
        ...['Control+Shift+z', 'Control+y', 'Alt+g', 'Alt+Shift+g', 'Alt+r', 'Enter', 'Escape', '1', '2', '3', '4'],
        ...['5', '6', '7', '8', '9', 'ArrowLeft', 'Shift+ArrowRight', 'Alt+ArrowUp', '[', ']', 'r', 'p', 'v', 'Tab'],
      ];
      await click(at(editor, 97, 95));
      for (const ids of thoroughly ? [[], ['a'], ['a', 'b'], ['s']] : [['a', 'b']]) {
        for (const combination of combinations) {
          editor.select(ids);
          await keys(combination);
        }
        await keys('Escape');
        expect(said(editor), `with ${ids.join() || 'nothing'} selected`).to.equal(before);
      }
    });

    it('is not changed by what the config lays out, nor by the list, the details and the history', async () => {
      const editor = await open();
      const before = said(editor);
      let clicked = 0;
      for (const ids of thoroughly ? [[], ['a'], ['s']] : [['a']]) {
        for (const part of thoroughly ? ['#content', '.panel'] : ['#content']) {
          editor.select(ids);
          await painted();
          const selector = `${part} :is(button, input, textarea, select, [role=checkbox], [role=radio], [role=option], [role=combobox])`;
          for (const each of shadow(editor).querySelectorAll<HTMLElement>(selector)) {
            if (!each.isConnected || !each.checkVisibility()) continue;
            each.scrollIntoView({ block: 'center' });
            const { x, y } = middleOf(each);
            // What lies under something else is not for the mouse.
            if (shadow(editor).elementFromPoint(x, y) !== each && !each.contains(shadow(editor).elementFromPoint(x, y)))
              continue;
            clicked++;
            await click(each);
            if (each.matches(':is(input, textarea):focus')) {
              await keys('9');
              await keys('Enter');
            }
            await keys('Escape');
            editor.select(ids);
          }
        }
        expect(said(editor), `with ${ids.join() || 'nothing'} selected`).to.equal(before);
      }
      expect(clicked).to.be.greaterThan(20);
    }).timeout(120_000);

    it('is not changed by the menu of a region', async () => {
      const editor = await open();
      const before = said(editor);
      const items = () =>
        [...shadow(editor).querySelectorAll<HTMLButtonElement>('#region-menu [role=menuitem]')].filter(
          (item) => item.checkVisibility() && !item.disabled,
        );
      const openMenu = async () => {
        editor.select(['a']);
        await keys('Shift+F10');
        await until(() => items().length > 0);
        return items();
      };
      await click(at(editor, 97, 95));
      const { length } = await openMenu();
      expect(length).to.be.greaterThan(2);
      await keys('Escape');
      for (let index = 0; index < length; index++) {
        const item = (await openMenu())[index];
        if (item) await click(item);
        await painted();
        await keys('Escape');
      }
      expect(said(editor)).to.equal(before);
    });

    it('is not changed by what the host asks for in the user’s name', async () => {
      const editor = await open();
      const before = said(editor);
      const more = JSON.parse(JSON.stringify(box('z', 5))) as Json;
      editor.undo();
      editor.redo();
      editor.addResults([more]);
      editor.suggest([more]);
      expect(await editor.submit()).to.equal(false);
      expect(await editor.skip()).to.equal(false);
      expect(said(editor)).to.equal(before);
    });

    it('can be looked at: selected, hidden, zoomed and copied', async () => {
      const editor = await open();
      await click(at(editor, 20, 30));
      await until(() => selectedIn(editor).join() === 'a');
      await click(at(editor, 70, 30), { held: ['Control'] });
      await until(() => selectedIn(editor).join() === 'a,b');
      const copied: string[] = [];
      const listen = (event: ClipboardEvent) => copied.push(event.clipboardData?.getData('text/plain') ?? '');
      document.addEventListener('copy', listen);
      await keys('Control+c');
      document.removeEventListener('copy', listen);
      expect(copied.join()).to.contain('rectanglelabels');
      const [row] = rows(editor);
      if (row) await hover(row);
      await click(byRole(row as HTMLElement, 'button', /^Hide/));
      await until(() => row?.hasAttribute('data-hidden') === true);
      const before = at(editor, 50, 50);
      const far = at(editor, 90, 50);
      await wheel(before, { deltaY: -400, ctrl: true });
      await until(() => at(editor, 90, 50).x > far.x + 5);
    });
  });
}

describe('a result that is read-only', () => {
  afterEach(clear);

  const fixed = [
    box('a', 10, { readonly: true }),
    answer('a', 'seen', 'img', 'choices', { x: 10, y: 10, width: 20, height: 40, rotation: 0, choices: ['Yes'] }),
    box('b', 60),
    answer('t', 'tone', 'txt', 'choices', { choices: ['Good'] }, { readonly: true }),
    answer('n', 'note', 'txt', 'textarea', { text: ['first'] }, { readonly: true }),
    answer('r', 'stars', 'txt', 'rating', { rating: 2 }),
  ];
  const openFixed = async () => {
    const editor = await mount(config, { id: 1, data, annotations: [{ id: 5, result: fixed }] });
    editor.style.cssText = 'display:block;width:1200px;height:700px';
    await until(() => rows(editor).length === 2);
    await painted();
    return editor;
  };

  it('cannot be moved, sized, labelled or deleted, but selected', async () => {
    const editor = await openFixed();
    await drag(at(editor, 20, 30), at(editor, 40, 60));
    await click(at(editor, 20, 30));
    await until(() => selectedIn(editor).join() === 'a');
    await drag(at(editor, 30, 50), at(editor, 50, 90));
    editor.select(['a']);
    for (const combination of ['Delete', 'Control+Backspace']) {
      editor.select(['a']);
      await keys(combination);
      expect(editor.serialize()).to.deep.include(fixed[0]);
      if (combination === 'Control+Backspace') editor.undo();
    }
    expect(editor.serialize()).to.deep.equal(fixed);
    editor.select(['a']);
    await painted();
    for (const name of ['Bus', 'Car']) await click(chip(editor, name));
    expect(editor.serialize()).to.deep.equal(fixed);
  });

  it('leaves what is beside it to be changed, and new ones to be drawn', async () => {
    const editor = await openFixed();
    await drag(at(editor, 70, 30), at(editor, 75, 50));
    const [first, , second] = editor.serialize() as readonly { readonly value: { readonly x: number } }[];
    expect([first?.value.x, Math.round(second?.value.x ?? 0)]).to.deep.equal([10, 65]);
    editor.select([]);
    await painted();
    await click(chip(editor, 'Bus'));
    await drag(at(editor, 35, 60), at(editor, 50, 90));
    expect(editor.serialize()).to.have.length(fixed.length + 1);
  });

  it('is an answer that cannot be given anew, while others can', async () => {
    const editor = await openFixed();
    for (const name of ['Bad', 'Good']) {
      const choice = byRole(editor, 'checkbox', name);
      choice.scrollIntoView({ block: 'center' });
      expect(choice.matches(':disabled, [aria-disabled=true]'), name).to.equal(true);
      await click(choice);
    }
    expect(editor.serialize()).to.deep.equal(fixed);
    const star = byRole(editor, 'radio', /4/);
    star.scrollIntoView({ block: 'center' });
    await click(star);
    expect(editor.serialize().at(-1)).to.deep.include({ value: { rating: 4 } });
  });

  it('cannot be pasted over, grouped or turned', async () => {
    const editor = await openFixed();
    await click(at(editor, 20, 30));
    await click(at(editor, 70, 30), { held: ['Control'] });
    for (const combination of ['Alt+g', 'Alt+Shift+g', 'ArrowLeft', 'Control+x']) {
      editor.select(['b', 'a']);
      await keys(combination);
      expect(editor.serialize()[0], combination).to.deep.equal(fixed[0]);
    }
  });
});

describe('an editor that becomes read-only', () => {
  afterEach(clear);

  it('drops what is being drawn, and takes nothing back', async () => {
    const editor = await mount(config, { id: 1, data, annotations: [{ id: 5, result: results }] });
    editor.style.cssText = 'display:block;width:1200px;height:700px';
    await painted();
    await drag(at(editor, 20, 30), at(editor, 25, 30));
    const moved = said(editor);
    editor.select([]);
    await painted();
    await click(chip(editor, 'Bus'));
    const from = at(editor, 40, 70);
    await hover(from);
    await press();
    await hover(at(editor, 50, 90));
    editor.readonly = true;
    await painted();
    await release();
    expect(said(editor)).to.equal(moved);
    await keys('Control+z');
    expect(said(editor)).to.equal(moved);
    expect(byRole(editor, 'button', /^Undo/).matches(':disabled, [aria-disabled=true]')).to.equal(true);
    editor.readonly = false;
    await painted();
    await keys('Control+z');
    expect(said(editor)).to.equal(JSON.stringify(results));
  });
});
