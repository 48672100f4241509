import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { inContent, splitList } from '../../../../src/tags/style/selectors.js';

describe('splitList', () => {
  it('parts at commas, but not in brackets and strings', () => {
    assert.deepEqual(splitList('.a, .b:is(.c, .d) , [title="x, (y"], .e\\,f'), [
      '.a',
      '.b:is(.c, .d)',
      '[title="x, (y"]',
      '.e\\,f',
    ]);
  });

  it('gives back what was joined', () => {
    const part = fc.constantFrom('.a', ':is(.b, .c)', '[x="],("]', 'h1 > p', "[y=',']", ':not(:is(a, b), c)');
    fc.assert(
      fc.property(fc.array(part, { minLength: 1 }), (parts) => {
        assert.deepEqual(splitList(parts.join(', ')), parts);
      }),
    );
  });
});

describe('inContent', () => {
  const as = (selector: string, expected: string) => assert.equal(inContent(selector), expected);

  it('takes root and body for the content', () => {
    as('body', ':scope');
    as(':root', ':scope');
    as('html body .card', ':scope .card');
    as('html > body', ':scope');
    as('body.dark > .card', ':scope.dark > .card');
  });

  it('begins at the content everywhere else', () => {
    as('.card', ':scope .card');
    as('*', ':scope *');
    as('.body .html', ':scope .body .html');
    as('body-map', ':scope body-map');
    as('htmlx', ':scope htmlx');
    as('::selection', ':scope ::selection');
  });
});
