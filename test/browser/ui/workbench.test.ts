import { emulateMedia } from '@web/test-runner-commands';
import axe from 'axe-core';
import { expect } from 'chai';
import type { LabelEditor, SaveDetail } from '../../../src/index.js';
import { click, drag, keys, move } from '../../support/input.js';
import { mount } from '../../support/mount.js';
import { byRole, chip, clear, next, painted, picture, pointOn } from '../../support/page.js';
import { openSettings } from '../../support/settings.js';
import { until } from '../../support/until.js';

const config = `<View>
  <Labels name="ner" toName="txt"><Label value="Place"/></Labels>
  <Text name="txt" value="$text"/>
  <RectangleLabels name="box" toName="img"><Label value="Car"/><Label value="Bus"/></RectangleLabels>
  <Image name="img" value="$url"/>
  <Choices name="sky" toName="img" showInline="true" required="true"><Choice value="Clear"/><Choice value="Cloudy"/></Choices>
</View>`;
const box = (id: string, x: number) => ({
  id,
  from_name: 'box',
  to_name: 'img',
  type: 'rectanglelabels',
  original_width: 400,
  original_height: 200,
  value: { x, y: 10, width: 10, height: 20, rotation: 0, rectanglelabels: ['Car'] },
});
const span = {
  id: 's',
  from_name: 'ner',
  to_name: 'txt',
  type: 'labels',
  value: { start: 0, end: 3, text: 'Fog', labels: ['Place'] },
};
const task = () => ({
  id: 12,
  data: { url: picture(400, 200), text: 'Fog over the river.' },
  annotations: [
    { id: 1, created_username: 'ana', result: [box('a', 10), span] },
    { id: 2, completed_by: { first_name: 'Bo', last_name: 'Li' }, result: [] },
  ],
  predictions: [{ id: 5, model_version: 'm1', score: 0.5, result: [{ ...box('p', 60), score: 0.75 }] }],
});

const part = (editor: LabelEditor, name: string) =>
  editor.shadowRoot?.querySelector<HTMLElement>(`[part~="${name}"]`) ?? undefined;
const names = (editor: LabelEditor, selector: string) =>
  [...(editor.shadowRoot?.querySelectorAll(selector) ?? [])].map(
    (node) => node.getAttribute('aria-label') ?? node.textContent?.trim().replace(/\s+/g, ' '),
  );
async function width(editor: LabelEditor, pixels: number): Promise<void> {
  editor.style.width = `${pixels}px`;
  await painted();
  await painted();
}

describe('workbench', () => {
  afterEach(clear);

  describe('the top bar', () => {
    it('shows completions by author and predictions by model and score, and changes between them', async () => {
      const editor = await mount(config, task());
      expect(names(editor, '[part=top-bar] [role=tab]')).to.deep.equal([
        'Completion ana #1 Submitted',
        'Completion Bo Li #2 Submitted',
        'Prediction m1 50%',
      ]);
      expect(byRole(editor, 'tab', /m1/).textContent).to.contain('50%');
      await click(byRole(editor, 'tab', /m1/));
      expect(editor.completion?.id).to.equal(5);
      await click(byRole(editor, 'button', 'Copy to edit'));
      expect(editor.completion?.parent_prediction).to.equal(5);
      expect(editor.serialize()).to.have.length(1);
    });

    it('moves among the tabs with arrow keys', async () => {
      const editor = await mount(config, task());
      byRole(editor, 'tab', /ana/).focus();
      await keys('ArrowRight');
      await keys('Enter');
      expect(editor.completion?.id).to.equal(2);
    });

    it('starts a new completion', async () => {
      const editor = await mount(config, task());
      await click(byRole(editor, 'button', 'New completion'));
      expect(editor.completion?.id).to.equal(undefined);
      expect(editor.serialize()).to.deep.equal([]);
      await until(() => byRole(editor, 'tab', /You/).getAttribute('aria-selected') === 'true');
    });

    it('shows work that is not saved yet, and undoes it', async () => {
      const editor = await mount(config, task());
      await click(byRole(editor, 'checkbox', 'Clear'));
      await until(() => names(editor, '[part=top-bar] [role=tab]')[0] === 'Completion ana #1 Unsaved changes');
      await click(byRole(editor, 'button', 'Undo'));
      expect(editor.serialize()).to.have.length(2);
      await click(byRole(editor, 'button', 'Redo'));
      expect(editor.serialize()).to.have.length(3);
    });

    it('points out what is missing, then submits', async () => {
      const editor = await mount(config, task());
      await click(byRole(editor, 'button', 'Update'));
      await until(() => /sky/.test(byRole(editor, 'status', /./).textContent ?? ''));
      await click(byRole(editor, 'checkbox', 'Cloudy'));
      const update = next<CustomEvent<SaveDetail>>(editor, 'completion-update');
      await click(byRole(editor, 'button', 'Update'));
      expect((await update).detail.completion.result).to.have.length(3);
    });

    it('saves a draft from the menu beside the submit button', async () => {
      const editor = await mount(config, task());
      await click(byRole(editor, 'checkbox', 'Clear'));
      const draft = next(editor, 'completion-draft');
      await click(byRole(editor, 'button', 'More ways to save'));
      await click(byRole(editor, 'button', 'Save draft'));
      await draft;
      await until(() => /Draft saved, not submitted/.test(part(editor, 'status')?.textContent ?? ''));
    });

    it('changes settings', async () => {
      const editor = await mount(config, task());
      await click(await openSettings(editor, 'Keep labels armed after drawing'));
      await keys('Escape');
      await click(chip(editor, 'Car'));
      await drag(pointOn(editor, 'img', [30, 40]), pointOn(editor, 'img', [45, 60]));
      await drag(pointOn(editor, 'img', [60, 40]), pointOn(editor, 'img', [75, 60]));
      expect(editor.serialize()).to.have.length(4);
    });

    it('closes a menu on Escape without dropping the selection', async () => {
      const editor = await mount(config, task());
      await width(editor, 1200);
      editor.select(['a']);
      await click(byRole(editor, 'button', 'Settings'));
      await keys('Escape');
      expect(byRole(editor, 'row', /Car/).getAttribute('aria-selected')).to.equal('true');
      expect(editor.shadowRoot?.querySelector(':popover-open')).to.equal(null);
    });
  });

  it('lists all keys on a sheet, and takes none while it is open', async () => {
    const editor = await mount(config, task());
    await width(editor, 1200);
    editor.select(['a']);
    await move(pointOn(editor, 'img', [80, 80]));
    await keys('?');
    const sheetOf = () => editor.shadowRoot?.querySelector('dialog');
    // It is fetched when it is first asked for.
    await until(() => sheetOf()?.open === true);
    const sheet = sheetOf();
    expect(sheet?.textContent).to.contain('Ctrl+Enter').and.contain('Rectangle');
    for (const name of sheet?.querySelectorAll('dt') ?? []) {
      const keysOfIt = name.nextElementSibling?.getBoundingClientRect() as DOMRect;
      const { left, right, height } = (name.parentElement as HTMLElement).getBoundingClientRect();
      expect(keysOfIt.left, name.textContent).to.be.at.least(left);
      expect(keysOfIt.right, name.textContent).to.be.at.most(right + 1);
      expect(height, `${name.textContent} takes no more than two lines`).to.be.at.most(52);
    }
    await keys('Delete');
    expect(editor.serialize()).to.have.length(2);
    await keys('Escape');
    expect(sheet?.open).to.equal(false);
    expect(byRole(editor, 'row', /Car/).getAttribute('aria-selected')).to.equal('true');
  });

  it('offers the tools of the config by name, one pressed', async () => {
    const editor = await mount(config, task());
    const select = byRole(editor, 'button', 'Select and move');
    expect(byRole(editor, 'button', 'Rectangle').getAttribute('aria-pressed')).to.equal('true');
    await click(select);
    await until(() => select.getAttribute('aria-pressed') === 'true');
    await click(chip(editor, 'Car'));
    await until(() => byRole(editor, 'button', 'Rectangle').getAttribute('aria-pressed') === 'true');
    expect(byRole(editor, 'button', 'Rectangle').title).to.match(/Rectangle +R/);
  });

  it('has no tools where there is nothing to choose', async () => {
    const answers =
      '<View><Text name="txt" value="$text"/><Choices name="sky" toName="txt"><Choice value="A"/></Choices></View>';
    const editor = await mount(answers, { data: { text: 'Fog' } });
    expect(part(editor, 'tools')).to.equal(undefined);
    expect(part(editor, 'panel')?.textContent ?? '').to.equal('');
    await width(editor, 1200);
    expect(part(editor, 'panel')?.textContent).to.contain('nothing to mark');
  });

  it('tells where the pointer is', async () => {
    const editor = await mount(config, task());
    await painted();
    await move(pointOn(editor, 'img', [50, 50]));
    await until(() =>
      /(49\.\d|50|50\.\d), .* % · (199|200|201), (99|100|101) px/.test(part(editor, 'status')?.textContent ?? ''),
    );
  });

  it('lists problems with their place, and goes there', async () => {
    const editor = await mount('<View>\n  <Widget/>\n  <Text name="txt" value="$text"/></View>', task());
    await click(byRole(editor, 'button', /problem/));
    const entry = byRole(editor, 'button', /<Widget>/);
    expect(entry.textContent).to.contain('line 2:3').and.contain('config/unknown-tag');
  });

  it('lists what is wrong with a malformed config, and shows the rest', async () => {
    const editor = await mount('<View>\n  <Text name="txt" value="$text">\n</View>', task());
    await click(byRole(editor, 'button', /problem/));
    const entry = byRole(editor, 'button', /is not closed before/);
    expect(entry.textContent).to.contain('line 3:1').and.contain('config/malformed');
    expect(editor.shadowRoot?.querySelector('[data-tag=Text]')).to.exist;
  });

  it('shows what is known of the selected region', async () => {
    const editor = await mount(config, task());
    await width(editor, 1200);
    editor.select(['s']);
    await click(byRole(editor, 'tab', 'Details'));
    await until(() => /Place/.test(part(editor, 'panel')?.textContent ?? ''));
    const text = (part(editor, 'panel')?.textContent ?? '').replace(/\s+/g, ' ');
    expect(text).to.contain('Fog').and.match(/ID ?s/);
    const figure = (name: string) => (byRole(editor, 'textbox', name) as HTMLInputElement).value;
    expect([figure('Start'), figure('End')]).to.deep.equal(['0', '3']);
  });

  it('goes back to an earlier step', async () => {
    const editor = await mount(config, task());
    await width(editor, 1200);
    await click(byRole(editor, 'checkbox', 'Clear'));
    await click(chip(editor, 'Car'));
    await drag(pointOn(editor, 'img', [30, 40]), pointOn(editor, 'img', [45, 60]));
    await click(byRole(editor, 'tab', 'History'));
    await until(() => part(editor, 'panel')?.querySelector('.history') !== null);
    await click(byRole(editor, 'button', /^1/));
    expect(editor.serialize()).to.have.length(3);
  });

  it('leaves nothing but the content of the config without panels', async () => {
    const editor = await mount(config, task(), { panels: [] });
    for (const name of ['top-bar', 'tools', 'panel', 'status']) expect(part(editor, name), name).to.equal(undefined);
    const content = part(editor, 'content')?.getBoundingClientRect();
    expect(content?.width).to.equal(1000);
    expect(content?.height).to.equal(700);
  });

  describe('by width', () => {
    it('has the panel beside the content when wide, and as a drawer when not', async () => {
      const editor = await mount(config, task());
      await width(editor, 1200);
      const content = () => part(editor, 'content')?.getBoundingClientRect() as DOMRect;
      expect(part(editor, 'panel')?.getBoundingClientRect().left).to.be.at.least(content().right);
      await width(editor, 900);
      expect(part(editor, 'panel')).to.equal(undefined);
      await click(byRole(editor, 'button', 'Show or hide the panel'));
      await until(() => part(editor, 'panel') !== undefined);
      expect(part(editor, 'panel')?.getBoundingClientRect().left).to.be.below(content().right);
      await click(byRole(editor, 'button', 'Close'));
      await until(() => part(editor, 'panel') === undefined);
    });

    it('docks the tools at the bottom on a phone, with targets for a thumb, and nothing sticks out', async () => {
      const editor = await mount(config, task());
      await width(editor, 400);
      const tools = part(editor, 'tools')?.getBoundingClientRect() as DOMRect;
      expect(tools.top).to.be.at.least((part(editor, 'content') as HTMLElement).getBoundingClientRect().bottom);
      const right = editor.getBoundingClientRect().right;
      for (const name of ['top-bar', 'tools', 'content', 'status']) {
        const element = part(editor, name) as HTMLElement;
        expect(element.getBoundingClientRect().right, name).to.be.at.most(right);
        expect(element.scrollWidth, name).to.be.at.most(element.clientWidth + 1);
      }
      for (const button of editor.shadowRoot?.querySelectorAll('[part=top-bar] button, [part=tools] button') ?? []) {
        if (!button.checkVisibility()) continue;
        const { width: wide, height } = button.getBoundingClientRect();
        expect(Math.min(wide, height), button.getAttribute('aria-label') ?? button.textContent ?? '').to.be.at.least(
          40,
        );
      }
    });
  });

  describe('theme', () => {
    const surface = (editor: LabelEditor) => getComputedStyle(part(editor, 'status') as HTMLElement).borderTopColor;

    it('follows the system where the page has no colour scheme, and the page where it has one', async () => {
      const editor = await mount(config, task());
      const light = surface(editor);
      await emulateMedia({ colorScheme: 'dark' });
      const dark = surface(editor);
      expect(dark).not.to.equal(light);
      editor.remove();
      document.documentElement.style.colorScheme = 'light';
      document.body.append(editor);
      await editor.ready;
      expect(surface(editor)).to.equal(light);
      document.documentElement.style.colorScheme = '';
      editor.theme = 'dark';
      await editor.ready;
      await emulateMedia({ colorScheme: 'light' });
      expect(surface(editor)).to.equal(dark);
    });

    it('takes colours from the host, and nothing that the page happens to set', async () => {
      const editor = await mount(config, task());
      editor.style.setProperty('--le-line', 'rgb(1, 2, 3)');
      expect(surface(editor)).to.equal('rgb(1, 2, 3)');
      document.body.style.cssText = 'text-transform: uppercase; letter-spacing: 3px; color: red; line-height: 4';
      const { textTransform, letterSpacing, color } = getComputedStyle(part(editor, 'top-bar') as HTMLElement);
      expect([textTransform, letterSpacing]).to.deep.equal(['none', 'normal']);
      expect(color).not.to.equal('rgb(255, 0, 0)');
      document.body.style.cssText = '';
    });
  });

  describe('is accessible', () => {
    const violations = async (editor: LabelEditor) => {
      const { violations: found } = await axe.run(
        { include: editor, exclude: { fromShadowDom: ['label-editor', '[data-tag=Image]'] } },
        { rules: { 'page-has-heading-one': { enabled: false } } },
      );
      return found.map(
        ({ id, nodes }) => `${id}: ${nodes.map(({ html, any }) => `${html} ${any[0]?.message ?? ''}`).join('; ')}`,
      );
    };
    for (const theme of ['light', 'dark'] as const) {
      it(`in ${theme}, with a selection, the panel and the details`, async () => {
        const editor = await mount(config, task());
        editor.theme = theme;
        await width(editor, 1200);
        editor.select(['a']);
        await painted();
        expect(await violations(editor)).to.deep.equal([]);
        await click(byRole(editor, 'tab', 'Details'));
        await painted();
        expect(await violations(editor)).to.deep.equal([]);
      });
    }

    it('with the sheet of keys, and as a phone', async () => {
      const editor = await mount(config, task());
      await width(editor, 400);
      expect(await violations(editor)).to.deep.equal([]);
      await click(byRole(editor, 'button', 'Keyboard shortcuts'));
      expect(await violations(editor)).to.deep.equal([]);
    });
  });
});
