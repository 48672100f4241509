import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { numberTag } from '../../../../src/tags/number/number.tag.js';
import { objection, rangeOf } from '../../../../src/tags/number/range.js';
import { readNumber, stepped, wrapped } from '../../../../src/tags/number/typing.js';

const even = { min: 2, max: 128, step: 2 };

describe('objection', () => {
  it('says what is wrong with a number, and what is near it', () => {
    assert.equal(objection(0, even), '0 is less than 2, the least it may be.');
    assert.equal(objection(130, even), '130 is more than 128, the most it may be.');
    assert.equal(objection(7, even), '7 is between two steps of 2. Near it is 6 and 8.');
    assert.equal(objection(9.5, { min: 0, max: 9.6, step: 3 }), '9.5 is between two steps of 3. Near it is 9.');
    assert.equal(objection(42, even), undefined);
  });

  it('asks for steps only where the config does', () => {
    assert.equal(objection(3.14, rangeOf({})), undefined);
    assert.equal(objection(3.14, rangeOf({ step: 0 })), undefined);
    assert.equal(objection(0.3, { step: 0.1 }), undefined);
    assert.equal(objection(-1.05, { min: -1.2, step: 0.05 }), undefined);
  });
});

describe('readNumber', () => {
  it('reads what people write', () => {
    const read = ['42', ' -3 ', '+7', '.5', '5.', '1e3', '−2', '3,5', '0,1234'].map(readNumber);
    assert.deepEqual(read, [42, -3, 7, 0.5, 5, 1000, -2, 3.5, 0.1234]);
  });

  it('takes nothing for a number that may be another, or none', () => {
    for (const text of ['', '-', 'abc', '1.2.3', '1,000', '1,2,3', '1e', '1e999', '0x10', 'Infinity']) {
      assert.equal(readNumber(text), undefined, text);
    }
  });

  it('reads every number as it is written', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        assert.equal(readNumber(String(value)), Object.is(value, -0) ? 0 : value);
      }),
    );
  });
});

describe('stepped', () => {
  it('goes by steps, and stays within', () => {
    assert.equal(stepped(42, 1, even), 44);
    assert.equal(stepped(7, 1, even), 8);
    assert.equal(stepped(7, -1, even), 6);
    assert.equal(stepped(128, 1, even), 128);
    assert.equal(stepped(2, -1, even), 2);
    assert.equal(stepped(500, -1, even), 128);
    assert.equal(stepped(0.1, 1, { step: 0.1 }), 0.2);
    assert.equal(stepped(0.2, 1, { step: 0.1 }), 0.3);
    assert.equal(stepped(3.14, 1, {}), 4.14);
  });

  it('begins at the least, or with a first step', () => {
    assert.equal(stepped(undefined, 1, even), 2);
    assert.equal(stepped(undefined, 1, {}), 1);
    assert.equal(stepped(undefined, -1, { step: 5 }), -5);
  });

  it('comes to numbers only that may be given', () => {
    const ranges = fc.record({
      min: fc.integer({ min: -1000, max: 1000 }),
      span: fc.integer({ min: 0, max: 1000 }),
      step: fc.integer({ min: 1, max: 400 }),
      scale: fc.constantFrom(1, 10, 100),
    });
    fc.assert(
      fc.property(
        ranges,
        fc.integer({ min: -2000, max: 2000 }),
        fc.constantFrom(1, -1),
        ({ min, span, step, scale }, at, by) => {
          const range = { min: min / scale, max: (min + span) / scale, step: step / scale };
          assert.equal(objection(stepped(at / scale, by as 1 | -1, range), range), undefined);
          assert.equal(objection(wrapped(at / scale, range), range), undefined);
        },
      ),
    );
  });
});

describe('wrapped', () => {
  it('goes on with the least after the most', () => {
    assert.equal(wrapped(126, even), 128);
    assert.equal(wrapped(128, even), 2);
    assert.equal(wrapped(9, { min: 0, max: 10, step: 3 }), 0);
    assert.equal(wrapped(3, { max: 3 }), 0);
    assert.equal(wrapped(1000, { min: 1 }), 1001);
  });
});

describe('numberTag', () => {
  const check = (value: unknown, attributes: object) =>
    numberTag.check?.(value as never, { name: 'n', ...attributes }).map(({ code, message }) => [code, message]);

  it('forbids to submit what is missing or may not be', () => {
    assert.deepEqual(check(undefined, { required: true }), [['tag/required', 'Number "n" is required.']]);
    assert.deepEqual(check(null, { required: true }), [['tag/required', 'Number "n" is required.']]);
    assert.deepEqual(check(0, { required: true }), []);
    assert.deepEqual(check(7, { max: 5 }), [['tag/not-allowed', 'Number "n": 7 is more than 5, the most it may be.']]);
  });

  it('lets pass what came as something else', () => {
    for (const value of ['5', {}, [1], true]) assert.deepEqual(check(value, { required: true, max: 5 }), []);
  });

  it('has an answer at the start where the config gives one', () => {
    const initial = (attributes: object) =>
      numberTag.initial?.({ node: { attributes } as never, options: [], objects: [] });
    assert.equal(initial({ defaultValue: 0 }), 0);
    assert.equal(initial({}), undefined);
  });
});
