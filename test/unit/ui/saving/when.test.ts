import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { when } from '../../../../src/ui/saving/when.js';

describe('when', () => {
  const noon = new Date(2024, 4, 3, 12, 0).getTime();

  it('tells the time alone of what was today, and the day of all else', () => {
    assert.match(when('de', new Date(2024, 4, 3, 9, 5).getTime(), noon), /^09:05$/);
    assert.match(when('de', new Date(2024, 4, 2, 23, 59).getTime(), noon), /02\.05\.2024.*23:59/);
  });

  it('reads no language tag that is none', () => {
    assert.match(when('not a tag', noon, noon), /12:00/);
  });
});
