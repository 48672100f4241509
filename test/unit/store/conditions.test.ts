import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readConfig } from '../../../src/config/read.js';
import type { CompletionDoc, ControlValue, Region } from '../../../src/model/document.js';
import { isAsked, isShown, isWritten, type Situation } from '../../../src/store/conditions.js';
import { builtInLookup } from '../../support/build.js';

const region = (id: string): Region => ({ id, order: 0, toName: 'txt', fromName: 'ner', shape: 'span', geometry: {} });
const say = (fromName: string, value: ControlValue['value'], regionId?: string): ControlValue => ({
  id: `${fromName}/${regionId ?? ''}`,
  order: 0,
  fromName,
  toName: 'txt',
  value,
  ...(regionId && { regionId }),
});
const situation = (values: readonly ControlValue[], regions: readonly Region[] = [], selected = regions): Situation => {
  const doc: CompletionDoc = {
    regions: new Map(regions.map((each) => [each.id, each])),
    values: new Map(values.map((each) => [each.id, each])),
    relations: new Map(),
  };
  return {
    doc,
    selected,
    isAsked: () => true,
    shownAs: () => undefined,
    valuesOf: (id) => values.filter(({ regionId }) => regionId === id),
  };
};
const base = `<Text name="txt" value="x"/><Labels name="ner" toName="txt"><Label value="PER"/><Label value="a, b"/></Labels>
  <Choices name="first" toName="txt"><Choice value="Yes"/></Choices>`;
const tag = (xml: string) => {
  const { nodes } = readConfig(`<View>${base}${xml}</View>`, {}, builtInLookup);
  const node = nodes.find(({ attributes }) => attributes.className === 'it');
  assert.ok(node);
  return node;
};
const view = (attributes: string) => tag(`<View className="it" ${attributes}/>`);

describe('isShown', () => {
  it('shows a tag without conditions', () => assert.equal(isShown(view(''), situation([])), true));

  it('asks whether a region is selected', () => {
    const node = view('visibleWhen="region-selected"');
    assert.equal(isShown(node, situation([])), false);
    assert.equal(isShown(node, situation([], [region('a')])), true);
    assert.equal(isShown(view('visibleWhen="no-region-selected"'), situation([], [region('a')])), false);
  });

  it('takes whenTagName of a region as its labels control or its object', () => {
    const labelled = situation([say('ner', ['PER'], 'a')], [region('a')]);
    for (const name of ['ner', 'txt']) {
      assert.equal(
        isShown(view(`visibleWhen="region-selected" whenTagName="${name}" whenLabelValue="PER"`), labelled),
        true,
      );
    }
    assert.equal(isShown(view('visibleWhen="region-selected" whenTagName="other"'), labelled), false);
  });

  it('takes any label of a comma list, and a label with a comma as a whole', () => {
    const node = view('visibleWhen="region-selected" whenLabelValue="LOC, PER"');
    assert.equal(isShown(node, situation([say('ner', ['PER'], 'a')], [region('a')])), true);
    const comma = view('visibleWhen="region-selected" whenLabelValue="a, b"');
    assert.equal(isShown(comma, situation([say('ner', ['a, b'], 'a')], [region('a')])), true);
    assert.equal(isShown(comma, situation([say('ner', ['PER'], 'a')], [region('a')])), false);
  });

  it('asks whether a choice is picked, which one, and whether it is not', () => {
    const yes = situation([say('first', ['Yes'])]);
    assert.equal(isShown(view('visibleWhen="choice-selected" whenTagName="first"'), yes), true);
    assert.equal(
      isShown(view('visibleWhen="choice-selected" whenTagName="first" whenChoiceValue="No,Yes"'), yes),
      true,
    );
    assert.equal(isShown(view('visibleWhen="choice-selected" whenTagName="first" whenChoiceValue="No"'), yes), false);
    assert.equal(
      isShown(view('visibleWhen="choice-unselected" whenTagName="first" whenChoiceValue="Yes"'), yes),
      false,
    );
    assert.equal(isShown(view('visibleWhen="choice-unselected" whenTagName="first"'), situation([])), true);
  });

  it('hides by whenChoiceValue alone until some choice has that value', () => {
    assert.equal(isShown(view('whenChoiceValue="Yes"'), situation([])), false);
    assert.equal(isShown(view('whenChoiceValue="Yes"'), situation([say('first', ['Yes'])])), true);
  });

  it('counts a nested choice by its last word', () => {
    const nested = situation([say('first', [['Animal', 'Dog']])]);
    assert.equal(
      isShown(view('visibleWhen="choice-selected" whenTagName="first" whenChoiceValue="Dog"'), nested),
      true,
    );
  });

  it('shows a per-region question for the regions it is about', () => {
    const node = tag(
      '<Choices className="it" name="q" toName="txt" perRegion="true" whenLabelValue="PER"><Choice value="1"/></Choices>',
    );
    assert.equal(isShown(node, situation([])), false);
    assert.equal(isShown(node, situation([say('ner', ['PER'], 'a')], [region('a')])), true);
    assert.equal(isShown(node, situation([say('ner', ['LOC'], 'a')], [region('a')])), false);
  });
});

describe('isWritten', () => {
  const question = tag(
    '<Choices className="it" name="q" toName="txt" visibleWhen="choice-selected" whenTagName="first" whenChoiceValue="Yes"><Choice value="1"/></Choices>',
  );

  it('does not write the answer to a question that is not asked', () => {
    assert.equal(isWritten(say('q', ['1']), [question], situation([])), false);
    assert.equal(isWritten(say('q', ['1']), [question], situation([say('first', ['Yes'])])), true);
  });

  it('minds the conditions of the views around it', () => {
    const around = view('visibleWhen="choice-unselected" whenTagName="first"');
    assert.equal(isWritten(say('q', ['1']), [question, around], situation([say('first', ['Yes'])])), false);
  });

  it('writes what is about a region that is merely not selected now', () => {
    const node = tag('<Choices className="it" name="q" toName="txt" perRegion="true"><Choice value="1"/></Choices>');
    assert.equal(isWritten(say('q', ['1'], 'a'), [node], situation([], [region('a')], [])), true);
  });
});

describe('isAsked', () => {
  const after = (name: string) => view(`visibleWhen="choice-selected" whenTagName="${name}"`);

  it('does not count an answer to a question that is hidden itself', () => {
    const answered = situation([say('first', ['Yes'])]);
    assert.equal(isAsked([after('first')], answered), true);
    const hidden = { ...answered, isAsked: (name: string) => name !== 'first' };
    assert.equal(isAsked([after('first')], hidden), false);
    assert.equal(isShown(after('first'), hidden), false);
    assert.equal(isShown(view('visibleWhen="choice-unselected" whenTagName="first"'), hidden), true);
  });

  it('minds what a question stands in, and nothing but choices', () => {
    const none = situation([]);
    assert.equal(isAsked([view(''), after('first')], none), false);
    assert.equal(isAsked([view('visibleWhen="region-selected"')], none), true);
    assert.equal(isAsked([view('whenChoiceValue="Yes"')], none), true);
  });
});
