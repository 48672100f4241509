import axe from 'axe-core';
import { expect } from 'chai';
import type { Dict, Json } from '../../../src/model/json.js';
import { tableView } from '../../../src/tags/table/table.view.js';
import { click, doubleClick, keys, press, release, wheel } from '../../support/input.js';
import { mount as mountEditor } from '../../support/mount.js';
import { byRole, clear, painted } from '../../support/page.js';
import { type FakeTag, mountTag } from '../../support/tag-context.js';
import { until } from '../../support/until.js';

describe('tableView', () => {
  let tag: FakeTag;
  const mount = async (data: Json | undefined, attributes: Dict = {}) => {
    tag = await mountTag(tableView, { tag: 'Table', name: 'rows', attributes, ...(data !== undefined && { data }) });
    await until(() => table()?.checkVisibility() === true || note() !== '');
    await painted();
  };
  const table = () => tag.root.querySelector('table');
  const frame = () => tag.root.querySelector('.le-table') as HTMLElement;
  const note = () => tag.root.querySelector('.le-media-card, .le-table-size')?.textContent?.trim() ?? '';
  const cellsOf = (row: Element) =>
    [...row.querySelectorAll('th, td[data-row]')].map((cell) => cell.textContent?.trim());
  const seen = () => [...(table()?.querySelectorAll('tr[aria-rowindex]') ?? [])].map(cellsOf);
  const cell = (row: number, column: number) =>
    tag.root.querySelector<HTMLElement>(`[data-row="${row}"][data-column="${column}"]`) as HTMLElement;
  const active = () => tag.root.getElementById(table()?.getAttribute('aria-activedescendant') ?? '') as HTMLElement;
  const copied = () => {
    const data = new DataTransfer();
    const event = new ClipboardEvent('copy', { bubbles: true, composed: true, cancelable: true, clipboardData: data });
    table()?.dispatchEvent(event);
    return event.defaultPrevented ? data.getData('text/plain') : undefined;
  };
  const said = () => [...tag.problems].map(({ code }) => code);
  afterEach(() => {
    tag?.remove();
    clear();
  });

  it('lists an object by name and value, and nested data as JSON', async () => {
    await mount({ b: 2, A: 'one\ntwo', c: { d: [1] } });
    expect(seen()).to.deep.equal([
      ['Name', 'Value'],
      ['A', 'one\ntwo'],
      ['b', '2'],
      ['c', '{"d":[1]}'],
    ]);
    expect(cell(0, 0).role).to.equal('rowheader');
    const { violations } = await axe.run(tag.root.host as HTMLElement, { rules: { region: { enabled: false } } });
    expect(violations.map(({ id }) => id)).to.deep.equal([]);
  });

  it('shows markup as text', async () => {
    await mount([{ '<b>t</b>': '<img src=x onerror="window.hacked = 1">' }]);
    expect(seen()).to.deep.equal([['<b>t</b>'], ['<img src=x onerror="window.hacked = 1">']]);
    expect(tag.root.querySelector('img')).to.equal(null);
  });

  it('is sorted by a click on a title, up, down and back, numbers by their size', async () => {
    await mount([
      { n: 10, t: 'b' },
      { n: 9, t: 'C' },
      { n: 100, t: 'a' },
    ]);
    const column = (at: number) =>
      seen()
        .slice(1)
        .map((row) => row[at]);
    await click(cell(-1, 0));
    expect(column(0)).to.deep.equal(['9', '10', '100']);
    expect(cell(-1, 0).ariaSort).to.equal('ascending');
    await click(cell(-1, 0));
    expect(column(0)).to.deep.equal(['100', '10', '9']);
    expect(cell(-1, 0).ariaSort).to.equal('descending');
    await click(cell(-1, 0));
    expect(column(0)).to.deep.equal(['10', '9', '100']);
    await click(cell(-1, 1));
    expect(column(1)).to.deep.equal(['a', 'b', 'C']);
    expect(cell(-1, 0).ariaSort).to.equal('none');
    expect(getComputedStyle(cell(0, 0)).textAlign).to.equal('end');
    expect(getComputedStyle(cell(0, 1)).textAlign).to.equal('start');
  });

  it('is walked through, sorted and copied from by keys alone', async () => {
    await mount([
      { a: 1, b: 'x\ty' },
      { a: 2, b: 'z' },
      { a: 3, b: 'w' },
    ]);
    await keys('Tab');
    expect(active()).to.equal(cell(0, 0));
    await keys('ArrowRight');
    await keys('ArrowDown');
    expect(active()).to.equal(cell(1, 1));
    expect(copied()).to.equal('z');
    await keys('Shift+ArrowUp');
    await keys('Shift+ArrowLeft');
    expect(copied()).to.equal('1\t"x\ty"\n2\tz');
    expect(cell(1, 1).ariaSelected).to.equal('true');
    await keys('Control+a');
    expect(copied()).to.equal('1\t"x\ty"\n2\tz\n3\tw');
    await keys('Control+Home');
    await keys('ArrowUp');
    expect(active()).to.equal(cell(-1, 0));
    await keys('Enter');
    await keys('Enter');
    await keys('Control+End');
    expect(copied()).to.equal('x\ty');
  });

  it('leaves text that is marked in a cell to the browser', async () => {
    await mount({ a: 'some words' });
    const { left, y, height } = (cell(0, 1).querySelector('div') as HTMLElement).getBoundingClientRect();
    const word = { x: left + 8, y: y + height / 2 };
    await click(word);
    await press('left', 2);
    await release('left', 2);
    const selection = (tag.root as ShadowRoot & { getSelection?(): Selection }).getSelection?.();
    expect(String(selection)).to.contain('some');
    expect(copied()).to.equal(undefined);
  });

  it('shows all of a cell that is cut, by double click or Enter', async () => {
    const long = `${'Very long. '.repeat(300)}The end.`;
    await mount([{ a: long, b: '{"deep":[1]}' }]);
    const whole = () => tag.root.querySelector<HTMLElement>('[popover]:popover-open');
    await doubleClick(cell(0, 0));
    expect(whole()?.textContent).to.equal(long);
    await keys('Escape');
    expect(whole()).to.equal(null);
    expect(tag.root.activeElement).to.equal(table());
    await keys('ArrowRight');
    await keys('Enter');
    expect(whole()?.textContent).to.equal('{\n  "deep": [\n    1\n  ]\n}');
  });

  it('makes elements of the rows in view only, however many there are', async () => {
    await mount(Array.from({ length: 100_000 }, (_, index) => ({ index, text: `row ${index}` })));
    expect(table()?.ariaRowCount ?? table()?.getAttribute('aria-rowcount')).to.equal('100001');
    expect(seen().length).to.be.lessThan(80);
    expect(note()).to.equal('100,000 rows, 2 columns');
    const box = frame().getBoundingClientRect();
    await wheel({ x: box.x + 40, y: box.y + 80 }, { deltaY: 60_000 });
    await until(() => frame().scrollTop > 50_000 && seen().some(([index]) => Number(index) > 2000));
    expect(seen().length).to.be.lessThan(80);
    table()?.focus();
    await keys('Control+End');
    await painted();
    expect(active().textContent).to.contain('row 99999');
    const [view, last] = [frame().getBoundingClientRect(), active().getBoundingClientRect()];
    expect(last.bottom).to.be.at.most(view.bottom + 1);
    await keys('Home');
    await keys('ArrowUp');
    await painted();
    expect(copied()).to.equal('99998');
  });

  it('makes elements of the columns in view only, where there are very many', async () => {
    const wide = Object.fromEntries(Array.from({ length: 3000 }, (_, index) => [`column ${index}`, index]));
    await mount([wide, wide]);
    expect(seen()[0]?.length).to.be.lessThan(60);
    await click(cell(0, 0));
    await keys('End');
    await painted();
    expect(active().textContent).to.contain('2999');
    expect(seen()[0]?.length).to.be.lessThan(60);
  });

  it('fetches a CSV, and says what is wrong when there is none', async () => {
    const file = (text: string) => URL.createObjectURL(new Blob([text]));
    await mount(file('Name;Age\nAda;36\n'), { valueType: 'csv|url' });
    expect(seen()).to.deep.equal([
      ['Name', 'Age'],
      ['Ada', '36'],
    ]);
    tag.remove();
    await mount(file('Ada;36\n'), { valueType: 'csv|url|separator=,|headless' });
    expect(seen()).to.deep.equal([['0'], ['Ada;36']]);
    tag.remove();
    await mount('/no/such/file.csv', { valueType: 'csv|url' });
    expect(note()).to.match(/cannot be shown.*answered 404.*Check the address/s);
    expect(said()).to.deep.equal(['media/not-found']);
    tag.remove();
    await mount(file('<!doctype html><p>Log in'), { valueType: 'csv|url' });
    expect(note()).to.match(/HTML page where the text should be/);
    tag.remove();
    await mount(file('PK\0\0spreadsheet'), { valueType: 'csv|url' });
    expect(note()).to.match(/binary file.*Save it as CSV/);
    tag.remove();
    await mount('javascript:alert(1)', { valueType: 'csv|url' });
    expect(note()).to.match(/no address/);
  });

  it('tries again when asked to', async () => {
    let isThere = false;
    const { fetch } = window;
    window.fetch = async (...request) => (isThere ? new Response('[{"a": 1}]') : fetch(...request));
    try {
      await mount('/no/such/file.json', { valueType: 'json|url' });
      isThere = true;
      await click(byRole(tag.root.host, 'button', 'Try again'));
      await until(() => seen().length === 2);
      expect(said()).to.deep.equal([]);
    } finally {
      window.fetch = fetch;
    }
  });

  it('says in place what is wrong with the data', async () => {
    await mount('name,age');
    expect(note()).to.match(/no JSON/);
    expect(said()).to.deep.equal(['task/wrong-data']);
    tag.remove();
    await mount('a,b\n1,"2', { valueType: 'csv' });
    expect(seen()[1]).to.deep.equal(['1', '2']);
    expect(tag.root.querySelector('[role=status]')?.textContent).to.match(/line 2/);
    tag.remove();
    await mount({ a: 1 }, { valueType: 'yaml' });
    expect(said()).to.deep.equal(['config/wrong-attribute']);
    expect(seen().length).to.equal(2);
  });

  it('says when there is nothing', async () => {
    await mount([]);
    expect(note()).to.equal('There is nothing in this table.');
    tag.remove();
    await mount('a,b\n', { valueType: 'csv' });
    expect(note()).to.equal('There are no rows in this table.');
    expect(seen()).to.deep.equal([['a', 'b']]);
  });

  it('stands in the editor with questions about it, at any width', async () => {
    const editor = await mountEditor(
      `<View><Table name="record" value="$record"/>
<Choices name="verdict" toName="record"><Choice value="Correct"/></Choices></View>`,
      { id: 1, data: { record: { title: 'Fog', text: 'word '.repeat(80) } } },
    );
    editor.style.width = '400px';
    await painted();
    const table = byRole(editor, 'grid', 'record');
    expect(editor.problems).to.deep.equal([]);
    await until(() => (table.parentElement?.scrollWidth ?? 0) <= (table.parentElement?.clientWidth ?? 0) + 1);
    await click(byRole(editor, 'checkbox', 'Correct'));
    const results = editor.serialize() as readonly Dict[];
    expect(results.map(({ to_name, value }) => [to_name, value])).to.deep.equal([['record', { choices: ['Correct'] }]]);
  });
});
