import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { columnsOf, fitColumns } from '../../../../src/tags/table/columns.js';
import { sheetOfCsv } from '../../../../src/tags/table/sheet.js';

describe('columnsOf', () => {
  const columns = (text: string) => columnsOf(sheetOfCsv(text, { headless: false }).sheet as never);

  it('tells columns of numbers, in which cells may be missing', () => {
    assert.deepEqual(
      columns('id,name,size,none\n1,Ada,2.5,\n2,7,,\n').map(({ numeric }) => numeric),
      [true, false, true, false],
    );
  });

  it('wants more room for longer texts, and none for lines below the first', () => {
    const [short, long, lines] = columns(`a,b,c\nx,${'long '.repeat(20)},"x\n${'y'.repeat(200)}"`);
    assert.ok((short?.wanted ?? 0) < (long?.wanted ?? 0));
    assert.equal(short?.wanted, lines?.wanted);
  });
});

describe('fitColumns', () => {
  it('gives all they want while there is room', () => {
    assert.deepEqual(fitColumns([50, 300, 100], 500), [50, 300, 100]);
    assert.deepEqual(fitColumns([50, 5000], 400), [50, 350]);
  });

  it('cuts the widest to one width, but not below what is fair', () => {
    assert.deepEqual(fitColumns([50, 500, 900], 450), [50, 200, 200]);
    assert.deepEqual(fitColumns([80, 500, 900], 200), [80, 120, 120]);
  });

  it('never gives more than is wanted, and fills the room only if somebody wants it', () => {
    const widths = fc.array(fc.integer({ min: 44, max: 3000 }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(widths, fc.integer({ min: 0, max: 2000 }), (wanted, room) => {
        const given = fitColumns(wanted, room);
        given.forEach((width, column) => {
          assert.ok(width <= (wanted[column] ?? 0));
          assert.ok(width >= Math.min(120, wanted[column] ?? 0));
        });
        const total = given.reduce((sum, width) => sum + width, 0);
        assert.ok(total <= room || given.every((width) => width <= 120));
      }),
    );
  });
});
