import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import {
  completed,
  draftOf,
  emptyDraft,
  readAsked,
  readStamp,
  writeStamp,
} from '../../../../src/tags/datetime/asked.js';
import { boundsOf, refusal, yearsOf } from '../../../../src/tags/datetime/bounds.js';
import { dateCheck } from '../../../../src/tags/datetime/date-check.js';
import { dateTimeTag } from '../../../../src/tags/datetime/datetime.tag.js';
import { loadFormats } from '../../../../src/tags/datetime/formats.js';
import { dateOf, readIso, readTime, stampOf } from '../../../../src/tags/datetime/stamp.js';

const all = readAsked(undefined);
const date = readAsked('date');
const time = readAsked('time');
const month = readAsked('month,year');
const year = readAsked('year');
const now = new Date(2026, 6, 4);

describe('readAsked', () => {
  it('asks for what the config says, a day before month and year', () => {
    const asked = (only?: string) =>
      Object.entries(readAsked(only))
        .filter(([, is]) => is)
        .map(([field]) => field)
        .join();
    assert.equal(asked(), 'date,time');
    assert.equal(asked('nonsense'), 'date,time');
    assert.equal(asked('date'), 'date');
    assert.equal(asked('Time'), 'time');
    assert.equal(asked('month, year'), 'month,year');
    assert.equal(asked('month'), 'month,year');
    assert.equal(asked('year'), 'year');
    assert.equal(asked('date,month,year'), 'date');
    assert.equal(asked('month,year,time'), 'month,year,time');
  });
});

describe('writeStamp', () => {
  const stamp = { date: '2024-05-01', time: '09:30' };

  it('writes what the format asks for, or ISO 8601', async () => {
    assert.equal(writeStamp(stamp, all), '2024-05-01T09:30');
    assert.equal(writeStamp(stamp, date), '2024-05-01');
    assert.equal(writeStamp(stamp, month), '2024-05-01');
    assert.equal(writeStamp(stamp, year), '2024');
    assert.equal(writeStamp(stamp, time), '09:30');
    const german = await loadFormats('%d.%m.%Y');
    assert.equal(writeStamp(stamp, date, german), '01.05.2024');
    assert.equal(writeStamp(stamp, time, german), '09:30');
    assert.equal(writeStamp({ date: '2021-01-01' }, year, await loadFormats('%Y-%m-%d')), '2021-01-01');
    assert.equal(writeStamp(stamp, all, await loadFormats('%B %-d, %Y at %I:%M %p')), 'May 1, 2024 at 09:30 AM');
  });

  it('is read back as it was, in every format that says all of it', async () => {
    const formats = [
      undefined,
      ...(await Promise.all(['%d.%m.%Y %H:%M', '%-m/%-d/%Y %-I:%M %p', '%Y%m%d%H%M', '%c'].map(loadFormats))),
    ];
    const days = fc.date({ min: new Date(1900, 0, 1), max: new Date(2400, 0, 1), noInvalidDate: true });
    fc.assert(
      fc.property(days, fc.constantFrom(...formats), (day, format) => {
        day.setSeconds(0, 0);
        const said = stampOf(day);
        assert.deepEqual(readStamp(writeStamp(said, all, format), all, format), said);
      }),
    );
  });
});

describe('readStamp', () => {
  it('reads the format of the config first, then ISO 8601', async () => {
    const american = await loadFormats('%m/%d/%Y');
    assert.equal(readStamp('02/03/2024', date, american)?.date, '2024-02-03');
    assert.equal(readStamp('2/3/2024', date, american)?.date, '2024-02-03');
    assert.equal(readStamp('2024-02-03', date, american)?.date, '2024-02-03');
    assert.deepEqual(readStamp('2024-02', month), { date: '2024-02-01' });
    assert.deepEqual(readStamp('2024-02-03T10:00', time), { time: '10:00' });
    assert.deepEqual(readStamp(2024, year), { date: '2024-01-01' });
    assert.deepEqual(readStamp('2024-05-01', all), { date: '2024-05-01' });
  });

  it('takes other time zones for what the clock here says', () => {
    const here = stampOf(new Date('2023-01-01T12:00:00Z'));
    assert.deepEqual(readStamp('2023-01-01T12:00:00Z', all), here);
    assert.deepEqual(readStamp('2023-01-01T14:30:00.000+02:30', all), here);
    assert.deepEqual(readStamp('2023-01-01T14:30+0230', all), here);
    assert.deepEqual(readStamp('2023-01-01 11:00-01', all), here);
  });

  it('reads no day, month or time that does not exist', async () => {
    const german = await loadFormats('%d.%m.%Y');
    for (const text of [
      '2024-02-31',
      '2023-02-29',
      '2024-13-01',
      '2024-00-10',
      '2024-05-01T24:30',
      '2024-05-01T10:61',
    ]) {
      assert.equal(readStamp(text, all), undefined, text);
    }
    for (const text of ['31.02.2024', '01.13.2024', '00.01.2024'])
      assert.equal(readStamp(text, date, german), undefined, text);
    for (const text of ['25:00', '10:60', '10', 'noon']) assert.equal(readTime(text), undefined, text);
    assert.equal(readStamp('29.02.2024', date, german)?.date, '2024-02-29');
  });

  it('reads nothing that says too little, or no text', () => {
    assert.equal(readStamp('2024', date), undefined);
    assert.equal(readStamp('2024', month), undefined);
    for (const value of [null, {}, ['2024-05-01'], true, 20240501, '', 'tomorrow']) {
      assert.equal(readStamp(value, all), undefined, JSON.stringify(value));
    }
  });

  it('never fails, whatever a result says', async () => {
    const formats = await loadFormats('%d.%m.%Y %H:%M');
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom(all, date, time, month, year), (value, asked) => {
        readStamp(value as never, asked, formats);
      }),
    );
  });
});

describe('readIso', () => {
  it('knows every day of the calendar', () => {
    fc.assert(
      fc.property(fc.date({ min: new Date(1000, 0, 1), max: new Date(9998, 0, 1), noInvalidDate: true }), (day) => {
        const stamp = stampOf(day);
        assert.deepEqual(readIso(`${stamp.date}T${stamp.time}`), stamp);
      }),
    );
  });

  it('knows the first centuries', () => {
    assert.deepEqual(readIso('0050-03-01'), { date: '0050-03-01' });
    assert.equal(dateOf({ date: '0050-03-01' }).getFullYear(), 50);
  });
});

describe('completed', () => {
  it('is whole only when all that is asked for is there', () => {
    assert.deepEqual(completed({ ...emptyDraft, date: '2024-05-01' }, all), { missing: ['time'] });
    assert.deepEqual(completed({ ...emptyDraft, year: '2024' }, month), { missing: ['month'] });
    assert.deepEqual(completed({ ...emptyDraft, year: '2024' }, year), { stamp: { date: '2024-01-01' } });
    assert.deepEqual(completed({ ...emptyDraft, time: '10:00' }, time), { stamp: { time: '10:00' } });
  });

  it('comes to what the fields were filled from', () => {
    const stamp = { date: '2024-05-01', time: '10:00' };
    assert.deepEqual(completed(draftOf(stamp, all), all), { stamp });
    assert.deepEqual(completed(draftOf({ date: '2024-05-01' }, month), month), { stamp: { date: '2024-05-01' } });
  });
});

describe('refusal', () => {
  const refuse = (text: string, asked: typeof all, attributes: object) =>
    refusal(readStamp(text, asked) ?? {}, asked, boundsOf(attributes as never, now));

  it('compares as exactly as is asked', () => {
    const bounds = { min: '1988-01-13', max: '1999-12-31' };
    assert.equal(refuse('1988-01-12', date, bounds), 'must not be before 1988-01-13.');
    assert.equal(refuse('1988-01-13', date, bounds), undefined);
    assert.equal(refuse('2000-01-01', date, bounds), 'must not be after 1999-12-31.');
    assert.equal(refuse('1999-12-31T23:59', all, bounds), undefined);
    assert.equal(refuse('1988-01', month, bounds), undefined);
    assert.equal(refuse('1987-12', month, bounds), 'must not be before 1988-01-13.');
    assert.equal(refuse('1988', year, bounds), undefined);
  });

  it('takes a year for all of its days', () => {
    const bounds = { min: '2020', max: 'current' };
    for (const day of ['2020-01-01', '2026-12-31']) assert.equal(refuse(day, date, bounds), undefined, day);
    assert.equal(refuse('2027-01-01', date, bounds), 'must not be after 2026.');
    assert.equal(refuse('2019', year, bounds), 'must not be before 2020.');
    assert.equal(refuse('2024-02-29', date, { max: '2024-02' }), undefined);
  });

  it('bounds times of day', () => {
    const bounds = { min: '9:00', max: '17:30' };
    assert.equal(refuse('08:59', time, bounds), 'must not be before 9:00.');
    assert.equal(refuse('17:30', time, bounds), undefined);
    assert.equal(refuse('2024-05-01T18:00', all, bounds), 'must not be after 17:30.');
    assert.equal(refuse('2024-05-01', date, bounds), undefined);
  });

  it('has no bound where that is not to be read', () => {
    assert.equal(refuse('2024-05-01', date, { min: 'soon', max: '' }), undefined);
  });
});

describe('yearsOf', () => {
  it('lists the newest first, from 2000 to this year', () => {
    assert.deepEqual(yearsOf(boundsOf({ min: '2020', max: '2022' }, now), now), ['2022', '2021', '2020']);
    const years = yearsOf({}, now);
    assert.deepEqual([years[0], years.at(-1), years.length], ['2026', '2000', 27]);
  });

  it('is never endless', () => {
    assert.equal(yearsOf(boundsOf({ min: '0001', max: '9999' }, now), now).length, 1000);
    assert.deepEqual(yearsOf(boundsOf({ min: '2030', max: '2020' }, now), now), []);
  });
});

describe('dateTimeTag', () => {
  it('forbids to submit what is missing, and what the view objects to', () => {
    const check = (value: unknown) =>
      (dateTimeTag.check?.(value as never, { name: 'd', required: true }) ?? []).map(({ code, message }) => [
        code,
        message,
      ]);
    assert.deepEqual(check(undefined), [['tag/required', 'DateTime "d" is required.']]);
    assert.deepEqual(check('2024-05-01'), []);
    dateCheck.set(() => 'must not be before 2025.');
    assert.deepEqual(check('2024-05-01'), [['tag/not-allowed', 'DateTime "d" must not be before 2025.']]);
    dateCheck.set(undefined);
  });
});
