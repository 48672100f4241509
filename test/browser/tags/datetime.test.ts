import { sendKeys } from '@web/test-runner-commands';
import axe from 'axe-core';
import { expect } from 'chai';
import type { Dict } from '../../../src/model/json.js';
import { dateTimeView } from '../../../src/tags/datetime/datetime.view.js';
import type { LabelEditor } from '../../../src/ui/label-editor.js';
import { click, keys } from '../../support/input.js';
import { mount as mountEditor } from '../../support/mount.js';
import { byRole, clear } from '../../support/page.js';
import { byName, type FakeSetup, type FakeTag, mountTag } from '../../support/tag-context.js';
import { until } from '../../support/until.js';

const type = (text: string) => sendKeys({ type: text });
/** As the browser's picker does: the value is there, and the field tells it. */
const pick = (input: HTMLInputElement | HTMLSelectElement, value: string) => {
  input.value = value;
  input.dispatchEvent(new Event(input instanceof HTMLSelectElement ? 'change' : 'input', { bubbles: true }));
};
const year = String(new Date().getFullYear());

describe('dateTimeView', () => {
  let tag: FakeTag;
  const mount = async (attributes: Dict = {}, setup: Partial<FakeSetup> = {}) => {
    tag = await mountTag(dateTimeView, { tag: 'DateTime', name: 'when', attributes, ...setup });
  };
  const input = (name: string) => byName<HTMLInputElement>(tag.root, 'input, select', name);
  const fields = () =>
    [...tag.root.querySelectorAll('input, select')].map((each) => [
      each.getAttribute('aria-label'),
      (each as HTMLInputElement).value,
    ]);
  const note = () => tag.root.querySelector('[role=status]')?.textContent;
  const last = () => tag.values.at(-1);
  /** Types a day into the field, in the order of the browser's language. */
  const typeDay = async (field: HTMLInputElement, day: string, month: string, of: string) => {
    field.focus();
    await type(`${month}${day}${of}`);
  };
  afterEach(() => tag.remove());

  it('asks for a day and a time, and answers when both are there', async () => {
    await mount();
    await typeDay(input('Date'), '01', '05', '2024');
    await keys('Tab');
    expect(tag.values).to.deep.equal([]);
    expect(note()).to.equal('A time is missing; until then there is no answer.');
    input('Time').focus();
    await type('0930AM');
    await keys('Enter');
    expect([tag.values, note()]).to.deep.equal([['2024-05-01T09:30'], '']);
  });

  it('answers when the filling pauses, and not with each digit of a year', async () => {
    await mount({ only: 'date' });
    await typeDay(input('Date'), '01', '05', '2024');
    await until(() => tag.values.length > 0);
    expect(tag.values).to.deep.equal(['2024-05-01']);
  });

  const cases: readonly (readonly [Dict, Readonly<Record<string, string>>, string])[] = [
    [{}, { Date: '2024-05-01', Time: '14:30' }, '2024-05-01T14:30'],
    [{ only: 'date' }, { Date: '2024-05-01' }, '2024-05-01'],
    [{ only: 'date', format: '%d.%m.%Y' }, { Date: '2024-05-01' }, '01.05.2024'],
    [{ only: 'time' }, { Time: '14:30' }, '14:30'],
    [{ only: 'time', format: '%I:%M %p' }, { Time: '14:30' }, '14:30'],
    [{ only: 'month,year' }, { Month: '05', Year: '2024' }, '2024-05-01'],
    [{ only: 'month,year', format: '%m/%Y' }, { Month: '05', Year: '2024' }, '05/2024'],
    [{ only: 'year' }, { Year: '2021' }, '2021'],
    [{ only: 'year', format: '%Y-%m-%d', min: '2020', max: '2022' }, { Year: '2021' }, '2021-01-01'],
    [{ only: 'date,month,year' }, { Date: '2024-05-01' }, '2024-05-01'],
  ];
  for (const [attributes, filled, answer] of cases) {
    it(`says ${answer} for ${JSON.stringify(attributes)}, and reads it back`, async () => {
      await mount(attributes);
      expect(fields().map(([name]) => name)).to.deep.equal(Object.keys(filled));
      for (const [name, value] of Object.entries(filled)) pick(input(name), value);
      tag.settle();
      expect(tag.values).to.deep.equal([answer]);
      tag.remove();
      await mount(attributes, { value: answer });
      expect(fields()).to.deep.equal(Object.entries(filled));
      tag.settle();
      expect(tag.values).to.deep.equal([]);
    });
  }

  it('takes the answer away when half of it is taken away, and keeps the other half', async () => {
    await mount({}, { value: '2024-05-01T09:30' });
    pick(input('Time'), '');
    tag.settle();
    expect(tag.values).to.deep.equal([undefined]);
    expect(fields()).to.deep.equal([
      ['Date', '2024-05-01'],
      ['Time', ''],
    ]);
    pick(input('Time'), '10:00');
    tag.settle();
    expect(last()).to.equal('2024-05-01T10:00');
  });

  it('keeps half a date for each region until the rest comes', async () => {
    const target = (id: string) => ({ target: { of: 'regions' as const, ids: [id] }, value: undefined });
    await mount({}, target('a'));
    pick(input('Date'), '2024-05-01');
    tag.update(target('b'));
    expect(fields()[0]).to.deep.equal(['Date', '']);
    tag.update(target('a'));
    expect(fields()[0]).to.deep.equal(['Date', '2024-05-01']);
    expect(tag.values.filter((value) => value !== undefined)).to.deep.equal([]);
  });

  it('refuses a day that does not exist, and leaves the answer as it was', async () => {
    await mount({ only: 'date' }, { value: '2024-02-01' });
    input('Date').focus();
    await keys('ArrowRight');
    await type('31');
    await keys('Enter');
    expect(note()).to.equal('There is no such date, or a part of it is missing. It is left as it was.');
    expect([tag.values, fields()]).to.deep.equal([[], [['Date', '2024-02-01']]]);
  });

  it('tells in place what is out of bounds, also of a result', async () => {
    const attributes = { only: 'date', format: '%d.%m.%Y', min: '1988-01-13', max: '1999-12-31' };
    await mount(attributes, { value: '01.01.2001' });
    expect([note(), input('Date').getAttribute('aria-invalid')]).to.deep.equal([
      'It must not be after 1999-12-31.',
      'true',
    ]);
    expect([input('Date').min, input('Date').max]).to.deep.equal(['1988-01-13', '1999-12-31']);
    pick(input('Date'), '1987-01-01');
    await until(() => note() === 'It must not be before 1988-01-13.');
    expect(tag.values).to.deep.equal([]);
    tag.settle();
    expect(last()).to.equal('01.01.1987');
    pick(input('Date'), '1990-06-05');
    await until(() => last() === '05.06.1990');
    expect([note(), input('Date').getAttribute('aria-invalid')]).to.deep.equal(['', 'false']);
  });

  it('lists years, the newest first, and one that is in the result', async () => {
    await mount({ only: 'year' }, { value: '1995' });
    const years = [...(input('Year') as unknown as HTMLSelectElement).options].map(({ value }) => value);
    expect([years[1], years.at(-2), years.at(-1)]).to.deep.equal([year, '2000', '1995']);
    expect([input('Year').value, note()]).to.deep.equal(['1995', '']);
  });

  it('shows what comes in another way as local time, and keeps it', async () => {
    await mount({}, { value: '2000-01-01T00:00:00.000Z' });
    const here = new Date('2000-01-01T00:00:00.000Z');
    expect(fields()[1]?.[1]).to.equal(here.toTimeString().slice(0, 5));
    tag.settle();
    expect(tag.values).to.deep.equal([]);
  });

  for (const value of ['2024-02-31', 'next week', 17, { year: 2024 }, ['2024-01-01', 'x'], true]) {
    it(`shows ${JSON.stringify(value)} as it is, and keeps it until another is given`, async () => {
      await mount({ only: 'date' }, { value });
      expect(note()).to.contain(`says ${JSON.stringify(value)}, which cannot be read here`);
      input('Date').focus();
      await keys('Tab');
      tag.settle();
      expect(tag.values).to.deep.equal([]);
      pick(input('Date'), '2024-03-01');
      tag.settle();
      expect([tag.values, note()]).to.deep.equal([['2024-03-01'], '']);
    });
  }

  it('is cleared by its button', async () => {
    await mount({ only: 'month,year' }, { value: 'soon' });
    await click(byName(tag.root, 'button', 'Clear when'));
    expect([tag.values, fields(), note()]).to.deep.equal([
      [undefined],
      [
        ['Month', ''],
        ['Year', ''],
      ],
      '',
    ]);
    expect(tag.root.querySelector('button')).to.equal(null);
  });

  it('gets the focus by its hotkey', async () => {
    await mount({ only: 'time', hotkey: 'd' });
    tag.keys.get('d')?.run();
    expect(tag.root.activeElement).to.equal(input('Time'));
  });

  it('forgets what was filled in when the answer is another meanwhile', async () => {
    await mount({ only: 'date' }, { value: '2024-05-01' });
    pick(input('Date'), '2024-06-01');
    tag.update({ value: '2020-01-01' });
    expect(fields()[0]?.[1]).to.equal('2020-01-01');
    tag.settle();
    expect(tag.values).to.deep.equal([]);
  });

  it('waits for a region, and cannot be changed while read-only or locked', async () => {
    await mount({}, { target: { of: 'nothing' } });
    const off = () =>
      [...tag.root.querySelectorAll('input')].every(({ disabled }) => disabled) && !tag.root.querySelector('button');
    expect([off(), note()]).to.deep.equal([true, 'Select a region to answer.']);
    for (const state of [{ readonly: true }, { readonly: false, locked: true }]) {
      tag.update({ target: { of: 'task' }, value: '2024-05-01T09:30', ...state });
      expect([off(), input('Date').value]).to.deep.equal([true, '2024-05-01']);
    }
  });

  it('can be used by everybody', async () => {
    await mount({ only: 'month,year,time', required: true, hotkey: 'd' }, { value: '2024-05-01T09:30' });
    expect((await axe.run(tag.host)).violations.map(({ id }) => id)).to.deep.equal([]);
    tag.focusRequest();
    expect(tag.root.activeElement).to.equal(input('Month'));
  });
});

describe('a DateTime in the editor', () => {
  const config = `<View><Text name="text" value="$text"/>
    <Labels name="ner" toName="text"><Label value="birth"/></Labels>
    <DateTime name="created" toName="text" required="true" only="date" format="%d.%m.%Y" min="1988-01-13" max="1999-12-31"/>
    <DateTime name="born" toName="text" perRegion="true" only="date" required="true"/></View>`;
  const created = (datetime: string) => ({
    id: 'd1',
    from_name: 'created',
    to_name: 'text',
    type: 'datetime',
    value: { datetime },
  });
  const region = {
    id: 'r1',
    from_name: 'ner',
    to_name: 'text',
    type: 'labels',
    value: { start: 0, end: 6, text: 'Albert', labels: ['birth'] },
  };
  const task = (...result: object[]) => ({
    id: 1,
    data: { text: 'Albert was born.' },
    annotations: [{ id: 5, result }],
  });
  const field = (editor: LabelEditor) => byRole(editor, 'group', 'created').querySelector('input') as HTMLInputElement;
  afterEach(clear);

  it('forbids what is out of bounds in the format of the config', async () => {
    const editor = await mountEditor(config, task(created('01.01.2001')));
    expect(await editor.submit()).to.equal(false);
    expect(editor.problems.map(({ message }) => message)).to.include(
      'DateTime "created" must not be after 1999-12-31.',
    );
    expect(editor.shadowRoot?.activeElement).to.equal(field(editor));
    pick(field(editor), '1990-06-05');
    expect(await editor.submit()).to.equal(true);
    expect(editor.serialize()).to.deep.equal([created('05.06.1990')]);
    editor.undo();
    expect(editor.serialize()).to.deep.equal([created('01.01.2001')]);
    expect(field(editor).value).to.equal('2001-01-01');
  });

  it('keeps half a date to the completion that it was begun in', async () => {
    const config = '<View><Text name="text" value="$text"/><DateTime name="created" toName="text"/></View>';
    const annotations = [
      { id: 5, result: [] },
      { id: 6, result: [] },
    ];
    const editor = await mountEditor(config, { id: 1, data: { text: 'x' }, annotations });
    pick(field(editor), '2024-05-01');
    const tabs = [...(editor.shadowRoot?.querySelectorAll<HTMLElement>('[role=tab]') ?? [])].filter((tab) =>
      tab.checkVisibility(),
    );
    const [one, other] = tabs;
    expect(one?.getAttribute('aria-selected')).to.equal('true');
    await click(other as HTMLElement);
    await until(() => field(editor).value === '');
    await click(one as HTMLElement);
    await until(() => field(editor).value === '2024-05-01');
    expect(editor.serialize()).to.deep.equal([]);
  });

  it('goes to the region whose date is missing', async () => {
    const editor = await mountEditor(config, task(created('05.06.1990'), region));
    expect(await editor.submit()).to.equal(false);
    const born = byRole(editor, 'group', 'born').querySelector('input') as HTMLInputElement;
    await until(() => editor.shadowRoot?.activeElement === born);
    pick(born, '1879-03-14');
    expect(await editor.submit()).to.equal(true);
    const { labels: _, ...where } = region.value;
    expect(editor.serialize()[2]).to.deep.equal({
      id: 'r1',
      from_name: 'born',
      to_name: 'text',
      type: 'datetime',
      origin: 'manual',
      value: { ...where, datetime: '1879-03-14' },
    });
  });
});
