import axe from 'axe-core';
import { expect } from 'chai';
import type { LabelEditor } from '../../../src/index.js';
import { click, hover, keys, move } from '../../support/input.js';
import { mount } from '../../support/mount.js';
import { byRole, chip, clear, painted, picture, pointOn } from '../../support/page.js';
import { until } from '../../support/until.js';

const config = `<View><RectangleLabels name="box" toName="img"><Label value="Car" hotkey="1"/><Label value="Bus" hotkey=",,b"/><Label value="Van" hotkey="ctrl+,"/></RectangleLabels>
  <Ellipse name="round" toName="img"/><Image name="img" value="$url"/></View>`;
const box = (id: string, x: number) => ({
  id,
  from_name: 'box',
  to_name: 'img',
  type: 'rectanglelabels',
  original_width: 400,
  original_height: 200,
  value: { x, y: 10, width: 10, height: 20, rotation: 0, rectanglelabels: ['Car'] },
});
const task = () => ({
  id: 1,
  data: { url: picture(400, 200) },
  annotations: [{ id: 1, result: [box('a', 10), box('b', 40)] }],
});

let spaces = 0;
let space = '';
const open = (properties: object = {}) => mount(config, task(), { storage: space, ...properties });
const over = (editor: LabelEditor) => move(pointOn(editor, 'img', [80, 80]));
const sheet = (editor: LabelEditor) => editor.shadowRoot?.querySelector<HTMLDialogElement>('#help') ?? undefined;
const said = (editor: LabelEditor) => (sheet(editor)?.textContent ?? '').replace(/\s+/g, ' ');
const row = (editor: LabelEditor, name: string) =>
  editor.shadowRoot?.querySelector<HTMLElement>(`.help [data-action="${name}"]`) as HTMLElement;
const keysIn = (editor: LabelEditor, name: string) =>
  [...row(editor, name).querySelectorAll('kbd')].map((key) => key.textContent);
const armed = (editor: LabelEditor, name: string) =>
  ['aria-selected', 'aria-pressed', 'aria-checked'].some((state) => chip(editor, name).getAttribute(state) === 'true');
async function openSheet(editor: LabelEditor): Promise<void> {
  await click(byRole(editor, 'button', 'Keyboard shortcuts'));
  await until(() => sheet(editor)?.open === true && row(editor, 'undo') !== null);
}
/** Gives an action other keys on the sheet. */
async function change(editor: LabelEditor, name: string, pressed: string): Promise<void> {
  row(editor, name).scrollIntoView({ block: 'center' });
  await click(row(editor, name).querySelector('.key') as Element);
  await until(() => editor.shadowRoot?.activeElement?.matches('.recording') === true);
  await keys(pressed);
  await until(() => row(editor, name).querySelector('.recording') === null);
}

describe('keys', () => {
  beforeEach(() => {
    space = `keymap-test-${++spaces}`;
  });
  afterEach(() => {
    clear();
    for (const part of ['settings', 'layout', 'keys', 'read']) localStorage.removeItem(`le:${space}:${part}`);
  });

  describe('on the sheet', () => {
    it('are given to an action by pressing them, kept, and taken back', async () => {
      const editor = await open();
      await openSheet(editor);
      await change(editor, 'unselect', 'Control+Shift+k');
      expect(keysIn(editor, 'unselect')).to.deep.equal(['Ctrl+Shift+K']);
      await keys('Escape');
      editor.select(['a']);
      await over(editor);
      await keys('u');
      expect(byRole(editor, 'button', 'Update')).to.exist;
      const selected = () => editor.shadowRoot?.querySelectorAll('[part=status]')[0]?.textContent ?? '';
      expect(selected()).to.contain('1 selected');
      await keys('Control+Shift+k');
      await until(() => !selected().includes('selected'));
      editor.remove();

      const next = await open();
      await openSheet(next);
      expect(keysIn(next, 'unselect')).to.deep.equal(['Ctrl+Shift+K']);
      await click(byRole(next, 'button', /^Reset the keys of “Select nothing”/));
      await until(() => keysIn(next, 'unselect')[0] === 'U');
    });

    it('can be more than one, or none', async () => {
      const editor = await open();
      await openSheet(editor);
      await hover(row(editor, 'undo'));
      await click(byRole(editor, 'button', /^Other keys for “Undo”/));
      await until(() => editor.shadowRoot?.activeElement?.matches('.recording') === true);
      await keys('F4');
      await until(() => keysIn(editor, 'undo').join() === 'Ctrl+Z,F4');
      for (const left of ['F4', '']) {
        await click(row(editor, 'undo').querySelector('.key') as Element);
        await until(() => row(editor, 'undo').querySelector('.recorder button') !== null);
        await click(byRole(editor, 'button', 'Remove'));
        await until(() => keysIn(editor, 'undo').join() === left);
      }
      await click(byRole(editor, 'button', 'Reset all keys'));
      await until(() => keysIn(editor, 'undo').join() === 'Ctrl+Z');
    });

    it('are left as they are by Escape, which does not close the sheet', async () => {
      const editor = await open();
      await openSheet(editor);
      await change(editor, 'undo', 'Escape');
      expect(sheet(editor)?.open).to.equal(true);
      expect(keysIn(editor, 'undo')).to.deep.equal(['Ctrl+Z']);
      expect(editor.shadowRoot?.activeElement?.closest('[data-action]')?.getAttribute('data-action')).to.equal('undo');
    });

    it('change one arrow of several', async () => {
      const editor = await open();
      await openSheet(editor);
      const name = 'nudge';
      const known = [...(editor.shadowRoot?.querySelectorAll<HTMLElement>('.help [data-action]') ?? [])];
      const moving =
        known.find(({ dataset }) => dataset.action === name) ??
        known.find((each) => each.textContent?.startsWith('Move by one pixel'));
      expect(moving?.dataset.action).to.be.a('string');
      await change(editor, moving?.dataset.action ?? '', 'j');
      expect(keysIn(editor, moving?.dataset.action ?? '')).to.deep.equal(['J', '↑', '→', '↓']);
      await keys('Escape');
      editor.select(['a']);
      await over(editor);
      await keys('j');
      await until(() => (editor.serialize()[0] as { value: { x: number } }).value.x === 9.75);
      editor.shadowRoot?.querySelector<HTMLElement>('#content')?.focus();
      await keys('ArrowRight');
      await until(() => (editor.serialize()[0] as { value: { x: number } }).value.x === 10);
    });

    it('tell of a conflict in both rows, until there is none', async () => {
      const editor = await open();
      await openSheet(editor);
      await change(editor, 'redo', 'Control+z');
      await until(() => /also for “Redo”/.test(row(editor, 'undo').textContent ?? ''));
      expect(row(editor, 'redo').textContent).to.match(/Ctrl\+Z is also for “Undo”/);
      expect(said(editor)).to.contain('The same keys are for two actions.');
      await change(editor, 'undo', 'F4');
      await until(() => !said(editor).includes('The same keys'));
      await change(editor, 'tool:ellipse', 'r');
      await painted();
      expect(said(editor)).not.to.contain('The same keys');
    });

    it('tell of keys that the browser keeps', async () => {
      localStorage.setItem(`le:${space}:keys`, '{"undo":"ctrl+w"}');
      const editor = await open();
      await openSheet(editor);
      expect(row(editor, 'undo').textContent).to.contain('Most browsers keep Ctrl+W for themselves.');
    });

    it('are found by name, by group and by key, also those that are no actions', async () => {
      const text =
        '<View><Labels name="l" toName="t"><Label value="Place"/></Labels><Text name="t" value="$text"/></View>';
      const editor = await mount(text, { id: 1, data: { text: 'Fog.' } });
      await openSheet(editor);
      await until(() => editor.shadowRoot?.activeElement?.matches('.help-filter') === true);
      const rows = () => [...(sheet(editor)?.querySelectorAll('dt') ?? [])].map((name) => name.textContent);
      const find = async (wanted: string) => {
        const filter = sheet(editor)?.querySelector('.help-filter') as HTMLInputElement;
        filter.select();
        await keys(wanted.slice(0, 1));
        filter.value = wanted;
        filter.dispatchEvent(new Event('input', { bubbles: true }));
        await painted();
      };
      await find('sentence');
      expect(rows()).to.include('Select by a sentence');
      await find('ctrl+enter');
      expect(rows()).to.include('Submit').and.not.include('Undo');
      await find('edit redo');
      expect(rows()).to.deep.equal(['Redo']);
      await find('xyzzy');
      expect(said(editor)).to.contain('No action or keys like this.');
      expect(sheet(editor)?.querySelectorAll('.help-fixed .key')).to.have.length(0);
    });

    it('can be read by screen readers', async () => {
      const editor = await open();
      await openSheet(editor);
      const { violations } = await axe.run(sheet(editor) as HTMLElement);
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).to.deep.equal([]);
      expect(byRole(editor, 'button', 'Undo: Ctrl+Z. Change')).to.exist;
    });
  });

  describe('of the host', () => {
    const told = (editor: LabelEditor) => editor.problems.map(({ code, message }) => `${code} ${message}`);

    it('are told what is wrong with them, and the others hold', async () => {
      const odd = { undoo: 'x', redo: 'ctlr+y', hide: 5, lock: 'ctrl+z', unselect: 'f2' } as never;
      const editor = await open({ keymap: odd });
      await until(() => told(editor).length === 4);
      expect(told(editor).join('\n'))
        .to.match(/unknown.*"undoo".*Did you mean "undo"/)
        .and.match(/malformed.*"redo".*"ctlr"/);
      expect(told(editor).join('\n'))
        .to.match(/malformed.*"hide"/)
        .and.match(/conflict.*Ctrl\+Z for both "undo" and "lock"/);
      editor.select(['a']);
      await over(editor);
      await keys('F2');
      await until(() => !/selected/.test(editor.shadowRoot?.querySelector('[part=status]')?.textContent ?? ''));
      editor.keymap = {};
      await until(() => told(editor).length === 0);
    });

    it('come after those of the user', async () => {
      localStorage.setItem(`le:${space}:keys`, '{"unselect":"f4","undo":7}');
      const editor = await open({ keymap: { unselect: 'f2' } });
      await openSheet(editor);
      expect(keysIn(editor, 'unselect')).to.deep.equal(['f4'.toUpperCase()]);
      expect(keysIn(editor, 'undo')).to.deep.equal(['Ctrl+Z']);
    });
  });

  it('pick labels by digits of the number pad, by a comma, and by one of several', async () => {
    const editor = await open();
    await over(editor);
    // The driver's number pad has no lock.
    const pad = () =>
      void document.body.dispatchEvent(new KeyboardEvent('keydown', { key: '1', code: 'Numpad1', bubbles: true }));
    for (const [press, name] of [
      [pad, 'Car'],
      [() => keys(','), 'Bus'],
      [() => keys('b'), 'Bus'],
      [() => keys('Control+,'), 'Van'],
    ] as const) {
      await press();
      await until(() => armed(editor, name));
      await press();
      await until(() => !armed(editor, name));
    }
  });

  it('select regions by their numbers', async () => {
    const editor = await open();
    const selected: string[] = [];
    editor.addEventListener('selection-change', ({ detail }) => selected.push(detail.regionIds.join()));
    await over(editor);
    await openSheet(editor);
    expect(keysIn(editor, 'nth-region').slice(0, 3)).to.deep.equal(['Alt+Shift+1', '2', '3']);
    await keys('Escape');
    await keys('Alt+Shift+Digit2');
    await until(() => selected.at(-1) === 'b');
    await keys('Alt+Shift+Digit1');
    await until(() => selected.at(-1) === 'a');
  });

  it('act once after the element was taken out and put back, and after another config', async () => {
    const editor = await open();
    const parent = editor.parentElement as HTMLElement;
    editor.remove();
    await painted();
    parent.append(editor);
    editor.config = `${config} `;
    await editor.ready;
    editor.select(['a']);
    await over(editor);
    await keys('Backspace');
    await until(() => editor.serialize().length === 1);
    await keys('Control+z');
    await until(() => editor.serialize().length === 2);
    await keys('Control+Backspace');
    await until(() => editor.serialize().length === 0);
  });

  it('are for the editor under the pointer, and never those of an input of the page', async () => {
    const [editor, other] = [await open(), await open()];
    editor.style.height = '340px';
    other.style.height = '340px';
    await painted();
    await painted();
    const input = document.createElement('input');
    document.body.prepend(input);
    const pressed = (each: LabelEditor) => byRole(each, 'button', 'Ellipse').getAttribute('aria-pressed');
    await over(editor);
    input.focus();
    await keys('o');
    await keys('Control+Shift+k');
    expect([input.value, pressed(editor), pressed(other)]).to.deep.equal(['o', 'false', 'false']);
    input.remove();
    other.scrollIntoView({ block: 'end' });
    await over(other);
    await keys('o');
    await until(() => pressed(other) === 'true');
    expect(pressed(editor)).to.equal('false');
  });
});
