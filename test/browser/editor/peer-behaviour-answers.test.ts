import { sendKeys } from '@web/test-runner-commands';
import { expect } from 'chai';
import type { LabelEditor } from '../../../src/ui/label-editor.js';
import { click, drag, hover, keys, move, press, release } from '../../support/input.js';
import { mount } from '../../support/mount.js';
import { byRole, chip, clear, painted, pointOn } from '../../support/page.js';
import { until } from '../../support/until.js';

type Item = Readonly<Record<string, unknown>> & {
  readonly id: string;
  readonly value: Readonly<Record<string, unknown>>;
};
const results = (editor: LabelEditor) => editor.serialize() as unknown as readonly Item[];
const shadow = (editor: LabelEditor) => editor.shadowRoot as ShadowRoot;
const rows = (editor: LabelEditor) => [...shadow(editor).querySelectorAll<HTMLElement>('.row[data-id]')];
const remark = (editor: LabelEditor) => shadow(editor).querySelector('.toast')?.textContent?.trim() ?? '';
const text = 'Geneva lies on a lake.\nBern does not, nor does Basel.';
const span = (id: string, word: string, label = 'Place', more: object = {}): Item => {
  const start = text.indexOf(word);
  return {
    ...{ id, from_name: 'ner', to_name: 'txt', type: 'labels' },
    value: { start, end: start + word.length, text: word, labels: [label] },
    ...more,
  };
};
const answer = (from_name: string, type: string, value: Item['value'], id = from_name): Item => ({
  ...{ id, from_name, to_name: 'txt', type },
  value,
});
const task = (...result: readonly object[]) => ({ id: 1, data: { text }, annotations: [{ id: 9, result }] });

async function opened(config: string, given: object): Promise<LabelEditor> {
  const editor = await mount(config, given);
  editor.style.width = '1200px';
  await painted();
  return editor;
}
const choose = async (editor: LabelEditor, name: string) => {
  const box = byRole(editor, 'checkbox', name);
  box.scrollIntoView({ block: 'center' });
  await click(box);
};
const asks = (editor: LabelEditor, name: string) => {
  try {
    return byRole(editor, 'checkbox', name).checkVisibility();
  } catch {
    return false;
  }
};

describe('what was saved of a task', () => {
  afterEach(clear);
  const config = `<View><Labels name="ner" toName="txt"><Label value="Place"/><Label value="Lake"/></Labels>
    <Text name="txt" value="$text"/><Choices name="tone" toName="txt"><Choice value="Good"/></Choices>
    <Rating name="stars" toName="txt" perRegion="true"/></View>`;
  const { labels: _, ...place } = span('a', 'Geneva').value;
  const given = [
    span('a', 'Geneva'),
    { ...answer('stars', 'rating', { ...place, rating: 3 }, 'a') },
    span('b', 'Bern'),
    answer('tone', 'choices', { choices: ['Good'] }),
    { type: 'relation', from_id: 'a', to_id: 'b', direction: 'right' },
  ];

  it('is listed region by region, loses one by a key, and has it back by another', async () => {
    const editor = await opened(config, task(...given));
    await until(() => rows(editor).length === 2);
    expect(results(editor)).to.deep.equal(given);
    await click(rows(editor)[0] as HTMLElement);
    await keys('Delete');
    await until(() => rows(editor).length === 1);
    expect(results(editor)).to.deep.equal([given[2], given[3]]);
    await keys('Control+z');
    await until(() => rows(editor).length === 2);
    expect(results(editor)).to.deep.equal(given);
  });
});

describe('data of a task that is no text', () => {
  afterEach(clear);

  it('is shown as text', async () => {
    const tags = ['number', 'no', 'list', 'nothing'];
    const config = `<View>${tags.map((name) => `<Text name="${name}" value="$${name}"/>`).join('')}</View>`;
    const editor = await opened(config, {
      id: 1,
      data: { number: 12.5, no: false, list: ['a', 2, true], nothing: '' },
    });
    const shown = (name: string) =>
      shadow(editor).querySelector(`[data-name=${name}] .le-flow-text`)?.textContent?.trim();
    await until(() => shown('number') === '12.5');
    expect([shown('no'), shown('list')]).to.deep.equal(['false', 'a,2,true']);
  });
});

describe('questions that wait for answers', () => {
  afterEach(clear);
  const config = `<View><Text name="txt" value="$text"/>
    <Choices name="tone" toName="txt"><Choice value="Good"/><Choice value="Bad"/></Choices>
    <View visibleWhen="choice-selected" whenTagName="tone" whenChoiceValue="Bad">
      <Choices name="why" toName="txt" choice="multiple"><Choice value="Long"/><Choice value="Dull"/></Choices>
      <TextArea name="note" toName="txt"/></View>
    <View visibleWhen="choice-unselected" whenTagName="tone" whenChoiceValue="Bad">
      <Choices name="more" toName="txt"><Choice value="Another"/></Choices></View></View>`;

  it('are asked while a choice is picked, or while it is not; hidden answers are not written', async () => {
    const editor = await opened(config, task());
    expect([asks(editor, 'Long'), asks(editor, 'Another')]).to.deep.equal([false, true]);
    await choose(editor, 'Another');
    await choose(editor, 'Bad');
    await painted();
    expect([asks(editor, 'Long'), asks(editor, 'Another')]).to.deep.equal([true, false]);
    await choose(editor, 'Dull');
    await choose(editor, 'Long');
    const field = byRole(editor, 'textbox', 'note');
    field.scrollIntoView({ block: 'center' });
    await click(field);
    await sendKeys({ type: 'slow' });
    await keys('Enter');
    const said = () => results(editor).map(({ from_name, value }) => [from_name, value.choices ?? value.text]);
    expect(said()).to.deep.equal([
      ['tone', ['Bad']],
      ['why', ['Long', 'Dull']],
      ['note', ['slow']],
    ]);
    await choose(editor, 'Good');
    await painted();
    expect(said()).to.deep.equal([
      ['more', ['Another']],
      ['tone', ['Good']],
    ]);
    await choose(editor, 'Bad');
    expect(said().map(([name]) => name)).to.deep.equal(['tone', 'why', 'note']);
  });

  it('are asked of a region by its label', async () => {
    const perRegion = `<View><Labels name="ner" toName="txt"><Label value="Place"/><Label value="Lake"/></Labels>
      <Text name="txt" value="$text"/>
      <View visibleWhen="region-selected" whenLabelValue="Lake">
        <Choices name="depth" toName="txt" perRegion="true"><Choice value="Deep"/></Choices></View></View>`;
    const editor = await opened(perRegion, task(span('a', 'Geneva'), span('b', 'lake', 'Lake')));
    expect(asks(editor, 'Deep')).to.equal(false);
    editor.select(['a']);
    await painted();
    expect(asks(editor, 'Deep')).to.equal(false);
    editor.select(['b']);
    await until(() => asks(editor, 'Deep'));
    await choose(editor, 'Deep');
    expect(results(editor).at(-1)).to.deep.include({ id: 'b', from_name: 'depth' });
  });
});

describe('choices', () => {
  afterEach(clear);

  for (const [what, attributes, selector] of [
    ['boxes', '', 'label[title="Well done"]'],
    ['radio buttons', 'choice="single-radio"', 'label[title="Well done"]'],
    ['a drop-down', 'layout="select"', 'option[title="Well done"]'],
  ] as const) {
    it(`have their hints, as ${what}`, async () => {
      const config = `<View><Text name="txt" value="$text"/><Choices name="tone" toName="txt" ${attributes}>
        <Choice value="Good" hint="Well done"/><Choice value="Bad"/></Choices></View>`;
      const editor = await opened(config, task());
      await until(() => shadow(editor).querySelector('[data-name=tone] :is(input, select)') !== null);
      expect(shadow(editor).querySelector(`[data-name=tone] ${selector}`)).not.to.equal(null);
    });
  }

  it('of the task and of the config are picked by their keys, as paths where they are nested', async () => {
    const config = `<View><Text name="txt" value="$text"/>
      <Choices name="kind" toName="txt" value="$kinds" choice="multiple" allowNested="true">
        <Choice value="Other" hotkey="o"/></Choices></View>`;
    const kinds = [{ value: 'Town', hotkey: 't', children: [{ value: 'Old', hotkey: 'd' }, { value: 'New' }] }];
    const editor = await opened(config, { id: 1, data: { text, kinds } });
    shadow(editor).querySelector<HTMLElement>('.content')?.focus();
    const said = () => results(editor)[0]?.value.choices;
    await keys('o');
    expect(said()).to.deep.equal([['Other']]);
    await keys('d');
    expect(said()).to.deep.include(['Town', 'Old']);
    await keys('d');
    await keys('o');
    expect(results(editor)).to.deep.equal([]);
  });
});

describe('labels and nodes that may be used only so often', () => {
  afterEach(clear);

  it('are refused beyond that in a text, those that were loaded counted', async () => {
    const config = `<View><Labels name="ner" toName="txt" maxUsages="2"><Label value="Place" hotkey="p"/></Labels>
      <Text name="txt" value="$text"/></View>`;
    const editor = await opened(config, task(span('a', 'Geneva')));
    await click(chip(editor, 'Place'));
    const start = text.indexOf('Bern');
    await drag(pointOn(editor, 'txt', start), pointOn(editor, 'txt', start + 4));
    await until(() => results(editor).length === 2);
    editor.select([]);
    await painted();
    await click(chip(editor, 'Place'));
    await until(() => remark(editor).includes("You can't use Place more than 2 time(s)"));
  });

  it('are told where results have more of them', async () => {
    const config = `<View><Text name="txt" value="$text"/><Taxonomy name="kind" toName="txt" maxUsages="2">
      <Choice value="A"/><Choice value="B"/><Choice value="C"/></Taxonomy></View>`;
    const said = (...words: readonly string[]) => answer('kind', 'taxonomy', { taxonomy: words.map((word) => [word]) });
    const fine = await opened(config, task(said('A', 'B')));
    expect(await fine.submit()).to.equal(true);
    clear();
    const editor = await opened(config, task(said('A', 'B', 'C')));
    expect(await editor.submit()).to.equal(false);
    expect(editor.problems.map(({ code }) => code)).to.include('tag/max-usages');
    expect(results(editor)[0]?.value.taxonomy).to.deep.equal([['A'], ['B'], ['C']]);
  });
});

describe('a config with faults', () => {
  afterEach(clear);

  it('is shown as far as it can be, with a list of what is wrong', async () => {
    const config = `<View><Text name="txt" value="$text"/>
      <Labels name="ner" toName="nobody"><Label value="Place"/></Labels>
      <RectangleLabels name="box" toName="txt"><Label value="Car"/></RectangleLabels>
      <Choices name="tone" toName="txt"><Choice value="Good"/></Choices></View>`;
    const editor = await opened(config, task(span('a', 'Geneva')));
    expect(editor.problems.map(({ code, at }) => [code, at?.name])).to.deep.include.members([
      ['config/dangling-to-name', 'ner'],
      ['config/wrong-target', 'box'],
    ]);
    await click(byRole(editor, 'button', /problem/));
    await until(() => /nobody/.test(shadow(editor).querySelector('.problems')?.textContent ?? ''));
    await keys('Escape');
    await choose(editor, 'Good');
    expect(results(editor)).to.have.length(2);
  });
});

describe('regions of a sound', () => {
  afterEach(clear);
  const config = `<View><Labels name="who" toName="talk"><Label value="Anna" hotkey="a"/><Label value="Ben" hotkey="b"/></Labels>
    <Labels name="how" toName="talk"><Label value="Loud" hotkey="l"/></Labels>
    <Audio name="talk" value="$sound"/></View>`;
  const region = (id: string, start: number, end: number, more: object = {}) => ({
    ...{ id, from_name: 'who', to_name: 'talk', type: 'labels' },
    value: { start, end, channel: 0, labels: ['Anna'] },
    ...more,
  });
  const sound = '/demo/playground/examples/harbour.mp3';
  const heard = async (completion: object) => {
    const editor = await mount(config, { id: 1, data: { sound }, annotations: [{ id: 9, ...completion }] });
    editor.style.width = '1200px';
    await until(() => !byRole(editor, 'button', 'Play').hasAttribute('disabled'));
    await until(() => rows(editor).length === (completion as { result: unknown[] }).result.length);
    await painted();
    return editor;
  };
  const at = (editor: LabelEditor, seconds: number) => {
    const { x } = pointOn(editor, 'talk', seconds);
    const surface = shadow(editor).querySelector('[data-name=talk] [part~=surface]')?.getBoundingClientRect();
    return { x, y: (surface?.top ?? 0) + 110 };
  };
  const selectedIn = (editor: LabelEditor) =>
    rows(editor)
      .filter(({ ariaSelected }) => ariaSelected === 'true')
      .map(({ dataset }) => dataset.id);

  it('have a result for each block of labels', async () => {
    const editor = await heard({ result: [] });
    await click(chip(editor, 'Ben'));
    await click(chip(editor, 'Loud'));
    await drag(at(editor, 5), at(editor, 10), { steps: 6 });
    await until(() => results(editor).length === 2);
    const [who, how] = results(editor);
    expect([who?.from_name, how?.from_name]).to.deep.equal(['who', 'how']);
    expect(how?.id).to.equal(who?.id);
    expect([who?.value.labels, how?.value.labels]).to.deep.equal([['Ben'], ['Loud']]);
    expect(how?.value.start).to.equal(who?.value.start);
    expect(rows(editor)).to.have.length(1);
  });

  it('take the click from those below them; those that are hidden take none', async () => {
    const editor = await heard({ result: [region('low', 4, 16), region('high', 6, 12)] });
    await click(at(editor, 9));
    await until(() => selectedIn(editor).join() === 'high');
    await keys('Alt+h');
    await click(at(editor, 9));
    await until(() => selectedIn(editor).join() === 'low');
    await keys('Delete');
    expect(results(editor).map(({ id }) => id)).to.deep.equal(['high']);
  });

  it('are one where the label is changed in the middle of the drag', async () => {
    const editor = await heard({ result: [] });
    await click(chip(editor, 'Anna'));
    await move(at(editor, 5));
    await press();
    await move(at(editor, 8), 3);
    await keys('b');
    await move(at(editor, 10), 3);
    await release();
    await painted();
    expect(rows(editor).length).to.be.at.most(1);
    expect(new Set(results(editor).map(({ id }) => id)).size).to.equal(rows(editor).length);
  });

  it('are selected and nothing else where the completion is read-only', async () => {
    const given = [region('a', 5, 10), region('b', 15, 20)];
    const editor = await heard({ readonly: true, result: given });
    await drag(at(editor, 7), at(editor, 12), { steps: 4 });
    await click(at(editor, 7));
    await until(() => selectedIn(editor).join() === 'a');
    await drag(at(editor, 10), at(editor, 13), { steps: 4 });
    await keys('Delete');
    await keys('b');
    await drag(at(editor, 22), at(editor, 26), { steps: 4 });
    await hover(at(editor, 25));
    expect(results(editor)).to.deep.equal(given);
  });

  it('that are read-only stay, while others go', async () => {
    const given = [region('a', 5, 10, { readonly: true }), region('b', 15, 20)];
    const editor = await heard({ result: given });
    await click(at(editor, 7));
    await drag(at(editor, 7), at(editor, 12), { steps: 4 });
    await keys('Delete');
    expect(results(editor)).to.deep.equal(given);
    await click(at(editor, 17));
    await until(() => selectedIn(editor).join() === 'b');
    await keys('Delete');
    expect(results(editor)).to.deep.equal([given[0]]);
  });
});

describe('spans of a text', () => {
  afterEach(clear);
  const config = `<View><Labels name="ner" toName="txt"><Label value="Place"/></Labels><Text name="txt" value="$text"/></View>`;
  const on = (editor: LabelEditor, word: string) => {
    const start = text.indexOf(word);
    const from = pointOn(editor, 'txt', start);
    const to = pointOn(editor, 'txt', start + word.length - 1);
    return { x: (from.x + to.x) / 2 + 2, y: from.y };
  };
  /** What the pointer looks like over a place. */
  const cursor = (editor: LabelEditor, place: { readonly x: number; readonly y: number }) => {
    const element = shadow(editor).elementFromPoint(place.x, place.y);
    return element && getComputedStyle(element).cursor;
  };

  it('show that they can be picked, and as the other end of a relation; hidden ones do not', async () => {
    const editor = await opened(config, task(span('a', 'Geneva'), span('b', 'Bern'), span('c', 'Basel')));
    editor.select(['c']);
    await painted();
    await keys('Alt+h');
    await hover(on(editor, 'Bern'));
    await until(() => cursor(editor, on(editor, 'Bern')) === 'pointer');
    await hover(on(editor, 'Basel'));
    await until(() => cursor(editor, on(editor, 'Basel')) !== 'pointer');
    await click(on(editor, 'Geneva'));
    await keys('Alt+r');
    await until(() => shadow(editor).querySelector('.le')?.hasAttribute('data-relating') === true);
    await hover(on(editor, 'Bern'));
    await until(() => cursor(editor, on(editor, 'Bern')) === 'crosshair');
    await click(on(editor, 'Bern'));
    await until(() => results(editor).some(({ type }) => type === 'relation'));
  });
});
