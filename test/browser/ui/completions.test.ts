import axe from 'axe-core';
import { expect } from 'chai';
import type { LabelEditor, SaveDetail } from '../../../src/index.js';
import { click, keys } from '../../support/input.js';
import { mount } from '../../support/mount.js';
import { byRole, clear, next } from '../../support/page.js';
import { until } from '../../support/until.js';

const config = `<View>
  <Labels name="ner" toName="txt"><Label value="Place"/><Label value="Weather"/></Labels>
  <Text name="txt" value="$text"/>
  <Choices name="sky" toName="txt"><Choice value="Clear" selected="true"/><Choice value="Cloudy"/></Choices>
</View>`;
const span = (id: string, start: number, end: number, label = 'Place') => ({
  id,
  from_name: 'ner',
  to_name: 'txt',
  type: 'labels',
  value: { start, end, text: 'Fog', labels: [label] },
});
const task = (more: object = {}) => ({
  id: 12,
  data: { text: 'Fog over the river, and then the sun.' },
  annotations: [
    { id: 1, created_username: 'ana', ground_truth: true, result: [span('a', 0, 3)] },
    { id: 2, completed_by: { first_name: 'Bo' }, result: [] },
    { id: 3, created_username: 'cy', was_cancelled: true, result: [] },
  ],
  predictions: [{ id: 5, model_version: 'm1', score: 0.5, result: [span('p', 4, 8, 'Weather'), span('q', 9, 12)] }],
  ...more,
});

type Save = CustomEvent<SaveDetail>;
const tabs = (editor: LabelEditor) => [...(editor.shadowRoot?.querySelectorAll<HTMLElement>('.completion') ?? [])];
const said = (editor: LabelEditor) => tabs(editor).map(({ title }) => title);
const ids = (editor: LabelEditor) => tabs(editor).map(({ dataset }) => dataset.annotationId);
const toast = (editor: LabelEditor) => editor.shadowRoot?.querySelector('.toast')?.textContent ?? '';

/** Opens a tab's menu by the right button. */
async function menuOf(editor: LabelEditor, name: RegExp): Promise<HTMLElement> {
  await click(byRole(editor, 'tab', name), { button: 'right' });
  await until(() => editor.shadowRoot?.querySelector('[role=menu]:popover-open') != null);
  return editor.shadowRoot?.querySelector('[role=menu]:popover-open') as HTMLElement;
}
async function choose(editor: LabelEditor, tab: RegExp, entry: string, role = 'menuitem'): Promise<void> {
  await menuOf(editor, tab);
  await click(byRole(editor, role, entry));
}
/** What the host hears of, and how it answers. */
function host(editor: LabelEditor, type: string, answer?: () => Promise<undefined>) {
  const heard: SaveDetail[] = [];
  editor.addEventListener(type, (event) => {
    const { detail } = event as Save;
    heard.push(detail);
    if (answer) detail.waitUntil(answer());
  });
  return heard;
}

describe('completions', () => {
  afterEach(clear);

  describe('tabs', () => {
    it('say author or model, score, ground truth, what was skipped, and their ids in the order of the task', async () => {
      const editor = await mount(config, task());
      expect(said(editor)).to.deep.equal([
        'Completion, ana #1, Ground truth, Submitted',
        'Completion, Bo #2, Submitted',
        'Completion, cy #3, Skipped',
        'Prediction, m1, 50%',
      ]);
      expect(ids(editor)).to.deep.equal(['1', '2', '3', '5']);
      await click(tabs(editor)[2] as Element);
      expect(editor.completion?.id).to.equal(3);
    });

    it('say what was made for another config, and what of it cannot be read once it is shown', async () => {
      const foreign = { ...span('z', 0, 1), from_name: 'gone', to_name: 'gone' };
      const editor = await mount(
        config,
        task({
          predictions: [
            { id: 6, model_version: 'old', result: [foreign] },
            { id: 7, model_version: 'half', result: [span('a', 0, 3), { ...span('b', 1, 2), value: 7 }] },
          ],
        }),
      );
      expect(said(editor)[3]).to.contain('Made for another config');
      expect(said(editor)[4]).to.equal('Prediction, half');
      await click(byRole(editor, 'tab', /half/));
      await until(() => /1 result cannot be read/.test(said(editor)[4] ?? ''));
      expect(editor.completion?.result).to.have.length(2);
      await click(byRole(editor, 'tab', /old/));
      expect(editor.completion?.result).to.deep.equal([foreign]);
      expect(editor.problems.some(({ code }) => code.startsWith('result/'))).to.equal(true);
    });

    it('show the rest where a completion is no object, and two of one id side by side', async () => {
      const annotations = [7, { id: 1, result: [span('a', 0, 3)] }, { id: 1, result: [] }];
      const editor = await mount(config, task({ annotations, predictions: [] }));
      expect(ids(editor)).to.deep.equal(['1', '1']);
      const messages = editor.problems.map(({ message }) => message).join(' ');
      expect(messages).to.contain('Number 1 of the annotations').and.contain('have the id 1');
      await click(tabs(editor)[1] as Element);
      expect(editor.serialize()).to.deep.equal([]);
    });

    it('are gone through with arrow keys, Home and End', async () => {
      const editor = await mount(config, task());
      byRole(editor, 'tab', /ana/).focus();
      await keys('End');
      await keys('Enter');
      expect(editor.completion?.id).to.equal(5);
      await keys('ArrowRight');
      await keys('Enter');
      expect(editor.completion?.id).to.equal(1);
    });

    it('scroll where there are many, with the one on show in view, and a list to find one', async () => {
      const annotations = Array.from({ length: 50 }, (_, at) => ({
        id: at,
        created_username: `name${at}`,
        result: [],
      }));
      const editor = await mount(config, task({ annotations, predictions: [] }));
      const inView = (element: Element | undefined) => {
        const [tab, list] = [element, element?.parentElement].map((each) => each?.getBoundingClientRect());
        return tab && list ? tab.left >= list.left - 1 && tab.right <= list.right + 1 : false;
      };
      const bar = editor.shadowRoot?.querySelector('[part~=top-bar]');
      expect(bar?.scrollWidth).to.equal(bar?.clientWidth);
      editor.selectCompletion(40);
      await until(() => inView(tabs(editor)[40]));
      await click(byRole(editor, 'button', 'All 50 completions and predictions'));
      const list = () => editor.shadowRoot?.querySelectorAll('[role=listbox] [role=option]') ?? [];
      await until(() => list().length === 50);
      await until(() => editor.shadowRoot?.activeElement?.getAttribute('type') === 'search');
      for (const letter of 'name1') await keys(letter);
      await until(() => list().length === 11);
      await keys('ArrowDown');
      await keys('ArrowDown');
      await keys('Enter');
      expect(editor.completion?.id).to.equal(10);
      await until(() => inView(tabs(editor)[10]));
      expect(editor.shadowRoot?.querySelector(':popover-open')).to.equal(null);
    });
  });

  describe('copying', () => {
    it('gives a second tab with exactly the same results', async () => {
      const editor = await mount(config, task());
      await choose(editor, /ana/, 'Copy to a new completion');
      await until(() => tabs(editor).length === 5);
      expect(editor.completion?.parent_annotation).to.equal(1);
      expect(editor.serialize()).to.deep.equal([span('a', 0, 3)]);
      expect(editor.shadowRoot?.querySelectorAll('[role=row][data-id]').length ?? 0).to.be.at.most(1);
    });

    it('of an empty completion is empty: what is preselected is only for new ones', async () => {
      const editor = await mount(config, task());
      await choose(editor, /Bo/, 'Copy to a new completion');
      await until(() => editor.completion?.parent_annotation === 2);
      expect(editor.serialize()).to.deep.equal([]);
      await click(byRole(editor, 'button', 'New completion'));
      expect(editor.serialize()).to.have.length(1);
    });

    it('of a prediction can be edited, and says where it comes from', async () => {
      const editor = await mount(config, task());
      await choose(editor, /m1/, 'Copy to a new completion');
      await until(() => editor.completion?.parent_prediction === 5);
      expect(editor.serialize().map((result) => (result as { origin: string }).origin)).to.deep.equal([
        'prediction',
        'prediction',
      ]);
    });

    it('as JSON puts the whole completion on the clipboard', async () => {
      const written: string[] = [];
      const { clipboard } = navigator;
      Object.defineProperty(navigator, 'clipboard', {
        configurable: true,
        value: { writeText: async (text: string) => void written.push(text) },
      });
      try {
        const editor = await mount(config, task());
        await choose(editor, /ana/, 'Copy as JSON');
        await until(() => /Copied/.test(toast(editor)));
        expect(JSON.parse(written[0] ?? '')).to.deep.include({ id: 1, result: [span('a', 0, 3)] });
      } finally {
        Object.defineProperty(navigator, 'clipboard', { configurable: true, value: clipboard });
      }
    });
  });

  describe('ground truth', () => {
    const isMarked = (editor: LabelEditor, at: number) => /Ground truth/.test(said(editor)[at] ?? '');

    it('is marked and unmarked, and the host is told', async () => {
      const editor = await mount(config, task());
      const heard = host(editor, 'completion-ground-truth');
      await choose(editor, /Bo/, 'Ground truth', 'menuitemcheckbox');
      await until(() => isMarked(editor, 1));
      await choose(editor, /Bo/, 'Ground truth', 'menuitemcheckbox');
      await until(() => !isMarked(editor, 1));
      expect(heard.map(({ taskId, completion }) => [taskId, completion.id, completion.ground_truth])).to.deep.equal([
        [12, 2, true],
        [12, 2, false],
      ]);
    });

    it('is shown at once, and put back where the host refuses', async () => {
      const editor = await mount(config, task());
      let refuse = () => {};
      host(
        editor,
        'completion-ground-truth',
        () => new Promise((_, reject) => (refuse = () => reject(new Error('not yours.')))),
      );
      await choose(editor, /Bo/, 'Ground truth', 'menuitemcheckbox');
      await until(() => isMarked(editor, 1));
      refuse();
      await until(() => !isMarked(editor, 1));
      expect(toast(editor)).to.contain('not yours.');
    });

    it('stays where the page forbids it', async () => {
      const editor = await mount(config, task());
      editor.addEventListener('completion-ground-truth', (event) => event.preventDefault());
      await choose(editor, /ana/, 'Ground truth', 'menuitemcheckbox');
      await until(() => /does not allow/.test(toast(editor)));
      expect(isMarked(editor, 0)).to.equal(true);
    });

    it('of a new completion is told with its submission', async () => {
      const editor = await mount(config, task());
      const heard = host(editor, 'completion-ground-truth');
      await click(byRole(editor, 'button', 'New completion'));
      await until(() => tabs(editor).length === 5);
      await choose(editor, /You/, 'Ground truth', 'menuitemcheckbox');
      await until(() => isMarked(editor, 3));
      expect(heard).to.deep.equal([]);
      const submit = next<Save>(editor, 'completion-submit');
      await editor.submit();
      expect((await submit).detail.completion.ground_truth).to.equal(true);
    });
  });

  describe('deleting', () => {
    it('can be undone until the host is told', async () => {
      const editor = await mount(config, task());
      const heard = host(editor, 'completion-delete');
      await choose(editor, /Bo/, 'Delete');
      await until(() => tabs(editor).length === 3);
      expect(ids(editor)).to.deep.equal(['1', '3', '5']);
      await until(() => /deleted/.test(toast(editor)));
      await click(editor.shadowRoot?.querySelector('.toast button') as Element);
      await until(() => tabs(editor).length === 4);
      expect(ids(editor)).to.deep.equal(['1', '2', '3', '5']);
      expect(heard).to.deep.equal([]);
    });

    it('is told once the offer to undo it is waved away, and shows the next one', async () => {
      const editor = await mount(config, task());
      const heard = host(editor, 'completion-delete');
      await choose(editor, /ana/, 'Delete');
      await until(() => editor.completion?.id === 2);
      expect(heard).to.deep.equal([]);
      await click(editor.shadowRoot?.querySelector('.toast [aria-label=Close]') as Element);
      await until(() => heard.length === 1);
      expect(heard[0]?.completion).to.deep.include({ id: 1, result: [span('a', 0, 3)] });
      expect(ids(editor)).to.deep.equal(['2', '3', '5']);
    });

    it('is told before another task is shown, of the task it was of', async () => {
      const editor = await mount(config, task());
      const heard = host(editor, 'completion-delete');
      await choose(editor, /ana/, 'Delete');
      await until(() => editor.completion?.id === 2);
      editor.task = { id: 13, data: { text: 'Sun.' } };
      await editor.ready;
      expect(heard.map(({ taskId, completion }) => [taskId, completion.id])).to.deep.equal([[12, 1]]);
    });

    it('comes back where the host refuses or forbids it', async () => {
      const editor = await mount(config, task());
      host(editor, 'completion-delete', async () => {
        throw new Error('it is locked');
      });
      await choose(editor, /ana/, 'Delete');
      await until(() => tabs(editor).length === 3);
      await click(editor.shadowRoot?.querySelector('.toast [aria-label=Close]') as Element);
      await until(() => tabs(editor).length === 4);
      expect(toast(editor)).to.contain('it is locked');
      expect(editor.completion?.id).to.equal(1);
    });

    it('of one that was never saved is not told, and the last one leaves an empty one', async () => {
      const editor = await mount(config, { id: 1, data: { text: 'Fog' } });
      const heard = host(editor, 'completion-delete');
      await choose(editor, /You/, 'Delete');
      await until(() => /deleted/.test(toast(editor)));
      await click(editor.shadowRoot?.querySelector('.toast [aria-label=Close]') as Element);
      await until(() => toast(editor) === '');
      expect(heard).to.deep.equal([]);
      expect(tabs(editor)).to.have.length(1);
    });
  });

  describe('the menu of a tab', () => {
    it('is opened by the menu key, gone through with arrow keys, and closed with the focus back', async () => {
      const editor = await mount(config, task());
      const tab = byRole(editor, 'tab', /ana/);
      tab.focus();
      await keys('Shift+F10');
      await until(() => editor.shadowRoot?.querySelector('[role=menu]:popover-open') != null);
      const focused = () => editor.shadowRoot?.activeElement?.textContent?.trim();
      expect(focused()).to.equal('Copy to a new completion');
      await keys('ArrowUp');
      expect(focused()).to.equal('Delete');
      await keys('Escape');
      expect(editor.shadowRoot?.querySelector(':popover-open')).to.equal(null);
      expect(editor.shadowRoot?.activeElement).to.equal(tab);
    });

    it('offers what can be done: nothing that changes anything where that is forbidden', async () => {
      const editor = await mount(config, task(), { readonly: true });
      const menu = await menuOf(editor, /ana/);
      const able = [...menu.querySelectorAll<HTMLButtonElement>('.entry')].map((entry) => [
        entry.textContent?.trim(),
        !entry.disabled,
      ]);
      expect(able).to.deep.equal([
        ['Copy to a new completion', false],
        ['Ground truth', false],
        ['Copy as JSON', true],
        ['Delete', false],
      ]);
      await keys('Escape');
      const ofModel = await menuOf(editor, /m1/);
      expect(ofModel.textContent).not.to.contain('Delete');
    });

    it('breaks no rule of accessibility', async () => {
      const editor = await mount(config, task());
      await click(byRole(editor, 'button', 'New completion'));
      await until(() => tabs(editor).length === 5);
      await menuOf(editor, /ana/);
      const { violations } = await axe.run(editor, { rules: { region: { enabled: false } } });
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).to.deep.equal([]);
    });
  });
});
