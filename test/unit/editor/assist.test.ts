import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { draftFor, putRegion } from '../../../src/editor/regions/draft.js';
import { standardActions } from '../../../src/editor/standard-actions.js';
import type { Dict, Json } from '../../../src/model/json.js';
import { runInAction } from '../../../src/reactive/index.js';
import { type Headless, headless } from '../../support/headless.js';

const config = `<View>
  <RectangleLabels name="box" toName="img"><Label value="Car"/><Label value="Bus"/></RectangleLabels>
  <KeyPointLabels name="point" toName="img" smartOnly="true"><Label value="Car"/></KeyPointLabels>
  <RectangleLabels name="plain" toName="other" smart="false"><Label value="Tree"/></RectangleLabels>
  <Labels name="ner" toName="txt"><Label value="PER"/></Labels>
  <Image name="img" value="$url"/>
  <Image name="other" value="$url"/>
  <Text name="txt" value="$text"/>
</View>`;
const task = { id: 1, data: { url: 'a.png', text: 'Hello' } };
const facts = { width: 400, height: 200, rotation: 0 };

const open = (xml = config): Headless => {
  const page = headless(xml, task);
  runInAction(() => {
    page.editor.assist.offered = true;
  });
  page.editor.actions.add(standardActions(page.editor));
  page.editor.facts.set('img', facts);
  page.editor.facts.set('other', facts);
  return page;
};

const geometries: Readonly<Record<string, unknown>> = {
  box: { x: 10, y: 20, width: 30, height: 40, rotation: 0 },
  point: { x: 50, y: 50, width: 1 },
};

/** Draws a part of the prompt, as a tool does. */
function draw({ editor }: Headless, control: 'box' | 'point', change: object = {}): string {
  const { assist, armed } = editor;
  const shape = control === 'box' ? 'rectangle' : 'keypoint';
  const node = editor.config.byName.get(control);
  if (node?.module?.kind !== 'control') throw new Error('unreachable');
  armed.arm({ node, tag: node.module }, ['Car'], editor.config);
  const draft = draftFor(editor.config, armed, 'img', shape);
  assert.ok(draft);
  const { store } = assist.prompt;
  let id = '';
  store.edit('Draw', (write) => {
    const geometry = { ...(geometries[control] as object), ...change };
    id = putRegion(store, write, draft, { toName: 'img', shape, geometry });
  });
  assist.drawn(id, false);
  return id;
}

const suggestion = (id: string, more: object = {}): Dict => ({
  id,
  from_name: 'box',
  to_name: 'img',
  type: 'rectanglelabels',
  score: 0.9,
  value: { x: 1, y: 2, width: 3, height: 4, rotation: 0, rectanglelabels: ['Bus'] },
  ...more,
});

const settled = async () => {
  for (let turn = 0; turn < 10; turn++) await Promise.resolve();
};
const results = ({ editor }: Headless) => (editor.toJson()?.result ?? []) as readonly Dict[];
const ids = ({ editor }: Headless) => editor.assist.suggestions.regions.map(({ id }) => id);

describe('Assist', () => {
  it('is there only where the host has a model and the config a control that may ask it', () => {
    const page = headless(config, task);
    const { assist } = page.editor;
    assert.equal(assist.possible, false);
    runInAction(() => {
      assist.offered = true;
    });
    assert.equal(assist.possible, true);
    const plain = open(
      '<View><RectangleLabels name="box" toName="img" smart="false"/><Image name="img" value="$url"/></View>',
    );
    assert.equal(plain.editor.assist.possible, false);
    const text = open(
      '<View><Labels name="ner" toName="txt"><Label value="PER"/></Labels><Text name="txt" value="$text"/></View>',
    );
    assert.equal(text.editor.assist.possible, false);
    assert.equal(text.editor.actions.get('assist'), undefined);
    assert.ok(page.editor.actions.get('assist'));
    for (const each of [page, plain, text]) each.editor.dispose();
  });

  it('has controls ask that can, once it is switched on, and those that only ask at once', () => {
    const { editor } = open();
    const control = (name: string) => {
      const node = editor.config.byName.get(name);
      if (node?.module?.kind !== 'control') throw new Error('unreachable');
      return { node, tag: node.module };
    };
    const taking = () => ['box', 'point', 'plain', 'ner'].filter((name) => editor.assist.takes(control(name)));
    assert.deepEqual(taking(), ['point']);
    assert.equal(editor.actions.press('m'), true);
    assert.deepEqual(taking(), ['box', 'point']);
    runInAction(() => {
      editor.assist.offered = false;
    });
    assert.deepEqual(taking(), []);
    assert.deepEqual(
      ['box', 'point'].map((name) => editor.assist.forbids(control(name))),
      [false, true],
    );
    editor.dispose();
  });

  it('sends the whole prompt as the document would write it; points add up, a box replaces the box', async () => {
    const page = open();
    page.suggest = async () => [];
    const first = draw(page, 'box');
    assert.deepEqual(page.asked.at(-1), {
      region: first,
      results: [
        {
          id: first,
          from_name: 'box',
          to_name: 'img',
          type: 'rectanglelabels',
          origin: 'manual',
          original_width: 400,
          original_height: 200,
          image_rotation: 0,
          value: { x: 10, y: 20, width: 30, height: 40, rotation: 0, rectanglelabels: ['Car'] },
        },
      ],
    });
    const second = draw(page, 'box', { x: 50 });
    const sent = () => page.asked.at(-1)?.results.map((result) => (result as Dict).id);
    assert.deepEqual(sent(), [second]);
    const [a, b] = [draw(page, 'point'), draw(page, 'point', { x: 60 })];
    assert.deepEqual(sent(), [second, a, b]);
    assert.deepEqual(
      page.asked.at(-1)?.results.map((result) => (result as Dict).is_positive),
      [undefined, true, true],
    );
    assert.deepEqual(results(page), []);
    assert.equal(page.changes.length, 0, 'nothing of the document has changed');
    page.editor.dispose();
  });

  it('takes back the last part by undo and asks again; with the last one gone the suggestions go', async () => {
    const page = open();
    page.suggest = async () => [suggestion('s')];
    const first = draw(page, 'box');
    const second = draw(page, 'box', { x: 50 });
    assert.equal(page.asked.at(-1)?.region, second);
    page.editor.actions.run('undo');
    assert.equal(page.asked.length, 3);
    assert.equal(page.asked.at(-1)?.region, first);
    await settled();
    assert.deepEqual(ids(page), ['s']);
    page.editor.actions.run('undo');
    assert.equal(page.asked.length, 3);
    assert.deepEqual(ids(page), []);
    page.editor.actions.run('redo');
    assert.equal(page.asked.at(-1)?.region, first);
    page.editor.dispose();
  });

  it('accepts as one undo step: a prediction with its score, and no key of it lost', async () => {
    const page = open();
    page.suggest = async () => [suggestion('s', { model: 'x1', origin: 'manual' }), suggestion('t', { id: undefined })];
    draw(page, 'box');
    await settled();
    assert.equal(ids(page).length, 2);
    assert.equal(page.editor.actions.press('alt+y'), true);
    const [first, second] = results(page);
    assert.deepEqual(first, {
      ...suggestion('s', { model: 'x1' }),
      origin: 'prediction',
      original_width: 400,
      original_height: 200,
      image_rotation: 0,
    });
    assert.match(String(second?.id), /^[\w-]{10}$/);
    assert.deepEqual(ids(page), []);
    assert.deepEqual(page.editor.assist.prompt.items, []);
    assert.equal(page.editor.armed.of('box'), undefined, 'the label is laid down, as after drawing');
    assert.equal(page.changes.length, 1);
    assert.equal(page.editor.completion?.store.history.undoLabel, 'Accept suggestions');
    page.editor.actions.run('undo');
    assert.deepEqual(results(page), []);
    page.editor.dispose();
  });

  it('accepts or rejects the picked one alone', async () => {
    const page = open();
    page.suggest = async () => [suggestion('a'), suggestion('b'), suggestion('c')];
    draw(page, 'box');
    await settled();
    const { suggestions } = page.editor.assist;
    suggestions.pick('b');
    page.editor.actions.press('alt+y');
    assert.deepEqual(
      results(page).map(({ id }) => id),
      ['b'],
    );
    assert.deepEqual(ids(page), ['a', 'c']);
    assert.equal(suggestions.picked, undefined);
    suggestions.pick('a');
    page.editor.actions.press('alt+n');
    assert.deepEqual(ids(page), ['c']);
    page.editor.actions.press('alt+n');
    assert.deepEqual(ids(page), []);
    assert.deepEqual(
      results(page).map(({ id }) => id),
      ['b'],
    );
    page.editor.dispose();
  });

  it('goes from one suggestion to the next and round', async () => {
    const page = open();
    page.editor.assist.suggest([suggestion('a'), suggestion('b')]);
    const { suggestions } = page.editor.assist;
    const seen = [1, 2, 3].map(() => {
      page.editor.actions.run('next-suggestion');
      return suggestions.picked;
    });
    assert.deepEqual(seen, ['a', 'b', 'a']);
    page.editor.actions.run('escape');
    assert.equal(suggestions.picked, undefined);
    assert.deepEqual(ids(page), ['a', 'b']);
    page.editor.actions.run('escape');
    assert.deepEqual(ids(page), []);
    page.editor.dispose();
  });

  it('keeps an id that the completion has already apart', async () => {
    const page = open();
    page.editor.saving.addResults([suggestion('a')], 'manual');
    page.editor.assist.suggest([suggestion('a')]);
    page.editor.assist.accept();
    const [first, second] = results(page).map(({ id }) => id);
    assert.equal(first, 'a');
    assert.notEqual(second, 'a');
    page.editor.dispose();
  });

  it('ignores the answers to older prompts, and one that was cancelled', async () => {
    const page = open();
    const answers: ((results: readonly Json[]) => void)[] = [];
    page.suggest = () => new Promise((resolve) => answers.push(resolve));
    draw(page, 'box');
    draw(page, 'box', { x: 50 });
    answers[1]?.([suggestion('new')]);
    await settled();
    assert.deepEqual(ids(page), ['new']);
    assert.equal(page.editor.assist.pending, false);
    answers[0]?.([suggestion('old')]);
    await settled();
    assert.deepEqual(ids(page), ['new']);
    draw(page, 'box', { x: 60 });
    assert.equal(page.editor.assist.pending, true);
    page.editor.assist.stop();
    answers[2]?.([suggestion('late')]);
    await settled();
    assert.deepEqual(ids(page), ['new']);
    page.editor.dispose();
  });

  it('says why the model failed, and keeps the prompt', async () => {
    const page = open();
    page.suggest = async () => Promise.reject(new Error('out of memory'));
    draw(page, 'box');
    await settled();
    assert.equal(page.editor.notices.current?.message, 'The model did not answer: out of memory');
    assert.equal(page.editor.assist.pending, false);
    assert.equal(page.editor.assist.prompt.items.length, 1);
    page.suggest = undefined;
    draw(page, 'box');
    assert.match(page.editor.notices.current?.message ?? '', /No model answers/);
    assert.equal(page.editor.assist.pending, false);
    page.editor.dispose();
  });

  it('survives any answer: what cannot be shown is said and left out', async () => {
    const cycle: { self?: unknown } = {};
    cycle.self = cycle;
    const odd: readonly [answer: unknown, shown: readonly string[], said: RegExp][] = [
      [undefined, [], /not a list/],
      [{ result: [] }, [], /not a list/],
      ['[]', [], /not a list/],
      [[cycle], [], /\(1\)/],
      [[null, 7, 'x', {}, []], [], /\(5\)/],
      [[suggestion('s'), suggestion('u', { from_name: 'nobody', type: 'nothing' })], ['s'], /\(1\)/],
      [[suggestion('n', { value: { x: Number.NaN, y: 1, width: 2, height: 3 } }), suggestion('s')], ['s'], /\(1\)/],
      [[suggestion('o', { to_name: 'other', from_name: 'plain' }), suggestion('s')], ['s'], /\(1\)/],
      [[], [], /suggests nothing/],
    ];
    for (const [answer, shown, said] of odd) {
      const page = open();
      page.suggest = async () => answer;
      draw(page, 'box');
      await settled();
      assert.deepEqual(ids(page), shown);
      assert.match(page.editor.notices.current?.message ?? '', said);
      page.editor.assist.clear();
      assert.deepEqual(page.editor.allProblems, [], 'what is wrong with an answer goes with it');
      page.editor.dispose();
    }
  });

  it('drops a score that is no number', async () => {
    const page = open();
    page.editor.assist.suggest([suggestion('s', { score: Number.NaN }), suggestion('t', { score: 'high' })]);
    page.editor.assist.accept();
    assert.deepEqual(
      results(page).map((result) => 'score' in result),
      [false, false],
    );
    page.editor.dispose();
  });

  it('puts suggestions on the page on show', async () => {
    const page = open();
    page.editor.facts.set('img', { ...facts, items: 3 });
    page.editor.facts.show('img', 2);
    page.editor.facts.set('img', { ...facts, items: 3 });
    page.editor.assist.suggest([suggestion('here'), suggestion('there', { item_index: 1 })]);
    assert.deepEqual(ids(page), ['here']);
    page.editor.assist.accept();
    assert.equal(results(page)[0]?.item_index, 2);
    page.editor.dispose();
  });

  it('drops prompt, suggestions and the request under way on another page, completion or task, and when read-only', async () => {
    const changes: readonly ((page: Headless) => void)[] = [
      ({ editor }) => {
        editor.facts.set('img', { ...facts, items: 2 });
        editor.facts.show('img', 1);
      },
      ({ editor }) => void editor.addCompletion(),
      ({ editor }) =>
        runInAction(() => {
          editor.taskInput = { ...task, id: 2 };
        }),
      ({ editor }) =>
        runInAction(() => {
          editor.readonlyWished = true;
        }),
      ({ editor }) =>
        runInAction(() => {
          editor.assist.offered = false;
        }),
    ];
    for (const change of changes) {
      const page = open();
      page.suggest = async () => [suggestion('s')];
      draw(page, 'box');
      await settled();
      let answer: (results: readonly Json[]) => void = () => {};
      page.suggest = () => new Promise((resolve) => (answer = resolve));
      draw(page, 'box');
      assert.deepEqual(ids(page), ['s']);
      change(page);
      assert.deepEqual(ids(page), [], change.toString());
      assert.deepEqual(page.editor.assist.prompt.items, []);
      assert.equal(page.editor.assist.pending, false);
      answer([suggestion('late')]);
      await settled();
      assert.deepEqual(ids(page), []);
      assert.deepEqual(results(page), []);
      page.editor.dispose();
    }
  });

  it('accepts at once if the user wants it so', async () => {
    const page = open();
    page.suggest = async () => [suggestion('s')];
    page.editor.actions.run('accept-at-once');
    draw(page, 'box');
    await settled();
    assert.deepEqual(
      results(page).map(({ id }) => id),
      ['s'],
    );
    assert.deepEqual(ids(page), []);
    assert.deepEqual(page.editor.assist.prompt.items, []);
    page.editor.dispose();
  });
});
