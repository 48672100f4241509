import { sendKeys } from '@web/test-runner-commands';
import { expect } from 'chai';
import '../../../src/index.js';
import type { LabelEditor } from '../../../src/ui/label-editor.js';
import { click, keys } from '../../support/input.js';
import { byRole, painted } from '../../support/page.js';
import { until } from '../../support/until.js';

const type = (text: string) => sendKeys({ type: text });
const panel = (name: 'config' | 'task') => document.getElementById(`panel-${name}`) as HTMLElement;
const lines = (name: 'config' | 'task') => [...panel(name).querySelectorAll<HTMLElement>('.cm-line')];
const textOf = (name: 'config' | 'task') =>
  lines(name)
    .map(({ textContent }) => textContent)
    .join('\n');
const editor = () => document.getElementById('editor') as LabelEditor;
/** The options that are offered, as they read. */
const offered = () => [...document.querySelectorAll('.cm-completionLabel')].map(({ textContent }) => textContent);
/** What is underlined, by severity. */
const marked = (name: 'config' | 'task', severity: 'error' | 'warning') =>
  [...panel(name).querySelectorAll(`.cm-lintRange-${severity}`)].map(({ textContent }) => textContent);

/** Puts the page together as index.html has it, the element from the sources. */
async function openPlayground(): Promise<void> {
  const html = await (await fetch('/demo/playground/index.html')).text();
  const page = new DOMParser().parseFromString(html, 'text/html');
  const base = Object.assign(document.createElement('base'), { href: '/demo/playground/' });
  const sheets = ['../demo.css', 'playground.css'].map((href) =>
    Object.assign(document.createElement('link'), { rel: 'stylesheet', href }),
  );
  document.head.append(base);
  const loaded = sheets.map((sheet) => new Promise((done) => sheet.addEventListener('load', done, { once: true })));
  document.head.append(...sheets);
  document.body.replaceChildren(...page.body.children);
  await Promise.all(loaded);
  window.location.hash = '#problems';
  await import('../../../demo/playground/playground.js');
}

/** Shows another example, fresh or as it was left. */
async function example(id: string): Promise<void> {
  const before = editor().config;
  window.location.hash = `#${id}`;
  await until(() => editor().config !== before);
  await editor().ready;
}

/** Clicks behind the end of a line of the config, from 1. */
async function endOf(line: number, name: 'config' | 'task' = 'config'): Promise<void> {
  await click(lines(name)[line - 1] as HTMLElement);
  await keys('End');
}

describe('the playground', () => {
  before(openPlayground);
  after(() => {
    for (const one of document.querySelectorAll('base, link')) one.remove();
    document.body.replaceChildren();
    localStorage.clear();
  });
  beforeEach(async () => {
    await editor().ready;
    await click(byRole(document.body, 'tab', 'Config'));
  });

  it('marks what is wrong with a config where it is', async () => {
    await until(() => marked('config', 'error').length > 3);
    expect(marked('config', 'error')).to.include.members(['<Hologram', 'toName="phota"', 'name="objects"', '<Choice']);
    expect(marked('config', 'warning')).to.include('opacity="much"');
    expect(panel('config').querySelectorAll('.cm-lint-marker-error').length).to.be.greaterThan(3);
  });

  it('goes from a problem to its place', async () => {
    await click(byRole(document.body, 'tab', /^Problems/));
    await click(byRole(document.getElementById('problems') as HTMLElement, 'button', 'line 10, column 3'));
    expect(document.activeElement?.matches('#panel-config .cm-content')).to.equal(true);
    expect(panel('config').querySelector('.cm-activeLine')?.textContent).to.contain('<Hologram');
    await type('<Text/>');
    expect(textOf('config')).to.contain('\n  <Text/>\n');
    await click(byRole(panel('config'), 'button', 'Reset'));
  });

  it('offers tags, attributes, names and data, by keys alone', async () => {
    await example('photograph-and-page');
    await endOf(1);
    await type('\n<Choi');
    await until(() => offered().length > 0);
    expect(offered()[0]).to.equal('Choices');
    expect(document.querySelector('.cm-completionInfo')?.textContent).to.match(/^Asks to choose/);
    await painted();
    await new Promise((done) => setTimeout(done, 100));
    await keys('Enter');
    await until(() => /<Choices name="choices" toName="photo">\n {4}\n {2}<\/Choices>/.test(textOf('config')));
    await keys('Escape');
    await endOf(2);
    await keys('ArrowLeft');
    await type(' choi');
    await until(() => offered().includes('choice'));
    await new Promise((done) => setTimeout(done, 100));
    await keys('Enter');
    await until(() => offered().includes('single-radio'));
    await type('mul');
    await until(() => offered().length === 1);
    await new Promise((done) => setTimeout(done, 100));
    await keys('Enter');
    expect(textOf('config')).to.contain('<Choices name="choices" toName="photo" choice="multiple">');
    await until(() => editor().config.includes('choice="multiple"'));
  });

  it('marks a mistake in its line, and takes the mark away when it is mended', async () => {
    await until(() => marked('config', 'error').length === 0);
    await endOf(1);
    await type('\n<Imag name="a" value="$photo"/>');
    await until(() => marked('config', 'error').length > 0);
    expect(marked('config', 'error')).to.deep.equal(['<Imag']);
    const mark = panel('config').querySelector('.cm-lint-marker-error') as HTMLElement;
    const line = lines('config')[1] as HTMLElement;
    expect(Math.abs(mark.getBoundingClientRect().top - line.getBoundingClientRect().top)).to.be.lessThan(12);
    for (let step = 0; step < 31; step++) await keys('Backspace');
    await until(() => marked('config', 'error').length === 0);
  });

  it('brings the example back, which can be undone', async () => {
    const edited = textOf('config');
    const reset = byRole(panel('config'), 'button', 'Reset') as HTMLButtonElement;
    await click(reset);
    expect(reset.disabled).to.equal(true);
    expect(textOf('config')).not.to.contain('choice="multiple"');
    expect(editor().config).not.to.contain('choice="multiple"');
    await click(lines('config')[0] as HTMLElement);
    await keys('Control+z');
    expect(textOf('config')).to.equal(edited);
    expect(reset.disabled).to.equal(false);
    await until(() => editor().config === edited);
    await click(reset);
  });

  it('indents by Tab, and is left by Escape and Tab', async () => {
    await endOf(2);
    await keys('Home');
    await keys('Tab');
    expect(lines('config')[1]?.textContent).to.match(/^ {4}</);
    await keys('Shift+Tab');
    expect(lines('config')[1]?.textContent).to.match(/^ {2}</);
    await keys('Escape');
    await keys('Tab');
    expect(panel('config').querySelector('.cm-content')?.contains(document.activeElement)).to.equal(false);
  });

  it('finds text', async () => {
    await click(lines('config')[0] as HTMLElement);
    await keys('Control+f');
    await type('vehicle');
    expect(panel('config').querySelector('.cm-search output')?.textContent).to.equal('1 of 1');
    expect(panel('config').querySelector('.cm-activeLine')?.textContent).to.contain('Vehicle');
    await keys('Escape');
    expect(panel('config').querySelector('.cm-search')).to.equal(null);
    expect(document.activeElement?.matches('.cm-content')).to.equal(true);
  });

  it('keeps keys to itself: none of them is a hotkey of the editor', async () => {
    const before = JSON.stringify(editor().serialize());
    await endOf(1);
    await type('  123v');
    await painted();
    expect(JSON.stringify(editor().serialize())).to.equal(before);
    await click(byRole(panel('config'), 'button', 'Reset'));
  });

  it('says where a task is no JSON, and hands it over when it is', async () => {
    await click(byRole(document.body, 'tab', 'Task'));
    await endOf(2, 'task');
    await keys('Backspace');
    await until(() => marked('task', 'error').length > 0);
    expect(panel('task').querySelector('.message')?.textContent).to.match(/^Line 3, column 3: A comma is expected/);
    await endOf(2, 'task');
    await type('4,');
    await until(() => marked('task', 'error').length === 0);
    await until(() => editor().task?.id === 14);
    expect(panel('task').querySelector('.message')?.textContent).to.equal('');
  });
});
