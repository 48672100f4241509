import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { watchSaves } from '../../../../src/editor/saving/patience.js';
import type { Saved } from '../../../../src/editor/saving/saving.js';
import { standardActions } from '../../../../src/editor/standard-actions.js';
import { runInAction } from '../../../../src/reactive/index.js';
import { type Headless, headless } from '../../../support/headless.js';

const config = `<View>
  <Text name="txt" value="$text"/>
  <Choices name="mood" toName="txt"><Choice value="Good"/><Choice value="Bad"/></Choices>
</View>`;
const task = { id: 7, data: { text: 'Hello' } };
const submitted = (more: object = {}) => ({ ...task, completions: [{ id: 3, result: [], ...more }] });

const settled = async () => {
  for (let turn = 0; turn < 20; turn++) await Promise.resolve();
};
const kinds = ({ saves }: Headless) => saves.map(({ kind }) => kind);

/** An answer that is given later. */
function later(): { promise: Promise<Saved>; resolve(saved: Saved): void; reject(reason: unknown): void } {
  let resolve: (saved: Saved) => void = () => {};
  let reject: (reason: unknown) => void = () => {};
  const promise = new Promise<Saved>((yes, no) => {
    resolve = yes;
    reject = no;
  });
  return { promise, resolve, reject };
}

describe('Sending', () => {
  it('says that the host takes long, and lets the user stop waiting; an answer that comes all the same counts', async ({
    mock,
  }) => {
    mock.timers.enable({ apis: ['setTimeout', 'Date'] });
    const page = headless(config, task);
    watchSaves(page.editor);
    const { completion, saving } = page.editor;
    assert.ok(completion);
    page.tag('mood').setValue(['Good']);
    const answer = later();
    page.answer = () => answer.promise;
    const saved = saving.submit();
    mock.timers.tick(19_000);
    assert.equal(completion.slow, false);
    mock.timers.tick(1000);
    assert.equal(completion.slow, true);
    assert.equal(await saving.submit(), false, 'no second submission while it is waited for');
    saving.giveUp(completion);
    assert.deepEqual([completion.busy, completion.slow, completion.dirty], [undefined, false, true]);
    assert.match(completion.failure ?? '', /there is no answer/);
    answer.resolve({ id: 42 });
    assert.equal(await saved, true);
    assert.deepEqual([completion.id, completion.stored, completion.dirty], [42, 'submitted', false]);
    assert.equal(completion.failure, undefined);
    assert.deepEqual(page.editor.allProblems, []);
    page.editor.dispose();
  });

  it('does not let an old refusal spoil a second try', async () => {
    const page = headless(config, task);
    const { completion, saving } = page.editor;
    assert.ok(completion);
    page.tag('mood').setValue(['Good']);
    const [first, second] = [later(), later()];
    page.answer = () => first.promise;
    const one = saving.submit();
    saving.giveUp(completion);
    page.answer = () => second.promise;
    const two = saving.submit();
    first.reject(new Error('too late'));
    assert.equal(await one, false);
    assert.equal(completion.busy, 'submit', 'the second is still waited for');
    assert.doesNotMatch(completion.failure ?? '', /too late/);
    second.resolve({ id: 2 });
    assert.equal(await two, true);
    assert.equal(completion.id, 2);
    page.editor.dispose();
  });

  it('does not wait for ever for a draft: the next one is offered', async ({ mock }) => {
    mock.timers.enable({ apis: ['setTimeout', 'Date'] });
    const page = headless(config, task);
    watchSaves(page.editor);
    page.answer = () => new Promise(() => {});
    page.tag('mood').setValue(['Good']);
    mock.timers.tick(1500);
    assert.deepEqual(kinds(page), ['draft']);
    mock.timers.tick(20_000);
    assert.equal(page.editor.completion?.busy, undefined);
    page.answer = async () => ({});
    mock.timers.tick(10_000);
    await settled();
    assert.deepEqual(kinds(page), ['draft', 'draft']);
    assert.equal(page.editor.completion?.dirty, false);
    page.editor.dispose();
  });

  it('tries again what failed, as it was; what was edited since, as a draft', async () => {
    const page = headless(config, task);
    const { saving } = page.editor;
    page.tag('mood').setValue(['Good']);
    assert.equal(await saving.retry(), false, 'nothing failed');
    page.answer = () => Promise.reject(new TypeError('Failed to fetch'));
    await saving.skip('unclear');
    assert.equal(page.editor.completion?.failed?.isUnreachable, true);
    page.answer = async () => ({});
    assert.equal(await saving.retry(), true);
    assert.deepEqual(
      page.saves.map(({ kind, comment }) => [kind, comment]),
      [
        ['skip', 'unclear'],
        ['skip', 'unclear'],
      ],
    );
    page.answer = () => Promise.reject(new Error('full'));
    await saving.submit();
    page.tag('mood').setValue(['Bad']);
    page.answer = async () => ({});
    await saving.retry();
    assert.equal(page.saves.at(-1)?.kind, 'draft');
    page.editor.dispose();
  });

  it('repeats a failing draft without repeating the remark', async ({ mock }) => {
    mock.timers.enable({ apis: ['setTimeout', 'Date'] });
    const page = headless(config, task);
    page.answer = () => Promise.reject(new Error('offline'));
    page.tag('mood').setValue(['Good']);
    mock.timers.tick(1500);
    await settled();
    assert.match(page.editor.notices.current?.message ?? '', /offline/);
    page.editor.notices.dismiss();
    mock.timers.tick(10_000);
    await settled();
    assert.equal(page.saves.length, 2);
    assert.equal(page.editor.notices.current, undefined);
    page.editor.dispose();
  });

  it('sends the draft that is under way first, then the submission, each once', async ({ mock }) => {
    mock.timers.enable({ apis: ['setTimeout', 'Date'] });
    const page = headless(config, task);
    const draft = later();
    page.answer = () => draft.promise;
    page.tag('mood').setValue(['Good']);
    mock.timers.tick(1500);
    page.answer = async () => ({ id: 9 });
    const submission = page.editor.saving.submit();
    draft.resolve({});
    assert.equal(await submission, true);
    mock.timers.tick(60_000);
    await settled();
    assert.deepEqual(kinds(page), ['draft', 'submit']);
    page.editor.dispose();
  });

  it('does not send what was submitted a moment ago as a draft too', async ({ mock }) => {
    mock.timers.enable({ apis: ['setTimeout', 'Date'] });
    const page = headless(config, task);
    page.tag('mood').setValue(['Good']);
    await page.editor.saving.submit();
    mock.timers.tick(60_000);
    assert.deepEqual(kinds(page), ['submit']);
    page.editor.dispose();
  });

  it('knows that a draft is newer than what was submitted', async () => {
    const page = headless(config, submitted());
    const { completion, saving } = page.editor;
    assert.ok(completion);
    assert.equal(completion.isAhead, false);
    page.tag('mood').setValue(['Good']);
    await saving.saveDraft();
    assert.deepEqual([completion.stored, completion.isAhead], ['submitted', true]);
    await saving.submit();
    assert.equal(completion.isAhead, false);
    page.editor.dispose();
    const drafted = headless(config, submitted({ drafts: [{ result: [] }] }));
    assert.equal(drafted.editor.completion?.isAhead, true, 'also of a draft that it came with');
    drafted.editor.dispose();
  });

  it('takes back that a task was skipped', async () => {
    const page = headless(config, submitted({ was_cancelled: true }));
    const { completion, saving } = page.editor;
    assert.equal(completion?.stored, 'skipped');
    assert.equal(await saving.unskip(), true);
    assert.equal(page.saves[0]?.kind, 'unskip');
    assert.equal(page.saves[0]?.completion.was_cancelled, false);
    assert.equal(completion?.stored, 'draft');
    page.editor.dispose();
  });

  it('leaves it skipped when a reviewer accepts or rejects that', async () => {
    const page = headless(config, submitted({ was_cancelled: true }));
    await page.editor.saving.accept();
    await page.editor.saving.reject('why?');
    assert.deepEqual(
      page.saves.map(({ kind, comment, completion }) => [kind, comment, completion.was_cancelled]),
      [
        ['accept', undefined, true],
        ['reject', 'why?', true],
      ],
    );
    assert.equal(page.editor.completion?.stored, 'skipped');
    page.editor.dispose();
  });

  it('has the keys of submission accept and reject for a reviewer, and submits once when they are pressed twice', async () => {
    for (const [review, expected] of [
      [true, ['accept', 'reject']],
      [false, ['update', 'skip']],
    ] as const) {
      const page = headless(config, submitted());
      page.editor.actions.add(standardActions(page.editor));
      runInAction(() => {
        page.editor.review = review;
      });
      assert.equal(page.editor.actions.get('submit')?.title, review ? 'Accept' : 'Submit');
      page.editor.actions.press('ctrl+enter');
      await settled();
      page.editor.actions.press('ctrl+enter');
      await settled();
      page.editor.actions.press('ctrl+space');
      assert.deepEqual(kinds(page), expected);
      page.editor.dispose();
    }
    const fresh = headless(config, task);
    fresh.editor.actions.add(standardActions(fresh.editor));
    runInAction(() => {
      fresh.editor.review = true;
    });
    fresh.editor.actions.press('ctrl+enter');
    assert.deepEqual(kinds(fresh), ['submit'], 'a completion of their own is submitted first');
    fresh.editor.dispose();
  });

  it('adds the lead time of a draft to that of the submission', async () => {
    const drafts = [{ result: [], lead_time: 20 }];
    const page = headless(config, submitted({ lead_time: 100, drafts }));
    page.now += 5000;
    page.tag('mood').setValue(['Good']);
    await page.editor.saving.saveDraft();
    assert.equal(page.saves[0]?.completion.lead_time, 125);
    page.editor.dispose();
    const own = headless(config, { ...task, drafts: [{ id: 1, result: [], lead_time: 20 }] });
    own.now += 5000;
    own.tag('mood').setValue(['Good']);
    await own.editor.saving.submit();
    assert.equal(own.saves[0]?.completion.lead_time, 25);
    own.editor.dispose();
  });

  it('gives the draft of a completion its place, also where the task lists it beside', async () => {
    const result = [{ id: 'r', from_name: 'mood', to_name: 'txt', type: 'choices', value: { choices: ['Good'] } }];
    const page = headless(config, { ...submitted(), drafts: [{ id: 1, annotation: 3, result }] });
    assert.equal(page.editor.workspace.completions.length, 1);
    assert.deepEqual(page.editor.completion?.results(), result);
    page.editor.dispose();
  });
});
